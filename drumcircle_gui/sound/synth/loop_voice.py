"""Plays a loop so that each part of it is heard at its time, to the sample. Pure.

The parent repeatedly states which part is heard when, by clocks that are corrected slowly. The voice follows by reading
a little faster or slower, which is inaudible; only a large error makes it skip, with a crossfade.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from drumcircle_gui.sound.messages import LoopPart
from drumcircle_gui.timing.units import SECOND

from .interpolator import Interpolator, Positions, SampledSound
from .mixer import Samples, equal_power

LOOP_RATE = 48_000
"""Frames per second of a loop in the sound process, independent of its file and the device."""

MAX_STEER = 0.003
"""Maximum relative change of speed to correct an error: 5 cents."""

MAX_ERROR_S = 0.003
"""Error from which the voice skips: a device that did not get a block in time is late by that block."""

FADE_S = 0.005
GAIN_S = 0.02
"""Duration of a gain change from silence to full."""

HeardAt = Callable[[int], float]
"""The local time, in micros, at which a frame of the output is heard."""


@dataclass(slots=True)
class _Reader:
    """The voice's position in `sound`, in frames."""

    sound: SampledSound
    position: float
    part: LoopPart


class LoopVoice:
    """Plays loops on a device of `rate` Hz."""

    def __init__(self, rate: int) -> None:
        self._sounds: Mapping[str, SampledSound] = {}
        self._parts: tuple[LoopPart, ...] = ()
        self.set_level(1.0, 0.0)
        self._gains = self._target
        self._now: _Reader | None = None
        self._fading: _Reader | None = None
        self._faded = 0
        self._fresh = 0
        self.use(rate)

    def use(self, rate: int) -> None:
        """Switch to a device of `rate` Hz."""
        self._step = LOOP_RATE / rate
        self._interpolator = Interpolator(self._step)
        self._fade = round(rate * FADE_S)
        self._rate = rate
        self._now = self._fading = None

    def load(self, sounds: Mapping[str, SampledSound]) -> None:
        """Set the available sounds, by their files."""
        self._sounds = sounds

    def follow(self, parts: tuple[LoopPart, ...]) -> None:
        """Set which parts are heard when from now on, in order of time."""
        self._parts = parts

    def set_level(self, gain: float, pan: float) -> None:
        """Set linear gain and pan, gradually."""
        left, right = equal_power(pan)
        self._target: Positions = np.array([[gain * left], [gain * right]])

    def render(self, frame: int, frames: int, heard: HeardAt) -> Samples | None:
        """The next `frames` frames (2 x frames), the first of which is `frame`; None for silence."""
        if self._now is None and self._fading is None and not self._parts:
            self._gains = self._target
            return None
        out: Samples = np.zeros((2, frames), np.float32)
        begin = 0
        while begin < frames:
            at = heard(frame + begin)
            part, until = self._part(at)
            end = frames if until is None else min(frames, begin + max(self._frames_until(until - at), 1))
            self._continue(out[:, begin:end], part, at, heard(frame + end))
            begin = end
        self._apply_gain(out)
        return out

    def _part(self, at: float) -> tuple[LoopPart | None, int | None]:
        """The part that is heard at local time `at`, and when that changes."""
        half_frame = SECOND / self._rate / 2
        for part in self._parts:
            if at + half_frame < part.at:
                return None, part.at
            if at + half_frame < part.until:
                return part, part.until
        return None, None

    def _frames_until(self, micros: float) -> int:
        return round(micros * self._rate / SECOND)

    def _continue(self, out: Samples, part: LoopPart | None, at: float, end: float) -> None:
        """Render the piece `out`, heard from `at` to `end`, in which `part` sounds."""
        sound = self._sounds.get(part.file) if part else None
        if part is None or sound is None:
            self._let_fade()
        else:
            self._follow_part(part, sound, _position(part, at), at)
        if self._now is not None:
            self._sound(out, self._now, _position(self._now.part, end))
        if self._fading is not None:
            self._fade_out(out, self._fading)

    def _follow_part(self, part: LoopPart, sound: SampledSound, wanted: float, at: float) -> None:
        now = self._now
        if now is None or now.sound is not sound or abs(wanted - now.position) > MAX_ERROR_S * LOOP_RATE:
            self._let_fade()
            at_its_beginning = part.position == 0 and wanted < LOOP_RATE * MAX_ERROR_S
            self._fresh = 0 if at_its_beginning else self._fade
            self._now = _Reader(sound, wanted, part)
        else:
            now.part = part

    def _let_fade(self) -> None:
        if self._now is not None:
            self._fading, self._faded, self._now = self._now, 0, None

    def _sound(self, out: Samples, reader: _Reader, wanted: float) -> None:
        frames = out.shape[1]
        usual = frames * self._step
        moved = min(max(wanted - reader.position, usual * (1 - MAX_STEER)), usual * (1 + MAX_STEER))
        read = self._read(reader, frames, moved / frames)
        if self._fresh:
            done = self._fade - self._fresh
            read *= np.minimum((np.arange(frames) + done + 1) / self._fade, 1).astype(np.float32)
            self._fresh = max(self._fresh - frames, 0)
        out += read

    def _fade_out(self, out: Samples, reader: _Reader) -> None:
        frames = min(out.shape[1], self._fade - self._faded)
        share = 1 - (np.arange(frames) + self._faded) / self._fade
        out[:, :frames] += self._read(reader, frames, self._step) * share.astype(np.float32)
        self._faded += frames
        if self._faded >= self._fade:
            self._fading = None

    def _read(self, reader: _Reader, frames: int, step: float) -> Samples:
        positions: Positions = reader.position + np.arange(frames) * step
        reader.position += frames * step
        return self._interpolator.read(reader.sound, positions)

    def _apply_gain(self, out: Samples) -> None:
        distance = self._target - self._gains
        if distance.any():
            limit = (np.arange(out.shape[1]) + 1) / (GAIN_S * self._rate)
            gains = self._gains + np.clip(distance, -limit, limit)
            self._gains = gains[:, -1:]
            out *= gains.astype(np.float32)
        else:
            out *= self._gains.astype(np.float32)


def _position(part: LoopPart, at: float) -> float:
    """The frame of the loop that is heard at local time `at`."""
    return (part.position + at - part.at) * LOOP_RATE / SECOND
