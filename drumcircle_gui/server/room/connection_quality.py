"""Computes how well each member is connected, from its reports and from when its strokes arrive. Pure."""

from drumcircle_gui.protocol.fields import PlayerId
from drumcircle_gui.protocol.messages import ClockRequest, ConnectionQuality
from drumcircle_gui.timing.period import one_way_delay, period_micros
from drumcircle_gui.timing.timeline import Timeline
from drumcircle_gui.timing.units import SECOND, Beats, Micros

_LAG_WINDOW = Micros(5 * SECOND)


class QualityReport:
    """A member's last report of its own connection, in micros; -1: none yet. `reported`: the report came with a request
    for the time."""

    reported = False
    round_trip = Micros(-1)
    bound = Micros(-1)
    late = 0

    def update(self, request: ClockRequest) -> None:
        self.reported = True
        self.round_trip, self.bound, self.late = request.round_trip, request.bound, request.late

    @property
    def one_way(self) -> Micros:
        return one_way_delay(self.round_trip)


class ArrivalLag:
    """The longest lag of a player's strokes behind the beat at which they arrived, over the last 5 to 10 s.

    Two windows of 5 s take turns: the present one and the one before.
    """

    __slots__ = ("_present", "_previous", "_window_start")

    def __init__(self) -> None:
        self._window_start = Micros(0)
        self._present: Beats | None = None
        self._previous: Beats | None = None

    def add(self, lag: Beats, now: Micros) -> None:
        if now - self._window_start >= _LAG_WINDOW:
            self._roll(now)
        if self._present is None or lag > self._present:
            self._present = lag

    def worst(self, now: Micros) -> Beats | None:
        """The longest lag; None if no stroke arrived in the two windows."""
        if now - self._window_start >= _LAG_WINDOW:
            self._roll(now)
        return max((lag for lag in (self._present, self._previous) if lag is not None), default=None)

    def _roll(self, now: Micros) -> None:
        self._previous = self._present if now - self._window_start < 2 * _LAG_WINDOW else None
        self._present = None
        self._window_start = now


def arrival_margin(
    timeline: Timeline, now: Micros, *, lag: Beats | None, report: QualityReport, tick: Micros, max_one_way: Micros
) -> Micros | None:
    """How long before they are due the player's strokes reach the slowest listener, in micros; negative if too late.

    None if there are neither strokes nor reports.
    """
    early = _earliness(timeline, now, lag)
    if early is None:
        if report.round_trip < 0:
            return None
        early = Micros(period_micros(timeline.latest) - report.one_way)
    return Micros(early - tick - max_one_way)


def quality_row(id: PlayerId, report: QualityReport, margin: Micros | None) -> ConnectionQuality:
    return ConnectionQuality(id, report.round_trip, report.bound, margin, report.late)


def _earliness(timeline: Timeline, now: Micros, lag: Beats | None) -> Micros | None:
    """How long before it is due a stroke reaches the server if it lags by `lag`."""
    if lag is None:
        return None
    due = timeline.due(Beats(timeline.beat_at(now) - lag))
    return None if due is None else Micros(due - now)
