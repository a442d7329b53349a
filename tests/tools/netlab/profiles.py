"""Profiles of common internet lines, by name."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from drumcircle_gui.timing.units import Micros, seconds
from tests.tools.simulation import PATHS, Path

from .ways import Loss, Traffic, Way


@dataclass(frozen=True, slots=True)
class Outages:
    """A line that drops everything for the last `duration` micros of every `every`."""

    every: Micros
    duration: Micros

    def gone(self, since: int) -> bool:
        """Whether the line is down `since` micros after it was connected."""
        return since % self.every >= self.every - self.duration


@dataclass(frozen=True, slots=True)
class Profile:
    """One host's line: `up` from the host, `down` to it."""

    about: str
    up: Way
    down: Way
    outages: Outages | None = None

    @property
    def shortest_round_trip(self) -> float:
        """Lower bound of the round trip, in microseconds."""
        return self.up.delay + self.down.delay


class Line:
    """A host's line in operation, connected at the time `begun`."""

    def __init__(self, profile: Profile, begun: Micros, chance: Random) -> None:
        self._outages, self._begun = profile.outages, begun
        self._up, self._down = Traffic(profile.up, chance), Traffic(profile.down, chance)

    def up(self, size: int, now: Micros) -> Micros | None:
        """`Traffic.arrival` of a packet from the host."""
        return None if self._gone(now) else self._up.arrival(size, now)

    def down(self, size: int, now: Micros) -> Micros | None:
        """`Traffic.arrival` of a packet to the host."""
        return None if self._gone(now) else self._down.arrival(size, now)

    def _gone(self, now: Micros) -> bool:
        return self._outages is not None and self._outages.gone(now - self._begun)


def over(path: Path, about: str) -> Profile:
    """The line that corresponds to a simulated `path`."""
    shortest = path.round_trip - 2 * path.waiting
    up = Way(shortest * path.there, path.waiting, path.shape, path.spikes, path.spike)
    return Profile(about, up, replace(up, delay=shortest - up.delay))


def losing(profile: Profile, about: str, loss: Loss) -> Profile:
    return replace(profile, about=about, up=replace(profile.up, loss=loss), down=replace(profile.down, loss=loss))


LAN = over(Path("LAN", 200, 50, spikes=0), "the same house, round trip 0.2 ms")
PITTSBURGH = over(PATHS[0], "a neighbouring town, round trip 22 ms")
US_CITY = over(PATHS[1], "across a continent, round trip 74 ms")
LOS_ANGELES = over(PATHS[2], "coast to coast over a poor route, round trip 128 ms")
SHENYANG = over(PATHS[3], "to the other side of the world, round trip 352 ms")
WIFI = losing(over(Path("Wi-Fi", 30_000, 3_000), ""), "bad Wi-Fi: 30 ms, 10 % lost in bursts", Loss(0.1))
MOBILE = replace(
    over(Path("mobile", 60_000, 8_000, spikes=0.1), "on a train: 60 ms, down for 3 s in every 20 s"),
    outages=Outages(seconds(20), seconds(3)),
)
ASYMMETRIC = over(Path("80/20", 100_000, 3_000, there=0.8), "100 ms, of which four fifths are on the way up")

PROFILES = {
    "lan": LAN,
    "pittsburgh": PITTSBURGH,
    "us-city": US_CITY,
    "los-angeles": LOS_ANGELES,
    "shenyang": SHENYANG,
    "wifi": WIFI,
    "mobile": MOBILE,
    "asymmetric": ASYMMETRIC,
}


def facts(profile: Profile) -> Iterator[str]:
    """The profile's columns in a table."""
    up, down = profile.up, profile.down
    yield f"{up.delay / 1000:g} / {down.delay / 1000:g}"
    yield f"{up.waiting / 1000:g} / {down.waiting / 1000:g}"
    yield f"{up.loss.share:.0%}"
    yield profile.about
