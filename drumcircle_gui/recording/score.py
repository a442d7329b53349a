"""A performance as everybody heard it: strokes where they sounded, one period after they were struck; pauses cut out.

Time here begins at 0, on the first beat of the cycle in which the first stroke sounds. The strokes of the last period,
which nobody heard any more if the circle stopped, sound at the last tempo. Pure.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

import numpy as np

from drumcircle_gui.timing.timeline import Segment, Timeline
from drumcircle_gui.timing.units import BEAT, SECOND, Beats, Micros, bpm_of

from .performance import Happening, Performance
from .stroke_table import CHUNK, Beat64, RecordedStroke


@dataclass(frozen=True, slots=True)
class ScoreMarker:
    """Something to be known at a beat, in words."""

    beat: Beats
    text: str


@dataclass(frozen=True)
class Score:
    """`timeline` never stands still and begins at time 0. `order`: the strokes' places as they sound, on `sounding`."""

    performance: Performance
    timeline: Timeline
    order: Beat64
    sounding: Beat64
    marks: tuple[ScoreMarker, ...]

    @property
    def begin(self) -> Beats:
        return self.timeline.segments[0].beat

    @cached_property
    def length(self) -> Micros:
        """Until the last stroke begins to sound; 0 if there is none."""
        return Micros(int(self._times(self.sounding[-1:])[0])) if len(self.sounding) else Micros(0)

    def strokes(self, since: Micros = Micros(0)) -> Iterator[tuple[Micros, RecordedStroke]]:  # noqa: B008
        """Each stroke that sounds at `since` or later, with when, in that order."""
        first = int(np.searchsorted(self._times(self.sounding), since)) if since > 0 else 0
        for begin in range(first, len(self.order), CHUNK):
            part = slice(begin, begin + CHUNK)
            times = map(Micros, self._times(self.sounding[part]).tolist())
            yield from zip(times, self.performance.strokes.taken(self.order[part]), strict=True)

    def beats(self) -> Iterator[tuple[Beats, RecordedStroke]]:
        """Each stroke with the beat on which it sounds, in that order."""
        strokes = self.performance.strokes.taken(self.order)
        return zip(map(Beats, map(int, self.sounding)), strokes, strict=True)

    def _times(self, beats: Beat64) -> Beat64:
        """When they pass; the same, for many at once, as `Timeline.micros_at`."""
        at, beat, tempo = self._table
        held = np.maximum(np.searchsorted(beat, beats, "right") - 1, 0)
        passed = (2 * (beats - beat[held]) * tempo[held] + BEAT) // (2 * BEAT)
        return np.asarray(at[held] + passed, np.int64)

    @cached_property
    def _table(self) -> Beat64:
        return np.array([(s.at, s.beat, s.tempo) for s in self.timeline.segments], np.int64).T


def score(performance: Performance) -> Score:
    """What was heard of `performance`."""
    timeline = performance.timeline
    struck = performance.strokes.beats
    sounding = struck + _periods(timeline, struck)
    order = np.argsort(sounding, kind="stable")
    sounding = sounding[order]
    begin = _begin(timeline, Beats(int(sounding[0]) if len(sounding) else timeline.segments[0].beat))
    heard = _heard(timeline, begin)
    return Score(performance, heard, order, sounding, tuple(_marks(performance, heard)))


def _periods(timeline: Timeline, struck: Beat64) -> Beat64:
    """How much later each sounds; the same, for many at once, as `Timeline.replay_beat`."""
    segments = timeline.segments
    held = np.searchsorted(np.array([s.beat for s in segments], np.int64), struck, "right") - 1
    periods = np.array([s.meter.period for s in segments], np.int64)
    return np.asarray(periods[np.maximum(held, 0)], np.int64)


def _begin(timeline: Timeline, first: Beats) -> Beats:
    segment = timeline.holding(first)
    return Beats(max(first - (first - segment.origin) % segment.meter.cycle, 0))


def _heard(timeline: Timeline, begin: Beats) -> Timeline:
    """From the beat `begin` on, without what stands still."""
    heard: list[Segment] = []
    for segment in _moving(timeline, begin):
        beat = Beats(max(segment.beat, begin)) if heard else begin
        at = heard[-1].micros_at(beat) if heard else Micros(0)
        heard.append(replace(segment, at=at, beat=beat, running=True, origin=Beats(min(segment.origin, beat))))
    return Timeline(tuple(heard))


def _moving(timeline: Timeline, begin: Beats) -> Iterator[Segment]:
    """The segments in which beats from `begin` on pass; and the last, on which what comes after goes on."""
    for segment, after in pairwise((*timeline.segments, None)):
        if segment and (after is None or after.beat > max(segment.beat, begin)):
            yield segment


def _marks(performance: Performance, heard: Timeline) -> Iterator[ScoreMarker]:
    begin = heard.segments[0].beat
    happenings = ((performance.timeline.beat_at(h.at), h) for h in performance.happenings)
    marks = [ScoreMarker(beat, _words(happening)) for beat, happening in happenings if beat >= begin]
    marks += _tempi(heard)
    marks += [mark for mark in _pauses(performance.timeline) if mark.beat >= begin]
    return iter(sorted(marks, key=lambda mark: mark.beat))


def _tempi(heard: Timeline) -> Iterator[ScoreMarker]:
    tempo = None
    for segment in heard.segments:
        if segment.tempo != tempo:
            yield ScoreMarker(segment.beat, f"{bpm_of(segment.tempo):g} bpm")
        tempo = segment.tempo


def _pauses(timeline: Timeline) -> Iterator[ScoreMarker]:
    for before, after in pairwise(timeline.segments):
        if not before.running and after.running:
            yield ScoreMarker(after.beat, f"After a pause of {(after.at - before.at) / SECOND:.0f} s")


def _words(happening: Happening) -> str:
    words = {"cue": "{}", "joined": "{} joins", "left": "{} leaves"}
    return words[happening.what].format(happening.text or "No instruction")
