"""Decodes a loop's file to samples at LOOP_RATE: stereo, 16 bits, without a header. Runs in a separate process.

The file may come from anybody: it is read block by block, up to MAX_LOOP_S.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt

from drumcircle_gui.installation.parts_io import how_to_add
from drumcircle_gui.sound.synth.interpolator import TAPS, Interpolator, Positions, SampledSound
from drumcircle_gui.sound.synth.loop_voice import LOOP_RATE

from .loop_report import (
    EMPTY,
    MANY_CHANNELS,
    MAX_CHANNELS,
    MAX_LOOP_S,
    MAX_RATE,
    MIN_RATE,
    NO_SOUND_FILE,
    TOO_LONG,
    UNUSUAL_RATE,
    LoopReport,
    kind_of,
)
from .tempo import measure

BLOCK = 65_536
FULL_SCALE = 32_767

NOT_INSTALLED = "Sound files cannot be read here, because a part of Drum Circle is missing ({why}). To add it: {how}"

Pcm = npt.NDArray[np.int16]


class CannotPlay(Exception):
    """The file cannot be played. The text, for users, says why."""


def decode(source: Path, target: Path, *, measured: bool) -> LoopReport:
    """Write the samples of `source` to `target`, and measure the tempo if `measured`. Raises OSError if that fails."""
    if hasattr(os, "nice"):
        os.nice(10)
    try:
        with target.open("wb") as file:
            frames = _decode(source, file)
    except CannotPlay as error:
        target.unlink(missing_ok=True)
        return LoopReport(str(error))
    found = measure(read_samples(target), LOOP_RATE) if measured else None
    return LoopReport("", frames, found.beat_s if found else 0.0, found.beats if found else 0)


def read_samples(path: Path) -> Pcm:
    """The samples (frames x 2) of a decoded file. OSError, or ValueError if it is not one."""
    samples: Pcm = np.fromfile(path, "<i2").astype(np.int16, copy=False)
    if len(samples) > 2 * MAX_LOOP_S * LOOP_RATE or len(samples) % 2:
        raise ValueError(f"{path.name} is no decoded loop")
    return samples.reshape(-1, 2)


def _decode(source: Path, file: BinaryIO) -> int:
    """Decode the file; return the number of frames written."""
    sound = _opened(source)
    with sound:
        if not MIN_RATE <= sound.samplerate <= MAX_RATE:
            raise CannotPlay(UNUSUAL_RATE)
        if sound.channels > MAX_CHANNELS:
            raise CannotPlay(MANY_CHANNELS)
        if sound.frames > MAX_LOOP_S * sound.samplerate:
            raise CannotPlay(TOO_LONG)
        frames = 0
        for block in _resampled(_blocks(sound), sound.samplerate):
            file.write(block.astype("<i2").tobytes())
            frames += len(block)
    if not frames:
        raise CannotPlay(EMPTY)
    return frames


def _opened(source: Path) -> Any:
    with source.open("rb") as file:
        kind = kind_of(file.read(12))
    if kind is None:
        raise CannotPlay(NO_SOUND_FILE)
    try:
        import soundfile
    except (ImportError, OSError) as error:
        raise CannotPlay(NOT_INSTALLED.format(why=error, how=how_to_add("soundfile"))) from None
    try:
        return soundfile.SoundFile(str(source))
    except (soundfile.SoundFileError, ValueError, TypeError) as error:
        raise CannotPlay(NO_SOUND_FILE) from error


def _blocks(sound: Any) -> Iterator[Pcm]:
    """The file's samples in stereo, as floats, because only these have a known full scale."""
    left = MAX_LOOP_S * sound.samplerate
    while True:
        try:
            block = sound.read(BLOCK, dtype="float32", always_2d=True)
        except (RuntimeError, ValueError) as error:
            raise CannotPlay(NO_SOUND_FILE) from error
        if not len(block):
            return
        left -= len(block)
        if left < 0:
            raise CannotPlay(TOO_LONG)
        yield _stereo(block)


def _stereo(block: npt.NDArray[np.float32]) -> Pcm:
    whole = np.clip(np.nan_to_num(block, posinf=1.0, neginf=-1.0), -1.0, 1.0)
    pcm: Pcm = np.rint(whole * FULL_SCALE).astype(np.int16)
    return np.repeat(pcm, 2, axis=1) if pcm.shape[1] == 1 else pcm


def _resampled(blocks: Iterator[Pcm], rate: int) -> Iterator[Pcm]:
    """`blocks` of `rate` Hz, resampled to LOOP_RATE."""
    if rate == LOOP_RATE:
        yield from blocks
        return
    step = rate / LOOP_RATE
    interpolator = Interpolator(step)
    kept, begun, written = np.zeros((0, 2), np.int16), 0, 0
    """`kept`: samples from the frame `begun` of the file on."""
    for block in blocks:
        kept = np.concatenate([kept, block])
        count = max(int((begun + len(kept) - TAPS) / step) - written, 0)
        yield _read(interpolator, kept, (written + np.arange(count)) * step - begun)
        written += count
        spare = max(int(written * step) - TAPS - begun, 0)
        kept, begun = kept[spare:], begun + spare
    count = max(int(np.ceil((begun + len(kept)) / step)) - written, 0)
    yield _read(interpolator, kept, (written + np.arange(count)) * step - begun)


def _read(interpolator: Interpolator, samples: Pcm, positions: Positions) -> Pcm:
    if not len(positions):
        return np.zeros((0, 2), np.int16)
    heard = interpolator.read(SampledSound(samples), positions).T
    pcm: Pcm = np.clip(np.rint(heard * 32_768), -FULL_SCALE, FULL_SCALE).astype(np.int16)
    return pcm
