"""Every message of the protocol, declared once: numbered, typed, and checked for range when decoded.

A message is encoded as a MessagePack array: its number, then its fields in the order declared here. A newer peer may
append fields and send numbers unknown here; both are ignored. Odd numbers go to the server, even ones come from it.

The types of fields are in `fields`, the messages that carry strokes in `strokes`, those about modes in `mode_messages`,
those about the guide in `groove_messages`, those about a loop in `loop_messages`, those about entry in
`entry_messages`, the encoding in `message_codec`.
`README.md` describes the same for authors of other programs.
"""

from typing import Annotated, Literal

from msgspec import Meta

from drumcircle_gui.timing.timeline import Meter, Segment, Timeline
from drumcircle_gui.timing.units import Micros

from .entry_messages import EntryFromServer, EntryToServer
from .fields import (
    MAX_COUNT,
    MAX_TEXT_LENGTH,
    Beat,
    BeatTime,
    Count,
    Key,
    Level,
    Message,
    Name,
    Offset,
    Part,
    Piece,
    PlayerId,
    Recipient,
    Role,
    Segments,
    Short,
    Span,
    Text,
    Time,
    Word,
)
from .groove_messages import MAX_GROOVE_SPANS, ChangeGroove, GrooveSpan, GrooveUpdate
from .kit_messages import PadSounds, PublishKit
from .loop_messages import MAX_LOOP_SPANS, ChangeLoop, LoopPiece, LoopSpan, LoopTransfer, LoopUpdate, LoopWanted
from .mode_messages import ALL, MAX_SPANS, MAX_TURN_MEMBERS, ModeSpan, ModeUpdate, StartMode, SteerMode
from .strokes import Batch, Strokes

PROTOCOL_VERSION = 1

CueTime = Literal["now", "beat", "cycle"]


# --- pieces ----------------------------------------------------------------------------------------------------------


class Member(Piece, frozen=True):
    """A member of the circle. `colour` is an index into a palette; nobody sounds the strokes of a `muted` member.
    `connected` is False while a lost connection's place is kept. `part`: the kind of drum, "" if none is set.
    `level`: how loud everybody hears this member, in per cent. `spotlight`: everybody hears this member louder, and all
    others softer. `conducts`: a player to whom a conductor has given a conductor's powers.
    `shows_timing`: the member agrees that everybody sees how tightly they play. `sounds`: what their pads sound
    like."""

    id: PlayerId
    name: Name
    role: Role
    colour: Count
    muted: bool = False
    connected: bool = True
    part: Part = ""
    level: Level = 100
    spotlight: bool = False
    conducts: bool = False
    shows_timing: bool = False
    sounds: PadSounds = ()

    @property
    def leads(self) -> bool:
        """Whether the server carries out this member's commands."""
        return self.role == "conductor" or self.conducts


class ConnectionQuality(Piece, frozen=True):
    """The quality of one member's connection. Durations in micros; -1, or a `margin` of None, means not measured yet.

    `round_trip` and `bound` (of the clock's error) are as the member last reported. `margin`: how long before they are
    due this player's strokes reach the slowest listener; negative: too late. `late`: strokes that reached this member
    after they were due, and were not sounded.
    """

    id: PlayerId
    round_trip: Span
    bound: Span
    margin: Span | None
    late: Count


class ChatEntry(Piece, frozen=True):
    """A line of chat; `number` counts the lines of this circle, `name` is the sender's at that time."""

    number: Count
    sender: PlayerId
    name: Name
    to: Recipient
    text: Text
    at: Time


class Cue(Piece, frozen=True):
    """A conductor's instruction: one `word` for the ring's hub (Play, Listen, ...) and a line that explains it.

    It is for `members` and for those in `group` (see `ModeTurn`); all others see `others`, "" for nothing. `at`: the
    beat from which it holds, until the next one; None: at once.
    """

    word: Word = ""
    text: Short = ""
    by: PlayerId | None = None
    at: Beat | None = None
    group: Word = ALL
    members: Annotated[tuple[PlayerId, ...], Meta(max_length=MAX_TURN_MEMBERS)] = ()
    others: Word = ""


# --- to the server ---------------------------------------------------------------------------------------------------


class Hello(Message, frozen=True, tag=1):
    """The first message of a connection. A known `token` resumes its place, with the batches after `last_batch`.

    `circle`: which of a hub's circles, from the invite; where it is empty, the key decides. `account`: the token of the
    member's account on the hub.
    """

    version: Count
    name: Name
    key: Key
    agent: Word = ""
    token: Key = ""
    last_batch: Annotated[int, Meta(ge=-1, le=MAX_COUNT)] = -1
    circle: Key = ""
    account: Key = ""


class ClockRequest(Message, frozen=True, tag=3):
    """Asks for the time, and reports the member's connection. `sent` is the client's own clock and comes back."""

    id: Count
    sent: Offset
    round_trip: Span = Micros(-1)
    bound: Span = Micros(-1)
    late: Count = 0


class Say(Message, frozen=True, tag=7):
    """A line of chat for EVERYONE, the CONDUCTORS, or one member."""

    to: Recipient
    text: Annotated[str, Meta(min_length=1, max_length=MAX_TEXT_LENGTH)]


class ChangeTimeline(Message, frozen=True, tag=9):
    """A conductor's request; None leaves a value as it is. Declined if `epoch` is not that of the latest segment."""

    epoch: Count
    tempo: BeatTime | None = None
    running: bool | None = None
    meter: Meter | None = None


class GiveCue(Message, frozen=True, tag=11):
    """A conductor gives a cue, from the next beat or cycle on that everybody can know of in time, or at once."""

    cue: Cue
    when: CueTime = "now"


class Moderate(Message, frozen=True, tag=13):
    """A conductor mutes or unmutes a member for everybody, removes them with a reason, or sets their part,
    name or level, whether they are in the spotlight, and whether they have a conductor's powers.

    `ban_s`: with `remove`, for how many seconds the member cannot come back.
    """

    member: PlayerId
    muted: bool | None = None
    remove: bool = False
    reason: Short = ""
    part: Part | None = None
    ban_s: Count = 600
    name: Name | None = None
    level: Level | None = None
    spotlight: bool | None = None
    conducts: bool | None = None


class ShareTiming(Message, frozen=True, tag=17):
    """A member agrees that everybody sees how tightly they play, or no longer agrees."""

    on: bool


class EndCircle(Message, frozen=True, tag=37):
    """A conductor ends the circle, which a hub hosts."""


class Goodbye(Message, frozen=True, tag=15):
    """The client leaves and will not resume."""


# --- from the server -------------------------------------------------------------------------------------------------


class Welcome(Message, frozen=True, tag=2):
    """The answer to a Hello that was accepted. Batches numbered from `next_batch` follow: those missed since
    `last_batch`, or those of the last period.

    `heard` is the number of the member's next stroke: strokes from there on have not arrived and must be sent again.
    """

    version: Count
    you: PlayerId
    token: Key
    circle: Name
    role: Role
    now: Time
    timeline: Segments
    members: tuple[Member, ...]
    chat: tuple[ChatEntry, ...]
    cue: Cue
    tick: Time
    next_batch: Count
    heard: Count
    modes: Annotated[tuple[ModeSpan, ...], Meta(max_length=MAX_SPANS)] = ()
    grooves: Annotated[tuple[GrooveSpan, ...], Meta(max_length=MAX_GROOVE_SPANS)] = ()
    loops: Annotated[tuple[LoopSpan, ...], Meta(max_length=MAX_LOOP_SPANS)] = ()

    def __post_init__(self) -> None:
        _check_segments(self.timeline)


class ClockReply(Message, frozen=True, tag=4):
    """`received` and `replied` are the circle times when the request arrived and when this left (RFC 5905's T2, T3)."""

    id: Count
    sent: Offset
    received: Time
    replied: Time


class ChatUpdate(Message, frozen=True, tag=8):
    """A line of chat that the member may read."""

    line: ChatEntry


class TimelineUpdate(Message, frozen=True, tag=10):
    """The timeline from now on; replaces what was known."""

    segments: Segments

    def __post_init__(self) -> None:
        _check_segments(self.segments)


def _check_segments(segments: tuple[Segment, ...]) -> None:
    """Raise ValueError unless `segments` make a timeline within range (its numbers never decrease: the last are
    largest)."""
    last = Timeline(segments).latest
    if max(last.epoch, last.at, last.beat) > MAX_COUNT:
        raise ValueError(f"a segment's numbers are at most {MAX_COUNT}")


class CueUpdate(Message, frozen=True, tag=12):
    """The cue from now on; replaces the last one."""

    cue: Cue


class MemberUpdate(Message, frozen=True, tag=14):
    """A member joined or changed."""

    member: Member


class MemberLeft(Message, frozen=True, tag=16):
    """A member left for good."""

    id: PlayerId
    reason: Short = ""


class QualityUpdate(Message, frozen=True, tag=18):
    """How well members are connected, about once a second: all rows to conductors, their own row to players."""

    rows: tuple[ConnectionQuality, ...]


class Declined(Message, frozen=True, tag=20):
    """A request was not granted; the connection stays open. `code` is for programs, `text` for people."""

    code: Word
    text: Short


class Closing(Message, frozen=True, tag=22):
    """The last message before the server closes the connection. With `again`, the client may reconnect by itself."""

    code: Word
    text: Short
    again: bool = True


class TickUpdate(Message, frozen=True, tag=24):
    """The server's tick from now on, in micros; clients send their strokes at the same rate."""

    tick: Time


ConductorRequest = ChangeTimeline | GiveCue | Moderate | EndCircle | StartMode | SteerMode | ChangeGroove | ChangeLoop
Request = Say | ShareTiming | PublishKit | ConductorRequest | EntryToServer
"""Messages by which a person requests something of the server."""

ToServer = Hello | ClockRequest | Strokes | Request | LoopTransfer | Goodbye
FromServer = (
    Welcome
    | EntryFromServer
    | ClockReply
    | Batch
    | ChatUpdate
    | TimelineUpdate
    | CueUpdate
    | MemberUpdate
    | MemberLeft
    | QualityUpdate
    | Declined
    | Closing
    | TickUpdate
    | ModeUpdate
    | GrooveUpdate
    | LoopUpdate
    | LoopPiece
    | LoopWanted
)
