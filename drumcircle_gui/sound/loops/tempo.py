"""The tempo of a loop: from the autocorrelation of its onsets, weighted around 120 bpm. Pure.

After Ellis, "Beat Tracking by Dynamic Programming" (Journal of New Music Research 36, 2007): onset strength is the sum
over frequency bands of the increase of their logarithmic level. A loop usually lasts a whole number of beats, often of
measures of four: that is preferred, and makes the result exact.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

HOP = 256
WINDOW = 1024
BANDS = 24
SLOWEST_S, FASTEST_S = 60 / 40, 60 / 240
"""Range of the beats that are searched for."""

USUAL_S = 0.5
SPREAD_OCTAVES = 1.0
"""Standard deviation, in octaves, of the preference for beats near the usual one."""

MULTIPLES = 4
EXACT_S = 0.06
"""A loop whose length differs by at most this from a whole number of beats is taken to have exactly that number."""

_CHUNK = 4096

Signal = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class MeasuredTempo:
    """The loop has `beats` beats of `beat_s` seconds; the last one is incomplete if the loop is not cut to
    its beats."""

    beat_s: float
    beats: int

    def scaled(self, doubled: int) -> "MeasuredTempo | None":
        """The same sound in half (`doubled` = -1) or twice (1) as many beats; None if the number cannot be halved."""
        if doubled < 0 and self.beats % 2:
            return None
        return MeasuredTempo(self.beat_s / 2**doubled, int(self.beats * 2**doubled))


def measure(samples: npt.NDArray[np.int16], rate: int) -> MeasuredTempo | None:
    """The tempo of `samples` (frames x 2) at `rate` Hz; None if nothing in them is periodic."""
    length_s = len(samples) / rate
    onsets = onset_strength(samples, rate)
    hop_s = HOP / rate
    if length_s < 2 * FASTEST_S or not onsets.any():
        return None
    likeness = _autocorrelation(onsets)
    beat_s = _refined(likeness, _best_beat(likeness, hop_s, length_s), hop_s)
    beats = length_s / beat_s
    if abs(beats - round(beats)) * beat_s <= EXACT_S and round(beats):
        return MeasuredTempo(length_s / round(beats), round(beats))
    return MeasuredTempo(beat_s, int(np.ceil(beats)))


def onset_strength(samples: npt.NDArray[np.int16], rate: int) -> Signal:
    """The strength of onsets in each HOP frames, less the mean of the surrounding second."""
    mono = samples.mean(axis=1) / 32768
    count = max((len(mono) - WINDOW) // HOP + 1, 0)
    levels = np.concatenate(
        [_levels(mono, first, min(first + _CHUNK, count), rate) for first in range(0, count, _CHUNK)]
        or [np.zeros((1, BANDS))]
    )
    rise = np.maximum(np.diff(levels, axis=0, prepend=levels[:1]), 0).mean(axis=1)
    around = max(int(rate / HOP), 1)
    mean = np.convolve(rise, np.full(around, 1 / around), mode="same")[: len(rise)]
    strength: Signal = np.maximum(rise - mean, 0)
    return strength


def _levels(mono: Signal, first: int, last: int, rate: int) -> Signal:
    """The logarithmic level of each band in the windows from `first` until before `last`."""
    starts = np.arange(first, last) * HOP
    windows = mono[starts[:, None] + np.arange(WINDOW)] * np.hanning(WINDOW)
    spectrum = np.abs(np.fft.rfft(windows, axis=1))
    edges = np.geomspace(40, min(rate / 2, 16_000), BANDS + 1) / rate * WINDOW
    firsts = np.minimum(edges[:-1].astype(int), spectrum.shape[1] - 1)
    bands: Signal = np.log1p(100 * np.add.reduceat(spectrum, firsts, axis=1))
    return bands


def _autocorrelation(onsets: Signal) -> Signal:
    """The autocorrelation at lags up to half the length, normalised for the number of pairs at each lag."""
    size = 1 << (2 * len(onsets) - 1).bit_length()
    whole = np.fft.irfft(np.abs(np.fft.rfft(onsets, size)) ** 2)[: max(len(onsets) // 2, 2)]
    likeness: Signal = whole / (len(onsets) - np.arange(len(whole)))
    return likeness


def _best_beat(likeness: Signal, hop_s: float, length_s: float) -> float:
    beats = np.geomspace(FASTEST_S, min(SLOWEST_S, length_s / 2), 2000)
    lags = np.arange(len(likeness)) * hop_s
    score = sum(np.interp(beats * each, lags, likeness, right=0.0) / each for each in range(1, MULTIPLES + 1))
    weight = np.exp(-0.5 * (np.log2(beats / USUAL_S) / SPREAD_OCTAVES) ** 2)
    return float(beats[np.argmax(score * weight * _wholeness(length_s, beats))])


def _wholeness(length_s: float, beats: Signal) -> Signal:
    """A factor above 1 for beats that divide the loop into a whole number, or into a multiple of four."""
    fit = [abs(length_s / beats / each - np.round(length_s / beats / each)) * each * beats < EXACT_S for each in (1, 4)]
    wholeness: Signal = (1 + 0.3 * fit[0]) * (1 + 0.2 * fit[1])
    return wholeness


def _refined(likeness: Signal, beat_s: float, hop_s: float) -> float:
    """`beat_s` refined by the peaks at 1, 2, 4, ... beats; each is searched for where the previous one predicts it."""
    multiple = 1
    while multiple * beat_s / hop_s < len(likeness) - 3:
        centre = round(multiple * beat_s / hop_s)
        reach = max(int(0.02 * beat_s * min(multiple, 4) / hop_s), 2)
        first = max(centre - reach, 1)
        peak = first + int(np.argmax(likeness[first : centre + reach + 1]))
        if 1 <= peak < len(likeness) - 1:
            beat_s = (peak + _vertex(*likeness[peak - 1 : peak + 2])) * hop_s / multiple
        multiple *= 2
    return beat_s


def _vertex(before: float, peak: float, after: float) -> float:
    """The position of the peak of the parabola through three neighbouring values, relative to the middle one."""
    curve = before - 2 * peak + after
    return float(0.5 * (before - after) / curve) if curve < 0 else 0.0
