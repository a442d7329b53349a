"""The strokes of a performance as columns of numbers, in an order that does not depend on the recorder. Pure."""

from array import array
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from drumcircle_gui.protocol.strokes import Batch
from drumcircle_gui.timing.units import Beats

Int64s = npt.NDArray[np.int64]

CHUNK = 4096


class RecordedStroke(NamedTuple):
    """A stroke by `player` on `beat`; `pad` is a General MIDI percussion key, `velocity` a MIDI velocity."""

    beat: Beats
    player: int
    pad: int
    velocity: int


class StrokeTable:
    """Strokes ordered by beat, then player, pad and velocity, independent of their batches."""

    def __init__(self, beats: Int64s, players: Int64s, sounds: npt.NDArray[np.uint8]) -> None:
        """`sounds` has a row of pad and velocity for each stroke."""
        order = np.lexsort((sounds[:, 1], sounds[:, 0], players, beats))
        self.beats, self.players, self._sounds = beats[order], players[order], sounds[order]

    def __len__(self) -> int:
        return len(self.beats)

    def __iter__(self) -> Iterator[RecordedStroke]:
        return self.select(np.arange(len(self)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, StrokeTable) and all(
            np.array_equal(mine, theirs) for mine, theirs in zip(self._columns, other._columns, strict=True)
        )

    __hash__ = None  # type: ignore[assignment]

    def select(self, rows: npt.NDArray[np.intp]) -> Iterator[RecordedStroke]:
        """The strokes in `rows`, in that order."""
        for begin in range(0, len(rows), CHUNK):
            chunk = rows[begin : begin + CHUNK]
            columns = (self.beats[chunk], self.players[chunk], *self._sounds[chunk].T)
            yield from map(RecordedStroke, *(column.tolist() for column in columns))

    @property
    def _columns(self) -> tuple[npt.NDArray[np.generic], ...]:
        return self.beats, self.players, self._sounds


class StrokeCollector:
    """Collects the strokes of batches."""

    def __init__(self) -> None:
        self._beats, self._players, self._sounds = array("q"), array("q"), bytearray()

    def add(self, batch: Batch) -> None:
        """Append the strokes of `batch`."""
        base = batch.base
        self._beats.extend([base + stroke.offset for stroke in batch.strokes])
        self._players.extend([stroke.player for stroke in batch.strokes])
        for stroke in batch.strokes:
            self._sounds += bytes((stroke.pad, stroke.velocity))

    def strokes(self) -> StrokeTable:
        """All of them, ordered."""
        return StrokeTable(
            np.array(self._beats, np.int64),
            np.array(self._players, np.int64),
            np.frombuffer(bytes(self._sounds), np.uint8).reshape(-1, 2),
        )
