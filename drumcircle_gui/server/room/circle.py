"""All that is true of a circle now, for the parts of a room that act on it."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.messages import PROTOCOL_VERSION, Cue, Declined, Welcome
from drumcircle_gui.timing.timeline import Timeline
from drumcircle_gui.timing.units import Beats, Micros

from .access import Keys
from .chat_history import ChatHistory
from .effects import Effect, Send
from .roster import Roster, Seat
from .stroke_history import BatchHistory, Gathering, longest_period
from .tick_rate import TickRate
from .timeline_changes import TimelineChanges


@dataclass(slots=True)
class Circle:
    """What the members share."""

    name: str
    keys: Keys
    decisions: TimelineChanges
    most_members: int
    roster: Roster = field(default_factory=Roster)
    gathering: Gathering = field(default_factory=Gathering)
    history: BatchHistory = field(default_factory=BatchHistory)
    speech: ChatHistory = field(default_factory=ChatHistory)
    pace: TickRate = field(default_factory=TickRate)
    cue: Cue = field(default_factory=Cue)

    @property
    def timeline(self) -> Timeline:
        return self.decisions.timeline

    def longest_period(self) -> Beats:
        """The longest of the periods that still matter."""
        return longest_period(self.timeline)

    def slowest_way(self) -> Micros:
        """The longest one-way delay of anybody connected; 0 if nobody has told."""
        seat = self.roster.slowest()
        return seat.report.one_way if seat else Micros(0)

    def overview(self, now: Micros) -> Welcome:
        """How things are at circle time `now`: a welcome to nobody."""
        return Welcome(
            version=PROTOCOL_VERSION,
            you=0,
            token="",
            circle=self.name,
            role="player",
            now=now,
            timeline=self.timeline.segments,
            members=self.roster.members,
            chat=(),
            cue=self.cue,
            tick=self.pace.tick,
            next_batch=self.gathering.number,
            heard=0,
        )


def tell(seats: Iterable[Seat], message: Message) -> list[Effect]:
    """`message` to those of `seats` who are connected."""
    return [Send(seat.connection, message) for seat in seats if seat.connection is not None]


def decline(seat: Seat, code: str, text: str) -> list[Effect]:
    """Why a request of `seat` is not granted."""
    return tell([seat], Declined(code, text))
