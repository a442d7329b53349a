"""How a player sits in the beat: ahead of it (rushing) or behind it (dragging), against the guide's grid."""

from collections.abc import Iterable
from statistics import median

from drumcircle_gui.timing.units import BEAT, Beats, Micros, Tempo

GRID = Beats(BEAT // 4)
MAX_STROKES = 8
"""How many strokes are judged together."""


def deviation(beat: Beats, tempo: Tempo) -> Micros:
    """How long after (before, if negative) the nearest quarter of a beat a stroke on `beat` came."""
    off = (beat + GRID // 2) % GRID - GRID // 2
    return Micros(round(off * tempo / BEAT))


def median_deviation(deviations: Iterable[Micros]) -> Micros | None:
    """The median of the latest deviations; None until there are enough to speak of."""
    latest = list(deviations)[-MAX_STROKES:]
    return Micros(round(median(latest))) if len(latest) >= MAX_STROKES // 2 else None
