"""Everybody has their turn."""

from drumcircle_gui.server.room.status_rotation import MOST_PER_SECOND, StatusRotation
from drumcircle_gui.timing.units import SECOND, Micros

TICK = Micros(SECOND // 4)


def test_a_turn_comes_a_second_after_entering() -> None:
    rota = StatusRotation()
    rota.enter(7, Micros(0))
    assert rota.turns(Micros(SECOND - 1), TICK) == []
    assert rota.turns(Micros(SECOND), TICK) == [7]
    assert rota.turns(Micros(9 * SECOND), TICK) == []


def test_entering_twice_counts_once() -> None:
    rota = StatusRotation()
    rota.enter(7, Micros(0))
    rota.enter(7, Micros(SECOND // 2))
    assert rota.turns(Micros(SECOND), TICK) == [7]


def test_a_thousand_come_in_turn_and_never_too_many_at_once() -> None:
    rota = StatusRotation()
    for id in range(1000):
        rota.enter(id, Micros(0))
    told: list[int] = []
    for tick in range(4, 24):
        turns = rota.turns(Micros(tick * TICK), TICK)
        assert len(turns) <= MOST_PER_SECOND // 4
        told += turns
        for id in turns:
            rota.enter(id, Micros(tick * TICK))
    assert told == list(range(1000))
