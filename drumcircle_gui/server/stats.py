"""Statistics of a server. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from drumcircle_gui.timing.units import Micros

# One tick each: more than ten minutes of the shortest.
_MAX_SAMPLES = 32_768


@dataclass(frozen=True, slots=True)
class Lateness:
    """How late the ticks were: median, 99th percentile, maximum; all 0 without any tick."""

    p50: Micros
    p99: Micros
    max: Micros

    @classmethod
    def of(cls, samples: Sequence[int]) -> "Lateness":
        """The lateness of `samples` in micros, by nearest rank."""
        ranked = sorted(samples) or [0]
        p50, p99 = (Micros(ranked[-(-len(ranked) * percent // 100) - 1]) for percent in (50, 99))
        return cls(p50, p99, Micros(ranked[-1]))


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerStats:
    """Statistics since the last query: strokes received, batches made of them, bytes sent with the ticks, deliveries
    (strokes times the members they were sent to), and how late the ticks were. `players`: connected at present."""

    players: int
    strokes: int
    batches: int
    bytes: int
    deliveries: int
    tick_lateness: Lateness


class TickTally:
    """Counts between two queries."""

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        self.strokes = self.batches = self.bytes = self.deliveries = 0
        self._lateness: list[int] = []

    def ticked(self, late: int) -> None:
        """A tick was `late` micros after its due time."""
        if len(self._lateness) < _MAX_SAMPLES:
            self._lateness.append(late if late > 0 else 0)

    def take(self, players: int) -> ServerStats:
        """The statistics since the last call, and the present number of `players`; resets the counters."""
        stats = ServerStats(
            players=players,
            strokes=self.strokes,
            batches=self.batches,
            bytes=self.bytes,
            deliveries=self.deliveries,
            tick_lateness=Lateness.of(self._lateness),
        )
        self._begin()
        return stats
