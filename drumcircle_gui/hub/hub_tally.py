"""Counters of a hub's work, per second and since its start. Pure."""

from dataclasses import asdict
from typing import Any

from drumcircle_gui.server.stats import Lateness, TickTally
from drumcircle_gui.timing.units import Micros

from .web.status import HubFigures


class HubTally:
    """Counts the work of all rooms, with `ticks` shared by them. Call `take` once a second."""

    def __init__(self) -> None:
        self.ticks = TickTally()
        self._strokes = self._deliveries = self._bytes = 0
        self._lateness = Lateness(Micros(0), Micros(0), Micros(0))

    def take(self, members: int) -> dict[str, Any]:
        """The figures of the last second, for the report."""
        second = self.ticks.take(members)
        self._strokes += second.strokes
        self._deliveries += second.deliveries
        self._bytes += second.bytes
        self._lateness = second.tick_lateness
        return asdict(second)

    def figures(self, circles: int, members: int, listed: int, directory_connections: int) -> HubFigures:
        """The figures since the start; lateness is that of the last second."""
        return HubFigures(
            circles=circles,
            members=members,
            listed=listed,
            directory_connections=directory_connections,
            strokes=self._strokes,
            deliveries=self._deliveries,
            bytes=self._bytes,
            tick_lateness_p50=self._lateness.p50,
            tick_lateness_p99=self._lateness.p99,
            tick_lateness_max=self._lateness.max,
        )
