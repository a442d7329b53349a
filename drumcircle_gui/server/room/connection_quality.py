"""How well each member is connected, from their own reports and from when their strokes arrive."""

from drumcircle_gui.protocol.fields import PlayerId
from drumcircle_gui.protocol.messages import ClockRequest, ConnectionQuality
from drumcircle_gui.timing.timeline import Timeline
from drumcircle_gui.timing.units import SECOND, Beats, Micros

from .timeline_changes import period_of

# What a member reports of itself is believed up to here: one must not be able to hold up everybody's decisions.
LONGEST_WAY = Micros(4 * SECOND)

_RECENT = Micros(5 * SECOND)


class QualityReport:
    """What one member says of its own connection; -1 micros: not yet."""

    round_trip = Micros(-1)
    bound = Micros(-1)
    late = 0

    def note(self, request: ClockRequest) -> None:
        self.round_trip, self.bound, self.late = request.round_trip, request.bound, request.late

    @property
    def one_way(self) -> Micros:
        return one_way(self.round_trip)


def one_way(round_trip: Micros) -> Micros:
    """Half the round trip: the best guess of the delay in either direction; 0 if nothing was reported."""
    return Micros(min(max(round_trip, 0) // 2, LONGEST_WAY))


class ArrivalLag:
    """The most that a player's strokes were behind the beat when they arrived, over the last 5 to 10 s."""

    def __init__(self) -> None:
        self._since = Micros(0)
        self._now: Beats | None = None
        self._before: Beats | None = None

    def note(self, lag: Beats, now: Micros) -> None:
        self._turn(now)
        if self._now is None or lag > self._now:
            self._now = lag

    def worst(self, now: Micros) -> Beats | None:
        """None if no stroke came lately."""
        self._turn(now)
        return max((lag for lag in (self._now, self._before) if lag is not None), default=None)

    def _turn(self, now: Micros) -> None:
        if now - self._since < _RECENT:
            return
        self._before = self._now if now - self._since < 2 * _RECENT else None
        self._now = None
        self._since = now


def margin(
    timeline: Timeline, now: Micros, *, lag: Beats | None, report: QualityReport, tick: Micros, slowest: Micros
) -> Micros | None:
    """How long before they are due strokes that arrive now reach the slowest listener; None if nothing is known."""
    early = _early(timeline, now, lag)
    if early is None:
        if report.round_trip < 0:
            return None
        early = Micros(period_of(timeline.latest) - report.one_way)
    return Micros(early - tick - slowest)


def standing(id: PlayerId, report: QualityReport, margin: Micros | None) -> ConnectionQuality:
    return ConnectionQuality(id, report.round_trip, report.bound, margin, report.late)


def _early(timeline: Timeline, now: Micros, lag: Beats | None) -> Micros | None:
    """How long before it is due a stroke arrives that is behind by `lag`."""
    if lag is None:
        return None
    due = timeline.due(Beats(timeline.beat_at(now) - lag))
    return None if due is None else Micros(due - now)
