"""Laws of the schedule of strokes."""

from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.timing.schedule import DueStroke, StrokeSchedule
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import SECOND, Beats, Micros, Tempo, beats, seconds

from .strategies import moments, timelines

STEADY = Timeline.stopped(Tempo(500_000), Meter(16)).changed(Micros(1), running=True)  # starts 1 us after 0
START = 1


def due_all(schedule: StrokeSchedule[int], timeline: Timeline, moments: list[Micros]) -> list[DueStroke[int]]:
    """All strokes returned in time when asked at these moments."""
    return [due for now in moments for due in schedule.due(timeline, now, SECOND)[0]]


def test_a_stroke_is_returned_within_the_horizon_one_period_later() -> None:
    schedule: StrokeSchedule[str] = StrokeSchedule()
    schedule.add(beats(4), "stroke")
    assert schedule.due(STEADY, Micros(seconds(9) + START), SECOND) == ([], [])
    assert schedule.due(STEADY, seconds(9.5), SECOND) == ([(seconds(10) + START, "stroke")], [])
    assert schedule.due(STEADY, seconds(9.6), SECOND) == ([], [])


def test_a_stroke_that_arrives_inside_the_horizon_is_returned_at_once() -> None:
    schedule: StrokeSchedule[str] = StrokeSchedule()
    schedule.due(STEADY, seconds(9.5), SECOND)
    schedule.add(beats(4), "just in time")
    assert schedule.due(STEADY, Micros(seconds(10) + START), SECOND)[0] == [(seconds(10) + START, "just in time")]


def test_a_late_stroke_is_returned_once() -> None:
    schedule: StrokeSchedule[str] = StrokeSchedule()
    schedule.add(beats(4), "late")
    assert schedule.due(STEADY, seconds(11), SECOND) == ([], [(seconds(10) + START, "late")])
    assert schedule.due(STEADY, seconds(11), SECOND) == ([], [])


@given(timelines(), some.lists(some.integers(0, beats(300)), max_size=5), moments)
def test_it_holds_due_strokes_if_it_would_return_any(timeline: Timeline, struck: list[int], now: Micros) -> None:
    schedule: StrokeSchedule[int] = StrokeSchedule()
    for number, beat in enumerate(struck):
        schedule.add(Beats(beat), number)
    held = schedule.holds_due(timeline, Micros(now + SECOND))
    assert held == any(schedule.due(timeline, now, SECOND))


@given(timelines(), some.lists(some.integers(0, beats(300)), max_size=20), some.lists(moments, max_size=20))
def test_a_stroke_is_returned_once_or_still_pending(timeline: Timeline, struck: list[int], asked: list[Micros]) -> None:
    schedule: StrokeSchedule[int] = StrokeSchedule()
    for number, beat in enumerate(struck):
        assert schedule.add(Beats(beat), number)
    handed = []
    for now in sorted(asked):
        ready, late = schedule.due(timeline, now, SECOND)
        assert all(now <= due.at < now + SECOND for due in ready)
        assert all(due.at < now for due in late)
        assert ready == sorted(ready, key=lambda due: due.at)
        assert all(due.at == timeline.due(Beats(struck[due.stroke])) for due in ready + late)
        handed += [due.stroke for due in ready + late]
    assert len(handed) == len(set(handed)) == len(struck) - len(schedule)


def test_a_tempo_change_moves_strokes_not_yet_returned() -> None:
    schedule: StrokeSchedule[int] = StrokeSchedule()
    schedule.add(beats(20), 20)
    faster = STEADY.changed(seconds(10), tempo=Tempo(250_000))
    assert faster.latest.at == seconds(16) + START
    assert due_all(schedule, faster, [seconds(16), seconds(17)]) == [(seconds(17) + START, 20)]


def test_strokes_wait_while_the_circle_is_stopped_and_sound_after_it_starts_again() -> None:
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
    assert [due.stroke for due in due_all(schedule, shorter, [seconds(4), seconds(9)])] == [5, 3]


def test_memory_is_bounded() -> None:
    schedule: StrokeSchedule[int] = StrokeSchedule(capacity=2)
    assert [schedule.add(beats(4), number) for number in range(3)] == [True, True, False]
    assert len(schedule) == 2
    schedule.due(STEADY, seconds(9.5), SECOND)
    assert schedule.add(beats(5), 4)


def test_pending_strokes_need_not_be_comparable() -> None:
    schedule: StrokeSchedule[object] = StrokeSchedule()
    for _ in range(3):
        schedule.add(beats(4), object())
    assert len(schedule.due(STEADY, seconds(9.5), SECOND)[0]) == 3
