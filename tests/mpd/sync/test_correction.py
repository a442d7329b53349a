"""Laws of corrections: whether, against which room, how often, and by how much."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.mpd.sync.correction import (
    CONFIRMED_AFTER,
    DEFAULT,
    MAX_LEARNABLE,
    MAX_PAUSE,
    MAX_UNCERTAINTY,
    MIN_PAUSE,
    OBVIOUS_CONFIRMED_AFTER,
    OBVIOUS_SKEW,
    OUTCOME_TIMEOUT,
    SETTLE_AFTER_START,
    SONG_END,
    THRESHOLD,
    Correction,
    CorrectionHistory,
    CorrectionSettings,
    CorrectionState,
    Observation,
    SeekLag,
    Skew,
    choose_reference,
    forget_rooms,
    plan_corrections,
    skew_between,
)
from drumcircle_gui.timing.units import SECOND, Micros, seconds

START = Micros(0)
LATER = seconds(100)

skews = some.integers(-50_000, 50_000).map(Micros)
uncertainties = some.integers(0, 5_000).map(Micros)


def observe(room: str, clock: int, uncertainty: int = 500, **more: object) -> Observation:
    return replace(Observation(room, clock, Micros(uncertainty), START), **more)  # type: ignore[arg-type]


def two(skew: int, uncertainty: int = 500, **more: object) -> list[Observation]:
    """The kitchen sounds `skew` later than the hall, which is the lead room."""
    return [observe("hall", 0, 0), observe("kitchen", -skew, uncertainty, **more)]


NEW = CorrectionState()


def confirmed(
    observations: Sequence[Observation], state: CorrectionState = NEW, now: Micros = LATER
) -> tuple[CorrectionState, tuple[Correction, ...]]:
    """The plan after two observations that are CONFIRMED_AFTER apart."""
    return planned(state, observations, "hall", Micros(now + CONFIRMED_AFTER))


def planned(
    state: CorrectionState, observations: Sequence[Observation], lead: str, now: Micros
) -> tuple[CorrectionState, tuple[Correction, ...]]:
    """The plan at local time `now` after observations that agree for CONFIRMED_AFTER."""
    state, corrections = plan_corrections(state, observations, lead, Micros(now - CONFIRMED_AFTER))
    return (state, corrections) if corrections else plan_corrections(state, observations, lead, now)


# --- whether ---------------------------------------------------------------------------------------------------------


@given(skews, uncertainties)
def test_a_skew_that_may_be_inaudible_is_not_corrected(skew: Micros, uncertainty: Micros) -> None:
    _, corrections = confirmed(two(skew, uncertainty))
    vague = uncertainty > max(MAX_UNCERTAINTY, abs(skew) // 3)
    assert bool(corrections) == (not vague and abs(skew) - uncertainty > THRESHOLD)


@given(some.integers(OBVIOUS_SKEW + 501, seconds(5)), some.sampled_from((-1, 1)))
def test_an_obvious_skew_is_corrected_sooner(size: int, sign: int) -> None:
    skew = Micros(sign * size)
    state, none = plan_corrections(CorrectionState(), two(skew), "hall", Micros(LATER - OBVIOUS_CONFIRMED_AFTER))
    assert not none
    assert not plan_corrections(state, two(skew), "hall", Micros(LATER - 1))[1]
    _, corrections = plan_corrections(state, two(skew), "hall", LATER)
    assert corrections == (Correction("kitchen", skew, skew, Micros(500)),)


def test_a_skew_that_is_too_uncertain_is_not_corrected() -> None:
    for skew, most in ((20_000, MAX_UNCERTAINTY), (60_000, 20_000)):
        assert confirmed(two(skew, most))[1]
        assert not confirmed(two(skew, most + 1))[1]


def test_a_small_skew_needs_two_observations_that_agree() -> None:
    state, none = plan_corrections(CorrectionState(), two(10_000), "hall", LATER)
    assert not none
    state, none = plan_corrections(state, two(10_000), "hall", Micros(LATER + CONFIRMED_AFTER - 1))
    assert not none
    _, corrections = plan_corrections(state, two(11_000), "hall", Micros(LATER + CONFIRMED_AFTER))
    assert corrections == (Correction("kitchen", Micros(11_000), Micros(11_000), Micros(500)),)


@pytest.mark.parametrize("between", [-10_000, 2_000, 8_400])
def test_one_observation_that_disagrees_restarts_the_confirmation(between: int) -> None:
    state, _ = plan_corrections(CorrectionState(), two(10_000), "hall", LATER)
    state, _ = plan_corrections(state, two(between), "hall", Micros(LATER + CONFIRMED_AFTER // 2))
    _, corrections = plan_corrections(state, two(10_000), "hall", Micros(LATER + CONFIRMED_AFTER))
    assert not corrections


@given(skews)
def test_a_configured_offset_is_not_a_skew(offset: Micros) -> None:
    assert confirmed(two(offset, offset=offset))[1] == ()
    _, corrections = confirmed(two(0, offset=offset))
    assert [each.by for each in corrections] == [-offset] * (abs(offset) > THRESHOLD + 500)


def test_the_threshold_is_a_setting() -> None:
    assert not confirmed(two(3_400))[1]
    state, _ = plan_corrections(CorrectionState(), two(1_600), "hall", LATER, CorrectionSettings(Micros(1_000)))
    assert plan_corrections(
        state, two(1_600), "hall", Micros(LATER + CONFIRMED_AFTER), CorrectionSettings(Micros(1_000))
    )[1]


@pytest.mark.parametrize(
    ("more", "corrected"),
    [
        ({"seekable": False}, False),
        ({"remaining": Micros(SONG_END - 1)}, False),
        ({"remaining": SONG_END}, True),
        ({"remaining": None}, True),
        ({"since": Micros(LATER - SETTLE_AFTER_START + 1)}, False),
        ({"since": Micros(LATER - SETTLE_AFTER_START)}, True),
    ],
)
def test_songs_that_start_end_or_are_not_seekable_are_not_corrected(more: dict[str, object], corrected: bool) -> None:
    _, corrections = planned(CorrectionState(), two(20_000, **more), "hall", LATER)
    assert bool(corrections) == corrected


def test_without_rooms_there_are_no_corrections() -> None:
    assert plan_corrections(CorrectionState(), [], "hall", LATER) == (CorrectionState(), ())
    assert plan_corrections(CorrectionState(), [observe("hall", 0)], "hall", LATER)[1] == ()


# --- the reference room ----------------------------------------------------------------------------------------------


@given(skews)
def test_of_two_rooms_the_lead_room_is_the_reference(skew: Micros) -> None:
    for lead, other in (("hall", "kitchen"), ("kitchen", "hall")):
        _, corrections = plan_corrections(CorrectionState(), two(skew), lead, LATER)
        assert all(each.room == other for each in corrections)


def test_as_few_rooms_as_possible_are_corrected() -> None:
    observations = [observe("hall", 0), observe("kitchen", 40_000), observe("bath", 41_000), observe("cellar", 39_500)]
    _, corrections = planned(CorrectionState(), observations, "hall", LATER)
    assert [(each.room, each.by) for each in corrections] == [("hall", 40_000)]


def test_the_reference_stays_while_most_agree_with_it() -> None:
    observations = [observe("hall", 0), observe("kitchen", 6_500), observe("bath", 10_500)]
    chosen = {before: choose_reference(observations, "hall", before) for before in ("", "hall", "kitchen", "bath")}
    assert {before: each and each.room for before, each in chosen.items()} == {
        "": "kitchen",
        "hall": "hall",
        "kitchen": "kitchen",
        "bath": "bath",
    }


def test_where_no_two_rooms_agree_the_lead_room_is_the_reference() -> None:
    for observations in (two(20_000), [*two(20_000), observe("bath", 70_000)]):
        for before in ("hall", "kitchen", "bath", ""):
            assert choose_reference(observations, "hall", before) is observations[0]


def test_a_reference_that_the_others_no_longer_agree_with_is_replaced() -> None:
    observations = [observe("hall", 0), observe("kitchen", 25_000), observe("bath", 25_000)]
    assert choose_reference(observations, "hall", "hall") == observations[1]


def test_an_uncertain_room_is_not_the_reference() -> None:
    observations = [observe("hall", 30_000, 20_000), observe("kitchen", 0)]
    reference = choose_reference(observations, "hall", "hall")
    assert reference is observations[1]


@given(some.lists(some.integers(-100_000, 100_000), min_size=1, max_size=8))
def test_no_other_reference_would_need_fewer_corrections(clocks: list[int]) -> None:
    observations = [observe(str(number), clock) for number, clock in enumerate(clocks)]
    reference = choose_reference(observations, "0", "")
    assert reference is not None

    def in_step(than: Observation) -> int:
        return sum(abs(skew_between(than, each).skew) <= THRESHOLD for each in observations)

    assert in_step(reference) == max(map(in_step, observations))


def test_skew_is_positive_for_a_room_that_sounds_later() -> None:
    hall, kitchen = observe("hall", 10_000, 300), observe("kitchen", 3_000, 400)
    assert skew_between(hall, kitchen) == Skew(Micros(7_000), Micros(500))
    assert skew_between(hall, hall) == Skew(Micros(0), Micros(0))


# --- how often -------------------------------------------------------------------------------------------------------


def test_a_room_is_not_corrected_again_before_it_has_jumped() -> None:
    state, corrections = planned(CorrectionState(), two(20_000), "hall", LATER)
    assert corrections
    later = Micros(LATER + seconds(4))
    assert planned(state, two(20_000), "hall", later)[1] == ()
    again = two(20_000, since=Micros(LATER + 1))
    assert planned(state, again, "hall", later)[1]


@pytest.mark.slow
def test_a_correction_that_had_no_effect_is_retried_less_and_less_often() -> None:
    state, times = CorrectionState(), []
    for tenths in range(6_000):
        now = Micros(LATER + tenths * seconds(0.1))
        state, corrections = plan_corrections(state, two(20_000), "hall", now)
        times += [now] if corrections else []
    gaps = [after - before for before, after in pairwise(times)]
    assert gaps[0] == OUTCOME_TIMEOUT
    assert all(before <= after <= MAX_PAUSE for before, after in pairwise(gaps))
    assert gaps[-1] == MAX_PAUSE


def test_an_outcome_that_stays_uncertain_is_not_a_failure() -> None:
    state = corrected()
    for tenths in range(5, 100):
        now = Micros(LATER + tenths * seconds(0.1))
        state, _ = plan_corrections(state, two(5_000, 4_000, since=Micros(LATER + 1)), "hall", now)
        assert state.history("kitchen").outcome_pending == (now - LATER < OUTCOME_TIMEOUT)
    assert (state.history("kitchen").pause, state.history("kitchen").lag) == (MIN_PAUSE, SeekLag())


def test_an_uncertain_failure_does_not_change_the_lag() -> None:
    state = outcome(corrected(), 17_000, Micros(LATER + SECOND), uncertainty=8_000)
    assert state.history("kitchen").lag == SeekLag()
    assert state.history("kitchen").pause == 2 * MIN_PAUSE


@given(some.lists(skews, min_size=5, max_size=60))
def test_a_room_is_never_corrected_twice_within_a_second(skews: list[Micros]) -> None:
    state, times = CorrectionState(), []
    for number, skew in enumerate(skews):
        now = Micros(LATER + number * seconds(0.1))
        state, corrections = plan_corrections(state, two(skew, since=Micros(now - seconds(0.4))), "hall", now)
        times += [now] if corrections else []
    assert all(after - before >= MIN_PAUSE for before, after in pairwise(times))


def outcome(state: CorrectionState, skew: int, now: Micros, uncertainty: int = 500) -> CorrectionState:
    """The kitchen is observed `skew` late after its correction."""
    return plan_corrections(state, two(skew, uncertainty, since=Micros(now - SETTLE_AFTER_START)), "hall", now)[0]


def corrected(state: CorrectionState = CorrectionState(), at: Micros = LATER) -> CorrectionState:  # noqa: B008
    state, corrections = planned(state, two(50_000, since=Micros(at - SETTLE_AFTER_START)), "hall", at)
    assert corrections
    return state


def test_corrections_that_do_not_help_get_rarer_down_to_one_a_minute() -> None:
    state, now, pauses = CorrectionState(), LATER, []
    for _ in range(8):
        state = corrected(state, now)
        state = outcome(state, 50_000, Micros(now + SETTLE_AFTER_START + 1))
        pauses.append(state.history("kitchen").pause)
        now = Micros(now + MAX_PAUSE + SECOND)
    assert pauses == [seconds(each) for each in (2, 4, 8, 16, 32, 60, 60, 60)]


def test_time_in_step_shortens_the_pause() -> None:
    state = CorrectionState("hall", {"kitchen": CorrectionHistory(pause=seconds(8))})
    for since, pause in ((0, 8), (5, 8), (10, 4), (15, 4), (20, 2), (30, 1), (60, 1)):
        state, _ = plan_corrections(state, two(0), "hall", Micros(LATER + seconds(since)))
        assert state.history("kitchen").pause == seconds(pause)


def test_rooms_that_were_changed_are_forgotten() -> None:
    state = forget_rooms(corrected(), ["kitchen", "cellar"])
    assert state.history("kitchen") == CorrectionHistory()
    assert state.histories.keys() == {"hall"}


# --- by how much -----------------------------------------------------------------------------------------------------


@given(some.floats(-25_000, 25_000), some.integers(0, 1000))
def test_the_lag_of_a_room_is_learnt(true: float, seed: int) -> None:
    chance, lag = Random(seed), SeekLag()
    for _ in range(12):
        lag = lag.updated(Micros(round(true - lag.lag + chance.gauss(0, 300))))
    assert lag.lag == pytest.approx(true, abs=900)


@given(some.integers(MAX_LEARNABLE + 1, seconds(9)), some.sampled_from((-1, 1)))
def test_large_remaining_skews_do_not_change_the_lag(size: int, sign: int) -> None:
    assert SeekLag(2_000.0, 3).updated(Micros(sign * size)) == SeekLag(2_000.0, 3)


def test_the_next_correction_allows_for_the_learnt_lag() -> None:
    state = outcome(corrected(), 2_000, Micros(LATER + SECOND))
    assert state.history("kitchen").lag.lag == pytest.approx(1_400)
    now = Micros(LATER + seconds(5))
    _, corrections = planned(state, two(20_000, since=Micros(now - SETTLE_AFTER_START)), "hall", now)
    assert corrections[0].by == 21_400
    assert corrections[0].skew == 20_000


def test_an_outcome_is_pending_until_it_is_certain() -> None:
    state = outcome(corrected(), 2_000, Micros(LATER + SECOND), uncertainty=4_000)
    history = state.history("kitchen")
    assert history.outcome_pending and history.lag == SeekLag()
    state = outcome(state, 1_000, Micros(LATER + 2 * SECOND))
    history = state.history("kitchen")
    assert (history.outcome_pending, history.lag.outcomes, history.pause) == (False, 1, MIN_PAUSE)
    assert outcome(state, 1_000, Micros(LATER + 3 * SECOND)).history("kitchen").lag.outcomes == 1
    assert DEFAULT.threshold == THRESHOLD
