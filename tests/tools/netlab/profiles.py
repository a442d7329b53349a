"""Lines to the internet as people have them, by name."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random

from drumcircle_gui.timing.units import Micros, seconds
from tests.tools.simulation import PATHS, Path

from .ways import Loss, Traffic, Way


@dataclass(frozen=True, slots=True)
class Vanishing:
    """A line that is gone for the last `lasting` micros of every `every`."""

    every: Micros
    lasting: Micros

    def gone(self, since: int) -> bool:
        """Whether it is `since` micros after it was plugged in."""
        return since % self.every >= self.every - self.lasting


@dataclass(frozen=True, slots=True)
class Profile:
    """One host's line: the way `up` from it, the way `down` to it."""

    about: str
    up: Way
    down: Way
    vanishing: Vanishing | None = None

    @property
    def shortest(self) -> float:
        """Micros that a round trip takes at least."""
        return self.up.delay + self.down.delay


class Line:
    """A host's line at work, plugged in at the time `begun`."""

    def __init__(self, profile: Profile, begun: Micros, chance: Random) -> None:
        self._vanishing, self._begun = profile.vanishing, begun
        self._up, self._down = Traffic(profile.up, chance), Traffic(profile.down, chance)

    def up(self, size: int, now: Micros) -> Micros | None:
        """See `Traffic.arrival`; for packets from the host."""
        return None if self._gone(now) else self._up.arrival(size, now)

    def down(self, size: int, now: Micros) -> Micros | None:
        """The same for packets to the host."""
        return None if self._gone(now) else self._down.arrival(size, now)

    def _gone(self, now: Micros) -> bool:
        return self._vanishing is not None and self._vanishing.gone(now - self._begun)


def over(path: Path, about: str) -> Profile:
    """The line to which `path`, on which clocks are judged in simulation too, leads."""
    shortest = path.round_trip - 2 * path.waiting
    up = Way(shortest * path.there, path.waiting, path.shape, path.spikes, path.spike)
    return Profile(about, up, replace(up, delay=shortest - up.delay))


def losing(profile: Profile, about: str, loss: Loss) -> Profile:
    return replace(profile, about=about, up=replace(profile.up, loss=loss), down=replace(profile.down, loss=loss))


LAN = over(Path("LAN", 200, 50, spikes=0), "the same house, 0.2 ms there and back")
PITTSBURGH = over(PATHS[0], "a neighbouring town, 22 ms there and back")
US_CITY = over(PATHS[1], "across a continent, 74 ms")
LOS_ANGELES = over(PATHS[2], "from coast to coast, and badly, 128 ms")
SHENYANG = over(PATHS[3], "round the world, 352 ms")
WIFI = losing(over(Path("Wi-Fi", 30_000, 3_000), ""), "bad Wi-Fi: 30 ms, loses a tenth, in bursts", Loss(0.1))
MOBILE = replace(
    over(Path("mobile", 60_000, 8_000, spikes=0.1), "on the train: 60 ms, gone for 3 s in every 20"),
    vanishing=Vanishing(seconds(20), seconds(3)),
)
ASYMMETRIC = over(Path("80/20", 100_000, 3_000, there=0.8), "100 ms, of which four fifths are the way up")

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
    """What a table says of it, in columns."""
    up, down = profile.up, profile.down
    yield f"{up.delay / 1000:g} / {down.delay / 1000:g}"
    yield f"{up.waiting / 1000:g} / {down.waiting / 1000:g}"
    yield f"{up.loss.share:.0%}"
    yield profile.about
