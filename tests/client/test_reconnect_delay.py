"""The delays between attempts to reconnect."""

import random
from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.client.reconnect_delay import FIRST_DELAY_S, GROWTH, MAX_DELAY_S, reconnect_delays


def ranges(count: int) -> list[tuple[float, float]]:
    """The ends of the ranges from which the first `count` delays are drawn, in seconds."""
    longest = [min(FIRST_DELAY_S * GROWTH**number, MAX_DELAY_S) for number in range(count)]
    return [(longest / 2, longest) for longest in longest]


@given(st.randoms(use_true_random=False))
def test_each_delay_is_within_the_upper_half_of_its_range(source: random.Random) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(random, "uniform", source.uniform)
        delays = list(islice(reconnect_delays(), 40))
    for delay, (low, high) in zip(delays, ranges(40), strict=True):
        assert low * (1 - 1e-9) <= delay <= high * (1 + 1e-9)


def test_the_longest_delays_grow_up_to_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(random, "uniform", lambda low, high: high)
    delays = list(islice(reconnect_delays(), 40))
    assert all(before < after for before, after in pairwise(delays[:15]))
    assert delays[0] == FIRST_DELAY_S and delays[-1] == MAX_DELAY_S


def test_an_outage_is_prolonged_by_at_most_half(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(random, "uniform", lambda low, high: high)
    delays = list(islice(reconnect_delays(), 40))
    for number, delay in enumerate(delays):
        assert delay <= FIRST_DELAY_S + sum(delays[:number]) / 2


def test_each_call_begins_with_short_delays() -> None:
    used = reconnect_delays()
    assert max(islice(used, 40)) > 1
    assert next(reconnect_delays()) <= FIRST_DELAY_S


def test_delays_are_random() -> None:
    delays = list(islice(reconnect_delays(), 40))
    for number, delay in enumerate(delays):
        assert delay <= 0.25 + sum(delays[:number]) / 2
    assert all(4 <= delay <= 8 for delay in delays[20:])
    assert len(set(delays)) > 5
