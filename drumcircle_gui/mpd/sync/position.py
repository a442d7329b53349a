"""Estimates a room's position in its song to about a millisecond, from the `elapsed` of its `status`.

`elapsed` moves in steps: it is the true position rounded down to the start of a chunk of sound, some 23 ms long (see
`elapsed_step`). The estimate is the song clock c = position - local time, which is constant while the song plays. With
d the shortest one-way delay, the room read its position between `sent` + d and `received` - d. Each report therefore
bounds c:

    elapsed - (received - d)  <=  c  <=  elapsed + step - (sent + d)

Reports made just after a step give a tight lower bound, those just before one a tight upper bound: c is where the
upper envelope of the lower bounds meets the lower envelope of the upper bounds. Real outputs blur the steps: they take
chunks late, or a whole period of a sound card at once, and then the bounds cross. Therefore the strictest few bounds
on either side are averaged, and c is the middle of the two means. The middle does not depend on the blur, and rooms
with outputs of the same kind are blurred alike; the rest is for the room's offset to correct. The difference of two
rooms' song clocks is their skew.

Pure. One estimator per room, for one thread.
"""

from bisect import bisect_left, insort
from collections import deque
from dataclasses import dataclass
from statistics import fmean
from typing import NamedTuple

from drumcircle_gui.timing.units import SECOND, Micros, seconds

from .elapsed_step import DEFAULT_STEP

WINDOW = seconds(4)
"""Reports older than this are dropped; there are at most MAX_REPORTS."""

MAX_REPORTS = 256

DRIFT_PPM = 200.0
"""Largest usual drift between a room's sound card and this machine's clock: c becomes less certain after the last
report at this rate."""

DECIDING_SHARE = 0.15
"""Share of the bounds on either side that is averaged, without the very strictest one, which may be an error."""

MIN_DECIDING = 4
"""Smallest number of bounds averaged on either side. With fewer than twice as many reports, the strictest decide."""

RESOLUTION = 500
"""Micros of uncertainty in any case: `elapsed` has whole milliseconds."""

GAP_FACTOR = 1.75
"""The uncertainty of c is this many times the mean gap between the bounds averaged, ..."""

BLUR_SHARE = 0.1
"""... plus this share of the output's blur. In simulation c is within it about nineteen times in twenty."""

CONTRADICTIONS, CONTRADICTED_WITHIN = 3, seconds(1)
"""That many reports within that time that contradict all earlier ones mean that the song has jumped."""

CONTRADICTION_MARGIN = 2_500
"""Micros beyond the uncertainty by which a contradicting report must miss."""

RECHECK_EVERY = 5
"""Reports after which the summary that reports are compared with is computed anew."""

STEP_NEIGHBOURHOOD = 3_000
"""Micros around a step within which a poll is most informative."""

GOLDEN = 0.618_034
"""Golden ratio less one: its multiples modulo 1 cover an interval evenly."""


@dataclass(frozen=True, slots=True)
class StatusReport:
    """One poll of `status`: sent and answered at local times, and the song's `elapsed` in the answer."""

    sent: Micros
    received: Micros
    elapsed: Micros


@dataclass(frozen=True, slots=True)
class SongPosition:
    """A room's position in its song: `song_clock` + t at local time t, most likely within `uncertainty`."""

    song_clock: int
    uncertainty: Micros

    def elapsed_at(self, now: Micros) -> Micros:
        return Micros(self.song_clock + now)


class PositionEstimator:
    """Estimates the SongPosition of one room while it plays one song without a jump."""

    def __init__(self, step: Micros = DEFAULT_STEP) -> None:
        self.step = step
        self.since: Micros | None = None
        """Local time of the first report used."""
        self._bounds: deque[_Bounds] = deque()
        self._lows: list[int] = []
        self._highs: list[int] = []
        self._contradictions: deque[_Bounds] = deque(maxlen=CONTRADICTIONS)
        self._believed: _Summary | None = None
        self._polls = self._kept = 0

    def reset(self, step: Micros | None = None) -> None:
        """Discard all reports, after a song change, a seek or a pause; use `step` from now on if given."""
        self.step = step or self.step
        self.since = None
        self._bounds.clear()
        self._lows.clear()
        self._highs.clear()
        self._contradictions.clear()
        self._believed = None

    def set_step(self, step: Micros) -> None:
        """Correct the step; the reports so far are kept and interpreted with the new one."""
        shift, self.step = step - self.step, step
        self._bounds = deque(each._replace(high=each.high + shift) for each in self._bounds)
        self._highs = [high + shift for high in self._highs]
        self._contradictions.clear()
        self._believed = None

    def add(self, report: StatusReport, one_way: Micros) -> bool:
        """Use a report over a connection whose shortest one-way delay is `one_way`. True if the song has jumped: the
        reports before the jump are discarded."""
        bounds = _Bounds.of(report, one_way, self.step)
        if self._believed is not None and not self._believed.allows(bounds):
            return self._contradict(bounds)
        self._keep(bounds)
        return False

    def position(self, now: Micros) -> SongPosition | None:
        """The position as known at local time `now`; None before the first report."""
        if not self._bounds:
            return None
        position = self._summary().position
        age = max(now - self._bounds[-1].at, 0)
        return SongPosition(position.song_clock, Micros(position.uncertainty + round(age * DRIFT_PPM / SECOND)))

    def next_poll_at(self, now: Micros, one_way: Micros, earliest_in: Micros) -> Micros:
        """When to poll next: the first moment from `now` + `earliest_in` on at which the poll reaches the room near a
        step, which is at most a step later. Every third poll is at an arbitrary moment, so that jumps are noticed."""
        self._polls += 1
        even, earliest = self._polls * GOLDEN % 1, now + earliest_in
        if self._believed is None or self._polls % 3 == 0:
            return Micros(round(earliest + even * self.step))
        dither = round((2 * even - 1) * (STEP_NEIGHBOURHOOD + self._believed.blur))
        arrival = self._believed.position.elapsed_at(Micros(earliest + one_way - dither))
        return Micros(earliest + -arrival % self.step)

    def _contradict(self, bounds: "_Bounds") -> bool:
        """A report that contradicts the earlier ones; whether they are the wrong ones by now."""
        self._contradictions.append(bounds)
        first = self._contradictions[0]
        if len(self._contradictions) < CONTRADICTIONS or bounds.at - first.at > CONTRADICTED_WITHIN:
            return False
        believed = list(self._contradictions)
        self.reset()
        for each in believed:
            self._keep(each)
        return True

    def _keep(self, bounds: "_Bounds") -> None:
        self.since = bounds.at if self.since is None else self.since
        self._bounds.append(bounds)
        insort(self._lows, bounds.low)
        insort(self._highs, bounds.high)
        while self._bounds[0].at < bounds.at - WINDOW or len(self._bounds) > MAX_REPORTS:
            self._drop(self._bounds.popleft())
        self._kept += 1
        if self._kept % RECHECK_EVERY == 0 and len(self._bounds) >= 2 * MIN_DECIDING:
            self._believed = self._summary()

    def _drop(self, bounds: "_Bounds") -> None:
        del self._lows[bisect_left(self._lows, bounds.low)]
        del self._highs[bisect_left(self._highs, bounds.high)]

    def _summary(self) -> "_Summary":
        lows, highs = self._lows, self._highs
        if len(lows) < 2 * MIN_DECIDING:
            return _Summary.of_strictest(lows[-1], highs[0], self.step / len(lows))
        count = max(MIN_DECIDING, round(DECIDING_SHARE * len(lows)))
        return _Summary.of_means(lows[-2 : -count - 1 : -1], highs[1:count])


class _Bounds(NamedTuple):
    """One report, at local time `at`: the song clock lies between `low` and `high`."""

    at: Micros
    low: int
    high: int

    @classmethod
    def of(cls, report: StatusReport, one_way: Micros, step: Micros) -> "_Bounds":
        delay = min(one_way, (report.received - report.sent) // 2)
        low = report.elapsed - (report.received - delay)
        high = report.elapsed + step - (report.sent + delay)
        return cls(report.received, low, high)


class _Summary(NamedTuple):
    """All bounds together: the deciding values from below and above, the error of their middle, and the output's
    blur, by which a single report may miss."""

    low: float
    high: float
    error: float
    blur: float

    @classmethod
    def of_strictest(cls, low: float, high: float, least_width: float) -> "_Summary":
        """From few reports: c lies between the strictest bounds. Bounds closer together than `least_width` are so by
        chance."""
        return cls(low, high, max(abs(high - low), least_width) / 2, 0.0)

    @classmethod
    def of_means(cls, lows: list[int], highs: list[int]) -> "_Summary":
        """From the strictest few on either side, strictest first. The error follows from their mean distance."""
        width = (lows[0] - lows[-1] + highs[-1] - highs[0]) / 2
        blur = max(lows[0] - highs[0], 0.0) * 0.75
        return cls(fmean(lows), fmean(highs), GAP_FACTOR * width / (len(lows) - 1) + BLUR_SHARE * blur, blur)

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2

    @property
    def position(self) -> SongPosition:
        return SongPosition(round(self.middle), Micros(round(self.error) + RESOLUTION))

    def allows(self, bounds: _Bounds) -> bool:
        margin = self.error + RESOLUTION + CONTRADICTION_MARGIN + self.blur
        return bounds.low <= self.middle + margin and bounds.high >= self.middle - margin
