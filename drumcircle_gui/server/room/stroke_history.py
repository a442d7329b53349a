"""Strokes between a player's hands and everybody's ears: heard once, gathered for a tick, kept for who comes later."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from drumcircle_gui.protocol.fields import PlayerId
from drumcircle_gui.protocol.message_codec import encode
from drumcircle_gui.protocol.strokes import MAX_BATCH_STROKES, Batch, SentStroke, Stroke, Strokes
from drumcircle_gui.timing.timeline import Timeline
from drumcircle_gui.timing.units import BEAT, SECOND, Beats, Micros

from .token_bucket import TokenBucket

MiB = 1 << 20

# Nobody drums faster for long; the burst is what a player held back during an outage.
MOST_PER_SECOND = 200
MOST_AT_ONCE = 2_000

# The history's bounds, whatever the period.
MOST_BATCHES = 16_384
MOST_BYTES = 32 * MiB

# How much more than a period of the past is kept, for those who lost the connection.
_KEPT_LONGER = Micros(5 * SECOND)


class StrokeSequence:
    """What is known of one player's strokes, of which `heard` were heard before."""

    def __init__(self, heard: int = 0) -> None:
        self.heard = heard
        self.missing = 0
        self._allowance = TokenBucket(MOST_PER_SECOND, MOST_AT_ONCE)

    def fresh(self, strokes: Strokes) -> Sequence[SentStroke]:
        """Those of `strokes` that were not heard before. Numbers left out in between are counted as `missing`."""
        following = strokes.first + len(strokes.strokes)
        if following <= self.heard:
            return ()
        known = self.heard - strokes.first
        self.heard = following
        if known > 0:
            return strokes.strokes[known:]
        self.missing -= known
        return strokes.strokes

    def granted(self, hits: Sequence[SentStroke], now: Micros) -> Sequence[SentStroke]:
        """As many of `hits` as one may strike."""
        number = self._allowance.take(len(hits), now)
        return hits if number == len(hits) else hits[:number]


class Gathering:
    """The strokes of one tick. Batches are numbered from 0 without a gap."""

    def __init__(self) -> None:
        self.number = 0
        self.strokes = 0
        self._struck: list[tuple[PlayerId, SentStroke]] = []

    def add(self, player: PlayerId, hits: Iterable[SentStroke]) -> None:
        self._struck += [(player, hit) for hit in hits]

    def batches(self, base: Beats) -> Iterator[Batch]:
        """What was gathered, with offsets from `base`: nothing, one batch, or several if one cannot hold it."""
        struck, self._struck = self._struck, []
        for begin in range(0, len(struck), MAX_BATCH_STROKES):
            part = struck[begin : begin + MAX_BATCH_STROKES]
            yield Batch(
                self.number,
                base,
                tuple([Stroke(player, hit.beat - base, hit.pad, hit.velocity) for player, hit in part]),
            )
            self.number += 1
            self.strokes += len(part)


class KeptBatch(msgspec.Struct, frozen=True):
    """One batch as it was sent."""

    number: int
    base: Beats
    frame: bytes


class BatchHistory:
    """The latest batches, encoded: a late joiner hears the last period at once, a resuming one what it missed."""

    def __init__(self) -> None:
        self._kept: deque[KeptBatch] = deque()
        self._bytes = 0

    def add(self, batch: Batch) -> KeptBatch:
        """Keep `batch`; as it is to be sent."""
        kept = KeptBatch(batch.number, batch.base, encode(batch))
        self.keep(kept)
        return kept

    def keep(self, kept: KeptBatch) -> None:
        """The same, of a batch that is encoded already."""
        self._kept.append(kept)
        self._bytes += len(kept.frame)
        while len(self._kept) > MOST_BATCHES or self._bytes > MOST_BYTES:
            self._drop()

    def forget(self, before: Beats) -> None:
        """Drop what was gathered before a beat."""
        while self._kept and self._kept[0].base < before:
            self._drop()

    def after(self, number: int) -> list[KeptBatch]:
        """Those that come after the batch `number`."""
        return [kept for kept in self._kept if kept.number > number]

    def whole(self) -> list[KeptBatch]:
        """All of them."""
        return list(self._kept)

    def since(self, beat: Beats) -> list[KeptBatch]:
        """Those gathered at or after `beat`."""
        return [kept for kept in self._kept if kept.base >= beat]

    def _drop(self) -> None:
        self._bytes -= len(self._kept.popleft().frame)


def longest_period(timeline: Timeline) -> Beats:
    """The longest of the periods that still matter."""
    return max(segment.meter.period for segment in timeline.segments)


def kept_since(timeline: Timeline, now: Micros) -> Beats:
    """The beat since which strokes are kept at circle time `now`."""
    longer = _KEPT_LONGER * BEAT // timeline.at(now).tempo
    return Beats(timeline.beat_at(now) - longest_period(timeline) - longer)
