"""What outlives a server: all that makes it come back as the same circle when it was killed.

A memory is a sequence of records: first a `Remembered` whole, then a `News` for each tick in which something was to be
remembered. It is taken from what the room wants done, so whatever everybody is told is remembered too. Pure.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from zlib import crc32

import msgspec

from drumcircle_gui.protocol.fields import Message, PlayerId
from drumcircle_gui.protocol.framing import LENGTH
from drumcircle_gui.protocol.messages import (
    ChatEntry,
    ChatUpdate,
    Cue,
    CueUpdate,
    Member,
    MemberLeft,
    MemberUpdate,
    TimelineUpdate,
)
from drumcircle_gui.timing.timeline import Segment, Timeline
from drumcircle_gui.timing.units import Micros

from .chat_history import ChatHistory
from .stroke_history import BatchHistory, KeptBatch, kept_since

FORMAT = 1

_CHECKSUM = LENGTH


class SavedPlace(msgspec.Struct, frozen=True, array_like=True):
    """A member's place in the circle."""

    member: Member
    token: str
    heard: int = 0


class Remembered(msgspec.Struct, frozen=True, array_like=True, tag=FORMAT):
    """A whole circle, as it was at circle time `at`.

    `began`: this machine's local time when circle time began; `wall`: what its wall clock said at `at`, micros.
    """

    name: str
    began: Micros
    at: Micros
    wall: Micros
    timeline: tuple[Segment, ...]
    places: tuple[SavedPlace, ...] = ()
    last_id: int = 0
    cue: Cue = Cue()
    chat: tuple[ChatEntry, ...] = ()
    next_line: int = 0
    batches: tuple[KeptBatch, ...] = ()
    next_batch: int = 0


Worth = MemberUpdate | MemberLeft | TimelineUpdate | CueUpdate | ChatUpdate


class RecoveryEntry(msgspec.Struct, frozen=True, array_like=True, tag=0):
    """What is new at circle time `at`. `tokens` of newcomers; `heard`: strokes of each player until now."""

    at: Micros
    wall: Micros
    messages: tuple[Worth, ...] = ()
    batches: tuple[KeptBatch, ...] = ()
    tokens: dict[PlayerId, str] = {}
    heard: dict[PlayerId, int] = {}
    next_line: int = 0


@dataclass(slots=True)
class _Place:
    member: Member
    token: str = ""
    heard: int = 0


class RecoveryLog:
    """A circle as far as it is remembered, brought up to date by news."""

    def __init__(self, whole: Remembered) -> None:
        self._whole = whole
        self._timeline = Timeline(whole.timeline)
        self._places = {place.member.id: _Place(place.member, place.token, place.heard) for place in whole.places}
        self._history, self._speech = BatchHistory(), ChatHistory()
        for kept in whole.batches:
            self._history.keep(kept)
        for line in whole.chat:
            self._speech.take(line)

    def take(self, news: RecoveryEntry) -> None:
        """This has happened since."""
        for message in news.messages:
            _LEARNT[type(message)](self, message)
        for id, token in news.tokens.items():
            if (place := self._places.get(id)) is not None:
                place.token = token
        for id, heard in news.heard.items():
            if (place := self._places.get(id)) is not None:
                place.heard = heard
        for kept in news.batches:
            self._history.keep(kept)
        self._history.forget(kept_since(self._timeline, news.at))
        self._set(
            at=news.at,
            wall=news.wall,
            next_line=max(self._whole.next_line, news.next_line),
            next_batch=news.batches[-1].number + 1 if news.batches else self._whole.next_batch,
        )

    def whole(self) -> Remembered:
        """All of it."""
        self._set(
            timeline=self._timeline.segments,
            places=tuple(SavedPlace(place.member, place.token, place.heard) for place in self._places.values()),
            chat=self._speech.history(conducts=True),
            batches=tuple(self._history.whole()),
        )
        return self._whole

    def _member_is(self, message: MemberUpdate) -> None:
        member = message.member
        self._places.setdefault(member.id, _Place(member)).member = member
        self._set(last_id=max(self._whole.last_id, member.id))

    def _member_left(self, message: MemberLeft) -> None:
        self._places.pop(message.id, None)

    def _timeline_is(self, message: TimelineUpdate) -> None:
        self._timeline = Timeline(message.segments)

    def _cued(self, message: CueUpdate) -> None:
        self._set(cue=message.cue)

    def _chat(self, message: ChatUpdate) -> None:
        self._speech.take(message.line)

    def _set(self, **changes: Any) -> None:
        self._whole = msgspec.structs.replace(self._whole, **changes)


_LEARNT: dict[type[Message], Callable[[RecoveryLog, Any], None]] = {
    MemberUpdate: RecoveryLog._member_is,
    MemberLeft: RecoveryLog._member_left,
    TimelineUpdate: RecoveryLog._timeline_is,
    CueUpdate: RecoveryLog._cued,
    ChatUpdate: RecoveryLog._chat,
}


# --- as bytes --------------------------------------------------------------------------------------------------------

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Remembered | RecoveryEntry)


def record(item: Remembered | RecoveryEntry) -> bytes:
    """One record: how long it is, a checksum, and MessagePack."""
    body = _encoder.encode(item)
    return LENGTH.pack(len(body)) + _CHECKSUM.pack(crc32(body)) + body


def recalled(data: bytes) -> Remembered | None:
    """What the records amount to, up to the first that was not written whole; None if there is not one."""
    memory: RecoveryLog | None = None
    for item in _records(data):
        if isinstance(item, Remembered):
            memory = RecoveryLog(item)
        elif memory is not None:
            memory.take(item)
    return memory.whole() if memory is not None else None


def _records(data: bytes) -> Iterator[Remembered | RecoveryEntry]:
    begin, head = 0, LENGTH.size + _CHECKSUM.size
    while begin + head <= len(data):
        (length,), (checksum,) = LENGTH.unpack_from(data, begin), _CHECKSUM.unpack_from(data, begin + LENGTH.size)
        body = data[begin + head : begin + head + length]
        if len(body) < length or crc32(body) != checksum:
            return
        try:
            yield _decoder.decode(body)
        except msgspec.DecodeError:  # of another version of the program
            return
        begin += head + length
