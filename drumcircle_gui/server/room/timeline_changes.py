"""What the circle's conductors decide: each request becomes a segment of the timeline, or is declined with a reason."""

from drumcircle_gui.protocol.messages import ChangeTimeline, Declined
from drumcircle_gui.timing.guide import COUNT_IN_BEATS
from drumcircle_gui.timing.timeline import Segment, Timeline
from drumcircle_gui.timing.units import SECOND, SLOWEST_TEMPO, Beats, Micros

SHORTEST_LEAD = Micros(2 * SECOND)
SAFETY = Micros(SECOND // 4)

TO_PREPARE = Micros(SECOND // 2)
"""What everybody is given to get the first sound of a beginning ready, once they have heard of it."""

# Decisions taken that are not yet in force.
MOST_WAITING = 32


class TimelineChanges:
    """The timeline, and how it may change."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline

    def take(self, request: ChangeTimeline, now: Micros, slowest: Micros) -> Declined | None:
        """Grant `request`, so that even who hears of it after `slowest` does in time; or why not."""
        if (refusal := self._refusal(request, now)) is not None:
            return refusal
        earliest = Micros(now + max(SHORTEST_LEAD, 2 * slowest, self._count_in(request, slowest)))
        changed = self.timeline.changed(earliest, tempo=request.tempo, running=request.running, meter=request.meter)
        self.timeline = needed(changed, now)
        return None

    def _count_in(self, request: ChangeTimeline, slowest: Micros) -> Micros:
        """What a beginning takes, so that everybody is counted in."""
        last = self.timeline.latest
        if not request.running or last.running:
            return Micros(0)
        return Micros(slowest + TO_PREPARE + COUNT_IN_BEATS * (request.tempo or last.tempo))

    def _refusal(self, request: ChangeTimeline, now: Micros) -> Declined | None:
        last = self.timeline.latest
        if request.epoch != last.epoch:
            return Declined("stale", "Somebody else has just changed this. Look again, then decide.")
        if not _would_change(request, last):
            return Declined("unchanged", "It is so already.")
        if sum(segment.at > now for segment in self.timeline.segments) >= MOST_WAITING:
            return Declined("too-many", "Many changes are waiting for their moment: wait until some have come.")
        return None


def period_of(segment: Segment) -> Micros:
    """How long a period lasts at the tempo of `segment`."""
    return Micros(segment.micros_at(Beats(segment.beat + segment.meter.period)) - segment.at)


def needed(timeline: Timeline, now: Micros) -> Timeline:
    """Without what ended more than two periods before `now`: no stroke that still sounds was struck on it."""
    longest = max(segment.meter.period for segment in timeline.segments)
    begin = timeline.micros_at(Beats(timeline.beat_at(now) - 2 * longest))
    return timeline if begin is None else timeline.since(begin)


def warning(decided: Segment, name: str, slowest: Micros, tick: Micros) -> Declined | None:
    """That a period is too short for the slowest network, `name`'s: its strokes must travel up and down again."""
    short = shortage(decided, slowest, tick)
    if short <= 0:
        return None
    bpm = fitting_bpm(decided, slowest, tick)
    remedy = f"try {bpm} bpm" if bpm else "make the period longer"
    return Declined("tight", f"{name}'s network is too slow for this tempo by {short / SECOND:.1f} s: {remedy}.")


def shortage(decided: Segment, slowest: Micros, tick: Micros) -> Micros:
    """How much longer a period would have to last for strokes to travel up and down a way of `slowest`; negative: how
    much they have to spare."""
    return Micros(_travel(slowest, tick) - period_of(decided))


def fitting_bpm(decided: Segment, slowest: Micros, tick: Micros) -> int | None:
    """The fastest whole tempo that leaves them the time; None if there is none."""
    tempo = -(-_travel(slowest, tick) // (decided.meter.beats * decided.meter.cycles))
    return None if tempo > SLOWEST_TEMPO else int(60 * SECOND / tempo)


def _travel(slowest: Micros, tick: Micros) -> int:
    return 2 * slowest + tick + SAFETY


def _would_change(request: ChangeTimeline, last: Segment) -> bool:
    pairs = ((request.tempo, last.tempo), (request.running, last.running), (request.meter, last.meter))
    return any(wanted is not None and wanted != now for wanted, now in pairs)
