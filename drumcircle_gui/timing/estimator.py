"""Circle time on this machine: a clock estimated from exchanges of four timestamps with the server (as in RFC 5905).

An exchange gives a certain and a probable bound for the offset, which is circle time minus local time. It certainly
lies between `ClockExchange.low` and `high`, whose distance is the round trip. It probably lies near their middle: the
less the exchange was delayed, the nearer. The first gives a clock its hard `bound`, the second its offset and drift.

Pure: the caller provides the timestamps. A `Clock` is immutable and may be used by any thread, a `ClockEstimator` by
one.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, hypot, sqrt
from typing import NamedTuple

from .units import SECOND, Micros, seconds

WINDOW = 128
"""Exchanges that an estimate rests on: those of about four minutes. Four times as many would halve the error if clocks
drifted evenly for so long."""

EXPECTED_DRIFT_PPM = 100.0
"""Expected drift between two machines' clocks in ppm: that of quartz crystals, and some margin."""

MAX_DRIFT_PPM = 500.0
"""Largest drift in ppm that is believed: the fastest slew that Linux allows (adjtimex(2), `freq`)."""

MAX_SLEW_PPM = 2000.0
"""Rate in ppm at which a clock in use is corrected. It is inaudible: a beat of half a second changes by 1 ms."""

MAX_SLEW_MICROS = 10_000
"""Largest error in micros that is corrected by slewing. Slewing away a greater one would be audible longer than a
step."""

SETTLING_TIME = seconds(3)
"""Time after the first exchange during which errors are corrected by steps: the first exchanges over bad Wi-Fi are
often delayed by retransmissions."""

TIMESTAMP_NOISE_MICROS = 50.0
"""Error in micros of an undelayed exchange: the time that operating systems take to wake a program."""

QUICKEST_ERROR_SHARE = 0.1
"""Error of the quickest exchange, as a share of the round trips' median excess over it."""

SINGLE_ERROR_SHARE = 0.05
"""Expected error of a single exchange, as a share of its round trip."""

ROUNDING_MICROS = 2
"""Largest error in micros of rounding the timestamps and the result."""

POLLING = (
    (seconds(1), seconds(0.025)),
    (seconds(3), seconds(0.05)),
    (seconds(20), seconds(0.25)),
    (seconds(60), seconds(0.5)),
    (seconds(180), seconds(1)),
)
"""Pairs of a time since the first exchange and the interval between exchanges until then. New members hear strokes and
loop at once: over a line of 352 ms, 99 % of clocks are then right within 2 ms after one second. After three, more than
four a second would cost a player's processor more than they improve the clock."""

POLLING_LATER = seconds(2)
"""The interval after the last of these times."""


def polling_delay(elapsed: Micros) -> Micros:
    """The time to wait before the next exchange, `elapsed` after `ClockEstimator.begun`."""
    return next((delay for until, delay in POLLING if elapsed < until), POLLING_LATER)


@dataclass(frozen=True, slots=True)
class ClockExchange:
    """A clock request and its reply, RFC 5905's T1 to T4: `sent` and `returned` are local time, `received` and
    `replied` circle time."""

    sent: Micros
    received: Micros
    replied: Micros
    returned: Micros

    @property
    def round_trip(self) -> Micros:
        """The time spent in the network, without the server's between `received` and `replied`."""
        return Micros((self.returned - self.sent) - (self.replied - self.received))

    @property
    def offset(self) -> int:
        """Circle time minus local time if both ways took equally long; wrong by half the difference otherwise."""
        return (self.received - self.sent + self.replied - self.returned) // 2

    @property
    def low(self) -> int:
        """Lower bound of circle time minus local time at `returned`, since the way back took at least 0."""
        return self.replied - self.returned - ROUNDING_MICROS

    @property
    def high(self) -> int:
        """Upper bound of circle time minus local time at `sent`, since the way there took at least 0."""
        return self.received - self.sent + ROUNDING_MICROS


@dataclass(frozen=True, slots=True)
class Clock:
    """Circle time as a continuous, increasing function of local time, and its inverse.

    `offset` is circle time minus local time at the local time `reference`, in micros; it grows by `drift` ppm. `slew`
    is how far ahead of that, in micros, the clock still is at `reference`; it decreases to 0 at MAX_SLEW_PPM, so that a
    better estimate does not make a clock jump. At `reference` the error is at most `bound`, whatever the network does,
    and at most `error` in six of seven cases. `error` does not include half the difference between the two ways'
    durations, which timestamps cannot show; `bound` does.
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
        """Local time at circle time `circle`: the inverse of `circle`, within 1 us."""
        return Micros(self.reference + round(self._since(circle - self.offset - self.reference)))

    @property
    def _slewed_after(self) -> float:
        return abs(self.slew) * SECOND / MAX_SLEW_PPM

    def _slew_left(self, since: float) -> float:
        if not self.slew or since >= self._slewed_after:
            return 0.0
        return self.slew * (1 - max(since, 0.0) / self._slewed_after)

    def _since(self, run: int) -> float:
        """Local micros from `reference` until circle time is `run` micros beyond its unslewed value there."""
        rate = 1 + self.drift / SECOND
        if run <= self.slew:
            return (run - self.slew) / rate
        slewing = (run - self.slew) / (rate - (MAX_SLEW_PPM if self.slew > 0 else -MAX_SLEW_PPM) / SECOND)
        return slewing if slewing < self._slewed_after else run / rate


class ClockEstimator:
    """Estimates a `Clock` from exchanges, given in the order in which they returned.

    While `playing`, the clock slews to a new estimate, unless it is very young or very wrong; otherwise it steps. When
    a machine's clock leaps (it stops while a laptop sleeps), the next exchange contradicts all earlier ones: they are
    forgotten and the clock steps.
    """

    def __init__(self) -> None:
        self.playing = False
        self.clock: Clock | None = None
        self.begun: Micros | None = None
        """Local time of the first exchange since the start, or since the last leap."""
        self._samples: deque[_Sample] = deque(maxlen=WINDOW)
        self._certain = _Interval(float("-inf"), float("inf"))

    def add(self, exchange: ClockExchange) -> Clock:
        """The new clock, with `exchange` included; its `reference` is the time when the reply returned."""
        leapt = self._narrow(exchange)
        now = exchange.returned
        fit = _fit(self._samples, now)
        offset = round(self._certain.nearest(fit.offset))
        slew = 0 if leapt else self._slew_to(now, offset)
        bound = max(self._certain.farthest(offset), self._certain.farthest(offset + slew))
        self.clock = Clock(now, offset, fit.drift, Micros(ceil(bound)), Micros(round(hypot(fit.error, slew))), slew)
        return self.clock

    def _slew_to(self, now: Micros, offset: int) -> int:
        """How far ahead of `offset` the clock may stay at first, in micros; 0: it steps."""
        if self.clock is None or self.begun is None or not self.playing or now - self.begun < SETTLING_TIME:
            return 0
        ahead = self.clock.circle(now) - now - offset
        return ahead if abs(ahead) <= MAX_SLEW_MICROS else 0

    def _narrow(self, exchange: ClockExchange) -> bool:
        """Include `exchange`; True if it contradicts all earlier ones, which are then forgotten."""
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
    """The interval that certainly contains circle time minus local time, at one time."""

    low: float
    high: float

    @classmethod
    def of(cls, exchange: ClockExchange) -> "_Interval":
        """The certain interval of `exchange` alone at the time it returned. If a clock leapt during the exchange, it
        may be wrong; the next exchange then contradicts it."""
        high = exchange.high + (exchange.returned - exchange.sent) * MAX_DRIFT_PPM / SECOND
        return cls(min(exchange.low, high), max(exchange.low, high))

    def later(self, micros: int) -> "_Interval":
        """The certain interval `micros` later."""
        drift = abs(micros) * MAX_DRIFT_PPM / SECOND
        return _Interval(self.low - drift, self.high + drift)

    def nearest(self, offset: float) -> float:
        return min(max(offset, self.low), self.high)

    def farthest(self, offset: float) -> float:
        """The largest error that `offset` can have."""
        return max(self.high - offset, offset - self.low)


class _Sample(NamedTuple):
    """An exchange's offset at the local time `at`, and its round trip, in micros."""

    at: float
    offset: int
    round_trip: int

    @classmethod
    def of(cls, exchange: ClockExchange) -> "_Sample":
        return cls((exchange.sent + exchange.returned) / 2, exchange.offset, exchange.round_trip)


class _Fit(NamedTuple):
    """Circle time minus local time at one time, its growth in ppm, and its likely error in micros."""

    offset: float
    drift: float
    error: float


def _fit(samples: Sequence[_Sample], now: Micros) -> _Fit:
    """Weighted least squares of offset and drift, with a prior for the drift: 0 with a deviation of EXPECTED_DRIFT_PPM.

    An exchange whose round trip exceeds the quickest one's by `excess` is wrong by at most excess / 2. The median
    excess accounts for delays of the quickest exchange itself, so that one lucky exchange does not decide alone.
    """
    trips = sorted([trip for _, _, trip in samples])
    quickest, middle = trips[0], trips[len(trips) // 2]
    least = TIMESTAMP_NOISE_MICROS**2 + (QUICKEST_ERROR_SHARE * (middle - quickest)) ** 2
    origin = samples[-1].offset
    w = wx = wy = wxy = 0.0
    wxx = EXPECTED_DRIFT_PPM**-2
    for at, offset, trip in samples:
        weight = 1 / (least + (trip - quickest) ** 2 / 4)
        x, y = (at - now) / SECOND, offset - origin
        w += weight
        wx += weight * x
        wy += weight * y
        wxx += weight * x * x
        wxy += weight * x * y
    determinant = w * wxx - wx * wx
    unknown = SINGLE_ERROR_SHARE * quickest / len(samples)
    return _Fit(
        offset=origin + (wxx * wy - wx * wxy) / determinant,
        drift=max(-MAX_DRIFT_PPM, min((w * wxy - wx * wy) / determinant, MAX_DRIFT_PPM)),
        error=hypot(sqrt(wxx / determinant), unknown),
    )
