"""What the circle's time is, as seen from this machine: a clock estimated from exchanges of four stamps.

An exchange says two things. For certain: circle time less local time lies between `ClockExchange.low` and `high`,
as far apart as the round trip took, whatever the network did. Probably: it lies near their middle, the nearer the less
the exchange was held up. The first gives a clock its hard `bound`, the second its offset and drift.

Pure: the caller brings the stamps. A `Clock` is immutable and may be used by any thread, a `ClockEstimator` by one.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, hypot, sqrt
from typing import NamedTuple

from .units import SECOND, Micros, seconds

WINDOW = 128
"""How many exchanges are weighed. Four times as many halve the error, as long as clocks drift evenly meanwhile: these
reach back four minutes."""

LIKELY_DRIFT = 100.0
"""ppm by which two machines' clocks are expected to drift apart: quartz crystals, and a little more."""

MOST_DRIFT = 500.0
"""ppm by which they drift apart at the very most: as fast as Linux lets a clock be slewed (adjtimex(2), `freq`)."""

MOST_SLEW = 2000.0
"""ppm by which a clock in use is corrected. Nobody hears it: a beat of half a second gains or loses 1 ms."""

MOST_SLEWED = 10_000
"""Micros that a clock in use is corrected by without a jump. Greater errors would be heard for longer than a jump."""

SETTLING = seconds(3)
"""For so long after the first exchange no clock deserves that any error of it is kept: a connection over bad Wi-Fi
begins with packets sent twice."""

STAMP_NOISE = 50.0
"""Micros an exchange is wrong by even if nothing held it up: what the operating system takes to wake a program."""

LUCK = 0.1
"""Share of the median excess of round trips that the quickest exchange may be wrong by."""

UNKNOWN_DELAY = 0.05
"""Share of the round trip that an exchange without any other beside it is expected to be wrong by."""

ROUNDING = 2
"""Micros lost at most by cutting the stamps and the result to whole ones."""

POLLING = (
    (seconds(1), seconds(0.1)),
    (seconds(20), seconds(0.25)),
    (seconds(60), seconds(0.5)),
    (seconds(180), seconds(1)),
)
"""Until so long after the start, so long between exchanges."""

POLLING_LATER = seconds(2)


def polling_delay(elapsed: Micros) -> Micros:
    """How long to wait before the next exchange, `elapsed` after `ClockEstimator.begun`."""
    return next((delay for until, delay in POLLING if elapsed < until), POLLING_LATER)


@dataclass(frozen=True, slots=True)
class ClockExchange:
    """One question about the time and its answer, RFC 5905's T1 to T4: `sent` and `returned` are this machine's local
    time, `received` and `replied` circle time."""

    sent: Micros
    received: Micros
    replied: Micros
    returned: Micros

    @property
    def round_trip(self) -> Micros:
        """The time spent in the network, there and back, without what the server took to answer."""
        return Micros((self.returned - self.sent) - (self.replied - self.received))

    @property
    def offset(self) -> int:
        """Circle time less local time if both ways took equally long; wrong by half of what one took longer."""
        return (self.received - self.sent + self.replied - self.returned) // 2

    @property
    def low(self) -> int:
        """Circle time less local time was no smaller at `returned`, since the way back took more than nothing."""
        return self.replied - self.returned - ROUNDING

    @property
    def high(self) -> int:
        """Circle time less local time was no greater at `sent`, since the way there took more than nothing."""
        return self.received - self.sent + ROUNDING


@dataclass(frozen=True, slots=True)
class Clock:
    """Circle time as a continuous function of local time that never goes back, and its inverse.

    `offset` is circle time less local time at the local time `reference`, and `drift` the ppm by which it grows.
    `slew` is how far ahead of that the clock still is at `reference`; it fades at MOST_SLEW, so that a better estimate
    never makes a clock jump. At `reference` the clock is wrong by no more than `bound`, whatever the network does, and
    six times in seven by no more than `error`. Not in `error`, but in `bound`: half of what one way always takes longer
    than the other, which no stamps can tell.
    """

    reference: Micros
    offset: int
    drift: float
    bound: Micros
    error: Micros
    slew: int = 0

    def circle(self, local: Micros) -> Micros:
        """Circle time at `local`."""
        since = local - self.reference
        return Micros(local + self.offset + round(since * self.drift / SECOND + self._slew_left(since)))

    def local(self, circle: Micros) -> Micros:
        """Local time at `circle`: the inverse of `circle`, within 1 us."""
        return Micros(self.reference + round(self._since(circle - self.offset - self.reference)))

    @property
    def _slewed_after(self) -> float:
        return abs(self.slew) * SECOND / MOST_SLEW

    def _slew_left(self, since: float) -> float:
        if not self.slew or since >= self._slewed_after:
            return 0.0
        return self.slew * (1 - max(since, 0.0) / self._slewed_after)

    def _since(self, run: int) -> float:
        """Local micros from `reference` until circle time is `run` beyond what it was there without the slew."""
        rate = 1 + self.drift / SECOND
        if run <= self.slew:
            return (run - self.slew) / rate
        slewing = (run - self.slew) / (rate - (MOST_SLEW if self.slew > 0 else -MOST_SLEW) / SECOND)
        return slewing if slewing < self._slewed_after else run / rate


class ClockEstimator:
    """Makes a `Clock` of exchanges, given in the order in which they returned.

    While `playing`, the clock slews to a new estimate, unless it is very young or very wrong; otherwise it steps. When
    a machine's clock leaps (it stands still while a laptop sleeps), the next exchange contradicts all before it: they
    are forgotten and the clock steps.
    """

    def __init__(self) -> None:
        self.playing = False
        self.clock: Clock | None = None
        self.begun: Micros | None = None
        """Local time of the first exchange that the clock rests on; later ones after a leap."""
        self._samples: deque[_Sample] = deque(maxlen=WINDOW)
        self._certain = _Interval(float("-inf"), float("inf"))

    def add(self, exchange: ClockExchange) -> Clock:
        """The clock now that `exchange` is known too; its `reference` is the moment the answer returned."""
        leapt = self._narrow(exchange)
        now = exchange.returned
        fit = _fit(self._samples, now)
        offset = round(self._certain.nearest(fit.offset))
        slew = 0 if leapt else self._slew_to(now, offset)
        bound = max(self._certain.farthest(offset), self._certain.farthest(offset + slew))
        self.clock = Clock(now, offset, fit.drift, Micros(ceil(bound)), Micros(round(hypot(fit.error, slew))), slew)
        return self.clock

    def _slew_to(self, now: Micros, offset: int) -> int:
        """How far ahead of `offset` the clock may stay for the time being."""
        if self.clock is None or self.begun is None or not self.playing or now - self.begun < SETTLING:
            return 0
        ahead = self.clock.circle(now) - now - offset
        return ahead if abs(ahead) <= MOST_SLEWED else 0

    def _narrow(self, exchange: ClockExchange) -> bool:
        """Take note of `exchange`; True if it contradicted all before, which is then forgotten."""
        alone = _Interval.of(exchange)
        before = self._certain.later(exchange.returned - self.clock.reference) if self.clock else alone
        self._certain = _Interval(max(before.low, alone.low), min(before.high, alone.high))
        leapt = self._certain.low > self._certain.high
        if leapt:
            self._certain = alone
            self._samples.clear()
        if not self._samples:
            self.begun = exchange.sent
        self._samples.append(_Sample.of(exchange))
        return leapt


class _Interval(NamedTuple):
    """Where circle time less local time lies for certain, at one moment."""

    low: float
    high: float

    @classmethod
    def of(cls, exchange: ClockExchange) -> "_Interval":
        """What `exchange` alone makes certain, at the moment it returned. If a clock leapt during the exchange, nothing
        is certain, and the next exchange will contradict this one."""
        high = exchange.high + (exchange.returned - exchange.sent) * MOST_DRIFT / SECOND
        return cls(min(exchange.low, high), max(exchange.low, high))

    def later(self, micros: int) -> "_Interval":
        """What is still certain after `micros` more."""
        drift = abs(micros) * MOST_DRIFT / SECOND
        return _Interval(self.low - drift, self.high + drift)

    def nearest(self, offset: float) -> float:
        return min(max(offset, self.low), self.high)

    def farthest(self, offset: float) -> float:
        """How wrong `offset` can be at most."""
        return max(self.high - offset, offset - self.low)


class _Sample(NamedTuple):
    """What an exchange says of the offset at the local time `at`, and how long it took, in micros."""

    at: float
    offset: int
    round_trip: int

    @classmethod
    def of(cls, exchange: ClockExchange) -> "_Sample":
        return cls((exchange.sent + exchange.returned) / 2, exchange.offset, exchange.round_trip)


class _Fit(NamedTuple):
    """Circle time less local time at one moment, its growth in ppm, and its likely error in micros."""

    offset: float
    drift: float
    error: float


def _fit(samples: Sequence[_Sample], now: Micros) -> _Fit:
    """Weighted least squares of offset and drift, the drift drawn towards 0 as if measured there to LIKELY_DRIFT.

    An exchange held up for `excess` longer than the quickest one is wrong by excess / 2 at most. The median excess
    stands for what may have held up the quickest one too, so that luck alone does not decide.
    """
    trips = sorted(sample.round_trip for sample in samples)
    quickest, middle = trips[0], trips[len(trips) // 2]
    least = STAMP_NOISE**2 + (LUCK * (middle - quickest)) ** 2
    origin = samples[-1].offset
    w = wx = wy = wxy = 0.0
    wxx = LIKELY_DRIFT**-2
    for at, offset, trip in samples:
        weight = 1 / (least + (trip - quickest) ** 2 / 4)
        x, y = (at - now) / SECOND, offset - origin
        w += weight
        wx += weight * x
        wy += weight * y
        wxx += weight * x * x
        wxy += weight * x * y
    determinant = w * wxx - wx * wx
    unknown = UNKNOWN_DELAY * quickest / len(samples)
    return _Fit(
        offset=origin + (wxx * wy - wx * wxy) / determinant,
        drift=max(-MOST_DRIFT, min((w * wxy - wx * wy) / determinant, MOST_DRIFT)),
        error=hypot(sqrt(wxx / determinant), unknown),
    )
