"""What a journal's records amount to: one frozen value. Pure.

Two members of a circle were told the same things, if not in the same packets and not at the same moments. What they
make of it here is the same: who played, on what beats, and how these lie in time.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any, Literal

from drumcircle_gui.protocol.messages import Cue, CueUpdate, Member, MemberLeft, MemberUpdate, TimelineUpdate
from drumcircle_gui.protocol.strokes import Batch
from drumcircle_gui.timing.timeline import ROUNDING_BEATS, Segment, Timeline
from drumcircle_gui.timing.units import BEAT, FASTEST_TEMPO, Beats, Micros

from .journal import JournalRecord, Opened
from .stroke_table import StrokeCollector, StrokeTable


class Unusable(ValueError):
    """The records make no performance."""


@dataclass(frozen=True, slots=True)
class PerformancePlayer:
    """Somebody who struck. `colour` counts through the palette."""

    id: int
    name: str
    colour: int


@dataclass(frozen=True, slots=True)
class Happening:
    """At circle time `at` a cue was given, or somebody came or went; `text` is the cue's word or the name."""

    at: Micros
    what: Literal["cue", "joined", "left"]
    text: str


@dataclass(frozen=True)
class Performance:
    """`timeline` begins with the segment of the first stroke. `players` are those who struck, by id.

    What each recorder knows in their own way is not compared: when in circle time they `begun` and `ended`, who they
    were (`me`; 0: the server), what happened around the music, and how many batches they are `missing`.
    """

    circle: str
    timeline: Timeline
    players: tuple[PerformancePlayer, ...]
    strokes: StrokeTable
    happenings: tuple[Happening, ...] = field(default=(), compare=False)
    begun: Micros = field(default=Micros(0), compare=False)
    ended: Micros = field(default=Micros(0), compare=False)
    me: int = field(default=0, compare=False)
    missing: int = field(default=0, compare=False)


def performance(records: Iterable[JournalRecord]) -> Performance:
    """All of `records` together; Unusable if they do not say what circle it was."""
    fold = _Fold()
    for record in records:
        fold.add(record)
    return fold.performance()


class _Fold:
    """The records so far."""

    def __init__(self) -> None:
        self._opened: Opened | None = None
        self._segments: dict[int, Segment] = {}
        self._met: dict[int, Member] = {}
        self._here: set[int] = set()
        self._gathered = StrokeCollector()
        self._happenings: list[Happening] = []
        self._cue = Cue()
        self._next_batch: int | None = None
        self._missing = 0
        self._first: Micros | None = None
        self._last = Micros(0)

    def add(self, record: JournalRecord) -> None:
        self._first = record.at if self._first is None else self._first
        self._last = Micros(max(self._last, record.at))
        _ADD[type(record.entry)](self, record.entry, record.at)

    def performance(self) -> Performance:
        if self._opened is None:
            raise Unusable("This recording does not say what circle it is of.")
        strokes = self._gathered.strokes()
        timeline = joined(self._segments.values())
        if len(strokes):
            timeline = _from(timeline, Beats(int(strokes.beats[0])))
        return Performance(
            self._opened.circle,
            timeline,
            self._players(strokes),
            strokes,
            tuple(self._happenings),
            self._first or Micros(0),
            self._last,
            self._opened.me,
            self._missing,
        )

    def _players(self, strokes: StrokeTable) -> tuple[PerformancePlayer, ...]:
        return tuple(self._player(id) for id in sorted(set(strokes.players.tolist())))

    def _player(self, id: int) -> PerformancePlayer:
        member = self._met.get(id)
        return (
            PerformancePlayer(id, member.name, member.colour) if member else PerformancePlayer(id, f"Player {id}", id)
        )

    def _open(self, opened: Opened, at: Micros) -> None:
        """The first time all is as it is; later, what changed meanwhile is made up for."""
        came_back, self._opened = self._opened is not None, opened
        self._keep(opened.timeline)
        here = {member.id: member for member in opened.members}
        if came_back:
            for id in sorted(self._here - here.keys()):
                self._leave(MemberLeft(id), at)
            for member in opened.members:
                self._member(MemberUpdate(member), at)
            self._give(opened.cue, at)
        self._met |= here
        self._here, self._cue = set(here), opened.cue

    def _batch(self, batch: Batch, _: Micros) -> None:
        expected = batch.number if self._next_batch is None else self._next_batch
        if batch.number >= expected:
            self._missing += batch.number - expected
            self._next_batch = batch.number + 1
            self._gathered.add(batch)

    def _timeline(self, timeline: TimelineUpdate, _: Micros) -> None:
        self._keep(timeline.segments)

    def _keep(self, segments: Iterable[Segment]) -> None:
        self._segments |= {segment.epoch: segment for segment in segments}

    def _cued(self, cued: CueUpdate, at: Micros) -> None:
        self._give(cued.cue, at)

    def _give(self, cue: Cue, at: Micros) -> None:
        if cue != self._cue:
            self._cue = cue
            self._happenings.append(Happening(at, "cue", cue.word))

    def _member(self, message: MemberUpdate, at: Micros) -> None:
        member = message.member
        self._met[member.id] = member
        if member.id not in self._here:
            self._here.add(member.id)
            self._happenings.append(Happening(at, "joined", member.name))

    def _leave(self, message: MemberLeft, at: Micros) -> None:
        if message.id in self._here:
            self._here.remove(message.id)
            self._happenings.append(Happening(at, "left", self._met[message.id].name))


_ADD: dict[type, Any] = {
    Opened: _Fold._open,
    Batch: _Fold._batch,
    TimelineUpdate: _Fold._timeline,
    CueUpdate: _Fold._cued,
    MemberUpdate: _Fold._member,
    MemberLeft: _Fold._leave,
}


# --- the timeline ----------------------------------------------------------------------------------------------------


def joined(segments: Iterable[Segment]) -> Timeline:
    """The timeline of all segments that were ever heard of, by epoch. Where some in between were not, a bridge stands
    for them; Unusable if they contradict each other."""
    by_epoch = {segment.epoch: segment for segment in segments}
    known = [by_epoch[epoch] for epoch in sorted(by_epoch)]
    whole = known[:1]
    try:
        for before, after in pairwise(known):
            whole += [*_bridge(before, after), after]
        return Timeline(tuple(whole))
    except ValueError as error:
        raise Unusable(f"This recording contradicts itself: {error}.") from None


def _bridge(before: Segment, after: Segment) -> list[Segment]:
    """What may have been between two segments, if decisions in between were missed: the first goes on until it must
    stand still, or hurry as much as one can, to end where the second begins."""
    ahead = before.beat_at(after.at) - after.beat
    if after.epoch <= before.epoch + 1 or abs(ahead) <= ROUNDING_BEATS:
        return []
    return [_standing(before, after) if ahead > 0 else _hurrying(before, after, -ahead)]


def _standing(before: Segment, after: Segment) -> Segment:
    at = before.micros_at(after.beat)
    origin = Beats(min(before.origin, after.beat))
    return replace(before, epoch=before.epoch + 1, at=at, beat=after.beat, running=False, origin=origin)


def _hurrying(before: Segment, after: Segment, behind: int) -> Segment:
    """For as long as it takes to make up for `behind` beats at the fastest tempo instead of the tempo before."""
    span = behind * FASTEST_TEMPO // BEAT
    if before.running:
        span = behind * FASTEST_TEMPO * before.tempo // (BEAT * max(before.tempo - FASTEST_TEMPO, 1))
    at = Micros(after.at - span)
    return replace(before, epoch=before.epoch + 1, at=at, beat=before.beat_at(at), running=True, tempo=FASTEST_TEMPO)


def _from(timeline: Timeline, beat: Beats) -> Timeline:
    """Without what was over before `beat`."""
    holding = timeline.holding(beat)
    return Timeline(timeline.segments[timeline.segments.index(holding) :])
