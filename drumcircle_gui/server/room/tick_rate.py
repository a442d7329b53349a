"""How often the server sends: the tick stretches with the number of members."""

from drumcircle_gui.timing.units import Micros

SHORTEST = Micros(25_000)
LONGEST = Micros(250_000)
PER_MEMBER = Micros(1_000)

# It follows only when it is off by more than a quarter, or everybody would be told at every join.
_SLACK = 4


class TickRate:
    """The `tick`: 1 ms for each member, from 25 ms (a band) to 250 ms (a stadium)."""

    def __init__(self) -> None:
        self.tick = SHORTEST

    def follow(self, members: int) -> bool:
        """Adapt to so many connected members; whether the tick changed."""
        fitting = Micros(min(max(members * PER_MEMBER, SHORTEST), LONGEST))
        if abs(fitting - self.tick) * _SLACK < self.tick and fitting not in (SHORTEST, LONGEST):
            return False
        changed, self.tick = fitting != self.tick, fitting
        return changed
