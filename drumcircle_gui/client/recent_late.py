"""Late strokes of each member within the last minute, from counts that only grow. Pure."""

from collections import deque
from collections.abc import Iterable

from drumcircle_gui.protocol.messages import ConnectionQuality
from drumcircle_gui.timing.units import SECOND, Micros

SPAN = Micros(60 * SECOND)


class RecentLate:
    """Remembers each member's counts of the last SPAN. A count that shrinks is that of a new entry to the circle."""

    def __init__(self) -> None:
        self._counts: dict[int, deque[tuple[Micros, int]]] = {}

    def update(self, qualities: Iterable[ConnectionQuality], now: Micros) -> dict[int, int]:
        """Add the counts known at local time `now`. Returns the late strokes within the last SPAN, by member id."""
        current = {quality.id: quality.late for quality in qualities}
        self._counts = {member: self._counts.get(member, deque()) for member in current}
        return {member: self._added(counts, current[member], now) for member, counts in self._counts.items()}

    @staticmethod
    def _added(counts: deque[tuple[Micros, int]], count: int, now: Micros) -> int:
        if counts and count < counts[-1][1]:
            counts.clear()
        if not counts or count != counts[-1][1]:
            counts.append((now, count))
        while len(counts) > 1 and counts[1][0] <= now - SPAN:
            counts.popleft()
        return count - counts[0][1]
