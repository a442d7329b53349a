"""Changes of the timeline that conductors request: each becomes a segment, or is declined with a reason."""

import logging
from dataclasses import replace

from drumcircle_gui.protocol.fields import MAX_SEGMENTS
from drumcircle_gui.protocol.messages import ChangeTimeline, Declined
from drumcircle_gui.timing.guide import COUNT_IN_BEATS
from drumcircle_gui.timing.period import fitting_bpm, period_shortage
from drumcircle_gui.timing.timeline import Segment, Timeline
from drumcircle_gui.timing.units import BEAT, SECOND, Beats, Micros, Tempo, bpm_of, tempo_of_bpm

log = logging.getLogger(__name__)

MIN_LEAD = Micros(2 * SECOND)
"""Minimum lead of a change: players pass sounds to their devices up to 1 s ahead."""

PREPARE_TIME = Micros(SECOND // 2)
"""Time that a member needs to prepare the first sound of a start after its TimelineUpdate has arrived."""

MAX_PENDING_CHANGES = 2
"""Maximum number of changes not yet in force: one that is too near to be replaced, and one after it."""


MAX_RAMP_STEPS = 64
"""Maximum number of segments of a gradual change of tempo."""


class TimelineChanges:
    """The timeline, and the rules by which it changes.

    Changes that are not yet in force merge: a later one replaces those that start after the lead time, and keeps their
    values. A stop also replaces a start; other changes follow the start, because its count-in may sound already. A
    pending change of a stopped circle is always replaced: nothing that sounds depends on it.
    """

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self._ramp = range(0)

    def request(self, change: ChangeTimeline, now: Micros, max_one_way: Micros) -> Declined | None:
        """Place `change` far enough ahead for a member whose one-way delay is `max_one_way`; return a Declined with the
        reason if that is not possible."""
        last = self.timeline.latest
        if (declined := _decline(change, last)) is not None:
            return declined
        wanted = replace(
            last,
            epoch=last.epoch + 1,
            tempo=change.tempo or last.tempo,
            running=last.running if change.running is None else change.running,
            meter=change.meter or last.meter,
        )
        lead = change_lead(max_one_way)
        kept = self._kept(now, lead, wanted.running)
        earliest = Micros(now + max(lead, _start_lead(kept.latest, wanted, max_one_way)))
        pending = [segment for segment in kept.segments if segment.at > now and segment.epoch not in self._ramp]
        stops = kept.latest.running and not wanted.running
        if pending and not stops:
            if len(pending) >= MAX_PENDING_CHANGES:
                return Declined("too-many", "Many changes have not taken effect yet: wait until some have.")
            # It can then be replaced until the pending one is in force.
            earliest = Micros(max(earliest, pending[-1].at + lead))
        self.timeline = without_ended(_with(kept, wanted, earliest), now)
        log.debug("timeline changed at %d: %s", now, self.timeline.latest)
        return None

    def check_ramp(self, now: Micros) -> Declined | None:
        """The reason why no ramp can begin at circle time `now`; None if it can."""
        if not self.timeline.latest.running or not self.timeline.at(now).running:
            return Declined("mode-stopped", "The tempo changes gradually only while the circle plays: start it first.")
        if self.timeline.latest.at > now and self.timeline.latest.epoch not in self._ramp:
            return Declined("too-many", "Another change has not taken effect yet: wait until it has.")
        return None

    def ramp(self, begin: Beats, length: int, tempo: Tempo, now: Micros) -> None:
        """Change the tempo evenly from the beat `begin` on, so that it is `tempo` after `length` beats. The number of
        segments stays far below what a message holds, however many ramps follow each other."""
        last = self.timeline.latest
        room = (MAX_SEGMENTS - len(self.timeline.segments)) // 4
        steps = min(length, MAX_RAMP_STEPS, max(room, 1))
        bpm, goal = bpm_of(last.tempo), bpm_of(tempo)
        segments = list(self.timeline.segments)
        for step in range(1, steps + 1):
            beat = Beats(begin + (step - 1) * length // steps * BEAT)
            reached = tempo_of_bpm(bpm + (goal - bpm) * step / steps) if step < steps else tempo
            before = segments[-1]
            at = before.micros_at(beat)
            segments.append(replace(before, epoch=before.epoch + 1, at=at, beat=beat, tempo=reached))
        self._ramp = range(last.epoch + 1, last.epoch + steps + 1)
        self.timeline = without_ended(Timeline(tuple(segments)), now)

    def end_ramp(self, beat: Beats) -> None:
        """Stop a ramp that continues beyond `beat`, and keep the tempo that it has there."""
        latest = self.timeline.latest
        if latest.epoch not in self._ramp or latest.beat <= beat:
            return
        kept = [segment for segment in self.timeline.segments if segment.beat < beat]
        at = kept[-1].micros_at(beat)
        self._ramp = range(0)
        self.timeline = Timeline((*kept, replace(kept[-1], epoch=latest.epoch + 1, at=at, beat=beat)))

    def _kept(self, now: Micros, lead: Micros, running: bool) -> Timeline:
        """The timeline without the segments that a change to `running` replaces."""
        segments = self.timeline.segments
        count = max(1, sum(segment.at <= now + lead for segment in segments))
        if running:
            starts = (n for n in range(count, len(segments)) if segments[n].running and not segments[n - 1].running)
            count = max([count, *(n + 1 for n in starts)])
        while count > 1 and segments[count - 1].at > now and not _is_heard(*segments[count - 2 : count]):
            count -= 1
        return Timeline(segments[:count])


def change_lead(max_one_way: Micros) -> Micros:
    """The lead of a change for a member whose one-way delay is `max_one_way`."""
    return Micros(max(MIN_LEAD, 2 * max_one_way))


def _is_heard(before: Segment, after: Segment) -> bool:
    return before.running or after.running


def _with(kept: Timeline, wanted: Segment, earliest: Micros) -> Timeline:
    return kept.changed(earliest, tempo=wanted.tempo, running=wanted.running, meter=wanted.meter, epoch=wanted.epoch)


def _start_lead(last: Segment, wanted: Segment, max_one_way: Micros) -> Micros:
    """The lead that a start needs so that every member hears the whole count-in; 0 if `change` is not a start."""
    if not wanted.running or last.running:
        return Micros(0)
    return Micros(max_one_way + PREPARE_TIME + COUNT_IN_BEATS * wanted.tempo)


def _decline(change: ChangeTimeline, last: Segment) -> Declined | None:
    if change.epoch != last.epoch:
        return Declined("stale", "Another conductor has just changed this. Look again, then decide.")
    if not _changes_anything(change, last):
        return Declined("unchanged", "It is like this already.")
    return None


def without_ended(timeline: Timeline, now: Micros) -> Timeline:
    """Drop segments that ended more than two of the longest periods before `now`, because no stroke on them can still
    sound."""
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
