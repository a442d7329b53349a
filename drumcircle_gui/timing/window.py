"""What is to sound soon: strokes and guide, handed out shortly before their moment, each exactly once.

Whoever renders sound asks again and again for what falls due within a horizon of about a second. The server places
changes of the timeline at least two seconds ahead, so nothing handed out is ever bent by one, and all the rest is.

Pure; not for several threads at once.
"""

from collections.abc import Iterator
from heapq import heappop, heappush
from itertools import count, pairwise
from typing import Generic, NamedTuple, TypeVar

from .timeline import Segment, Timeline
from .units import BEAT, Beats, Micros

MAX_PENDING_STROKES = 262_144
"""Strokes kept at most: 2000 players' 10 a second, for 13 s."""

COUNT_IN_BEATS = 4
"""Beats by which a beginning is counted in."""

What = TypeVar("What")


class DueStroke(NamedTuple, Generic[What]):
    """`what` is to sound at circle time `at`."""

    at: Micros
    what: What


class StrokeSchedule(Generic[What]):
    """Strokes that wait for their moment, whatever a stroke is to the caller."""

    def __init__(self, most: int = MAX_PENDING_STROKES) -> None:
        self._most = most
        self._order = count()
        self._arrived: list[tuple[Beats, What]] = []
        self._waiting: list[tuple[Beats, int, What]] = []

    def __len__(self) -> int:
        return len(self._arrived) + len(self._waiting)

    def add(self, struck: Beats, what: What) -> bool:
        """Keep `what`, struck on the beat `struck`, until its replay. False, and not kept, if too many wait already."""
        room = len(self) < self._most
        if room:
            self._arrived.append((struck, what))
        return room

    def due(
        self, timeline: Timeline, now: Micros, horizon: Micros
    ) -> tuple[list[DueStroke[What]], list[DueStroke[What]]]:
        """What sounds from circle time `now` until `horizon` later, and what is too late for that, both in order. None
        of it will be handed out again.

        Strokes whose moment is not decided, since the circle will stand still before it, wait until it is.
        """
        self._place(timeline)
        ready: list[DueStroke[What]] = []
        late: list[DueStroke[What]] = []
        while self._waiting:
            at = timeline.micros_at(self._waiting[0][0])
            if at is None or at >= now + horizon:
                break
            _, _, what = heappop(self._waiting)
            (late if at < now else ready).append(DueStroke(at, what))
        return ready, late

    def _place(self, timeline: Timeline) -> None:
        """Find the beats on which what has arrived will sound. Later changes leave them be: they only bend time."""
        for struck, what in self._arrived:
            heappush(self._waiting, (timeline.replay_beat(struck), next(self._order), what))
        self._arrived.clear()


class GuideBeat(NamedTuple):
    """A whole beat that passes at circle time `at`; `first` of its cycle."""

    at: Micros
    beat: Beats
    first: bool


def guide_beats(timeline: Timeline, start: Micros, end: Micros) -> Iterator[GuideBeat]:
    """The beats that pass from circle time `start` until just before `end`. Adjoining spans share none, miss none."""
    for segment, until in _stretches(timeline):
        if segment.running and segment.at < end and (until is None or until.at > start):
            yield from _passing(segment, until, start, end)


def count_in(timeline: Timeline, start: Micros, end: Micros) -> Iterator[Micros]:
    """The moments from circle time `start` until just before `end` at which a beginning is counted in: four beats at
    the tempo to come, as far as the circle stands still by then."""
    for beginning, still in _beginnings(timeline):
        for left in range(COUNT_IN_BEATS, 0, -1):
            at = Micros(beginning.at - left * beginning.tempo)
            if max(start, still) <= at < end:
                yield at


def _beginnings(timeline: Timeline) -> Iterator[tuple[Segment, Micros]]:
    """Segments in which the circle begins to play, and since when it stands still before."""
    still: Micros | None = None
    for segment in timeline.segments:
        if segment.running and still is not None:
            yield segment, still
        still = None if segment.running else (segment.at if still is None else still)


def _stretches(timeline: Timeline) -> Iterator[tuple[Segment, Segment | None]]:
    yield from pairwise(timeline.segments)
    yield timeline.latest, None


def _passing(segment: Segment, until: Segment | None, start: Micros, end: Micros) -> Iterator[GuideBeat]:
    # One beat earlier than seems needed: micro-beats are rounded, and `start` may fall on a beat.
    beat = _whole_beat(segment, max(segment.beat, Beats(segment.beat_at(max(start, segment.at)) - BEAT)))
    while until is None or beat < until.beat:
        at = segment.micros_at(beat)
        if at >= end:
            return
        if at >= start:
            yield GuideBeat(at, beat, (beat - segment.origin) % segment.meter.cycle == 0)
        beat = Beats(beat + BEAT)


def _whole_beat(segment: Segment, after: Beats) -> Beats:
    """The first whole beat of the cycle at or after `after`."""
    return Beats(after + (segment.origin - after) % BEAT)
