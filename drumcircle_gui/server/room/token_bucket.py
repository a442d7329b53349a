"""How much of something a member may do."""

from drumcircle_gui.timing.units import SECOND, Micros


class TokenBucket:
    """A token bucket: `rate` a second on average, and up to `burst` at once."""

    def __init__(self, rate: int, burst: int) -> None:
        self._rate = rate
        self._full = self._level = burst * SECOND
        self._at = Micros(0)

    def take(self, wanted: int, now: Micros) -> int:
        """How many of the `wanted` are granted now."""
        self._level = min(self._full, self._level + max(now - self._at, 0) * self._rate)
        self._at = now
        granted = min(wanted, self._level // SECOND)
        self._level -= granted * SECOND
        return granted
