from itertools import product
from random import Random
from statistics import fmean

import pytest

from drumcircle_gui.timing.units import Micros, seconds
from tests.tools.netlab.profiles import (
    ASYMMETRIC,
    LAN,
    LOS_ANGELES,
    MOBILE,
    PITTSBURGH,
    PROFILES,
    SHENYANG,
    US_CITY,
    WIFI,
    Line,
    Outages,
    Profile,
    facts,
)

GAP = 100_000


def mean(profile: Profile, direction: str, count: int = 20_000) -> tuple[float, float]:
    """The mean delay of a packet without spikes, and the share lost."""
    way = getattr(Line(profile, Micros(0), Random(1)), direction)
    starts = [Micros(number * GAP) for number in range(count)]
    took = [None if (arrival := way(100, now)) is None else arrival - now for now in starts]
    there = sorted(each for each in took if each is not None)
    return fmean(there[: int(0.96 * len(there))]), took.count(None) / count


@pytest.mark.parametrize(
    ("profile", "trip"),
    [(LAN, 200), (PITTSBURGH, 22_000), (US_CITY, 74_000), (LOS_ANGELES, 128_000), (SHENYANG, 352_000)],
)
def test_round_trips_are_as_named_and_symmetric(profile: Profile, trip: int) -> None:
    (up, lost_up), (down, lost_down) = mean(profile, "up"), mean(profile, "down")
    assert up + down == pytest.approx(trip, rel=0.1)
    assert up == pytest.approx(down, rel=0.05)
    assert (lost_up, lost_down) == (0, 0)
    assert profile.shortest_round_trip < trip


@pytest.mark.parametrize("direction", ["up", "down"])
def test_wifi_loses_ten_per_cent_each_way(direction: str) -> None:
    _, lost = mean(WIFI, direction)
    assert lost == pytest.approx(0.1, abs=0.01)


def test_the_asymmetric_line_takes_four_fifths_up() -> None:
    assert ASYMMETRIC.up.delay == pytest.approx(0.8 * ASYMMETRIC.shortest_round_trip)


def test_the_mobile_line_is_down_for_three_seconds_in_twenty() -> None:
    line = Line(MOBILE, seconds(1_000), Random(1))
    gone = [line.up(100, seconds(1_000 + second)) is None for second in range(60)]
    assert gone == ([False] * 17 + [True] * 3) * 3
    assert line.down(100, seconds(1_018)) is None
    assert not Outages(seconds(20), seconds(3)).gone(0)


def test_the_overview_lists_every_profile(capsys: pytest.CaptureFixture[str]) -> None:
    assert all(len(list(facts(profile))) == 4 for profile in PROFILES.values())
    assert all(one is other or one != other for one, other in product(PROFILES.values(), repeat=2))
