"""What a message costs the server, in micros of its processor, estimated before the message is decoded."""

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
"""Any frame, also one that is ignored."""

BYTES_PER_MICRO = 64
"""Bytes of a frame that cost one micro more."""

HANDSHAKE_WORK = Micros(1_000)
"""Accepting a connection and its TLS handshake."""

ACCEPT_WORK = Micros(200)
"""Accepting a connection without TLS."""

JOIN_WORK = Micros(500)
MEMBERS_PER_MICRO = 2
"""A Hello, and its Welcome, which names all members."""

REPLAYED_BYTES_PER_MICRO = 1024
"""Of the batches that follow a Welcome."""

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
"""Handling the message, and answering or relaying it."""

STROKES_BYTES_PER_MICRO = 4
"""A stroke takes 8 bytes or more, and about 2 micros."""

_Price = tuple[int, int]
"""The work of a frame, and the bytes of it that cost one micro more."""

_UNKNOWN: _Price = (FRAME_WORK, BYTES_PER_MICRO)
_BY_NUMBER: Mapping[int, _Price] = {
    number: (FRAME_WORK + work, STROKES_BYTES_PER_MICRO if kind is Strokes else BYTES_PER_MICRO)
    for kind, work in MESSAGE_WORK.items()
    if isinstance(number := kind.__struct_config__.tag, int)
}
_BY_PREFIX: Mapping[bytes, _Price] = {
    prefix: price for number, price in _BY_NUMBER.items() for prefix in short_prefixes(number)
}
"""The same by the first two bytes of a body, for a quick look-up; it holds all messages of this program."""


def message_work(body: bytes) -> Micros:
    """The work of one frame's body, whatever it holds."""
    work, bytes_per_micro = _BY_PREFIX.get(body[:2]) or _price(body)
    return Micros(work + len(body) // bytes_per_micro)


def _price(body: bytes) -> _Price:
    try:
        return _BY_NUMBER.get(message_number(body), _UNKNOWN)
    except MalformedMessage:
        return _UNKNOWN


def join_work(members: int) -> Micros:
    """The work of one more member joining a circle of `members`."""
    return Micros(JOIN_WORK + members // MEMBERS_PER_MICRO)


def replay_work(size: int) -> Micros:
    """The work of sending `size` bytes of earlier batches to a new member."""
    return Micros(size // REPLAYED_BYTES_PER_MICRO)
