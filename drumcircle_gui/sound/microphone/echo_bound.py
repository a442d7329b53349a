"""How much of this machine's own sound can be at the microphone while the echo canceller still learns. Pure.

In each band, what the microphone hears is the sound of the loudspeakers and everything else. So the least ratio of its
power to the played power, over windows with sound, bounds the share that arrives: with headphones a fraction of a
second of the guide shows that next to nothing does, and a drum is heard from then on.
"""

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from .bands import Bands

WINDOW_S, HEARD_S = 0.192, 0.048
"""The microphone's power is taken over a window of the first length, the played power over the beginning of it, of the
second length: so the sound may be delayed by the difference."""

DECAY_S = 0.05
"""Played power falls to 1/e within at most this time after it was heard, as in a room of about 0.35 s of
reverberation."""

MARGIN = 16.0
"""The bound is this multiple of the least ratio, since single windows scatter."""

FIRST_SHARE = 10.0
"""The least ratio before anything was played."""

AUDIBLE = 1e-7
"""Mean power of a band above which the played sound counts."""


class EchoBound:
    """For `bands` bands and `rows` rows a second."""

    def __init__(self, bands: int, rows: float) -> None:
        self._window, self._beginning = round(WINDOW_S * rows), round(HEARD_S * rows)
        self._fall = np.float32(np.exp(-1 / (DECAY_S * rows)))
        self._share: Bands = np.full(bands, FIRST_SHARE, np.float32)
        self._held: Bands = np.zeros(bands, np.float32)
        self._heard: Bands = np.zeros((self._window - 1, bands), np.float32)
        self._played = self._heard

    def follow(self, heard: Bands, played: Bands) -> Bands:
        """The maximum power that can be echo in each further row of `heard`, while the machine `played`."""
        self._heard = np.concatenate([self._heard, heard])
        self._played = np.concatenate([self._played, played])
        windows = sliding_window_view(self._played, self._window, axis=0)
        bound = self._shares(windows) * self._echoes(windows.max(axis=-1))
        self._heard, self._played = self._heard[len(heard) :], self._played[len(played) :]
        return MARGIN * bound

    def _shares(self, played: Bands) -> Bands:
        """For each row, the least ratio so far."""
        before = played[..., : self._beginning].mean(axis=-1)
        heard = sliding_window_view(self._heard, self._window, axis=0).mean(axis=-1)
        ratios = np.where(before > AUDIBLE, heard / np.maximum(before, AUDIBLE), FIRST_SHARE)
        shares = np.minimum.accumulate(np.concatenate([self._share[None], ratios]))[1:]
        self._share = shares[-1]
        return shares

    def _echoes(self, loudest: Bands) -> Bands:
        """For each row, the loudest power that was played lately, and then decays."""
        echoes = np.empty_like(loudest)
        for row, power in enumerate(loudest):
            echoes[row] = self._held = np.maximum(power, self._held * self._fall)
        return echoes
