"""Laws of outputs: they get each stretch once, each beat once, and each stroke at its time and as loud as
in the mix."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.client.circle_state import CircleSnapshot
from drumcircle_gui.listening.outputs.upcoming import OutputSource, OutputStroke, Upcoming
from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.sound.messages import GUIDE_CHANNEL, PlayStroke
from drumcircle_gui.timing.estimator import Clock
from drumcircle_gui.timing.guide import guide_beats
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import BEAT, SECOND, Beats, Micros, Tempo, beats, seconds
from tests.timing.strategies import timelines

AHEAD = seconds(1000)
CLOCK = Clock(Micros(0), -AHEAD, 0.0, Micros(0), Micros(0))
PLAYING = Timeline.stopped(Tempo(500_000), Meter(4, 2)).changed(Micros(1), running=True)
CIRCLE = CircleSnapshot(entry=1, clock=CLOCK, timeline=PLAYING, members=(Member(7, "Fern", "player", colour=0),))


def local(circle: int) -> Micros:
    return Micros(circle + AHEAD)


def stretch(source: OutputSource, circle: CircleSnapshot, at: Micros, plays: Sequence[PlayStroke] = ()) -> Upcoming:
    upcoming = source.next(circle, local(at), SECOND, plays, {7: (0.5, 0.0)})
    assert upcoming is not None
    return upcoming


@given(timelines(), some.lists(some.integers(1, SECOND), min_size=1, max_size=30))
def test_stretches_join_and_have_each_beat_once(timeline: Timeline, pauses: list[int]) -> None:
    source, circle, now = OutputSource(), replace(CIRCLE, timeline=timeline), seconds(5)
    parts = [stretch(source, circle, now)]
    for pause in pauses:
        now = Micros(now + pause)
        parts.append(stretch(source, circle, now))
    assert all(before.end == after.begin for before, after in pairwise(parts))
    found = [(beat.at, beat.beat, beat.number == 0) for part in parts for beat in part.beats]
    expected = guide_beats(timeline, parts[0].begin, parts[-1].end)
    assert found == [(local(beat.at), beat.beat, beat.first) for beat in expected]


def test_a_stretch_that_was_missed_is_left_out() -> None:
    source = OutputSource()
    stretch(source, CIRCLE, seconds(1))
    assert stretch(source, CIRCLE, seconds(9)).begin == seconds(9)


def test_beats_are_numbered_in_their_cycle() -> None:
    part = stretch(OutputSource(), CIRCLE, seconds(2.5))
    assert [(beat.number, beat.cycle, beat.tempo) for beat in part.beats] == [(1, 4, 500_000), (2, 4, 500_000)]
    assert part.local(seconds(3)) == local(seconds(3))


def test_strokes_have_names_beats_and_the_mixs_gain() -> None:
    at = local(seconds(3) + 1)
    plays = [PlayStroke(at, 38, 100, 7, 1), PlayStroke(at, 36, 90, GUIDE_CHANNEL, 2), PlayStroke(at, 40, 80, 9, 3)]
    assert stretch(OutputSource(), CIRCLE, seconds(2.5), plays).strokes == (
        OutputStroke(at, Beats(6 * BEAT), 38, 100, 7, "Fern", 0.5),
        OutputStroke(at, beats(6), 36, 90, GUIDE_CHANNEL, "", 1.0),
        OutputStroke(at, beats(6), 40, 80, 9, "?", 1.0),
    )


def test_a_new_entry_begins_anew_and_nothing_is_known_without_a_clock() -> None:
    source = OutputSource()
    stretch(source, CIRCLE, seconds(100))
    assert stretch(source, replace(CIRCLE, entry=2), seconds(5)).begin == seconds(5)
    assert source.next(replace(CIRCLE, clock=None), local(seconds(5)), SECOND, (), {}) is None
