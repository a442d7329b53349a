"""Recent measurements of the rooms: all of them for a table, thinned for a plot. Pure."""

from collections import deque
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from drumcircle_gui.mpd.model.rooms_state import RoomSample
from drumcircle_gui.timing.units import SECOND, Micros

KEPT = Micros(15 * 60 * SECOND)
"""Age up to which samples are kept."""

MOST_SAMPLES = 120_000
"""Samples kept at most: 15 min of 30 rooms polled four times a second."""

PLOT_EVERY = Micros(SECOND // 4)
"""A plot gets one sample of each room per interval: the one furthest from zero."""


class SampleHistory:
    """The samples of the last 15 minutes, in order of time."""

    def __init__(self, most: int = MOST_SAMPLES) -> None:
        self._samples: deque[RoomSample] = deque(maxlen=most)

    def add(self, samples: Iterable[RoomSample]) -> None:
        for sample in samples:
            self._samples.append(sample)
        while self._samples and self._samples[-1].at - self._samples[0].at > KEPT:
            self._samples.popleft()

    def csv(self, now: Micros, span: Micros) -> str:
        """The samples of the last `span` as CSV: seconds relative to `now`, room, values in milliseconds."""
        since = now - span
        rows = (_row(sample, now) for sample in self._samples if sample.at >= since)
        return "\n".join(["seconds,room,round_trip_ms,skew_ms,uncertainty_ms", *rows]) + "\n"


class Point(NamedTuple):
    """A point of a line: time, value in milliseconds, and its uncertainty in milliseconds where known."""

    at: Micros
    value: float
    around: float | None = None


class PlotThinner:
    """Passes on one point per line and PLOT_EVERY: the one furthest from zero."""

    def __init__(self) -> None:
        self._waiting: dict[str, Point] = {}

    def take(self, key: str, point: Point) -> Iterator[Point]:
        """Adds `point` to line `key`; yields a point once its interval is complete."""
        kept = self._waiting.get(key)
        if kept is not None and point.at // PLOT_EVERY != kept.at // PLOT_EVERY:
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
