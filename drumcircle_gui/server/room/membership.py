"""Members join, resume, disconnect, leave."""

import logging
from collections.abc import Callable

import msgspec

from drumcircle_gui.protocol.fields import Role
from drumcircle_gui.protocol.messages import Closing, Declined, Goodbye, Hello, MemberLeft, MemberUpdate
from drumcircle_gui.timing.units import Beats, Micros

from .access import check_hello
from .circle import Circle
from .effects import Broadcast, CloseConnection, Effect, ReplayBatches, Send
from .events import CircleEnding, ConnectionClosed, ConnectionId, JoinRequested
from .roster import Seat
from .stroke_history import KeptBatch

log = logging.getLogger(__name__)

_REPLACED = Closing("replaced", "You have joined this circle again from another window or device.", again=False)
_FULL = Closing("full", "The circle is full: try again when a member has left.", again=True)


class Membership:
    """Seats members and removes them. `new_token` makes the secret with which a member resumes its seat."""

    def __init__(self, circle: Circle, new_token: Callable[[], str]) -> None:
        self._circle = circle
        self._new_token = new_token

    def join(self, event: JoinRequested, now: Micros) -> list[Effect]:
        role = check_hello(event.hello, self._circle.keys)
        if isinstance(role, Closing):
            return [CloseConnection(event.connection, role)]
        seat = self._circle.roster.by_token(event.hello.token)
        if seat is not None:
            return self._resume(seat, role, event, now)
        return self._add(role, event, now)

    def disconnect(self, event: ConnectionClosed, now: Micros) -> list[Effect]:
        """The connection is gone; the member may resume."""
        seat = self._circle.roster.by_connection(event.connection)
        return [] if seat is None else [Broadcast(MemberUpdate(self._circle.roster.disconnect(seat, now)))]

    def goodbye(self, seat: Seat, message: Goodbye, now: Micros) -> list[Effect]:
        return [self.leave(seat)]

    def leave(self, seat: Seat, reason: str = "") -> Effect:
        """Remove the member for good."""
        self._circle.roster.remove(seat)
        log.debug("member %d has left: %s", seat.id, reason or "goodbye")
        return Broadcast(MemberLeft(seat.id, reason))

    def expire(self, now: Micros) -> list[Effect]:
        """Remove members that have been disconnected for too long."""
        return [self.leave(seat, "lost the connection") for seat in self._circle.roster.expired(now)]

    def end(self, event: CircleEnding, now: Micros) -> list[Effect]:
        """Remove all members."""
        closing = Closing("shutdown", event.text, again=False)
        connections = list(self._circle.roster.connected)
        for seat in list(self._circle.roster):
            self._circle.roster.remove(seat)
        return [CloseConnection(connection, closing) for connection in connections]

    def _add(self, role: Role, event: JoinRequested, now: Micros) -> list[Effect]:
        roster = self._circle.roster
        removed: list[Effect] = []
        if role == "conductor" and (crashed := roster.disconnected_conductor(event.hello.name)) is not None:
            removed = [self.leave(crashed, "joined anew")]
        if len(roster) >= self._circle.max_members:
            if (disconnected := roster.longest_disconnected()) is None:
                return [CloseConnection(event.connection, _FULL)]
            removed.append(self.leave(disconnected, "lost the connection"))
        seat = roster.add(event.hello.name, role, self._new_token(), event.connection)
        return [*removed, *self._welcome(seat, event.connection, self._last_period(now), now)]

    def _resume(self, seat: Seat, role: Role, event: JoinRequested, now: Micros) -> list[Effect]:
        replaced: list[Effect] = [] if seat.connection is None else [CloseConnection(seat.connection, _REPLACED)]
        self._circle.roster.resume(seat, role, event.connection)
        missed = self._missed(event.hello, now)
        return [*replaced, *self._welcome(seat, event.connection, missed, now)]

    def _welcome(self, seat: Seat, connection: ConnectionId, replayed: list[KeptBatch], now: Micros) -> list[Effect]:
        circle = self._circle
        log.debug("member %d joins on connection %d as %s", seat.id, connection, seat.member.role)
        welcome = msgspec.structs.replace(
            circle.overview(now),
            you=seat.id,
            token=seat.token,
            role=seat.member.role,
            chat=circle.chat.readable(seat.conducts),
            next_batch=replayed[0].number if replayed else circle.pending_strokes.next_number,
            heard=seat.strokes.heard,
        )
        return [
            Broadcast(MemberUpdate(seat.member)),
            Send(connection, welcome),
            ReplayBatches(connection, tuple(kept.frame for kept in replayed)),
            *(Send(connection, trouble) for trouble in self._troubles(seat)),
        ]

    def _troubles(self, seat: Seat) -> list[Declined]:
        """The server's problems, for a conductor who joins."""
        return [Declined("trouble", text) for text in self._circle.troubles.values()] if seat.conducts else []

    def _missed(self, hello: Hello, now: Micros) -> list[KeptBatch]:
        """The batches a resuming member lacks; those of the last period if `last_batch` is none of this circle's."""
        known = 0 <= hello.last_batch < self._circle.pending_strokes.next_number
        return self._circle.batches.after(hello.last_batch) if known else self._last_period(now)

    def _last_period(self, now: Micros) -> list[KeptBatch]:
        begin = self._circle.timeline.beat_at(now) - self._circle.longest_period()
        return self._circle.batches.since(Beats(begin))
