"""Saves a circle, and restores it after the server was killed. Pure."""

from drumcircle_gui.grooves.groove_changes import GrooveChanges
from drumcircle_gui.grooves.groove_plan import GroovePlan
from drumcircle_gui.loops.loop_plan import LoopPlan
from drumcircle_gui.modes.mode_changes import ModeChanges
from drumcircle_gui.modes.mode_plan import ModePlan
from drumcircle_gui.timing.period import period_micros
from drumcircle_gui.timing.units import SECOND, Micros

from .circle import Circle
from .member_timeouts import RESUME_WINDOW
from .recovery_log import SavedCircle, SavedMember
from .roster import Seat
from .stroke_history import StrokeSequence

MAX_CLOCK_DISAGREEMENT = Micros(5 * SECOND)
"""If local clock and wall clock agree to within this, the machine was not restarted, and the local clock is used."""


def original_start(
    saved: SavedCircle, name: str, local: Micros, wall: Micros, boot: str = "", *, any_age: bool = False
) -> Micros | None:
    """The local time at circle time 0 if the saved circle is continued as the circle `name`.

    None if `saved` is another circle, or was saved too long ago (unless `any_age` is true). The local clock gives the
    elapsed time to the microsecond unless the machine was restarted; then the wall clock is used. `boot` shows whether
    it was restarted; if that is not known, both clocks must agree, because a wall clock may be set.
    """
    by_local, by_wall = local - saved.began - saved.at, wall - saved.wall
    same_boot = saved.boot == boot if saved.boot and boot else abs(by_local - by_wall) < MAX_CLOCK_DISAGREEMENT
    passed = by_local if same_boot else by_wall
    longest = max(RESUME_WINDOW, period_micros(saved.timeline[-1]))
    if any_age:
        passed, longest = Micros(max(passed, 0)), Micros(max(passed, longest))
    return Micros(local - passed - saved.at) if name == saved.name and 0 <= passed <= longest else None


def save_circle(circle: Circle, began: Micros, now: Micros, wall: Micros, boot: str = "") -> SavedCircle:
    """The whole of `circle` at circle time `now`, when it has no pending strokes."""
    return SavedCircle(
        name=circle.name,
        began=began,
        at=now,
        wall=wall,
        timeline=circle.timeline.segments,
        members=tuple(SavedMember(seat.member, seat.token, seat.strokes.heard) for seat in circle.roster),
        last_id=circle.roster.last_id,
        cue=circle.cue,
        chat=circle.chat.readable(conducts=True),
        next_line=circle.chat.next_number,
        batches=tuple(circle.batches.all()),
        next_batch=circle.pending_strokes.next_number,
        boot=boot,
        modes=circle.modes.plan.spans,
        grooves=circle.grooves.plan.spans,
        loops=circle.loops.plan.spans,
    )


def restore_circle(circle: Circle, saved: SavedCircle, now: Micros) -> None:
    """Fill a new `circle` from `saved`. All members count as disconnected since circle time `now`."""
    circle.roster.restore((_seat(member) for member in saved.members if member.token), saved.last_id, circle.awake.time)
    circle.cue = saved.cue
    circle.modes = ModeChanges(ModePlan(saved.modes))
    circle.grooves = GrooveChanges(GroovePlan(saved.grooves))
    circle.loops.plan = LoopPlan(saved.loops)
    for entry in saved.chat:
        circle.chat.add(entry)
    circle.chat.next_number = saved.next_line
    for kept in saved.batches:
        circle.batches.keep(kept)
    circle.pending_strokes.next_number = saved.next_batch


def _seat(saved: SavedMember) -> Seat:
    return Seat(saved.member, saved.token, None, strokes=StrokeSequence(saved.heard))
