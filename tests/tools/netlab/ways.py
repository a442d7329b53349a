"""Delay and loss of packets in one direction of a line. Pure: the caller passes the time.

Delays are drawn as in `tests.tools.simulation`: a minimum, queueing (gamma distributed), and spikes.
"""

from dataclasses import dataclass
from math import exp
from random import Random

from drumcircle_gui.timing.units import SECOND, Micros


@dataclass(frozen=True, slots=True)
class Loss:
    """Burst losses (Gilbert-Elliott model): a `share` of the time, for `burst` micros on average.

    The state depends on time, not on packets, so that a retransmission later has an independent chance.
    """

    share: float = 0.0
    burst: float = 40_000.0

    def likely(self, lost: bool, since: float) -> float:
        """Probability of losing a packet `since` micros after a packet that was `lost` or not."""
        memory = exp(-since / (self.burst * (1 - self.share)))
        return self.share + (lost - self.share) * memory


NO_LOSS = Loss()


@dataclass(frozen=True, slots=True)
class Way:
    """One direction of a line. Times in microseconds.

    A packet takes `delay` plus a queueing time with mean `waiting`, gamma distributed with `shape`, plus, with
    probability `spikes`, an exponential time with mean `spike`. If `in_order`, no packet overtakes another.
    `rate` in bytes per second, None for no limit; packets that would wait longer than `queue` are lost.
    """

    delay: float = 0.0
    waiting: float = 0.0
    shape: float = 2.0
    spikes: float = 0.0
    spike: float = 50_000.0
    loss: Loss = NO_LOSS
    rate: float | None = None
    queue: float = 250_000.0
    in_order: bool = True


class Traffic:
    """All packets of one direction; the delay of one depends on those before it."""

    def __init__(self, way: Way, chance: Random) -> None:
        self._way = way
        self._chance = chance
        self._free = Micros(0)
        self._latest = Micros(0)
        self._lost = False
        self._seen: Micros | None = None

    def arrival(self, size: int, now: Micros) -> Micros | None:
        """Arrival time of a packet of `size` bytes sent at `now`; None if it is lost. `now` must not decrease."""
        way = self._way
        begin = max(now, self._free)
        if self._strays(now) or begin - now > way.queue:
            return None
        if way.rate is not None:
            begin = self._free = Micros(begin + round(size * SECOND / way.rate))
        at = Micros(begin + round(way.delay + self._waits()))
        if way.in_order:
            at = self._latest = max(at, self._latest)
        return at

    def _strays(self, now: Micros) -> bool:
        loss, seen, self._seen = self._way.loss, self._seen, now
        if not loss.share:
            return False
        likely = loss.share if seen is None else loss.likely(self._lost, now - seen)
        self._lost = self._chance.random() < likely
        return self._lost

    def _waits(self) -> float:
        way, chance = self._way, self._chance
        queued = chance.gammavariate(way.shape, way.waiting / way.shape) if way.waiting else 0.0
        return queued + (chance.expovariate(1 / way.spike) if way.spikes and chance.random() < way.spikes else 0.0)
