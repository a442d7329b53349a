"""A limiter: no sample exceeds CEILING, it adds no delay, and blocks join without a discontinuity."""

import numpy as np
import numpy.typing as npt

Block = npt.NDArray[np.float32]

CEILING = 0.98
KNEE = 0.6
RELEASE_S = 0.12


class Limiter:
    """Scales both channels by a gain computed from their peak envelope. Below KNEE the sound is unchanged.

    The envelope rises at once and falls exponentially: e[n] = max over k <= n of |x[k]| r^(n-k), which is a running
    maximum of |x[k]| r^-k. Above KNEE, a tanh maps it smoothly below CEILING: |out| <= bent(e) <= CEILING.
    """

    def __init__(self, rate: int, most_frames: int) -> None:
        powers = np.arange(1, most_frames + 1) / (rate * RELEASE_S)
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

    def pass_silence(self, frames: int) -> None:
        """Same as `apply` with a silent block of that length, at a fraction of the cost."""
        self._held = float(np.float32(self._held) * self._fall[frames - 1])

    @staticmethod
    def _bend(block: Block, peak: Block, gain: Block) -> None:
        """block *= bent(peak) / peak; `bent` is the identity up to KNEE, then a tanh up to CEILING."""
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
