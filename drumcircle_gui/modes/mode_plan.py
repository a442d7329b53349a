"""The modes of a circle over its beats: which step is in force, what a player does in it, who hears whom. Pure.

A stroke belongs to the step in which it is *struck*, although it sounds one period later: the step's instruction says
what to play now, and the step decides who hears that when it comes round. So a listener who joined or reconnected
meanwhile needs nothing but the stroke's beat.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.protocol.mode_messages import (
    ALL,
    EVEN,
    HEARD_BY_NONE,
    HEARD_BY_SAME,
    ODD,
    PART,
    ModeSpan,
    ModeStep,
    ModeTurn,
)
from drumcircle_gui.timing.units import Beats


@dataclass(frozen=True, slots=True)
class PlacedStep:
    """Step number `number` of the mode of `span`, from `begin` until `end`; an `end` of None: until further notice."""

    span: ModeSpan
    number: int
    begin: Beats
    end: Beats | None

    @property
    def step(self) -> ModeStep:
        return self.span.mode.steps[self.number]


@dataclass(frozen=True)
class ModePlan:
    """Spans in the order of their beats. Before the first one, and where no step is in force, everybody plays freely
    and everybody hears everybody."""

    spans: tuple[ModeSpan, ...] = ()

    @property
    def latest(self) -> ModeSpan | None:
        """The last span, which may lie in the future."""
        return self.spans[-1] if self.spans else None

    @property
    def epoch(self) -> int:
        """The number of the latest decision; 0 before the first."""
        return self.spans[-1].epoch if self.spans else 0

    def at(self, beat: Beats) -> ModeSpan | None:
        """The span that contains `beat`."""
        number = bisect_right(self._beats, beat)
        return self.spans[number - 1] if number else None

    def until(self, span: ModeSpan) -> Beats | None:
        """The beat on which the next span begins; None if no next one is decided."""
        number = bisect_right(self._beats, span.beat)
        return self.spans[number].beat if number < len(self.spans) else None

    def step_at(self, beat: Beats) -> PlacedStep | None:
        """The step in which a stroke on `beat` is struck; None for free play."""
        span = self.at(beat)
        placed = None if span is None else step_of(span, beat)
        if span is None or placed is None or (until := self.until(span)) is None:
            return placed
        end = until if placed.end is None else min(placed.end, until)
        return PlacedStep(span, placed.number, placed.begin, end)

    def hears(self, listener: Member | None, player: Member, beat: Beats) -> bool:
        """Whether `listener` (None: no member yet) hears what `player` strikes on `beat`."""
        placed = self.step_at(beat)
        turn = None if placed is None else turn_of(placed.step, player)
        if placed is None or turn is None or turn.heard_by not in (HEARD_BY_NONE, HEARD_BY_SAME):
            return True
        if turn.heard_by == HEARD_BY_NONE or listener is None:
            return False
        return listener.role == "conductor" or turn_of(placed.step, listener) is turn

    def sounding_beat(self, struck: Beats, replay: Beats) -> Beats | None:
        """The beat on which a stroke sounds that was struck on `struck` and comes round on `replay`. It is later than
        `replay` if a mode holds strokes back; None while the end of that mode is not decided."""
        for span, until in self._holds:
            if struck < span.beat <= replay:
                if until is None:
                    return None
                replay = Beats(replay + until - span.beat)
        return replay

    def held_since(self, beat: Beats) -> Beats | None:
        """The beginning of the first mode that holds strokes back and ends after `beat`; None if there is none."""
        return next((span.beat for span, until in self._holds if until is None or until > beat), None)

    @cached_property
    def _beats(self) -> list[Beats]:
        return [span.beat for span in self.spans]

    @cached_property
    def _holds(self) -> list[tuple[ModeSpan, Beats | None]]:
        return [(span, self.until(span)) for span in self.spans if span.mode.hold and not span.paused]


FREE_PLAY = ModePlan()


def total_cycles(span: ModeSpan) -> int:
    """The cycles of all steps of the mode of `span`."""
    return sum(step.cycles for step in span.mode.steps)


def cycle_at(span: ModeSpan, beat: Beats) -> int:
    """The number, within the mode of `span`, of the cycle that holds `beat`; its steps may have ended before."""
    counted = span.first if span.paused else span.first + (beat - span.beat) // span.cycle
    total = total_cycles(span)
    return counted % total if span.mode.repeat and total else counted


def step_of(span: ModeSpan, beat: Beats) -> PlacedStep | None:
    """The step of `span` in force on `beat`, as if no other span followed; None for free play."""
    if span.paused or not span.mode.steps or span.cycle <= 0:
        return None
    cycle = cycle_at(span, beat)
    passed = 0
    for number, step in enumerate(span.mode.steps):
        if cycle < passed + step.cycles:
            if _lasts(span):
                return PlacedStep(span, number, span.beat, None)
            this_cycle = span.beat + (beat - span.beat) // span.cycle * span.cycle
            begin = this_cycle - (cycle - passed) * span.cycle
            end = Beats(begin + step.cycles * span.cycle)
            return PlacedStep(span, number, Beats(max(begin, span.beat)), end)
        passed += step.cycles
    return None


def _lasts(span: ModeSpan) -> bool:
    """Whether the mode is a single step that repeats, so that its end changes nothing."""
    return span.mode.repeat and len(span.mode.steps) == 1


def is_in(group: str, members: Sequence[int], member: Member) -> bool:
    """Whether `member` is one of `members`, or in `group`."""
    return member.id in members or _is_in(group, member)


def turn_of(step: ModeStep, member: Member) -> ModeTurn | None:
    """What `member` does in `step`; None if the step says nothing about them, or if they conduct only."""
    if member.role == "conductor":
        return None
    named = (turn for turn in step.turns if member.id in turn.members)
    grouped = (turn for turn in step.turns if _is_in(turn.group, member))
    return next(named, None) or next(grouped, None)


def _is_in(group: str, member: Member) -> bool:
    if group.startswith(PART):
        return bool(member.part) and group == PART + member.part
    return group in (ALL, ODD if member.colour % 2 else EVEN)
