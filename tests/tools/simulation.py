"""Simulated networks and clocks: the clock exchanges of a distant machine, whose true circle time is known.

The delay of a packet is the path's shortest time, plus waiting in queues (gamma distributed), plus, with some
probability, a spike (exponentially distributed). The two directions are independent.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from drumcircle_gui.timing.estimator import ClockExchange
from drumcircle_gui.timing.units import SECOND, Micros

Polling = Callable[[Micros], Micros]
"""Maps the time since connecting to the time until the next exchange; see `estimator.polling_delay`."""


@dataclass(frozen=True, slots=True)
class Path:
    """A network path. Times in micros.

    `round_trip` is the mean without spikes. `waiting` is the part of it that is mean waiting time in queues, for each
    direction, gamma distributed with `shape` (2: two queues, one after the other). With probability `spikes` a
    direction takes longer, by `spike` on average. The way to the server has the share `there` of the shortest round
    trip.
    """

    name: str
    round_trip: float
    waiting: float
    shape: float = 2.0
    spikes: float = 0.03
    spike: float = 50_000.0
    there: float = 0.5

    def delays(self, chance: Random) -> tuple[float, float]:
        """The delays of one exchange: to the server, and back."""
        shortest = self.round_trip - 2 * self.waiting
        return shortest * self.there + self._extra(chance), shortest * (1 - self.there) + self._extra(chance)

    def _extra(self, chance: Random) -> float:
        queued = chance.gammavariate(self.shape, self.waiting / self.shape)
        return queued + (chance.expovariate(1 / self.spike) if chance.random() < self.spikes else 0.0)


PATHS = (
    Path("22 ms", 22_000, 1_500),
    Path("74 ms", 74_000, 3_000),
    Path("128 ms", 128_000, 5_000),
    Path("352 ms", 352_000, 10_000),
)
"""Paths within a region, across a continent, across an ocean, and round the world. Their waiting times are chosen so
that the scheme of 2016 has its published errors: 95 % within 4.9, 5.0, 5.3 and 6.6 ms."""

UNEVEN = Path("74 ms, 60 % there", 74_000, 3_000, there=0.6)
"""A path that always takes longer to the server than back, which timestamps cannot show."""

WAKING = 60.0
"""Mean micros between a packet's arrival and the program's timestamp."""

ANSWERING = 100.0
"""Mean micros that a server takes to reply."""


@dataclass(frozen=True, slots=True)
class Clocks:
    """Two clocks: circle time leads local time by `offset` micros at local time 0, and gains `drift` ppm."""

    offset: int = 987_654_321_000
    drift: float = 50.0

    def circle(self, local: float) -> float:
        return local * (1 + self.drift / SECOND) + self.offset

    def local(self, circle: float) -> float:
        return (circle - self.offset) / (1 + self.drift / SECOND)


def exchange(path: Path, clocks: Clocks, sent: Micros, chance: Random) -> ClockExchange:
    """One exchange that begins at local time `sent`, with timestamps in whole micros and delays of waking programs."""
    there, back = path.delays(chance)
    received = clocks.circle(sent) + there + chance.expovariate(1 / WAKING)
    replied = received + chance.expovariate(1 / ANSWERING)
    returned = clocks.local(replied + back) + chance.expovariate(1 / WAKING)
    return ClockExchange(sent, Micros(int(received)), Micros(int(replied)), Micros(int(returned)))


def exchanges(path: Path, clocks: Clocks, polling: Polling, length: Micros, chance: Random) -> Iterator[ClockExchange]:
    """All exchanges of a connection from local time 0 to `length`, one after another."""
    now = Micros(0)
    while now < length:
        latest = exchange(path, clocks, now, chance)
        yield latest
        now = max(latest.returned, Micros(now + polling(now)))
