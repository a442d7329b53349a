"""Soft take-over: a fader sets a level only once its position has met that level, so that levels do not jump. Pure."""

from dataclasses import dataclass

TOLERANCE = 2.01 / 127
"""Difference of positions that count as equal: two steps of a MIDI controller, however they are rounded."""


@dataclass(frozen=True, slots=True)
class SoftFader:
    """`position`: of the fader, 0 to 1; None before it was moved. `set_to`: the level that it set last; None while it
    does not set the level."""

    position: float | None = None
    set_to: float | None = None

    def moved(self, position: float, level: float) -> "SoftFader":
        """The fader after a move to `position` while the level was `level`. It sets the level if the present level is
        the one it set last, or if this move reaches or crosses the level."""
        follows = self.set_to is not None and abs(self.set_to - level) <= TOLERANCE
        begin = position if self.position is None else self.position
        low, high = sorted((begin, position))
        reached = low - TOLERANCE <= level <= high + TOLERANCE
        return SoftFader(position, position if follows or reached else None)
