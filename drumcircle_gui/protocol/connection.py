"""One side of a connection, without I/O: bytes in -> messages out, messages in -> bytes out, and a table of states.

The caller passes in what the socket received and writes what `send` returns (the design of h11 and websockets). Pure;
not thread-safe.
"""

import enum
from collections.abc import Iterator
from typing import final, get_args

import msgspec

from . import directory, entry_messages, message_codec, messages
from .fields import Message
from .framing import FrameReader, FrameTooLong
from .groove_messages import ChangeGroove, GrooveUpdate
from .kit_messages import PublishKit
from .loop_messages import ChangeLoop, LoopPiece, LoopTransfer, LoopUpdate, LoopWanted
from .mode_messages import ModeUpdate, StartMode, SteerMode
from .strokes import Batch, Strokes

KiB = 1024
MiB = 1024 * KiB


class Side(enum.Enum):
    """The side of a connection that a `Connection` implements."""

    CLIENT = "client"
    SERVER = "server"


class ConnectionState(enum.Enum):
    """The state of a connection, equal on both sides except while a message is in flight."""

    OPENING = "opening"
    GREETED = "greeted"
    JOINED = "joined"
    DIRECTORY = "directory"
    CLOSED = "closed"


_IN_CIRCLE = (
    # to the server
    messages.ClockRequest,
    Strokes,
    messages.Say,
    messages.ShareTiming,
    PublishKit,
    messages.ChangeTimeline,
    messages.GiveCue,
    messages.Moderate,
    messages.EndCircle,
    *get_args(entry_messages.EntryToServer),
    StartMode,
    SteerMode,
    ChangeGroove,
    ChangeLoop,
    *get_args(LoopTransfer),
    # from it
    entry_messages.EntryUpdate,
    entry_messages.KeysUpdate,
    messages.ClockReply,
    Batch,
    messages.ChatUpdate,
    messages.TimelineUpdate,
    messages.CueUpdate,
    messages.MemberUpdate,
    messages.MemberLeft,
    messages.QualityUpdate,
    messages.Declined,
    messages.TickUpdate,
    ModeUpdate,
    GrooveUpdate,
    LoopUpdate,
    LoopPiece,
    LoopWanted,
)

_IN_DIRECTORY = (
    # to the hub
    messages.ClockRequest,
    directory.ListCircles,
    directory.CreateCircle,
    directory.AnnounceCircle,
    directory.Register,
    directory.LogIn,
    directory.LogOut,
    directory.ListAccounts,
    directory.ChangeAccounts,
    directory.ShowAccount,
    directory.EndLogin,
    directory.ReadAuditLog,
    directory.TryReach,
    # from it
    messages.ClockReply,
    messages.Declined,
    directory.DirectoryOpened,
    directory.CircleList,
    directory.CircleCreated,
    directory.Announced,
    directory.Registered,
    directory.LoggedIn,
    directory.LoggedOut,
    directory.AccountList,
    directory.AccountShown,
    directory.AuditLog,
    directory.ReachTried,
)

TRANSITIONS: dict[ConnectionState, dict[type[Message], ConnectionState]] = {
    ConnectionState.OPENING: {
        messages.Hello: ConnectionState.GREETED,
        directory.OpenDirectory: ConnectionState.DIRECTORY,
        messages.Closing: ConnectionState.CLOSED,
    },
    ConnectionState.GREETED: {
        entry_messages.Waiting: ConnectionState.GREETED,
        messages.Welcome: ConnectionState.JOINED,
        messages.Closing: ConnectionState.CLOSED,
    },
    ConnectionState.JOINED: {
        **dict.fromkeys(_IN_CIRCLE, ConnectionState.JOINED),
        messages.Goodbye: ConnectionState.CLOSED,
        messages.Closing: ConnectionState.CLOSED,
    },
    ConnectionState.DIRECTORY: {
        **dict.fromkeys(_IN_DIRECTORY, ConnectionState.DIRECTORY),
        messages.Goodbye: ConnectionState.CLOSED,
        messages.Closing: ConnectionState.CLOSED,
    },
    ConnectionState.CLOSED: {},
}
"""The messages that are legal in each state, and the state that each leads to, for both sides. The direction of a
message is in its number (even ones come from the server); each side's codec knows only those that it may receive."""

FRAME_LIMIT: dict[tuple[Side, ConnectionState], int] = {
    (Side.SERVER, ConnectionState.OPENING): 4 * KiB,
    (Side.SERVER, ConnectionState.GREETED): 4 * KiB,
    (Side.SERVER, ConnectionState.JOINED): 64 * KiB,
    (Side.SERVER, ConnectionState.DIRECTORY): 4 * KiB,
    (Side.CLIENT, ConnectionState.OPENING): 8 * MiB,
    (Side.CLIENT, ConnectionState.GREETED): 8 * MiB,
    (Side.CLIENT, ConnectionState.JOINED): 8 * MiB,
    (Side.CLIENT, ConnectionState.DIRECTORY): 8 * MiB,
}
"""Maximum size in bytes of a frame body that each side accepts; small from clients that have not joined."""

_TOLERANT = frozenset({ConnectionState.JOINED, ConnectionState.DIRECTORY})
"""The states in which a server ignores messages whose number is unknown."""

_DECODE = {Side.CLIENT: message_codec.decode_from_server, Side.SERVER: message_codec.decode_to_server}
_SENDS = {Side.CLIENT: message_codec.TO_SERVER, Side.SERVER: message_codec.FROM_SERVER}


@final
class ProtocolViolation(msgspec.Struct, frozen=True):
    """The peer broke the protocol, and the connection is closed. `code` and `text` are those of a `Closing`."""

    code: str
    text: str


class LocalProtocolError(RuntimeError):
    """A fault of this program: it tried to send a message that is not legal now, or not from this side."""


class Connection:
    """One side of a connection, in the state `state`. `frames` holds what was received and not yet returned."""

    __slots__ = ("_decode", "_sends", "_transitions", "frames", "side", "state")

    def __init__(self, side: Side) -> None:
        self.side = side
        self._decode = _DECODE[side]
        self._sends = _SENDS[side]
        self.frames = FrameReader(0)
        self._set_state(ConnectionState.OPENING)

    def receive(self, data: bytes) -> Iterator[Message | ProtocolViolation]:
        """The messages that `data` completes, in order; a ProtocolViolation is the last item. Iterate to the end.

        Skips frames whose number is unknown here: a newer peer sends them.
        """
        body = self.first_body(data)
        while body is not None:
            item = body if isinstance(body, ProtocolViolation) else self.decode(body)
            if item is not None:
                yield item
            body = self.next_body()

    def first_body(self, data: bytes) -> bytes | ProtocolViolation | None:
        """Append received bytes, and return the body of the first whole frame, as `next_body` does."""
        if self.state is ConnectionState.CLOSED:
            return None
        try:
            return self.frames.feed_next(data)
        except FrameTooLong as error:
            return self._violation("too-long", str(error))

    def next_body(self) -> bytes | ProtocolViolation | None:
        """The body of the next whole frame, for `decode`; None until more is appended."""
        try:
            return self.frames.next()
        except FrameTooLong as error:
            return self._violation("too-long", str(error))

    def decode(self, body: bytes) -> Message | ProtocolViolation | None:
        """The message in `body`, a frame just received; None if its number is unknown here."""
        try:
            message = self._decode(body)
        except message_codec.MalformedMessage as error:
            return self._violation("malformed", str(error))
        if message is not None:
            following = self._transitions.get(type(message))
            return message if following is self.state else self._change_state(message, following)
        if self.side is Side.SERVER and self.state not in _TOLERANT:
            return self._violation("out-of-turn", f"Only a Hello may come while {self.state.value}")
        return None

    def send(self, message: Message) -> bytes:
        """The frame to write; LocalProtocolError if `message` may not be sent now."""
        kind = type(message)
        following = self._transitions.get(kind)
        if following is None or kind not in self._sends:
            raise LocalProtocolError(f"a {self.side.value} may not send {kind.__name__} while {self.state.value}")
        if following is not self.state:
            self._set_state(following)
        return message_codec.encode(message)

    def close(self) -> None:
        """Receive and send nothing more."""
        self._set_state(ConnectionState.CLOSED)

    def _change_state(self, message: Message, following: ConnectionState | None) -> Message | ProtocolViolation:
        if following is None:
            return self._violation("out-of-turn", f"{type(message).__name__} may not come while {self.state.value}")
        self._set_state(following)
        return message

    def _set_state(self, state: ConnectionState) -> None:
        self.state = state
        self._transitions = TRANSITIONS[state]
        if state is ConnectionState.CLOSED:
            self.frames.clear()
        else:
            self.frames.limit = FRAME_LIMIT[self.side, state]

    def _violation(self, code: str, text: str) -> ProtocolViolation:
        self.close()
        return ProtocolViolation(code, text)
