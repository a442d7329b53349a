"""Changes of the timeline that conductors request: each becomes a segment, or is declined with a reason."""

import logging

from drumcircle_gui.protocol.messages import ChangeTimeline, Declined
from drumcircle_gui.timing.guide import COUNT_IN_BEATS
from drumcircle_gui.timing.period import fitting_bpm, period_shortage
from drumcircle_gui.timing.timeline import Segment, Timeline
from drumcircle_gui.timing.units import SECOND, Beats, Micros

log = logging.getLogger(__name__)

MIN_LEAD = Micros(2 * SECOND)
"""How far ahead of now a change is placed at least: players hand out sound up to 1 s ahead."""

PREPARE_TIME = Micros(SECOND // 2)
"""Time for a member to get the first sound of a start ready after its TimelineUpdate has arrived."""

MAX_PENDING_CHANGES = 32
"""Changes granted but not yet in force."""


class TimelineChanges:
    """The timeline, and the rules by which it changes."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline

    def request(self, change: ChangeTimeline, now: Micros, max_one_way: Micros) -> Declined | None:
        """Place `change` far enough ahead for a member whose one-way delay is `max_one_way`; or the reason why not."""
        if (declined := self._decline(change, now)) is not None:
            return declined
        earliest = Micros(now + max(MIN_LEAD, 2 * max_one_way, self._start_lead(change, max_one_way)))
        changed = self.timeline.changed(earliest, tempo=change.tempo, running=change.running, meter=change.meter)
        self.timeline = without_ended(changed, now)
        log.debug("timeline changed at %d: %s", now, changed.latest)
        return None

    def _start_lead(self, change: ChangeTimeline, max_one_way: Micros) -> Micros:
        """How far ahead a start must be placed so that every member hears the whole count-in; 0 if it is no start."""
        last = self.timeline.latest
        if not change.running or last.running:
            return Micros(0)
        return Micros(max_one_way + PREPARE_TIME + COUNT_IN_BEATS * (change.tempo or last.tempo))

    def _decline(self, change: ChangeTimeline, now: Micros) -> Declined | None:
        last = self.timeline.latest
        if change.epoch != last.epoch:
            return Declined("stale", "Another conductor has just changed this. Look again, then decide.")
        if not _changes_anything(change, last):
            return Declined("unchanged", "It is like this already.")
        if sum(segment.at > now for segment in self.timeline.segments) >= MAX_PENDING_CHANGES:
            return Declined("too-many", "Many changes have not taken effect yet: wait until some have.")
        return None


def without_ended(timeline: Timeline, now: Micros) -> Timeline:
    """Drop segments that ended more than two of the longest periods before `now`: no stroke on them still sounds."""
    longest = max(segment.meter.period for segment in timeline.segments)
    begin = timeline.micros_at(Beats(timeline.beat_at(now) - 2 * longest))
    return timeline if begin is None else timeline.since(begin)


def tight_warning(segment: Segment, name: str, one_way: Micros, tick: Micros) -> Declined | None:
    """A warning if the period of `segment` is too short for the slowest member, `name`, whose delay is `one_way`."""
    shortage = period_shortage(segment, one_way, tick)
    if shortage <= 0:
        return None
    bpm = fitting_bpm(segment, one_way, tick)
    remedy = f"try {bpm} bpm" if bpm else "make the period longer"
    return Declined("tight", f"{name}'s network is too slow for this tempo by {shortage / SECOND:.1f} s: {remedy}.")


def _changes_anything(change: ChangeTimeline, last: Segment) -> bool:
    pairs = ((change.tempo, last.tempo), (change.running, last.running), (change.meter, last.meter))
    return any(requested is not None and requested != current for requested, current in pairs)
