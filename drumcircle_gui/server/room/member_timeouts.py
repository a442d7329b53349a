"""How long a member may be silent or disconnected, and the clock by which that is measured."""

from drumcircle_gui.timing.units import SECOND, Micros

SILENCE_TIMEOUT = Micros(20 * SECOND)
"""A member that has sent nothing for this long, not even a clock request, is disconnected."""

STALL_TIMEOUT = Micros(20 * SECOND)
"""A member that reads none of the waiting data for this long is disconnected."""

RESUME_WINDOW = Micros(120 * SECOND)
"""How long the seat of a disconnected member is kept."""

MAX_TICK_GAP = SECOND
"""Longest time between two ticks that is counted; during a longer one the server itself was suspended."""


class AwakeClock:
    """Measures how long the server has run. It does not advance while the server is suspended and cannot receive
    anything."""

    def __init__(self) -> None:
        self.time = Micros(0)
        self._ticked_at = Micros(0)

    def tick(self, now: Micros) -> None:
        """Advance to circle time `now`."""
        elapsed, self._ticked_at = now - self._ticked_at, now
        if elapsed > 0:
            self.time = Micros(self.time + (elapsed if elapsed < MAX_TICK_GAP else MAX_TICK_GAP))
