"""When the rooms of a process tick: those of a hub at different times, so that no tick waits for others. Pure."""

import heapq

from drumcircle_gui.timing.units import Micros

_GOLDEN = 0.618033988749895
"""Its multiples, modulo 1, are spread evenly however many they are."""


class TickPhases:
    """Numbers for rooms that share a process, each given once until it is released, as low as possible."""

    def __init__(self) -> None:
        self._released: list[int] = []
        self._next = 0

    def take(self) -> int:
        if self._released:
            return heapq.heappop(self._released)
        self._next += 1
        return self._next - 1

    def release(self, number: int) -> None:
        heapq.heappush(self._released, number)


class TickTimes:
    """The local time at which one room's next tick is `due`.

    Each tick is due one tick after the one before was due, not after it came; missed ones are skipped. While the room
    is `spread`, its ticks are evenly spread among those of all rooms with the same tick: it takes one tick and a half
    at most until they are.
    """

    def __init__(self, phases: TickPhases) -> None:
        self.due = Micros(0)
        self._phases = phases
        self._number: int | None = None

    def begin(self, now: Micros, tick: Micros) -> None:
        self.due = Micros(now + tick)

    def spread(self) -> None:
        """Begin to spread. Idempotent."""
        if self._number is None:
            self._number = self._phases.take()

    def release(self) -> None:
        """Spread no more. Idempotent."""
        if self._number is not None:
            self._phases.release(self._number)
            self._number = None

    def ticked(self, now: Micros, tick: Micros, *, alone: bool = False) -> None:
        """The tick that was due came at `now`; the next one follows after `tick`. `alone`: the room has no members, and
        is spread no more."""
        if alone:
            self.release()
        if self._number is None:
            self.due = Micros(max(self.due + tick, now))
        else:
            earliest = max(self.due + tick // 2 + 1, now)
            phase = int(self._number * _GOLDEN % 1 * tick)
            self.due = Micros(earliest + (phase - earliest) % tick)
