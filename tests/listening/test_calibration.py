from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.listening.calibration import (
    CLICK_CHANNEL,
    CLICK_INTERVAL,
    FIRST_CLICK_DELAY,
    MAX_SPREAD,
    MAX_TAPS,
    MIN_TAPS,
    Calibration,
    TapResult,
    measure_taps,
    proposed_trim,
)
from drumcircle_gui.sound.messages import MAX_TRIM, PlayedStroke, PlayStroke
from drumcircle_gui.timing.units import Micros

BEGIN = Micros(50_000_000)
CLICKS = tuple(Micros(BEGIN + number * CLICK_INTERVAL) for number in range(MAX_TAPS))

lates = st.integers(-CLICK_INTERVAL // 2 + MAX_SPREAD, CLICK_INTERVAL // 2 - MAX_SPREAD)
trims = st.integers(-MAX_TRIM, MAX_TRIM).map(Micros)


def taps(late: int, swing: int = 0, seed: int = 1, count: int = MAX_TAPS) -> list[Micros]:
    """Taps along to the clicks, each `late`, varying by `swing`."""
    chance = Random(seed)
    return [Micros(click + late + chance.randint(-swing, swing)) for click in CLICKS[:count]]


@given(lates)
def test_even_taps_give_their_delay(late: int) -> None:
    assert measure_taps(CLICKS, taps(late)) == TapResult(MAX_TAPS, Micros(late), Micros(0))


@given(lates, st.integers(1, MAX_SPREAD), st.integers(0, 10_000))
def test_uneven_taps_give_it_nearly(late: int, swing: int, seed: int) -> None:
    found = measure_taps(CLICKS, taps(late, swing, seed))
    assert found.late is not None
    assert found.spread is not None
    assert abs(found.late - late) <= swing
    assert found.spread <= 2 * swing


@given(st.integers(CLICK_INTERVAL // 2 - 5_000, CLICK_INTERVAL // 2 + 5_000), st.integers(0, 1000))
def test_taps_half_way_between_two_clicks_stay_together(late: int, seed: int) -> None:
    found = measure_taps(CLICKS, taps(late, 20_000, seed))
    assert found.even
    assert found.late is not None
    assert abs(abs(found.late) - CLICK_INTERVAL // 2) <= 25_000


def test_an_outlier_does_not_count() -> None:
    some = taps(30_000)
    some[3] = Micros(some[3] + 200_000)
    assert measure_taps(CLICKS, some).late == 30_000


@given(st.lists(st.integers(0, CLICK_INTERVAL), max_size=MIN_TAPS - 1))
def test_few_taps_give_no_result(moments: Sequence[Micros]) -> None:
    assert measure_taps(CLICKS, moments) == TapResult(len(moments))
    assert not TapResult(len(moments)).even


def test_taps_without_clicks_give_no_result() -> None:
    assert measure_taps((), taps(0)) == TapResult(MAX_TAPS)


@given(trims, lates)
def test_the_proposed_trim_brings_taps_and_clicks_together(trim: Micros, late: int) -> None:
    wanted = proposed_trim(trim, TapResult(MIN_TAPS, Micros(late), Micros(9_000)))
    assert wanted == min(max(trim + late, -MAX_TRIM), MAX_TRIM)


@pytest.mark.parametrize("tapping", [TapResult(3), TapResult(MIN_TAPS, Micros(20_000), Micros(MAX_SPREAD + 1))])
def test_too_few_or_uneven_taps_propose_nothing(tapping: TapResult) -> None:
    assert proposed_trim(Micros(0), tapping) is None


def test_each_played_click_schedules_the_next() -> None:
    calibration = Calibration(BEGIN)
    plays = calibration.begin()
    for number in range(10):
        plays += calibration.played(PlayedStroke(plays[number].tag, plays[number].at, False))
    assert [play.at for play in plays] == [BEGIN + FIRST_CLICK_DELAY + number * CLICK_INTERVAL for number in range(12)]
    assert {play.channel for play in plays} == {CLICK_CHANNEL}
    assert len({play.tag for play in plays}) == len(plays)
    assert all(play.tag < 0 for play in plays)


def tapped(calibration: Calibration, plays: list[PlayStroke], late: int) -> None:
    """A player taps along for a while."""
    for _ in range(MIN_TAPS):
        click = plays.pop(0)
        plays += calibration.played(PlayedStroke(click.tag, Micros(click.at + 7), False))
        calibration.tap(Micros(click.at + late))


def test_taps_are_compared_with_the_times_at_which_clicks_were_played() -> None:
    calibration = Calibration(BEGIN)
    tapped(calibration, calibration.begin(), 40_000)
    assert calibration.tapping == TapResult(MIN_TAPS, Micros(39_993), Micros(0))


def test_a_late_click_does_not_count() -> None:
    calibration = Calibration(BEGIN)
    plays = calibration.begin()
    tapped(calibration, plays, 40_000)
    calibration.played(PlayedStroke(plays[0].tag, Micros(plays[0].at + 333_333), True))
    assert calibration.tapping.late == 39_993


def test_a_new_trim_discards_the_taps() -> None:
    calibration = Calibration(BEGIN)
    plays = calibration.begin()
    tapped(calibration, plays, 40_000)
    calibration.forget()
    assert calibration.tapping == TapResult(0)
    tapped(calibration, plays, 0)
    assert calibration.tapping.late == -7


def test_only_the_latest_taps_count() -> None:
    calibration = Calibration(BEGIN)
    plays = calibration.begin()
    for late in (200_000, 10_000, 10_000):
        tapped(calibration, plays, late)
    assert calibration.tapping == TapResult(MAX_TAPS, Micros(9_993), Micros(0))
