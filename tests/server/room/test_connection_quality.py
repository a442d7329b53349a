"""How well members are connected."""

from drumcircle_gui.protocol.messages import ClockRequest, ConnectionQuality
from drumcircle_gui.server.room.connection_quality import LONGEST_WAY, ArrivalLag, QualityReport, margin, standing
from drumcircle_gui.timing.timeline import Meter, Segment, Timeline
from drumcircle_gui.timing.units import BEAT, SECOND, Beats, Micros, Tempo

RUNNING = Timeline((Segment(1, Micros(0), Beats(0), Tempo(SECOND // 2), True, Meter(), Beats(0)),))
NOW = Micros(100 * SECOND)
PERIOD = 8 * SECOND


def reporting(round_trip: int) -> QualityReport:
    report = QualityReport()
    report.note(ClockRequest(1, 0, Micros(round_trip), Micros(round_trip // 2), 3))
    return report


def margin_of(report: QualityReport, lag: Beats | None) -> Micros | None:
    return margin(RUNNING, NOW, lag=lag, report=report, tick=Micros(25_000), slowest=Micros(100_000))


def test_strokes_that_lag_arrive_so_much_later() -> None:
    lag = Beats(BEAT // 10)
    assert margin_of(QualityReport(), lag) == PERIOD - 50_000 - 25_000 - 100_000


def test_without_strokes_the_round_trip_is_the_guess() -> None:
    assert margin_of(reporting(80_000), None) == PERIOD - 40_000 - 25_000 - 100_000


def test_without_anything_the_margin_is_unknown() -> None:
    assert margin_of(QualityReport(), None) is None


def test_when_the_circle_stops_before_they_sound_the_round_trip_is_the_guess() -> None:
    stopping = RUNNING.changed(NOW, running=False)
    report = reporting(80_000)
    found = margin(stopping, NOW, lag=Beats(0), report=report, tick=Micros(0), slowest=Micros(0))
    assert found == PERIOD - 40_000


def test_what_members_say_of_themselves_is_believed_within_reason() -> None:
    assert QualityReport().one_way == 0
    assert reporting(80_000).one_way == 40_000
    assert reporting(2**40).one_way == LONGEST_WAY


def test_a_standing_tells_what_was_reported() -> None:
    assert standing(7, reporting(80_000), Micros(5)) == ConnectionQuality(7, 80_000, 40_000, 5, 3)


def test_the_worst_lag_is_remembered_for_a_while() -> None:
    lag = ArrivalLag()
    assert lag.worst(Micros(0)) is None
    lag.note(Beats(3), Micros(0))
    lag.note(Beats(9), Micros(SECOND))
    lag.note(Beats(2), Micros(6 * SECOND))
    assert lag.worst(Micros(9 * SECOND)) == 9
    assert lag.worst(Micros(12 * SECOND)) == 2
    assert lag.worst(Micros(30 * SECOND)) is None
