"""Laws of the delay to a room, and of the line to it."""

from collections.abc import Iterable
from random import Random
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from drumcircle_gui.mpd.sync.latency import (
    CLEAR_FOR,
    ESTIMATORS,
    MAX_POLLS,
    MAX_RECENT,
    MIN_RECENT,
    PATH_CHANGE,
    PROMPT_MARGIN,
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
    """One answered every `gap`, the first at `start`."""
    return [Poll(Micros(start + n * gap - trip), Micros(start + n * gap)) for n, trip in enumerate(trips)]


def estimate(name: str, given: Iterable[Poll]) -> Micros:
    estimator = ESTIMATORS[name]()
    for poll in given:
        estimator.add(poll)
    assert estimator.one_way is not None
    return estimator.one_way


def line(given: Iterable[Poll]) -> RoomLatency:
    line = RoomLatency()
    for poll in given:
        line.poll_sent(poll.sent)
        line.poll_answered(poll)
    return line


def jittery(count: int, seed: int = 0, floor: int = USUAL) -> list[int]:
    chance = Random(seed)
    return [floor + int(chance.gammavariate(4, 1_000)) for _ in range(count)]


# --- estimators ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ESTIMATORS)
def test_before_the_first_poll_nothing_is_known(name: str) -> None:
    assert ESTIMATORS[name]().one_way is None


@pytest.mark.parametrize("name", ESTIMATORS)
@settings(max_examples=20)
@given(trips)
def test_the_first_poll_tells_half_of_what_it_took(name: str, trip: Micros) -> None:
    assert abs(estimate(name, polls([trip])) - trip / 2) <= 0.5


@pytest.mark.parametrize("name", ESTIMATORS)
@settings(max_examples=30)
@given(some.lists(trips, min_size=1, max_size=50), some.integers(1, SECOND))
def test_what_is_estimated_was_seen(name: str, trips: list[Micros], gap: int) -> None:
    assert min(trips) // 2 <= estimate(name, polls(trips, gap=gap)) <= max(trips) / 2 + 1


@pytest.mark.parametrize("name", ESTIMATORS)
@settings(max_examples=20)
@given(trips, some.integers(1, 50))
def test_what_never_changes_is_estimated_exactly(name: str, trip: Micros, count: int) -> None:
    assert abs(estimate(name, polls([trip] * count)) - trip / 2) <= 1


@given(some.lists(trips, min_size=1, max_size=12), some.integers(1, seconds(10)))
def test_the_minimum_is_that_of_the_window_unless_the_way_changed(trips: list[Micros], gap: int) -> None:
    given = polls(trips, gap=gap)
    recent = [each.round_trip for each in given if each.received >= given[-1].received - WINDOW]
    lately = [each.round_trip for each in given if each.received >= given[-1].received - RECENT]
    assert estimate("minimum", given) in (min(recent) // 2, min(lately) // 2)
    if len(lately) < MIN_RECENT:
        assert estimate("minimum", given) == min(recent) // 2


def test_the_minimum_follows_a_way_that_has_become_longer_within_seconds() -> None:
    before, after = polls(jittery(200)), polls(jittery(35, floor=USUAL + 30_000), start=200 * GAP)
    assert estimate("minimum", before + after[:18]) < USUAL // 2 + 500
    assert estimate("minimum", before + after[:22]) == pytest.approx((USUAL + 30_000) / 2, abs=1_500)
    shorter = polls([USUAL - 20_000], start=240 * GAP)
    assert estimate("minimum", before + after + shorter) == USUAL // 2 - 10_000


@pytest.mark.parametrize("seed", range(5))
def test_the_minimum_takes_jitter_for_no_other_way(seed: int) -> None:
    estimator, least = MinimumFilter(), 10**9
    for poll in polls(jittery(250, seed, floor=4_000), gap=seconds(0.1)):
        estimator.add(poll)
        least = min(least, poll.round_trip)
        assert estimator.one_way == least // 2
    assert PATH_CHANGE > 0


def test_the_average_forgets() -> None:
    given = polls([USUAL] * 100 + [2 * USUAL] * 100)
    assert estimate("ewma", given[:101]) < USUAL * 0.55
    assert USUAL * 0.75 < estimate("ewma", given[:120]) < USUAL * 0.9
    assert estimate("ewma", given) == pytest.approx(USUAL, rel=0.02)


@given(some.lists(trips, min_size=1, max_size=60))
def test_clusters_lie_apart_and_are_all(trips: list[Micros]) -> None:
    quick, slow = two_means(sorted(trips))
    assert quick + slow == sorted(trips)
    assert quick
    if len(set(trips)) > 1:
        middle = (fmean(quick) + fmean(slow)) / 2
        assert quick[-1] <= middle + 1e-6 < slow[0] + 2e-6
    else:
        assert not slow


def test_the_older_projects_example() -> None:
    quick, slow = two_means(sorted(Micros(each) for each in (1, 1, 1, 1, 1, 10, 1, 1, 1, 9)))
    assert (quick, slow) == ([1] * 8, [9, 10])


def test_the_median_is_moved_by_neither_lost_packets_nor_spikes() -> None:
    assert estimate("median", polls([USUAL] * 12 + [USUAL + 250_000] * 9)) == USUAL // 2
    assert estimate("median", polls([USUAL] * 50 + [2 * USUAL] * 12)) == USUAL
    assert estimate("median", polls([USUAL] * 1000 + [2 * USUAL] * (MAX_RECENT // 2 + 1), gap=1)) == USUAL


def test_two_means_leave_lost_packets_out() -> None:
    trips = [USUAL] * 9 + [USUAL + 250_000] + [USUAL + 10]
    assert estimate("two-means", polls(trips)) == pytest.approx(USUAL / 2, abs=5)
    assert estimate("ewma", polls(trips)) > USUAL * 0.55


def test_two_means_keep_both_clusters_if_they_are_alike() -> None:
    assert estimate("two-means", polls([USUAL, 2 * USUAL] * 6)) == pytest.approx(USUAL * 0.75, rel=0.05)


def test_two_means_answer_from_the_last_whole_second() -> None:
    assert estimate("two-means", polls([USUAL] * 11 + [9 * USUAL] * 5)) == USUAL // 2
    assert estimate("two-means", polls([USUAL] * 11 + [3 * USUAL] * 11)) == 3 * USUAL // 2


def test_a_batch_is_bounded() -> None:
    estimator = TwoMeansFilter()
    for poll in polls([USUAL] * (MAX_POLLS + 5), gap=1):
        estimator.add(poll)
    assert len(estimator._batch) == 5


# --- the line --------------------------------------------------------------------------------------------------------


def test_a_line_asks_the_estimator_that_it_was_told_to() -> None:
    for name in ESTIMATORS:
        line = RoomLatency(name)
        assert (line.one_way, line.min_round_trip, line.smoothed_round_trip, line.loss, line.silent_since) == (
            None,
            0,
            0,
            0.0,
            None,
        )
        for poll in polls(jittery(40)):
            line.poll_answered(poll)
        assert line.one_way == estimate(name, polls(jittery(40)))
        assert line.min_round_trip == min(jittery(40)) // 2 * 2
        assert line.smoothed_round_trip == pytest.approx(USUAL + 4_000, abs=2_000)


@pytest.mark.parametrize("seed", range(5))
def test_the_share_of_lost_packets_is_told(seed: int) -> None:
    chance = Random(seed)
    trips = [trip + (chance.random() < 0.1) * chance.choice((200_000, 600_000)) for trip in jittery(300, seed)]
    lost = sum(trip > USUAL + 150_000 for trip in trips)
    assert line(polls(trips)).loss == pytest.approx(lost / 300, abs=0.005)


def test_losses_are_forgotten() -> None:
    bad = [USUAL] * 20 + [USUAL + 300_000] * 10
    assert line(polls(bad)).loss == pytest.approx(1 / 3)
    later = polls([USUAL] * 300, start=40 * GAP)
    assert line(polls(bad) + later[:250]).loss == pytest.approx(10 / 280)
    assert line(polls(bad) + later).loss == 0


def test_queues_and_detours_are_no_losses() -> None:
    assert line(polls([USUAL] * 100 + [USUAL + RETRANSMISSION - 1_000])).loss == 0
    detour = line(polls([USUAL] * 100 + [USUAL + 400_000] * 200))
    assert detour.loss < 0.12
    assert detour.smoothed_round_trip == pytest.approx(USUAL + 400_000, rel=0.01)


@pytest.mark.parametrize("seed", range(3))
def test_a_very_uneven_line_loses_little(seed: int) -> None:
    chance = Random(seed)
    assert line(polls([USUAL + chance.randrange(450_000) for _ in range(300)])).loss < 0.1


def test_memory_is_bounded() -> None:
    crowded = line(polls([5] * (MAX_POLLS + 100), gap=10))
    for at in range(3 * MAX_POLLS):
        crowded.poll_sent(Micros(10**6 + at))
    assert len(crowded._losses._polls) == MAX_POLLS
    slower = line(polls(range(2 * MAX_POLLS), gap=10))
    assert len(slower._least._window._rising) == MAX_POLLS
    assert len(crowded._asked) == MAX_POLLS
    assert crowded.silent_since == 10**6


def test_silence_lasts_since_the_first_question_after_the_last_one_answered() -> None:
    line = RoomLatency()
    for at in (1_000, 2_000, 3_000):
        line.poll_sent(Micros(at))
    assert line.silent_since == 1_000
    line.poll_answered(Poll(Micros(2_000), Micros(5_000)))
    assert line.silent_since == 3_000
    line.poll_answered(Poll(Micros(1_000), Micros(6_000)))
    assert line.silent_since == 3_000
    line.poll_answered(Poll(Micros(3_000), Micros(7_000)))
    assert line.silent_since is None


# --- right now -------------------------------------------------------------------------------------------------------


def prompt_line() -> tuple[RoomLatency, Micros]:
    given = polls([USUAL] * 50)
    return line(given), given[-1].received


def test_a_line_is_clear_while_it_answers_promptly() -> None:
    line, now = prompt_line()
    assert line.is_clear(now)
    assert line.is_clear(Micros(now + CLEAR_FOR))
    assert not line.is_clear(Micros(now + CLEAR_FOR + 1))
    assert not RoomLatency().is_clear(now)


@pytest.mark.parametrize(
    ("later", "clear"), [(0, True), (PROMPT_MARGIN, True), (PROMPT_MARGIN + 3_000, False), (200_000, False)]
)
def test_a_late_answer_tells_of_a_burst(later: int, clear: bool) -> None:
    line, now = prompt_line()
    line.poll_sent(now)
    answered = Micros(now + USUAL + later)
    line.poll_answered(Poll(now, answered))
    assert line.is_clear(answered) == clear


def test_so_does_no_answer() -> None:
    given = polls([4_000] * 50)
    near, now = line(given), given[-1].received
    assert near.answer_timeout == 4_000 + PROMPT_MARGIN
    near.poll_sent(now)
    assert near.is_clear(Micros(now + near.answer_timeout))
    assert not near.is_clear(Micros(now + near.answer_timeout + 1))


def test_an_older_question_that_is_answered_later_tells_nothing_about_now() -> None:
    line, now = prompt_line()
    line.poll_sent(Micros(now - 300_000))
    line.poll_sent(now)
    line.poll_answered(Poll(now, Micros(now + USUAL)))
    line.poll_answered(Poll(Micros(now - 300_000), Micros(now + USUAL + 1)))
    assert line.is_clear(Micros(now + USUAL + 2))


@given(some.lists(some.tuples(some.booleans(), some.integers(0, SECOND)), max_size=60))
def test_whatever_comes_the_line_says_something_sensible(course: list[tuple[bool, int]]) -> None:
    line, now = RoomLatency(), START
    for asks, after in course:
        now = Micros(now + after)
        if asks:
            line.poll_sent(now)
        else:
            line.poll_answered(Poll(Micros(now - after // 2), now))
        assert 0 <= line.loss <= 1
        assert line.silent_since is None or line.silent_since <= now
        assert line.is_clear(now) in (True, False)
