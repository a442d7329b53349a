"""A ring buffer of the latest rendered seconds, addressed by the time at which they leave the device. Pure.

The renderer's thread appends; another thread may read. The ring is much longer than what is read, so a reader never
reaches the part that is being written.
"""

import numpy as np
import numpy.typing as npt

from drumcircle_gui.timing.units import SECOND

from .dac_clock import DacClock
from .mixer import Samples

LENGTH = 2**18
"""Number of frames in the ring: 5.5 s at 48 kHz."""


class PlayedSound:
    """Two channels of rendered sound."""

    def __init__(self) -> None:
        self._ring: Samples = np.zeros((LENGTH, 2), np.float32)
        self._clock: DacClock | None = None
        self._end = 0

    def begin(self, clock: DacClock) -> None:
        """Count frames from 0 again from now on; they leave the device by `clock`."""
        self._end = 0
        self._ring[:] = 0
        self._clock = clock

    def append(self, samples: Samples) -> None:
        """Append the next frames (frames x 2)."""
        first, end = self._end % LENGTH, self._end + len(samples)
        if first + len(samples) <= LENGTH:
            self._ring[first : first + len(samples)] = samples
        else:
            fits = LENGTH - first
            self._ring[first:] = samples[:fits]
            self._ring[: len(samples) - fits] = samples[fits:]
        self._end = end

    def at(self, local: float, count: int, rate: float) -> Samples:
        """`count` frames at `rate` Hz of what leaves the device from local time `local` on, interpolated. Zero where
        nothing was rendered, or it is not kept."""
        if self._clock is None or not self._end:
            return np.zeros((count, 2), np.float32)
        first, last = (self._clock.position(moment) for moment in (local, local + count / rate * SECOND))
        where = np.linspace(first, last, count, endpoint=False)
        whole = np.floor(where).astype(np.int64)
        known = (whole >= max(self._end - LENGTH // 2, 0)) & (whole + 1 < self._end)
        return _interpolated(self._ring, whole, (where - whole).astype(np.float32)) * known[:, None]


def _interpolated(ring: Samples, whole: npt.NDArray[np.int64], share: npt.NDArray[np.float32]) -> Samples:
    """Cubic (Hermite) interpolation between the four frames around each position."""
    a, b, c, d = (ring[(whole + step) % LENGTH] for step in (-1, 0, 1, 2))
    x = share[:, None]
    first, second, third = 0.5 * (c - a), a - 2.5 * b + 2 * c - 0.5 * d, 0.5 * (d - a) + 1.5 * (b - c)
    interpolated: Samples = ((third * x + second) * x + first) * x + b
    return interpolated
