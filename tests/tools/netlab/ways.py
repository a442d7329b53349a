"""What a network does to packets on one way through it, one after the other. Pure: the caller brings the time.

Waiting follows the same law as in `tests.tools.simulation`: a shortest time, queues (gamma distributed), and spikes.
"""

from dataclasses import dataclass
from math import exp
from random import Random

from drumcircle_gui.timing.units import SECOND, Micros


@dataclass(frozen=True, slots=True)
class Loss:
    """Packets lost in bursts (Gilbert and Elliott): in all the `share` of the time, `burst` micros at once in the mean.

    The state is a matter of time, not of packets, so that a packet sent again later has a chance of its own.
    """

    share: float = 0.0
    burst: float = 40_000.0

    def likely(self, lost: bool, since: float) -> float:
        """How likely a packet is lost, `since` micros after one that was `lost` or was not."""
        memory = exp(-since / (self.burst * (1 - self.share)))
        return self.share + (lost - self.share) * memory


NO_LOSS = Loss()


@dataclass(frozen=True, slots=True)
class Way:
    """One direction of a line. Times in micros.

    A packet takes `delay`, and waits for `waiting` in the mean, gamma distributed with `shape`; with probability
    `spikes` for `spike` more. Unless `in_order` is False, no packet overtakes another. `rate`: bytes a second, None: as
    many as come; of more, as much as lasts for `queue` waits for its turn, and the rest is lost.
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
    """All packets on one way: what one meets depends on those before it."""

    def __init__(self, way: Way, chance: Random) -> None:
        self._way = way
        self._chance = chance
        self._free = Micros(0)
        self._latest = Micros(0)
        self._lost = False
        self._seen: Micros | None = None

    def arrival(self, size: int, now: Micros) -> Micros | None:
        """When a packet of `size` bytes that sets out `now` arrives; None: never. `now` never goes back."""
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
