"""Pauses after failures."""

from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.timing.backoff import Backoff
from drumcircle_gui.timing.units import Micros

FIRST, LONGEST = Micros(1_000), Micros(64_000)


@given(st.lists(st.booleans(), max_size=30))
def test_pauses_double_up_to_the_longest_and_begin_anew_after_a_success(outcomes: list[bool]) -> None:
    backoff, now, failures = Backoff(FIRST, LONGEST), Micros(0), 0
    for good in outcomes:
        assert backoff.may_try(now)
        if good:
            backoff.succeed()
            failures = 0
            continue
        pause = backoff.fail(now)
        expected = min(FIRST * 2**failures, LONGEST)
        assert expected / 2 <= pause <= expected
        assert not backoff.may_try(Micros(now + pause - 1))
        now = Micros(now + pause)
        failures += 1
