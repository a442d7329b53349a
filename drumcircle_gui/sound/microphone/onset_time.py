"""The exact frame on which a stroke begins, once it is known that there is one. Pure.

Two steps, as seismologists date the first arrival of a wave. The signal is whitened: a linear prediction from the
frames before the stroke takes away what they predict, such as the ringing of earlier strokes, hum and coloured noise.
In the whitened signal, the onset is the frame that splits it best into two parts of different variance, by Akaike's
information criterion: AIC(k) = k log var(x[:k]) + (n - k) log var(x[k:]). After Maeda (1985) and Sleeman and van Eck,
"Robust automatic P-phase picking" (1999).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .echo_canceller import Signal

ORDER = 16
"""Order of the linear prediction."""

LEARN_S, BEFORE_S, AFTER_S = 0.03, 0.012, 0.012
"""Seconds of signal from which the prediction is learned, and around the coarse onset in which the exact one lies."""

RIDGE = 1e-3
"""Share of white noise added for a stable prediction."""

TINY = 1e-15
EDGE = 24
"""Minimum number of frames on each side of the split."""

Vector = npt.NDArray[np.float64]


def frames_needed(rate: int) -> tuple[int, int]:
    """Frames before and after the coarse onset that `exact_onset` needs."""
    return round((LEARN_S + BEFORE_S) * rate), round(AFTER_S * rate)


@dataclass(frozen=True, slots=True)
class Onset:
    """`frame`: the index at which the stroke begins. `contrast`: how much stronger the whitened signal is after it than
    before, as a ratio of powers; 1 means that nothing begins."""

    frame: int
    contrast: float


def exact_onset(around: Signal, rate: int) -> Onset:
    """The onset in `around`, a part of the signal as long as `frames_needed` says."""
    learn = round(LEARN_S * rate)
    signal = around.astype(np.float64)
    white = np.convolve(signal, prediction_error(signal[:learn]))[learn : len(signal)]
    loudest = int(np.argmax(np.abs(white[EDGE:]))) + EDGE
    split, contrast = _split(white[: min(loudest + EDGE, len(white))])
    return Onset(learn + split, contrast)


def prediction_error(signal: Vector) -> Vector:
    """The filter that removes from a signal the part that its ORDER previous frames predict
    (autocorrelation method)."""
    faded = signal * np.hanning(len(signal))
    lags = np.array([faded[: len(faded) - lag] @ faded[lag:] for lag in range(ORDER + 1)])
    lags[0] = lags[0] * (1 + RIDGE) + 1e-12
    matrix = lags[np.abs(np.subtract.outer(np.arange(ORDER), np.arange(ORDER)))]
    return np.concatenate([[1.0], -np.linalg.solve(matrix, lags[1:])])


def _split(white: Vector) -> tuple[int, float]:
    """The index that minimises AIC, and the ratio of the powers after and before it."""
    count = len(white)
    if count <= 2 * EDGE:
        return count // 2, 1.0
    power = np.cumsum(white**2) + TINY
    cuts = np.arange(EDGE, count - EDGE + 1)
    before = power[cuts - 1] / cuts
    after = (power[-1] - power[cuts - 1] + TINY) / (count - cuts)
    best = int(np.argmin(cuts * np.log(before) + (count - cuts) * np.log(after)))
    return int(cuts[best]), float(after[best] / before[best])
