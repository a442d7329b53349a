"""Sends members the quality of their connections, and the tick at which to send strokes. Pure."""

from drumcircle_gui.protocol.fields import PlayerId
from drumcircle_gui.protocol.messages import ClockRequest, ConnectionQuality, QualityUpdate, TickUpdate
from drumcircle_gui.timing.units import SECOND, Micros

from .circle import Circle, send_to
from .connection_quality import arrival_margin, quality_row
from .effects import Broadcast, Effect
from .roster import Seat
from .tick_rate import MEMBERS_AT_MIN_TICK

UPDATE_INTERVAL = SECOND

MAX_UPDATES_PER_S = 200
"""Maximum number of players that are sent their own row in a second; with more players, each gets its row
less often."""

_TABLE_INTERVAL_PER_MEMBER = Micros(5_000)
"""Minimum interval of the conductors' table for each member of the circle: with more than 200 members it exceeds a
second."""


class UpdateRotation:
    """Takes members in turn, each about once a second, and at most MAX_UPDATES_PER_S of them in a second."""

    def __init__(self) -> None:
        self._waiting_since: dict[PlayerId, Micros] = {}

    def enter(self, id: PlayerId, now: Micros) -> None:
        """Queue a member for its turn in a second; no effect if it is queued already."""
        self._waiting_since.setdefault(id, now)

    def next_turns(self, now: Micros, elapsed: Micros) -> list[PlayerId]:
        """The members whose turn it is, `elapsed` after the last call. They leave the queue."""
        turns: list[PlayerId] = []
        limit = 0
        for id, since in self._waiting_since.items():
            if now - since < UPDATE_INTERVAL:  # nearly always the first one's turn has not come
                break
            limit = limit or -(-MAX_UPDATES_PER_S * elapsed // SECOND)
            if len(turns) >= limit:
                break
            turns.append(id)
        for id in turns:
            del self._waiting_since[id]
        return turns


class StatusBroadcast:
    """Sends conductors a table of all members, and each player its own row of it."""

    def __init__(self, circle: Circle) -> None:
        self._circle = circle
        self._rotation = UpdateRotation()
        self._rotated_at = Micros(0)
        self._table_sent_at = Micros(0)

    def take_report(self, seat: Seat, message: ClockRequest, now: Micros) -> list[Effect]:
        """Store the report in `message`. (The connection itself answers the clock request.)"""
        seat.quality.update(message)
        self._rotation.enter(seat.id, now)
        return []

    def tick_update(self) -> list[Effect]:
        tick_rate, connected = self._circle.tick_rate, self._circle.roster.connected
        members = len(connected)
        if members > MEMBERS_AT_MIN_TICK:
            members = sum([seat.takes_part for seat in connected.values()])
        changed = tick_rate.adapt(members, self._circle.longest_tick())
        return [Broadcast(TickUpdate(tick_rate.tick))] if changed else []

    def quality_updates(self, now: Micros) -> list[Effect]:
        """The table for conductors if it is due, and the rows of the players in turn."""
        turns = self._rotation.next_turns(now, Micros(now - self._rotated_at))
        self._rotated_at = now
        effects = self._table(now)
        max_one_way = self._circle.max_one_way() if turns else Micros(0)
        for id in turns:
            if (seat := self._circle.roster.by_id(id)) is None:
                continue
            self._rotation.enter(id, now)
            if not seat.conducts:
                effects += send_to([seat], QualityUpdate((self._row(seat, max_one_way, now),)))
        return effects

    def _table(self, now: Micros) -> list[Effect]:
        since = now - self._table_sent_at
        if since < UPDATE_INTERVAL:
            return []
        roster = self._circle.roster
        if since < len(roster) * _TABLE_INTERVAL_PER_MEMBER:
            return []
        self._table_sent_at = now
        if not (conductors := roster.conductors()):
            return []
        max_one_way = self._circle.max_one_way()
        table = QualityUpdate(tuple([self._row(seat, max_one_way, now) for seat in roster.connected.values()]))
        return send_to(conductors, table)

    def _row(self, seat: Seat, max_one_way: Micros, now: Micros) -> ConnectionQuality:
        margin = arrival_margin(
            self._circle.timeline,
            now,
            lag=seat.arrival_lag.worst(now),
            report=seat.quality,
            tick=self._circle.tick_rate.tick,
            max_one_way=max_one_way,
        )
        return quality_row(seat.id, seat.quality, margin)
