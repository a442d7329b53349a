import csv
import io

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from drumcircle_gui.mpd.model.rooms_state import RoomSample
from drumcircle_gui.mpd.view.plots_view import PlotsCard
from drumcircle_gui.mpd.view.table.rows import merged
from drumcircle_gui.timing.units import SECOND, Micros, local_micros
from tests.mpd.views import KITCHEN, QUIET, TERRACE, shown

pytestmark = QUIET
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def plots(qtbot):
    view = PlotsCard()
    view.requested = view.failed
    shown(qtbot, view, (600, 420))
    view.render(merged((), (KITCHEN, TERRACE)))
    return view


def measured(seconds, room="Kitchen", skew=1_500, uncertainty=None):
    now = local_micros()
    known = [value and Micros(value) for value in (skew, uncertainty)]
    return [RoomSample(room, Micros(now - ago * SECOND), Micros(8_000), *known) for ago in range(seconds, 0, -1)]


def points(plot, room="Kitchen"):
    return list(plot.lines[room].values)


def test_latency_is_half_the_round_trip_and_unknown_skew_is_not_drawn(plots):
    plots.add(measured(10))
    plots.add(measured(10, "Terrace", None))
    assert points(plots.latency) == [4.0] * 9  # the last bucket is still open
    assert points(plots.skew) == [1.5] * 9
    assert points(plots.latency, "Terrace") == [4.0] * 9
    assert points(plots.skew, "Terrace") == []


def test_the_uncertainty_of_a_skew_is_a_band(plots):
    plots.add(measured(10, uncertainty=600))
    plots.add(measured(10, "Terrace"))
    assert list(plots.skew.lines["Kitchen"].arounds) == [0.6] * 9
    assert plots.skew.lines["Kitchen"].band
    assert not plots.skew.lines["Terrace"].band and not plots.latency.lines["Kitchen"].band


def test_the_caption_explains_the_band_in_both_layouts(plots, qtbot):
    about = plots.about_skew
    assert about.text() == "skew in ms (up: later); the band is its uncertainty"
    plots.resize(464, 240)
    qtbot.waitUntil(lambda: plots.latency.x() < plots.skew.x())
    assert about.text() == "skew in ms (up: later), ± uncertainty"


def test_lines_have_their_rooms_colours_and_keep_them(plots):
    plots.add(measured(10))
    plots.render(merged(merged((), (KITCHEN, TERRACE)), (TERRACE,)))
    assert [line.series.colour for line in plots.latency.lines.values()] == [1]


def test_one_room_is_highlighted_in_both_plots(plots, qtbot):
    plots.highlight("Terrace")
    assert plots.latency._highlit == plots.skew._highlit == "Terrace"
    with qtbot.waitSignal(plots.chosen) as chosen:
        plots.skew.clicked.emit("Kitchen")
    assert chosen.args == ["Kitchen"]


def test_the_span_can_be_chosen(plots, qtbot):
    assert plots.spans[1].isChecked()
    assert "60 s" in plots.latency.accessibleName()
    qtbot.mouseClick(plots.spans[15], LEFT)
    assert "900 s" in plots.latency.accessibleName() and "900 s" in plots.skew.accessibleName()


def test_the_plots_can_be_paused(plots, qtbot):
    qtbot.mouseClick(plots.pause, LEFT)
    assert plots.latency._paused_at and plots.skew._paused_at
    qtbot.mouseClick(plots.pause, LEFT)
    assert plots.latency._paused_at is plots.skew._paused_at is None


def test_the_table_has_every_measurement_of_the_time_shown(plots, tmp_path):
    plots.add(measured(100))
    plots.show_minutes(1)
    plots.save(tmp_path / "rooms.csv")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "rooms.csv").read_text(encoding="utf-8"))))
    assert 58 <= len(rows) <= 60
    assert rows[0]["room"] == "Kitchen" and rows[0]["skew_ms"] == "1.500"


def test_the_picture_has_both_plots_and_a_legend(plots, tmp_path):
    plots.add(measured(10))
    plots.save(tmp_path / "rooms.png")
    picture = QImage(str(tmp_path / "rooms.png"))
    assert picture.width() > plots.plots.width() and picture.height() > plots.plots.height()
    plots.add(measured(10, uncertainty=600))
    plots.skew._refresh()
    banded = plots.picture().toImage()
    plots.skew.lines["Kitchen"].band.hide()
    assert plots.picture().toImage() != banded
    plots.render(merged((), (KITCHEN,)))
    assert plots.picture().toImage() != picture


def test_a_huge_skew_is_recorded_but_not_drawn(plots):
    plots.add(measured(10, skew=2_000_000))
    assert points(plots.skew) == []
    assert "2000.000" in plots.table()


@pytest.mark.parametrize("place", [0, 1])
def test_an_export_asks_for_a_file_and_reports_errors(plots, tmp_path, place):
    failures = []
    plots.failed.connect(failures.append)
    plots.export.menu().actions()[place].trigger()
    dialog = plots.findChild(QFileDialog)
    assert dialog.defaultSuffix() == ("png", "csv")[place]
    suffix = ("png", "csv")[place]
    dialog.fileSelected.emit(str(tmp_path / f"rooms.{suffix}"))
    assert (tmp_path / f"rooms.{suffix}").exists() and not failures
    dialog.fileSelected.emit(str(tmp_path / "nowhere" / f"rooms.{suffix}"))
    assert len(failures) == 1
    dialog.close()


def test_in_a_low_card_the_plots_stand_side_by_side(plots, qtbot):
    assert plots.latency.y() < plots.skew.y()
    plots.resize(600, 240)
    qtbot.waitUntil(lambda: plots.latency.x() < plots.skew.x())
    assert plots.latency.y() == plots.skew.y()
