"""Where in its song a room is, to the millisecond, from the `elapsed` of its `status`.

MPD's `elapsed` moves in steps: it is the true position cut down to the chunk of sound last handed to the outputs, some
23 ms long. Each report says two things for certain, if the room answered at a moment between `sent` + d and
`received` - d, with d the least that one way takes: the song's place less local time, called `c` here, is no smaller
than the report less the latest such moment, and no greater than the report and a step less the earliest. Reports that
came just after a step make the first nearly exact, those just before one the second.

Real outputs blur this: they take chunks late, or a whole period of a sound card's at once. Then the bounds of many
reports cross, and their intersection is empty. So not the strictest bounds decide, but the mean of the strictest few
from below and from above: where both meet, or cross, there is c. How much an output blurs, the middle does not depend
on, and rooms with the same kind of output are blurred alike; what remains is for the room's offset to make good. The
difference between two rooms' `c` is how far they are apart.

Pure; the caller brings the stamps. One room each; not for several threads at once.
"""

import re
from bisect import bisect_left, insort
from collections import deque
from dataclasses import dataclass
from statistics import fmean
from typing import NamedTuple

from drumcircle_gui.timing.units import SECOND, Micros, seconds

CHUNK = 4024
"""Bytes of sound that MPD moves at once: 4096 less a header (src/MusicChunk.hxx; so measured with 0.23)."""

FORMAT = re.compile(r"(?:dsd([1-9][0-9]{1,3})|([1-9][0-9]{3,6}):(8|16|24|32|f|\*)):([1-9][0-9]?)", re.ASCII)
"""How MPD writes an audio format."""

BYTES_PER_SAMPLE = {"8": 1, "16": 2, "24": 4, "32": 4, "f": 4, "*": 2}
"""Bytes a sample takes in memory; 24 bits lie in four. DSD: one."""

DSD_BYTES_PER_S = 44_100 // 8
"""Bytes a second of DSD, for each that its name says."""

DEFAULT_STEP = Micros(22_811)
"""44.1 kHz, 16 bit, stereo."""

WINDOW = seconds(4)
"""For so long reports are remembered, at most MOST of them."""

MAX_REPORTS = 256

DRIFT_PPM = 200.0
"""ppm by which a room's sound card and this machine's clock drift apart at most, as a rule: after the last report
c is the less certain the longer ago that was."""

DECIDING_SHARE = 0.15
"""Share of the bounds on either side that decides, without the very strictest one, which may be a mistake."""

MIN_DECIDING = 4
"""Bounds on either side that decide at least. With fewer than twice as many reports there is nothing to choose from."""

RESOLUTION = 500
"""Micros that c may be wrong by in any case: `elapsed` is told in whole milliseconds."""

GAP_FACTOR = 1.75
"""c is taken to be uncertain by so many times the mean gap between the bounds that decide, ..."""

BLUR_SHARE = 0.1
"""... and by so much of what the output blurs: it then holds some nineteen times in twenty."""

CONTRADICTIONS, CONTRADICTED_WITHIN = 3, seconds(1)
"""So many reports, within so long, that contradict all before: the song has jumped."""

CONTRADICTION_MARGIN = 2_500
"""Micros beyond the uncertainty by which a report must miss to contradict."""

RECHECK_EVERY = 5
"""After so many reports it is worked out anew what contradicts."""

STEP_NEIGHBOURHOOD = 3_000
"""Micros before and after a step in which a room is best asked."""

GOLDEN = 0.618_034
"""Multiples of it fall evenly into any interval."""


def elapsed_step(audio: str) -> Micros:
    """The step in which `elapsed` moves, from the `audio` of a room's status ("44100:16:2"); the usual one where it
    says nothing, or nothing known."""
    said = FORMAT.fullmatch(audio)
    if said is None:
        return DEFAULT_STEP
    dsd, rate, kind, channels = said.groups()
    frames = CHUNK // (BYTES_PER_SAMPLE.get(kind, 1) * int(channels))
    return Micros(max(frames * SECOND // (int(rate) if rate else int(dsd) * DSD_BYTES_PER_S), 1))


@dataclass(frozen=True, slots=True)
class StatusReport:
    """What a poll of `status` found: asked at `sent`, answered at `received` (local time), and the song then
    `elapsed`."""

    sent: Micros
    received: Micros
    elapsed: Micros


@dataclass(frozen=True, slots=True)
class SongPosition:
    """Where a room is in its song: at local time t, c + t; most likely within `uncertainty`."""

    song_clock: int
    uncertainty: Micros

    def elapsed_at(self, now: Micros) -> Micros:
        return Micros(self.song_clock + now)


class PositionEstimator:
    """Makes a `Place` of the reports of one room while it plays one song."""

    def __init__(self, step: Micros = DEFAULT_STEP) -> None:
        self.step = step
        self.since: Micros | None = None
        """When the first report that counts was answered."""
        self._bounds: deque[_Bounds] = deque()
        self._lows: list[int] = []
        self._highs: list[int] = []
        self._contradictions: deque[_Bounds] = deque(maxlen=CONTRADICTIONS)
        self._believed: _Summary | None = None
        self._asked = self._kept = 0

    def reset(self, step: Micros | None = None) -> None:
        """Forget all: another song, a seek, a pause. `step`, if it is another one from now on."""
        self.step = step or self.step
        self.since = None
        self._bounds.clear()
        self._lows.clear()
        self._highs.clear()
        self._contradictions.clear()
        self._believed = None

    def add(self, report: StatusReport, one_way: Micros) -> bool:
        """Take note of `report`, on a line that takes `one_way` at least; True if the song has jumped, and all before
        is forgotten."""
        bounds = _Bounds.of(report, one_way, self.step)
        if self._contradicts(bounds):
            return self._doubt(bounds)
        self._keep(bounds)
        return False

    def position(self, now: Micros) -> SongPosition | None:
        """Where the room is at local time `now`; None before the first report."""
        if not self._bounds:
            return None
        place = self._summary().place
        silence = max(now - self._bounds[-1].at, 0)
        return SongPosition(place.song_clock, Micros(place.uncertainty + round(silence * DRIFT_PPM / SECOND)))

    def next_poll_at(self, now: Micros, one_way: Micros, least: Micros) -> Micros:
        """When to ask next, at least `least` from `now` and at most a step later, to learn most: so that the room is
        asked as it makes a step. Every third time at any moment, lest a jump go unnoticed."""
        self._asked += 1
        even, earliest = self._asked * GOLDEN % 1, now + least
        if self._believed is None or self._asked % 3 == 0:
            return Micros(round(earliest + even * self.step))
        dither = round((2 * even - 1) * (STEP_NEIGHBOURHOOD + self._believed.blur))
        arrival = self._believed.place.elapsed_at(Micros(earliest + one_way - dither))
        return Micros(earliest + -arrival % self.step)

    def _contradicts(self, bounds: "_Bounds") -> bool:
        return self._believed is not None and not self._believed.allows(bounds)

    def _doubt(self, bounds: "_Bounds") -> bool:
        """A report that cannot be true, if all before are; whether it is rather them that are not."""
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
            return _Summary.hard(lows[-1], highs[0], self.step / len(lows))
        count = max(MIN_DECIDING, round(DECIDING_SHARE * len(lows)))
        return _Summary.soft(lows[-2 : -count - 1 : -1], highs[1:count])


class _Bounds(NamedTuple):
    """Between `low` and `high` lies c, as far as one report tells, at the moment `at`."""

    at: Micros
    low: int
    high: int

    @classmethod
    def of(cls, report: StatusReport, one_way: Micros, step: Micros) -> "_Bounds":
        way = min(one_way, (report.received - report.sent) // 2)
        low, high = report.elapsed - (report.received - way), report.elapsed + step - (report.sent + way)
        return cls(report.received, low, high)


class _Summary(NamedTuple):
    """What all bounds together say: from below, from above, how sure that is, and how far it may be from what a single
    report says since the output takes much at once."""

    low: float
    high: float
    error: float
    blur: float

    @classmethod
    def hard(cls, low: float, high: float, least: float) -> "_Summary":
        """The truth lies between, as long as there is nothing to choose from. Bounds that lie closer together than
        `least` do so by chance."""
        return cls(low, high, max(abs(high - low), least) / 2, 0.0)

    @classmethod
    def soft(cls, lows: list[int], highs: list[int]) -> "_Summary":
        """Each list begins with the strictest. Their means are the surer, the closer they lie together."""
        width = (lows[0] - lows[-1] + highs[-1] - highs[0]) / 2
        blur = max(lows[0] - highs[0], 0.0) * 0.75
        return cls(fmean(lows), fmean(highs), GAP_FACTOR * width / (len(lows) - 1) + BLUR_SHARE * blur, blur)

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2

    @property
    def place(self) -> SongPosition:
        return SongPosition(round(self.middle), Micros(round(self.error) + RESOLUTION))

    def allows(self, bounds: _Bounds) -> bool:
        margin = self.error + RESOLUTION + CONTRADICTION_MARGIN + self.blur
        return bounds.low <= self.middle + margin and bounds.high >= self.middle - margin
