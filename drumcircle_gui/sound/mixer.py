"""Many drum sounds at once: voices that begin on an exact frame, mixed, limited, without per-sample Python.

Pure; one thread at a time. All voices' samples are gathered from one long array by one index matrix, and summed by one
matrix product, so that two hundred strokes on the same instant cost little more than one.
"""

from collections.abc import Sequence
from math import cos, pi, sin

import numpy as np
import numpy.typing as npt

from .limiter import Limiter

Samples = npt.NDArray[np.float32]

CHUNK = 512
SPARE = 32
FADE_SECONDS = 0.006
MASTER_SECONDS = 0.02
NEVER = 2**62


class Bank:
    """All sounds one after the other, each between zeros, so that reading before or past one gives silence."""

    def __init__(self, sounds: Sequence[Samples]) -> None:
        gap = np.zeros(1, np.float32)
        self.samples: Samples = np.concatenate([gap, *(part for sound in sounds for part in (sound, gap))])
        self.lengths = np.array([len(sound) for sound in sounds], np.int64)
        self.before = np.concatenate([[0], np.cumsum(self.lengths + 1)[:-1]]) if sounds else self.lengths


def equal_power(pan: float) -> tuple[float, float]:
    """Left and right gain for `pan` -1 to 1; the sum of their squares is 1."""
    angle = (min(max(pan, -1.0), 1.0) + 1) * pi / 4
    return cos(angle), sin(angle)


class Mixer:
    """Voices of `bank` at `rate` Hz. No more than `voices` sound together: the weakest gives way."""

    def __init__(self, bank: Bank, rate: int, voices: int = 256, frame: int = 0) -> None:
        slots = voices + SPARE
        self.frame = frame
        self._bank = bank
        self._voices = voices
        self._fade = max(int(rate * FADE_SECONDS), 1)
        self._step = 1 / (rate * MASTER_SECONDS)
        self._master = self._master_target = 1.0
        self._begin = np.zeros(slots, np.int64)
        self._end = np.full(slots, -NEVER, np.int64)
        self._free: list[int] = []
        self._choked = np.full(slots, NEVER, np.int64)
        self._before = np.zeros(slots, np.int64)
        self._after = np.zeros(slots, np.int64)
        self._group = np.full(slots, -1, np.int64)
        self._gains = np.zeros((2, slots), np.float32)
        self._ramp = np.arange(CHUNK, dtype=np.int64)
        self._index = np.zeros(slots * CHUNK, np.int64)
        self._gathered = np.zeros(slots * CHUNK, np.float32)
        self._sum = np.zeros((2, CHUNK), np.float32)
        self._limiter = Limiter(rate, CHUNK)

    @property
    def sounding(self) -> int:
        """Voices not yet at their end, future ones included."""
        return int(np.count_nonzero(self._end > self.frame))

    def set_master(self, gain: float) -> None:
        """Glide to the linear `gain`."""
        self._master_target = gain

    def start(self, sound: int, frame: int, gain: float = 1.0, pan: float = 0.0, group: int = -1) -> None:
        """Let `sound` begin on `frame` (at once, if that is past), silencing what sounds in its choke `group`."""
        frame = max(frame, self.frame)
        if group >= 0:
            self.choke(group, frame)
        slot = self._slot(frame)
        length = int(self._bank.lengths[sound])
        left, right = equal_power(pan)
        self._begin[slot] = frame
        self._end[slot] = frame + length
        self._choked[slot] = NEVER
        self._before[slot] = self._bank.before[sound]
        self._after[slot] = self._bank.before[sound] + 1 + length
        self._group[slot] = group
        self._gains[0, slot] = gain * left
        self._gains[1, slot] = gain * right

    def choke(self, group: int, frame: int) -> None:
        """Fade out, from `frame` on, the voices of `group` that began before it."""
        self._fade_out(np.flatnonzero((self._group == group) & (self._begin < frame) & (self._end > frame)), frame)

    def render(self, out: Samples) -> None:
        """Fill `out` (frames x 2) with what sounds next. Rendering in pieces gives the same as in one."""
        for first in range(0, len(out), CHUNK):
            piece = out[first : first + CHUNK]
            piece[:] = self._chunk(len(piece)).T
            self.frame += len(piece)

    def _chunk(self, frames: int) -> Samples:
        block = self._sum[:, :frames]
        rows = np.flatnonzero((self._end > self.frame) & (self._begin < self.frame + frames))
        if len(rows):
            np.matmul(self._gains[:, rows], self._gather(rows, frames), out=block)
        else:
            block[:] = 0
        self._apply_master(block)
        self._limiter.apply(block)
        return block

    def _gather(self, rows: npt.NDArray[np.intp], frames: int) -> Samples:
        """Each voice's next `frames` samples, one row a voice."""
        shape, size = (len(rows), frames), len(rows) * frames
        index = self._index[:size].reshape(shape)
        gathered = self._gathered[:size].reshape(shape)
        before = self._before[rows]
        np.add((before + 1 + self.frame - self._begin[rows])[:, None], self._ramp[:frames], out=index)
        np.maximum(index, before[:, None], out=index)
        np.minimum(index, self._after[rows][:, None], out=index)
        np.take(self._bank.samples, index, out=gathered, mode="clip")
        self._dampen(rows, gathered)
        return gathered

    def _dampen(self, rows: npt.NDArray[np.intp], gathered: Samples) -> None:
        """Apply the fade of the voices choked by the end of this block."""
        frames = gathered.shape[1]
        for row in np.flatnonzero(self._choked[rows] < self.frame + frames):
            since = self._ramp[:frames] + (self.frame - int(self._choked[rows[row]]))
            gathered[row] *= np.clip(1 - since / self._fade, 0, 1).astype(np.float32)

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
        """A free place; where too many sound already, the weakest voice fades and, at worst, is cut off."""
        if len(self._free) <= SPARE:
            self._free = np.flatnonzero(self._end <= self.frame).tolist()
            if len(self._free) <= SPARE:
                self._make_room(frame)
        return self._free.pop() if self._free else int(np.argmin(self._end))

    def _make_room(self, frame: int) -> None:
        held = np.flatnonzero((self._end > self.frame) & (self._choked == NEVER))
        if len(held) >= self._voices:
            self._fade_out(held[[np.argmin(self._strength(held))]], frame)

    def _strength(self, slots: npt.NDArray[np.intp]) -> npt.NDArray[np.float64]:
        """How much would be missed: the gain times the share of the sound that is still to come."""
        length = self._end[slots] - self._begin[slots]
        left = np.minimum(self._end[slots] - self.frame, length)
        loudness: npt.NDArray[np.float64] = np.abs(self._gains[:, slots]).max(axis=0) * left / np.maximum(length, 1)
        return loudness

    def _fade_out(self, slots: npt.NDArray[np.intp], frame: int) -> None:
        self._choked[slots] = np.minimum(self._choked[slots], frame)
        self._end[slots] = np.minimum(self._end[slots], self._choked[slots] + self._fade)
