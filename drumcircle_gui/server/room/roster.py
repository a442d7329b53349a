"""The members of a circle: who sits where, on which connection, and for how long their place is kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

import msgspec

from drumcircle_gui.protocol.fields import PlayerId, Role
from drumcircle_gui.protocol.messages import Member
from drumcircle_gui.protocol.sanitize import clean_name, sameness, unique_name
from drumcircle_gui.timing.units import SECOND, Micros

from .connection_quality import ArrivalLag, QualityReport
from .events import ConnectionId
from .stroke_history import StrokeSequence
from .token_bucket import TokenBucket

RESUME_WINDOW = Micros(120 * SECOND)

_NEVER = Micros(0)

# Names remembered of those who have left.
_MOST_FORMER = 256


@dataclass(slots=True, eq=False)
class Seat:
    """One member's place in the circle, with all that is known of them."""

    member: Member
    token: str
    connection: ConnectionId | None
    lost_at: Micros = _NEVER
    hand: StrokeSequence = field(default_factory=StrokeSequence)
    lag: ArrivalLag = field(default_factory=ArrivalLag)
    report: QualityReport = field(default_factory=QualityReport)
    voice: TokenBucket = field(default_factory=lambda: TokenBucket(rate=1, burst=5))
    complaints: TokenBucket = field(default_factory=lambda: TokenBucket(rate=1, burst=1))

    @property
    def id(self) -> PlayerId:
        return self.member.id

    @property
    def name(self) -> str:
        return self.member.name

    @property
    def conducts(self) -> bool:
        return self.member.role == "conductor"

    def alter(self, **changes: object) -> Member:
        """The member with these fields changed."""
        self.member = msgspec.structs.replace(self.member, **changes)
        return self.member


class Roster:
    """All seats, found by id, token or connection. Names are unique, ids never used again: so far, up to `last_id`."""

    def __init__(self) -> None:
        self.last_id = 0
        self._seats: dict[PlayerId, Seat] = {}
        self._tokens: dict[str, Seat] = {}
        self._connections: dict[ConnectionId, Seat] = {}
        self._waiting: dict[PlayerId, Seat] = {}
        self._names: set[str] = set()
        self._colours: set[int] = set()
        self._former: dict[PlayerId, str] = {}

    def __len__(self) -> int:
        return len(self._seats)

    def __iter__(self) -> Iterator[Seat]:
        return iter(self._seats.values())

    def by_id(self, id: PlayerId) -> Seat | None:
        return self._seats.get(id)

    def by_token(self, token: str) -> Seat | None:
        return self._tokens.get(token)

    def on(self, connection: ConnectionId) -> Seat | None:
        return self._connections.get(connection)

    @property
    def connected(self) -> dict[ConnectionId, Seat]:
        return self._connections

    @property
    def members(self) -> tuple[Member, ...]:
        return tuple([seat.member for seat in self._seats.values()])

    def conductors(self) -> list[Seat]:
        """The conductors who are connected."""
        return [seat for seat in self._connections.values() if seat.conducts]

    def slowest(self) -> Seat | None:
        """Who has the longest way here."""
        return max(self._connections.values(), key=lambda seat: seat.report.one_way, default=None)

    def add(self, name: str, role: Role, token: str, connection: ConnectionId) -> Seat:
        """A new member, under a name and a colour of their own."""
        name = unique_name(clean_name(name), self._names)
        colour = next(colour for colour in count() if colour not in self._colours)
        self.last_id += 1
        seat = Seat(Member(self.last_id, name, role, colour), token, connection)
        self._connections[connection] = seat
        self._register(seat)
        return seat

    def restore(self, seats: Iterable[Seat], last_id: PlayerId, now: Micros) -> None:
        """These are members, none of them connected; ids were given out up to `last_id`."""
        self.last_id = last_id
        for seat in seats:
            self._register(seat)
            self.lose(seat, now)

    def resume(self, seat: Seat, role: Role, connection: ConnectionId) -> Member:
        """The member is back, on another connection."""
        self._disconnect(seat)
        self._waiting.pop(seat.id, None)
        seat.connection = connection
        self._connections[connection] = seat
        return seat.alter(role=role, connected=True)

    def lose(self, seat: Seat, now: Micros) -> Member:
        """The member's connection is gone; the place is kept for a while."""
        self._disconnect(seat)
        seat.lost_at = now
        self._waiting[seat.id] = seat
        return seat.alter(connected=False)

    def remove(self, seat: Seat) -> None:
        """The member has left for good."""
        self._disconnect(seat)
        self._waiting.pop(seat.id, None)
        del self._seats[seat.id], self._tokens[seat.token]
        self._names.discard(sameness(seat.name))
        self._colours.discard(seat.member.colour)
        self._former[seat.id] = seat.name
        if len(self._former) > _MOST_FORMER:
            del self._former[next(iter(self._former))]

    def former_name(self, id: PlayerId) -> str:
        """Who that was; in general words if it was long ago, or never."""
        return self._former.get(id, "That player")

    def longest_lost(self) -> Seat | None:
        """Who has been without a connection for longest."""
        return next(iter(self._waiting.values()), None)

    def lost_conductor(self, name: str) -> Seat | None:
        """A conductor of this name without a connection: whose program has crashed, if the same name comes anew."""
        same = sameness(clean_name(name))
        return next((seat for seat in self._waiting.values() if seat.conducts and sameness(seat.name) == same), None)

    def expired(self, now: Micros) -> Iterator[Seat]:
        """Those whose place was kept long enough. Remove each."""
        while (seat := self.longest_lost()) is not None and now - seat.lost_at > RESUME_WINDOW:
            yield seat

    def _register(self, seat: Seat) -> None:
        self._seats[seat.id] = self._tokens[seat.token] = seat
        self._names.add(sameness(seat.name))
        self._colours.add(seat.member.colour)

    def _disconnect(self, seat: Seat) -> None:
        if seat.connection is not None:
            del self._connections[seat.connection]
            seat.connection = None
