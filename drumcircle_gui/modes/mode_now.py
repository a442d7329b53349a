"""The meaning of a mode for one member at a moment: whose turn it is, what comes next, and in how many beats. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeGuard

from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.protocol.mode_messages import HEARD_BY_NONE, ModeSpan, ModeTurn
from drumcircle_gui.timing.units import BEAT, Beats

from .mode_plan import ModePlan, PlacedStep, turn_of

_NO_BEATS = Beats(0)

COUNTED_BEATS = 4
"""Number of beats before a change that are counted down large; in short steps, half of the step."""

MAX_STEPS_AHEAD = 16
"""Number of steps in which a change for one member is looked for. A player who has the same turn in all of them, such
as one who only listens, is told of no change."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One step as one member sees it. `turn`: the member's turn; None: play freely. `featured`: the turns that stand
    out; none if all do the same."""

    name: str = ""
    turn: ModeTurn | None = None
    featured: tuple[ModeTurn, ...] = ()

    @property
    def is_mine(self) -> bool:
        """Whether the member is among those who stand out."""
        return self.turn in self.featured

    @property
    def silent(self) -> bool:
        """Whether nobody hears the member's strokes."""
        return self.turn is not None and self.turn.heard_by == HEARD_BY_NONE


@dataclass(frozen=True, slots=True)
class ModeNow:
    """The step `now`, and `following`, the next one that differs for the member (None: nothing is decided), which
    begins in `left` beats.

    `length`: of the present step; 0 without one. `paused`: the name of the paused mode, or "".
    """

    now: Moment
    following: Moment | None = None
    left: Beats = _NO_BEATS
    length: Beats = _NO_BEATS
    paused: str = ""

    @property
    def counted(self) -> int:
        """The number of the countdown in whole beats, if a change is near that gives the member another turn; 0
        otherwise."""
        if self.following is None or _same(self.now, self.following):
            return 0
        limit = min(COUNTED_BEATS * BEAT, self.length // 2) if self.length else COUNTED_BEATS * BEAT
        return -(-self.left // BEAT) if 0 < self.left <= limit else 0


def mode_now(plan: ModePlan, beat: Beats, member: Member | None) -> ModeNow:
    """The mode on `beat`, as `member` sees it; a conductor (or None) sees those who stand out."""
    placed, span = plan.step_at(beat), plan.at(beat)
    change = _next_change(plan, beat, placed)
    paused = span.mode.name if span is not None and span.paused else ""
    now = _moment(placed, span, member)
    if change is None:
        return ModeNow(now, paused=paused)
    length = _NO_BEATS if placed is None else Beats(change - placed.begin)
    for _ in range(MAX_STEPS_AHEAD):
        placed = plan.step_at(change)
        following = _moment(placed, plan.at(change), member)
        if not _plays(member) or not _same(now, following) or now.name != following.name:
            return ModeNow(now, following, Beats(change - beat), length, paused)
        if (change := _next_change(plan, change, placed)) is None:
            break
    return ModeNow(now, None, paused=paused)


def _same(one: Moment, other: Moment) -> bool:
    if one.turn is not None and other.turn is not None:
        return one.turn.word == other.turn.word and one.is_mine == other.is_mine
    return one.turn is other.turn and one.featured == other.featured


def _next_change(plan: ModePlan, beat: Beats, placed: PlacedStep | None) -> Beats | None:
    """The beat on which the turns change next; None if that is not decided."""
    if placed is not None and placed.end is not None:
        return placed.end
    return next((span.beat for span in plan.spans if span.beat > beat), None)


def _moment(placed: PlacedStep | None, span: ModeSpan | None, member: Member | None) -> Moment:
    if placed is None:
        return Moment()
    featured = _featured(placed.step.turns)
    if _plays(member):
        return Moment(placed.span.mode.name, turn_of(placed.step, member), featured)
    first = placed.step.turns[0] if placed.step.turns else None
    return Moment(placed.span.mode.name, first, featured)


def _plays(member: Member | None) -> TypeGuard[Member]:
    """Whether `member` sees its own turns, and not those who stand out."""
    return member is not None and member.role != "conductor"


def _featured(turns: Sequence[ModeTurn]) -> tuple[ModeTurn, ...]:
    """The turns that equal the first, if there are others that differ; else none. With layers, these are all layers
    that play."""
    alike = tuple(turn for turn in turns if (turn.word, turn.heard_by) == (turns[0].word, turns[0].heard_by))
    return alike if len(alike) < len(turns) else ()
