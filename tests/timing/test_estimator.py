"""Laws of the estimated clock, with simulated networks and clocks."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as some

from drumcircle_gui.timing.estimator import (
    MAX_DRIFT_PPM,
    MAX_SLEW_MICROS,
    MAX_SLEW_PPM,
    POLLING,
    POLLING_LATER,
    SETTLING_TIME,
    WINDOW,
    Clock,
    ClockEstimator,
    ClockExchange,
    polling_delay,
)
from drumcircle_gui.timing.units import SECOND, Micros, seconds
from tests.tools.baselines.clocks import BestOfTen, PlainMean, polling_of_2016
from tests.tools.simulation import PATHS, UNEVEN, Clocks, Path, exchange, exchanges

HOUR = seconds(3600)

clocks = some.builds(
    Clock,
    reference=some.integers(-(2**50), 2**50),
    offset=some.integers(-(2**50), 2**50),
    drift=some.floats(-MAX_DRIFT_PPM, MAX_DRIFT_PPM),
    bound=some.just(Micros(1000)),
    error=some.just(Micros(100)),
    slew=some.just(0) | some.integers(-400_000, 400_000),
)
spans = some.integers(-HOUR, HOUR) | some.integers(-seconds(2), seconds(2))
delays = some.integers(0, seconds(2)) | some.integers(0, 1000)


def asked(truth: Clocks, sent: int, there: int, back: int) -> ClockExchange:
    """An exchange with the given delays in micros, to which the server replies at once."""
    received = truth.circle(sent) + there
    returned = truth.local(received + back)
    return ClockExchange(Micros(sent), Micros(int(received)), Micros(int(received)), Micros(int(returned)))


def even(sent: int, offset: int, way: int = 10_000) -> ClockExchange:
    """An exchange that took `way` micros in either direction, with clocks that do not drift."""
    at = Micros(sent + way + offset)
    return ClockExchange(Micros(sent), at, at, Micros(sent + 2 * way))


def errors(estimator: ClockEstimator | BestOfTen | PlainMean, path: Path, seed: int) -> list[float]:
    """Errors in micros, a second after each exchange of a ten-minute connection but for its first ten seconds."""
    truth = Clocks()
    polling = polling_delay if isinstance(estimator, ClockEstimator) else polling_of_2016
    course = exchanges(path, truth, polling, seconds(600), Random(seed))
    moments = [(estimator.add(each), Micros(each.returned + SECOND)) for each in course]
    return [abs(clock.circle(at) - truth.circle(at)) for clock, at in moments if at > seconds(10)]


def p95(values: list[float]) -> float:
    return sorted(values)[int(0.95 * len(values))]


# --- one exchange ----------------------------------------------------------------------------------------------------


def test_the_round_trip_excludes_the_servers_time() -> None:
    exchange = ClockExchange(Micros(1000), Micros(501_000), Micros(507_000), Micros(27_000))
    assert exchange.round_trip == 20_000
    assert exchange.offset == 490_000


@given(delays, delays, some.floats(-100, 100))
def test_the_truth_lies_between_low_and_high(there: int, back: int, drift: float) -> None:
    truth = Clocks(drift=drift)
    exchange = asked(truth, seconds(5), there, back)
    assert exchange.low <= truth.circle(exchange.returned) - exchange.returned
    assert exchange.high >= truth.circle(exchange.sent) - exchange.sent


# --- the clock -------------------------------------------------------------------------------------------------------


@given(clocks, spans)
def test_local_is_the_inverse_of_circle_within_a_microsecond(clock: Clock, span: int) -> None:
    local = Micros(clock.reference + span)
    assert abs(clock.local(clock.circle(local)) - local) <= 1


@given(clocks, spans)
def test_circle_is_the_inverse_of_local_within_a_microsecond(clock: Clock, span: int) -> None:
    circle = Micros(clock.reference + clock.offset + span)
    assert abs(clock.circle(clock.local(circle)) - circle) <= 1


@given(clocks, spans, some.integers(0, seconds(10)))
def test_a_clock_neither_goes_back_nor_jumps(clock: Clock, span: int, step: int) -> None:
    begin = Micros(clock.reference + span)
    gained = clock.circle(Micros(begin + step)) - clock.circle(begin) - step
    assert abs(gained) <= step * (MAX_DRIFT_PPM + MAX_SLEW_PPM) / SECOND + 1


@given(clocks)
def test_a_slew_starts_at_the_old_time_and_ends(clock: Clock) -> None:
    at = clock.reference
    assert clock.circle(at) == at + clock.offset + clock.slew
    done = Micros(at + HOUR)
    assert clock.circle(done) == done + clock.offset + round(HOUR * clock.drift / SECOND)


# --- the estimator ---------------------------------------------------------------------------------------------------


def test_a_single_exchange_gives_a_clock_within_half_its_round_trip() -> None:
    clock = ClockEstimator().add(even(seconds(1), offset=5_000_000))
    assert clock.circle(seconds(2)) == seconds(7)
    assert 10_000 <= clock.bound <= 10_020
    assert clock.error < clock.bound


@given(
    some.lists(some.tuples(some.integers(0, seconds(20)), delays, delays, some.booleans()), min_size=1, max_size=50),
    some.floats(-MAX_DRIFT_PPM, MAX_DRIFT_PPM),
)
@example([(0, 0, seconds(2), False)], MAX_DRIFT_PPM)
def test_the_error_never_exceeds_the_bound(course: list[tuple[int, int, int, bool]], drift: float) -> None:
    truth, estimator = Clocks(drift=drift), ClockEstimator()
    now = 0
    for pause, there, back, playing in course:
        exchange = asked(truth, now + pause, there, back)
        estimator.playing = playing
        clock = estimator.add(exchange)
        now = exchange.returned
        for local in (now - 1_000_000, now, now + 1, now + 400_000, now + 30_000_000):
            wrong = abs(clock.circle(Micros(local)) - truth.circle(local))
            widening = abs(local - clock.reference) * (MAX_DRIFT_PPM + abs(clock.drift)) / SECOND
            assert wrong <= clock.bound + widening + 2


def test_impossible_estimates_are_rejected() -> None:
    truth, estimator = Clocks(drift=0), ClockEstimator()
    for second, (there, back) in enumerate([(0, 20_000), (0, 20_000), (0, 20_000), (20_000, 0)]):
        clock = estimator.add(asked(truth, seconds(second), there, back))
    assert abs(clock.circle(clock.reference) - truth.circle(clock.reference)) < 1000


def test_the_estimated_drift_is_limited() -> None:
    estimator = ClockEstimator()
    drifts = [estimator.add(even(seconds(n), offset=20_000 * n, way=seconds(0.4))).drift for n in range(1, 10)]
    assert max(drifts) == MAX_DRIFT_PPM


def test_exchanges_of_an_old_route_are_forgotten() -> None:
    truth, estimator = Clocks(drift=0), ClockEstimator()
    estimator.add(asked(truth, 0, 10_000, 10_000))
    for number in range(1, WINDOW + 1):
        clock = estimator.add(asked(truth, seconds(10 * number), 90_000, 10_000))
    assert clock.circle(clock.reference) - truth.circle(clock.reference) == 40_000


def test_while_playing_the_clock_is_continuous() -> None:
    estimator = ClockEstimator()
    estimator.playing = True
    course = exchanges(PATHS[3], Clocks(), polling_delay, seconds(200), Random(3))
    for before, after in pairwise([estimator.add(each) for each in course]):
        if after.reference >= SETTLING_TIME:
            assert after.circle(after.reference) == before.circle(after.reference)


def test_errors_of_the_first_seconds_are_corrected_by_a_step() -> None:
    """The first packets were retransmitted in one direction."""
    truth, estimator = Clocks(drift=0), ClockEstimator()
    estimator.playing = True
    for number in range(1, 40):
        there = 250_000 if number < 10 else 10_000
        clock = estimator.add(asked(truth, number * 100_000, there, 10_000))
    assert abs(clock.circle(clock.reference) - truth.circle(clock.reference)) < 1_000


@pytest.mark.parametrize(("wrong", "stepped"), [(MAX_SLEW_MICROS - 100, False), (MAX_SLEW_MICROS + 100, True)])
def test_large_errors_are_corrected_by_a_step(wrong: int, stepped: bool) -> None:
    """All exchanges are delayed in one direction until long after the start."""
    truth, estimator = Clocks(drift=0), ClockEstimator()
    estimator.playing = True
    for number in range(10):
        before = estimator.add(asked(truth, seconds(number), 1_000 + 2 * wrong, 1_000))
    now = estimator.add(asked(truth, seconds(10), 0, 0))
    corrected = abs(now.circle(now.reference) - before.circle(now.reference))
    assert corrected == (pytest.approx(wrong, abs=50) if stepped else 0)


def test_while_not_playing_the_clock_steps_to_the_best_estimate() -> None:
    estimator = ClockEstimator()
    course = exchanges(PATHS[3], Clocks(), polling_delay, seconds(60), Random(3))
    assert all(estimator.add(each).slew == 0 for each in course)


@pytest.mark.parametrize("playing", [False, True])
@pytest.mark.parametrize("leap", [HOUR, -HOUR, seconds(1)])
def test_after_a_leap_one_exchange_corrects_the_clock(leap: Micros, playing: bool) -> None:
    estimator = ClockEstimator()
    estimator.playing = playing
    for second in range(60):
        estimator.add(even(seconds(second), offset=seconds(5000)))
    assert estimator.begun == 0
    clock = estimator.add(even(seconds(61), offset=seconds(5000) + leap))
    assert clock.circle(seconds(62)) == seconds(5062) + leap
    assert clock.bound <= 10_020
    assert estimator.begun == seconds(61)


def test_a_leap_during_an_exchange_is_corrected_by_the_next() -> None:
    estimator = ClockEstimator()
    slept = ClockExchange(seconds(1), seconds(2), seconds(3600), Micros(seconds(1) + 20_000))
    assert slept.round_trip < 0
    assert estimator.add(slept).bound > 0
    assert estimator.add(even(seconds(5), offset=seconds(9000))).circle(seconds(6)) == seconds(9006)


def test_a_changed_drift_is_found() -> None:
    estimator = ClockEstimator()
    *_, last = (estimator.add(each) for each in exchanges(PATHS[0], Clocks(), polling_delay, seconds(300), Random(1)))
    assert last.drift == pytest.approx(50, abs=15)


def test_a_longer_route_does_not_change_the_clock() -> None:
    estimator = ClockEstimator()
    for second in range(30):
        estimator.add(even(seconds(second), offset=seconds(5000)))
    detour = ClockExchange(
        seconds(30), Micros(seconds(5030) + 90_000), Micros(seconds(5030) + 90_000), Micros(30_100_000)
    )
    assert abs(estimator.add(detour).circle(seconds(31)) - seconds(5031)) < 100


@pytest.mark.slow
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_the_estimator_errs_less_than_the_baselines(path: Path) -> None:
    ours = p95([each for seed in range(3) for each in errors(ClockEstimator(), path, seed)])
    for baseline in (BestOfTen, PlainMean):
        assert ours < 0.6 * p95([each for seed in range(3) for each in errors(baseline(), path, seed)])


def test_the_estimated_error_is_about_the_actual_error() -> None:
    estimator, truth = ClockEstimator(), Clocks()
    estimates = [estimator.add(each) for each in exchanges(PATHS[1], truth, polling_delay, seconds(1200), Random(1))]
    within = sum(abs(each.circle(each.reference) - truth.circle(each.reference)) <= each.error for each in estimates)
    assert 0.75 < within / len(estimates) < 0.98


def test_an_asymmetric_route_stays_within_the_bound() -> None:
    estimator, truth = ClockEstimator(), Clocks()
    for each in exchanges(UNEVEN, truth, polling_delay, seconds(120), Random(5)):
        clock = estimator.add(each)
        assert abs(clock.circle(each.returned) - truth.circle(each.returned)) <= clock.bound
    assert clock.error < 2000 < clock.bound


# --- polling ---------------------------------------------------------------------------------------------------------


def test_polling_is_frequent_at_first() -> None:
    sent = [Micros(0)]
    while sent[-1] < seconds(300):
        sent.append(Micros(sent[-1] + polling_delay(sent[-1])))
    assert len([at for at in sent if at < seconds(8)]) == 40 + 40 + 20
    for (begin, _), (end, delay) in pairwise((*POLLING, (HOUR, POLLING_LATER))):
        assert {after - before for before, after in pairwise(sent) if begin <= before < end} == {delay}


def test_simulated_stamps_are_in_order() -> None:
    one = exchange(PATHS[2], Clocks(drift=-50), seconds(3), Random(9))
    assert one.sent < one.returned
    assert one.received <= one.replied
    assert one.round_trip >= PATHS[2].round_trip - 2 * PATHS[2].waiting
