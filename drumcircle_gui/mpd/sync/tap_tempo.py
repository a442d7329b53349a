"""The tempo that somebody taps, and the octave of a tempo that suits a circle. Pure."""

from collections.abc import Sequence
from itertools import pairwise
from math import log2
from statistics import fmean, median

from drumcircle_gui.timing.units import FASTEST_TEMPO, SECOND, SLOWEST_TEMPO, Micros, bpm_of

MIN_TAPS = 4
"""Taps, before they say anything."""
RESTART_PAUSE = Micros(3 * SECOND)
"""Whoever has not tapped for so long begins anew."""


def tempo_of(taps: Sequence[Micros]) -> float | None:
    """Beats per minute of `taps` in order of time; missed beats and double taps do not matter. None: too few."""
    beats = beat_numbers(taps)
    if len(taps) < MIN_TAPS or beats[-1] < MIN_TAPS - 1:
        return None
    return 60 * SECOND / beat_period(beats, taps)


def beat_numbers(taps: Sequence[Micros]) -> list[int]:
    """The number of the beat on which each tap fell, the first on 0."""
    steps = [later - earlier for earlier, later in pairwise(taps)]
    usual = max(median(steps), 1) if steps else 1
    beats = [0]
    for step in steps:
        beats.append(beats[-1] + round(step / usual))
    return beats[: len(taps)]


def beat_period(beats: Sequence[float], taps: Sequence[float]) -> float:
    """How much later each further beat is, by least squares."""
    middle, centre = fmean(beats), fmean(taps)
    along = sum((beat - middle) ** 2 for beat in beats)
    return sum((beat - middle) * (tap - centre) for beat, tap in zip(beats, taps, strict=True)) / along


def octave_near(bpm: float, wanted: float) -> float:
    """`bpm` doubled or halved until it is as near to `wanted` as can be, but within 30 to 400."""
    turns = round(log2(wanted / bpm))
    candidates = (bpm * 2.0**turn for turn in range(turns - 2, turns + 3))
    possible = [one for one in candidates if bpm_of(SLOWEST_TEMPO) <= one <= bpm_of(FASTEST_TEMPO)]
    return min(possible, key=lambda one: abs(log2(one / wanted)))


def with_tap(taps: tuple[Micros, ...], at: Micros, most: int = 32) -> tuple[Micros, ...]:
    """`taps` and one more, unless there was a pause: then it is the first."""
    return (*taps[1 - most :], at) if taps and at - taps[-1] < RESTART_PAUSE else (at,)
