"""Laws of the schedule and of the guide."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.timing.timeline import Meter, Segment, Timeline
from drumcircle_gui.timing.units import BEAT, SECOND, Beats, Micros, Tempo, beats, seconds
from drumcircle_gui.timing.window import DueStroke, GuideBeat, StrokeSchedule, count_in, guide_beats

from .material import moments, timelines

STEADY = Timeline.stopped(Tempo(500_000), Meter(16)).changed(Micros(1), running=True)  # starts 1 us after 0
START = 1


def due_all(schedule: StrokeSchedule[int], timeline: Timeline, moments: list[Micros]) -> list[DueStroke[int]]:
    """Everything handed out in time when asked at these moments."""
    return [due for now in moments for due in schedule.due(timeline, now, SECOND)[0]]


def test_a_stroke_is_handed_out_within_the_horizon_one_period_later() -> None:
    schedule: StrokeSchedule[str] = StrokeSchedule()
    schedule.add(beats(4), "stroke")
    assert schedule.due(STEADY, Micros(seconds(9) + START), SECOND) == ([], [])
    assert schedule.due(STEADY, seconds(9.5), SECOND) == ([(seconds(10) + START, "stroke")], [])
    assert schedule.due(STEADY, seconds(9.6), SECOND) == ([], [])


def test_a_stroke_that_arrives_inside_the_horizon_is_handed_out_at_once() -> None:
    schedule: StrokeSchedule[str] = StrokeSchedule()
    schedule.due(STEADY, seconds(9.5), SECOND)
    schedule.add(beats(4), "just in time")
    assert schedule.due(STEADY, Micros(seconds(10) + START), SECOND)[0] == [(seconds(10) + START, "just in time")]


def test_a_late_stroke_is_told_of_once() -> None:
    schedule: StrokeSchedule[str] = StrokeSchedule()
    schedule.add(beats(4), "late")
    assert schedule.due(STEADY, seconds(11), SECOND) == ([], [(seconds(10) + START, "late")])
    assert schedule.due(STEADY, seconds(11), SECOND) == ([], [])


@given(timelines(), some.lists(some.integers(0, beats(300)), max_size=20), some.lists(moments, max_size=20))
def test_each_is_handed_out_once_or_still_waits(timeline: Timeline, struck: list[int], asked: list[Micros]) -> None:
    schedule: StrokeSchedule[int] = StrokeSchedule()
    for number, beat in enumerate(struck):
        assert schedule.add(Beats(beat), number)
    handed = []
    for now in sorted(asked):
        ready, late = schedule.due(timeline, now, SECOND)
        assert all(now <= due.at < now + SECOND for due in ready)
        assert all(due.at < now for due in late)
        assert ready == sorted(ready, key=lambda due: due.at)
        assert all(due.at == timeline.due(Beats(struck[due.what])) for due in ready + late)
        handed += [due.what for due in ready + late]
    assert len(handed) == len(set(handed)) == len(struck) - len(schedule)


def test_a_tempo_change_bends_what_is_not_yet_handed_out() -> None:
    schedule: StrokeSchedule[int] = StrokeSchedule()
    schedule.add(beats(20), 20)
    faster = STEADY.changed(seconds(10), tempo=Tempo(250_000))
    assert faster.latest.at == seconds(16) + START
    assert due_all(schedule, faster, [seconds(16), seconds(17)]) == [(seconds(17) + START, 20)]


def test_strokes_wait_while_the_circle_stands_and_come_after_it_starts_again() -> None:
    schedule: StrokeSchedule[int] = StrokeSchedule()
    for beat in (0, 4):
        schedule.add(beats(beat), beat)
    stopped = STEADY.changed(seconds(2), running=False)
    assert due_all(schedule, stopped, [seconds(second) for second in range(60)]) == []
    again = stopped.changed(seconds(70), running=True)
    assert due_all(schedule, again, [seconds(69.5), seconds(71.5)]) == [(seconds(70), 0), (seconds(72), 4)]


def test_a_shorter_period_may_let_later_strokes_overtake() -> None:
    schedule: StrokeSchedule[int] = StrokeSchedule()
    longer = Timeline.stopped(Tempo(500_000), Meter(4, 4)).changed(Micros(1), running=True)
    shorter = longer.changed(seconds(2), meter=Meter(4, 1))
    assert shorter.latest.beat == beats(4)
    schedule.add(beats(3), 3)
    schedule.add(beats(5), 5)
    assert [due.what for due in due_all(schedule, shorter, [seconds(4), seconds(9)])] == [5, 3]


def test_memory_is_bounded() -> None:
    schedule: StrokeSchedule[int] = StrokeSchedule(most=2)
    assert [schedule.add(beats(4), number) for number in range(3)] == [True, True, False]
    assert len(schedule) == 2
    schedule.due(STEADY, seconds(9.5), SECOND)
    assert schedule.add(beats(5), 4)


def test_what_waits_need_not_be_comparable() -> None:
    schedule: StrokeSchedule[object] = StrokeSchedule()
    for _ in range(3):
        schedule.add(beats(4), object())
    assert len(schedule.due(STEADY, seconds(9.5), SECOND)[0]) == 3


# --- the guide -------------------------------------------------------------------------------------------------------


def test_the_guide_marks_beats_and_the_first_of_each_cycle() -> None:
    slow = Timeline.stopped(Tempo(1_000_000), Meter(3)).changed(seconds(10), running=True)
    marks = list(guide_beats(slow, Micros(0), seconds(15)))
    assert marks == [GuideBeat(seconds(10 + n), beats(n), n % 3 == 0) for n in range(5)]


def test_the_guide_rests_while_the_circle_stands() -> None:
    stopped = STEADY.changed(seconds(2), running=False)
    assert [mark.beat for mark in guide_beats(stopped, seconds(7.4), seconds(99))] == [beats(15)]
    again = stopped.changed(seconds(70), running=True)
    assert next(guide_beats(again, seconds(8.5), seconds(99))) == (seconds(70), beats(16), True)


def test_a_new_meter_begins_with_a_first() -> None:
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


def test_a_beginning_is_counted_in_by_four_at_its_own_tempo() -> None:
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


def test_what_changes_while_the_circle_stands_leaves_the_count_alone() -> None:
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
