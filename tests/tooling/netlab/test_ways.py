from itertools import pairwise
from random import Random
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.timing.units import SECOND, Micros
from tests.tools.netlab.ways import Loss, Traffic, Way

gaps = st.lists(st.integers(0, 50_000), min_size=1, max_size=60)
seeds = st.integers(0, 2**32)


def journeys(way: Way, gaps: list[int], seed: int = 1, size: int = 100) -> list[tuple[Micros, Micros | None]]:
    """The times at which each packet is sent and arrives."""
    traffic, now, found = Traffic(way, Random(seed)), Micros(0), []
    for gap in gaps:
        now = Micros(now + gap)
        found.append((now, traffic.arrival(size, now)))
    return found


def lost(way: Way, gaps: list[int]) -> list[bool]:
    return [arrival is None for _, arrival in journeys(way, gaps)]


@given(gaps, seeds)
def test_no_packet_is_faster_than_the_minimum_or_lost(gaps: list[int], seed: int) -> None:
    way = Way(7_000, waiting=2_000, spikes=0.2)
    assert all(arrival and arrival - begun >= 7_000 for begun, arrival in journeys(way, gaps, seed))


@given(gaps)
def test_without_queueing_the_delay_is_exact(gaps: list[int]) -> None:
    assert {arrival and arrival - begun for begun, arrival in journeys(Way(7_000), gaps)} == {7_000}


@given(gaps, seeds)
def test_no_packet_overtakes_another(gaps: list[int], seed: int) -> None:
    arrivals = [arrival or 0 for _, arrival in journeys(Way(1_000, waiting=20_000), gaps, seed)]
    assert arrivals == sorted(arrivals)


def test_packets_overtake_where_order_is_not_kept() -> None:
    arrivals = [arrival or 0 for _, arrival in journeys(Way(1_000, waiting=20_000, in_order=False), [1_000] * 100)]
    assert arrivals != sorted(arrivals)


def test_queueing_and_spikes_have_the_given_means() -> None:
    def mean(way: Way) -> float:
        return fmean((arrival or 0) - begun for begun, arrival in journeys(way, [10_000_000] * 20_000))

    assert mean(Way(1_000, waiting=5_000)) == pytest.approx(6_000, rel=0.02)
    assert mean(Way(1_000, spikes=0.1, spike=50_000)) == pytest.approx(6_000, rel=0.1)


@pytest.mark.parametrize("gap", [500, 25_000, 1_000_000])
def test_the_lost_share_does_not_depend_on_the_packet_rate(gap: int) -> None:
    count = max(20_000, 2_000_000_000 // gap // 40)
    assert fmean(lost(Way(loss=Loss(0.1)), [gap] * count)) == pytest.approx(0.1, rel=0.15)


@pytest.mark.slow
def test_losses_come_in_bursts_of_the_given_length() -> None:
    gap, burst = 1_000, 40_000.0
    course = lost(Way(loss=Loss(0.1, burst)), [gap] * 400_000)
    beginnings = sum(now and not before for before, now in pairwise(course))
    assert sum(course) * gap / beginnings == pytest.approx(burst, rel=0.1)


def test_a_retransmission_much_later_has_an_independent_chance() -> None:
    loss = Loss(0.1, 40_000)
    assert loss.likely(True, 0) == 1
    assert loss.likely(False, 0) == 0
    assert loss.likely(True, 10 * 40_000) == pytest.approx(0.1, abs=0.001)
    assert loss.likely(True, 20_000) > 0.5 > loss.likely(False, 20_000)


def test_a_rate_limit_spaces_packets() -> None:
    arrivals = [arrival for _, arrival in journeys(Way(1_000, rate=10_000), [0, 0, 0], size=100)]
    assert arrivals == [11_000, 21_000, 31_000]


def test_packets_beyond_the_queue_are_lost_and_no_others() -> None:
    way = Way(rate=100_000, queue=50_000)
    found = journeys(way, [500] * 2_000, size=100)
    through = [arrival for _, arrival in found if arrival is not None]
    assert len(through) * 100 == pytest.approx(100_000 * (2_000 * 500 / SECOND), rel=0.06)
    assert all(arrival - begun <= 51_000 for begun, arrival in found if arrival is not None)
