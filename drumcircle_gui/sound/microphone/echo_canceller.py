"""Removes from a microphone's signal what this machine itself plays from its loudspeakers. Pure.

The path from the output to the microphone (delay, loudspeaker, room) is estimated as a long FIR filter, in blocks and
in the frequency domain. Each coefficient is a state of a Kalman filter with a diagonal covariance, so that the step
size follows from the uncertainty of the coefficient and from the power of everything else at the microphone: a drum
that is struck meanwhile hardly disturbs the filter, and needs no detection of "double talk". After Enzner and Vary,
"Frequency-domain adaptive Kalman filter for acoustic echo control in hands-free telephones" (2006), and Kuech, Mabande
and Enzner, "State-space architecture of the partitioned-block-based acoustic echo controller" (2014).
"""

import numpy as np
import numpy.typing as npt

Signal = npt.NDArray[np.float32]
Spectra = npt.NDArray[np.complex64]

BLOCK = 1024
"""Number of frames that are processed at a time."""

PARTITIONS = 14
"""Number of partitions of the filter, of BLOCK frames each: 300 ms at 48 kHz. The `echo_gate` handles the reverberation
beyond. With a filter that is much too short, echoes would appear as new sounds at its end."""

TRANSITION = 0.9998
"""Share of the filter that stays valid from one block to the next: a room changes within some ten seconds."""

FIRST_UNCERTAINTY, FALL = 0.5, 0.75
"""Variance of the coefficients of the first partition at the start (a microphone that hears the loudspeakers at about
their full level), and of each further one relative to the one before, as in a reverberant room."""

NOISE_SMOOTHING = 0.6
"""Weight of the previous estimate in that of the power of all other sound at the microphone."""

LEARNING_BLOCKS = 80
"""Number of blocks with output until the filter is usable: 1.7 s at 48 kHz."""

AUDIBLE = 1e-3
"""Peak from which a block of output counts."""

EPSILON = 1e-9


class EchoCanceller:
    """Removes the echo of two reference channels (left, right) from one microphone."""

    def __init__(self) -> None:
        rows, bins = 2 * PARTITIONS, BLOCK + 1
        self._played: Spectra = np.zeros((rows, bins), np.complex64)
        self._filter: Spectra = np.zeros((rows, bins), np.complex64)
        falling = FIRST_UNCERTAINTY * FALL ** np.tile(np.arange(PARTITIONS), 2)
        self._variance = np.repeat(falling[:, None], bins, axis=1).astype(np.float32)
        self._before: Signal = np.zeros((2, BLOCK), np.float32)
        self._noise = np.full(bins, EPSILON, np.float32)
        self._learned = 0

    @property
    def learning(self) -> bool:
        """Whether the filter has processed too little output to be usable."""
        return self._learned < LEARNING_BLOCKS

    def process(self, microphone: Signal, played: Signal) -> tuple[Signal, Signal]:
        """What remains of BLOCK frames of `microphone` without the echo of `played` (BLOCK x 2), and that echo."""
        self._learned += bool(np.abs(played).max() > AUDIBLE)
        self._shift_in(played.T)
        if not self._played.any():
            return microphone, np.zeros_like(microphone)
        spectrum = np.einsum("pb,pb->b", self._played, self._filter)
        echo: Signal = np.fft.irfft(spectrum)[BLOCK:].astype(np.float32)
        rest: Signal = microphone - echo
        self._adapt(rest)
        return rest, echo

    def _shift_in(self, block: Signal) -> None:
        """Add a block to each channel's partitions, whose rows are ordered from the newest to the oldest."""
        for channel in range(2):
            rows = slice(channel * PARTITIONS, (channel + 1) * PARTITIONS)
            self._played[rows] = np.roll(self._played[rows], 1, axis=0)
            self._played[channel * PARTITIONS] = np.fft.rfft(np.concatenate([self._before[channel], block[channel]]))
        self._before = block.copy()

    def _adapt(self, rest: Signal) -> None:
        error = np.fft.rfft(np.concatenate([np.zeros(BLOCK, np.float32), rest]))
        power = np.abs(self._played) ** 2
        self._noise += (1 - NOISE_SMOOTHING) * (np.abs(error) ** 2 - self._noise)
        expected = 0.5 * (power * self._variance).sum(axis=0) + self._noise + EPSILON
        step = self._variance / expected
        change = np.fft.irfft(step * np.conj(self._played) * error)
        change[:, BLOCK:] = 0
        self._filter += np.fft.rfft(change)
        self._filter *= np.float32(TRANSITION)
        kept = np.maximum(1 - 0.5 * step * power, 0)
        learned = (1 - TRANSITION**2) * np.abs(self._filter) ** 2
        self._variance = (TRANSITION**2 * kept * self._variance + learned).astype(np.float32)
