"""The tick: the interval at which the server sends batches. It grows with the number of members that take part."""

from drumcircle_gui.timing.units import Micros

MIN_TICK = Micros(25_000)
MAX_TICK = Micros(250_000)
TICK_PER_MEMBER = Micros(1_000)

MEMBERS_AT_MIN_TICK = MIN_TICK // TICK_PER_MEMBER

CATCH_UP_TICK = Micros(5_000)
"""The tick while more strokes are pending than one batch holds. Members are sent the regular tick."""

_TOLERANCE = 4
"""The tick changes only if it would differ by more than a quarter (1 / 4), so that not every join changes it."""


class TickRate:
    """The present `tick`: 1 ms per member, from 25 ms (a band) to 250 ms (a stadium); at least `floor`."""

    def __init__(self) -> None:
        self.tick = self.floor = MIN_TICK

    def adapt(self, members: int) -> bool:
        """Adapt to `members` connected members that take part; True if the tick changed."""
        fitting = Micros(min(max(members * TICK_PER_MEMBER, self.floor), MAX_TICK))
        if abs(fitting - self.tick) * _TOLERANCE < self.tick and fitting not in (self.floor, MAX_TICK):
            return False
        changed, self.tick = fitting != self.tick, fitting
        return changed
