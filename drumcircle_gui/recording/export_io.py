"""Exports a score as a MIDI or a WAV file. The file appears under its name only when it is complete."""

import wave
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import numpy as np

from drumcircle_gui import atomic_file
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.sound.synth.interpolator import SampledSound
from drumcircle_gui.sound.synth.kit_io import load
from drumcircle_gui.sound.synth.mixer import Samples

from .midi_file_io import MidiFileError, write_midi_file
from .renderer import NO_LOOPS, frame_count, render_blocks
from .score import Score

SAMPLE_RATE = 48_000
MAX_WAV_SIZE = 2**32 - 1024
"""Maximum number of bytes of sound, because the sizes in a WAV file have 32 bits."""

_FULL_SCALE = 32_767
_FRAME_SIZE = 4

Progress = Callable[[float], None]


class ExportCancelled(Exception):
    """The user has cancelled the export. A `progress` callback raises it."""


def export_midi(score: Score, file: Path, progress: Progress = lambda share: None) -> None:
    """Write `score` to `file` as a Standard MIDI File; `progress` gets the completed share, 0 to 1.

    Raises DrumCircleError if the score does not fit into such a file or cannot be written. An exception of `progress`
    ends the export.
    """
    try:
        with written(file) as output:
            write_midi_file(score, output, progress)
    except MidiFileError as error:
        raise DrumCircleError(str(error), "Export it to WAV.") from error


def export_wav(
    score: Score,
    file: Path,
    progress: Progress = lambda share: None,
    *,
    guide: bool = False,
    loops: Mapping[str, SampledSound] = NO_LOOPS,
) -> None:
    """Write `score` to `file` as 16-bit stereo sound at 48 kHz, with `loops` as in `render_blocks`; `progress` gets the
    completed share, 0 to 1.

    Raises DrumCircleError if it is too long or cannot be written. An exception of `progress` ends the export.
    """
    frames = frame_count(score, SAMPLE_RATE)
    if frames * _FRAME_SIZE > MAX_WAV_SIZE:
        raise DrumCircleError("This recording is too long for a WAV file, which holds 6 hours.", "Export it to MIDI.")
    with written(file) as output, wave.open(output) as sound:
        sound.setparams((2, 2, SAMPLE_RATE, frames, "NONE", ""))
        blocks = render_blocks(score, load(SAMPLE_RATE), SAMPLE_RATE, guide=guide, loops=loops)
        for number, block in enumerate(blocks):
            sound.writeframesraw(pcm(block))
            if number % 16 == 0:
                progress(min(number * len(block) / frames, 1.0))


def pcm(block: Samples) -> bytes:
    """The bytes of `block` in a WAV file."""
    return np.rint(block * _FULL_SCALE).astype("<i2").tobytes()


@contextmanager
def written(file: Path) -> Iterator[BinaryIO]:
    """A context with a file that replaces `file` when the block ends. DrumCircleError if it cannot be written."""
    try:
        with atomic_file.replacing(file, private=False) as output:
            yield output
    except OSError as error:
        raise DrumCircleError(
            f"{file.name} could not be written: {error.strerror or error}.", "Choose another folder, or make room."
        ) from error
