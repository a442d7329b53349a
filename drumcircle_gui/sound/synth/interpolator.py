"""Reads a sound at positions between its samples, band-limited. Pure.

A sinc, windowed after Kaiser and tabulated, with linear interpolation between its phases (Smith, "Digital Audio
Resampling Home Page", CCRMA).
"""

from typing import Any

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from .mixer import Samples

TAPS = 24
PHASES = 512
_KAISER_BETA = 8.0
_ROLL_OFF = 0.96
"""Share of the band that is kept: less than 1 because of the slope of the window's filter."""

Positions = npt.NDArray[np.floating[Any]]


class SampledSound:
    """Stereo samples (frames x 2) of 16 bits with silence on both sides. `frames`: their number."""

    def __init__(self, samples: npt.NDArray[np.int16]) -> None:
        self.frames = len(samples)
        silence = np.zeros((TAPS, 2), np.int16)
        self._samples = np.concatenate([silence, samples, silence])

    def around(self, whole: npt.NDArray[np.int64]) -> Samples:
        """The TAPS samples of each channel (2 x positions x TAPS) around each of the frames `whole`, of which
        TAPS // 2 - 1 are earlier ones. Ascending frames that are near each other are read at once."""
        first = np.clip(whole + (TAPS // 2 + 1), 0, len(self._samples) - TAPS)
        begin, end = int(first.min()), int(first.max()) + TAPS
        needed = np.ascontiguousarray(self._samples[begin:end].T, np.float32)
        around: Samples = sliding_window_view(needed, TAPS, axis=1)[:, first - begin]
        return around


class Interpolator:
    """Reads sounds to be played `step` of their frames per frame of the output: 1 or less keeps the whole band."""

    def __init__(self, step: float) -> None:
        share = _ROLL_OFF * min(1.0, 1 / step)
        taps = np.arange(TAPS) - (TAPS // 2 - 1)
        distance = taps[None, :] - np.linspace(0, 1, PHASES + 1)[:, None]
        inside = np.clip(1 - (distance / (TAPS / 2)) ** 2, 0, None)
        kernel = np.sinc(distance * share) * np.i0(_KAISER_BETA * np.sqrt(inside))
        self._table: npt.NDArray[np.float32] = (kernel / kernel.sum(axis=1, keepdims=True)).astype(np.float32)

    def read(self, sound: SampledSound, positions: Positions) -> Samples:
        """The samples (2 x positions, from -1 to 1) at `positions`, in frames; silence before and after the sound."""
        whole = np.floor(positions)
        phase = (positions - whole) * PHASES
        row = phase.astype(np.int64)
        between: Any = (phase - row).astype(np.float32)[:, None]
        weights = self._table[row] * (1 - between) + self._table[row + 1] * between
        heard: Samples = np.einsum("cft,ft->cf", sound.around(whole.astype(np.int64)), weights)
        heard /= 32768
        return heard
