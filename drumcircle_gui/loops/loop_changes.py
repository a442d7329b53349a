"""Changes of the loop that conductors request. Pure."""

import msgspec

from drumcircle_gui.modes.mode_changes import next_cycle
from drumcircle_gui.protocol.loop_messages import MAX_LOOP_SPANS, ChangeLoop, Loop, LoopSpan
from drumcircle_gui.protocol.messages import Declined
from drumcircle_gui.protocol.sanitize import clean_name
from drumcircle_gui.timing.timeline import Timeline
from drumcircle_gui.timing.units import Beats, Micros

from .loop_plan import NO_LOOP, LoopPlan


class LoopChanges:
    """The loops of a circle. A change takes effect with the first cycle that begins at or after a given circle time,
    and replaces what was decided for later. `files`: the SHA-256 of each file that the server has."""

    def __init__(self, plan: LoopPlan = NO_LOOP) -> None:
        self.plan = plan
        self.files: frozenset[str] = frozenset()

    def request(self, change: ChangeLoop, timeline: Timeline, earliest: Micros) -> Declined | None:
        """Place the requested loop; return a Declined with the reason if that is not possible."""
        loop, latest = change.loop, self.plan.latest
        if change.epoch != self.plan.epoch:
            return Declined("loop-stale", "Another conductor has just changed the loop. Look again, then decide.")
        if loop is not None and loop.file not in self.files:
            return Declined("loop-missing", "The server does not have this loop yet. Send it first.")
        if loop is not None and latest is not None and _apart_from_level(loop) == _apart_from_level(latest):
            self._set_level(loop)
        else:
            self._place(loop, next_cycle(timeline, earliest)[0])
        return None

    def drop_before(self, beat: Beats) -> None:
        """Drop the spans that ended before `beat`."""
        spans = self.plan.spans
        begin = max((number for number, span in enumerate(spans) if span.beat <= beat), default=0)
        if begin > 0:
            self.plan = LoopPlan(spans[begin:])

    def _place(self, loop: Loop | None, beat: Beats) -> None:
        before = tuple(span for span in self.plan.spans if span.beat < beat)
        cleaned = loop and msgspec.structs.replace(loop, name=clean_name(loop.name, default=""))
        self.plan = LoopPlan((*before, LoopSpan(self.plan.epoch + 1, beat, cleaned))[-MAX_LOOP_SPANS:])

    def _set_level(self, loop: Loop) -> None:
        """Continue the latest span with another level."""
        *before, last = self.plan.spans
        louder = last.loop and msgspec.structs.replace(last.loop, level=loop.level)
        self.plan = LoopPlan((*before, LoopSpan(last.epoch + 1, last.beat, louder)))


def _apart_from_level(loop: Loop) -> tuple[str, int, int]:
    return loop.file, loop.beats, loop.tempo
