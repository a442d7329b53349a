"""Laws of putting rooms right."""

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


def look(room: str, c: int, uncertainty: int = 500, **more: object) -> Observation:
    return replace(Observation(room, c, Micros(uncertainty), START), **more)  # type: ignore[arg-type]


def two(skew: int, uncertainty: int = 500, **more: object) -> list[Observation]:
    """The kitchen plays `skew` later than the hall, which leads."""
    return [look("hall", 0, 0), look("kitchen", -skew, uncertainty, **more)]


NOTHING_KNOWN = CorrectionState()


def looked(
    looks: Sequence[Observation], state: CorrectionState = NOTHING_KNOWN, now: Micros = LATER
) -> tuple[CorrectionState, tuple[Correction, ...]]:
    """Two looks, far enough apart to agree; the second's outcome."""
    return decided(state, looks, "hall", Micros(now + CONFIRMED_AFTER))


def decided(
    state: CorrectionState, looks: Sequence[Observation], leading: str, now: Micros
) -> tuple[CorrectionState, tuple[Correction, ...]]:
    """The outcome at the moment `now` of looks that have agreed for long enough."""
    state, corrections = plan_corrections(state, looks, leading, Micros(now - CONFIRMED_AFTER))
    return (state, corrections) if corrections else plan_corrections(state, looks, leading, now)


# --- whether ---------------------------------------------------------------------------------------------------------


@given(skews, uncertainties)
def test_what_may_be_inaudible_is_left_alone(skew: Micros, uncertainty: Micros) -> None:
    _, corrections = looked(two(skew, uncertainty))
    vague = uncertainty > max(MAX_UNCERTAINTY, abs(skew) // 3)
    assert bool(corrections) == (not vague and abs(skew) - uncertainty > THRESHOLD)


@given(some.integers(OBVIOUS_SKEW + 501, seconds(5)), some.sampled_from((-1, 1)))
def test_what_is_obvious_is_put_right_soon(size: int, sign: int) -> None:
    skew = Micros(sign * size)
    state, none = plan_corrections(CorrectionState(), two(skew), "hall", Micros(LATER - OBVIOUS_CONFIRMED_AFTER))
    assert not none
    assert not plan_corrections(state, two(skew), "hall", Micros(LATER - 1))[1]
    _, corrections = plan_corrections(state, two(skew), "hall", LATER)
    assert corrections == (Correction("kitchen", skew, skew, Micros(500)),)


def test_who_is_known_too_vaguely_is_let_be() -> None:
    for skew, most in ((20_000, MAX_UNCERTAINTY), (60_000, 20_000)):
        assert looked(two(skew, most))[1]
        assert not looked(two(skew, most + 1))[1]


def test_what_is_not_obvious_needs_two_looks_that_agree() -> None:
    state, none = plan_corrections(CorrectionState(), two(10_000), "hall", LATER)
    assert not none
    state, none = plan_corrections(state, two(10_000), "hall", Micros(LATER + CONFIRMED_AFTER - 1))
    assert not none
    _, corrections = plan_corrections(state, two(11_000), "hall", Micros(LATER + CONFIRMED_AFTER))
    assert corrections == (Correction("kitchen", Micros(11_000), Micros(11_000), Micros(500)),)


@pytest.mark.parametrize("between", [-10_000, 2_000, 8_400])
def test_one_look_that_disagrees_begins_it_anew(between: int) -> None:
    state, _ = plan_corrections(CorrectionState(), two(10_000), "hall", LATER)
    state, _ = plan_corrections(state, two(between), "hall", Micros(LATER + CONFIRMED_AFTER // 2))
    _, corrections = plan_corrections(state, two(10_000), "hall", Micros(LATER + CONFIRMED_AFTER))
    assert not corrections


@given(skews)
def test_a_wanted_offset_is_no_skew(offset: Micros) -> None:
    assert looked(two(offset, offset=offset))[1] == ()
    _, corrections = looked(two(0, offset=offset))
    assert [each.by for each in corrections] == [-offset] * (abs(offset) > THRESHOLD + 500)


def test_the_threshold_is_a_setting() -> None:
    assert not looked(two(3_400))[1]
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
def test_songs_that_start_end_or_cannot_be_sought_are_left_alone(more: dict[str, object], corrected: bool) -> None:
    _, corrections = decided(CorrectionState(), two(20_000, **more), "hall", LATER)
    assert bool(corrections) == corrected


def test_without_rooms_there_is_nothing_to_do() -> None:
    assert plan_corrections(CorrectionState(), [], "hall", LATER) == (CorrectionState(), ())
    assert plan_corrections(CorrectionState(), [look("hall", 0)], "hall", LATER)[1] == ()


# --- held against which ----------------------------------------------------------------------------------------------


@given(skews)
def test_of_two_rooms_the_leading_one_is_right(skew: Micros) -> None:
    for leading, other in (("hall", "kitchen"), ("kitchen", "hall")):
        _, corrections = plan_corrections(CorrectionState(), two(skew), leading, LATER)
        assert all(each.room == other for each in corrections)


def test_the_fewest_are_touched() -> None:
    looks = [look("hall", 0), look("kitchen", 40_000), look("bath", 41_000), look("cellar", 39_500)]
    _, corrections = decided(CorrectionState(), looks, "hall", LATER)
    assert [(each.room, each.by) for each in corrections] == [("hall", 40_000)]


def test_the_reference_stays_while_most_agree_with_it() -> None:
    looks = [look("hall", 0), look("kitchen", 6_500), look("bath", 10_500)]
    chosen = {before: choose_reference(looks, "hall", before) for before in ("", "hall", "kitchen", "bath")}
    assert {before: each and each.room for before, each in chosen.items()} == {
        "": "kitchen",
        "hall": "hall",
        "kitchen": "kitchen",
        "bath": "bath",
    }


def test_where_no_two_agree_the_leading_one_is_right_whoever_was_before() -> None:
    for looks in (two(20_000), [*two(20_000), look("bath", 70_000)]):
        for before in ("hall", "kitchen", "bath", ""):
            assert choose_reference(looks, "hall", before) is looks[0]


def test_a_reference_that_left_the_others_is_given_up() -> None:
    looks = [look("hall", 0), look("kitchen", 25_000), look("bath", 25_000)]
    assert choose_reference(looks, "hall", "hall") == looks[1]


def test_a_room_that_is_hardly_known_is_no_measure() -> None:
    looks = [look("hall", 30_000, 20_000), look("kitchen", 0)]
    reference = choose_reference(looks, "hall", "hall")
    assert reference is looks[1]


@given(some.lists(some.integers(-100_000, 100_000), min_size=1, max_size=8))
def test_no_other_reference_would_spare_more(places: list[int]) -> None:
    looks = [look(str(number), place) for number, place in enumerate(places)]
    reference = choose_reference(looks, "0", "")
    assert reference is not None

    def spared(than: Observation) -> int:
        return sum(abs(skew_between(than, each).skew) <= THRESHOLD for each in looks)

    assert spared(reference) == max(map(spared, looks))


def test_skew_is_how_much_later_a_room_sounds() -> None:
    hall, kitchen = look("hall", 10_000, 300), look("kitchen", 3_000, 400)
    assert skew_between(hall, kitchen) == Skew(Micros(7_000), Micros(500))
    assert skew_between(hall, hall) == Skew(Micros(0), Micros(0))


# --- how often -------------------------------------------------------------------------------------------------------


def test_a_room_is_not_corrected_again_before_it_was_looked_at_anew() -> None:
    state, corrections = decided(CorrectionState(), two(20_000), "hall", LATER)
    assert corrections
    later = Micros(LATER + seconds(4))
    assert decided(state, two(20_000), "hall", later)[1] == ()
    again = two(20_000, since=Micros(LATER + 1))
    assert decided(state, again, "hall", later)[1]


def test_a_correction_that_could_not_be_made_is_tried_again_but_more_rarely() -> None:
    state, times = CorrectionState(), []
    for tenths in range(6_000):
        now = Micros(LATER + tenths * seconds(0.1))
        state, corrections = plan_corrections(state, two(20_000), "hall", now)
        times += [now] if corrections else []
    gaps = [after - before for before, after in pairwise(times)]
    assert gaps[0] == OUTCOME_TIMEOUT
    assert all(before <= after <= MAX_PAUSE for before, after in pairwise(gaps))
    assert gaps[-1] == MAX_PAUSE


def test_an_outcome_that_never_becomes_clear_is_no_failure() -> None:
    state = corrected()
    for tenths in range(5, 100):
        now = Micros(LATER + tenths * seconds(0.1))
        state, _ = plan_corrections(state, two(5_000, 4_000, since=Micros(LATER + 1)), "hall", now)
        assert state.history("kitchen").outcome_pending == (now - LATER < OUTCOME_TIMEOUT)
    assert (state.history("kitchen").pause, state.history("kitchen").lag) == (MIN_PAUSE, SeekLag())


def test_an_unclear_failure_teaches_no_lag() -> None:
    state = outcome(corrected(), 17_000, Micros(LATER + SECOND), uncertainty=8_000)
    assert state.history("kitchen").lag == SeekLag()
    assert state.history("kitchen").pause == 2 * MIN_PAUSE


@given(some.lists(skews, min_size=5, max_size=60))
def test_never_twice_within_a_second(told: list[Micros]) -> None:
    state, times = CorrectionState(), []
    for number, skew in enumerate(told):
        now = Micros(LATER + number * seconds(0.1))
        state, corrections = plan_corrections(state, two(skew, since=Micros(now - seconds(0.4))), "hall", now)
        times += [now] if corrections else []
    assert all(after - before >= MIN_PAUSE for before, after in pairwise(times))


def outcome(state: CorrectionState, skew: int, now: Micros, uncertainty: int = 500) -> CorrectionState:
    """The kitchen is found `skew` late after its correction."""
    return plan_corrections(state, two(skew, uncertainty, since=Micros(now - SETTLE_AFTER_START)), "hall", now)[0]


def corrected(state: CorrectionState = CorrectionState(), at: Micros = LATER) -> CorrectionState:  # noqa: B008
    state, corrections = decided(state, two(50_000, since=Micros(at - SETTLE_AFTER_START)), "hall", at)
    assert corrections
    return state


def test_what_does_not_help_is_tried_half_as_often_up_to_once_a_minute() -> None:
    state, now, pauses = CorrectionState(), LATER, []
    for _ in range(8):
        state = corrected(state, now)
        state = outcome(state, 50_000, Micros(now + SETTLE_AFTER_START + 1))
        pauses.append(state.history("kitchen").pause)
        now = Micros(now + MAX_PAUSE + SECOND)
    assert pauses == [seconds(each) for each in (2, 4, 8, 16, 32, 60, 60, 60)]


def test_peace_gives_trust_back() -> None:
    state = CorrectionState("hall", {"kitchen": CorrectionHistory(pause=seconds(8))})
    for since, pause in ((0, 8), (5, 8), (10, 4), (15, 4), (20, 2), (30, 1), (60, 1)):
        state, _ = plan_corrections(state, two(0), "hall", Micros(LATER + seconds(since)))
        assert state.history("kitchen").pause == seconds(pause)


def test_rooms_that_were_changed_begin_anew() -> None:
    state = forget_rooms(corrected(), ["kitchen", "cellar"])
    assert state.history("kitchen") == CorrectionHistory()
    assert state.histories.keys() == {"hall"}


# --- how far ---------------------------------------------------------------------------------------------------------


@given(some.floats(-25_000, 25_000), some.integers(0, 1000))
def test_the_lag_of_a_room_is_learnt(true: float, seed: int) -> None:
    chance, lag = Random(seed), SeekLag()
    for _ in range(12):
        lag = lag.updated(Micros(round(true - lag.lag + chance.gauss(0, 300))))
    assert lag.lag == pytest.approx(true, abs=900)


@given(some.integers(MAX_LEARNABLE + 1, seconds(9)), some.sampled_from((-1, 1)))
def test_odd_outcomes_teach_nothing(size: int, sign: int) -> None:
    assert SeekLag(2_000.0, 3).updated(Micros(sign * size)) == SeekLag(2_000.0, 3)


def test_the_next_correction_allows_for_what_the_last_left_behind() -> None:
    state = outcome(corrected(), 2_000, Micros(LATER + SECOND))
    assert state.history("kitchen").lag.lag == pytest.approx(1_400)
    now = Micros(LATER + seconds(5))
    _, corrections = decided(state, two(20_000, since=Micros(now - SETTLE_AFTER_START)), "hall", now)
    assert corrections[0].by == 21_400
    assert corrections[0].skew == 20_000


def test_an_outcome_is_awaited_until_it_is_clear() -> None:
    state = outcome(corrected(), 2_000, Micros(LATER + SECOND), uncertainty=4_000)
    course = state.history("kitchen")
    assert course.outcome_pending and course.lag == SeekLag()
    state = outcome(state, 1_000, Micros(LATER + 2 * SECOND))
    course = state.history("kitchen")
    assert (course.outcome_pending, course.lag.outcomes, course.pause) == (False, 1, MIN_PAUSE)
    assert outcome(state, 1_000, Micros(LATER + 3 * SECOND)).history("kitchen").lag.outcomes == 1
    assert DEFAULT.threshold == THRESHOLD
