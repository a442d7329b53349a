"""A limiter that never lets a sample past the ceiling, adds no delay, and works block by block without a seam."""

import numpy as np
import numpy.typing as npt

Block = npt.NDArray[np.float32]

CEILING = 0.98
KNEE = 0.6
RELEASE_SECONDS = 0.12


class Limiter:
    """Divides both channels by what their peak envelope exceeds. Below KNEE the sound passes untouched.

    The envelope rises at once and falls exponentially: e[n] = max over k <= n of |x[k]| r^(n-k), which is a running
    maximum of |x[k]| r^-k. From KNEE to infinity it is bent smoothly to CEILING, so that |out| <= bent(e) <= CEILING.
    """

    def __init__(self, rate: int, most_frames: int) -> None:
        powers = np.arange(1, most_frames + 1) / (rate * RELEASE_SECONDS)
        self._fall = np.exp(-powers).astype(np.float32)
        self._rise = np.exp(powers).astype(np.float32)
        self._peak = np.zeros(most_frames, np.float32)
        self._other = np.zeros(most_frames, np.float32)
        self._held = 0.0

    def apply(self, block: Block) -> None:
        """Limit `block` (2 channels x at most `most_frames`) in place."""
        frames = block.shape[1]
        peak, other = self._peak[:frames], self._other[:frames]
        np.abs(block[0], out=peak)
        np.abs(block[1], out=other)
        np.maximum(peak, other, out=peak)
        peak *= self._rise[:frames]
        np.maximum(peak, self._held, out=peak)
        np.maximum.accumulate(peak, out=peak)
        peak *= self._fall[:frames]
        self._held = float(peak[-1])
        if peak.max() > KNEE:
            self._bend(block, peak, other)

    @staticmethod
    def _bend(block: Block, peak: Block, gain: Block) -> None:
        """block *= bent(peak) / peak, where bent is the identity up to KNEE and then a tanh up to CEILING."""
        room = np.float32(CEILING - KNEE)
        np.maximum(peak, KNEE, out=peak)
        np.subtract(peak, KNEE, out=gain)
        gain /= room
        np.tanh(gain, out=gain)
        gain *= room
        gain += KNEE
        gain /= peak
        block *= gain
        np.clip(block, -CEILING, CEILING, out=block)
