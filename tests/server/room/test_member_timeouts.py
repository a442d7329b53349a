"""The clock by which silent and disconnected members are measured."""

from drumcircle_gui.server.room.member_timeouts import MAX_TICK_GAP, SILENCE_TIMEOUT, AwakeClock
from drumcircle_gui.timing.units import SECOND, Micros


def test_it_measures_how_long_the_server_runs() -> None:
    clock = AwakeClock()
    for tick in range(1, 101):
        clock.tick(Micros(tick * SECOND // 4))
    assert clock.time == 25 * SECOND


def test_a_gap_of_the_server_itself_does_not_count_as_silence_of_members() -> None:
    clock = AwakeClock()
    clock.tick(Micros(SECOND))
    heard_at = clock.time
    clock.tick(Micros(31 * SECOND))  # the server was stopped for 30 s
    assert clock.time - heard_at == MAX_TICK_GAP < SILENCE_TIMEOUT
