"""The journal: a recording's file format. It contains what the server published, and can be read even if its end is
missing.

file = magic "DRUMBOOK", version (u16), start in seconds since 1970 (u64), CRC-32 of these (u32); records record = a
`CHECKED` frame (see `protocol.framing`) whose body is the MessagePack of a `JournalRecord`

All numbers are big-endian. Records are only ever appended; the last one of a recording that was finished is a
`JournalEnd`. Pure: the caller opens files.
"""

import zlib
from collections.abc import Callable, Iterator, Mapping
from struct import Struct
from typing import Annotated, Any, BinaryIO

import msgspec
from msgspec import Meta

from drumcircle_gui.protocol.fields import MAX_COUNT, Count, Message, Name, Piece, Segments, Time
from drumcircle_gui.protocol.framing import CHECKED, LENGTH, FrameError, read_frame
from drumcircle_gui.protocol.groove_messages import GrooveSpan, GrooveUpdate
from drumcircle_gui.protocol.loop_messages import LoopSpan, LoopUpdate
from drumcircle_gui.protocol.messages import Cue, CueUpdate, Member, MemberLeft, MemberUpdate, TimelineUpdate, Welcome
from drumcircle_gui.protocol.mode_messages import ModeSpan, ModeUpdate
from drumcircle_gui.protocol.strokes import Batch
from drumcircle_gui.timing.timeline import Timeline
from drumcircle_gui.timing.units import Micros

MAGIC = b"DRUMBOOK"
VERSION = 1
MAX_NAMES = 8
"""Maximum number of players' names in a `JournalEnd`."""

MAX_RECORD_SIZE = 8 << 20
"""Bytes of a record's body: as long as a frame of the protocol may be."""

MAX_END_SIZE = 4096
"""The last record of a finished journal lies within this many bytes."""

_TITLE = Struct("!8sHQ")
_CHECKSUM = Struct("!I")

HEADER_SIZE = _TITLE.size + _CHECKSUM.size


class JournalError(ValueError):
    """The file is not a journal, its header is damaged, or a later version of this program wrote it."""


# --- records ---------------------------------------------------------------------------------------------------------


class JournalStart(Message, frozen=True, tag=0):
    """The state of the circle when the recorder joins or rejoins. `me`: the recorder's player id; 0 is the server."""

    circle: Name
    me: Annotated[int, Meta(ge=0, le=2**31)]
    members: tuple[Member, ...]
    timeline: Segments
    cue: Cue
    modes: tuple[ModeSpan, ...] = ()
    grooves: tuple[GrooveSpan, ...] = ()
    loops: tuple[LoopSpan, ...] = ()

    def __post_init__(self) -> None:
        Timeline(self.timeline)


class JournalEnd(Message, frozen=True, tag=1):
    """The last record: a summary. `length` from the first to the last stroke; `names` of some players."""

    length: Time
    strokes: Count
    players: Count
    names: tuple[Name, ...]


JournalEntry = (
    JournalStart
    | Batch
    | TimelineUpdate
    | CueUpdate
    | MemberUpdate
    | MemberLeft
    | ModeUpdate
    | GrooveUpdate
    | LoopUpdate
    | JournalEnd
)


class JournalRecord(Piece, frozen=True):
    """One `entry`, published at circle time `at`."""

    at: Time
    entry: JournalEntry


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(JournalRecord)


def encode_header(started: int) -> bytes:
    """The first bytes of a journal; `started` in seconds since 1970, to label it."""
    title = _TITLE.pack(MAGIC, VERSION, started)
    return title + _CHECKSUM.pack(zlib.crc32(title))


def encode_record(record: JournalRecord) -> bytes:
    """The bytes of `record` in a journal."""
    return CHECKED.encode(_encoder.encode(record))


# --- writing ---------------------------------------------------------------------------------------------------------


class JournalSummary:
    """Sums up the records of a journal."""

    def __init__(self) -> None:
        self.strokes = 0
        self._first: Micros | None = None
        self._last = Micros(0)
        self._names: dict[int, str] = {}
        self._conductors: dict[int, str] = {}
        self._drummed: set[int] = set()

    def add(self, record: JournalRecord) -> None:
        """Count the next record."""
        match record.entry:
            case Batch(strokes=strokes):
                self.strokes += len(strokes)
                self._drummed |= {stroke.player for stroke in strokes}
                self._first = record.at if self._first is None else self._first
                self._last = Micros(max(self._last, record.at))
            case JournalStart(members=members):
                self._add_members(*members)
            case MemberUpdate(member):
                self._add_members(member)

    def end(self) -> JournalEnd:
        """The records so far, summed up."""
        length = Micros(self._last - (self._first or 0))
        names = self._names | {id: name for id, name in self._conductors.items() if id in self._drummed}
        return JournalEnd(length, self.strokes, len(names), tuple(names.values())[:MAX_NAMES])

    def _add_members(self, *members: Member) -> None:
        for member in members:
            (self._names if member.role == "player" else self._conductors)[member.id] = member.name


class JournalEncoder:
    """Encodes the server's messages as records. A batch that is received again after a reconnection is encoded once."""

    def __init__(self) -> None:
        self.summary = JournalSummary()
        self._next_batch = 0

    def encode(self, message: Message, at: Micros) -> bytes:
        """The record of `message`, published at circle time `at`; empty if recordings do not contain such messages."""
        entry_of = _ENTRIES.get(type(message))
        if entry_of is None or not self._is_new(message):
            return b""
        record = JournalRecord(Micros(min(max(at, 0), MAX_COUNT)), entry_of(message))
        self.summary.add(record)
        return encode_record(record)

    def encode_end(self) -> bytes:
        """The last record."""
        end = self.summary.end()
        return encode_record(JournalRecord(end.length, end))

    def _is_new(self, message: Message) -> bool:
        if not isinstance(message, Batch):
            return True
        known = message.number < self._next_batch
        self._next_batch = max(self._next_batch, message.number + 1)
        return not known


def _start(welcome: Welcome) -> JournalStart:
    """The part of `welcome` that belongs to the performance: without the chat, and without the token, which
    is secret."""
    circle = welcome.circle, welcome.you, welcome.members, welcome.timeline, welcome.cue
    return JournalStart(*circle, welcome.modes, welcome.grooves, welcome.loops)


def _unchanged(message: Any) -> Any:
    return message


_ENTRIES: Mapping[type[Message], Callable[[Any], JournalEntry]] = {
    Welcome: _start,
    **dict.fromkeys((Batch, TimelineUpdate, CueUpdate, MemberUpdate, MemberLeft), _unchanged),
    **dict.fromkeys((ModeUpdate, GrooveUpdate, LoopUpdate), _unchanged),
}

RECORDED_TYPES = frozenset(_ENTRIES)
"""The types of the messages that recordings contain."""


# --- reading ---------------------------------------------------------------------------------------------------------


class JournalReader:
    """Iterates over the records of an opened journal, up to the first one that is incomplete or damaged.

    After the iteration, `size` is the number of intact bytes, and `end` the last record, or None if it is missing.
    """

    def __init__(self, file: BinaryIO) -> None:
        """JournalError if `file` does not begin with a journal's header."""
        self.started = decode_header(file.read(HEADER_SIZE))
        self.size = HEADER_SIZE
        self.end: JournalEnd | None = None
        self._file = file

    def __iter__(self) -> Iterator[JournalRecord]:
        while self.end is None and (record := self._next()) is not None:
            if isinstance(record.entry, JournalEnd):
                self.end = record.entry
            else:
                yield record

    def _next(self) -> JournalRecord | None:
        try:
            body = read_frame(self._file, MAX_RECORD_SIZE, CHECKED)
        except FrameError:
            return None
        record = None if body is None else _decode(body)
        if body is not None and record is not None:
            self.size += CHECKED.header_size + len(body)
        return record


def decode_header(data: bytes) -> int:
    """The start, in seconds since 1970, of the journal that begins with `data`. JournalError if none does."""
    if len(data) < HEADER_SIZE or not data.startswith(MAGIC):
        raise JournalError("This is not a recording.")
    _, version, started = _TITLE.unpack_from(data)
    if _CHECKSUM.unpack_from(data, _TITLE.size)[0] != zlib.crc32(data[: _TITLE.size]):
        raise JournalError("The beginning of this recording is damaged.")
    if version > VERSION:
        raise JournalError("This recording was made by a later version of Drum Circle.")
    return int(started)


def decode_end(tail: bytes) -> JournalEnd | None:
    """The last record, if `tail`, the last MAX_END_SIZE bytes of a journal or all of it, ends with one."""
    for begin in range(len(tail) - CHECKED.header_size - 1, -1, -1):
        if LENGTH.unpack_from(tail, begin)[0] == len(tail) - begin - CHECKED.header_size:
            try:
                record = _decode(CHECKED.decode(tail[begin:]))
            except FrameError:
                continue
            return record.entry if record is not None and isinstance(record.entry, JournalEnd) else None
    return None


def _decode(body: bytes) -> JournalRecord | None:
    try:
        return _decoder.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
