"""Geometry of the ring. Pure. Logical pixels, y downwards; a *turn* of 0 to 1 goes clockwise from the top."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import atan2, cos, hypot, pi, sin
from typing import Literal

from drumcircle_gui.timing.timeline import Meter, Segment
from drumcircle_gui.timing.units import BEAT, Beats

NUMBERS = 40  # room around the lanes for the numbers
SPACING = 34  # of two numbers, at least
ROOM = 5  # between two spokes where they meet the hub, at least
PITCH = 14  # of two lanes, at least
_HUB, _LARGEST_HUB = 0.285, 0.45  # radius of the hub as a share of the rim's; and where words need more of it
_WORDS = 72  # radius in which the hub's words fit
_GUIDE = 1.175  # radius of the guide's lane as a share of the hub's
_CAPACITIES = (3, 6, 9, 12, 16, 20, 26, 32, 40, 50, 64, 80, 100)
_STEPS_OF_DOT = 6


@dataclass(frozen=True, slots=True)
class Spoke:
    """A spoke for a beat, the first beat of a bar, or of a cycle; `label` is its number where there is room."""

    turn: float
    kind: Literal["beat", "bar", "cycle"]
    label: str


@dataclass(frozen=True, slots=True)
class Dial:
    """The ring laid out: `lanes` circles from just outside the guide's lane to the rim."""

    x: float
    y: float
    rim: float
    lanes: int

    @classmethod
    def fitting(cls, width: float, height: float, players: int) -> "Dial":
        """The largest dial in a widget of this size.

        It has lanes for a few more players, so that a new one seldom moves the others. Where lanes would be narrower
        than PITCH, players share them.
        """
        rim = max(min(width, height) / 2 - NUMBERS, 24.0)
        most = max(int((rim - _hub(rim) * _GUIDE) / PITCH), 1)
        roomy = next((capacity for capacity in _CAPACITIES if capacity >= players), players)
        return cls(width / 2, height / 2, rim, min(roomy, most))

    @property
    def hub(self) -> float:
        return _hub(self.rim)

    @property
    def guide(self) -> float:
        return self.hub * _GUIDE

    @property
    def pitch(self) -> float:
        return (self.rim - self.guide) / self.lanes

    def lane(self, place: int, players: int) -> int:
        """The lane of the player at `place` of `players`; neighbours share when there are fewer lanes."""
        return place if players <= self.lanes else place * self.lanes // players

    def radius(self, lane: int) -> float:
        return self.guide + (lane + 1) * self.pitch

    def lane_near(self, radius: float) -> int | None:
        """The lane nearest to `radius`, None outside of all lanes."""
        lane = round((radius - self.guide) / self.pitch) - 1
        return lane if 0 <= lane < self.lanes else None

    def point(self, turn: float, radius: float) -> tuple[float, float]:
        angle = 2 * pi * turn
        return self.x + radius * sin(angle), self.y - radius * cos(angle)

    def polar(self, x: float, y: float) -> tuple[float, float]:
        """The turn and the radius of a point."""
        across, down = x - self.x, y - self.y
        return atan2(across, -down) / (2 * pi) % 1.0, hypot(across, down)

    def dot(self, velocity: int) -> float:
        """Radius of a stroke's dot, in steps, so that few pictures are needed."""
        largest = min(max(self.pitch * 0.42, 5.0), self.rim * 0.03, 11.0)
        step = round(_STEPS_OF_DOT * velocity / 127) / _STEPS_OF_DOT
        return round(2 * largest * (0.5 + 0.5 * step)) / 2

    def sector(self, turn: float, until: float, margin: float) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of the sector from `turn` clockwise to `until`, between hub and rim."""
        steps = [turn + (until - turn) * step / 4 for step in range(5)]
        xs, ys = zip(*(self.point(at, radius) for at in steps for radius in (self.hub, self.rim + margin)), strict=True)
        return min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin


def _hub(rim: float) -> float:
    return max(rim * _HUB, min(_WORDS, rim * _LARGEST_HUB))


def turn_of(segment: Segment, beat: Beats) -> float:
    """The turn at which `beat` lies while `segment` is in force; one turn is one period."""
    period = segment.meter.period
    return (beat - segment.origin) % period / period


def bar(meter: Meter) -> int:
    """Beats in a bar: 4, or 3 if only that divides the cycle, otherwise the whole cycle."""
    return next((beats for beats in (4, 3) if meter.beats % beats == 0), meter.beats)


def marks(meter: Meter, rim: float) -> tuple[Spoke, ...]:
    """The spokes of a ring with this rim: cycles always, bars and beats where there is room."""
    return tuple(_marks(meter, 2 * pi * rim, 2 * pi * _hub(rim)))


def _marks(meter: Meter, circumference: float, within_hub: float) -> Iterator[Spoke]:
    total = meter.beats * meter.cycles
    steps = (1, 2, bar(meter), 2 * bar(meter), 4 * bar(meter))
    fitting = [step for step in steps if meter.beats % step == 0 and circumference * step / total >= SPACING]
    numbered = min(fitting, default=meter.beats)
    apart = [step for step in steps if meter.beats % step == 0 and within_hub * step / total >= ROOM]
    spoke = min(*apart, numbered) if apart else meter.beats
    cycles_fit = circumference / meter.cycles >= SPACING
    for beat in range(0, total, spoke):
        cycle, within = divmod(beat, meter.beats)
        kind: Literal["beat", "bar", "cycle"] = "bar" if within % bar(meter) == 0 else "beat"
        label = str(within + 1) if within % numbered == 0 else ""
        if within == 0:
            kind = "cycle"
            label = _cycle_label(cycle, numbered == meter.beats, cycles_fit)
        yield Spoke(beat / total, kind, label)


def _cycle_label(cycle: int, only_cycles: bool, fits: bool) -> str:
    """The number of a cycle where only cycles are numbered, otherwise 1 for its first beat."""
    if cycle and not fits:
        return ""
    return str(cycle + 1) if only_cycles else "1"


def beat_name(segment: Segment, beat: Beats) -> tuple[int, float]:
    """Cycle of the period and beat of the cycle, both counted from 1, the beat with its fraction."""
    within = (beat - segment.origin) % segment.meter.period
    cycle, rest = divmod(within, segment.meter.cycle)
    return cycle + 1, rest / BEAT + 1
