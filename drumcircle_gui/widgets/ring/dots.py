"""The ring's dots, one per stroke, ordered by the beat on which they sound. Pure."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import sqrt
from operator import attrgetter
from typing import Any

from drumcircle_gui.timing.units import Beats

MOST_DOTS = 32_768

MANY_DOTS = 1500
"""From this number of dots on, those of a hundred players, the picture is repainted half as often, and dots vanish
twice as fast."""

FAINTEST = 0.42  # of full brightness, just before a dot comes round
DIMMED = 0.3  # of that, for muted and disconnected players
_SWELL = 0.45  # of its radius, when the hand meets it
_STEPS = 64
"""Steps in which a dot fades, swells and vanishes: looking a step up is quicker than computing it for each dot."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A stroke of `player`, struck on `beat` with `velocity` 1 to 127. `silent`: it will not be heard here."""

    player: int
    beat: Beats
    velocity: int
    silent: bool = False


class PlacedDot:
    """A dot with the beat it sounds on and, once it has a lane, its place in pixels."""

    __slots__ = ("colour", "dimmed", "dot", "left", "picture", "radius", "shown", "sounds", "top", "x", "y")

    def __init__(self, dot: Dot, sounds: Beats) -> None:
        self.dot = dot
        self.sounds = sounds
        self.shown = self.dimmed = False
        self.x = self.y = self.radius = 0.0
        self.colour = self.left = self.top = 0
        self.picture: Any = None  # what the painter made for it

    def brightness(self, beat: Beats) -> float:
        """Share of full brightness at `beat`: 1 when struck, fading to FAINTEST when it sounds."""
        struck = self.dot.beat
        step = (beat - struck) * _STEPS // (self.sounds - struck)
        shade = _SHADES[0 if step < 0 else step if step < _STEPS else _STEPS]
        return shade * DIMMED if self.dimmed else shade


def _shade(age: float) -> float:
    return 1 - (1 - FAINTEST) * age * sqrt(age)


_SHADES = tuple(_shade(step / _STEPS) for step in range(_STEPS + 1))
"""Brightness by age, from the stroke until it sounds."""

_sounds: Callable[[PlacedDot], Beats] = attrgetter("sounds")


class Dots:
    """Holds at most MOST_DOTS dots; beyond that the ones that sound first are dropped."""

    def __init__(self) -> None:
        self._dots: list[PlacedDot] = []

    def __len__(self) -> int:
        return len(self._dots)

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self._dots)

    def add(self, dots: Iterable[PlacedDot]) -> None:
        for dot in dots:
            insort(self._dots, dot, key=_sounds)
        del self._dots[: max(len(self._dots) - MOST_DOTS, 0)]

    def clear(self) -> None:
        self._dots.clear()

    def forget(self, before: Beats) -> None:
        """Drops the dots that sounded before this beat."""
        del self._dots[: bisect_left(self._dots, before, key=_sounds)]

    def until(self, beat: Beats) -> list[PlacedDot]:
        """The dots that sound no later than `beat`."""
        return self._dots[: bisect_right(self._dots, beat, key=_sounds)]

    def after(self, beat: Beats) -> list[PlacedDot]:
        """The dots that sound later than `beat`."""
        return self._dots[bisect_right(self._dots, beat, key=_sounds) :]


def met(ahead: int, lead: int, vanishing: int) -> tuple[float, float]:
    """Brightness and radius factor of a dot near the hand. It is met in `ahead` beats (negative: it was met before),
    starts to swell `lead` before that, and has vanished `vanishing` after it, all in beats."""
    if ahead >= 0:
        step = ahead * _STEPS // lead
        return _RISING[step if step < _STEPS else _STEPS]
    step = -ahead * _STEPS // vanishing
    return _VANISHING[step if step < _STEPS else _STEPS]


def _swollen(share: float) -> float:
    return 1 + _SWELL * share


_RISING = tuple(
    (FAINTEST + (1 - FAINTEST) * (1 - step / _STEPS) ** 2, _swollen((1 - step / _STEPS) ** 2))
    for step in range(_STEPS + 1)
)
_VANISHING = tuple((1 - step / _STEPS, _swollen(1 - step / _STEPS)) for step in range(_STEPS + 1))
