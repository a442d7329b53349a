"""A player's timing against the beat: ahead of it (rushing) or behind it (dragging). Pure."""

from collections.abc import Iterable
from statistics import median

from drumcircle_gui.timing.units import BEAT, Beats, Micros, Tempo

GRID = Beats(BEAT // 4)
"""Strokes are compared with the nearest multiple of this: a quarter of a beat."""

MAX_STROKES = 8
"""Number of latest strokes that are used."""


def deviation(beat: Beats, tempo: Tempo) -> Micros:
    """How long after the nearest point of the GRID a stroke on `beat` is (negative: before it)."""
    off = (beat + GRID // 2) % GRID - GRID // 2
    return Micros(round(off * tempo / BEAT))


def median_deviation(deviations: Iterable[Micros]) -> Micros | None:
    """The median of the latest MAX_STROKES deviations; None for fewer than half as many."""
    latest = list(deviations)[-MAX_STROKES:]
    return Micros(round(median(latest))) if len(latest) >= MAX_STROKES // 2 else None
