"""The roster: the members of a circle with their seats, connected or not."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

import msgspec

from drumcircle_gui.protocol.fields import PlayerId, Role
from drumcircle_gui.protocol.lookalikes import skeleton
from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.protocol.sanitize import clean_name, unique_name
from drumcircle_gui.server.entry.ban_list import Person
from drumcircle_gui.timing.units import Micros

from .connection_quality import ArrivalLag, QualityReport
from .events import ConnectionId
from .member_timeouts import RESUME_WINDOW
from .stroke_history import StrokeSequence

_NEVER = Micros(0)

_MAX_FORMER_NAMES = 256
"""Maximum number of names of former members that are remembered."""


@dataclass(slots=True, eq=False)
class Seat:
    """One member's place in the circle, with everything that the server knows of the member.

    `address`: that of its latest connection, "" if it is not known. `lost_at`: when that was lost, by the `AwakeClock`.
    `invite`: the limited invite it joined with, 0 if none; `account`: the name of its account, "" if none.
    `knows_entry`: the EntryUpdate was sent to this conductor on its present connection.
    """

    member: Member
    token: str
    connection: ConnectionId | None
    address: str = ""
    lost_at: Micros = _NEVER
    invite: int = 0
    account: str = ""
    knows_entry: bool = False
    strokes: StrokeSequence = field(default_factory=StrokeSequence)
    arrival_lag: ArrivalLag = field(default_factory=ArrivalLag)
    quality: QualityReport = field(default_factory=QualityReport)

    @property
    def id(self) -> PlayerId:
        return self.member.id

    @property
    def name(self) -> str:
        return self.member.name

    @property
    def person(self) -> Person:
        """The features by which a ban recognises the member."""
        return Person(self.address, self.invite, self.account)

    @property
    def conducts(self) -> bool:
        return self.member.leads

    @property
    def takes_part(self) -> bool:
        """Whether the member has asked for the time, or sent a stroke. Members that never do so have no use for
        batches, so they do not lengthen the tick for others."""
        return self.quality.reported or self.strokes.heard > 0

    def update(self, **changes: object) -> Member:
        """Change these fields of the member; return the changed member."""
        self.member = msgspec.structs.replace(self.member, **changes)
        return self.member


class Roster:
    """All seats, found by id, token or connection. Names are unique; ids count up to `last_id` and are never reused."""

    def __init__(self) -> None:
        self.last_id = 0
        self._seats: dict[PlayerId, Seat] = {}
        self._tokens: dict[str, Seat] = {}
        self._connections: dict[ConnectionId, Seat] = {}
        self._conductors: tuple[Seat, ...] | None = ()
        self.by_id: Callable[[PlayerId], Seat | None] = self._seats.get
        self.by_connection: Callable[[ConnectionId], Seat | None] = self._connections.get
        self._disconnected: dict[PlayerId, Seat] = {}
        self._names: set[str] = set()
        self._colours: set[int] = set()
        self._former: dict[PlayerId, str] = {}

    def __len__(self) -> int:
        return len(self._seats)

    def __iter__(self) -> Iterator[Seat]:
        return iter(self._seats.values())

    def by_token(self, token: str) -> Seat | None:
        return self._tokens.get(token)

    @property
    def connected(self) -> dict[ConnectionId, Seat]:
        return self._connections

    @property
    def members(self) -> tuple[Member, ...]:
        return tuple([seat.member for seat in self._seats.values()])

    def conductors(self) -> tuple[Seat, ...]:
        """The connected conductors. The result is cached until a change, because every tick needs it."""
        if self._conductors is None:
            self._conductors = tuple([seat for seat in self._connections.values() if seat.conducts])
        return self._conductors

    def slowest(self) -> Seat | None:
        """The connected member with the longest round trip."""
        return max(self._connections.values(), key=lambda seat: seat.quality.round_trip, default=None)

    def add(self, name: str, role: Role, token: str, connection: ConnectionId, address: str = "") -> Seat:
        """Seat a new member, with a name and a colour that no other member has."""
        name = unique_name(clean_name(name), self._names)
        colour = next(colour for colour in count() if colour not in self._colours)
        self.last_id += 1
        seat = Seat(Member(self.last_id, name, role, colour), token, connection, address)
        self._link(seat, connection)
        self._register(seat)
        return seat

    def free_name(self, seat: Seat, name: str) -> str:
        """`name`, sanitized, with a number if it looks like another member's name."""
        name, own = clean_name(name), skeleton(seat.name)
        return name if skeleton(name) == own else unique_name(name, self._names)

    def change(self, seat: Seat, **changes: object) -> Member:
        """Change these fields of the member; a new name frees the old one."""
        self._names.discard(skeleton(seat.name))
        member = seat.update(**changes)
        self._conductors = None
        self._names.add(skeleton(seat.name))
        return member

    def restore(self, seats: Iterable[Seat], last_id: PlayerId, now: Micros) -> None:
        """Fill an empty roster with `seats`, all disconnected at `now`; ids up to `last_id` are used."""
        self.last_id = last_id
        for seat in seats:
            self._register(seat)
            self.disconnect(seat, now)

    def resume(self, seat: Seat, role: Role, connection: ConnectionId, address: str = "") -> Member:
        """The member has reconnected, on another connection."""
        self._unlink(seat)
        self._disconnected.pop(seat.id, None)
        seat.connection, seat.address, seat.knows_entry = connection, address, False
        self._link(seat, connection)
        return seat.update(role=role, connected=True)

    def disconnect(self, seat: Seat, now: Micros) -> Member:
        """The member's connection has ended. Its seat is kept for RESUME_WINDOW. `now`: by the `AwakeClock`."""
        self._unlink(seat)
        seat.lost_at = now
        self._disconnected[seat.id] = seat
        return seat.update(connected=False)

    def remove(self, seat: Seat) -> None:
        """The member has left for good."""
        self._unlink(seat)
        self._disconnected.pop(seat.id, None)
        del self._seats[seat.id], self._tokens[seat.token]
        self._names.discard(skeleton(seat.name))
        self._colours.discard(seat.member.colour)
        self._former[seat.id] = seat.name
        if len(self._former) > _MAX_FORMER_NAMES:
            del self._former[next(iter(self._former))]

    def former_name(self, id: PlayerId) -> str:
        """The name of a member who has left; a general word if that was long ago, or if there was no such member."""
        return self._former.get(id, "That player")

    def longest_disconnected(self) -> Seat | None:
        return next(iter(self._disconnected.values()), None)

    def surplus_disconnected(self, address: str, most: int) -> Seat | None:
        """The member of `address` that has been disconnected longest, if `most` or more of them are disconnected; else
        None."""
        if len(self._disconnected) < most:
            return None
        same = [seat for seat in self._disconnected.values() if seat.address == address]
        return same[0] if len(same) >= most else None

    def disconnected_conductor(self, name: str, address: str) -> Seat | None:
        """A disconnected conductor of this name and address. If the same person joins anew, that conductor's program
        has crashed."""
        same = skeleton(clean_name(name))
        here = (seat for seat in self._disconnected.values() if seat.address in ("", address))
        conductors = (seat for seat in here if seat.member.role == "conductor")
        return next((seat for seat in conductors if skeleton(seat.name) == same), None)

    def in_spotlight(self) -> Seat | None:
        return next((seat for seat in self._seats.values() if seat.member.spotlight), None)

    def expired(self, now: Micros) -> Iterator[Seat]:
        """The members disconnected for longer than RESUME_WINDOW. The caller must remove each one before it takes the
        next.

        `now`: by the `AwakeClock`.
        """
        while (seat := self.longest_disconnected()) is not None and now - seat.lost_at > RESUME_WINDOW:
            yield seat

    def _register(self, seat: Seat) -> None:
        self._seats[seat.id] = self._tokens[seat.token] = seat
        self._names.add(skeleton(seat.name))
        self._colours.add(seat.member.colour)

    def _link(self, seat: Seat, connection: ConnectionId) -> None:
        self._connections[connection] = seat
        self._conductors = None

    def _unlink(self, seat: Seat) -> None:
        if seat.connection is not None:
            del self._connections[seat.connection]
            seat.connection = None
            self._conductors = None
