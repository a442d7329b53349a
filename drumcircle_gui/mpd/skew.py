"""Where in its song a room is, to the millisecond, from the `elapsed` of its `status`.

MPD's `elapsed` moves in steps: it is the true position cut down to the chunk of sound last handed to the outputs, some
23 ms long. Each report says two things for certain, if the room answered at a moment between `sent` + d and
`received` - d, with d the least that one way takes: the song's place less local time, called `c` here, is no smaller
than the report less the latest such moment, and no greater than the report and a step less the earliest. Reports that
came just after a step make the first nearly exact, those just before one the second. What many say together is good to
a millisecond. The difference between two rooms' `c` is how far they are apart.

Pure; the caller brings the stamps. One room each; not for several threads at once.
"""

from collections import deque
from dataclasses import dataclass
from heapq import nlargest, nsmallest
from typing import NamedTuple

from drumcircle_gui.timing.units import SECOND, Micros, seconds

CHUNK = 4024
"""Bytes of sound that MPD moves at once: 4096 less a header (src/MusicChunk.hxx; so measured with 0.23)."""

BYTES = {"8": 1, "16": 2, "24": 4, "32": 4, "f": 4, "dsd": 1}
"""Bytes a sample takes in memory; 24 bits lie in four."""

USUAL_STEP = Micros(22_811)
"""44.1 kHz, 16 bit, stereo."""

WINDOW = seconds(4)
"""For so long reports are remembered, at most MOST of them."""

MOST = 512

DRIFT = 200.0
"""ppm by which a room's sound card and this machine's clock are expected to drift apart at most."""

NOISE = 1_000
"""Micros by which a report may be wrong: `elapsed` is printed in ms, and moved when an output takes a chunk, which is
when its thread is woken."""

TRIMMED = 0.05
"""Share of the strictest reports that is not believed."""

CONTRADICTIONS = 3
"""So many reports in a row that contradict all before: the song has jumped."""

JUMP = 5_000
"""Micros by which a report must miss to contradict."""


def step_of(audio: str) -> Micros:
    """The step in which `elapsed` moves, from the `audio` of a room's status ("44100:16:2"); the usual one where it
    says nothing, or nothing known."""
    parts = audio.split(":")
    if audio.startswith("dsd"):
        parts = [str(int(parts[0][3:] or 0) * 44_100 // 8) if parts[0][3:].isdigit() else "", "dsd", *parts[1:]]
    if len(parts) != 3 or not (parts[0].isdigit() and parts[2].isdigit()):
        return USUAL_STEP
    rate, size = int(parts[0]), BYTES.get(parts[1], 2) * int(parts[2])
    return Micros(CHUNK // size * SECOND // rate) if rate and 0 < size <= CHUNK else USUAL_STEP


@dataclass(frozen=True, slots=True)
class Report:
    """What a poll of `status` found: asked at `sent`, answered at `received` (local time), and the song then
    `elapsed`."""

    sent: Micros
    received: Micros
    elapsed: Micros


@dataclass(frozen=True, slots=True)
class Place:
    """Where a room is in its song: at local time t, c + t; most likely within `uncertainty`."""

    c: int
    uncertainty: Micros

    def elapsed_at(self, now: Micros) -> Micros:
        return Micros(self.c + now)


class Envelope:
    """Makes a `Place` of the reports of one room during one song."""

    def __init__(self, step: Micros = USUAL_STEP) -> None:
        self.step = step
        self.since: Micros | None = None
        """When the first report that counts was sent."""
        self._bounds: deque[_Bounds] = deque(maxlen=MOST)
        self._contradictions: list[_Bounds] = []

    def reset(self, step: Micros | None = None) -> None:
        """Forget all: another song, a seek, a pause. `step`, if it is another one from now on."""
        self.step = step or self.step
        self.since = None
        self._bounds.clear()
        self._contradictions.clear()

    def add(self, report: Report, one_way: Micros) -> bool:
        """Take note of `report`, on a line that takes `one_way` at least; True if the song has jumped, and all before
        is forgotten."""
        bounds = _Bounds.of(report, one_way, self.step)
        if self._contradicted(bounds):
            self._contradictions.append(bounds)
            return len(self._contradictions) >= CONTRADICTIONS and self._begin_anew()
        self._contradictions.clear()
        self._keep(bounds)
        return False

    def place(self, now: Micros) -> Place | None:
        """Where the room is at local time `now`; None before the first report."""
        return self._place(now) if self._bounds else None

    def next_poll(self, now: Micros, one_way: Micros, least: Micros, most: Micros) -> Micros:
        """When to ask next to learn most, between `least` and `most` from `now`: so that the room is asked as it makes
        its next step."""
        place = self.place(now)
        if place is None or most - least < self.step:
            return Micros(now + least)
        arrival = place.elapsed_at(Micros(now + least + one_way))
        return Micros(now + least + -arrival % self.step)

    def _contradicted(self, bounds: "_Bounds") -> bool:
        place = self.place(bounds.at)
        if place is None:
            return False
        margin = place.uncertainty + JUMP
        return bounds.low > place.c + margin or bounds.high < place.c - margin

    def _begin_anew(self) -> bool:
        again = self._contradictions[:]
        self.reset()
        for bounds in again:
            self._keep(bounds)
        return True

    def _keep(self, bounds: "_Bounds") -> None:
        self.since = bounds.at if self.since is None else self.since
        self._bounds.append(bounds)
        while self._bounds[0].at < bounds.at - WINDOW:
            self._bounds.popleft()

    def _place(self, now: Micros) -> Place:
        rank = 1 + int(TRIMMED * len(self._bounds))
        low = nlargest(rank, (each.low_at(now) for each in self._bounds))[-1]
        high = nsmallest(rank, (each.high_at(now) for each in self._bounds))[-1]
        return Place(round((low + high) / 2), Micros(round(abs(high - low) / 2) + NOISE))


class _Bounds(NamedTuple):
    """Between `low` and `high` lies c, as far as one report tells, at the moment `at`."""

    at: Micros
    low: int
    high: int

    @classmethod
    def of(cls, report: Report, one_way: Micros, step: Micros) -> "_Bounds":
        way = min(one_way, (report.received - report.sent) // 2)
        low, high = report.elapsed - (report.received - way), report.elapsed + step - (report.sent + way)
        return cls(report.received, low, high)

    def low_at(self, now: Micros) -> float:
        return self.low - abs(now - self.at) * DRIFT / SECOND

    def high_at(self, now: Micros) -> float:
        return self.high + abs(now - self.at) * DRIFT / SECOND
