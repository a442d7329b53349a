from PySide6.QtCore import QRectF

from drumcircle_gui.widgets.plot.plot import LatencyPlot
from drumcircle_gui.widgets.theme import DARK


def test_without_lines_the_background_is_that_of_a_card(show, colours):
    plot = show(LatencyPlot(), 300, 160)
    assert colours(plot, QRectF(200, 60, 20, 20)) <= {DARK.card.name(), DARK.line.name()}
