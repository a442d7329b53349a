"""The circles found on hubs and elsewhere, searchable, in an order that stays the same while they change. Pure."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from drumcircle_gui.protocol.directory import CircleListing
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import Micros, Tempo

from .hub_address import HubAddress
from .joining import listed_address, listed_invite

Address = tuple[str, int]

ROUND_TRIPS_KEPT = 8
"""Number of latest round trips of which the shortest is shown, because single ones may have been delayed."""


@dataclass(frozen=True, slots=True)
class FoundCircle:
    """A circle to show. `source`: the name of the hub that lists it. `round_trip` is None until it is measured.

    `invite` is None if the user needs one from the circle's conductor to join.
    """

    id: str
    name: str
    about: str
    tempo: Tempo
    meter: Meter
    running: bool
    players: int
    entry: str
    source: str
    address: Address
    invite: Invite | None
    round_trip: Micros | None = None

    @classmethod
    def listed(cls, listing: CircleListing, hub: HubAddress, source: str) -> "FoundCircle":
        """The circle of a row in the list of `hub`, whose name is `source`."""
        return cls(
            f"{hub}/{listing.id}",
            listing.name,
            listing.about,
            listing.tempo,
            listing.meter,
            listing.running,
            listing.players,
            listing.entry,
            source,
            listed_address(listing, hub),
            listed_invite(listing, hub),
        )

    def matches(self, words: Iterable[str]) -> bool:
        """Whether each of `words`, which are case-folded, is in its name, its description or its hub's name."""
        text = f"{self.name} {self.about} {self.source}".casefold()
        return all(word in text for word in words)


@dataclass(frozen=True, slots=True)
class FoundCircles:
    """The circles to show. `problems`: why each failed source cannot be asked. `total` may exceed the number of
    `circles`."""

    circles: tuple[FoundCircle, ...] = ()
    problems: dict[str, str] = field(default_factory=dict)
    total: int = 0


class CircleBoard:
    """Collects circles from several sources. A listed circle keeps its place; new ones are appended."""

    def __init__(self) -> None:
        self._found: dict[str, FoundCircle] = {}
        self._of_source: dict[str, set[str]] = {}
        self._totals: dict[str, int] = {}
        self._problems: dict[str, str] = {}
        self._round_trips: dict[Address, deque[Micros]] = {}

    def show(self, source: str, circles: Iterable[FoundCircle], total: int = 0) -> None:
        """Replace the circles of `source`; `total`: how many it has, if more than these. Round trips to servers that no
        longer have a circle are dropped."""
        new = {circle.id: circle for circle in circles}
        for gone in self._of_source.get(source, set()) - set(new):
            self._found.pop(gone, None)
        self._found |= new
        self._of_source[source] = set(new)
        self._totals[source] = max(total, len(new))
        shown = set(self.addresses())
        self._round_trips = {at: trips for at, trips in self._round_trips.items() if at in shown}
        self._problems.pop(source, None)

    def fail(self, source: str, problem: str) -> None:
        """`source` cannot be asked at present: hide its circles."""
        self.show(source, ())
        self._problems[source] = problem

    def measured(self, address: Address, round_trip: Micros) -> None:
        """Add a measured round trip to the server at `address`."""
        self._round_trips.setdefault(address, deque(maxlen=ROUND_TRIPS_KEPT)).append(round_trip)

    def addresses(self) -> list[Address]:
        """The servers of all circles, each once."""
        return list(dict.fromkeys(circle.address for circle in self._found.values()))

    def snapshot(self, search: str = "") -> FoundCircles:
        """The circles that match `search`."""
        words = search.casefold().split()
        circles = tuple(self._timed(circle) for circle in self._found.values() if circle.matches(words))
        hidden = sum(self._totals.values()) - len(self._found)
        return FoundCircles(circles, dict(self._problems), len(circles) + hidden)

    def _timed(self, circle: FoundCircle) -> FoundCircle:
        known = self._round_trips.get(circle.address)
        return replace(circle, round_trip=min(known)) if known else circle
