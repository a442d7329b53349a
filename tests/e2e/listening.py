"""Finds known drum sounds in a recording, to the sample, among other sounds."""

from collections.abc import Iterable, Sequence
from functools import cache

import numpy as np
import numpy.typing as npt
import scipy  # its parts come when they are needed: they take long

from drumcircle_gui.sound.synth.kit import loudness
from drumcircle_gui.sound.synth.kit_io import load
from drumcircle_gui.sound.synth.mixer import equal_power

known = cache(load)  # everybody who listens at a rate knows the same kit

Channel = npt.NDArray[np.float32]

CLEARLY = 0.6


class Ear:
    """Finds the sounds of the kit at `rate` Hz by correlation (a matched filter).

    Differences of neighbouring samples are compared, not the samples, so that the steep beginnings of sounds count
    most.
    """

    def __init__(self, rate: int) -> None:
        self._rate = rate
        self._kit = known(rate)

    def onsets(self, sound: Channel, pads: Iterable[int], velocity: int, apart: float = 0.01) -> list[int]:
        """The frames on which any of `pads`, struck with `velocity` and played in the middle, begins to sound: never
        two within `apart` seconds."""
        steps = np.diff(sound, prepend=0)
        alike = np.max([self._alike(steps, pad, velocity) for pad in pads], axis=0)
        frames, _ = scipy.signal.find_peaks(alike, height=CLEARLY, distance=round(apart * self._rate))
        return [int(frame) for frame in frames]

    def onset(self, sound: Channel, pad: int, velocity: int, within: int) -> int | None:
        """The one of the first `within` frames on which `pad` most likely begins; None if it does not sound."""
        alike = self._alike(np.diff(sound, prepend=0), pad, velocity)[:within]
        frame = int(np.argmax(alike))
        return frame if alike[frame] > CLEARLY else None

    def _alike(self, steps: Channel, pad: int, velocity: int) -> Channel:
        """The correlation with the pad's sound for each beginning frame; 1: exactly as it is played."""
        wanted = np.diff(self._sample(pad, velocity), prepend=0)
        compared = wanted[: len(steps)]  # the rest would meet silence only
        silence = np.zeros(len(compared) - 1, np.float32)
        alike: Channel = scipy.signal.correlate(np.concatenate([steps, silence]), compared, mode="valid")
        return alike / np.dot(wanted, wanted)

    def _sample(self, pad: int, velocity: int) -> Channel:
        bank, number = self._kit.bank, self._kit.sound(pad, velocity)
        begin = bank.firsts[number]
        left, _ = equal_power(0.0)
        return bank.samples[begin : begin + bank.lengths[number]] * np.float32(left * loudness(velocity))


class Ruler:
    """Converts frames to beats by the guide's beats, which begin on `frames`. Beat 0 is near the frame `origin`. A beat
    that was not heard is counted too, because its neighbours are too far apart.

    The frames are those of the server's sample clock. In a recording that lacks a block, frames are too near to each
    other.
    """

    def __init__(self, frames: Sequence[int], origin: int) -> None:
        self._frames = np.array(frames)
        steps = np.diff(self._frames)
        single = steps[steps < 1.4 * np.percentile(steps, 10)].mean()
        self._beats = np.cumsum(np.rint(np.diff(self._frames, prepend=origin) / single))

    def beat(self, frame: int) -> float:
        """The beat on a frame; NaN outside of what the guide played."""
        return float(np.interp(frame, self._frames, self._beats, left=np.nan, right=np.nan))
