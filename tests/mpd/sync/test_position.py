"""Laws of position estimation, mostly over simulated rooms."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from statistics import fmean, pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.mpd.sync.elapsed_step import DEFAULT_STEP
from drumcircle_gui.mpd.sync.latency import Poll, RoomLatency
from drumcircle_gui.mpd.sync.position import (
    CONTRADICTION_MARGIN,
    MAX_REPORTS,
    RESOLUTION,
    STEP_NEIGHBOURHOOD,
    WINDOW,
    PositionEstimator,
    SongPosition,
    StatusReport,
)
from drumcircle_gui.timing.units import SECOND, Micros, seconds
from tests.mpd.simulated_room import SimulatedRoom

GAP = seconds(0.05)
START = Micros(0)


class PolledRoom:
    """A room that is polled, at random moments or near steps (`aimed`), and the estimator of its position."""

    def __init__(self, room: SimulatedRoom, *, aimed: bool) -> None:
        self.room, self.aimed = room, aimed
        self.estimator, self.line, self.now = PositionEstimator(Micros(round(room.step))), RoomLatency(), START
        self.jumps: list[Micros] = []

    def poll_for(self, length: Micros) -> "PolledRoom":
        until = self.now + length
        while self.now < until:
            report = self.room.report(self.now)
            self.line.poll_answered(Poll(report.sent, report.received))
            if self.estimator.add(report, self.one_way):
                self.jumps.append(self.now)
            self.now = self._next()
        return self

    @property
    def one_way(self) -> Micros:
        return self.line.one_way or START

    @property
    def position(self) -> SongPosition:
        position = self.estimator.position(self.now)
        assert position is not None
        return position

    @property
    def error(self) -> float:
        return self.position.song_clock - self.room.truth(self.now)

    def _next(self) -> Micros:
        if self.aimed:
            return self.estimator.next_poll_at(self.now, self.one_way, Micros(GAP - DEFAULT_STEP // 2))
        return Micros(self.now + GAP + round(self.room.chance.uniform(-0.3, 0.3) * GAP))


def rooms(count: int, **more: float) -> Iterator[SimulatedRoom]:
    """Equal rooms that begin at different moments and drift differently."""
    for seed in range(count):
        yield replace(
            SimulatedRoom(begun=12e6 + 7919 * seed, drift=(-100, 100)[seed % 2], seed=seed),
            **more,  # type: ignore[arg-type]
        )


def figures(length: float, aimed: bool, **more: float) -> tuple[float, float, float]:
    """Mean and standard deviation of the error after `length` seconds, in ms; how often the uncertainty was right."""
    polled = [PolledRoom(room, aimed=aimed).poll_for(seconds(length)) for room in rooms(30, **more)]
    mean = fmean(each.error for each in polled)
    held = fmean(abs(each.error - mean) <= each.position.uncertainty for each in polled)
    return mean / 1000, pstdev(each.error for each in polled) / 1000, held


# --- positions -------------------------------------------------------------------------------------------------------


def test_without_reports_there_is_no_position() -> None:
    estimator = PositionEstimator()
    assert estimator.position(START) is None
    assert estimator.since is None


@given(some.integers(0, seconds(0.5)), some.integers(0, seconds(9999)), some.integers(0, 10_000))
def test_one_report_gives_the_position_to_half_a_step_and_the_wait(way: int, elapsed: int, wait: int) -> None:
    estimator = PositionEstimator()
    received = Micros(2 * way + wait)
    estimator.add(StatusReport(START, received, Micros(elapsed)), Micros(way))
    position = estimator.position(received)
    assert position is not None
    assert position.uncertainty == pytest.approx((DEFAULT_STEP + wait) / 2 + RESOLUTION, abs=2)
    truth = elapsed + DEFAULT_STEP / 2 - way - wait / 2
    assert position.song_clock == pytest.approx(truth, abs=2)
    assert position.elapsed_at(Micros(7)) == position.song_clock + 7
    assert estimator.since == received


def test_an_outdated_one_way_delay_is_bounded_by_the_round_trip() -> None:
    estimator = PositionEstimator()
    estimator.add(StatusReport(START, Micros(4_000), Micros(0)), seconds(1))
    position = estimator.position(Micros(4_000))
    assert position is not None
    assert position.song_clock == pytest.approx(DEFAULT_STEP / 2 - 2_000, abs=2)
    assert position.uncertainty == pytest.approx(DEFAULT_STEP / 2 + RESOLUTION, abs=2)


def test_two_reports_whose_bounds_meet_are_not_taken_as_exact() -> None:
    estimator = PositionEstimator()
    estimator.add(StatusReport(START, START, Micros(0)), START)
    estimator.add(StatusReport(Micros(1), Micros(1), DEFAULT_STEP), START)
    position = estimator.position(Micros(1))
    assert position is not None
    assert position.song_clock == pytest.approx(DEFAULT_STEP, abs=2)
    assert position.uncertainty == pytest.approx(DEFAULT_STEP / 4 + RESOLUTION, abs=2)


@pytest.mark.parametrize("way", [2_000, 20_000, 100_000])
def test_polls_near_steps_give_the_position_to_a_millisecond_within_a_second(way: float) -> None:
    mean, deviation, held = figures(1, aimed=True, way=way)
    assert -1.2 < mean < 0.2
    assert deviation < 1.0
    assert held > 0.85


@pytest.mark.parametrize(("length", "most"), [(2, 0.65), (4, 0.45), (9, 0.45)])
def test_the_error_shrinks_with_time(length: float, most: float) -> None:
    mean, deviation, held = figures(length, aimed=True)
    assert -1.2 < mean < 0.2
    assert deviation < most
    assert held > 0.9


@pytest.mark.parametrize(("step", "most"), [(2_620, 0.5), (5_702, 0.5), (91_247, 1.0), (251_500, 7.0)])
def test_any_step_is_measured_within_four_seconds(step: float, most: float) -> None:
    """From 24 bit at 192 kHz and DSD to mono at 22.05 and 8 kHz."""
    mean, deviation, held = figures(4, aimed=True, step=step)
    assert abs(mean) < 1.2
    assert deviation < most
    assert held > 0.8


def test_polls_near_steps_are_better_than_polls_at_random() -> None:
    assert figures(1, aimed=True)[1] < figures(1, aimed=False)[1]
    assert figures(4, aimed=True)[1] < 0.8 * figures(4, aimed=False)[1]


@pytest.mark.parametrize(
    ("period", "late", "most"), [(5_333, 200, 0.9), (21_333, 200, 1.8), (1, 2_000, 0.9), (125_000, 200, 6.0)]
)
def test_an_output_that_takes_sound_late_or_in_large_periods_shifts_all_estimates_alike(
    period: float, late: float, most: float
) -> None:
    early, _, _ = figures(1, aimed=True, period=period, late=late)
    mean, deviation, held = figures(4, aimed=True, period=period, late=late)
    assert deviation < most
    assert held > 0.8
    assert mean == pytest.approx(early, abs=max(0.7, 0.05 * period / 1000))


def test_the_estimate_follows_a_drifting_sound_card() -> None:
    for drift in (-200.0, 200.0):
        polled = PolledRoom(SimulatedRoom(drift=drift), aimed=True)
        for _ in range(6):
            assert abs(polled.poll_for(seconds(10)).error) < 3_000
        assert not polled.jumps


def test_without_new_reports_the_uncertainty_grows() -> None:
    polled = PolledRoom(SimulatedRoom(), aimed=True).poll_for(seconds(5))
    before = polled.position
    later = polled.estimator.position(Micros(polled.now + seconds(10)))
    assert later is not None
    assert later.song_clock == before.song_clock
    assert later.uncertainty == pytest.approx(before.uncertainty + 2_000, abs=20)


def test_memory_is_bounded() -> None:
    estimator = PositionEstimator()
    for number in range(5 * MAX_REPORTS):
        estimator.add(StatusReport(Micros(number), Micros(number + 4), START), Micros(2))
    assert len(estimator._bounds) == len(estimator._lows) == len(estimator._highs) == MAX_REPORTS
    polled = PolledRoom(SimulatedRoom(), aimed=False).poll_for(Micros(3 * WINDOW))
    assert len(polled.estimator._bounds) <= WINDOW / GAP * 1.1


# --- jumps -----------------------------------------------------------------------------------------------------------


def test_a_corrected_step_reinterprets_earlier_reports() -> None:
    polled, wrong = PolledRoom(SimulatedRoom(), aimed=False), PolledRoom(SimulatedRoom(), aimed=False)
    wrong.estimator.set_step(Micros(91_247))
    for each in (polled, wrong):
        each.poll_for(seconds(3))
    assert abs(wrong.error - polled.error) > 20_000
    wrong.estimator.set_step(DEFAULT_STEP)
    assert abs(wrong.error - polled.error) < 1_000
    assert wrong.estimator.since == polled.estimator.since


@pytest.mark.parametrize("aimed", [False, True])
@pytest.mark.parametrize("jump", [-4 * SECOND, -40_000, 40_000, 300 * SECOND])
def test_a_jump_is_detected_within_a_second_and_earlier_reports_are_discarded(jump: int, aimed: bool) -> None:
    polled = PolledRoom(SimulatedRoom(), aimed=aimed).poll_for(seconds(5))
    polled.room.begun += jump
    before = polled.now
    polled.poll_for(seconds(1))
    assert len(polled.jumps) == 1
    assert polled.estimator.since is not None
    assert before <= polled.estimator.since < before + seconds(0.5)
    assert abs(polled.poll_for(seconds(1)).error) < 3_000


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("jump", [-12_000, 12_000])
def test_a_small_jump_is_followed_within_seconds(jump: int, seed: int) -> None:
    polled = PolledRoom(SimulatedRoom(seed=seed), aimed=True).poll_for(seconds(5))
    polled.room.begun += jump
    assert abs(polled.poll_for(seconds(6)).error) < 3_000


def test_no_jump_is_detected_where_there_is_none() -> None:
    for way in (2_000, 100_000):
        for period in (1, 5_333, 21_333):
            polled = PolledRoom(SimulatedRoom(way=way, period=period), aimed=True)
            assert polled.poll_for(seconds(30)).jumps == []


def test_single_wrong_reports_are_ignored() -> None:
    polled = PolledRoom(SimulatedRoom(), aimed=True)
    for _ in range(10):
        polled.poll_for(seconds(2))
        wrong = replace(polled.room.report(polled.now), elapsed=Micros(0))
        assert not polled.estimator.add(wrong, polled.one_way)
        assert abs(polled.error) < 3_000


@pytest.mark.parametrize("wrong", [-seconds(9), seconds(9)])
def test_a_wrong_first_report_is_outvoted_within_two_seconds(wrong: int) -> None:
    polled = PolledRoom(SimulatedRoom(), aimed=True)
    report = polled.room.report(polled.now)
    polled.estimator.add(replace(report, elapsed=Micros(report.elapsed + wrong)), Micros(20_000))
    assert abs(polled.poll_for(seconds(2)).error) < 3_000


def test_directly_after_a_jump_the_position_is_known_to_a_step() -> None:
    polled = PolledRoom(SimulatedRoom(), aimed=False).poll_for(seconds(5))
    polled.room.begun += SECOND
    while not polled.jumps:
        polled.poll_for(Micros(1))
    assert abs(polled.error) < DEFAULT_STEP


def test_a_reset_discards_everything_and_may_set_another_step() -> None:
    polled = PolledRoom(SimulatedRoom(), aimed=False).poll_for(seconds(3))
    polled.estimator.reset()
    assert polled.estimator.position(polled.now) is None
    assert polled.estimator.since is None
    assert polled.estimator.step == DEFAULT_STEP
    polled.estimator.reset(Micros(5_239))
    assert polled.estimator.step == 5_239
    polled.room.begun += seconds(60)
    polled.poll_for(seconds(1))
    assert not polled.jumps


# --- when to poll ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("known", [False, True])
def test_the_next_poll_is_at_most_a_step_after_the_earliest_moment(known: bool) -> None:
    polled = PolledRoom(SimulatedRoom(), aimed=False).poll_for(seconds(3 if known else 0))
    for _ in range(50):
        wait = polled.estimator.next_poll_at(polled.now, polled.one_way, GAP) - polled.now
        assert GAP <= wait <= GAP + DEFAULT_STEP


def phases(polled: PolledRoom, count: int = 60) -> list[float]:
    """How long after a step, or before, polls arrive that are sent at the recommended moments."""
    moments = [polled.estimator.next_poll_at(polled.now, polled.one_way, GAP) + polled.room.way for _ in range(count)]
    step = polled.room.step
    return [(polled.room.truth(at) + at + step / 2) % step - step / 2 for at in moments]


def test_two_of_three_polls_arrive_near_a_step() -> None:
    polled = PolledRoom(SimulatedRoom(late=10), aimed=True).poll_for(seconds(4))
    near: Callable[[float], bool] = lambda phase: abs(phase) < STEP_NEIGHBOURHOOD + 2_000  # noqa: E731
    assert 0.6 < fmean(map(near, phases(polled))) < 0.9


def test_a_blurred_room_is_polled_at_any_moment() -> None:
    polled = PolledRoom(SimulatedRoom(period=21_333), aimed=True).poll_for(seconds(8))
    assert max(phases(polled)) > 8_000 > -8_000 > min(phases(polled))
    assert CONTRADICTION_MARGIN > RESOLUTION
