"""Saves a cycle as a loop: a WAV file that can be repeated without a gap, or a MIDI file. Rendered offline."""

import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from drumcircle_gui.recording.export_io import SAMPLE_RATE, export_midi, pcm, written
from drumcircle_gui.recording.renderer import scheduled_sounds
from drumcircle_gui.recording.score import Score
from drumcircle_gui.sound.synth.kit import Kit
from drumcircle_gui.sound.synth.kit_io import load
from drumcircle_gui.sound.synth.mixer import Mixer, Samples
from drumcircle_gui.timing.units import SECOND, Micros

from .recap import Recap, RecapCycle, loop_length, loop_score

RING = Micros(4 * SECOND)
"""How much of the preceding sound is rendered before the loop, so that its beginning contains the ends of
these sounds."""

BLOCK = 4096


def save_loop(recap: Recap, cycle: RecapCycle, file: Path) -> None:
    """Write `cycle` to `file`, as MIDI if it ends in .mid, otherwise as WAV. DrumCircleError if that fails."""
    score = loop_score(recap, cycle)
    if file.suffix == ".mid":
        export_midi(score, file)
        return
    frames = loop_frames(cycle)
    with written(file) as output, wave.open(output) as sound:
        sound.setparams((2, 2, SAMPLE_RATE, frames, "NONE", ""))
        for block in render_loop(score, load(SAMPLE_RATE), SAMPLE_RATE, frames):
            sound.writeframesraw(pcm(block))


def loop_frames(cycle: RecapCycle, rate: int = SAMPLE_RATE) -> int:
    """The length of the loop in frames."""
    return round(loop_length(cycle) * rate / SECOND)


def render_loop(score: Score, kit: Kit, rate: int, frames: int) -> Iterator[Samples]:
    """One turn of a loop of `frames` frames, in blocks, as it sounds after many repetitions."""
    ahead = -(-RING * rate // (SECOND * frames))
    mixer, begin, end = Mixer(kit.bank, rate), ahead * frames, (ahead + 1) * frames
    pending = _starts(score, rate, frames, ahead + 1)
    start = next(pending, None)
    while mixer.frame < end:
        size = min(BLOCK, (begin if mixer.frame < begin else end) - mixer.frame)
        while start is not None and start[0] < mixer.frame + size:
            frame, pad, velocity, channel = start
            voice, gain, group = kit.voice(pad, velocity, channel)
            mixer.start(voice, frame, gain, group=group)
            start = next(pending, None)
        block = np.empty((size, 2), np.float32)
        sounding = mixer.frame >= begin
        mixer.render(block)
        if sounding:
            yield block


def _starts(score: Score, rate: int, frames: int, turns: int) -> Iterator[tuple[int, int, int, int]]:
    """Frame, pad, velocity and channel of every sound, in order."""
    sounds = [(round(s.at * rate / SECOND), s.pad, s.velocity, s.channel) for s in scheduled_sounds(score)]
    for turn in range(turns):
        for frame, pad, velocity, channel in sounds:
            yield turn * frames + min(frame, frames - 1), pad, velocity, channel
