"""Who comes, comes back, and goes."""

from collections.abc import Callable

import msgspec

from drumcircle_gui.protocol.fields import Role
from drumcircle_gui.protocol.messages import Closing, Goodbye, Hello, MemberLeft, MemberUpdate
from drumcircle_gui.timing.units import Beats, Micros

from .access import admitted
from .circle import Circle
from .effects import Broadcast, Close, Effect, Replay, Send
from .events import ConnectionClosed, ConnectionId, Ending, Joining
from .roster import Seat
from .stroke_history import KeptBatch

_REPLACED = Closing("replaced", "You have joined this circle again from another window or device.", again=False)
_FULL = Closing("full", "The circle is full: try again when somebody has left.", again=True)


class Membership:
    """Lets members in and out. `mint` makes the secrets by which they are known when they come back."""

    def __init__(self, circle: Circle, mint: Callable[[], str]) -> None:
        self._circle = circle
        self._mint = mint

    def join(self, event: Joining, now: Micros) -> list[Effect]:
        role = admitted(event.hello, self._circle.keys)
        if isinstance(role, Closing):
            return [Close(event.connection, role)]
        seat = self._circle.roster.by_token(event.hello.token)
        if seat is not None:
            return self._resume(seat, role, event, now)
        return self._enter(role, event, now)

    def lose(self, event: ConnectionClosed, now: Micros) -> list[Effect]:
        """The connection is gone, the member perhaps not for good."""
        seat = self._circle.roster.on(event.connection)
        return [] if seat is None else [Broadcast(MemberUpdate(self._circle.roster.lose(seat, now)))]

    def goodbye(self, seat: Seat, message: Goodbye, now: Micros) -> list[Effect]:
        return [self.leave(seat)]

    def leave(self, seat: Seat, reason: str = "") -> Effect:
        """The member is gone for good."""
        self._circle.roster.remove(seat)
        return Broadcast(MemberLeft(seat.id, reason))

    def expired(self, now: Micros) -> list[Effect]:
        """Those who lost their connection too long ago leave."""
        return [self.leave(seat, "lost the connection") for seat in self._circle.roster.expired(now)]

    def end(self, event: Ending, now: Micros) -> list[Effect]:
        """Everybody is shown out."""
        closing = Closing("shutdown", event.text, again=False)
        connections = list(self._circle.roster.connected)
        for seat in list(self._circle.roster):
            self._circle.roster.remove(seat)
        return [Close(connection, closing) for connection in connections]

    def _enter(self, role: Role, event: Joining, now: Micros) -> list[Effect]:
        roster = self._circle.roster
        made_room: list[Effect] = []
        if role == "conductor" and (crashed := roster.lost_conductor(event.hello.name)) is not None:
            made_room = [self.leave(crashed, "came in anew")]
        if len(roster) >= self._circle.most_members:
            if (absent := roster.longest_lost()) is None:
                return [Close(event.connection, _FULL)]
            made_room.append(self.leave(absent, "lost the connection"))
        seat = roster.add(event.hello.name, role, self._mint(), event.connection)
        return [*made_room, *self._welcome(seat, event.connection, self._last_period(now), now)]

    def _resume(self, seat: Seat, role: Role, event: Joining, now: Micros) -> list[Effect]:
        replaced: list[Effect] = [] if seat.connection is None else [Close(seat.connection, _REPLACED)]
        self._circle.roster.resume(seat, role, event.connection)
        missed = self._missed(event.hello, now)
        return [*replaced, *self._welcome(seat, event.connection, missed, now)]

    def _welcome(self, seat: Seat, connection: ConnectionId, replayed: list[KeptBatch], now: Micros) -> list[Effect]:
        circle = self._circle
        welcome = msgspec.structs.replace(
            circle.overview(now),
            you=seat.id,
            token=seat.token,
            role=seat.member.role,
            chat=circle.speech.history(seat.conducts),
            next_batch=replayed[0].number if replayed else circle.gathering.number,
            heard=seat.hand.heard,
        )
        return [
            Broadcast(MemberUpdate(seat.member)),
            Send(connection, welcome),
            Replay(connection, tuple(kept.frame for kept in replayed)),
        ]

    def _missed(self, hello: Hello, now: Micros) -> list[KeptBatch]:
        """What a member who comes back lacks: all of the last period if they kept nothing."""
        known = 0 <= hello.last_batch < self._circle.gathering.number
        return self._circle.history.after(hello.last_batch) if known else self._last_period(now)

    def _last_period(self, now: Micros) -> list[KeptBatch]:
        begin = self._circle.timeline.beat_at(now) - self._circle.longest_period()
        return self._circle.history.since(Beats(begin))
