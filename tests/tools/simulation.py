"""Simulated networks and clocks, with the truth at hand: what a machine far away would learn of circle time.

A way through the network takes its shortest time, plus waiting in queues (gamma distributed), plus, now and then, a
spike (exponential). Both ways wait independently.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from drumcircle_gui.timing.estimator import ClockExchange
from drumcircle_gui.timing.units import SECOND, Micros

Polling = Callable[[Micros], Micros]
"""How long to wait before the next exchange, so long after connecting; see `estimator.polling_delay`."""


@dataclass(frozen=True, slots=True)
class Path:
    """A network path. Times in micros.

    `round_trip` is the mean without spikes. Of it, `waiting` is the mean wait in queues each way, gamma distributed
    with `shape` (2: as if in two queues, one after the other). With probability `spikes` a way takes longer, by `spike`
    in the mean. Of the shortest round trip, the way there takes the share `there`.
    """

    name: str
    round_trip: float
    waiting: float
    shape: float = 2.0
    spikes: float = 0.03
    spike: float = 50_000.0
    there: float = 0.5

    def delays(self, chance: Random) -> tuple[float, float]:
        """What one exchange takes there, and back."""
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
"""A neighbouring town, across a continent, across an ocean, round the world. The waits are those with which the scheme
of 2016 errs as it is known to: 95 % within 4.9, 5.0, 5.3 and 6.6 ms."""

UNEVEN = Path("74 ms, 60 % there", 74_000, 3_000, there=0.6)
"""A path whose way there always takes longer than its way back, which stamps cannot tell."""

WAKING = 60.0
"""Micros, in the mean, between a packet's arrival and the program's stamp."""

ANSWERING = 100.0
"""Micros, in the mean, that a server takes to answer."""


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
    """One exchange begun at local time `sent`; stamps are whole micros, and programs wake up a little late."""
    there, back = path.delays(chance)
    received = clocks.circle(sent) + there + chance.expovariate(1 / WAKING)
    replied = received + chance.expovariate(1 / ANSWERING)
    returned = clocks.local(replied + back) + chance.expovariate(1 / WAKING)
    return ClockExchange(sent, Micros(int(received)), Micros(int(replied)), Micros(int(returned)))


def exchanges(path: Path, clocks: Clocks, polling: Polling, length: Micros, chance: Random) -> Iterator[ClockExchange]:
    """All exchanges of a connection that lasts `length`, begun at local time 0; one at a time."""
    now = Micros(0)
    while now < length:
        latest = exchange(path, clocks, now, chance)
        yield latest
        now = max(latest.returned, Micros(now + polling(now)))
