"""The journal of a performance: what the server published, appended record by record, readable however it was torn.

    file   = magic "DRUMBOOK", version (u16), seconds since 1970 when it was begun (u64), CRC-32 of these (u32); records
    record = length of the payload (u32), CRC-32 of length and payload (u32), payload: MessagePack of a `Record`

All numbers are big-endian. Records are never changed once written; the last one of a journal that was closed in peace
is an `Ended`. Pure: files come opened.
"""

import zlib
from collections.abc import Callable, Iterator, Mapping
from struct import Struct
from typing import Annotated, Any, BinaryIO

import msgspec
from msgspec import Meta

from drumcircle_gui.protocol.fields import MAX_COUNT, Count, Message, Name, Piece, Segments, Time
from drumcircle_gui.protocol.messages import Cue, CueUpdate, Member, MemberLeft, MemberUpdate, TimelineUpdate, Welcome
from drumcircle_gui.protocol.strokes import Batch
from drumcircle_gui.timing.timeline import Timeline
from drumcircle_gui.timing.units import Micros

MAGIC = b"DRUMBOOK"
VERSION = 1
MOST_NAMES = 8
LONGEST = 8 << 20  # bytes of a payload: as long as a frame may be

_TITLE = Struct("!8sHQ")
_CHECK = Struct("!I")
_HEAD = Struct("!II")

HEADER_SIZE = _TITLE.size + _CHECK.size
LONGEST_END = 4096  # bytes within which the last record of a finished journal lies


class NotAJournal(ValueError):
    """The file is something else, or of a later version of this program."""


# --- records ---------------------------------------------------------------------------------------------------------


class Opened(Message, frozen=True, tag=0):
    """How things stand as the writer comes in, or comes back. `me`: the writer's id; 0 is the server itself."""

    circle: Name
    me: Annotated[int, Meta(ge=0, le=2**31)]
    members: tuple[Member, ...]
    timeline: Segments
    cue: Cue

    def __post_init__(self) -> None:
        Timeline(self.timeline)


class Ended(Message, frozen=True, tag=1):
    """The last record, and what all of them hold: `length` from first to last stroke, the first few players' names."""

    length: Time
    strokes: Count
    players: Count
    names: tuple[Name, ...]


Entry = Opened | Batch | TimelineUpdate | CueUpdate | MemberUpdate | MemberLeft | Ended


class JournalRecord(Piece, frozen=True):
    """One `entry`, published at circle time `at`."""

    at: Time
    entry: Entry


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(JournalRecord)


def header(begun: int) -> bytes:
    """What a file begins with; `begun` in seconds since 1970, a label for people."""
    title = _TITLE.pack(MAGIC, VERSION, begun)
    return title + _CHECK.pack(zlib.crc32(title))


def written(record: JournalRecord) -> bytes:
    """`record` as it is appended."""
    payload = _encoder.encode(record)
    return _HEAD.pack(len(payload), _check(len(payload), payload)) + payload


def _check(length: int, payload: bytes) -> int:
    return zlib.crc32(payload, zlib.crc32(_CHECK.pack(length)))


# --- writing ---------------------------------------------------------------------------------------------------------


class JournalTally:
    """What a journal holds, counted record by record."""

    def __init__(self) -> None:
        self.strokes = 0
        self._first: Micros | None = None
        self._last = Micros(0)
        self._names: dict[int, str] = {}

    def add(self, record: JournalRecord) -> None:
        match record.entry:
            case Batch(strokes=strokes):
                self.strokes += len(strokes)
                self._first = record.at if self._first is None else self._first
                self._last = Micros(max(self._last, record.at))
            case Opened(members=members):
                self._meet(*members)
            case MemberUpdate(member):
                self._meet(member)

    def ended(self) -> Ended:
        """The sum of it."""
        length = Micros(self._last - (self._first or 0))
        return Ended(length, self.strokes, len(self._names), tuple(self._names.values())[:MOST_NAMES])

    def _meet(self, *members: Member) -> None:
        self._names |= {member.id: member.name for member in members if member.role == "player"}


class Scribe:
    """Turns what the server says into what is appended. A batch that comes again, after an outage, is written once."""

    def __init__(self) -> None:
        self.tally = JournalTally()
        self._next_batch = 0

    def write(self, message: Message, at: Micros) -> bytes:
        """The record of `message`, published at circle time `at`; nothing if it is not worth one."""
        entry_of = _ENTRIES.get(type(message))
        if entry_of is None or not self._is_new(message):
            return b""
        return self._written(entry_of(message), at)

    def end(self) -> bytes:
        """The last record."""
        ended = self.tally.ended()
        return written(JournalRecord(Micros(ended.length), ended))

    def _is_new(self, message: Message) -> bool:
        if not isinstance(message, Batch):
            return True
        known = message.number < self._next_batch
        self._next_batch = max(self._next_batch, message.number + 1)
        return not known

    def _written(self, entry: Entry, at: Micros) -> bytes:
        record = JournalRecord(Micros(min(max(at, 0), MAX_COUNT)), entry)
        self.tally.add(record)
        return written(record)


def _opened(welcome: Welcome) -> Opened:
    """What of a welcome concerns the performance: neither the chat nor the token, which is a secret."""
    return Opened(welcome.circle, welcome.you, welcome.members, welcome.timeline, welcome.cue)


def _as_it_is(message: Any) -> Any:
    return message


_ENTRIES: Mapping[type[Message], Callable[[Any], Entry]] = {
    Welcome: _opened,
    **dict.fromkeys((Batch, TimelineUpdate, CueUpdate, MemberUpdate, MemberLeft), _as_it_is),
}


# --- reading ---------------------------------------------------------------------------------------------------------


class Reading:
    """The records of an opened file, one at a time, up to the first that is torn or spoilt.

    Known after iterating: `good`, the bytes up to there, and `ended`, None if the journal was cut off.
    """

    def __init__(self, file: BinaryIO) -> None:
        """NotAJournal if `file` does not begin like one."""
        self.begun = begun_of(file.read(HEADER_SIZE))
        self.good = HEADER_SIZE
        self.ended: Ended | None = None
        self._file = file

    def __iter__(self) -> Iterator[JournalRecord]:
        while self.ended is None and (record := self._next()) is not None:
            if isinstance(record.entry, Ended):
                self.ended = record.entry
            else:
                yield record

    def _next(self) -> JournalRecord | None:
        head = self._file.read(_HEAD.size)
        if len(head) < _HEAD.size:
            return None
        length, check = _HEAD.unpack(head)
        if length > LONGEST:
            return None
        payload = self._file.read(length)
        if len(payload) < length or _check(length, payload) != check:
            return None
        record = _decoded(payload)
        self.good += 0 if record is None else _HEAD.size + length
        return record


def begun_of(start: bytes) -> int:
    """When a file that begins with `start` was begun, in seconds since 1970; NotAJournal."""
    if len(start) < HEADER_SIZE or not start.startswith(MAGIC):
        raise NotAJournal("This is not a recording.")
    _, version, begun = _TITLE.unpack_from(start)
    if _CHECK.unpack_from(start, _TITLE.size)[0] != zlib.crc32(start[: _TITLE.size]):
        raise NotAJournal("This recording is damaged at its very beginning.")
    if version > VERSION:
        raise NotAJournal("This recording was made by a later version of Drum Circle.")
    return int(begun)


def ended_of(tail: bytes) -> Ended | None:
    """The last record, if `tail`, the last LONGEST_END bytes of a file (or all of it), closes with one."""
    for begin in range(len(tail) - _HEAD.size - 1, -1, -1):
        length, check = _HEAD.unpack_from(tail, begin)
        payload = tail[begin + _HEAD.size :]
        if length == len(payload) and check == _check(length, payload):
            record = _decoded(payload)
            return record.entry if record is not None and isinstance(record.entry, Ended) else None
    return None


def _decoded(payload: bytes) -> JournalRecord | None:
    try:
        return _decoder.decode(payload)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
