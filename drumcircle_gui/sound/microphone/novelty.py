"""Measures how much a signal changes from moment to moment, and finds its onsets. Pure.

The novelty is the spectral flux of band powers in units of the noise, compressed logarithmically: each band counts by
how far it rises above its largest value of the last few frames (which ignores ringing that beats). Peaks above the
median of their surroundings are onsets. After Dixon, "Onset detection revisited" (2006), and Boeck and Widmer, "Maximum
filter vibrato suppression for onset detection" (2013).
"""

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from .bands import Bands

Curve = npt.NDArray[np.float32]

PAST_ROWS = 4
"""A row is compared with the largest value of each band in the rows from so many before it to the last but one: the
last one overlaps."""

PEAK_ROWS = 8
"""A peak is the largest value among this many rows on each side."""

MEDIAN_ROWS = 48
"""Rows on each side from which the usual novelty is taken."""

LEAST = 0.3
"""Novelty of the weakest onset above the usual one."""


def novelty(powers: Bands, floor: Bands) -> Curve:
    """The novelty of each row of `powers` but the first PAST_ROWS. `floor`: the power of the noise in each band."""
    loud = np.log1p(powers / floor)
    before = sliding_window_view(loud[:-2], PAST_ROWS - 1, axis=0).max(axis=-1)
    rise: Curve = np.maximum(loud[PAST_ROWS:] - before, 0).mean(axis=1)
    return rise


def peaks(curve: Curve, first: int, last: int) -> list[int]:
    """Indices from `first` to just before `last` at which there is an onset."""
    return [index for index in range(first, last) if _is_peak(curve, index)]


def _is_peak(curve: Curve, index: int) -> bool:
    if curve[index] < LEAST or curve[index] < curve[max(index - PEAK_ROWS, 0) : index + PEAK_ROWS + 1].max():
        return False
    usual = np.median(curve[max(index - MEDIAN_ROWS, 0) : index + MEDIAN_ROWS + 1])
    return bool(curve[index] >= usual + LEAST)
