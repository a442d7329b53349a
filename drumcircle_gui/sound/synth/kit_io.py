"""Reads the kit's recordings, `SOUND_LAYER.wav`, from `resources/kit`. In a bundle they are FLAC files."""

import wave
from collections import defaultdict
from pathlib import Path

import numpy as np
import numpy.typing as npt

from drumcircle_gui.paths import resource

from .kit import KEYS, Kit, Recording, damped, patch, tuned
from .mixer import Samples

FULL_SCALE = 32768
FORMATS = (".wav", ".flac")


def load(rate: int, folder: Path | None = None) -> Kit:
    """The kit at `rate` Hz. ValueError if a recording is missing or not 16 bit mono; OSError if it cannot be read."""
    return Kit(built_in(rate, folder))


def built_in(rate: int, folder: Path | None = None) -> dict[Recording, list[Samples]]:
    """The layers of each recording at `rate` Hz; see `load`."""
    layers = recordings(folder or resource("kit"))
    wanted = {patch(key).recording for key in range(KEYS)}
    missing = {sound for sound, _, _ in wanted} - layers.keys()
    if missing:
        raise ValueError(f"the kit lacks {', '.join(sorted(missing))}: reinstall Drum Circle")
    return {
        (sound, tune, decay_s): [
            damped(tuned(samples, tune * own_rate / rate), decay_s * rate) for own_rate, samples in layers[sound]
        ]
        for sound, tune, decay_s in sorted(wanted)
    }


def recordings(folder: Path) -> dict[str, list[tuple[int, Samples]]]:
    """Layers of each sound, from soft to hard: (rate, samples)."""
    found: dict[str, list[tuple[int, Samples]]] = defaultdict(list)
    for file in sorted(each for each in folder.iterdir() if each.suffix in FORMATS):
        found[file.stem.rpartition("_")[0]].append(_read(file))
    return found


def _read(file: Path) -> tuple[int, Samples]:
    rate, samples = _from_wave(file) if file.suffix == ".wav" else _from_flac(file)
    return rate, (samples / FULL_SCALE).astype(np.float32)


def _from_wave(file: Path) -> tuple[int, npt.NDArray[np.int16]]:
    with wave.open(str(file)) as sound:
        if (sound.getnchannels(), sound.getsampwidth()) != (1, 2):
            raise ValueError(f"{file.name} is not a 16 bit mono recording")
        return sound.getframerate(), np.frombuffer(sound.readframes(sound.getnframes()), "<i2")


def _from_flac(file: Path) -> tuple[int, npt.NDArray[np.int16]]:
    import soundfile  # not every checkout has it, and none needs it: its kit is of WAV files

    try:
        with soundfile.SoundFile(str(file)) as sound:
            if (sound.channels, sound.subtype) != (1, "PCM_16"):
                raise ValueError(f"{file.name} is not a 16 bit mono recording")
            return int(sound.samplerate), sound.read(dtype="int16")
    except soundfile.SoundFileError as error:
        raise OSError(f"{file.name} cannot be read: {error}") from error
