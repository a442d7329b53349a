"""A performance to a file for other programs. The file appears when it is whole, and not before."""

import wave
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import numpy as np

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.sound.synth.kit_io import load
from drumcircle_gui.sound.synth.mixer import Samples

from .midi_file import midi_file
from .render import blocks, frames
from .score import Score

RATE = 48_000
LONGEST_WAV = 2**32 - 1024  # bytes: a WAV file's sizes have 32 bits
_FULL_SCALE = 32_767
_BYTES = 4  # to a frame

Progress = Callable[[float], None]


class Cancelled(Exception):
    """Somebody thought better of it."""


def export_midi(score: Score, file: Path, progress: Progress = lambda share: None) -> None:
    """As a Standard MIDI File. DrumCircleError if it cannot be written; what `progress` raises ends it."""
    with _whole(file) as output:
        for part, piece in enumerate(midi_file(score)):
            output.write(piece)
            progress(part / (len(score.performance.players) + 1))


def export_wav(score: Score, file: Path, progress: Progress = lambda share: None, *, guide: bool = False) -> None:
    """As 16 bit stereo sound at 48 kHz. `progress` hears a few times a second what share is done, 0 to 1.

    DrumCircleError if it is too long or cannot be written; what `progress` raises ends it.
    """
    most = frames(score, RATE)
    if most * _BYTES > LONGEST_WAV:
        raise DrumCircleError("This recording is too long for a WAV file, which holds 6 hours.", "Export it to MIDI.")
    with _whole(file) as output, wave.open(output) as sound:
        sound.setparams((2, 2, RATE, most, "NONE", ""))
        for number, block in enumerate(blocks(score, load(RATE), RATE, guide=guide)):
            sound.writeframesraw(_pcm(block))
            if number % 16 == 0:
                progress(min(number * len(block) / most, 1.0))


def _pcm(block: Samples) -> bytes:
    return np.rint(block * _FULL_SCALE).astype("<i2").tobytes()


@contextmanager
def _whole(file: Path) -> Iterator[BinaryIO]:
    """A file to write that takes its name, and the place of what was called so, in the end."""
    unfinished = file.with_name(f".{file.name}.part")
    try:
        try:
            with unfinished.open("wb") as output:
                yield output
            unfinished.replace(file)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise DrumCircleError(
            f"{file.name} could not be written: {error.strerror or error}.", "Choose another place, or make room."
        ) from error
