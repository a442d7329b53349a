"""The strokes of a performance: millions of them in little room, in an order that all who were there agree on. Pure."""

from array import array
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from drumcircle_gui.protocol.strokes import Batch
from drumcircle_gui.timing.units import Beats

Beat64 = npt.NDArray[np.int64]

CHUNK = 4096


class RecordedStroke(NamedTuple):
    """Struck by `player` on `beat`; General MIDI percussion key, MIDI velocity."""

    beat: Beats
    player: int
    pad: int
    velocity: int


class StrokeTable:
    """Ordered by beat, then player, pad, velocity: whatever batches they travelled in."""

    def __init__(self, beats: Beat64, players: npt.NDArray[np.int32], sounds: npt.NDArray[np.uint8]) -> None:
        """`sounds`: a row of pad and velocity for each stroke."""
        order = np.lexsort((sounds[:, 1], sounds[:, 0], players, beats))
        self.beats, self.players, self._sounds = beats[order], players[order], sounds[order]

    def __len__(self) -> int:
        return len(self.beats)

    def __iter__(self) -> Iterator[RecordedStroke]:
        return self.taken(np.arange(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, StrokeTable) and all(
            np.array_equal(mine, theirs) for mine, theirs in zip(self._columns, other._columns, strict=True)
        )

    __hash__ = None  # type: ignore[assignment]

    def taken(self, order: npt.NDArray[np.intp]) -> Iterator[RecordedStroke]:
        """Those at the places `order`, in that order."""
        for begin in range(0, len(order), CHUNK):
            places = order[begin : begin + CHUNK]
            columns = (self.beats[places], self.players[places], *self._sounds[places].T)
            yield from map(RecordedStroke, *(column.tolist() for column in columns))

    @property
    def _columns(self) -> tuple[npt.NDArray[np.generic], ...]:
        return self.beats, self.players, self._sounds


class StrokeCollector:
    """Strokes as they are read, batch by batch."""

    def __init__(self) -> None:
        self._beats, self._players, self._sounds = array("q"), array("i"), bytearray()

    def add(self, batch: Batch) -> None:
        base = batch.base
        self._beats.extend([base + stroke.offset for stroke in batch.strokes])
        self._players.extend([stroke.player for stroke in batch.strokes])
        for stroke in batch.strokes:
            self._sounds += bytes((stroke.pad, stroke.velocity))

    def strokes(self) -> StrokeTable:
        return StrokeTable(
            np.array(self._beats, np.int64),
            np.array(self._players, np.int32),
            np.frombuffer(bytes(self._sounds), np.uint8).reshape(-1, 2),
        )
