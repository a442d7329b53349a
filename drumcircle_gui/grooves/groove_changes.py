"""Changes of the groove that conductors request. Pure."""

import msgspec

from drumcircle_gui.modes.mode_changes import next_cycle
from drumcircle_gui.protocol.groove_messages import MAX_GROOVE_SPANS, ChangeGroove, Groove, GrooveSpan
from drumcircle_gui.protocol.messages import Declined
from drumcircle_gui.protocol.sanitize import clean_name
from drumcircle_gui.timing.timeline import Timeline
from drumcircle_gui.timing.units import Beats, Micros

from .groove_plan import PLAIN_GUIDE, GroovePlan


class GrooveChanges:
    """The grooves of a circle. A change takes effect with the first cycle that begins at or after a given circle time,
    and replaces what was decided for later."""

    def __init__(self, plan: GroovePlan = PLAIN_GUIDE) -> None:
        self.plan = plan

    def request(self, change: ChangeGroove, timeline: Timeline, earliest: Micros) -> Declined | None:
        """Place the requested groove; or the reason why not."""
        if change.epoch != self.plan.epoch:
            return Declined("groove-stale", "Another conductor has just changed the guide. Look again, then decide.")
        beat, _ = next_cycle(timeline, earliest)
        before = tuple(span for span in self.plan.spans if span.beat < beat)
        span = GrooveSpan(self.plan.epoch + 1, beat, _cleaned(change.groove))
        self.plan = GroovePlan((*before, span)[-MAX_GROOVE_SPANS:])
        return None

    def drop_before(self, beat: Beats) -> None:
        """Drop the spans that ended before `beat`."""
        spans = self.plan.spans
        begin = max((number for number, span in enumerate(spans) if span.beat <= beat), default=0)
        if begin > 0:
            self.plan = GroovePlan(spans[begin:])


def _cleaned(groove: Groove | None) -> Groove | None:
    """`groove` with its name made fit to show."""
    return groove and msgspec.structs.replace(groove, name=clean_name(groove.name, default=""))
