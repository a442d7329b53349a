"""The latest part of a signal, addressed by frames counted from its beginning. Pure."""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from .echo_canceller import Signal


class Tape:
    """Holds the frames that were appended and not forgotten yet."""

    def __init__(self) -> None:
        self._samples: Signal = np.zeros(0, np.float32)
        self._first = 0

    @property
    def end(self) -> int:
        """The number of frames that were appended so far."""
        return self._first + len(self._samples)

    def append(self, samples: Signal) -> None:
        self._samples = np.concatenate([self._samples, samples])

    def forget(self, before: int) -> None:
        """Drop the frames before frame `before`."""
        dropped = min(max(before - self._first, 0), len(self._samples))
        self._samples = self._samples[dropped:]
        self._first += dropped

    def part(self, first: int, last: int) -> Signal:
        """The frames from `first` to just before `last`; those before the beginning of the tape are zero."""
        missing = min(max(self._first - first, 0), last - first)
        held = self._samples[max(first - self._first, 0) : max(last - self._first, 0)]
        return np.concatenate([np.zeros(missing, np.float32), held]) if missing else held

    def windows(self, first: int, count: int, length: int, hop: int) -> Signal:
        """`count` windows of `length` frames, one row each, `hop` frames apart, the first on frame `first`."""
        part = self.part(first, first + (count - 1) * hop + length)
        return sliding_window_view(part, length)[::hop]
