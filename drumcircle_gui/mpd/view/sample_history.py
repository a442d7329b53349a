"""What was measured of the rooms lately: all of it for a table, thinned for a plot. Pure."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from drumcircle_gui.mpd.model.rooms_state import RoomSample
from drumcircle_gui.timing.units import SECOND, Micros

KEPT = Micros(15 * 60 * SECOND)
MOST = 120_000
EVERY = Micros(SECOND // 4)
"""A plot gets one sample of each room in so much time: the one furthest out."""


class SampleHistory:
    """Samples of the last quarter of an hour, each room's in order of time."""

    def __init__(self, most: int = MOST) -> None:
        self._samples: deque[RoomSample] = deque(maxlen=most)

    def add(self, samples: Iterable[RoomSample]) -> None:
        for sample in samples:
            self._samples.append(sample)
        while self._samples and self._samples[-1].at - self._samples[0].at > KEPT:
            self._samples.popleft()

    def csv(self, now: Micros, span: Micros) -> str:
        """A table of what was measured in the last `span`: seconds before `now`, and milliseconds."""
        since = now - span
        rows = (_row(sample, now) for sample in self._samples if sample.at >= since)
        return "\n".join(["seconds,room,round_trip_ms,skew_ms,uncertainty_ms", *rows]) + "\n"


class Point(NamedTuple):
    """Of a line, in milliseconds; `around`: how far from the value the truth may lie, where that is known."""

    at: Micros
    value: float
    around: float | None = None


class Thinned:
    """Passes on one point of each line in each quarter of a second: whichever is furthest from zero."""

    def __init__(self) -> None:
        self._waiting: dict[str, Point] = {}

    def take(self, key: str, point: Point) -> Iterator[Point]:
        """What is to be drawn of the line `key`, now that it has one point more."""
        kept = self._waiting.get(key)
        if kept is not None and point.at // EVERY != kept.at // EVERY:
            yield kept
            kept = None
        if kept is None or abs(point.value) >= abs(kept.value):
            self._waiting[key] = point


def _row(sample: RoomSample, now: Micros) -> str:
    quoted = sample.room.replace('"', '""')
    figures = (_ms(value) for value in (sample.round_trip, sample.skew, sample.uncertainty))
    return f'{(sample.at - now) / SECOND:.3f},"{quoted}",{",".join(figures)}'


def _ms(value: Micros | None) -> str:
    return "" if value is None else f"{value / 1000:.3f}"
