"""Estimates the power of the noise in each band: what remains between strokes. Pure."""

import math

import numpy as np

from .bands import Bands

HISTORY_S = 2.0
"""Length of the history from which the noise is estimated; it should include a pause between strokes."""

UPDATE_ROWS = 64
"""Number of rows after which the estimate is renewed."""

QUANTILE, TO_MEAN = 0.15, 3.0
"""The quantile of the powers that is used, and the factor that turns it into about the mean of stationary noise."""

LOUD_FALL_S = 10.0
"""The loudest power of a band is forgotten within this time."""

RANGE = 10**-3.3
"""Powers this far below the loudest ones of a band count as noise: they belong to sounds that ring."""

LEAST = 1e-11
"""Minimum power that is assumed, because digital silence has none."""


class NoiseFloor:
    """Handles `bands` bands and `rows` rows a second."""

    def __init__(self, bands: int, rows: float) -> None:
        self.floor: Bands = np.full(bands, LEAST, np.float32)
        self._quiet: Bands = self.floor
        self._loud: Bands = np.zeros(bands, np.float32)
        self._fall = np.exp(-1 / (LOUD_FALL_S * rows))
        self._history: Bands = np.zeros((0, bands), np.float32)
        self._length = round(HISTORY_S * rows)
        self._new = UPDATE_ROWS

    @property
    def level(self) -> float:
        """The noise of all bands, in decibels of full scale."""
        return 10 * math.log10(float(self._quiet.sum()))

    def follow(self, powers: Bands) -> Bands:
        """The noise after more rows of `powers`."""
        self._history = np.concatenate([self._history, powers])[-self._length :]
        self._new += len(powers)
        if self._new >= UPDATE_ROWS:
            self._new = 0
            rank = int(QUANTILE * len(self._history))
            self._quiet = np.maximum(np.partition(self._history, rank, axis=0)[rank] * TO_MEAN, LEAST)
        self._loud = np.maximum(self._loud * self._fall ** len(powers), powers.max(axis=0))
        self.floor = np.maximum(self._quiet, RANGE * self._loud).astype(np.float32)
        return self.floor
