"""Powers of a signal in frequency bands of equal musical width. Pure."""

import numpy as np
import numpy.typing as npt

from .echo_canceller import Signal

Bands = npt.NDArray[np.float32]
"""Powers: one row for each moment, one column for each band."""

LOWEST_HZ, HIGHEST_HZ = 60.0, 16_000.0


class BandFilter:
    """`count` bands from LOWEST_HZ to HIGHEST_HZ of windows of `length` frames at `rate` Hz. The window is Hann's."""

    def __init__(self, rate: int, length: int, count: int) -> None:
        self.length = length
        self._window = np.hanning(length + 2)[1:-1].astype(np.float32)
        self._window /= np.sqrt(np.sum(self._window**2) * length / 2)
        self._weights = _weights(rate, length, count)

    def powers(self, windows: Signal) -> Bands:
        """The mean power of each row of `windows` in each band."""
        spectra = np.fft.rfft(windows * self._window)
        powers: Bands = ((spectra.real**2 + spectra.imag**2) @ self._weights).astype(np.float32)
        return powers


def _weights(rate: int, length: int, count: int) -> Bands:
    """Bins x bands. A bin on the border of two bands counts in both, by its share; low bands narrower than a bin get a
    part of it."""
    edges = np.geomspace(LOWEST_HZ, min(HIGHEST_HZ, 0.45 * rate), count + 1) * length / rate
    bins = np.arange(length // 2 + 1)[:, None]
    overlap = np.minimum(bins + 0.5, edges[1:]) - np.maximum(bins - 0.5, edges[:-1])
    weights: Bands = np.clip(overlap, 0, 1).astype(np.float32)
    return weights
