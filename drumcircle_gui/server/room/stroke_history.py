"""Strokes on the server: numbered per player, gathered for a tick, and kept for members who join or resume later."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from drumcircle_gui.protocol.fields import PlayerId
from drumcircle_gui.protocol.message_codec import encode
from drumcircle_gui.protocol.strokes import MAX_BATCH_STROKES, Batch, SentStroke, Stroke, Strokes
from drumcircle_gui.timing.timeline import Timeline
from drumcircle_gui.timing.units import BEAT, SECOND, Beats, Micros

MiB = 1 << 20

MAX_BATCHES = 16_384
MAX_BYTES = 32 * MiB
"""Bounds of the history, however long the period."""

_KEPT_BEYOND_PERIOD = Micros(5 * SECOND)
"""How much more than one period is kept, for members who resume."""


class StrokeSequence:
    """The numbered strokes of one player, of which the server has received `heard`."""

    def __init__(self, heard: int = 0) -> None:
        self.heard = heard
        self.missing = 0

    def new_strokes(self, message: Strokes) -> Sequence[SentStroke]:
        """The strokes in `message` that were not received before. Numbers left out are counted as `missing`."""
        following = message.first + len(message.strokes)
        if following <= self.heard:
            return ()
        known = self.heard - message.first
        self.heard = following
        if known > 0:
            return message.strokes[known:]
        self.missing -= known
        return message.strokes


class PendingStrokes:
    """The strokes gathered since the last tick. Batches are numbered from 0 without a gap."""

    def __init__(self) -> None:
        self.next_number = 0
        self._strokes: list[tuple[PlayerId, SentStroke]] = []

    def add(self, player: PlayerId, strokes: Iterable[SentStroke]) -> None:
        self._strokes += [(player, stroke) for stroke in strokes]

    def take_batches(self, base: Beats) -> Iterator[Batch]:
        """Empty it into batches with offsets from `base`: none, one, or several of at most MAX_BATCH_STROKES."""
        strokes, self._strokes = self._strokes, []
        for begin in range(0, len(strokes), MAX_BATCH_STROKES):
            part = strokes[begin : begin + MAX_BATCH_STROKES]
            yield Batch(
                self.next_number,
                base,
                tuple([Stroke(player, sent.beat - base, sent.pad, sent.velocity) for player, sent in part]),
            )
            self.next_number += 1


class KeptBatch(msgspec.Struct, frozen=True):
    """One batch as it was sent: `frame` is the whole frame."""

    number: int
    base: Beats
    frame: bytes


class BatchHistory:
    """The latest batches, encoded: a member who joins gets the last period, one who resumes gets what it missed."""

    def __init__(self) -> None:
        self._kept: deque[KeptBatch] = deque()
        self._bytes = 0

    def add(self, batch: Batch) -> KeptBatch:
        """Encode and keep `batch`."""
        kept = KeptBatch(batch.number, batch.base, encode(batch))
        self.keep(kept)
        return kept

    def keep(self, kept: KeptBatch) -> None:
        """Keep a batch that is encoded already."""
        self._kept.append(kept)
        self._bytes += len(kept.frame)
        while len(self._kept) > MAX_BATCHES or self._bytes > MAX_BYTES:
            self._drop()

    def drop_before(self, beat: Beats) -> None:
        """Drop the batches gathered before `beat`."""
        while self._kept and self._kept[0].base < beat:
            self._drop()

    def after(self, number: int) -> list[KeptBatch]:
        """The batches after the one of that number."""
        return [kept for kept in self._kept if kept.number > number]

    def since(self, beat: Beats) -> list[KeptBatch]:
        """The batches gathered at or after `beat`."""
        return [kept for kept in self._kept if kept.base >= beat]

    def all(self) -> list[KeptBatch]:
        return list(self._kept)

    def _drop(self) -> None:
        self._bytes -= len(self._kept.popleft().frame)


def longest_period(timeline: Timeline) -> Beats:
    """The longest period of all segments."""
    return max(segment.meter.period for segment in timeline.segments)


def kept_since(timeline: Timeline, now: Micros) -> Beats:
    """The beat from which on batches are kept at circle time `now`."""
    beyond = _KEPT_BEYOND_PERIOD * BEAT // timeline.at(now).tempo
    return Beats(timeline.beat_at(now) - longest_period(timeline) - beyond)
