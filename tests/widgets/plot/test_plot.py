import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor

from drumcircle_gui.timing.units import SECOND, Micros
from drumcircle_gui.widgets.plot.line import BAND, BAND_BEFORE, BAND_BEHIND, MOST_POINTS, _Band
from drumcircle_gui.widgets.plot.plot import LatencyPlot, Series
from drumcircle_gui.widgets.theme import DARK, LIGHT, apply_theme, mixed

OAK, FERN = Series(1, "Oak", 0), Series(2, "Fern", 3)


class Clock:
    def __init__(self) -> None:
        self.now = Micros(1000 * SECOND)

    def __call__(self) -> Micros:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def plot(show, clock):
    view = LatencyPlot(clock=clock)
    view.set_series([OAK, FERN])
    for second in range(60):
        view.add(1, Micros(clock.now - (59 - second) * SECOND), 20.0)
        view.add(2, Micros(clock.now - (59 - second) * SECOND), 350.0)
    show(view, 400, 200)
    view._refresh()
    return view


def place(plot: LatencyPlot, seconds: float, value: float) -> QPointF:
    box = plot._box
    return box.mapViewToScene(QPointF(seconds, value))


def test_each_line_has_its_players_colour(plot, colours):
    seen = colours(plot)
    assert {DARK.player(0).name(), DARK.player(3).name()} & seen or len(seen) > 4
    pens = [line.item.opts["pen"].color().name() for line in plot.lines.values()]
    assert pens == [DARK.player(0).name(), DARK.player(3).name()]


def test_the_mouse_reads_a_line_out(plot, qtbot):
    qtbot.mouseMove(plot, place(plot, -30, 350).toPoint())
    assert plot._readout.isVisible()
    assert plot._readout.accessibleName() == "Fern  350 ms"
    qtbot.mouseMove(plot, place(plot, -30, 180).toPoint())
    assert not plot._readout.isVisible()


def test_a_click_on_a_line_names_it(plot, qtbot):
    with qtbot.waitSignal(plot.clicked) as clicked:
        qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=place(plot, -30, 20).toPoint())
    assert clicked.args == [1]
    with qtbot.assertNotEmitted(plot.clicked):
        qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=place(plot, -30, 180).toPoint())


def test_a_line_can_be_brought_forward(plot):
    plot.highlight(2)
    opacity = {key: line.item.opts["pen"].color().alphaF() for key, line in plot.lines.items()}
    assert opacity[2] == 1 and opacity[1] < 0.5
    plot.highlight(99)
    assert plot._highlit == 2
    plot.set_series([OAK])
    assert plot.lines[1].item.opts["pen"].color().alphaF() == 1


def test_old_points_are_dropped_and_known_lines_keep_theirs(plot, clock):
    plot.set_series([OAK, FERN, Series(3, "Wren", 5)])
    assert len(plot.lines[1].times) == 60
    clock.now = Micros(clock.now + 30 * SECOND)
    plot.add(1, clock.now, 25.0)
    plot._refresh()
    assert len(plot.lines[1].times) == 33
    plot.set_series([])
    plot._refresh()
    assert not plot.lines


def test_unknown_keys_are_ignored(plot, clock):
    plot.add("unknown", clock.now, 1.0)
    assert set(plot.lines) == {1, 2}


def test_painting_is_limited_to_five_times_a_second_while_visible(plot):
    assert plot._timer.interval() >= 200
    plot.set_span(900)
    assert plot._timer.interval() == 1000
    plot.set_span(60)
    assert plot._timer.interval() == 200
    assert plot._timer.isActive()
    plot.hide()
    assert not plot._timer.isActive()


def test_auto_takes_a_logarithmic_axis_for_wide_ranges(show, clock):
    view = LatencyPlot(axis="auto", clock=clock)
    view.set_series([OAK])
    view.add(1, clock.now, 2.0)
    view.add(1, clock.now, 352.0)
    show(view)
    assert view._scale.logarithmic
    assert max(view.lines[1].item.getData()[1]) < 3


def test_the_plot_follows_the_theme(plot, qapp):
    apply_theme(qapp, "light")
    assert plot.lines[1].item.opts["pen"].color().name() == LIGHT.player(0).name()


def test_many_lines_are_drawn_without_smooth_edges(plot):
    plot.set_series([Series(n, str(n), n) for n in range(50)])
    assert not plot.lines[0].item.opts["antialias"]
    plot.highlight(0)
    assert plot.lines[0].item.opts["antialias"]


def test_a_low_plot_has_fewer_numbers(plot):
    many = len(plot._ticks)
    plot.resize(400, 60)
    assert 1 < len(plot._ticks) < many


def test_a_longer_span_shows_the_points_kept(show, clock):
    view = LatencyPlot(clock=clock, span=10, keep=40, title="Skews")
    view.set_series([OAK])
    for second in range(60):
        view.add(1, Micros(clock.now - (59 - second) * SECOND), 20.0 + (second < 45) * 500)
    show(view)
    assert len(view.lines[1].times) == 42
    assert view._scale.high < 100
    assert view.accessibleName() == "Skews over the last 10 s"
    view.set_span(30)
    assert view._scale.high >= 520
    assert len(view.lines[1].item.getData()[0]) == 32
    assert view.accessibleName() == "Skews over the last 30 s"


def test_the_mouse_reads_the_right_point_of_a_long_line(show, clock, qtbot):
    view = LatencyPlot(clock=clock, span=10, keep=40)
    view.set_series([OAK])
    for second in range(40):
        view.add(1, Micros(clock.now - (39 - second) * SECOND), 100.0 + second)
    show(view)
    qtbot.mouseMove(view, place(view, -5, 134).toPoint())
    assert view._readout.accessibleName() == "Oak  134 ms"


def test_a_paused_plot_still_records(plot, clock):
    plot.set_paused(True)
    shown = plot._box.viewRange()[0]
    clock.now = Micros(clock.now + 5 * SECOND)
    plot.add(1, clock.now, 9_000.0)
    plot._refresh()
    assert plot._box.viewRange()[0] == shown
    assert plot._scale.high < 9_000
    plot.set_paused(False)
    assert plot._box.viewRange()[0][1] == shown[1] + 5
    assert plot._scale.high >= 9_000


def test_far_points_are_not_joined(show, clock):
    view = LatencyPlot(clock=clock, gap=3)
    view.set_series([OAK])
    for before in (20, 19, 10, 9):
        view.add(1, Micros(clock.now - before * SECOND), 1.0)
    show(view)
    assert list(view.lines[1].item.opts["connect"]) == [True, False, True, False]


def test_a_long_line_has_at_most_a_point_per_pixel_and_no_gaps(show, clock):
    view = LatencyPlot(clock=clock, span=900, gap=3)
    view.set_series([OAK])
    for tick in range(3600):
        view.add(1, Micros(clock.now - (3600 - tick) * SECOND // 4), 20.0 + 80 * (tick == 1801))
    show(view, 200, 100)
    times, heights = view.lines[1].item.getData()
    assert 90 <= len(times) <= 210
    assert heights.max() == 100
    assert all(view.lines[1].item.opts["connect"][:-1])
    view.resize(700, 100)
    view._refresh()
    assert len(view.lines[1].item.getData()[0]) > 300


# --- bands -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def banded(show, clock):
    """A line at 20 ±10 for a minute, of which ten seconds in the middle are missing, and another without a band."""
    view = LatencyPlot(clock=clock, gap=3, keep=120)
    view.set_series([OAK, FERN])
    for ago in (*range(60, 35, -1), *range(25, -1, -1)):
        view.add(1, Micros(clock.now - ago * SECOND), 20.0, 10.0)
        view.add(2, Micros(clock.now - ago * SECOND), 0.0)
    show(view, 400, 200)
    view._refresh()
    return view


def colour_at(plot, seconds, value):
    at = place(plot, seconds, value).toPoint()
    return plot.grab().toImage().pixelColor(at).name()


def shade(theme, opacity, player=0):
    return mixed(theme.card, theme.player(player), opacity).name()


def corners(plot, key=1):
    """The corners of each piece of a band, as seconds and values."""
    return [[(corner.x(), corner.y()) for corner in piece] for piece in plot.lines[key].band._polygons]


def near(one, other):
    """Whether the colours are equal except for rounding."""
    channels = zip(*(bytes.fromhex(colour[1:]) for colour in (one, other)), strict=True)
    return all(abs(a - b) <= 2 for a, b in channels)


def test_uncertainty_is_a_band_in_the_lines_colour(banded):
    assert near(colour_at(banded, -50, 25), shade(DARK, BAND))
    assert near(colour_at(banded, -10, 15), shade(DARK, BAND))
    assert colour_at(banded, -50, 31) == colour_at(banded, -50, 9) == DARK.card.name()
    assert QColor(colour_at(banded, -50, 20)).lightness() > QColor(shade(DARK, BAND)).lightness() + 30
    assert banded.lines[2].band is None
    banded.highlight(2)
    heights = [tick.zValue() for tick in banded._ticks], [line.item.zValue() for line in banded.lines.values()]
    assert max(heights[0]) < banded.lines[1].band.zValue() < min(heights[1])


def test_gaps_and_unknown_uncertainty_interrupt_a_band(banded, clock):
    assert colour_at(banded, -30, 25) == DARK.card.name()
    for after, around in ((1, 10.0), (2, 10.0), (3, None), (4, 10.0), (5, 10.0)):
        banded.add(1, Micros(clock.now + after * SECOND), 20.0, around)
    clock.now = Micros(clock.now + 5 * SECOND)
    banded._refresh()
    assert [(piece[0][0], piece[len(piece) // 2 - 1][0]) for piece in corners(banded)] == [(-56, -36), (-25, 2), (4, 5)]
    assert near(colour_at(banded, 1, 25), shade(DARK, BAND))
    assert colour_at(banded, 3, 25) == DARK.card.name()


def test_bands_fade_and_come_forward_with_their_lines(banded, clock):
    banded.highlight(2)
    assert near(colour_at(banded, -50, 25), shade(DARK, BAND_BEHIND))
    banded.highlight(1)
    assert near(colour_at(banded, -50, 25), shade(DARK, BAND_BEFORE))
    banded.highlight(2)
    banded.add(2, clock.now, 0.0, 5.0)
    banded.set_series([OAK, FERN, Series(3, "Wren", 5)])
    banded.add(3, clock.now, 0.0, 5.0)
    assert [round(line.band.colour.alphaF(), 2) for line in banded.lines.values()] == [
        BAND_BEHIND,
        BAND_BEFORE,
        BAND_BEHIND,
    ]


def test_bands_follow_the_theme(banded, qapp):
    apply_theme(qapp, "light")
    assert near(colour_at(banded, -50, 25), shade(LIGHT, BAND))


def test_bands_are_removed_with_their_lines(banded):
    banded.set_series([FERN])
    banded._refresh()
    assert not any(isinstance(item, _Band) for item in banded._box.addedItems)


def test_a_band_covers_the_time_of_its_line_and_follows_the_span(banded, clock):
    banded.set_span(10)
    assert min(at for at, _ in corners(banded)[0]) == -11
    assert len(banded.lines[1].arounds) == len(banded.lines[1].times) == 51
    banded.set_span(60)
    assert min(at for at, _ in corners(banded)[0]) == -60
    clock.now = Micros(clock.now + 100 * SECOND)
    banded.add(1, clock.now, 20.0, 10.0)
    banded._refresh()
    assert len(banded.lines[1].arounds) == len(banded.lines[1].times) == 23
    for later in range(MOST_POINTS):
        banded.add(1, Micros(clock.now + later), 20.0, 10.0)
    assert len(banded.lines[1].arounds) == MOST_POINTS


def test_bands_do_not_move_while_paused(banded, clock):
    banded.set_paused(True)
    scale = banded._scale
    clock.now = Micros(clock.now + SECOND)
    banded.add(1, clock.now, 20.0, 200.0)
    banded._refresh()
    assert banded._scale == scale
    banded.set_paused(False)
    assert banded._scale.high > scale.high


def test_the_axis_includes_bands_unless_they_would_flatten_the_lines(banded, clock):
    assert banded._scale.high == 30
    banded.add(1, clock.now, 20.0, 1e9)
    banded._refresh()
    assert (banded._scale.low, banded._scale.high) == (-20, 40)
    assert near(colour_at(banded, -50, 25), shade(DARK, BAND))


def test_a_long_band_has_at_most_a_corner_per_pixel_and_keeps_extremes(show, clock):
    view = LatencyPlot(clock=clock, span=900, gap=3)
    view.set_series([OAK])
    for tick in range(3600):
        view.add(1, Micros(clock.now - (3600 - tick) * SECOND // 4), 20.0, 5.0 + 25 * (tick == 1801))
    show(view, 200, 100)
    (piece,) = corners(view)
    assert 180 <= len(piece) <= 420
    assert max(value for _, value in piece) == 50


@pytest.mark.parametrize(
    ("value", "around", "readout"),
    [
        (1.24, 0.44, "1.2 ±0.4 ms"),
        (-12.36, 3.1, "\u221212.4 ±3.1 ms"),
        (1.24, 24.4, "1 ±24 ms"),
        (-0.04, None, "0.0 ms"),
    ],
)
def test_the_readout_shows_the_uncertainty(show, clock, qtbot, value, around, readout):
    view = LatencyPlot(clock=clock)
    view.set_series([OAK])
    view.add(1, Micros(clock.now - 30 * SECOND), value, around)
    view.add(1, Micros(clock.now - 10 * SECOND), 8.0, 0.5)
    show(view)
    qtbot.mouseMove(view, place(view, -30, value).toPoint())
    assert view._readout.accessibleName() == f"Oak  {readout}"


def test_a_band_that_is_not_yet_drawn_is_not_read_out(plot, clock, qtbot):
    plot.add(2, clock.now, 350.0, 12.0)
    qtbot.mouseMove(plot, place(plot, -30, 350).toPoint())
    assert plot._readout.accessibleName() == "Fern  350 ms"
