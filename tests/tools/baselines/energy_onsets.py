"""The plain detector of strokes at a microphone: the short-time energy crosses a threshold."""

import numpy as np
import numpy.typing as npt

WINDOW_S = 0.005
ABOVE_DB = 12.0
"""The threshold above the noise, which is the quietest fifth of the sound."""

MASK_S = 0.045


def energy_onsets(sound: npt.NDArray[np.float32], rate: int) -> list[int]:
    """The frames on which the energy rises above the threshold, never two within MASK_S."""
    window = round(WINDOW_S * rate)
    energy = np.convolve(sound.astype(np.float64) ** 2, np.ones(window) / window)[: len(sound)]
    threshold = np.quantile(energy[::window], 0.2) * 10 ** (ABOVE_DB / 10)
    above = energy > threshold
    rises = np.flatnonzero(above[1:] & ~above[:-1]) + 1
    found: list[int] = []
    for frame in rises:
        if not found or frame - found[-1] > MASK_S * rate:
            found.append(int(frame))
    return found
