"""Computes the features of a stroke's sound as a short vector, and its strength. Pure.

Two spectra in decibels: of the attack, and of the ringing after it, both without the sound before the stroke, and
relative to the stroke's own power.
"""

import math

import numpy as np
import numpy.typing as npt

from .bands import BandFilter
from .echo_canceller import Signal

Features = npt.NDArray[np.float32]

ATTACK_S, RINGING_S = 0.016, 0.042
"""Durations of the two spectra, one after the other."""

LEAD_S = 0.002
"""The attack's window begins this long before the onset."""

BEFORE_S = 0.042
"""Length of the sound before the onset that is subtracted."""

BANDS = 16
RANGE_DB = 36.0
"""Bands weaker than this, relative to the stroke, count as silent: they are noise."""

SILENCE_DB = -120.0


def frames_needed(rate: int) -> tuple[int, int]:
    """Frames before and after the onset that `StrokeAnalyser.analyse` needs."""
    return round((LEAD_S + BEFORE_S) * rate), round((ATTACK_S + RINGING_S) * rate)


class StrokeAnalyser:
    """Analyses signals at `rate` Hz."""

    def __init__(self, rate: int) -> None:
        self._lead, self._attack = round(LEAD_S * rate), round(ATTACK_S * rate)
        self._ringing = round(RINGING_S * rate)
        self._short = BandFilter(rate, self._attack + self._lead, BANDS)
        self._long = BandFilter(rate, self._ringing, BANDS)

    def analyse(self, around: Signal) -> tuple[float, Features]:
        """Level in decibels of full scale, and features, of the stroke in `around`, a part of the signal as long as
        `frames_needed` says."""
        start = self._ringing
        attack = around[start : start + self._lead + self._attack]
        ringing = around[start + self._lead + self._attack :][: self._ringing]
        before = self._long.powers(around[None, : self._ringing])[0]
        powers = np.stack([self._short.powers(attack[None])[0], self._long.powers(ringing[None])[0]]) - before
        total = max(float(powers.sum()), 1e-12)
        relative = 10 * np.log10(np.maximum(powers / total, 10 ** (-RANGE_DB / 10)))
        return 10 * math.log10(total), relative.ravel().astype(np.float32)
