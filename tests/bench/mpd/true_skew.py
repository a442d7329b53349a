"""Where in a known song a recording is, to a fraction of a millisecond, by correlating the two

All channels of a recording have one sample clock, so that two rooms which are at different places of the song in the
same frame are as far apart as these places: that is how far out of step they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.fft import irfft, next_fast_len, rfft

Channel = npt.NDArray[np.float32]
Exact = npt.NDArray[np.float64]

CLEARLY = 0.3
SILENCE = 1e-4
"""Of root mean square; full scale is 1."""

COARSE, STEP = 0.08, 0.02


def noise(seconds: float, rate: int, seed: int, loudness: float = 0.25) -> Channel:
    """A song that is like itself at no other place."""
    chance = np.random.default_rng(seed)
    return chance.uniform(-loudness, loudness, round(seconds * rate)).astype(np.float32)


class Song:
    """What was played, at `rate`, the rate of the recording too."""

    def __init__(self, samples: npt.NDArray[np.floating[Any]], rate: int) -> None:
        self.rate = rate
        self._samples = samples.astype(np.float32)
        self._energy = np.concatenate([[0.0], np.cumsum(np.square(self._samples, dtype=np.float64))])

    @property
    def seconds(self) -> float:
        return len(self._samples) / self.rate

    def place(self, heard: Channel, begin: float, end: float) -> float | None:
        """The second of the song with which `heard` begins, at least `begin` and at most `end`. None: it is silent, or
        is from elsewhere. What is silent in part, or something else in part, is found as well."""
        first = max(round(begin * self.rate), 0)
        last = min(round(end * self.rate), len(self._samples) - len(heard))
        if last < first or np.sqrt(np.mean(np.square(heard))) < SILENCE:
            return None
        alike = self._alike(heard, first, last)
        best = int(np.argmax(alike))
        return (first + best) / self.rate if alike[best] >= CLEARLY else None

    def _alike(self, heard: Channel, first: int, last: int) -> Exact:
        """How alike `heard` and the song are from each frame on, from `first` to `last`; 1: wholly."""
        part = self._samples[first : last + len(heard)]
        size = next_fast_len(len(part), real=True)
        products = irfft(rfft(part, size) * np.conj(rfft(heard, size)), size)[: last - first + 1]
        energy = self._energy[first + len(heard) : last + len(heard) + 1] - self._energy[first : last + 1]
        scale = np.sqrt(np.maximum(energy, 1e-9) * np.sum(np.square(heard, dtype=np.float64)))
        alike: Exact = products / scale
        return alike


@dataclass(frozen=True, slots=True)
class Together:
    """In the frame `frame` all rooms are in the song, each at its own of the `places`, in seconds."""

    frame: int
    places: tuple[float, ...]

    @property
    def spread(self) -> float:
        """From the last to the first, in ms."""
        return 1000 * (max(self.places) - min(self.places))


@dataclass(frozen=True)
class Rooms:
    """A recording, one channel per room, `window` seconds of which are compared at once."""

    sound: npt.NDArray[np.float32]
    rate: int
    window: float = 0.1

    def place(self, room: int, song: Song, frame: int, begin: float, end: float) -> float | None:
        """See Song.place; what is heard of that room from that frame on."""
        size = round(self.window * self.rate)
        heard = self.sound[max(frame, 0) : frame + size, room]
        return song.place(heard, begin, end) if len(heard) == size else None

    def at(self, song: Song, frame: int, begin: float, end: float) -> Together | None:
        """Where all rooms are then. None: one of them is elsewhere or silent."""
        places: list[float] = []
        for room in range(self.sound.shape[1]):
            place = self.place(room, song, frame, begin, end)
            if place is None:
                return None
            places.append(place)
        return Together(frame, tuple(places))

    def begun(self, song: Song, frame: int, begin: float, slack: float, patience: float) -> Together | None:
        """When all rooms are first heard in the song after `frame`, having been sent to its second `begin` about then.

        None: not within `patience` seconds. A room may be `slack` seconds before that place, or beyond what time has
        passed. What is compared begins two steps later, and is within the first 150 ms of common sound.
        """
        size = round(STEP * self.rate)
        for first in steps(frame, patience, COARSE, self.rate):
            if self._since(song, first, frame, begin, slack):
                near = range(max(first - round(COARSE * self.rate) + size, frame), first + 1, size)
                found = next(each for each in near if self._since(song, each, frame, begin, slack))
                return self._since(song, found + 2 * size, frame, begin, slack)
        return None

    def _since(self, song: Song, first: int, frame: int, begin: float, slack: float) -> Together | None:
        return self.at(song, first, begin - slack, begin + (first - frame) / self.rate + slack)


def steps(frame: int, seconds: float, step: float, rate: int) -> Sequence[int]:
    """Frames from `frame` on for so long, a step apart."""
    return range(frame, frame + round(seconds * rate), round(step * rate))
