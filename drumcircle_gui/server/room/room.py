"""The circle itself: what happens goes in, what is to be done comes out. Deterministic; no I/O, no clock."""

from collections.abc import Callable
from typing import Any

from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.messages import ChangeTimeline, ClockRequest, GiveCue, Goodbye, Moderate, Say, Welcome
from drumcircle_gui.protocol.strokes import Strokes
from drumcircle_gui.timing.timeline import Timeline
from drumcircle_gui.timing.units import Micros

from .access import Keys
from .chat import ChatRelay
from .circle import Circle, decline
from .conductor_commands import ConductorCommands
from .effects import Effect
from .events import CircleEvent, ConnectionClosed, Ending, Joining, Received, Tick, Trouble
from .membership import Membership
from .recovery import remembered, restore
from .recovery_log import Remembered
from .status_broadcast import StatusBroadcast
from .stroke_relay import StrokeRelay
from .timeline_changes import TimelineChanges

MOST_MEMBERS = 4096

_CONDUCTORS_ONLY = frozenset({ChangeTimeline, GiveCue, Moderate})


class CircleRoom:
    """One circle. `mint` makes a new secret at each call; `timeline` is where its musical time begins."""

    def __init__(
        self, name: str, keys: Keys, timeline: Timeline, mint: Callable[[], str], most_members: int = MOST_MEMBERS
    ) -> None:
        self._circle = circle = Circle(name, keys, TimelineChanges(timeline), most_members)
        self._door = Membership(circle, mint)
        self._playing = StrokeRelay(circle)
        self._telling = StatusBroadcast(circle)
        talking = ChatRelay(circle)
        conducting = ConductorCommands(circle, self._door)
        self._on_event: dict[type[CircleEvent], Callable[[Any, Micros], list[Effect]]] = {
            Joining: self._door.join,
            Received: self._receive,
            ConnectionClosed: self._door.lose,
            Tick: self._tick,
            Ending: self._door.end,
            Trouble: conducting.trouble,
        }
        self._on_message: dict[type[Message], Callable[[Any, Any, Micros], list[Effect]]] = {
            Strokes: self._playing.strike,
            ClockRequest: self._telling.report,
            Say: talking.say,
            ChangeTimeline: conducting.change,
            GiveCue: conducting.give,
            Moderate: conducting.moderate,
            Goodbye: self._door.goodbye,
        }

    @property
    def tick(self) -> Micros:
        """How long until the next Tick should come."""
        return self._circle.pace.tick

    @property
    def players(self) -> int:
        """Members connected now."""
        return len(self._circle.roster.connected)

    def restore(self, whole: Remembered, now: Micros) -> None:
        """A new room goes on from what is remembered, at circle time `now`."""
        restore(self._circle, whole, now)

    def whole(self, began: Micros, now: Micros, wall: Micros) -> Remembered:
        """All that is to be remembered; `began` and `wall` as in `Remembered`."""
        return remembered(self._circle, began, now, wall)

    def overview(self, now: Micros) -> Welcome:
        """How things are at circle time `now`: a welcome to nobody."""
        return self._circle.overview(now)

    def handle(self, event: CircleEvent, now: Micros) -> list[Effect]:
        """What `event`, which happened at circle time `now`, leads to."""
        return self._on_event[type(event)](event, now)

    def _receive(self, event: Received, now: Micros) -> list[Effect]:
        seat = self._circle.roster.on(event.connection)
        if seat is None:
            return []
        kind = type(event.message)
        if kind in _CONDUCTORS_ONLY and not seat.conducts:
            return decline(seat, "not-allowed", "Only a conductor may do this.")
        return self._on_message[kind](seat, event.message, now)

    def _tick(self, event: Tick, now: Micros) -> list[Effect]:
        return [
            *self._playing.batches(now),
            *self._door.expired(now),
            *self._telling.pace(),
            *self._telling.standings(now),
        ]
