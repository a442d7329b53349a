"""Changes of the mode that conductors request: each becomes a span, or is declined with a reason. Pure."""

import logging

import msgspec

from drumcircle_gui.protocol.messages import Declined
from drumcircle_gui.protocol.mode_messages import (
    MAX_SPANS,
    Mode,
    ModeAction,
    ModeSpan,
    ModeStep,
    ModeTurn,
    StartMode,
    SteerMode,
)
from drumcircle_gui.protocol.sanitize import clean_name
from drumcircle_gui.timing.timeline import Segment, Timeline
from drumcircle_gui.timing.units import BEAT, Beats, Micros

from .mode_plan import FREE_PLAY, ModePlan, cycle_at, step_of, total_cycles

log = logging.getLogger(__name__)


class ModeChanges:
    """The modes of a circle, and the rules by which they change.

    A change takes effect with the first cycle that begins at or after a given circle time, which the caller chooses so
    that everybody knows of it in time. It replaces what was decided for later.
    """

    def __init__(self, plan: ModePlan = FREE_PLAY) -> None:
        self.plan = plan

    def start(self, request: StartMode, timeline: Timeline, earliest: Micros) -> Declined | None:
        """Place the requested mode; return a Declined with the reason if that is not possible."""
        if (declined := self._stale(request.epoch)) is not None:
            return declined
        if not request.mode.steps and _is_free(self.plan.latest, timeline.beat_at(earliest)):
            return Declined("mode-unchanged", "Everybody plays freely already.")
        self._place(request.mode, timeline, earliest)
        return None

    def steer(self, request: SteerMode, timeline: Timeline, now: Micros, earliest: Micros) -> Declined | None:
        """Pause, resume, skip or end, as requested at circle time `now`; return a Declined with the reason if that is
        not possible."""
        if (declined := self._stale(request.epoch)) is not None:
            return declined
        latest = self.plan.latest
        beat, _ = next_cycle(timeline, earliest)
        if latest is None or not _may_steer(latest, request.action, Beats(timeline.beat_at(now)), beat):
            return Declined("mode-unchanged", "It is like this already.")
        if request.action == "end":
            self._place(Mode(), timeline, earliest)
        elif request.action == "skip":
            self._skip(latest, timeline, now, earliest)
        else:
            first, paused = cycle_at(latest, beat), request.action == "pause"
            self._place(latest.mode, timeline, earliest, first=first, paused=paused)
        return None

    def change_meter(self, segment: Segment) -> None:
        """The meter changes at the beginning of `segment`: a mode in force ends there, because its cycles do."""
        latest = self.plan.latest
        if latest is None or latest.cycle == segment.meter.cycle:
            return
        if latest.beat >= segment.beat:
            changed = msgspec.structs.replace(latest, epoch=latest.epoch + 1, cycle=segment.meter.cycle)
            self.plan = ModePlan((*self.plan.spans[:-1], changed))
        elif not _is_free(latest, segment.beat):
            self._append(ModeSpan(latest.epoch + 1, segment.beat, segment.meter.cycle, Mode()))

    def drop_before(self, beat: Beats) -> None:
        """Drop the spans that ended before `beat`."""
        spans = self.plan.spans
        begin = max((number for number, span in enumerate(spans) if span.beat <= beat), default=0)
        begin = max(begin, len(spans) - MAX_SPANS)
        if begin > 0:
            self.plan = ModePlan(spans[begin:])

    def _skip(self, latest: ModeSpan, timeline: Timeline, now: Micros, earliest: Micros) -> None:
        """Begin the step after the present one; after the last step, free play."""
        placed = step_of(latest, Beats(max(timeline.beat_at(now), latest.beat)))
        following = 0 if placed is None else placed.number + 1
        first = sum(step.cycles for step in latest.mode.steps[:following])
        if first < total_cycles(latest):
            self._place(latest.mode, timeline, earliest, first=first)
        elif latest.mode.repeat:
            self._place(latest.mode, timeline, earliest)
        else:
            self._place(Mode(), timeline, earliest)

    def _place(self, mode: Mode, timeline: Timeline, earliest: Micros, *, first: int = 0, paused: bool = False) -> None:
        beat, cycle = next_cycle(timeline, earliest)
        self._append(ModeSpan(self.plan.epoch + 1, beat, cycle, mode, first, paused))
        log.debug("mode %r from beat %d on", mode.name, beat)

    def _append(self, span: ModeSpan) -> None:
        before = [each for each in self.plan.spans if each.beat < span.beat]
        self.plan = ModePlan((*before, span)[-MAX_SPANS:])

    def _stale(self, epoch: int) -> Declined | None:
        if epoch == self.plan.epoch:
            return None
        return Declined("mode-stale", "Another conductor has just changed the mode. Look again, then decide.")


def next_cycle(timeline: Timeline, earliest: Micros) -> tuple[Beats, Beats]:
    """The first beat of a cycle at or after circle time `earliest`, and the length of that cycle. While the circle is
    stopped: the beat at which it will resume."""
    segment = timeline.at(earliest)
    if not segment.running:
        following = timeline.holding(segment.beat)
        return segment.beat, following.meter.cycle
    beat = segment.next_cycle(segment.beat_at(earliest))
    if segment.micros_at(beat) < earliest:
        beat = Beats(beat + segment.meter.cycle)
    return beat, timeline.holding(beat).meter.cycle


def remaining_beats(span: ModeSpan) -> int:
    """Whole beats from the beginning of `span` until its mode ends."""
    return (total_cycles(span) - span.first) * span.cycle // BEAT


def cleaned(mode: Mode) -> Mode:
    """`mode` with sanitized words."""
    steps = tuple(ModeStep(step.cycles, tuple(map(_cleaned_turn, step.turns))) for step in mode.steps)
    return msgspec.structs.replace(mode, name=clean_name(mode.name, default=""), steps=steps)


def _cleaned_turn(turn: ModeTurn) -> ModeTurn:
    return msgspec.structs.replace(turn, word=clean_name(turn.word, default=""))


def _may_steer(span: ModeSpan, action: ModeAction, now: Beats, beat: Beats) -> bool:
    """Whether `action`, requested on the beat `now`, has an effect on `beat`."""
    if action == "end":
        return not _is_free(span, now)
    return span.paused == (action == "resume") and not _is_free(span, beat if action == "pause" else now)


def _is_free(span: ModeSpan | None, beat: Beats) -> bool:
    """Whether `span` is free play from `beat` on, and no mode is paused."""
    if span is None or not span.mode.steps:
        return True
    return not span.paused and step_of(span, Beats(max(beat, span.beat))) is None
