"""Estimates the cost of a message before it is decoded, in micros of the server's processor. Pure."""

from collections.abc import Mapping

from drumcircle_gui.protocol.directory import (
    AnnounceCircle,
    ChangeAccounts,
    CreateCircle,
    EndLogin,
    ListAccounts,
    ListCircles,
    LogIn,
    LogOut,
    ReadAuditLog,
    Register,
    ShowAccount,
    TryReach,
)
from drumcircle_gui.protocol.entry_messages import (
    AnswerKnock,
    ChangeBan,
    ChangeEntry,
    MakeInvite,
    RenewKeys,
    RevokeInvite,
)
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.groove_messages import ChangeGroove
from drumcircle_gui.protocol.kit_messages import PublishKit
from drumcircle_gui.protocol.loop_messages import ChangeLoop, FetchLoop, OfferLoop, UploadLoop
from drumcircle_gui.protocol.message_codec import MalformedMessage, message_number, short_prefixes
from drumcircle_gui.protocol.messages import (
    ChangeTimeline,
    ClockRequest,
    EndCircle,
    GiveCue,
    Moderate,
    Say,
    ShareTiming,
)
from drumcircle_gui.protocol.mode_messages import StartMode, SteerMode
from drumcircle_gui.protocol.strokes import Strokes
from drumcircle_gui.timing.units import Micros

FRAME_WORK = 20
"""Cost of any frame, including ignored ones."""

BYTES_PER_MICRO = 64
"""Bytes of a frame per additional micro."""

HANDSHAKE_WORK = Micros(1_000)
"""Cost of accepting a connection and of its TLS handshake."""

ACCEPT_WORK = Micros(200)
"""Cost of accepting a connection without TLS."""

JOIN_WORK = Micros(500)
MEMBERS_PER_MICRO = 2
"""Members of a circle per micro of the cost of a Hello, because its Welcome contains all members."""

REPLAYED_BYTES_PER_MICRO = 1024
"""Bytes of the batches after a Welcome per micro."""

MESSAGE_WORK: Mapping[type[Message], int] = {
    ClockRequest: 40,
    Strokes: 20,
    Say: 60,
    ShareTiming: 200,
    PublishKit: 200,
    ChangeTimeline: 200,
    GiveCue: 200,
    Moderate: 200,
    EndCircle: 200,
    ListCircles: 200,
    AnnounceCircle: 200,
    CreateCircle: 5_000,
    Register: 5_000,
    LogIn: 5_000,
    LogOut: 5_000,
    ListAccounts: 5_000,
    ChangeAccounts: 5_000,
    ShowAccount: 5_000,
    EndLogin: 5_000,
    ReadAuditLog: 5_000,
    TryReach: 5_000,
    StartMode: 200,
    SteerMode: 200,
    ChangeEntry: 200,
    AnswerKnock: 200,
    MakeInvite: 200,
    RevokeInvite: 200,
    ChangeBan: 200,
    RenewKeys: 5_000,
    ChangeGroove: 200,
    ChangeLoop: 200,
    OfferLoop: 200,
    UploadLoop: 50,
    FetchLoop: 50,
}
"""Cost of handling a message and of answering or relaying it."""

STROKES_BYTES_PER_MICRO = 4
"""Bytes of a Strokes message per micro: a stroke takes 8 bytes or more, and about 2 micros."""

_Price = tuple[int, int]
"""The cost of a frame, and its bytes per additional micro."""

_UNKNOWN: _Price = (FRAME_WORK, BYTES_PER_MICRO)
_BY_NUMBER: Mapping[int, _Price] = {
    number: (FRAME_WORK + work, STROKES_BYTES_PER_MICRO if kind is Strokes else BYTES_PER_MICRO)
    for kind, work in MESSAGE_WORK.items()
    if isinstance(number := kind.__struct_config__.tag, int)
}
_BY_PREFIX: Mapping[bytes, _Price] = {
    prefix: price for number, price in _BY_NUMBER.items() for prefix in short_prefixes(number)
}
"""The costs by the first two bytes of a body, for a quick look-up; contains all messages of this program."""


def message_work(body: bytes) -> Micros:
    """The cost of one frame's body, by its kind and length."""
    work, bytes_per_micro = _BY_PREFIX.get(body[:2]) or _price(body)
    return Micros(work + len(body) // bytes_per_micro)


def _price(body: bytes) -> _Price:
    try:
        return _BY_NUMBER.get(message_number(body), _UNKNOWN)
    except MalformedMessage:
        return _UNKNOWN


def join_work(members: int) -> Micros:
    """The cost of a new member in a circle of `members`."""
    return Micros(JOIN_WORK + members // MEMBERS_PER_MICRO)


def replay_work(size: int) -> Micros:
    """The cost of sending `size` bytes of earlier batches to a new member."""
    return Micros(size // REPLAYED_BYTES_PER_MICRO)
