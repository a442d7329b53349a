"""The loops of a circle over its beats, and which part of which sounds when. Pure.

A loop is never stretched. It sounds while the circle runs at the loop's own tempo, and the part that sounds follows
from the beat alone. A tempo change therefore stops it on the cycle's boundary, and after a change back, or a stop and a
start, it continues at the place that the beat determines; a member who joins late starts at that place, too.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from drumcircle_gui.protocol.loop_messages import Loop, LoopSpan
from drumcircle_gui.timing.timeline import Segment, Timeline
from drumcircle_gui.timing.units import BEAT, Beats, Micros, Tempo

TEMPO_TOLERANCE = 1000
"""A loop sounds if its tempo and the circle's differ by less than one part in this many: 8 ms after 8 s."""


class LoopStretch(NamedTuple):
    """`loop` sounds from `position` in its file on, from circle time `at` until `until`."""

    at: Micros
    until: Micros
    position: Micros
    loop: Loop


@dataclass(frozen=True)
class LoopPlan:
    """Spans in the order of their beats. Before the first one there is no loop."""

    spans: tuple[LoopSpan, ...] = ()

    @property
    def epoch(self) -> int:
        """The number of the latest decision; 0 before the first."""
        return self.spans[-1].epoch if self.spans else 0

    @property
    def latest(self) -> Loop | None:
        """The loop that was chosen last."""
        return self.spans[-1].loop if self.spans else None

    @property
    def files(self) -> dict[str, Loop]:
        """The loops of all spans by their files, the latest first."""
        return {span.loop.file: span.loop for span in reversed(self.spans) if span.loop is not None}

    def at(self, beat: Beats) -> Loop | None:
        """The loop on `beat`."""
        number = bisect_right(self._beats, beat)
        return self.spans[number - 1].loop if number else None

    @cached_property
    def _beats(self) -> list[Beats]:
        return [span.beat for span in self.spans]


NO_LOOP = LoopPlan()


def fits(loop: Loop, tempo: Tempo) -> bool:
    """Whether `loop` can sound at `tempo`."""
    return abs(tempo - loop.tempo) * TEMPO_TOLERANCE < loop.tempo


def stretches(timeline: Timeline, plan: LoopPlan, start: Micros, end: Micros) -> Iterator[LoopStretch]:
    """The stretches that overlap circle time `start` until before `end`, each as a whole, in order of time."""
    for segment, until in [*pairwise(timeline.segments), (timeline.latest, None)]:
        if segment.running and segment.at < end and (until is None or until.at > start):
            for span, following in [*pairwise(plan.spans), *((span, None) for span in plan.spans[-1:])]:
                first = max(segment.beat, span.beat)
                last = min((each.beat for each in (until, following) if each is not None), default=None)
                if span.loop is not None and fits(span.loop, segment.tempo):
                    yield from _repetitions(segment, span.beat, span.loop, first, last, start, end)


def _repetitions(
    segment: Segment, origin: Beats, loop: Loop, first: Beats, last: Beats | None, start: Micros, end: Micros
) -> Iterator[LoopStretch]:
    """The parts of `segment` between the beats `first` and `last` in which `loop`, begun on `origin`, is repeated."""
    length = loop.beats * BEAT
    around = max(first, segment.beat_at(start) - 1)
    begin = Beats(origin + max(around - origin, 0) // length * length)
    while last is None or begin < last:
        following = Beats(begin + length)
        at = segment.micros_at(max(begin, first))
        until = segment.micros_at(following if last is None else min(following, last))
        if at >= end:
            return
        if until > max(start, at):
            yield LoopStretch(at, until, Micros(at - segment.micros_at(begin)), loop)
        begin = following
