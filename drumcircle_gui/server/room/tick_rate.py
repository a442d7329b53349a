"""The tick: the interval at which the server sends batches. It grows with the number of members that take part."""

from drumcircle_gui.timing.period import period_micros, travel_micros
from drumcircle_gui.timing.timeline import Timeline
from drumcircle_gui.timing.units import Micros

MIN_TICK = Micros(25_000)
MAX_TICK = Micros(250_000)

LONGEST_TICK = Micros(500_000)
"""The longest tick on a server with many circles, of a circle whose periods have room for it. Longer ones would save
little: the work for each stroke remains, and chat waits for the tick, too."""

TICK_PER_MEMBER = Micros(1_000)

MEMBERS_AT_MIN_TICK = MIN_TICK // TICK_PER_MEMBER

CATCH_UP_TICK = Micros(5_000)
"""The tick while more strokes are pending than one batch holds. Members are sent the regular tick."""

_TOLERANCE = 4
"""The tick changes only if it would differ by more than a quarter (1 / 4), so that not every join changes it."""


class TickRate:
    """The present `tick`: 1 ms per member, from 25 ms (a band) to 250 ms (a stadium); at least `floor`, as far as the
    circle has room for it."""

    def __init__(self) -> None:
        self.tick = self.floor = MIN_TICK
        self._adapted_to: tuple[int, Micros, Micros] | None = None

    def adapt(self, members: int, longest: Micros = MAX_TICK) -> bool:
        """Adapt to `members` connected members that take part, in a circle whose `longest` tick is known; True if the
        tick changed."""
        if (members, longest, self.floor) == self._adapted_to:  # nearly always
            return False
        self._adapted_to = members, longest, self.floor
        floor = min(self.floor, longest)
        fitting = Micros(max(min(members * TICK_PER_MEMBER, MAX_TICK), floor))
        if abs(fitting - self.tick) * _TOLERANCE < self.tick and fitting not in (floor, MAX_TICK):
            return False
        changed, self.tick = fitting != self.tick, fitting
        return changed


def longest_tick(timeline: Timeline, one_way: Micros) -> Micros:
    """Return LONGEST_TICK if a stroke then still travels for half of each period at most, and else MAX_TICK. The stroke
    waits for a tick at its player and for one at the server; the delay from there to the listener is `one_way`."""
    travel = travel_micros(one_way, Micros(2 * LONGEST_TICK))
    return LONGEST_TICK if all(2 * travel <= period_micros(each) for each in timeline.segments) else MAX_TICK
