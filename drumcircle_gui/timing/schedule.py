"""Schedules strokes for playback: each is returned once, shortly before it is due.

The caller asks repeatedly for what falls due within a horizon of about a second. The server places changes of the
timeline at least two seconds ahead, so no change affects a stroke already returned, and every change affects the rest.

Pure; not thread-safe.
"""

from collections.abc import Callable, Iterator
from heapq import heappop, heappush
from itertools import count
from typing import Generic, NamedTuple, TypeVar

from .timeline import Timeline
from .units import Beats, Micros

MAX_PENDING_STROKES = 262_144
"""Maximum number of strokes in a schedule: those of 2000 players at 10 a second, for 13 s."""

StrokeType = TypeVar("StrokeType")


class DueStroke(NamedTuple, Generic[StrokeType]):
    """`stroke` sounds at circle time `at`."""

    at: Micros
    stroke: StrokeType


Moved = Callable[[Beats, Beats], Beats | None]
"""Given the beats on which a stroke was struck and comes round, the beat on which it sounds; None: not decided yet."""


def _unmoved(struck: Beats, replay: Beats) -> Beats | None:
    return replay


class _Pending(NamedTuple, Generic[StrokeType]):
    beat: Beats
    order: int
    struck: Beats
    replay: Beats
    stroke: StrokeType


class StrokeSchedule(Generic[StrokeType]):
    """Pending strokes, of any type, in the order of the beats on which they sound. `moved`: see `move`."""

    def __init__(self, capacity: int = MAX_PENDING_STROKES, moved: Moved = _unmoved) -> None:
        self._capacity, self._moved = capacity, moved
        self._order = count()
        self._arrived: list[tuple[Beats, StrokeType]] = []
        self._pending: list[_Pending[StrokeType]] = []
        self._held: list[_Pending[StrokeType]] = []

    def __len__(self) -> int:
        return len(self._arrived) + len(self._pending) + len(self._held)

    def move(self, moved: Moved) -> None:
        """From now on, strokes sound on the beats that `moved` returns. Strokes for which it returns None wait."""
        self._moved = moved
        waiting, self._pending, self._held = self._pending + self._held, [], []
        for each in waiting:
            self._enter(each.replay, each.order, each.struck, each.stroke)

    def add(self, struck: Beats, stroke: StrokeType) -> bool:
        """Schedule `stroke`, struck on the beat `struck`, one period later. False, and not added, if the schedule is
        full."""
        fits = len(self) < self._capacity
        if fits:
            self._arrived.append((struck, stroke))
        return fits

    def due(
        self, timeline: Timeline, now: Micros, horizon: Micros
    ) -> tuple[list[DueStroke[StrokeType]], list[DueStroke[StrokeType]]]:
        """The strokes due from circle time `now` until `horizon` later, and those due before `now`, each in order of
        time. They leave the schedule.

        A stroke whose time is not decided, because the circle stops before it is due, stays until it is.
        """
        self._place(timeline)
        ready: list[DueStroke[StrokeType]] = []
        late: list[DueStroke[StrokeType]] = []
        for due in self._until(timeline, Micros(now + horizon)):
            (late if due.at < now else ready).append(due)
        return ready, late

    def holds_due(self, timeline: Timeline, end: Micros) -> bool:
        """Whether `due` would return a stroke if asked for those before circle time `end`."""
        self._place(timeline)
        return bool(self._pending) and (at := timeline.micros_at(self._pending[0].beat)) is not None and at < end

    def _place(self, timeline: Timeline) -> None:
        """Find the beats on which new strokes sound. Later changes move those beats in time, not to other beats."""
        for struck, stroke in self._arrived:
            self._enter(timeline.replay_beat(struck), next(self._order), struck, stroke)
        self._arrived.clear()

    def _enter(self, replay: Beats, order: int, struck: Beats, stroke: StrokeType) -> None:
        beat = self._moved(struck, replay)
        if beat is None:
            self._held.append(_Pending(replay, order, struck, replay, stroke))
        else:
            heappush(self._pending, _Pending(beat, order, struck, replay, stroke))

    def _until(self, timeline: Timeline, end: Micros) -> Iterator[DueStroke[StrokeType]]:
        while self._pending:
            at = timeline.micros_at(self._pending[0].beat)
            if at is None or at >= end:
                return
            yield DueStroke(at, heappop(self._pending).stroke)
