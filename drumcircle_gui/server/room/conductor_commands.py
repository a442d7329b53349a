"""What only conductors may do: decide on time and tempo, give cues, moderate."""

from drumcircle_gui.protocol.messages import (
    ChangeTimeline,
    Closing,
    Cue,
    CueUpdate,
    Declined,
    GiveCue,
    MemberUpdate,
    Moderate,
    TimelineUpdate,
)
from drumcircle_gui.protocol.sanitize import clean
from drumcircle_gui.timing.units import Micros

from .circle import Circle, decline, tell
from .effects import Broadcast, Close, Effect
from .events import Trouble
from .membership import Membership
from .roster import Seat
from .timeline_changes import warning

_SHOWN_OUT = "The conductor has asked you to leave."


class ConductorCommands:
    """Carries out what conductors request."""

    def __init__(self, circle: Circle, door: Membership) -> None:
        self._circle = circle
        self._door = door

    def change(self, seat: Seat, message: ChangeTimeline, now: Micros) -> list[Effect]:
        decisions = self._circle.decisions
        refusal = decisions.take(message, now, self._circle.slowest_way())
        if refusal is not None:
            return tell([seat], refusal)
        return [Broadcast(TimelineUpdate(decisions.timeline.segments)), *self._warn()]

    def give(self, seat: Seat, message: GiveCue, now: Micros) -> list[Effect]:
        cue = message.cue
        self._circle.cue = Cue(clean(cue.word), clean(cue.text), seat.id)
        return [Broadcast(CueUpdate(self._circle.cue))]

    def moderate(self, seat: Seat, message: Moderate, now: Micros) -> list[Effect]:
        other = self._circle.roster.by_id(message.member)
        if other is None:
            return decline(seat, "gone", f"{self._circle.roster.former_name(message.member)} has left already.")
        if message.remove:
            return self._show_out(other, clean(message.reason))
        if message.muted in (None, other.member.muted):
            return []
        return [Broadcast(MemberUpdate(other.alter(muted=message.muted)))]

    def trouble(self, event: Trouble, now: Micros) -> list[Effect]:
        return tell(self._circle.roster.conductors(), Declined("trouble", event.text))

    def _show_out(self, other: Seat, reason: str) -> list[Effect]:
        connection = other.connection
        left = self._door.leave(other, reason)
        if connection is None:
            return [left]
        return [left, Close(connection, Closing("removed", reason or _SHOWN_OUT, again=False))]

    def _warn(self) -> list[Effect]:
        circle = self._circle
        slowest = circle.roster.slowest()
        if slowest is None:
            return []
        tight = warning(circle.timeline.latest, slowest.name, slowest.report.one_way, circle.pace.tick)
        return tell(circle.roster.conductors(), tight) if tight else []
