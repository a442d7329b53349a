"""The commands that only conductors may give: change the timeline, give cues, moderate, end the circle."""

import logging

from drumcircle_gui.protocol.directory import EndCircle
from drumcircle_gui.protocol.fields import MAX_SHORT_LENGTH
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
from drumcircle_gui.protocol.sanitize import clean_name, clean_text
from drumcircle_gui.timing.units import Micros

from .circle import Circle, decline, send_to
from .effects import Broadcast, CloseConnection, Effect, EndRequested
from .events import TroubleReported
from .membership import Membership
from .roster import Seat
from .timeline_changes import tight_warning

log = logging.getLogger(__name__)

MAX_COMMANDS_PER_S = 10
MAX_COMMANDS_AT_ONCE = 100
"""Commands of one conductor; each is sent to all members."""

_REMOVED = "The conductor has asked you to leave."


class ConductorCommands:
    """Carries out the commands of conductors, once `check` has allowed it."""

    def __init__(self, circle: Circle, membership: Membership) -> None:
        self._circle = circle
        self._membership = membership
        self._limit = circle.new_limit(MAX_COMMANDS_PER_S, MAX_COMMANDS_AT_ONCE)

    def check(self, seat: Seat, now: Micros) -> Declined | None:
        """The reason why the member of `seat` may not give a command now."""
        if not seat.conducts:
            return Declined("not-allowed", "Only a conductor may do this.")
        if not self._limit.take(seat.id, 1, now):
            return Declined("slow-down", "So many commands at once: wait a moment.")
        return None

    def change_timeline(self, seat: Seat, message: ChangeTimeline, now: Micros) -> list[Effect]:
        changes = self._circle.changes
        declined = changes.request(message, now, self._circle.max_one_way())
        if declined is not None:
            return send_to([seat], declined)
        return [Broadcast(TimelineUpdate(changes.timeline.segments)), *self._warn()]

    def give_cue(self, seat: Seat, message: GiveCue, now: Micros) -> list[Effect]:
        cue = message.cue
        self._circle.cue = Cue(clean_name(cue.word, default=""), clean_text(cue.text, MAX_SHORT_LENGTH), seat.id)
        return [Broadcast(CueUpdate(self._circle.cue))]

    def moderate(self, seat: Seat, message: Moderate, now: Micros) -> list[Effect]:
        other = self._circle.roster.by_id(message.member)
        if other is None:
            return decline(seat, "gone", f"{self._circle.roster.former_name(message.member)} has left already.")
        if message.remove:
            return self._remove(other, clean_text(message.reason, MAX_SHORT_LENGTH), now)
        if message.muted in (None, other.member.muted):
            return []
        return [Broadcast(MemberUpdate(other.update(muted=message.muted)))]

    def end(self, seat: Seat, message: EndCircle, now: Micros) -> list[Effect]:
        if not self._circle.hosted:
            return decline(seat, "no-hub", "This circle ends when the conductor who launched it closes the window.")
        return [EndRequested()]

    def report_trouble(self, event: TroubleReported, now: Micros) -> list[Effect]:
        """Tell the conductors; those who join later are told by `Membership`."""
        troubles = self._circle.troubles
        troubles.pop(event.topic, None)
        if not event.text:
            return []
        text = troubles[event.topic] = event.text[:MAX_SHORT_LENGTH]
        return send_to(self._circle.roster.conductors(), Declined("trouble", text))

    def _remove(self, other: Seat, reason: str, now: Micros) -> list[Effect]:
        log.info("member %d is removed, and its address barred", other.id)
        connection = other.connection
        self._circle.access.bar(other.address, other.member.role, now)
        left = self._membership.leave(other, now, reason)
        if connection is None:
            return [left]
        return [left, CloseConnection(connection, Closing("removed", reason or _REMOVED, again=False))]

    def _warn(self) -> list[Effect]:
        circle = self._circle
        slowest = circle.roster.slowest()
        if slowest is None:
            return []
        warning = tight_warning(circle.timeline.latest, slowest.name, slowest.quality.one_way, circle.tick_rate.tick)
        return send_to(circle.roster.conductors(), warning) if warning else []
