"""Everybody is told how they fare, and how often to send."""

from drumcircle_gui.protocol.messages import ClockRequest, ConnectionQuality, QualityUpdate, TickUpdate
from drumcircle_gui.timing.units import SECOND, Micros

from .circle import Circle, tell
from .connection_quality import margin, standing
from .effects import Broadcast, Effect
from .roster import Seat
from .status_rotation import StatusRotation

# A conductor's table of everybody comes once a second, and more slowly the longer it is.
_PER_MEMBER = Micros(5_000)


class StatusBroadcast:
    """A conductor hears of all members, a player of themself."""

    def __init__(self, circle: Circle) -> None:
        self._circle = circle
        self._rota = StatusRotation()
        self._asked_at = Micros(0)
        self._told_conductors_at = Micros(0)

    def report(self, seat: Seat, message: ClockRequest, now: Micros) -> list[Effect]:
        """Its question was answered where it came in; what counts here is what came with it."""
        seat.report.note(message)
        self._rota.enter(seat.id, now)
        return []

    def pace(self) -> list[Effect]:
        pace = self._circle.pace
        return [Broadcast(TickUpdate(pace.tick))] if pace.follow(len(self._circle.roster.connected)) else []

    def standings(self, now: Micros) -> list[Effect]:
        """Those whose turn it is, each of themself; and conductors, of all."""
        turns = self._rota.turns(now, Micros(now - self._asked_at))
        self._asked_at = now
        rows = self._table(now)
        slowest = self._circle.slowest_way() if turns else Micros(0)
        for id in turns:
            if (seat := self._circle.roster.by_id(id)) is None:
                continue
            self._rota.enter(id, now)
            if not seat.conducts:
                rows += tell([seat], QualityUpdate((self._row(seat, slowest, now),)))
        return rows

    def _table(self, now: Micros) -> list[Effect]:
        roster = self._circle.roster
        if now - self._told_conductors_at < max(SECOND, len(roster) * _PER_MEMBER):
            return []
        self._told_conductors_at = now
        if not (conductors := roster.conductors()):
            return []
        slowest = self._circle.slowest_way()
        table = QualityUpdate(tuple([self._row(seat, slowest, now) for seat in roster.connected.values()]))
        return tell(conductors, table)

    def _row(self, seat: Seat, slowest: Micros, now: Micros) -> ConnectionQuality:
        circle = self._circle
        early = margin(
            circle.timeline,
            now,
            lag=seat.lag.worst(now),
            report=seat.report,
            tick=circle.pace.tick,
            slowest=slowest,
        )
        return standing(seat.id, seat.report, early)
