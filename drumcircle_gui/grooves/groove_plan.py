"""The grooves of a circle over its beats, and when each note sounds. Pure."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from drumcircle_gui.protocol.groove_messages import Groove, GrooveNote, GrooveSpan
from drumcircle_gui.timing.guide import beginnings
from drumcircle_gui.timing.timeline import Segment, Timeline
from drumcircle_gui.timing.units import BEAT, Beats, Micros


@dataclass(frozen=True)
class GroovePlan:
    """Spans in the order of their beats. Before the first one the guide is plain."""

    spans: tuple[GrooveSpan, ...] = ()

    @property
    def epoch(self) -> int:
        """The number of the latest decision; 0 before the first."""
        return self.spans[-1].epoch if self.spans else 0

    @property
    def latest(self) -> Groove | None:
        """The groove that was chosen last; None for the plain guide."""
        return self.spans[-1].groove if self.spans else None

    def at(self, beat: Beats) -> Groove | None:
        """The groove on `beat`; None for the plain guide."""
        number = bisect_right(self._beats, beat)
        return self.spans[number - 1].groove if number else None

    @cached_property
    def _beats(self) -> list[Beats]:
        return [span.beat for span in self.spans]


PLAIN_GUIDE = GroovePlan()


def offset(groove: Groove, step: int) -> Beats:
    """The beats from the start of the pattern to `step`, swing included."""
    late = groove.swing if step % 2 else 0
    return Beats((100 * step + late) * BEAT // (100 * groove.division))


def notes_between(
    timeline: Timeline, plan: GroovePlan, start: Micros, end: Micros
) -> Iterator[tuple[Micros, GrooveNote]]:
    """The grooves' notes from circle time `start` until just before `end`, with their times, segment by segment.

    Adjoining ranges contain each note exactly once.
    """
    followers = [*pairwise(timeline.segments), (timeline.latest, None)]
    for segment, until in followers:
        if segment.running and segment.at < end and (until is None or until.at > start):
            for beat, note in _notes_within(segment, until.beat if until else None, plan, start, end):
                at = segment.micros_at(beat)
                if start <= at < end:
                    yield at, note


def pickups_between(
    timeline: Timeline, plan: GroovePlan, start: Micros, end: Micros
) -> Iterator[tuple[Micros, GrooveNote]]:
    """The notes of pickups from circle time `start` until just before `end`: before each start of the circle, at the
    tempo that follows, as far as the circle is stopped by then."""
    for beginning, stopped_at in beginnings(timeline):
        groove = plan.at(beginning.beat)
        for note in groove.notes if groove else ():
            if groove and note.step < 0:
                at = Micros(beginning.at + offset(groove, note.step) * beginning.tempo // BEAT)
                if max(start, stopped_at) <= at < end:
                    yield at, note


def _notes_within(
    segment: Segment, until: Beats | None, plan: GroovePlan, start: Micros, end: Micros
) -> Iterator[tuple[Beats, GrooveNote]]:
    """The notes of `segment` on beats around the times from `start` to `end`; a few more than are in it."""
    first = Beats(max(segment.beat, segment.beat_at(max(start, segment.at)) - BEAT))
    last = Beats(segment.beat_at(end) + BEAT)
    cycle = Beats(segment.next_cycle(Beats(first + 1)) - segment.meter.cycle)
    while cycle <= last:
        groove = plan.at(cycle)
        if groove is not None:
            for beat, note in _notes_of_cycle(groove, cycle, segment.meter.cycle, first, last):
                if segment.beat <= beat and (until is None or beat < until):
                    yield beat, note
        cycle = Beats(cycle + segment.meter.cycle)


def _notes_of_cycle(
    groove: Groove, cycle: Beats, length: Beats, first: Beats, last: Beats
) -> Iterator[tuple[Beats, GrooveNote]]:
    """The notes of the cycle that begins on `cycle`, in the repetitions of the pattern from `first` to `last`."""
    pattern = groove.beats * BEAT
    begin = cycle + max(first - cycle, 0) // pattern * pattern
    for repetition in range(begin, min(cycle + length, last + 1), pattern):
        for note in groove.notes:
            beat = repetition + offset(groove, note.step)
            if 0 <= note.step < groove.beats * groove.division and beat < cycle + length:
                yield Beats(beat), note
