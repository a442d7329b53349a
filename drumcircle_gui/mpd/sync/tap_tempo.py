"""Finds the tempo that a person taps, and the octave of a tempo that suits a circle. Pure."""

from collections.abc import Sequence
from itertools import pairwise
from math import log2
from statistics import fmean, median

from drumcircle_gui.timing.units import FASTEST_TEMPO, SECOND, SLOWEST_TEMPO, Micros, bpm_of

MIN_TAPS = 4
"""Taps needed for a tempo."""

MAX_TAPS = 32
"""Taps that are kept."""

RESTART_PAUSE = Micros(3 * SECOND)
"""A tap after a longer pause starts a new series."""


def tempo_of(taps: Sequence[Micros]) -> float | None:
    """Beats per minute of `taps` in order of time. Missed beats and double taps do not matter. None: too few
    taps."""
    beats = beat_numbers(taps)
    if len(taps) < MIN_TAPS or beats[-1] < MIN_TAPS - 1:
        return None
    return 60 * SECOND / beat_period(beats, taps)


def beat_numbers(taps: Sequence[Micros]) -> list[int]:
    """The number of the beat on which each tap falls; the first tap is on beat 0. Intervals are rounded to multiples
    of the median interval."""
    intervals = [later - earlier for earlier, later in pairwise(taps)]
    usual = max(median(intervals), 1) if intervals else 1
    beats = [0]
    for interval in intervals:
        beats.append(beats[-1] + round(interval / usual))
    return beats[: len(taps)]


def beat_period(beats: Sequence[float], taps: Sequence[float]) -> float:
    """The time from beat to beat: the slope of the least-squares line through the taps. Two different beats needed."""
    mean_beat, mean_tap = fmean(beats), fmean(taps)
    squares = sum((beat - mean_beat) ** 2 for beat in beats)
    products = sum((beat - mean_beat) * (tap - mean_tap) for beat, tap in zip(beats, taps, strict=True))
    return products / squares


def octave_near(bpm: float, wanted: float) -> float:
    """`bpm` doubled or halved until it is as close to `wanted` as possible within the tempos of a circle."""
    octaves = round(log2(wanted / bpm))
    candidates = (bpm * 2.0**octave for octave in range(octaves - 2, octaves + 3))
    possible = [one for one in candidates if bpm_of(SLOWEST_TEMPO) <= one <= bpm_of(FASTEST_TEMPO)]
    return min(possible, key=lambda one: abs(log2(one / wanted)))


def with_tap(taps: tuple[Micros, ...], at: Micros, most: int = MAX_TAPS) -> tuple[Micros, ...]:
    """`taps` and one more, the latest `most` of them; after RESTART_PAUSE only the new one."""
    return (*taps[1 - most :], at) if taps and at - taps[-1] < RESTART_PAUSE else (at,)
