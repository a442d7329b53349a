"""The token bucket."""

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.server.fairness.token_bucket import TokenBucket
from drumcircle_gui.timing.units import SECOND, Micros

RATES = st.integers(1, 300)


def test_a_burst_is_granted_at_once_and_then_the_rate() -> None:
    allowance = TokenBucket(rate=2, burst=5)
    assert allowance.take(7, Micros(0)) == 5
    assert allowance.take(1, Micros(SECOND // 2 - 1)) == 0
    assert allowance.take(3, Micros(SECOND)) == 2


def test_unused_units_accumulate_up_to_the_burst() -> None:
    allowance = TokenBucket(rate=1, burst=3)
    allowance.take(3, Micros(0))
    assert allowance.take(9, Micros(60 * SECOND)) == 3


def test_what_is_lacking_is_filled_at_the_rate() -> None:
    allowance = TokenBucket(rate=2, burst=5)
    assert allowance.lack(Micros(0)) == 0
    allowance.take(4, Micros(0))
    assert allowance.lack(Micros(0)) == 4
    assert allowance.lack(Micros(SECOND)) == 2
    assert allowance.lack(Micros(9 * SECOND)) == 0


@given(RATES, RATES, st.lists(st.tuples(st.integers(0, 50), st.integers(0, 2 * SECOND))))
def test_never_more_than_the_burst_and_the_rate_allow(rate: int, burst: int, requests: list[tuple[int, int]]) -> None:
    allowance, now, granted = TokenBucket(rate, burst), 0, 0
    for wanted, passed in requests:
        now += passed
        taken = allowance.take(wanted, Micros(now))
        assert 0 <= taken <= wanted
        granted += taken
        assert granted * SECOND <= burst * SECOND + rate * now
