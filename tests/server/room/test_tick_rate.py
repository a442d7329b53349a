"""The tick follows the number of members."""

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.server.room.tick_rate import LONGEST, SHORTEST, TickRate


def test_a_band_and_a_stadium() -> None:
    pace = TickRate()
    assert not pace.follow(4)
    assert pace.tick == SHORTEST
    assert pace.follow(100)
    assert pace.tick == 100_000
    assert pace.follow(3000)
    assert pace.tick == LONGEST


def test_a_few_more_or_less_change_nothing() -> None:
    pace = TickRate()
    pace.follow(100)
    assert not any(pace.follow(members) for members in (101, 124, 90, 76))
    assert pace.follow(75)


def test_the_ends_are_reached() -> None:
    pace = TickRate()
    pace.follow(240)
    assert pace.follow(250)
    assert pace.tick == LONGEST
    pace.follow(28)
    assert pace.follow(25)
    assert pace.tick == SHORTEST


@given(st.lists(st.integers(0, 5000)))
def test_the_tick_stays_in_bounds_and_near_what_fits(numbers: list[int]) -> None:
    pace = TickRate()
    for members in numbers:
        before = pace.tick
        assert pace.follow(members) == (pace.tick != before)
        fitting = min(max(members * 1000, SHORTEST), LONGEST)
        assert abs(pace.tick - fitting) * 4 < pace.tick or pace.tick == fitting
