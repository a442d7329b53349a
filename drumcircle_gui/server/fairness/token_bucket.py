"""A token bucket: the limit of a rate, with bursts."""

from drumcircle_gui.timing.units import SECOND, Micros


class TokenBucket:
    """Holds up to `burst` units, refilled with `rate` units a second. It is full at first.

    The unit is the caller's: chat lines, strokes, micros of work. All times are of one clock, in micros.

    Its state is one number, the time at which it is full again, times `rate` (the virtual scheduling of ITU-T I.371).
    The time until then, times `rate`, is what the bucket lacks, in units times SECOND.
    """

    __slots__ = ("_capacity", "_full_at", "_rate")

    def __init__(self, rate: int, burst: int) -> None:
        self._rate = rate
        self._capacity = burst * SECOND
        self._full_at = 0

    def take(self, requested: int, now: Micros) -> int:
        """Take up to `requested` units; return the number granted."""
        scaled = now * self._rate
        full_at = self._full_at if self._full_at > scaled else scaled
        there = (self._capacity - full_at + scaled) // SECOND
        granted = requested if requested <= there else max(there, 0)
        self._full_at = full_at + granted * SECOND
        return granted

    def spend(self, amount: int, now: Micros) -> bool:
        """Take `amount` units if there is at least one; the bucket then owes the missing ones. If there is none, return
        False."""
        scaled = now * self._rate
        full_at = self._full_at if self._full_at > scaled else scaled
        if full_at - scaled > self._capacity - SECOND:
            return False
        self._full_at = full_at + amount * SECOND
        return True

    def owe(self, amount: int, now: Micros) -> None:
        """Take `amount` units in any case. Missing ones are owed, at most as many as a full bucket holds."""
        scaled = now * self._rate
        self._full_at = min(max(self._full_at, scaled) + amount * SECOND, scaled + 2 * self._capacity)

    def lack(self, now: Micros) -> int:
        """The number of units missing in the bucket."""
        return max(-(-(self._full_at - now * self._rate) // SECOND), 0)

    def wait(self, now: Micros) -> Micros:
        """The time until `spend` succeeds; 0 if it would succeed now."""
        missing = self._full_at - now * self._rate - (self._capacity - SECOND)
        return Micros(max(-(-missing // self._rate), 0))

    def full_at(self) -> Micros:
        """The time at which the bucket is full again."""
        return Micros(-(-self._full_at // self._rate))
