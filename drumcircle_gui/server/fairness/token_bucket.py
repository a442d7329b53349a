"""A token bucket: the limit of a rate, with bursts."""

from drumcircle_gui.timing.units import SECOND, Micros


class TokenBucket:
    """Holds up to `burst` units, refilled with `rate` units a second. It is full at first.

    The unit is the caller's: chat lines, strokes, micros of work. All times are of one clock, in micros.
    """

    def __init__(self, rate: int, burst: int) -> None:
        self._rate = rate
        self._capacity = self._level = burst * SECOND
        self._updated_at = Micros(0)

    def take(self, requested: int, now: Micros) -> int:
        """Take up to `requested` units; the number granted."""
        self._refill(now)
        granted = min(requested, max(self._level, 0) // SECOND)
        self._level -= granted * SECOND
        return granted

    def spend(self, amount: int, now: Micros) -> bool:
        """Take `amount` units if at least one is there, and owe the rest. If none is there, take nothing: False."""
        self._refill(now)
        if self._level < SECOND:
            return False
        self._level -= amount * SECOND
        return True

    def owe(self, amount: int, now: Micros) -> None:
        """Take `amount` units in any case; what is lacking is owed, up to a full bucket."""
        self._refill(now)
        self._level = max(self._level - amount * SECOND, -self._capacity)

    def wait(self, now: Micros) -> Micros:
        """The time until `spend` succeeds; 0 if it does now."""
        self._refill(now)
        return Micros(max(-((self._level - SECOND) // self._rate), 0))

    def full_at(self) -> Micros:
        """The time at which it is full again."""
        return Micros(self._updated_at - (self._level - self._capacity) // self._rate)

    def _refill(self, now: Micros) -> None:
        self._level = min(self._capacity, self._level + max(now - self._updated_at, 0) * self._rate)
        self._updated_at = now
