"""Membership: members join, resume, disconnect and leave. Pure."""

import logging
from collections.abc import Callable

import msgspec

from drumcircle_gui.protocol.entry_messages import BY_ACCOUNT, KeysUpdate, Waiting
from drumcircle_gui.protocol.fields import Role
from drumcircle_gui.protocol.kit_messages import PublishKit
from drumcircle_gui.protocol.messages import Closing, Declined, Goodbye, Hello, MemberLeft, MemberUpdate, ShareTiming
from drumcircle_gui.protocol.sanitize import clean_name
from drumcircle_gui.server.entry.access import Admission
from drumcircle_gui.server.entry.knocks import pause_text
from drumcircle_gui.timing.units import Micros

from .circle import Circle, decline
from .effects import Broadcast, CloseConnection, DropConnection, Effect, ReplayBatches, Send
from .events import AccountDisabled, CircleEnding, ConnectionClosed, ConnectionId, JoinRequested
from .roster import Seat
from .stroke_history import Replay, last_period

log = logging.getLogger(__name__)

MAX_RESUMES_PER_S = 1
MAX_RESUMES_AT_ONCE = 5
"""Number of resumes of one member in one burst. Each costs the server a Welcome."""

MAX_CHOICES_PER_S = 1
MAX_CHOICES_AT_ONCE = 5
"""Number of choices of one member about itself in one burst; each is sent to all members."""

MAX_DISCONNECTED_PER_ADDRESS = 128
"""Maximum number of seats kept for disconnected members of one address. Otherwise somebody who joins and disconnects
again and again would fill the circle, and everybody's list of members."""

_REPLACED = Closing("replaced", "You have joined this circle again from another window or device.", again=False)
_TOO_MANY_RESUMES = Closing("slow-down", "You come back too often: wait a moment.", again=True)
_TOO_MANY_KNOCKS = Closing("busy", "Too many wait to be let in: try again in a while.", again=False)
_DISABLED = Closing("removed", "An administrator of the hub has disabled your account: ask there.", again=False)
_FULL = Closing("full", "The circle is full: try again when a member has left.", again=True)


class Membership:
    """Seats members and removes them. `new_token` makes the secret with which a member resumes its seat."""

    def __init__(self, circle: Circle, new_token: Callable[[], str]) -> None:
        self._circle = circle
        self._new_token = new_token
        self._resumes = circle.new_limit(MAX_RESUMES_PER_S, MAX_RESUMES_AT_ONCE)
        self._choices = circle.new_limit(MAX_CHOICES_PER_S, MAX_CHOICES_AT_ONCE)

    def join(self, event: JoinRequested, now: Micros) -> list[Effect]:
        seat = self._circle.roster.by_token(event.hello.token)
        if seat is not None:
            role = self._circle.access.check_resume(event.hello, seat.member.role)
            return self._decline(event, role) if isinstance(role, Closing) else self._resume(seat, role, event, now)
        joining = self._circle.access.check_join(event.hello, event.address, now, event.account)
        if joining is None:
            return [DropConnection(event.connection)]
        if isinstance(joining, Closing):
            return self._decline(event, joining)
        return self._knock(event, now) if joining.knocks else self._add(joining, event, now)

    def admit(self, event: JoinRequested, now: Micros) -> list[Effect]:
        """A conductor admits a player who has knocked."""
        return self._add(Admission("player"), event, now)

    def disconnect(self, event: ConnectionClosed, now: Micros) -> list[Effect]:
        """The connection has ended; the member may resume."""
        seat = self._circle.roster.by_connection(event.connection)
        if seat is None:
            self._circle.knocks.forget(lambda request: request.connection == event.connection)
            return []
        for limit in self._circle.limits:
            if limit is not self._resumes:  # each resume follows a lost connection
                limit.release(seat.id, now)
        return [Broadcast(MemberUpdate(self._circle.roster.disconnect(seat, self._circle.awake.time)))]

    def goodbye(self, seat: Seat, message: Goodbye, now: Micros) -> list[Effect]:
        return [self.leave(seat, now)]

    def share_timing(self, seat: Seat, message: ShareTiming, now: Micros) -> list[Effect]:
        """The member agrees, or no longer agrees, that everybody sees how tightly it plays."""
        if seat.member.shows_timing == message.on:
            return []
        if not self._choices.take(seat.id, 1, now):
            return decline(seat, "slow-down", "You change this too often: wait a moment.")
        return [Broadcast(MemberUpdate(self._circle.roster.change(seat, shows_timing=message.on)))]

    def publish_kit(self, seat: Seat, message: PublishKit, now: Micros) -> list[Effect]:
        """The member publishes the sounds of its pads."""
        if seat.member.sounds == message.sounds:
            return []
        if not self._choices.take(seat.id, 1, now):
            return decline(seat, "slow-down", "You change this too often: wait a moment.")
        return [Broadcast(MemberUpdate(self._circle.roster.change(seat, sounds=message.sounds)))]

    def leave(self, seat: Seat, now: Micros, reason: str = "") -> Effect:
        """Remove the member for good."""
        self._circle.roster.remove(seat)
        for limit in self._circle.limits:
            limit.release(seat.id, now)
        log.debug("member %d has left: %s", seat.id, reason or "goodbye")
        return Broadcast(MemberLeft(seat.id, reason))

    def expire(self, now: Micros) -> list[Effect]:
        """Remove members that have been disconnected for too long."""
        roster = self._circle.roster
        if roster.longest_disconnected() is None:  # nearly always
            return []
        expired = roster.expired(self._circle.awake.time)
        return [self.leave(seat, now, "lost the connection") for seat in expired]

    def remove_account(self, event: AccountDisabled, now: Micros) -> list[Effect]:
        """Remove the members that joined with an account which is now disabled."""
        effects: list[Effect] = []
        for seat in [seat for seat in self._circle.roster if seat.account == event.name]:
            connection = seat.connection
            effects.append(self.leave(seat, now, "the account was disabled"))
            if connection is not None:
                effects.append(CloseConnection(connection, _DISABLED))
        return effects

    def end(self, event: CircleEnding, now: Micros) -> list[Effect]:
        """Remove all members."""
        closing = Closing("shutdown", event.text, again=False)
        connections = list(self._circle.roster.connected)
        connections += [knock.request.connection for knock in self._circle.knocks.take(0)]
        for seat in list(self._circle.roster):
            self._circle.roster.remove(seat)
        return [CloseConnection(connection, closing) for connection in connections]

    def _decline(self, event: JoinRequested, closing: Closing) -> list[Effect]:
        return [CloseConnection(event.connection, closing)]

    def _knock(self, event: JoinRequested, now: Micros) -> list[Effect]:
        """Have the Hello wait for a conductor's answer."""
        knocks = self._circle.knocks
        if pause := knocks.pause(event.address, now):
            return self._decline(event, Closing("declined", pause_text(pause), again=False))
        if not knocks.has_room(event.address):
            return self._decline(event, _TOO_MANY_KNOCKS)
        knocks.add(clean_name(event.hello.name), event.address, event, now)
        return [Send(event.connection, Waiting(len(self._circle.roster.conductors())))]

    def _add(self, admission: Admission, event: JoinRequested, now: Micros) -> list[Effect]:
        roster, role = self._circle.roster, admission.role
        by_account = self._circle.access.policy == BY_ACCOUNT
        name = event.account if by_account and event.account else event.hello.name
        removed: list[Effect] = []
        if role == "conductor" and (crashed := roster.disconnected_conductor(name, event.address)) is not None:
            removed = [self.leave(crashed, now, "joined anew")]
        if len(roster) >= self._circle.max_members:
            if (disconnected := roster.longest_disconnected()) is None:
                return self._decline(event, _FULL)
            removed.append(self.leave(disconnected, now, "lost the connection"))
        if (surplus := roster.surplus_disconnected(event.address, MAX_DISCONNECTED_PER_ADDRESS)) is not None:
            removed.append(self.leave(surplus, now, "lost the connection"))
        seat = roster.add(name, role, self._new_token(), event.connection, event.address)
        seat.invite, seat.account = admission.invite, event.account or ""
        self._circle.access.invites.use(admission.invite)
        return [*removed, *self._welcome(seat, event.connection, self._last_period(now), now)]

    def _resume(self, seat: Seat, role: Role, event: JoinRequested, now: Micros) -> list[Effect]:
        if not self._resumes.take(seat.id, 1, now):
            return self._decline(event, _TOO_MANY_RESUMES)
        replaced: list[Effect] = [] if seat.connection is None else [CloseConnection(seat.connection, _REPLACED)]
        self._circle.roster.resume(seat, role, event.connection, event.address)
        missed = self._missed(event.hello, now)
        return [*replaced, *self._welcome(seat, event.connection, missed, now), *self._new_keys(seat, event)]

    def _new_keys(self, seat: Seat, event: JoinRequested) -> list[Effect]:
        """The present keys, for a conductor whose invite became void while it was disconnected."""
        keys = self._circle.access.keys
        if seat.member.role != "conductor" or keys.role(event.hello.key) == "conductor":
            return []
        return [Send(event.connection, KeysUpdate(keys.player, keys.conductor))]

    def _welcome(self, seat: Seat, connection: ConnectionId, replay: Replay, now: Micros) -> list[Effect]:
        circle = self._circle
        log.debug("member %d joins on connection %d as %s", seat.id, connection, seat.member.role)
        welcome = msgspec.structs.replace(
            circle.overview(now),
            you=seat.id,
            token=seat.token,
            role=seat.member.role,
            chat=circle.chat.readable(seat.conducts),
            next_batch=circle.pending_strokes.next_number if replay.first is None else replay.first,
            heard=seat.strokes.heard,
        )
        return [
            Broadcast(MemberUpdate(seat.member)),
            Send(connection, welcome),
            ReplayBatches(connection, replay.frames, replay.size),
            *(Send(connection, trouble) for trouble in self._troubles(seat)),
        ]

    def _troubles(self, seat: Seat) -> list[Declined]:
        """The server's problems, for a conductor who joins."""
        return [Declined("trouble", text) for text in self._circle.troubles.values()] if seat.conducts else []

    def _missed(self, hello: Hello, now: Micros) -> Replay:
        """The batches that a resuming member lacks; those of the last period if `last_batch` is not of this circle."""
        known = 0 <= hello.last_batch < self._circle.pending_strokes.next_number
        return self._circle.batches.after(hello.last_batch) if known else self._last_period(now)

    def _last_period(self, now: Micros) -> Replay:
        circle = self._circle
        return circle.batches.since(last_period(circle.timeline, now, circle.modes.plan))
