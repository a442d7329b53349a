"""A plot with more lines than can be read."""

from drumcircle_gui.widgets.plot.plot import INTERVAL, MOST_LINES, SLOWEST, LatencyPlot, Series


def test_of_very_many_lines_those_with_the_greatest_values_are_drawn(show):
    plot = LatencyPlot()
    plot.set_series([Series(n, f"P{n}", n) for n in range(60)])
    show(plot, 400, 200)
    for n in range(60):
        plot.add(n, plot._clock(), float(n))
    plot._refresh()
    assert [key for key, line in plot.lines.items() if line.item.scene()] == list(range(60 - MOST_LINES, 60))
    plot.highlight(3)
    plot._refresh()
    assert [key for key, line in plot.lines.items() if line.item.scene()] == [3, *range(60 - MOST_LINES, 60)]


def test_many_lines_are_repainted_once_a_second(show):
    plot = LatencyPlot()
    show(plot, 400, 200)
    plot.set_series([Series(n, f"P{n}", n) for n in range(60)])
    assert plot._timer.interval() == SLOWEST
    plot.set_series([Series(1, "P1", 1)])
    assert plot._timer.interval() == INTERVAL
