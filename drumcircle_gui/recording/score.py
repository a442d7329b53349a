"""A performance as everyone heard it: strokes at the moments they sounded, one period after they were struck, without
pauses.

Its time begins at 0, on the first beat of the cycle in which the first stroke sounds. When the circle was stopped,
nobody heard the strokes of its last period; in the score they sound at the last tempo. Pure.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

import numpy as np

from drumcircle_gui.protocol.mode_messages import ModeSpan
from drumcircle_gui.timing.timeline import Segment, Timeline
from drumcircle_gui.timing.units import BEAT, SECOND, Beats, Micros, bpm_of

from .performance import Performance, PerformanceEvent
from .stroke_table import CHUNK, Int64s, RecordedStroke


@dataclass(frozen=True, slots=True)
class ScoreMarker:
    """A text for a beat."""

    beat: Beats
    text: str


@dataclass(frozen=True)
class Score:
    """`timeline` is always running and begins at time 0. `order`: the rows of the strokes in the order in which they
    sound; `sounding`: the beats on which they sound."""

    performance: Performance
    timeline: Timeline
    order: Int64s
    sounding: Int64s
    marks: tuple[ScoreMarker, ...]

    @property
    def begin(self) -> Beats:
        return self.timeline.segments[0].beat

    @cached_property
    def length(self) -> Micros:
        """Time until the last stroke begins to sound; 0 without strokes."""
        return Micros(int(self._times(self.sounding[-1:])[0])) if len(self.sounding) else Micros(0)

    def strokes(self, since: Micros = Micros(0)) -> Iterator[tuple[Micros, RecordedStroke]]:  # noqa: B008
        """The strokes that sound at time `since` or later, with their times, in order."""
        first = int(np.searchsorted(self._times(self.sounding), since)) if since > 0 else 0
        for begin in range(first, len(self.order), CHUNK):
            part = slice(begin, begin + CHUNK)
            times = map(Micros, self._times(self.sounding[part]).tolist())
            yield from zip(times, self.performance.strokes.select(self.order[part]), strict=True)

    def timed_marks(self) -> tuple[tuple[Micros, str], ...]:
        """The markers with their times, in order."""
        timed = ((self.timeline.micros_at(mark.beat), mark.text) for mark in self.marks)
        return tuple((at, text) for at, text in timed if at is not None)

    def beats(self) -> Iterator[tuple[Beats, RecordedStroke]]:
        """All strokes, with the beats on which they sound, in order."""
        strokes = self.performance.strokes.select(self.order)
        return zip(map(Beats, map(int, self.sounding)), strokes, strict=True)

    def _times(self, beats: Int64s) -> Int64s:
        """The times of `beats`: `Timeline.micros_at` for many at once. Exact, without overflow, up to MAX_COUNT."""
        at, beat, tempo = self._table
        rows = np.maximum(np.searchsorted(beat, beats, "right") - 1, 0)
        whole, part = np.divmod(beats - beat[rows], BEAT)
        passed = whole * tempo[rows] + (2 * part * tempo[rows] + BEAT) // (2 * BEAT)
        return np.asarray(at[rows] + passed, np.int64)

    @cached_property
    def _table(self) -> Int64s:
        return np.array([(s.at, s.beat, s.tempo) for s in self.timeline.segments], np.int64).T


def build_score(performance: Performance) -> Score:
    """`performance` as it was heard."""
    timeline = performance.timeline
    struck = performance.strokes.beats
    sounding = struck + _periods(timeline, struck)
    order = np.argsort(sounding, kind="stable")
    sounding = sounding[order]
    begin = _begin(timeline, Beats(int(sounding[0]) if len(sounding) else timeline.segments[0].beat))
    heard = _without_pauses(timeline, begin)
    return Score(performance, heard, order, sounding, tuple(_marks(performance, heard)))


def _periods(timeline: Timeline, struck: Int64s) -> Int64s:
    """How many beats later each stroke sounds: `Timeline.replay_beat` for many at once."""
    segments = timeline.segments
    rows = np.searchsorted(np.array([s.beat for s in segments], np.int64), struck, "right") - 1
    periods = np.array([s.meter.period for s in segments], np.int64)
    return np.asarray(periods[np.maximum(rows, 0)], np.int64)


def _begin(timeline: Timeline, first: Beats) -> Beats:
    segment = timeline.holding(first)
    return Beats(max(first - (first - segment.origin) % segment.meter.cycle, 0))


def _without_pauses(timeline: Timeline, begin: Beats) -> Timeline:
    """`timeline` from the beat `begin` on, without pauses."""
    heard: list[Segment] = []
    for segment in _moving(timeline, begin):
        beat = Beats(max(segment.beat, begin)) if heard else begin
        at = heard[-1].micros_at(beat) if heard else Micros(0)
        heard.append(replace(segment, at=at, beat=beat, running=True, origin=Beats(min(segment.origin, beat))))
    return Timeline(tuple(heard))


def _moving(timeline: Timeline, begin: Beats) -> Iterator[Segment]:
    """The segments that contain beats from `begin` on; the last one has no end."""
    for segment, after in pairwise((*timeline.segments, None)):
        if segment and (after is None or after.beat > max(segment.beat, begin)):
            yield segment


def _marks(performance: Performance, heard: Timeline) -> Iterator[ScoreMarker]:
    begin = heard.segments[0].beat
    events = ((performance.timeline.beat_at(event.at), event) for event in performance.events)
    marks = [ScoreMarker(beat, _words(event)) for beat, event in events if beat >= begin]
    marks += _tempi(heard)
    marks += [mark for mark in _modes(performance) if mark.beat >= begin]
    marks += [mark for mark in _pauses(performance.timeline) if mark.beat >= begin]
    return iter(sorted(marks, key=lambda mark: mark.beat))


def _tempi(heard: Timeline) -> Iterator[ScoreMarker]:
    tempo = None
    for segment in heard.segments:
        if segment.tempo != tempo:
            yield ScoreMarker(segment.beat, f"{bpm_of(segment.tempo):g} bpm")
        tempo = segment.tempo


def _modes(performance: Performance) -> Iterator[ScoreMarker]:
    """A marker for each mode at the moment when its first strokes are heard, one period after it begins."""
    for span in performance.modes:
        yield ScoreMarker(performance.timeline.replay_beat(span.beat), mode_title(span))


def mode_title(span: ModeSpan) -> str:
    """The name of a mode in words."""
    name = span.mode.name if span.mode.steps else ""
    title = (name or "free play").replace("-", " ")
    return f"{title[:1].upper()}{title[1:]}{' (paused)' if span.paused else ''}"


def _pauses(timeline: Timeline) -> Iterator[ScoreMarker]:
    for before, after in pairwise(timeline.segments):
        if not before.running and after.running:
            yield ScoreMarker(after.beat, f"After a pause of {(after.at - before.at) / SECOND:.0f} s")


def _words(event: PerformanceEvent) -> str:
    words = {"cue": "{}", "joined": "{} joins", "left": "{} leaves"}
    return words[event.kind].format(event.text or "No cue")
