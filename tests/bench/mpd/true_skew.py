"""Finds the position of a recording in a known song, to a fraction of a millisecond, by cross-correlation.

All channels of a recording have one sample clock. The skew of two rooms is the difference between their positions in
the song at the same frame.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import scipy  # its parts come when they are needed: they take long

Channel = npt.NDArray[np.float32]
Exact = npt.NDArray[np.float64]

MIN_CORRELATION = 0.3
SILENCE = 1e-4
"""The root mean square below which sound counts as silence; full scale is 1."""

COARSE_S, STEP_S = 0.08, 0.02


def noise(seconds: float, rate: int, seed: int, loudness: float = 0.25) -> Channel:
    """A song of noise, which resembles itself at no other position."""
    chance = np.random.default_rng(seed)
    return chance.uniform(-loudness, loudness, round(seconds * rate)).astype(np.float32)


class Song:
    """The samples of a song at `rate`, which is also the rate of the recording."""

    def __init__(self, samples: npt.NDArray[np.floating[Any]], rate: int) -> None:
        self.rate = rate
        self._samples = samples.astype(np.float32)
        self._energy = np.concatenate([[0.0], np.cumsum(np.square(self._samples, dtype=np.float64))])

    @property
    def seconds(self) -> float:
        return len(self._samples) / self.rate

    def place(self, heard: Channel, begin: float, end: float) -> float | None:
        """The position in s, from `begin` to `end`, at which `heard` starts in the song. None: it is silent, or not
        from there. A recording that is only partly silent or foreign is found too."""
        first = max(round(begin * self.rate), 0)
        last = min(round(end * self.rate), len(self._samples) - len(heard))
        if last < first or np.sqrt(np.mean(np.square(heard))) < SILENCE:
            return None
        alike = self._alike(heard, first, last)
        best = int(np.argmax(alike))
        return (first + best) / self.rate if alike[best] >= MIN_CORRELATION else None

    def _alike(self, heard: Channel, first: int, last: int) -> Exact:
        """The normalised correlation of `heard` with the song at each frame from `first` to `last`; 1: identical."""
        part = self._samples[first : last + len(heard)]
        size = scipy.fft.next_fast_len(len(part), real=True)
        spectrum = scipy.fft.rfft(part, size) * np.conj(scipy.fft.rfft(heard, size))
        products = scipy.fft.irfft(spectrum, size)[: last - first + 1]
        energy = self._energy[first + len(heard) : last + len(heard) + 1] - self._energy[first : last + 1]
        scale = np.sqrt(np.maximum(energy, 1e-9) * np.sum(np.square(heard, dtype=np.float64)))
        alike: Exact = products / scale
        return alike


@dataclass(frozen=True, slots=True)
class Together:
    """The positions in s of all rooms in the song at the frame `frame`."""

    frame: int
    places: tuple[float, ...]

    @property
    def spread(self) -> float:
        """The difference between the first and the last room, in ms."""
        return 1000 * (max(self.places) - min(self.places))


@dataclass(frozen=True)
class Rooms:
    """A recording with one channel per room; `window` seconds of it are correlated at a time."""

    sound: npt.NDArray[np.float32]
    rate: int
    window: float = 0.1

    def place(self, room: int, song: Song, frame: int, begin: float, end: float) -> float | None:
        """The position of one room at a frame; see `Song.place`."""
        size = round(self.window * self.rate)
        heard = self.sound[max(frame, 0) : frame + size, room]
        return song.place(heard, begin, end) if len(heard) == size else None

    def at(self, song: Song, frame: int, begin: float, end: float) -> Together | None:
        """The positions of all rooms at a frame. None: one of them is silent or elsewhere."""
        places: list[float] = []
        for room in range(self.sound.shape[1]):
            place = self.place(room, song, frame, begin, end)
            if place is None:
                return None
            places.append(place)
        return Together(frame, tuple(places))

    def begun(self, song: Song, frame: int, begin: float, slack: float, timeout: float) -> Together | None:
        """The first positions at which all rooms play, after they were sent to the second `begin` of the song at
        `frame`.

        None: not within `timeout` seconds. A room may be up to `slack` seconds before or after the expected position.
        The positions are taken two steps later, within the first 150 ms in which all rooms play.
        """
        size = round(STEP_S * self.rate)
        for first in steps(frame, timeout, COARSE_S, self.rate):
            if self._since(song, first, frame, begin, slack):
                near = range(max(first - round(COARSE_S * self.rate) + size, frame), first + 1, size)
                found = next(each for each in near if self._since(song, each, frame, begin, slack))
                return self._since(song, found + 2 * size, frame, begin, slack)
        return None

    def _since(self, song: Song, first: int, frame: int, begin: float, slack: float) -> Together | None:
        return self.at(song, first, begin - slack, begin + (first - frame) / self.rate + slack)


def steps(frame: int, seconds: float, step: float, rate: int) -> Sequence[int]:
    """The frames from `frame` on for `seconds`, one every `step` seconds."""
    return range(frame, frame + round(seconds * rate), round(step * rate))
