"""Removes from band powers the part of this machine's own sound that the echo canceller has left. Pure.

No canceller is perfect: loudspeakers distort, rooms ring longer than the filter. In each band, the share of the
estimated echo that remains is tracked as a high quantile of the ratio of both powers, and the echo's share, with the
decay of a room, is subtracted. Strokes are too rare to move that quantile far.
"""

import numpy as np
import numpy.typing as npt

from .bands import Bands

DECAY_S = 0.05
"""The subtracted power falls to 1/e within this time after the echo: a room of about 0.35 s of reverberation."""

QUANTILE = 0.7
STEP_DB = 0.25
"""Change of the tracked quantile with each frame."""

MARGIN = 6.0
"""Factor of the expected power that is subtracted, because single frames scatter."""

LEAST_DB, MOST_DB = -45.0, 3.0
AUDIBLE = 4.0
"""Frames are used if the echo is this many times stronger than the noise."""


class EchoGate:
    """Handles `bands` bands and `frames` frames a second."""

    def __init__(self, bands: int, frames: float) -> None:
        self._share_db = np.zeros(bands, np.float32)
        self._fall = np.float32(np.exp(-1 / (DECAY_S * frames)))
        self._held = np.zeros(bands, np.float32)

    @property
    def share_db(self) -> float:
        """The mean share of the echo that remains, in decibels."""
        return float(self._share_db.mean())

    def apply(self, powers: Bands, echo: Bands, floor: Bands) -> Bands:
        """`powers` of the canceller's output without the remaining `echo`, frame by frame."""
        kept = powers.copy()
        for row in range(len(powers)):
            self._held = np.maximum(echo[row], self._held * self._fall)
            audible = self._held > AUDIBLE * floor
            if audible.any():
                self._track(powers[row], audible)
                kept[row] -= MARGIN * 10 ** (self._share_db / 10) * self._held
        return np.maximum(kept, 0, out=kept)

    def _track(self, powers: Bands, audible: npt.NDArray[np.bool_]) -> None:
        above = 10 * np.log10(np.maximum(powers, 1e-15) / np.maximum(self._held, 1e-15)) > self._share_db
        change = np.where(above, STEP_DB * QUANTILE, -STEP_DB * (1 - QUANTILE))
        self._share_db += np.where(audible, change, 0).astype(np.float32)
        np.clip(self._share_db, LEAST_DB, MOST_DB, out=self._share_db)
