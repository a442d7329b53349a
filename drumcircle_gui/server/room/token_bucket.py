"""A token bucket: the limit of a rate, with bursts."""

from drumcircle_gui.timing.units import SECOND, Micros


class TokenBucket:
    """Grants `rate` units a second on average, and up to `burst` units at once."""

    def __init__(self, rate: int, burst: int) -> None:
        self._rate = rate
        self._capacity = self._level = burst * SECOND
        self._updated_at = Micros(0)

    def take(self, requested: int, now: Micros) -> int:
        """Take up to `requested` units at circle time `now`; the number granted."""
        self._level = min(self._capacity, self._level + max(now - self._updated_at, 0) * self._rate)
        self._updated_at = now
        granted = min(requested, self._level // SECOND)
        self._level -= granted * SECOND
        return granted
