"""Every message of the protocol, declared once: numbered, typed, and checked for range when decoded.

A message travels as a MessagePack array, its number first, then its fields in the order written here. A newer peer may
append fields (they are ignored) and send numbers unknown here (so are they). Odd numbers go to the server, even ones
come from it. `README.md` beside this file is the same for people.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from drumcircle_gui.timing.timeline import Meter, Segment, Timeline
from drumcircle_gui.timing.units import FASTEST_TEMPO, SLOWEST_TEMPO, Beats, Micros, Tempo

PROTOCOL_VERSION = 1

EVERYONE = 0
CONDUCTORS = -1

MAX_NAME_LENGTH = 32
MAX_TEXT_LENGTH = 2000
MAX_SENT_STROKES = 1024
MAX_BATCH_STROKES = 65_536
MAX_SEGMENTS = 1024
MAX_COUNT = 2**53  # the largest count that a double still holds exactly, for clients in languages without integers

Name = Annotated[str, Meta(min_length=1, max_length=MAX_NAME_LENGTH)]
Word = Annotated[str, Meta(max_length=MAX_NAME_LENGTH)]
Text = Annotated[str, Meta(max_length=MAX_TEXT_LENGTH)]
Short = Annotated[str, Meta(max_length=200)]
Key = Annotated[str, Meta(max_length=64)]
Count = Annotated[int, Meta(ge=0, le=MAX_COUNT)]
PlayerId = Annotated[int, Meta(ge=1, le=2**31)]
Recipient = Annotated[int, Meta(ge=CONDUCTORS, le=2**31)]
Midi = Annotated[int, Meta(ge=0, le=127)]
Velocity = Annotated[int, Meta(ge=1, le=127)]
Time = Annotated[Micros, Meta(ge=0, le=MAX_COUNT)]
Span = Annotated[Micros, Meta(ge=-(2**40), le=2**40)]
Beat = Annotated[Beats, Meta(ge=0, le=MAX_COUNT)]
Offset = Annotated[int, Meta(ge=-MAX_COUNT, le=MAX_COUNT)]
BeatTime = Annotated[Tempo, Meta(ge=FASTEST_TEMPO, le=SLOWEST_TEMPO)]
Segments = Annotated[tuple[Segment, ...], Meta(min_length=1, max_length=MAX_SEGMENTS)]
Role = Literal["player", "conductor"]


class Piece(msgspec.Struct, frozen=True, array_like=True):
    """A piece of a message: an array of its fields."""


class Message(msgspec.Struct, frozen=True, array_like=True, tag_field="n"):
    """What travels in one frame."""


# --- pieces ----------------------------------------------------------------------------------------------------------


class SentStroke(Piece, frozen=True):
    """One stroke as its player sends it: the beat it was struck on, General MIDI percussion key, MIDI velocity."""

    beat: Beat
    pad: Midi
    velocity: Velocity


class Stroke(Piece, frozen=True):
    """One stroke as everyone hears of it; `offset` is its beat less the batch's `base`."""

    player: PlayerId
    offset: Offset
    pad: Midi
    velocity: Velocity


class Member(Piece, frozen=True):
    """Somebody in the circle. `colour` counts through the palette; `muted` silences them in everybody's ears."""

    id: PlayerId
    name: Name
    role: Role
    colour: Count
    muted: bool = False
    connected: bool = True


class ConnectionQuality(Piece, frozen=True):
    """How well one member is connected. Micros; -1 (or a None margin) means not known yet.

    `margin`: how long before they are due this player's strokes reach everybody, the slowest listener included.
    `late`: strokes that reached this player after their moment, and so were not played.
    """

    id: PlayerId
    round_trip: Span
    bound: Span
    margin: Span | None
    late: Count


class ChatEntry(Piece, frozen=True):
    """A line of chat; `number` counts the lines of this circle."""

    number: Count
    sender: PlayerId
    name: Name
    to: Recipient
    text: Text
    at: Time


class Cue(Piece, frozen=True):
    """What the conductor wants now: one `word` for the ring's hub (Play, Listen, ...) and a line that explains it."""

    word: Word = ""
    text: Short = ""
    by: PlayerId | None = None


# --- to the server ---------------------------------------------------------------------------------------------------


class Hello(Message, frozen=True, tag=1):
    """First message of a connection. A known `token` resumes its place, with the batches after `last_batch`."""

    version: Count
    name: Name
    key: Key
    agent: Word = ""
    token: Key = ""
    last_batch: Annotated[int, Meta(ge=-1, le=MAX_COUNT)] = -1


class ClockRequest(Message, frozen=True, tag=3):
    """Asks for the time. `sent` is the client's own clock and comes back; the rest reports how it fares so far."""

    id: Count
    sent: Offset
    round_trip: Span = Micros(-1)
    bound: Span = Micros(-1)
    late: Count = 0


class Strokes(Message, frozen=True, tag=5):
    """Strokes in the order they were struck; `first` counts this player's strokes since they first joined."""

    first: Count
    strokes: Annotated[tuple[SentStroke, ...], Meta(max_length=MAX_SENT_STROKES)]


class Say(Message, frozen=True, tag=7):
    """A line of chat for EVERYONE, the CONDUCTORS, or one member."""

    to: Recipient
    text: Annotated[str, Meta(min_length=1, max_length=MAX_TEXT_LENGTH)]


class ChangeTimeline(Message, frozen=True, tag=9):
    """A conductor's request; what is None stays. Refused if `epoch` is not that of the latest decision."""

    epoch: Count
    tempo: BeatTime | None = None
    running: bool | None = None
    meter: Meter | None = None


class GiveCue(Message, frozen=True, tag=11):
    """A conductor gives an instruction to all."""

    cue: Cue


class Moderate(Message, frozen=True, tag=13):
    """A conductor mutes or unmutes a member for everyone, or shows them out with a reason."""

    member: PlayerId
    muted: bool | None = None
    remove: bool = False
    reason: Short = ""


class Goodbye(Message, frozen=True, tag=15):
    """The client leaves and will not resume."""


# --- from the server -------------------------------------------------------------------------------------------------


class Welcome(Message, frozen=True, tag=2):
    """You are in. Batches numbered from `next_batch` follow: those missed, or those of the last period.

    `heard` is the number of your next stroke: send again whatever you struck from there on.
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

    def __post_init__(self) -> None:
        _check(self.timeline)


class ClockReply(Message, frozen=True, tag=4):
    """`received` and `replied` are circle time when the request came in and when this left (RFC 5905's T2 and T3)."""

    id: Count
    sent: Offset
    received: Time
    replied: Time


class Batch(Message, frozen=True, tag=6):
    """All strokes the server received in one tick. Every client gets the same bytes."""

    number: Count
    base: Beat
    strokes: Annotated[tuple[Stroke, ...], Meta(max_length=MAX_BATCH_STROKES)]


class ChatUpdate(Message, frozen=True, tag=8):
    line: ChatEntry


class TimelineUpdate(Message, frozen=True, tag=10):
    """The timeline from now on; replaces what was known."""

    segments: Segments

    def __post_init__(self) -> None:
        _check(self.segments)


def _check(segments: tuple[Segment, ...]) -> None:
    """ValueError unless `segments` make a timeline within range (they only ever grow, so the last is the largest)."""
    last = Timeline(segments).latest
    if max(last.epoch, last.at, last.beat) > MAX_COUNT:
        raise ValueError(f"a segment's numbers are at most {MAX_COUNT}")


class CueUpdate(Message, frozen=True, tag=12):
    cue: Cue


class MemberUpdate(Message, frozen=True, tag=14):
    """A member came or changed."""

    member: Member


class MemberLeft(Message, frozen=True, tag=16):
    id: PlayerId
    reason: Short = ""


class QualityUpdate(Message, frozen=True, tag=18):
    """How everybody fares, about once a second: to a conductor all members, to a player their own row."""

    rows: tuple[ConnectionQuality, ...]


class Declined(Message, frozen=True, tag=20):
    """A request was not granted; the connection stays. `code` is for programs, `text` for people."""

    code: Word
    text: Short


class Closing(Message, frozen=True, tag=22):
    """The last message before the server closes. With `again`, the client may come back by itself."""

    code: Word
    text: Short
    again: bool = True


class TickUpdate(Message, frozen=True, tag=24):
    """The server's tick from now on; clients send their strokes at the same pace."""

    tick: Time


ToServer = Hello | ClockRequest | Strokes | Say | ChangeTimeline | GiveCue | Moderate | Goodbye
FromServer = (
    Welcome
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
)
