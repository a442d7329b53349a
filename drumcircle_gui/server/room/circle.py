"""The state of a circle, shared by the parts of a room. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from drumcircle_gui.grooves.groove_changes import GrooveChanges
from drumcircle_gui.loops.loop_changes import LoopChanges
from drumcircle_gui.modes.mode_changes import ModeChanges
from drumcircle_gui.protocol.entry_messages import POLICIES_WITHOUT_ACCOUNTS
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.messages import PROTOCOL_VERSION, Cue, Declined, Welcome
from drumcircle_gui.server.entry.access import Access
from drumcircle_gui.server.entry.knocks import Knocks
from drumcircle_gui.timing.timeline import Timeline
from drumcircle_gui.timing.units import Beats, Micros

from .chat_history import ChatHistory
from .effects import Effect, Send
from .events import JoinRequested
from .member_limit import MemberLimit
from .member_timeouts import AwakeClock
from .roster import Roster, Seat
from .stroke_history import BatchHistory, PendingStrokes, kept_since, longest_period
from .tick_rate import MAX_TICK, TickRate, longest_tick
from .timeline_changes import TimelineChanges

INVITED_ONLY = Declined("not-allowed", "Only a conductor with a conductor's invite may do this.")


@dataclass(slots=True)
class Circle:
    """The shared state of the circle."""

    name: str
    access: Access
    changes: TimelineChanges
    max_members: int
    roster: Roster = field(default_factory=Roster)
    knocks: Knocks[JoinRequested] = field(default_factory=Knocks)
    pending_strokes: PendingStrokes = field(default_factory=PendingStrokes)
    batches: BatchHistory = field(default_factory=BatchHistory)
    chat: ChatHistory = field(default_factory=ChatHistory)
    tick_rate: TickRate = field(default_factory=TickRate)
    cue: Cue = field(default_factory=Cue)
    modes: ModeChanges = field(default_factory=ModeChanges)
    grooves: GrooveChanges = field(default_factory=GrooveChanges)
    loops: LoopChanges = field(default_factory=LoopChanges)
    awake: AwakeClock = field(default_factory=AwakeClock)
    limits: list[MemberLimit] = field(default_factory=list)
    troubles: dict[str, str] = field(default_factory=dict)
    """Problems of the server's machine, by topic; conductors are notified of them when they join."""
    hosted: bool = False
    """Whether a hub hosts the circle, so that a conductor may end it."""
    policies: tuple[str, ...] = POLICIES_WITHOUT_ACCOUNTS
    """The entry policies that conductors may choose."""

    @property
    def timeline(self) -> Timeline:
        return self.changes.timeline

    def new_limit(self, rate: int, burst: int) -> MemberLimit:
        """A limit for each member; it forgets members that leave."""
        limit = MemberLimit(rate, burst)
        self.limits.append(limit)
        return limit

    def longest_period(self) -> Beats:
        """The longest period of all segments of the timeline."""
        return longest_period(self.timeline)

    def kept_since(self, now: Micros) -> Beats:
        """The beat from which on batches are kept at circle time `now`."""
        return kept_since(self.timeline, now, self.modes.plan)

    def max_one_way(self) -> Micros:
        """The longest one-way delay of all connected members; 0 if none has reported one."""
        seat = self.roster.slowest()
        return seat.quality.one_way if seat else Micros(0)

    def notice_delay(self) -> Micros:
        """How long a change takes to reach every member, beyond the tick of MAX_TICK that the leads of changes include:
        the longest one-way delay, and what a longer tick adds."""
        return Micros(self.max_one_way() + max(self.tick_rate.tick - MAX_TICK, 0))

    def longest_tick(self) -> Micros:
        """The longest tick for which the periods have room."""
        if self.tick_rate.floor <= MAX_TICK:
            return MAX_TICK
        return longest_tick(self.timeline, self.max_one_way())

    def overview(self, now: Micros) -> Welcome:
        """The circle's state at circle time `now`, as a Welcome that is addressed to no member."""
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
            tick=self.tick_rate.tick,
            next_batch=self.pending_strokes.next_number,
            heard=0,
            modes=self.modes.plan.spans,
            grooves=self.grooves.plan.spans,
            loops=self.loops.plan.spans,
        )


def send_to(seats: Iterable[Seat], message: Message) -> list[Effect]:
    """Send `message` to those of `seats` that are connected."""
    return [Send(seat.connection, message) for seat in seats if seat.connection is not None]


def decline(seat: Seat, code: str, text: str) -> list[Effect]:
    """Notify the member of `seat` that its request is declined, with the reason."""
    return send_to([seat], Declined(code, text))
