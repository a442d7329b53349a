"""Laws of a room's place in its song, mostly over simulated rooms."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from statistics import fmean, pstdev

import pytest
from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.mpd.sync.latency import Poll, RoomLatency
from drumcircle_gui.mpd.sync.position import (
    CONTRADICTION_MARGIN,
    DEFAULT_STEP,
    FORMAT,
    MAX_REPORTS,
    RESOLUTION,
    STEP_NEIGHBOURHOOD,
    WINDOW,
    PositionEstimator,
    SongPosition,
    StatusReport,
    elapsed_step,
)
from drumcircle_gui.timing.units import SECOND, Micros, seconds
from tests.mpd.reports import SimulatedRoom

GAP = seconds(0.05)
START = Micros(0)


class Listening:
    """A room asked again and again, at random or when a step is due, and what is made of it."""

    def __init__(self, room: SimulatedRoom, *, aimed: bool) -> None:
        self.room, self.aimed = room, aimed
        self.envelope, self.line, self.now = PositionEstimator(Micros(round(room.step))), RoomLatency(), START
        self.jumps: list[Micros] = []

    def listen(self, length: Micros) -> "Listening":
        until = self.now + length
        while self.now < until:
            report = self.room.report(self.now)
            self.line.poll_answered(Poll(report.sent, report.received))
            if self.envelope.add(report, self.one_way):
                self.jumps.append(self.now)
            self.now = self._next()
        return self

    @property
    def one_way(self) -> Micros:
        return self.line.one_way or START

    @property
    def place(self) -> SongPosition:
        place = self.envelope.position(self.now)
        assert place is not None
        return place

    @property
    def error(self) -> float:
        return self.place.song_clock - self.room.truth(self.now)

    def _next(self) -> Micros:
        if self.aimed:
            return self.envelope.next_poll_at(self.now, self.one_way, Micros(GAP - DEFAULT_STEP // 2))
        return Micros(self.now + GAP + round(self.room.chance.uniform(-0.3, 0.3) * GAP))


def rooms(count: int, **more: float) -> Iterator[SimulatedRoom]:
    """Like each other, but for the moments at which they began, and their cards' drift."""
    for seed in range(count):
        yield replace(
            SimulatedRoom(begun=12e6 + 7919 * seed, drift=(-100, 100)[seed % 2], seed=seed),
            **more,  # type: ignore[arg-type]
        )


def figures(length: float, aimed: bool, **more: float) -> tuple[float, float, float]:
    """Mean and standard deviation of the error after `length` seconds, in ms; how often the uncertainty holds."""
    heard = [Listening(room, aimed=aimed).listen(seconds(length)) for room in rooms(30, **more)]
    mean = fmean(each.error for each in heard)
    held = fmean(abs(each.error - mean) <= each.place.uncertainty for each in heard)
    return mean / 1000, pstdev(each.error for each in heard) / 1000, held


# --- steps -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("audio", "step"),
    [
        ("44100:16:2", 22_811),
        ("48000:16:2", 20_958),
        ("48000:16:1", 41_916),
        ("96000:24:2", 5_239),
        ("44100:f:2", 11_405),
        ("192000:32:6", 869),
        ("48000:*:2", 20_958),
        ("44100:8:2", 45_623),
        ("dsd64:2", 5_702),
    ],
)
def test_a_step_is_what_a_chunk_of_sound_lasts(audio: str, step: int) -> None:
    assert elapsed_step(audio) == pytest.approx(step, abs=1)


@pytest.mark.parametrize(
    "audio",
    [
        "",
        "?",
        "44100",
        "0:16:2",
        "44100:16:0",
        "x:16:2",
        "44100:16:two",
        "dsd:2",
        "dsd0:2",
        "44100:16:²",
        "44100:12:2",
        "1:2:3:4",
    ],
)
def test_what_says_nothing_is_taken_for_the_usual(audio: str) -> None:
    assert elapsed_step(audio) == DEFAULT_STEP


@given(some.text("0123456789:*fds.-x", max_size=24) | some.from_regex(FORMAT, fullmatch=True))
def test_any_words_are_a_step(audio: str) -> None:
    assert elapsed_step(audio) > 0


# --- a place ---------------------------------------------------------------------------------------------------------


def test_before_the_first_report_nothing_is_known() -> None:
    envelope = PositionEstimator()
    assert envelope.position(START) is None
    assert envelope.since is None


@given(some.integers(0, seconds(0.5)), some.integers(0, seconds(9999)), some.integers(0, 10_000))
def test_one_report_tells_the_place_to_half_a_step_and_the_wait(way: int, elapsed: int, wait: int) -> None:
    envelope = PositionEstimator()
    received = Micros(2 * way + wait)
    envelope.add(StatusReport(START, received, Micros(elapsed)), Micros(way))
    place = envelope.position(received)
    assert place is not None
    assert place.uncertainty == pytest.approx((DEFAULT_STEP + wait) / 2 + RESOLUTION, abs=2)
    truth = elapsed + DEFAULT_STEP / 2 - way - wait / 2
    assert place.song_clock == pytest.approx(truth, abs=2)
    assert place.elapsed_at(Micros(7)) == place.song_clock + 7
    assert envelope.since == received


def test_a_one_way_delay_that_is_no_longer_true_is_bounded_by_the_round_trip() -> None:
    envelope = PositionEstimator()
    envelope.add(StatusReport(START, Micros(4_000), Micros(0)), seconds(1))
    place = envelope.position(Micros(4_000))
    assert place is not None
    assert place.song_clock == pytest.approx(DEFAULT_STEP / 2 - 2_000, abs=2)
    assert place.uncertainty == pytest.approx(DEFAULT_STEP / 2 + RESOLUTION, abs=2)


def test_two_reports_that_seem_to_leave_nothing_open_do_so_by_chance() -> None:
    envelope = PositionEstimator()
    envelope.add(StatusReport(START, START, Micros(0)), START)
    envelope.add(StatusReport(Micros(1), Micros(1), DEFAULT_STEP), START)
    place = envelope.position(Micros(1))
    assert place is not None
    assert place.song_clock == pytest.approx(DEFAULT_STEP, abs=2)
    assert place.uncertainty == pytest.approx(DEFAULT_STEP / 4 + RESOLUTION, abs=2)


@pytest.mark.parametrize("way", [2_000, 20_000, 100_000])
def test_asked_as_it_steps_a_place_is_known_to_the_millisecond_within_a_second(way: float) -> None:
    mean, deviation, held = figures(1, aimed=True, way=way)
    assert -1.2 < mean < 0.2
    assert deviation < 1.0
    assert held > 0.85


@pytest.mark.parametrize(("length", "most"), [(2, 0.65), (4, 0.45), (9, 0.45)])
def test_the_longer_the_better(length: float, most: float) -> None:
    mean, deviation, held = figures(length, aimed=True)
    assert -1.2 < mean < 0.2
    assert deviation < most
    assert held > 0.9


def test_asking_as_it_steps_is_better_than_at_any_moment() -> None:
    assert figures(1, aimed=True)[1] < figures(1, aimed=False)[1]
    assert figures(4, aimed=True)[1] < 0.8 * figures(4, aimed=False)[1]


@pytest.mark.parametrize(
    ("period", "late", "most"), [(5_333, 200, 0.9), (21_333, 200, 1.8), (1, 2_000, 0.9), (125_000, 200, 6.0)]
)
def test_an_output_that_takes_much_at_once_or_late_blurs_it_but_moves_it_always_alike(
    period: float, late: float, most: float
) -> None:
    early, _, _ = figures(1, aimed=True, period=period, late=late)
    mean, deviation, held = figures(4, aimed=True, period=period, late=late)
    assert deviation < most
    assert held > 0.8
    assert mean == pytest.approx(early, abs=max(0.7, 0.05 * period / 1000))


def test_it_follows_a_card_that_drifts_for_as_long_as_it_plays() -> None:
    for drift in (-200.0, 200.0):
        heard = Listening(SimulatedRoom(drift=drift), aimed=True)
        for _ in range(6):
            assert abs(heard.listen(seconds(10)).error) < 3_000
        assert not heard.jumps


def test_the_longer_nothing_is_heard_the_less_is_known() -> None:
    heard = Listening(SimulatedRoom(), aimed=True).listen(seconds(5))
    before = heard.place
    later = heard.envelope.position(Micros(heard.now + seconds(10)))
    assert later is not None
    assert later.song_clock == before.song_clock
    assert later.uncertainty == pytest.approx(before.uncertainty + 2_000, abs=20)


def test_memory_is_bounded() -> None:
    envelope = PositionEstimator()
    for number in range(5 * MAX_REPORTS):
        envelope.add(StatusReport(Micros(number), Micros(number + 4), START), Micros(2))
    assert len(envelope._bounds) == len(envelope._lows) == len(envelope._highs) == MAX_REPORTS
    heard = Listening(SimulatedRoom(), aimed=False).listen(Micros(3 * WINDOW))
    assert len(heard.envelope._bounds) <= WINDOW / GAP * 1.1


# --- jumps -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("aimed", [False, True])
@pytest.mark.parametrize("jump", [-4 * SECOND, -40_000, 40_000, 300 * SECOND])
def test_a_jump_is_noticed_within_a_second_and_what_was_before_forgotten(jump: int, aimed: bool) -> None:
    heard = Listening(SimulatedRoom(), aimed=aimed).listen(seconds(5))
    heard.room.begun += jump
    before = heard.now
    heard.listen(seconds(1))
    assert len(heard.jumps) == 1
    assert heard.envelope.since is not None
    assert before <= heard.envelope.since < before + seconds(0.5)
    assert abs(heard.listen(seconds(1)).error) < 3_000


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("jump", [-12_000, 12_000])
def test_a_small_jump_is_followed_within_seconds(jump: int, seed: int) -> None:
    heard = Listening(SimulatedRoom(seed=seed), aimed=True).listen(seconds(5))
    heard.room.begun += jump
    assert abs(heard.listen(seconds(6)).error) < 3_000


def test_nothing_jumps_on_its_own() -> None:
    for way in (2_000, 100_000):
        for period in (1, 5_333, 21_333):
            heard = Listening(SimulatedRoom(way=way, period=period), aimed=True)
            assert heard.listen(seconds(30)).jumps == []


def test_single_mistakes_are_not_believed() -> None:
    heard = Listening(SimulatedRoom(), aimed=True)
    for _ in range(10):
        heard.listen(seconds(2))
        wrong = replace(heard.room.report(heard.now), elapsed=Micros(0))
        assert not heard.envelope.add(wrong, heard.one_way)
        assert abs(heard.error) < 3_000


@pytest.mark.parametrize("wrong", [-seconds(9), seconds(9)])
def test_a_mistake_at_the_very_beginning_is_none_for_long(wrong: int) -> None:
    heard = Listening(SimulatedRoom(), aimed=True)
    report = heard.room.report(heard.now)
    heard.envelope.add(replace(report, elapsed=Micros(report.elapsed + wrong)), Micros(20_000))
    assert abs(heard.listen(seconds(2)).error) < 3_000


def test_after_a_jump_it_is_known_at_once_where_the_room_is() -> None:
    heard = Listening(SimulatedRoom(), aimed=False).listen(seconds(5))
    heard.room.begun += SECOND
    while not heard.jumps:
        heard.listen(Micros(1))
    assert abs(heard.error) < DEFAULT_STEP


def test_a_reset_forgets_all_and_may_bring_another_step() -> None:
    heard = Listening(SimulatedRoom(), aimed=False).listen(seconds(3))
    heard.envelope.reset()
    assert heard.envelope.position(heard.now) is None
    assert heard.envelope.since is None
    assert heard.envelope.step == DEFAULT_STEP
    heard.envelope.reset(Micros(5_239))
    assert heard.envelope.step == 5_239
    heard.room.begun += seconds(60)
    heard.listen(seconds(1))
    assert not heard.jumps


# --- when to ask -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("known", [False, True])
def test_the_next_question_comes_after_the_least_and_within_a_step_of_it(known: bool) -> None:
    heard = Listening(SimulatedRoom(), aimed=False).listen(seconds(3 if known else 0))
    for _ in range(50):
        wait = heard.envelope.next_poll_at(heard.now, heard.one_way, GAP) - heard.now
        assert GAP <= wait <= GAP + DEFAULT_STEP


def phases(heard: Listening, count: int = 60) -> list[float]:
    """How long after a step, or before, questions arrive that are asked when they should be."""
    moments = [heard.envelope.next_poll_at(heard.now, heard.one_way, GAP) + heard.room.way for _ in range(count)]
    step = heard.room.step
    return [(heard.room.truth(at) + at + step / 2) % step - step / 2 for at in moments]


def test_two_of_three_questions_arrive_about_when_a_step_is_due() -> None:
    heard = Listening(SimulatedRoom(late=10), aimed=True).listen(seconds(4))
    near: Callable[[float], bool] = lambda phase: abs(phase) < STEP_NEIGHBOURHOOD + 2_000  # noqa: E731
    assert 0.6 < fmean(map(near, phases(heard))) < 0.9


def test_a_blurred_room_is_asked_at_any_moment() -> None:
    heard = Listening(SimulatedRoom(period=21_333), aimed=True).listen(seconds(8))
    assert max(phases(heard)) > 8_000 > -8_000 > min(phases(heard))
    assert CONTRADICTION_MARGIN > RESOLUTION
