"""Strokes on the server: numbered per player, gathered for a tick, and stored for members who join or resume later.
Pure."""

from bisect import bisect_left, bisect_right
from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

import msgspec

from drumcircle_gui.modes.mode_plan import FREE_PLAY, ModePlan
from drumcircle_gui.protocol.fields import PlayerId
from drumcircle_gui.protocol.message_codec import encode
from drumcircle_gui.protocol.strokes import Batch, SentStroke, Stroke, Strokes
from drumcircle_gui.timing.timeline import Timeline
from drumcircle_gui.timing.units import BEAT, SECOND, Beats, Micros

MiB = 1 << 20

MAX_STROKES_PER_TICK = 1024
MAX_STROKES_PER_MEMBER = 4
"""Maximum number of strokes in a batch: the first value, or the second for each member if that is larger, which is
more than they play in the longest tick. Encoding more at once would delay clock replies; the rest waits for the
next tick."""

MAX_BATCHES = 16_384
MAX_BYTES = 32 * MiB
"""Limits of the history, however long the period."""

_KEPT_BEYOND_PERIOD = Micros(5 * SECOND)
"""How much more than one period is stored at least, for members who resume."""


class StrokeSequence:
    """The numbered strokes of one player, of which the server has received `heard`."""

    __slots__ = ("heard", "missing")

    def __init__(self, heard: int = 0) -> None:
        self.heard = heard
        self.missing = 0

    def new_strokes(self, message: Strokes) -> Sequence[SentStroke]:
        """The strokes in `message` that were not received before. Skipped numbers are counted as `missing`."""
        following = message.first + len(message.strokes)
        if following <= self.heard:
            return ()
        known = self.heard - message.first
        self.heard = following
        if known > 0:
            return message.strokes[known:]
        self.missing -= known
        return message.strokes


PendingRun = tuple[PlayerId, int, Sequence[SentStroke]]
"""A player, the number of the first of some strokes, and these strokes, which are numbered consecutively."""


class PendingStrokes:
    """The strokes to be relayed, in order of arrival. If a batch cannot hold all, players with few strokes have
    priority over those with many. Batches are numbered from 0 without a gap."""

    def __init__(self) -> None:
        self.next_number = 0
        self._runs: deque[PendingRun] = deque()
        self._size = 0

    def __bool__(self) -> bool:
        return bool(self._runs)

    def add(self, player: PlayerId, first: int, strokes: Sequence[SentStroke]) -> None:
        """Add strokes, at least one, which are numbered from `first`."""
        self._runs.append((player, first, strokes))
        self._size += len(strokes)

    def take_batch(self, base: Beats, members: int = 0) -> Batch | None:
        """Remove as many strokes as a batch for `members` holds; return them, with offsets from `base`. None if there
        are none."""
        if not self._runs:
            return None
        self.next_number += 1
        strokes = [
            Stroke(player, sent.beat - base, sent.pad, sent.velocity)
            for player, _, run in self._take(max(MAX_STROKES_PER_TICK, MAX_STROKES_PER_MEMBER * members))
            for sent in run
        ]
        return Batch(self.next_number - 1, base, tuple(strokes))

    def first_numbers(self) -> dict[PlayerId, int]:
        """For each player with pending strokes, the number of the first of them."""
        firsts: dict[PlayerId, int] = {}
        for player, first, _ in self._runs:
            firsts.setdefault(player, first)
        return firsts

    def _take(self, limit: int) -> Iterable[PendingRun]:
        """Remove and return the strokes, except those that exceed their players' shares of `limit`."""
        runs, self._runs = self._runs, deque()
        size, self._size = self._size, 0
        if size <= limit:
            return runs
        wanted: Counter[PlayerId] = Counter()
        for player, _, strokes in runs:
            wanted[player] += len(strokes)
        shares = fair_shares(wanted, limit)
        taken = []
        for player, first, strokes in runs:
            share = shares[player]
            if len(strokes) > share:
                self.add(player, first + share, strokes[share:])
                strokes = strokes[:share]
            shares[player] = share - len(strokes)
            taken.append((player, first, strokes))
        return taken


def fair_shares(wanted: Mapping[PlayerId, int], limit: int) -> dict[PlayerId, int]:
    """How many of its `wanted` strokes each player gets of `limit`. A player that wants less than an even share gets
    all; the others share what is left."""
    shares, left = dict(wanted), limit
    if sum(shares.values()) <= limit:
        return shares
    ranked = sorted(shares, key=lambda player: shares[player])
    for others, player in zip(range(len(ranked), 0, -1), ranked, strict=True):
        shares[player] = min(shares[player], left // others)
        left -= shares[player]
    return shares


class KeptBatch(msgspec.Struct, frozen=True):
    """One batch that was sent. `frame`: the whole frame."""

    number: int
    base: Beats
    frame: bytes


class Replay(NamedTuple):
    """Batches for one member. `first`: the number of the first one; None without any. `size`: the sum of the bytes."""

    first: int | None
    frames: tuple[bytes, ...]
    size: int


class BatchHistory:
    """The latest batches, encoded. A member who joins gets the last period, one who resumes gets those it missed.

    Frames are also kept by themselves, with the bytes of all earlier ones, because at every join, a pass over a
    thousand objects outside the processor's cache takes a tenth of a millisecond.
    """

    def __init__(self) -> None:
        self._kept: deque[KeptBatch] = deque()
        self._frames: deque[bytes] = deque()
        self._begins: deque[int] = deque()
        self._end = 0

    def add(self, batch: Batch) -> KeptBatch:
        """Encode and keep `batch`."""
        kept = KeptBatch(batch.number, batch.base, encode(batch))
        self.keep(kept)
        return kept

    def keep(self, kept: KeptBatch) -> None:
        """Store a batch that is encoded already."""
        self._kept.append(kept)
        self._frames.append(kept.frame)
        self._begins.append(self._end)
        self._end += len(kept.frame)
        while len(self._kept) > MAX_BATCHES or self._end - self._begins[0] > MAX_BYTES:
            self._drop()

    def drop_before(self, beat: Beats) -> None:
        """Drop the batches gathered before `beat`."""
        while self._kept and self._kept[0].base < beat:
            self._drop()

    def after(self, number: int) -> Replay:
        """The batches after the one with this number."""
        return self._from(bisect_right(self._kept, number, key=attrgetter("number")))

    def since(self, beat: Beats) -> Replay:
        """The batches gathered at or after `beat`."""
        return self._from(bisect_left(self._kept, beat, key=attrgetter("base")))

    def all(self) -> list[KeptBatch]:
        return list(self._kept)

    def _from(self, index: int) -> Replay:
        if index == len(self._kept):
            return Replay(None, (), 0)
        frames = tuple(islice(self._frames, index, None))
        return Replay(self._kept[index].number, frames, self._end - self._begins[index])

    def _drop(self) -> None:
        self._kept.popleft()
        self._frames.popleft()
        self._begins.popleft()


def longest_period(timeline: Timeline) -> Beats:
    """The longest period of all segments."""
    return max(segment.meter.period for segment in timeline.segments)


def last_period(timeline: Timeline, now: Micros, modes: ModePlan = FREE_PLAY) -> Beats:
    """The beat from which on strokes may still have to sound at circle time `now`: one period ago, or one period before
    a mode that holds strokes back."""
    beat, period = timeline.beat_at(now), longest_period(timeline)
    held = modes.held_since(Beats(beat - period))
    return Beats((beat if held is None else min(beat, held)) - period)


def kept_since(timeline: Timeline, now: Micros, modes: ModePlan = FREE_PLAY) -> Beats:
    """The beat from which on batches are kept at circle time `now`."""
    beyond = _KEPT_BEYOND_PERIOD * BEAT // timeline.at(now).tempo
    return Beats(last_period(timeline, now, modes) - beyond)
