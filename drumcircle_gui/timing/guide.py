"""The guide (the metronome that everybody hears) and the count-in before a circle starts. Pure."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from .timeline import Segment, Timeline
from .units import BEAT, Beats, Micros

COUNT_IN_BEATS = 4
"""Beats counted before a circle starts."""


class GuideBeat(NamedTuple):
    """A whole beat at circle time `at`; `first`: it is the first one of a cycle."""

    at: Micros
    beat: Beats
    first: bool


def guide_beats(timeline: Timeline, start: Micros, end: Micros) -> Iterator[GuideBeat]:
    """The whole beats from circle time `start` until just before `end`. Adjoining ranges contain each beat exactly
    once."""
    for segment, until in _spans(timeline):
        if segment.running and segment.at < end and (until is None or until.at > start):
            yield from _beats_within(segment, until, start, end)


def count_in(timeline: Timeline, start: Micros, end: Micros) -> Iterator[Micros]:
    """The circle times of count-in beats from `start` until just before `end`: up to COUNT_IN_BEATS before each start,
    at the tempo that follows, as far as the circle is stopped by then."""
    for beginning, stopped_at in beginnings(timeline):
        for left in range(COUNT_IN_BEATS, 0, -1):
            at = Micros(beginning.at - left * beginning.tempo)
            if max(start, stopped_at) <= at < end:
                yield at


def beginnings(timeline: Timeline) -> Iterator[tuple[Segment, Micros]]:
    """The segments with which the circle starts, each with the time at which it had stopped."""
    stopped_at: Micros | None = None
    for segment in timeline.segments:
        if segment.running and stopped_at is not None:
            yield segment, stopped_at
        stopped_at = None if segment.running else (segment.at if stopped_at is None else stopped_at)


def _spans(timeline: Timeline) -> Iterator[tuple[Segment, Segment | None]]:
    """Each segment with the next one; None after the last."""
    yield from pairwise(timeline.segments)
    yield timeline.latest, None


def _beats_within(segment: Segment, until: Segment | None, start: Micros, end: Micros) -> Iterator[GuideBeat]:
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
