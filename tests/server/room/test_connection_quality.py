"""How well members are connected."""

from drumcircle_gui.protocol.messages import ClockRequest, ConnectionQuality
from drumcircle_gui.server.room.connection_quality import (
    ArrivalLag,
    QualityReport,
    arrival_margin,
    quality_row,
)
from drumcircle_gui.timing.period import MAX_ONE_WAY
from drumcircle_gui.timing.timeline import Meter, Segment, Timeline
from drumcircle_gui.timing.units import BEAT, SECOND, Beats, Micros, Tempo

RUNNING = Timeline((Segment(1, Micros(0), Beats(0), Tempo(SECOND // 2), True, Meter(), Beats(0)),))
NOW = Micros(100 * SECOND)
PERIOD = 8 * SECOND


def reporting(round_trip: int) -> QualityReport:
    report = QualityReport()
    report.update(ClockRequest(1, 0, Micros(round_trip), Micros(round_trip // 2), 3))
    return report


def margin_of(report: QualityReport, lag: Beats | None) -> Micros | None:
    return arrival_margin(RUNNING, NOW, lag=lag, report=report, tick=Micros(25_000), max_one_way=Micros(100_000))


def test_the_lag_of_strokes_shortens_the_margin() -> None:
    lag = Beats(BEAT // 10)
    assert margin_of(QualityReport(), lag) == PERIOD - 50_000 - 25_000 - 100_000


def test_without_strokes_the_margin_comes_from_the_round_trip() -> None:
    assert margin_of(reporting(80_000), None) == PERIOD - 40_000 - 25_000 - 100_000


def test_without_reports_the_margin_is_unknown() -> None:
    assert margin_of(QualityReport(), None) is None


def test_if_the_circle_stops_first_the_margin_comes_from_the_round_trip() -> None:
    stopping = RUNNING.changed(NOW, running=False)
    report = reporting(80_000)
    found = arrival_margin(stopping, NOW, lag=Beats(0), report=report, tick=Micros(0), max_one_way=Micros(0))
    assert found == PERIOD - 40_000


def test_reported_round_trips_are_bounded() -> None:
    assert QualityReport().one_way == 0
    assert reporting(80_000).one_way == 40_000
    assert reporting(2**40).one_way == MAX_ONE_WAY


def test_a_row_holds_the_reported_values() -> None:
    assert quality_row(7, reporting(80_000), Micros(5)) == ConnectionQuality(7, 80_000, 40_000, 5, 3)


def test_the_worst_lag_is_kept_for_two_windows() -> None:
    lag = ArrivalLag()
    assert lag.worst(Micros(0)) is None
    lag.add(Beats(3), Micros(0))
    lag.add(Beats(9), Micros(SECOND))
    lag.add(Beats(2), Micros(6 * SECOND))
    assert lag.worst(Micros(9 * SECOND)) == 9
    assert lag.worst(Micros(12 * SECOND)) == 2
    assert lag.worst(Micros(30 * SECOND)) is None
