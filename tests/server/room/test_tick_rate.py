"""The tick follows the number of members."""

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.server.room.tick_rate import LONGEST_TICK, MAX_TICK, MIN_TICK, TickRate, longest_tick
from drumcircle_gui.timing.period import SAFETY_MARGIN
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import SECOND, Micros, Tempo


def test_tick_of_a_small_and_of_a_huge_circle() -> None:
    pace = TickRate()
    assert not pace.adapt(4)
    assert pace.tick == MIN_TICK
    assert pace.adapt(100)
    assert pace.tick == 100_000
    assert pace.adapt(3000)
    assert pace.tick == MAX_TICK


def test_small_changes_keep_the_tick() -> None:
    pace = TickRate()
    pace.adapt(100)
    assert not any(pace.adapt(members) for members in (101, 124, 90, 76))
    assert pace.adapt(75)


def test_the_limits_are_reached() -> None:
    pace = TickRate()
    pace.adapt(240)
    assert pace.adapt(250)
    assert pace.tick == MAX_TICK
    pace.adapt(28)
    assert pace.adapt(25)
    assert pace.tick == MIN_TICK


def test_a_busy_server_lengthens_the_tick_as_far_as_the_circle_has_room() -> None:
    pace = TickRate()
    pace.floor = LONGEST_TICK
    assert pace.adapt(8, MAX_TICK)
    assert pace.tick == MAX_TICK
    assert pace.adapt(8, LONGEST_TICK)
    assert pace.tick == LONGEST_TICK
    pace.floor = MIN_TICK
    assert pace.adapt(1000, LONGEST_TICK)
    assert pace.tick == MAX_TICK


def test_a_tick_is_long_only_if_strokes_arrive_in_half_of_each_period() -> None:
    timeline = Timeline.stopped(Tempo(SECOND // 4), Meter(16))  # 4 s
    half = Micros(2 * SECOND)
    most = Micros((half - 2 * LONGEST_TICK - SAFETY_MARGIN) // 2)
    assert longest_tick(timeline, most) == LONGEST_TICK
    assert longest_tick(timeline, Micros(most + 1)) == MAX_TICK
    shorter = timeline.changed(Micros(8 * SECOND), tempo=Tempo(150_000))  # 2.4 s
    assert longest_tick(shorter, Micros(0)) == MAX_TICK


@given(st.lists(st.integers(0, 5000)))
def test_the_tick_stays_in_bounds_and_near_what_fits(numbers: list[int]) -> None:
    pace = TickRate()
    for members in numbers:
        before = pace.tick
        assert pace.adapt(members) == (pace.tick != before)
        fitting = min(max(members * 1000, MIN_TICK), MAX_TICK)
        assert abs(pace.tick - fitting) * 4 < pace.tick or pace.tick == fitting
