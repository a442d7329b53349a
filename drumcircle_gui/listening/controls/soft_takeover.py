"""Soft take-over: a fader sets a level only after it has come to where the level is: levels do not jump. Pure."""

from dataclasses import dataclass

TOLERANCE = 2.01 / 127
"""Difference of positions that count as equal: two steps of a MIDI controller, however they are rounded."""


@dataclass(frozen=True, slots=True)
class SoftFader:
    """`position`: where the fader is, 0 to 1, None before it was moved; `set_to`: the level that it has set last, None
    while it does not set the level."""

    position: float | None = None
    set_to: float | None = None

    def moved(self, position: float, level: float) -> "SoftFader":
        """After it was moved to `position` while the level was `level`. It sets the level if it has set the present
        one, or if it has just come to it or past it."""
        follows = self.set_to is not None and abs(self.set_to - level) <= TOLERANCE
        begin = position if self.position is None else self.position
        low, high = sorted((begin, position))
        reached = low - TOLERANCE <= level <= high + TOLERANCE
        return SoftFader(position, position if follows or reached else None)
