"""When the rooms of a process tick."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.server.fairness.tick_times import TickPhases, TickTimes
from drumcircle_gui.timing.units import SECOND, Micros

TICK = Micros(SECOND // 2)
NOW = Micros(1_000 * SECOND)


def times(phases: TickPhases | None = None, now: int = NOW) -> TickTimes:
    made = TickTimes(phases or TickPhases())
    made.begin(Micros(now), TICK)
    return made


def test_each_tick_is_due_one_tick_after_the_one_before_was_due() -> None:
    alone, spread = times(), times()
    spread.spread()
    spread.ticked(NOW, TICK)
    for each in alone, spread:
        due = each.due
        each.ticked(Micros(due + TICK // 3), TICK)
        assert each.due == due + TICK


def test_missed_ticks_are_skipped() -> None:
    alone, spread = times(), times()
    spread.spread()
    now = Micros(NOW + 10 * TICK + 7)
    for each in alone, spread:
        each.ticked(now, TICK)
        assert now <= each.due <= now + TICK


def test_rooms_that_begin_together_tick_at_different_times() -> None:
    phases = TickPhases()
    rooms = [times(phases) for _ in range(200)]
    for room in rooms:
        room.spread()
        room.ticked(room.due, TICK)
    dues = sorted(room.due for room in rooms)
    assert dues[-1] - dues[0] < TICK
    gaps = [after - before for before, after in itertools.pairwise(dues)]
    assert min(gaps) > TICK / 200 / 3
    assert max(gaps) < TICK / 200 * 3


def test_rooms_are_spread_while_they_have_members() -> None:
    phases = TickPhases()
    first, second = times(phases), times(phases)
    first.spread()
    first.spread()
    second.spread()
    assert phases.take() == 2
    first.release()
    first.release()
    second.ticked(second.due, TICK, alone=True)
    assert [phases.take() for _ in range(3)] == [0, 1, 3]
    due = second.due
    second.ticked(due, TICK, alone=True)
    assert second.due == due + TICK


@given(st.lists(st.tuples(st.integers(5_000, 500_000), st.integers(-1_000, 600_000)), min_size=1), st.integers(0, 500))
def test_ticks_never_stop_nor_hurry(ticks: list[tuple[int, int]], number: int) -> None:
    phases = TickPhases()
    phases._next = number
    room = times(phases)
    room.spread()
    for tick, late in ticks:
        due, came = room.due, Micros(room.due + late)
        room.ticked(came, Micros(tick))
        assert max(due + tick / 2, came) <= room.due <= max(due + 1.5 * tick + 1, came + tick)
