"""Measures how tightly strokes keep to the steps of the guide, by circular statistics. Pure.

A stroke's deviation from its nearest step is taken as an angle, with a whole turn from one step to the next: a stroke
half-way between two steps counts the same whichever it was meant for. Mean and standard deviation of angles as in K. V.
Mardia and P. E. Jupp, Directional Statistics (Wiley, 2000), sections 2.2 and 2.3: the direction of the resultant of all
unit vectors, and sqrt(-2 ln R), where R is the resultant's length divided by their number.
"""

from dataclasses import dataclass
from math import atan2, cos, hypot, inf, log, pi, sin, sqrt

from drumcircle_gui.grooves.groove_plan import offset
from drumcircle_gui.protocol.groove_messages import Groove
from drumcircle_gui.timing.timeline import Segment
from drumcircle_gui.timing.units import BEAT, Beats, Micros

PLAIN = Groove(beats=1, division=4)
"""The steps of the plain guide: quarters of a beat."""

MIN_STROKES = 4
"""Minimum number of strokes for meaningful figures."""

BY_CHANCE = 1 / sqrt(12)
"""The standard deviation, in steps, of strokes at random times: that of a uniform distribution."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """A stroke's distance from its nearest step: `late` (negative: early), where `step` is the length of a
    whole step."""

    late: Micros
    step: Micros


@dataclass(frozen=True, slots=True)
class Spread:
    """The timing of `strokes` strokes: how late they are on average (negative: early), and their standard deviation."""

    strokes: int
    late: Micros
    deviation: Micros


class SpreadSum:
    """Sums up deviations; each may be removed again."""

    __slots__ = ("_cos", "_sin", "_steps", "strokes")

    def __init__(self) -> None:
        self.strokes = 0
        self._cos = self._sin = 0.0
        self._steps = 0

    def add(self, deviation: Deviation, times: int = 1) -> None:
        """Add `deviation`; with `times` -1, remove it again."""
        angle = 2 * pi * deviation.late / deviation.step
        self._cos += times * cos(angle)
        self._sin += times * sin(angle)
        self._steps += times * deviation.step
        self.strokes += times

    def spread(self) -> Spread | None:
        """The spread; None for fewer than MIN_STROKES strokes."""
        if self.strokes < MIN_STROKES:
            return None
        step = self._steps / self.strokes
        length = min(hypot(self._cos, self._sin) / self.strokes, 1.0)
        turns = sqrt(-2 * log(length)) / (2 * pi) if length > 0 else inf
        late = atan2(self._sin, self._cos) / (2 * pi)
        return Spread(self.strokes, Micros(round(late * step)), Micros(round(min(turns, BY_CHANCE) * step)))


def deviation(beat: Beats, segment: Segment, groove: Groove | None) -> Deviation:
    """The distance of a stroke on `beat` of `segment` from the nearest step of `groove` (None: the plain guide)."""
    groove = groove or PLAIN
    place = (beat - segment.origin) % segment.meter.cycle % (groove.beats * BEAT)
    nearest = place * groove.division // BEAT
    off = min((place - offset(groove, step) for step in (nearest - 1, nearest, nearest + 1)), key=abs)
    step = segment.tempo / groove.division
    return Deviation(Micros(round(off * segment.tempo / BEAT)), Micros(round(step)))
