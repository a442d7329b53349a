"""The recovery log, from which a killed server restores the same circle. Pure.

A log is a sequence of records: first a `SavedCircle`, then a `RecoveryEntry` for each tick in which something changed.
Entries are made from the room's effects, so the log contains everything that members have been sent.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

import msgspec

from drumcircle_gui.modes.mode_plan import ModePlan
from drumcircle_gui.protocol.fields import Message, PlayerId
from drumcircle_gui.protocol.framing import BODY_CHECKED, FrameError, read_frame
from drumcircle_gui.protocol.groove_messages import GrooveSpan, GrooveUpdate
from drumcircle_gui.protocol.loop_messages import LoopSpan, LoopUpdate
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
from drumcircle_gui.protocol.mode_messages import ModeSpan, ModeUpdate
from drumcircle_gui.timing.timeline import Segment, Timeline
from drumcircle_gui.timing.units import SECOND, Micros

from .chat_history import ChatHistory
from .stroke_history import BatchHistory, KeptBatch, kept_since

FORMAT_VERSION = 1

MAX_RECORD_SIZE = 256 << 20
"""Maximum size of a record in bytes: more than the largest possible circle needs."""


class SavedMember(msgspec.Struct, frozen=True, array_like=True):
    """A member, its token, and the number of its strokes that were received."""

    member: Member
    token: str
    heard: int = 0


class SavedCircle(msgspec.Struct, frozen=True, array_like=True, tag=FORMAT_VERSION):
    """The state of a circle at circle time `at`.

    `began`: this machine's local time at circle time 0. `wall`: wall-clock time at `at`, in micros. `boot`: the
    machine's boot to which local times refer; "" if it is not known.
    """

    name: str
    began: Micros
    at: Micros
    wall: Micros
    timeline: tuple[Segment, ...]
    members: tuple[SavedMember, ...] = ()
    last_id: int = 0
    cue: Cue = Cue()
    chat: tuple[ChatEntry, ...] = ()
    next_line: int = 0
    batches: tuple[KeptBatch, ...] = ()
    next_batch: int = 0
    boot: str = ""
    modes: tuple[ModeSpan, ...] = ()
    grooves: tuple[GrooveSpan, ...] = ()
    loops: tuple[LoopSpan, ...] = ()


RecordedMessage = (
    MemberUpdate | MemberLeft | TimelineUpdate | CueUpdate | ChatUpdate | ModeUpdate | GrooveUpdate | LoopUpdate
)


class RecoveryEntry(msgspec.Struct, frozen=True, array_like=True, tag=0):
    """The changes until circle time `at`: `tokens` of new members, strokes `heard` of each player so far."""

    at: Micros
    wall: Micros
    messages: tuple[RecordedMessage, ...] = ()
    batches: tuple[KeptBatch, ...] = ()
    tokens: dict[PlayerId, str] = {}
    heard: dict[PlayerId, int] = {}
    next_line: int = 0


@dataclass(slots=True)
class _MemberState:
    member: Member
    token: str = ""
    heard: int = 0


class RecoveryLog:
    """The circle that results from the records."""

    def __init__(self, saved: SavedCircle) -> None:
        self._saved = msgspec.structs.replace(saved, members=(), chat=(), batches=())
        self._timeline, self._modes = Timeline(saved.timeline), ModePlan(saved.modes)
        self._at, self._wall, self._drop_at = saved.at, saved.wall, saved.at
        self._next_batch, self._next_line = saved.next_batch, saved.next_line
        self._members = {each.member.id: _MemberState(each.member, each.token, each.heard) for each in saved.members}
        self._batches, self._chat = BatchHistory(), ChatHistory()
        for kept in saved.batches:
            self._batches.keep(kept)
        for entry in saved.chat:
            self._chat.add(entry)

    def apply(self, entry: RecoveryEntry) -> None:
        """Apply an entry to the circle."""
        for message in entry.messages:
            _APPLY[type(message)](self, message)
        for id, token in entry.tokens.items():
            if (state := self._members.get(id)) is not None:
                state.token = token
        for id, heard in entry.heard.items():
            if (state := self._members.get(id)) is not None:
                state.heard = heard
        for kept in entry.batches:
            self._batches.keep(kept)
            self._next_batch = kept.number + 1
        self._at, self._wall, self._next_line = entry.at, entry.wall, max(self._next_line, entry.next_line)
        if self._at >= self._drop_at:
            self._drop_batches()

    def snapshot(self) -> SavedCircle:
        """The state of the circle, as the first record of a new log."""
        self._drop_batches()
        return msgspec.structs.replace(
            self._saved,
            at=self._at,
            wall=self._wall,
            next_line=self._next_line,
            next_batch=self._next_batch,
            timeline=self._timeline.segments,
            members=tuple(SavedMember(state.member, state.token, state.heard) for state in self._members.values()),
            chat=self._chat.readable(conducts=True),
            batches=tuple(self._batches.all()),
            modes=self._modes.spans,
        )

    def _drop_batches(self) -> None:
        """Drop the batches that a circle does not keep. Too costly to do for each entry."""
        self._drop_at = Micros(self._at + SECOND)
        self._batches.drop_before(kept_since(self._timeline, self._at, self._modes))

    def _update_member(self, message: MemberUpdate) -> None:
        member = message.member
        self._members.setdefault(member.id, _MemberState(member)).member = member
        self._set(last_id=max(self._saved.last_id, member.id))

    def _remove_member(self, message: MemberLeft) -> None:
        self._members.pop(message.id, None)

    def _update_timeline(self, message: TimelineUpdate) -> None:
        self._timeline = Timeline(message.segments)

    def _update_cue(self, message: CueUpdate) -> None:
        self._set(cue=message.cue)

    def _update_modes(self, message: ModeUpdate) -> None:
        self._modes = ModePlan(message.spans)

    def _update_grooves(self, message: GrooveUpdate) -> None:
        self._set(grooves=message.spans)

    def _update_loops(self, message: LoopUpdate) -> None:
        self._set(loops=message.spans)

    def _add_chat(self, message: ChatUpdate) -> None:
        self._chat.add(message.line)

    def _set(self, **changes: Any) -> None:
        self._saved = msgspec.structs.replace(self._saved, **changes)


_APPLY: dict[type[Message], Callable[[RecoveryLog, Any], None]] = {
    MemberUpdate: RecoveryLog._update_member,
    MemberLeft: RecoveryLog._remove_member,
    TimelineUpdate: RecoveryLog._update_timeline,
    CueUpdate: RecoveryLog._update_cue,
    ChatUpdate: RecoveryLog._add_chat,
    ModeUpdate: RecoveryLog._update_modes,
    GrooveUpdate: RecoveryLog._update_grooves,
    LoopUpdate: RecoveryLog._update_loops,
}


# --- as bytes --------------------------------------------------------------------------------------------------------

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(SavedCircle | RecoveryEntry)


def encode_record(item: SavedCircle | RecoveryEntry) -> bytes:
    """One record: MessagePack in a frame with a checksum."""
    return BODY_CHECKED.encode(_encoder.encode(item))


def read_log(file: BinaryIO) -> SavedCircle | None:
    """The circle that results from the records in `file`, up to the first that is incomplete or damaged; None without
    any.

    ValueError if the records contradict each other.
    """
    log: RecoveryLog | None = None
    for item in _records(file):
        if isinstance(item, SavedCircle):
            log = RecoveryLog(item)
        elif log is not None:
            log.apply(item)
    return log.snapshot() if log is not None else None


def _records(file: BinaryIO) -> Iterator[SavedCircle | RecoveryEntry]:
    try:
        while (body := read_frame(file, MAX_RECORD_SIZE, BODY_CHECKED)) is not None:
            yield _decoder.decode(body)
    except (FrameError, msgspec.DecodeError, RecursionError):  # cut off by the kill; or of another version
        return
