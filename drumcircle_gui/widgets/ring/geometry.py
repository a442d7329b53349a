"""Geometry of the ring. Pure. Logical pixels, y downwards; a *turn* of 0 to 1 goes clockwise from the top."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import atan2, cos, hypot, pi, sin
from typing import Literal, NamedTuple

from drumcircle_gui.timing.timeline import Meter, Segment
from drumcircle_gui.timing.units import BEAT, Beats

NUMBERS = 40  # room around the lanes for the numbers
SPACING = 34  # of two numbers, at least
ROOM = 5  # between two spokes where they meet the hub, at least
PITCH = 14  # of two lanes, at least
_HUB = 0.285  # radius of the hub as a share of the rim's, where its words need no more
_WORDS = 72  # radius in which the hub's words fit
_LEAST_RIM = 128  # of a ring whose hub has room for words; the words of a smaller ring are beside it
_LEAST_BESIDE, _MOST_BESIDE, _GAP = 150, 260, 8  # width of the words beside the ring, and their distance from it
LEAST_RING = 174  # of a widget that holds a ring; a ring becomes no smaller to make room for words
_GUIDE = 1.175  # radius of the guide's lane as a share of the hub's
_CAPACITIES = (3, 6, 9, 12, 16, 20, 26, 32, 40, 50, 64, 80, 100)
_STEPS_OF_DOT = 6


@dataclass(frozen=True, slots=True)
class Spoke:
    """A spoke for a beat, the first beat of a bar, or of a cycle; `label` is its number where there is room."""

    turn: float
    kind: Literal["beat", "bar", "cycle"]
    label: str


class Box(NamedTuple):
    """A rectangle for words beside the ring."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Dial:
    """The ring laid out: `lanes` circles from just outside the guide's lane to the rim.

    The words are in the hub, or `beside` the ring where that is small.
    """

    x: float
    y: float
    rim: float
    lanes: int
    beside: Box | None = None

    @classmethod
    def fitting(cls, width: float, height: float, players: int) -> "Dial":
        """The largest dial in a widget of this size.

        It has lanes for a few more players, so that a new one seldom moves the others. Where lanes would be narrower
        than PITCH, players share them.
        """
        size, beside = min(width, height), None
        across = min(height, width - _LEAST_BESIDE)
        if size / 2 - NUMBERS < _LEAST_RIM and across >= LEAST_RING:
            size, beside = across, _box(width, height, across)
        x = beside.left - _GAP - size / 2 if beside else width / 2
        dial = cls(x, height / 2, max(size / 2 - NUMBERS, 24.0), 1, beside)
        most = max(int((dial.rim - dial.guide) / PITCH), 1)
        roomy = next((capacity for capacity in _CAPACITIES if capacity >= players), players)
        return replace(dial, lanes=min(roomy, most))

    @property
    def hub(self) -> float:
        usual = self.rim * _HUB
        return usual if self.beside else max(usual, min(_WORDS, self.rim * _WORDS / _LEAST_RIM))

    @property
    def words(self) -> Box:
        """The area of the words: `beside`, or the square around the guide's lane."""
        return self.beside or Box(self.x - self.guide, self.y - self.guide, 2 * self.guide, 2 * self.guide)

    def has_words_at(self, x: float, y: float) -> bool:
        """Whether a point is in the hub, or among the words beside the ring."""
        box = self.words
        within = 0 <= x - box.left <= box.width and 0 <= y - box.top <= box.height
        return (self.beside is not None and within) or self.polar(x, y)[1] < self.hub

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


def _box(width: float, height: float, ring: float) -> Box:
    """The words at the right of a ring of that size; both are in the middle together."""
    room = width - ring - _GAP
    words = min(room, _MOST_BESIDE)
    return Box(ring + _GAP + (room - words) / 2, 0, words, height)


def turn_of(segment: Segment, beat: Beats) -> float:
    """The turn at which `beat` lies while `segment` is in force; one turn is one period."""
    period = segment.meter.period
    return (beat - segment.origin) % period / period


def bar(meter: Meter) -> int:
    """Beats in a bar: 4, or 3 if only that divides the cycle, otherwise the whole cycle."""
    return next((beats for beats in (4, 3) if meter.beats % beats == 0), meter.beats)


def marks(meter: Meter, dial: Dial) -> tuple[Spoke, ...]:
    """The spokes of the ring: cycles always, bars and beats where there is room."""
    return tuple(_marks(meter, 2 * pi * dial.rim, 2 * pi * dial.hub))


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
