"""Laws of the one-way delay to a room, and of the network path to it."""

from collections.abc import Iterable
from random import Random
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.mpd.sync.latency import (
    ESTIMATORS,
    MAX_POLLS,
    MAX_RECENT,
    MIN_RECENT,
    PATH_CHANGE,
    RECENT,
    RETRANSMISSION,
    WINDOW,
    MinimumFilter,
    Poll,
    RoomLatency,
    TwoMeansFilter,
    two_means,
)
from drumcircle_gui.timing.units import SECOND, Micros, seconds

GAP = seconds(0.1)
START = Micros(0)
USUAL = 40_000

trips = some.integers(0, seconds(3)).map(Micros)


def polls(trips: Iterable[int], start: int = 0, gap: int = GAP) -> list[Poll]:
    """One poll answered every `gap`, the first at `start`."""
    return [Poll(Micros(start + n * gap - trip), Micros(start + n * gap)) for n, trip in enumerate(trips)]


def estimate(name: str, given: Iterable[Poll]) -> Micros:
    estimator = ESTIMATORS[name]()
    for poll in given:
        estimator.add(poll)
    assert estimator.one_way is not None
    return estimator.one_way


def measured(given: Iterable[Poll]) -> RoomLatency:
    path = RoomLatency()
    for poll in given:
        path.poll_sent(poll.sent)
        path.poll_answered(poll)
    return path


def jittery(count: int, seed: int = 0, floor: int = USUAL) -> list[int]:
    chance = Random(seed)
    return [floor + int(chance.gammavariate(4, 1_000)) for _ in range(count)]


# --- estimators ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ESTIMATORS)
def test_before_the_first_poll_there_is_no_estimate(name: str) -> None:
    assert ESTIMATORS[name]().one_way is None


@pytest.mark.parametrize("name", ESTIMATORS)
@given(trips)
def test_the_first_estimate_is_half_of_the_first_round_trip(name: str, trip: Micros) -> None:
    assert abs(estimate(name, polls([trip])) - trip / 2) <= 0.5


@pytest.mark.parametrize("name", ESTIMATORS)
@given(some.lists(trips, min_size=1, max_size=50), some.integers(1, SECOND))
def test_an_estimate_lies_between_the_shortest_and_the_longest(name: str, trips: list[Micros], gap: int) -> None:
    assert min(trips) // 2 <= estimate(name, polls(trips, gap=gap)) <= max(trips) / 2 + 1


@pytest.mark.parametrize("name", ESTIMATORS)
@given(trips, some.integers(1, 50))
def test_a_constant_delay_is_estimated_exactly(name: str, trip: Micros, count: int) -> None:
    assert abs(estimate(name, polls([trip] * count)) - trip / 2) <= 1


@given(some.lists(trips, min_size=1, max_size=12), some.integers(1, seconds(10)))
def test_the_minimum_is_that_of_the_window_unless_the_path_changed(trips: list[Micros], gap: int) -> None:
    given = polls(trips, gap=gap)
    recent = [each.round_trip for each in given if each.received >= given[-1].received - WINDOW]
    recent_trips = [each.round_trip for each in given if each.received >= given[-1].received - RECENT]
    assert estimate("minimum", given) in (min(recent) // 2, min(recent_trips) // 2)
    if len(recent_trips) < MIN_RECENT:
        assert estimate("minimum", given) == min(recent) // 2


def test_the_minimum_follows_a_longer_path_within_seconds() -> None:
    before, after = polls(jittery(200)), polls(jittery(35, floor=USUAL + 30_000), start=200 * GAP)
    assert estimate("minimum", before + after[:18]) < USUAL // 2 + 500
    assert estimate("minimum", before + after[:22]) == pytest.approx((USUAL + 30_000) / 2, abs=1_500)
    shorter = polls([USUAL - 20_000], start=240 * GAP)
    assert estimate("minimum", before + after + shorter) == USUAL // 2 - 10_000


@pytest.mark.parametrize("seed", range(5))
def test_jitter_is_not_a_longer_path(seed: int) -> None:
    estimator, least = MinimumFilter(), 10**9
    for poll in polls(jittery(250, seed, floor=4_000), gap=seconds(0.1)):
        estimator.add(poll)
        least = min(least, poll.round_trip)
        assert estimator.one_way == least // 2
    assert PATH_CHANGE > 0


def test_the_average_follows_a_change() -> None:
    given = polls([USUAL] * 100 + [2 * USUAL] * 100)
    assert estimate("ewma", given[:101]) < USUAL * 0.55
    assert USUAL * 0.75 < estimate("ewma", given[:120]) < USUAL * 0.9
    assert estimate("ewma", given) == pytest.approx(USUAL, rel=0.02)


@given(some.lists(trips, min_size=1, max_size=60))
def test_the_clusters_are_separate_and_complete(trips: list[Micros]) -> None:
    fast, slow = two_means(sorted(trips))
    assert fast + slow == sorted(trips)
    assert fast
    if len(set(trips)) > 1:
        middle = (fmean(fast) + fmean(slow)) / 2
        assert fast[-1] <= middle + 1e-6 < slow[0] + 2e-6
    else:
        assert not slow


def test_an_example_of_two_clusters() -> None:
    fast, slow = two_means(sorted(Micros(each) for each in (1, 1, 1, 1, 1, 10, 1, 1, 1, 9)))
    assert (fast, slow) == ([1] * 8, [9, 10])


def test_neither_lost_packets_nor_spikes_change_the_median() -> None:
    assert estimate("median", polls([USUAL] * 12 + [USUAL + 250_000] * 9)) == USUAL // 2
    assert estimate("median", polls([USUAL] * 50 + [2 * USUAL] * 12)) == USUAL
    assert estimate("median", polls([USUAL] * 1000 + [2 * USUAL] * (MAX_RECENT // 2 + 1), gap=1)) == USUAL


def test_two_means_discards_lost_packets() -> None:
    trips = [USUAL] * 9 + [USUAL + 250_000] + [USUAL + 10]
    assert estimate("two-means", polls(trips)) == pytest.approx(USUAL / 2, abs=5)
    assert estimate("ewma", polls(trips)) > USUAL * 0.55


def test_two_means_keeps_both_clusters_of_equal_size() -> None:
    assert estimate("two-means", polls([USUAL, 2 * USUAL] * 6)) == pytest.approx(USUAL * 0.75, rel=0.05)


def test_two_means_uses_the_last_complete_second() -> None:
    assert estimate("two-means", polls([USUAL] * 11 + [9 * USUAL] * 5)) == USUAL // 2
    assert estimate("two-means", polls([USUAL] * 11 + [3 * USUAL] * 11)) == 3 * USUAL // 2


def test_the_batch_of_two_means_is_bounded() -> None:
    estimator = TwoMeansFilter()
    for poll in polls([USUAL] * (MAX_POLLS + 5), gap=1):
        estimator.add(poll)
    assert len(estimator._batch) == 5


# --- the path --------------------------------------------------------------------------------------------------------


def test_the_one_way_delay_is_that_of_the_chosen_estimator() -> None:
    for name in ESTIMATORS:
        path = RoomLatency(name)
        assert (path.one_way, path.min_round_trip, path.smoothed_round_trip, path.loss, path.silent_since) == (
            None,
            0,
            0,
            0.0,
            None,
        )
        for poll in polls(jittery(40)):
            path.poll_answered(poll)
        assert path.one_way == estimate(name, polls(jittery(40)))
        assert path.min_round_trip == min(jittery(40)) // 2 * 2
        assert path.smoothed_round_trip == pytest.approx(USUAL + 4_000, abs=2_000)


@pytest.mark.parametrize("seed", range(5))
def test_the_share_of_lost_packets_is_measured(seed: int) -> None:
    chance = Random(seed)
    trips = [trip + (chance.random() < 0.1) * chance.choice((200_000, 600_000)) for trip in jittery(300, seed)]
    lost = sum(trip > USUAL + 150_000 for trip in trips)
    assert measured(polls(trips)).loss == pytest.approx(lost / 300, abs=0.005)


def test_losses_count_for_thirty_seconds() -> None:
    bad = [USUAL] * 20 + [USUAL + 300_000] * 10
    assert measured(polls(bad)).loss == pytest.approx(1 / 3)
    later = polls([USUAL] * 300, start=40 * GAP)
    assert measured(polls(bad) + later[:250]).loss == pytest.approx(10 / 280)
    assert measured(polls(bad) + later).loss == 0


def test_queues_and_longer_paths_are_not_losses() -> None:
    assert measured(polls([USUAL] * 100 + [USUAL + RETRANSMISSION - 1_000])).loss == 0
    longer = measured(polls([USUAL] * 100 + [USUAL + 400_000] * 200))
    assert longer.loss < 0.12
    assert longer.smoothed_round_trip == pytest.approx(USUAL + 400_000, rel=0.01)


@pytest.mark.parametrize("seed", range(3))
def test_strong_jitter_is_not_loss(seed: int) -> None:
    chance = Random(seed)
    assert measured(polls([USUAL + chance.randrange(450_000) for _ in range(300)])).loss < 0.1


def test_memory_is_bounded() -> None:
    crowded = measured(polls([5] * (MAX_POLLS + 100), gap=10))
    for at in range(3 * MAX_POLLS):
        crowded.poll_sent(Micros(10**6 + at))
    assert len(crowded._losses._polls) == MAX_POLLS
    slower = measured(polls(range(2 * MAX_POLLS), gap=10))
    assert len(slower._minimum._window._rising) == MAX_POLLS
    assert len(crowded._unanswered) == MAX_POLLS
    assert crowded.silent_since == 10**6


def test_silence_begins_with_the_first_unanswered_poll() -> None:
    path = RoomLatency()
    for at in (1_000, 2_000, 3_000):
        path.poll_sent(Micros(at))
    assert path.silent_since == 1_000
    path.poll_answered(Poll(Micros(2_000), Micros(5_000)))
    assert path.silent_since == 3_000
    path.poll_answered(Poll(Micros(1_000), Micros(6_000)))
    assert path.silent_since == 3_000
    path.poll_answered(Poll(Micros(3_000), Micros(7_000)))
    assert path.silent_since is None


@given(some.lists(some.tuples(some.booleans(), some.integers(0, SECOND)), max_size=60))
def test_any_sequence_of_polls_gives_valid_values(sequence: list[tuple[bool, int]]) -> None:
    path, now = RoomLatency(), START
    for asks, after in sequence:
        now = Micros(now + after)
        if asks:
            path.poll_sent(now)
        else:
            path.poll_answered(Poll(Micros(now - after // 2), now))
        assert 0 <= path.loss <= 1
        assert path.silent_since is None or path.silent_since <= now
