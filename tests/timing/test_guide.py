"""Laws of the guide and of the count-in."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.timing.guide import GuideBeat, count_in, guide_beats
from drumcircle_gui.timing.timeline import Meter, Segment, Timeline
from drumcircle_gui.timing.units import BEAT, SECOND, Micros, Tempo, beats, seconds

from .strategies import moments, timelines

STEADY = Timeline.stopped(Tempo(500_000), Meter(16)).changed(Micros(1), running=True)  # starts 1 us after 0


def test_the_guide_marks_beats_and_the_first_of_each_cycle() -> None:
    slow = Timeline.stopped(Tempo(1_000_000), Meter(3)).changed(seconds(10), running=True)
    marks = list(guide_beats(slow, Micros(0), seconds(15)))
    assert marks == [GuideBeat(seconds(10 + n), beats(n), n % 3 == 0) for n in range(5)]


def test_the_guide_is_silent_while_the_circle_is_stopped() -> None:
    stopped = STEADY.changed(seconds(2), running=False)
    assert [mark.beat for mark in guide_beats(stopped, seconds(7.4), seconds(99))] == [beats(15)]
    again = stopped.changed(seconds(70), running=True)
    assert next(guide_beats(again, seconds(8.5), seconds(99))) == (seconds(70), beats(16), True)


def test_a_new_meter_starts_with_a_first_beat() -> None:
    timeline = Timeline.stopped(Tempo(500_000), Meter(3)).changed(Micros(1), running=True)
    other = timeline.changed(Micros(2), meter=Meter(4))
    firsts = [mark.beat for mark in guide_beats(other, Micros(0), seconds(6)) if mark.first]
    assert firsts == [beats(0), beats(3), beats(7), beats(11)]


def test_a_segment_may_begin_between_its_beats() -> None:
    odd = Timeline((Segment(0, Micros(0), beats(0.5), Tempo(150_001), True, Meter(3), beats(0.333333)),))
    mark = GuideBeat(Micros(125_001), beats(1.333333), False)
    assert next(guide_beats(odd, Micros(0), SECOND)) == mark
    assert next(guide_beats(odd, mark.at, SECOND)) == mark


@given(timelines(), moments, some.lists(some.integers(1, seconds(5)), min_size=1, max_size=8))
def test_adjoining_spans_share_none_and_miss_none(timeline: Timeline, start: Micros, lengths: list[int]) -> None:
    cuts = [start]
    for length in lengths:
        cuts.append(Micros(cuts[-1] + length))
    pieces = [mark for begin, end in pairwise(cuts) for mark in guide_beats(timeline, begin, end)]
    assert pieces == list(guide_beats(timeline, cuts[0], cuts[-1]))
    assert all(timeline.micros_at(mark.beat) == mark.at for mark in pieces)
    assert all(after.beat > before.beat for before, after in pairwise(pieces))


# --- counting in -----------------------------------------------------------------------------------------------------


def test_a_start_is_counted_in_with_four_beats_at_its_own_tempo() -> None:
    begins = Timeline.stopped(Tempo(500_000), Meter(3)).changed(seconds(10), running=True, tempo=Tempo(1_000_000))
    assert list(count_in(begins, Micros(0), seconds(99))) == [seconds(6), seconds(7), seconds(8), seconds(9)]
    assert list(count_in(begins, seconds(7), seconds(9))) == [seconds(7), seconds(8)]


def test_nothing_is_counted_in_while_the_circle_plays() -> None:
    playing = STEADY.changed(seconds(2), tempo=Tempo(400_000))
    assert list(count_in(playing, seconds(0), seconds(99))) == []
    paused = playing.changed(seconds(2), running=False)
    still = paused.latest.at
    again = paused.changed(Micros(still + SECOND), running=True)
    assert list(count_in(again, Micros(0), seconds(99))) == [still + 200_000, still + 600_000]


def test_changes_while_the_circle_is_stopped_do_not_affect_the_count() -> None:
    still = Timeline.stopped(Tempo(500_000), Meter()).changed(seconds(8.5), meter=Meter(8))
    begins = still.changed(seconds(10), running=True)
    assert list(count_in(begins, Micros(0), seconds(99))) == [seconds(each) for each in (8, 8.5, 9, 9.5)]


@given(timelines(), moments)
def test_the_guide_marks_every_whole_beat(timeline: Timeline, start: Micros) -> None:
    end = Micros(start + SECOND)
    first = max(timeline.beat_at(start) // BEAT - 1, 0)
    last = timeline.beat_at(end) // BEAT + 1
    passing = [timeline.micros_at(beats(number)) for number in range(first, last + 1)]
    assert [mark.at for mark in guide_beats(timeline, start, end)] == [
        at for at in passing if at is not None and start <= at < end
    ]
