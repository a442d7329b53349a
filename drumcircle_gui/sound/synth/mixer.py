"""Mixes many drum sounds, each of which begins on an exact frame, without per-sample Python.

Pure; use from one thread at a time. One indexing operation copies all voices' samples from one long array, and one
matrix product sums them: two hundred strokes at the same instant cost little more than one.
"""

from collections.abc import Callable, Sequence
from math import cos, pi, sin

import numpy as np
import numpy.typing as npt
from numpy.lib.stride_tricks import sliding_window_view

from .limiter import Limiter

Samples = npt.NDArray[np.float32]
Backing = Callable[[int, int], Samples | None]

CHUNK = 512
"""Number of frames rendered at a time."""

SPARE = 32
"""Number of voices beyond the limit, for those that fade out."""

FADE_S = 0.006
"""Fade-out of a choked voice."""

MASTER_S = 0.02
"""Duration of a change of the master gain from silence to full."""

NEVER = 2**62
NO_CHANNEL = -(2**31)
NO_KEY = -1


class SampleBank:
    """All sounds in one array, each between CHUNK zeros, so that reading before or past one gives silence.

    `firsts`: the index at which each begins. `windows[n]` is a view of the CHUNK samples from index n on.
    """

    def __init__(self, sounds: Sequence[Samples]) -> None:
        gap = np.zeros(CHUNK, np.float32)
        self.samples: Samples = np.concatenate([gap, *(part for sound in sounds for part in (sound, gap))])
        self.lengths = np.array([len(sound) for sound in sounds], np.int64)
        self.firsts = np.cumsum(self.lengths + CHUNK) - self.lengths
        self.windows: Samples = sliding_window_view(self.samples, CHUNK)


def equal_power(pan: float) -> tuple[float, float]:
    """Left and right gain for `pan` -1 to 1; the sum of their squares is 1."""
    angle = (min(max(pan, -1.0), 1.0) + 1) * pi / 4
    return cos(angle), sin(angle)


def _fade_windows(frames: int) -> Samples:
    """Gains of a fade-out over `frames`: row CHUNK + n holds those from n frames after its begin on."""
    since = np.arange(-CHUNK, frames + CHUNK)
    return sliding_window_view(np.clip(1 - since / frames, 0, 1).astype(np.float32), CHUNK)


class Mixer:
    """Sounds of `bank` at `rate` Hz. At most `voices` sound together: beyond, the weakest are faded out."""

    def __init__(self, bank: SampleBank, rate: int, voices: int = 256, frame: int = 0) -> None:
        slots = voices + SPARE
        self.frame = frame
        self._bank = bank
        self._voices = voices
        self._faded_at_once = max(voices // 16, 1)
        self._fade = max(int(rate * FADE_S), 1)
        self._fades = _fade_windows(self._fade)
        self._step = 1 / (rate * MASTER_S)
        self._master = self._master_target = 1.0
        self._begin = np.zeros(slots, np.int64)
        self._end = np.full(slots, -NEVER, np.int64)
        self._free: list[int] = []
        self._free_frame = -1
        self._choked = np.full(slots, NEVER, np.int64)
        self._first = np.zeros(slots, np.int64)
        self._group = np.full(slots, -1, np.int64)
        self._channel = np.full(slots, NO_CHANNEL, np.int64)
        self._key = np.full(slots, NO_KEY, np.int64)
        self._gains = np.zeros((2, slots), np.float32)
        self._ramp = np.arange(CHUNK, dtype=np.int64)
        self._sum = np.zeros((2, CHUNK), np.float32)
        self._limiter = Limiter(rate, CHUNK)
        self.backing: Backing | None = None
        """Called with the next frame and a number of frames; returns other sound to add to the voices (2 x frames), or
        None."""

    @property
    def sounding(self) -> int:
        """Number of voices that have not ended, including those that have not begun."""
        return int(np.count_nonzero(self._end > self.frame))

    def set_master(self, gain: float) -> None:
        """Set the linear gain of the output, gradually."""
        self._master_target = gain

    def start(
        self,
        sound: int,
        frame: int,
        gain: float = 1.0,
        pan: float = 0.0,
        group: int = -1,
        channel: int = NO_CHANNEL,
        key: int = NO_KEY,
    ) -> None:
        """Start `sound` on `frame`, or at once if that is past; voices of its choke `group` (-1: none) fade out.

        `channel` and `key` are labels for `silence` and `damp`.
        """
        frame = max(frame, self.frame)
        if group >= 0:
            self.choke(group, frame)
        slot = self._slot(frame)
        length = int(self._bank.lengths[sound])
        left, right = equal_power(pan)
        self._begin[slot] = frame
        self._end[slot] = frame + length
        self._choked[slot] = NEVER
        self._first[slot] = self._bank.firsts[sound]
        self._group[slot] = group
        self._channel[slot] = channel
        self._key[slot] = key
        self._gains[0, slot] = gain * left
        self._gains[1, slot] = gain * right

    def choke(self, group: int, frame: int) -> None:
        """Fade out, from `frame` on, the voices of `group` that began before it."""
        (sounding,) = ((self._group == group) & (self._begin < frame) & (self._end > frame)).nonzero()
        self._fade_out(sounding, frame)

    def silence(self, channel: int) -> None:
        """Fade out all voices of `channel`, including those that have not begun."""
        self._fade_out(np.flatnonzero((self._channel == channel) & (self._end > self.frame)), self.frame)

    def silence_all(self) -> None:
        """Fade out all voices."""
        self._fade_out(np.flatnonzero(self._end > self.frame), self.frame)

    def damp(self, channel: int, keys: Sequence[int]) -> None:
        """Fade out the voices of `channel` that sound for one of `keys`."""
        sounding = (self._channel == channel) & (self._begin <= self.frame) & (self._end > self.frame)
        self._fade_out(np.flatnonzero(sounding & np.isin(self._key, keys)), self.frame)

    def render(self, out: Samples) -> None:
        """Fill `out` (frames x 2) with the next frames. The sound does not depend on how they are divided
        into calls."""
        for first in range(0, len(out), CHUNK):
            piece = out[first : first + CHUNK]
            piece[:] = self._chunk(len(piece)).T
            self.frame += len(piece)

    def _chunk(self, frames: int) -> Samples:
        block = self._sum[:, :frames]
        (rows,) = ((self._end > self.frame) & (self._begin < self.frame + frames)).nonzero()
        beside = None if self.backing is None else self.backing(self.frame, frames)
        if len(rows):
            np.matmul(self._gains[:, rows], self._gather(rows, frames), out=block)
        else:
            block[:] = 0
        if beside is not None:
            block += beside
        self._apply_master(block)
        if len(rows) or beside is not None:
            self._limiter.apply(block)
        else:
            self._limiter.pass_silence(frames)
        return block

    def _gather(self, rows: npt.NDArray[np.intp], frames: int) -> Samples:
        """Each voice's next `frames` samples, one row a voice."""
        gathered: Samples = self._bank.windows[:, :frames][self._first[rows] + self.frame - self._begin[rows]]
        self._dampen(rows, gathered)
        return gathered

    def _dampen(self, rows: npt.NDArray[np.intp], gathered: Samples) -> None:
        """Fade the voices that are choked before the end of this block."""
        frames, choked = gathered.shape[1], self._choked[rows]
        (fading,) = (choked < self.frame + frames).nonzero()
        if len(fading):
            gathered[fading] *= self._fades[:, :frames][CHUNK + self.frame - choked[fading]]

    def _apply_master(self, block: Samples) -> None:
        if self._master == self._master_target:
            if self._master != 1.0:
                block *= np.float32(self._master)
            return
        frames = block.shape[1]
        distance = self._master_target - self._master
        moved = np.minimum(self._step * (self._ramp[:frames] + 1), abs(distance))
        gain = self._master + np.copysign(moved, distance)
        block *= gain.astype(np.float32)
        self._master = self._master_target if moved[-1] >= abs(distance) else float(gain[-1])

    def _slot(self, frame: int) -> int:
        """A free slot. If too many voices sound, the weakest fade out; if none is free, the oldest is cut off."""
        if len(self._free) <= SPARE:
            if self._free_frame != self.frame:  # none becomes free between two frames
                self._free, self._free_frame = (self._end <= self.frame).nonzero()[0].tolist(), self.frame
            if len(self._free) <= SPARE:
                self._make_room(frame)
        return self._free.pop() if self._free else int(np.argmin(self._end))

    def _make_room(self, frame: int) -> None:
        holding = (self._end > self.frame) & (self._choked == NEVER)
        if np.count_nonzero(holding) >= self._voices:
            (held,) = holding.nonzero()
            weakest = np.argpartition(self._strength(held), self._faded_at_once - 1)[: self._faded_at_once]
            self._fade_out(held[weakest], frame)

    def _strength(self, slots: npt.NDArray[np.intp]) -> npt.NDArray[np.float64]:
        """Estimated loudness of the rest of each voice: its gain times the share of its sound that is left."""
        length = self._end[slots] - self._begin[slots]
        left = np.minimum(self._end[slots] - self.frame, length)
        loudness: npt.NDArray[np.float64] = np.abs(self._gains[:, slots]).max(axis=0) * left / np.maximum(length, 1)
        return loudness

    def _fade_out(self, slots: npt.NDArray[np.intp], frame: int) -> None:
        if not len(slots):
            return
        self._choked[slots] = np.minimum(self._choked[slots], frame)
        self._end[slots] = np.minimum(self._end[slots], self._choked[slots] + self._fade)
