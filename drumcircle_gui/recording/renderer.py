"""Renders a score as sound, as fast as the machine can, with the kit, mixer and limiter of live playing. Pure."""

from collections.abc import Iterator, Mapping
from heapq import merge
from typing import NamedTuple

import numpy as np

from drumcircle_gui.grooves.groove_plan import GroovePlan, notes_between
from drumcircle_gui.sound.messages import GUIDE_CHANNEL
from drumcircle_gui.sound.synth.interpolator import SampledSound
from drumcircle_gui.sound.synth.kit import GUIDE_BEAT, GUIDE_CYCLE, GUIDE_VELOCITY, Kit, guide_key
from drumcircle_gui.sound.synth.mixer import Mixer, Samples
from drumcircle_gui.timing.guide import guide_beats
from drumcircle_gui.timing.units import SECOND, Micros

from .loop_track import LoopTrack
from .score import Score

BLOCK = 4096
"""Number of frames rendered at a time."""

MAX_RING = Micros(10 * SECOND)
"""How long after the last stroke sounds are still rendered."""

_GUIDE_STRETCH = Micros(10 * SECOND)

NO_LOOPS: Mapping[str, SampledSound] = {}


class ScheduledSound(NamedTuple):
    """`pad` sounds on `channel` at time `at` of a score."""

    at: Micros
    pad: int
    velocity: int
    channel: int


def scheduled_sounds(score: Score, *, guide: bool = False, since: Micros = Micros(0)) -> Iterator[ScheduledSound]:  # noqa: B008
    """The sounds at time `since` or later, in order; with `guide`, including the guide until the last stroke.

    Each player has a channel, from 1 on.
    """
    channels = {player.id: number for number, player in enumerate(score.performance.players, 1)}
    strokes = (ScheduledSound(at, s.pad, s.velocity, channels[s.player]) for at, s in score.strokes(since))
    return merge(strokes, _guide(score, since)) if guide else strokes


def frame_count(score: Score, rate: int) -> int:
    """Upper bound of the number of frames that `render_blocks` returns in all."""
    return -(-(score.length + MAX_RING) * rate // SECOND)


def render_blocks(
    score: Score, kit: Kit, rate: int, *, guide: bool = False, loops: Mapping[str, SampledSound] = NO_LOOPS
) -> Iterator[Samples]:
    """The sound in blocks of frames x 2, until everything has faded out. `kit` was loaded for `rate`; `loops`: the
    score's loops to be heard, by their files."""
    mixer = Mixer(kit.bank, rate)
    if loops:
        mixer.backing = LoopTrack(score, loops, rate).render
    sounds = scheduled_sounds(score, guide=guide)
    sound = next(sounds, None)
    last_frame = frame_count(score, rate)
    while sound is not None or (mixer.sounding and mixer.frame < last_frame):
        while sound is not None and (frame := _frame(sound.at, rate)) < mixer.frame + BLOCK:
            voice, gain, group = kit.voice(sound.pad, sound.velocity, sound.channel)
            mixer.start(voice, frame, gain, group=group)
            sound = next(sounds, None)
        block = np.empty((BLOCK, 2), np.float32)
        mixer.render(block)
        yield block


def _frame(at: Micros, rate: int) -> int:
    return (2 * at * rate + SECOND) // (2 * SECOND)


def _guide(score: Score, since: Micros) -> Iterator[ScheduledSound]:
    """Compute the guide in pieces on demand: the grooves, and plain beats where there is none."""
    end, plan = Micros(score.length + 1), GroovePlan(score.performance.grooves)
    for begin in map(Micros, range(since, end, _GUIDE_STRETCH)):
        until = Micros(min(begin + _GUIDE_STRETCH, end))
        beats = (beat for beat in guide_beats(score.timeline, begin, until) if plan.at(beat.beat) is None)
        sounds = [
            ScheduledSound(beat.at, GUIDE_CYCLE if beat.first else GUIDE_BEAT, GUIDE_VELOCITY, GUIDE_CHANNEL)
            for beat in beats
        ]
        sounds += [
            ScheduledSound(at, guide_key(note.voice, note.pitch), note.velocity, GUIDE_CHANNEL)
            for at, note in notes_between(score.timeline, plan, begin, until)
        ]
        yield from sorted(sounds)
