"""A plot of values over the last seconds: one line per player or room."""

from collections.abc import Callable, Iterable, Sequence
from math import ceil, inf, isnan
from typing import Literal

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGraphicsLineItem, QSizePolicy, QVBoxLayout, QWidget

from drumcircle_gui.timing.units import SECOND, Micros, local_micros
from drumcircle_gui.widgets.label import ShortLabel
from drumcircle_gui.widgets.theme import Theme, font

from .line import PlotLine, Points, Series
from .scale import LEAST_LOG, Scale, scale_for, with_bands
from .thinning import Floats

__all__ = ["LatencyPlot", "Series"]

INTERVAL, SLOWEST = 200, 1000  # milliseconds between repaints, at least and at most
_SMOOTH = 12  # lines that are drawn with smooth edges; more would cost too much
MOST_LINES = 16
"""Maximum number of lines drawn: those with the greatest values, and the highlighted one."""

_TICK = 20  # pixels that a tick's number needs
_REACH = 14.0  # pixels from which the mouse finds a line


class LatencyPlot(QWidget):
    """Values in `unit` over the last `span` seconds. `clicked` gives the key of the line clicked.

    ``auto`` takes a logarithmic axis as soon as the largest value is more than 40 times the smallest. `keep`: for how
    many seconds points are kept, if that is longer than they are shown. `gap`: points further apart, in seconds, are
    not joined. `title`: the quantity, for screen readers.
    """

    clicked = Signal(object)

    def __init__(
        self,
        unit: str = "ms",
        span: float = 60,
        axis: Literal["auto", "linear", "log"] = "linear",
        clock: Callable[[], Micros] = local_micros,
        parent: QWidget | None = None,
        *,
        keep: float = 0,
        gap: float | None = None,
        title: str = "",
    ) -> None:
        super().__init__(parent)
        self._unit, self._span, self._axis, self._clock = unit, span, axis, clock
        self._keep, self._gap, self._title = keep, gap, title or self.tr("Latencies")
        self._paused_at: Micros | None = None
        self.lines: dict[int | str, PlotLine] = {}
        """The drawn lines by the keys of their series, for reading."""

        self._highlit: int | str | None = None
        self._scale: Scale | None = None
        self._stale = True
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self._refresh)
        self._lay_out()
        self._readout = ShortLabel(size=11, parent=self)
        self._readout.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._readout.hide()

    def set_series(self, series: Sequence[Series]) -> None:
        """Sets the lines; known ones keep their points."""
        wanted = {one.key: one for one in series}
        if wanted == {key: line.series for key, line in self.lines.items()}:
            return
        for gone in self.lines.keys() - wanted.keys():
            self.lines.pop(gone).remove()
        for key, one in wanted.items():
            known = self.lines.get(key)
            if known is None:
                self.lines[key] = PlotLine(self._box, one)
            known = self.lines[key]
            known.series = one
        if self._highlit not in self.lines:
            self._highlit = None
        self._style()
        self._pace()
        self._stale = True

    def add(self, key: int | str, at: Micros, value: float, around: float | None = None) -> None:
        """A value measured at `at` on this plot's clock; keys not in the series are ignored. `around`: how far from it
        the truth may lie, for a band on either side of the line."""
        line = self.lines.get(key)
        if line is not None:
            line.add(at, value, around)
            self._stale = True

    def highlight(self, key: int | str | None) -> None:
        """Highlights one line and dims the others; None: all alike."""
        if key != self._highlit and (key is None or key in self.lines):
            self._highlit, self._stale = key, True
            self._style()

    def set_span(self, span: float) -> None:
        """Shows the last `span` seconds."""
        if span != self._span:
            self._span, self._stale = span, True
            self._name_span()
            self._pace()
            self._refresh()

    def set_paused(self, paused: bool) -> None:
        """Pauses or continues; values added meanwhile are kept."""
        self._paused_at = (self._paused_at or self._clock()) if paused else None
        self._stale = True
        self._refresh()

    def sizeHint(self) -> QSize:
        return QSize(480, 160)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 80)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw_ticks()
        self._pace()
        self._stale = True

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._style()
            self._draw_ticks()

    # --- painting ----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        """An axis and a box for the lines; pyqtgraph's own plot would bring menus, which take long to make."""
        self._view, self._figures = pg.GraphicsView(background=None), pg.AxisItem("left")
        self._box = pg.ViewBox(enableMenu=False, defaultPadding=0)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self._name_span()
        self._origin = self._clock()
        self._ticks: list[QGraphicsLineItem] = []
        self._ticked: object = None
        side_by_side = pg.GraphicsLayout()
        side_by_side.setContentsMargins(0, 6, 0, 6)
        side_by_side.setSpacing(0)
        side_by_side.addItem(self._figures)
        side_by_side.addItem(self._box)
        self._view.setCentralItem(side_by_side)
        self._box.disableAutoRange()
        self._figures.linkToView(self._box)
        self._figures.setZValue(1)
        self._figures.setStyle(tickLength=0, tickTextOffset=10, tickFont=font(11))
        self._figures.setWidth(44)
        self._figures.setPen(None)
        self._figures.setTickPen(pg.mkPen(None))
        self._view.setBackgroundBrush(Theme.current().card)

    def _pace(self) -> None:
        """Set the interval of repaints to the time in which the plot moves by one pixel; to SLOWEST if there are many
        lines, whose repaint costs as much as several frames of the ring."""
        every = round(1000 * self._span / max(self.width(), 1))
        self._timer.setInterval(min(max(every, INTERVAL), SLOWEST) if len(self.lines) <= _SMOOTH else SLOWEST)

    def _name_span(self) -> None:
        words = self.tr("{what} over the last {span} s").format(what=self._title, span=f"{self._span:.0f}")
        self.setAccessibleName(words)

    def _style(self) -> None:
        """Updates colours, widths and order of the lines."""
        theme = Theme.current()
        self._view.setBackgroundBrush(theme.card)
        smooth = len(self.lines) <= _SMOOTH
        for key, line in self.lines.items():
            before = key == self._highlit
            line.style(smooth=smooth, before=before, behind=self._highlit is not None and not before)

    def _refresh(self) -> None:
        """Moves the axis with time and redraws lines with new points."""
        now = self._seconds(self._clock() if self._paused_at is None else self._paused_at)
        if self._stale:
            self._stale = False
            self._draw_lines(now - self._span, now)
        self._box.setXRange(now - self._span, now, padding=0)
        for line in self._ticks:
            height = line.line().y1()
            line.setLine(now - self._span, height, now, height)
        self._box.prepareForPaint()  # otherwise done while painting, which would cause a second paint

    def _draw_lines(self, since: float, until: float) -> None:
        for line in self.lines.values():
            line.forget(self._moment(min(since, until - self._keep) - 1))
        shown = self._worth_drawing()
        points = {key: self.lines[key].points(self._origin).since(since - 1) for key in shown}
        self._rescale([points[key].until(until) for key in shown])
        for key, line in self.lines.items():
            line.show(key in shown)
        for key in shown:
            self.lines[key].draw(points[key], self._heights, self.width(), self._gap)

    def _worth_drawing(self) -> set[int | str]:
        """The keys of the lines to draw."""
        if len(self.lines) <= MOST_LINES:
            return set(self.lines)
        ranked = sorted(self.lines, key=lambda key: max(self.lines[key].values, default=-inf), reverse=True)
        return {*ranked[:MOST_LINES], *([] if self._highlit is None else [self._highlit])}

    def _rescale(self, shown: Sequence[Points]) -> None:
        least, most = _extent(points.values for points in shown)
        if least > most:
            least, most = 0.0, 100.0
        logarithmic = self._axis == "log" or (self._axis == "auto" and most > 40 * max(least, 0.1))
        if not logarithmic:
            least, most = with_bands(least, most, *_extent(edge for points in shown for edge in points.edges()))
        scale = scale_for(least, most, logarithmic, self._scale)
        if scale != self._scale:
            self._scale = scale
            self._box.setYRange(scale.low, scale.high, padding=0)
            self._draw_ticks()

    def _draw_ticks(self) -> None:
        """Draw the lines of the axis' numbers anew if the numbers or the colours have changed. They are items of Qt:
        making pyqtgraph's own takes as long as all else in the plot."""
        theme = Theme.current()
        ticks = self._scale.ticks if self._scale else ()
        ticks = ticks[:: max(ceil(len(ticks) * _TICK / max(self.height(), 1)), 1)]
        if (ticked := (ticks, theme.line.rgb(), theme.dim.rgb())) == self._ticked:
            return
        self._ticked = ticked
        self._figures.setTextPen(theme.dim)
        for line in self._ticks:
            self._box.removeItem(line)
        since, now = self._box.viewRange()[0]
        self._ticks = [QGraphicsLineItem(since, at, now, at) for at, _ in ticks]
        for line in self._ticks:
            line.setPen(pg.mkPen(theme.line, width=1))
            line.setZValue(-10)
            self._box.addItem(line, ignoreBounds=True)
        self._figures.setTicks([list(ticks)])

    def _heights(self, values: Floats) -> Floats:
        if self._scale is not None and self._scale.logarithmic:
            return np.log10(np.maximum(values, LEAST_LOG))
        return values

    def _value(self, height: float) -> float:
        return float(10**height if self._scale is not None and self._scale.logarithmic else height)

    def _seconds(self, at: Micros) -> float:
        return (at - self._origin) / SECOND

    def _moment(self, seconds: float) -> Micros:
        return Micros(round(self._origin + seconds * SECOND))

    # --- the mouse ---------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._nearest(event.position())
        self._readout.setVisible(found is not None)
        if found is not None:
            self._read_out(*found, event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._nearest(event.position())
        if found is not None:
            self.clicked.emit(found[0].series.key)

    def leaveEvent(self, event: QEvent) -> None:
        self._readout.hide()

    def _nearest(self, at: QPointF) -> tuple[PlotLine, float, float] | None:
        """The line under the mouse, its value there, and half the width of its band (NaN: none)."""
        place = self._box.mapSceneToView(at)
        found: list[tuple[float, int, PlotLine, float, float]] = []
        for number, line in enumerate(self.lines.values()):
            if (near := line.near(place.x())) is not None:
                distance = abs(near[0] - place.y()) / self._box.viewPixelSize()[1]
                found.append((distance, number, line, self._value(near[0]), near[1]))
        nearest = min(found, default=None)
        return nearest[2:] if nearest and nearest[0] <= _REACH else None

    def _read_out(self, line: PlotLine, value: float, around: float, at: QPointF) -> None:
        theme = Theme.current()
        text = f"{line.series.name}  {_figure(value, around)} {self._unit}"
        ink = theme.readable(theme.player(line.series.colour))
        self._readout.setStyleSheet(f"background: {theme.card.name()}; color: {ink.name()}; padding: 2px 4px")
        self._readout.setText(text)
        size = self._readout.fontMetrics().size(0, text)
        self._readout.resize(size.width() + 12, size.height() + 6)
        x = min(at.x() + 12, self.width() - self._readout.width())
        self._readout.move(round(x), round(max(at.y() - 28, 0)))


def _extent(values: Iterable[Floats]) -> tuple[float, float]:
    """The least and greatest value."""
    all_of_them = np.concatenate([np.empty(0), *values])
    return float(np.fmin.reduce(all_of_them, initial=np.inf)), float(np.fmax.reduce(all_of_them, initial=-np.inf))


def _figure(value: float, around: float) -> str:
    """`value` with no more digits than its uncertainty justifies."""
    digits = 0 if (abs(value) if isnan(around) else around) >= 10 else 1
    text = f"{round(value, digits) + 0.0:.{digits}f}".replace("-", "\u2212")
    return text if isnan(around) else f"{text} ±{around:.{digits}f}"
