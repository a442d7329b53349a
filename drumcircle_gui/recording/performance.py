"""Builds a performance from the records of a journal. Pure.

Two members of a circle receive the same messages, but in other packets and at other times. Their performances are equal
nevertheless: the same players, the same strokes on the same beats, the same timeline.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any, Literal, TypeVar

from drumcircle_gui.protocol.fields import MAX_COUNT
from drumcircle_gui.protocol.groove_messages import GrooveSpan, GrooveUpdate
from drumcircle_gui.protocol.loop_messages import LoopSpan, LoopUpdate
from drumcircle_gui.protocol.messages import Cue, CueUpdate, Member, MemberLeft, MemberUpdate, TimelineUpdate
from drumcircle_gui.protocol.mode_messages import ModeSpan, ModeUpdate
from drumcircle_gui.protocol.strokes import Batch
from drumcircle_gui.timing.timeline import ROUNDING_BEATS, Segment, Timeline
from drumcircle_gui.timing.units import BEAT, FASTEST_TEMPO, Beats, Micros

from .journal import JournalRecord, JournalStart
from .stroke_table import StrokeCollector, StrokeTable


class PerformanceError(ValueError):
    """The records do not form a performance."""


@dataclass(frozen=True, slots=True)
class PerformancePlayer:
    """A player with at least one stroke. `colour`: index into the palette. `shows_timing`: at the end, the player
    agreed that everybody sees how tightly they play."""

    id: int
    name: str
    colour: int
    shows_timing: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class PerformanceEvent:
    """An event at circle time `at`: a cue, with its word as `text`, or a player that joined or left, with the player's
    name."""

    at: Micros
    kind: Literal["cue", "joined", "left"]
    text: str


@dataclass(frozen=True)
class Performance:
    """`timeline` begins with the segment of the first stroke. `players` are those with strokes, ordered by id.

    Comparisons leave out what differs between recorders: the `events`, the `modes`, `grooves` and `loops` in force,
    the `levels` of the loop (from circle time on, in per cent), when in circle time a recorder `started` and `ended`,
    its player id `me` (0 is the server), and the number of batches it is `missing`.
    """

    circle: str
    timeline: Timeline
    players: tuple[PerformancePlayer, ...]
    strokes: StrokeTable
    events: tuple[PerformanceEvent, ...] = field(default=(), compare=False)
    started: Micros = field(default=Micros(0), compare=False)
    ended: Micros = field(default=Micros(0), compare=False)
    me: int = field(default=0, compare=False)
    missing: int = field(default=0, compare=False)
    modes: tuple[ModeSpan, ...] = field(default=(), compare=False)
    grooves: tuple[GrooveSpan, ...] = field(default=(), compare=False)
    loops: tuple[LoopSpan, ...] = field(default=(), compare=False)
    levels: tuple[tuple[Micros, int], ...] = field(default=(), compare=False)


def build_performance(records: Iterable[JournalRecord]) -> Performance:
    """Build the performance of `records`. PerformanceError if they do not describe a circle."""
    builder = _Builder()
    for record in records:
        builder.add(record)
    return builder.result()


class _Builder:
    """Builds a performance record by record."""

    def __init__(self) -> None:
        self._start: JournalStart | None = None
        self._segments: dict[int, Segment] = {}
        self._modes: dict[int, ModeSpan] = {}
        self._grooves: dict[int, GrooveSpan] = {}
        self._loops: dict[int, LoopSpan] = {}
        self._levels: list[tuple[Micros, int]] = []
        self._known: dict[int, Member] = {}
        self._present: set[int] = set()
        self._strokes = StrokeCollector()
        self._events: list[PerformanceEvent] = []
        self._cue = Cue()
        self._next_batch: int | None = None
        self._missing = 0
        self._first: Micros | None = None
        self._last = Micros(0)

    def add(self, record: JournalRecord) -> None:
        self._first = record.at if self._first is None else self._first
        self._last = Micros(max(self._last, record.at))
        _ADD[type(record.entry)](self, record.entry, record.at)

    def result(self) -> Performance:
        if self._start is None:
            raise PerformanceError("This recording does not name its circle.")
        strokes = self._strokes.strokes()
        timeline = join_segments(self._segments.values())
        if len(strokes):
            if strokes.beats[0] < 0 or strokes.beats[-1] > MAX_COUNT:
                raise PerformanceError("This recording is damaged: it has strokes on beats that no circle reaches.")
            timeline = _from(timeline, Beats(int(strokes.beats[0])))
        return Performance(
            self._start.circle,
            timeline,
            self._players(strokes),
            strokes,
            tuple(self._events),
            self._first or Micros(0),
            self._last,
            self._start.me,
            self._missing,
            tuple(self._modes.values()),
            _in_order(self._grooves),
            _in_order(self._loops),
            tuple(self._levels),
        )

    def _players(self, strokes: StrokeTable) -> tuple[PerformancePlayer, ...]:
        return tuple(self._player(id) for id in sorted(set(strokes.players.tolist())))

    def _player(self, id: int) -> PerformancePlayer:
        member = self._known.get(id)
        return (
            PerformancePlayer(id, member.name, member.colour, member.shows_timing)
            if member
            else PerformancePlayer(id, f"Player {id}", id)
        )

    def _begin(self, start: JournalStart, at: Micros) -> None:
        """Take the state of the circle; after a reconnect, add the events that were missed."""
        rejoined, self._start = self._start is not None, start
        self._keep(start.timeline)
        _replace_from(self._modes, start.modes)
        _replace_from(self._grooves, start.grooves)
        self._set_loops(start.loops, at)
        present = {member.id: member for member in start.members}
        if rejoined:
            for id in sorted(self._present - present.keys()):
                self._leave(MemberLeft(id), at)
            for member in start.members:
                self._member(MemberUpdate(member), at)
            self._set_cue(start.cue, at)
        self._known |= present
        self._present, self._cue = set(present), start.cue

    def _batch(self, batch: Batch, _: Micros) -> None:
        expected = batch.number if self._next_batch is None else self._next_batch
        if batch.number >= expected:
            self._missing += batch.number - expected
            self._next_batch = batch.number + 1
            self._strokes.add(batch)

    def _timeline(self, timeline: TimelineUpdate, _: Micros) -> None:
        self._keep(timeline.segments)

    def _mode(self, update: ModeUpdate, _: Micros) -> None:
        _replace_from(self._modes, update.spans)

    def _groove(self, update: GrooveUpdate, _: Micros) -> None:
        _replace_from(self._grooves, update.spans)

    def _loop(self, update: LoopUpdate, at: Micros) -> None:
        self._set_loops(update.spans, at)

    def _set_loops(self, spans: tuple[LoopSpan, ...], at: Micros) -> None:
        """Set the loops. A change of level applies at once, even to a loop that began earlier."""
        _replace_from(self._loops, spans)
        if spans and spans[-1].loop is not None:
            self._levels.append((at, spans[-1].loop.level))

    def _keep(self, segments: tuple[Segment, ...]) -> None:
        """Add `segments`. They replace decisions later than the first of them, which never took effect."""
        for segment in segments:
            if max(segment.at, segment.beat, segment.epoch) > MAX_COUNT:
                raise PerformanceError("This recording is damaged: no circle lasts as long as it says.")
        first = segments[0].epoch
        self._segments = {epoch: segment for epoch, segment in self._segments.items() if epoch < first}
        self._segments |= {segment.epoch: segment for segment in segments}

    def _cued(self, cued: CueUpdate, at: Micros) -> None:
        self._set_cue(cued.cue, at)

    def _set_cue(self, cue: Cue, at: Micros) -> None:
        if cue != self._cue:
            self._cue = cue
            self._events.append(PerformanceEvent(at, "cue", cue.word))

    def _member(self, message: MemberUpdate, at: Micros) -> None:
        member = message.member
        self._known[member.id] = member
        if member.id not in self._present:
            self._present.add(member.id)
            self._events.append(PerformanceEvent(at, "joined", member.name))

    def _leave(self, message: MemberLeft, at: Micros) -> None:
        if message.id in self._present:
            self._present.remove(message.id)
            self._events.append(PerformanceEvent(at, "left", self._known[message.id].name))


SpanT = TypeVar("SpanT", ModeSpan, GrooveSpan, LoopSpan)


def _in_order(known: dict[int, SpanT]) -> tuple[SpanT, ...]:
    return tuple(sorted(known.values(), key=lambda span: (span.beat, span.epoch)))


def _replace_from(known: dict[int, SpanT], spans: tuple[SpanT, ...]) -> None:
    """Add `spans`. They replace decisions later than the first of them, which never took effect."""
    if spans:
        for epoch in [epoch for epoch in known if epoch >= spans[0].epoch]:
            del known[epoch]
    known.update({span.epoch: span for span in spans})


_ADD: dict[type, Any] = {
    JournalStart: _Builder._begin,
    Batch: _Builder._batch,
    TimelineUpdate: _Builder._timeline,
    CueUpdate: _Builder._cued,
    ModeUpdate: _Builder._mode,
    GrooveUpdate: _Builder._groove,
    LoopUpdate: _Builder._loop,
    MemberUpdate: _Builder._member,
    MemberLeft: _Builder._leave,
}


# --- the timeline ----------------------------------------------------------------------------------------------------


def join_segments(segments: Iterable[Segment]) -> Timeline:
    """The timeline of all segments that were published, ordered by epoch. If some are missing in between, a bridge
    replaces them. PerformanceError if they contradict each other."""
    by_epoch = {segment.epoch: segment for segment in segments}
    known = [by_epoch[epoch] for epoch in sorted(by_epoch)]
    whole = known[:1]
    try:
        for before, after in pairwise(known):
            whole += [*_bridge(before, after), after]
        return Timeline(tuple(whole))
    except ValueError as error:
        raise PerformanceError(f"This recording contradicts itself: {error}.") from None


def _bridge(before: Segment, after: Segment) -> list[Segment]:
    """A segment between two whose epochs are not consecutive. It is stopped, or runs at the fastest tempo, so that the
    second one begins on its beat."""
    ahead = before.beat_at(after.at) - after.beat
    if after.epoch <= before.epoch + 1 or abs(ahead) <= ROUNDING_BEATS:
        return []
    return [_pause(before, after) if ahead > 0 else _rush(before, after, -ahead)]


def _pause(before: Segment, after: Segment) -> Segment:
    at = before.micros_at(after.beat)
    origin = Beats(min(before.origin, after.beat))
    return replace(before, epoch=before.epoch + 1, at=at, beat=after.beat, running=False, origin=origin)


def _rush(before: Segment, after: Segment, behind: int) -> Segment:
    """A segment at the fastest tempo that lasts until `behind` beats are gained."""
    span = behind * FASTEST_TEMPO // BEAT
    if before.running:
        span = behind * FASTEST_TEMPO * before.tempo // (BEAT * max(before.tempo - FASTEST_TEMPO, 1))
    at = Micros(after.at - span)
    return replace(before, epoch=before.epoch + 1, at=at, beat=before.beat_at(at), running=True, tempo=FASTEST_TEMPO)


def _from(timeline: Timeline, beat: Beats) -> Timeline:
    """`timeline` without the segments before the one that contains `beat`."""
    first = timeline.holding(beat)
    return Timeline(timeline.segments[timeline.segments.index(first) :])
