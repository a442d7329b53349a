"""Latencies over the last minute: one line per player or room, in their colour."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Literal

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QMouseEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from drumcircle_gui.timing.units import SECOND, Micros, local_micros

from .label import ShortLabel
from .plot_scale import Scale, scale_for
from .plot_thin import joined, kept
from .theme import Theme, faded, font

INTERVAL, SLOWEST = 200, 1000  # milliseconds between repaints, at least and at most
MOST_POINTS = 4096  # of one line
_SMOOTH = 12  # lines that are drawn with smooth edges; more would cost too much
_TICK = 20  # pixels that a tick's number needs
_REACH = 14.0  # pixels from which the mouse finds a line


@dataclass(frozen=True, slots=True)
class Series:
    """A line: its key (a player's id, a room's name), what it is called, and its colour's number in the palette."""

    key: int | str
    name: str
    colour: int


@dataclass(slots=True)
class _Line:
    series: Series
    item: pg.PlotCurveItem
    times: deque[Micros] = field(default_factory=lambda: deque(maxlen=MOST_POINTS))
    values: deque[float] = field(default_factory=lambda: deque(maxlen=MOST_POINTS))


class _Curve(pg.PlotCurveItem):  # type: ignore[misc]
    """A curve anywhere in the view: with fifty of them, knowing each one's bounds costs more than painting it."""

    def boundingRect(self) -> QRectF:
        box = self.getViewBox()
        return QRectF() if box is None else QRectF(box.viewRect())


def _pen(colour: QColor, width: float) -> QPen:
    pen: QPen = pg.mkPen(colour, width=width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # pieces of a line meet, and do not show where
    return pen


class LatencyPlot(QWidget):
    """Values in `unit` over the last `span` seconds. `clicked` gives the key of the line clicked.

    ``auto`` takes a logarithmic axis as soon as the largest value is more than 40 times the smallest. `keep`: for how
    many seconds points are kept, if for longer than they are shown. `gap`: points further apart, in seconds, are not
    joined. `title`: what is measured, for who does not see it.
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
        self._lines: dict[int | str, _Line] = {}
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
        """The lines there are; those already known keep their points."""
        wanted = {one.key: one for one in series}
        if wanted == {key: line.series for key, line in self._lines.items()}:
            return
        for gone in self._lines.keys() - wanted.keys():
            self._box.removeItem(self._lines.pop(gone).item)
        for key, one in wanted.items():
            known = self._lines.get(key)
            if known is None:
                self._lines[key] = self._new_line(one)
            known = self._lines[key]
            known.series = one
        if self._highlit not in self._lines:
            self._highlit = None
        self._dress()
        self._stale = True

    def add(self, key: int | str, at: Micros, value: float) -> None:
        """A value measured at `at` on this plot's clock; keys not in the series are ignored."""
        line = self._lines.get(key)
        if line is not None:
            line.times.append(at)
            line.values.append(value)
            self._stale = True

    def highlight(self, key: int | str | None) -> None:
        """Brings one line forward and dims the others; None treats all alike."""
        if key != self._highlit and (key is None or key in self._lines):
            self._highlit = key
            self._dress()

    def set_span(self, span: float) -> None:
        """Shows the last `span` seconds."""
        if span != self._span:
            self._span, self._stale = span, True
            self._tell_span()
            self._pace()
            self._refresh()

    def set_paused(self, paused: bool) -> None:
        """Stands still, or goes on; what is measured meanwhile is kept."""
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
            self._dress()
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
        self._tell_span()
        self._origin = self._clock()
        self._ticks: list[pg.InfiniteLine] = []
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

    def _pace(self) -> None:
        """A repaint for each pixel that time goes on."""
        every = round(1000 * self._span / max(self.width(), 1))
        self._timer.setInterval(min(max(every, INTERVAL), SLOWEST))

    def _tell_span(self) -> None:
        words = self.tr("{what} over the last {span} s").format(what=self._title, span=f"{self._span:.0f}")
        self.setAccessibleName(words)

    def _new_line(self, series: Series) -> _Line:
        item = _Curve(skipFiniteCheck=True)
        item.setSegmentedLineMode("on")  # as one path, a long line takes three times as long to paint
        self._box.addItem(item)
        return _Line(series, item)

    def _dress(self) -> None:
        """Colours, widths and order of the lines."""
        theme = Theme.current()
        self._view.setBackgroundBrush(theme.card)
        smooth = len(self._lines) <= _SMOOTH
        for key, line in self._lines.items():
            behind = self._highlit not in (None, key)
            colour = faded(theme.player(line.series.colour), 0.2 if behind else 1.0)
            width = 2.0 if key == self._highlit else 1.5 if smooth else 1.0
            line.item.setPen(_pen(colour, width))
            line.item.opts["antialias"] = smooth or key == self._highlit
            line.item.setZValue(-1 if behind else 1)

    def _refresh(self) -> None:
        """The axes move on with time; lines with new points are drawn anew."""
        now = self._seconds(self._clock() if self._paused_at is None else self._paused_at)
        if self._stale:
            self._stale = False
            self._draw_lines(now - self._span, now)
        self._box.setXRange(now - self._span, now, padding=0)
        self._box.prepareForPaint()  # which would else happen while painting, and cause a second paint

    def _draw_lines(self, since: float, until: float) -> None:
        shown = []
        for line in self._lines.values():
            self._forget(line, min(since, until - self._keep) - 1)
            times = (np.fromiter(line.times, float, len(line.times)) - self._origin) / SECOND
            values, first = np.fromiter(line.values, float, len(line.values)), int(np.searchsorted(times, since - 1))
            shown.append((times[first:], values[first:]))
        seen = (
            [values[times <= until] for times, values in shown]
            if self._paused_at is not None
            else [v for _, v in shown]
        )
        values = np.concatenate(seen) if seen else np.empty(0)
        self._rescale(float(values.min(initial=np.inf)), float(values.max(initial=-np.inf)))
        for line, (times, own) in zip(self._lines.values(), shown, strict=True):
            places = kept(own, self.width())
            joins = joined(times, places, self._gap) if self._gap is not None and len(places) else "all"
            line.item.setData(times[places], self._heights(own[places]), connect=joins)

    def _forget(self, line: _Line, before: float) -> None:
        while line.times and self._seconds(line.times[0]) < before:
            line.times.popleft()
            line.values.popleft()

    def _rescale(self, least: float, most: float) -> None:
        if least > most:
            least, most = 0.0, 100.0
        wide = self._axis == "auto" and most > 40 * max(least, 0.1)
        scale = scale_for(least, most, self._axis == "log" or wide, self._scale)
        if scale != self._scale:
            self._scale = scale
            self._box.setYRange(scale.low, scale.high, padding=0)
            self._draw_ticks()

    def _draw_ticks(self) -> None:
        theme = Theme.current()
        self._figures.setTextPen(theme.dim)
        for line in self._ticks:
            self._box.removeItem(line)
        ticks = self._scale.ticks if self._scale else ()
        ticks = ticks[:: max(ceil(len(ticks) * _TICK / max(self.height(), 1)), 1)]
        self._ticks = [pg.InfiniteLine(at, angle=0, pen=pg.mkPen(theme.line, width=1)) for at, _ in ticks]
        for line in self._ticks:
            line.setZValue(-10)
            self._box.addItem(line)
        self._figures.setTicks([list(ticks)])

    def _heights(self, values: "np.ndarray[tuple[int], np.dtype[np.float64]]"):  # type: ignore[no-untyped-def]
        if self._scale is not None and self._scale.logarithmic:
            return np.log10(np.maximum(values, 0.1))
        return values

    def _value(self, height: float) -> float:
        return float(10**height if self._scale is not None and self._scale.logarithmic else height)

    def _seconds(self, at: Micros) -> float:
        return (at - self._origin) / SECOND

    # --- the mouse ---------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._nearest(event.position())
        self._readout.setVisible(found is not None)
        if found is not None:
            line, value = found
            self._read_out(line, value, event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._nearest(event.position())
        if found is not None:
            self.clicked.emit(found[0].series.key)

    def leaveEvent(self, event: QEvent) -> None:
        self._readout.hide()

    def _nearest(self, at: QPointF) -> tuple[_Line, float] | None:
        """The line under the mouse, and its value there."""
        place = self._box.mapSceneToView(at)
        per_pixel = self._box.viewPixelSize()[1]
        found: list[tuple[float, int, _Line, float]] = []
        for number, line in enumerate(self._lines.values()):
            times, heights = line.item.getData()
            if times is not None and len(times):
                index = min(int(np.searchsorted(times, place.x())), len(times) - 1)
                distance = abs(heights[index] - place.y()) / per_pixel
                found.append((distance, number, line, self._value(heights[index])))
        nearest = min(found, default=None)
        return (nearest[2], nearest[3]) if nearest and nearest[0] <= _REACH else None

    def _read_out(self, line: _Line, value: float, at: QPointF) -> None:
        theme = Theme.current()
        text = f"{line.series.name}  {value:.{0 if abs(value) >= 10 else 1}f} {self._unit}"
        ink = theme.readable(theme.player(line.series.colour))
        self._readout.setStyleSheet(f"background: {theme.card.name()}; color: {ink.name()}; padding: 2px 4px")
        self._readout.setText(text)
        size = self._readout.fontMetrics().size(0, text)
        self._readout.resize(size.width() + 12, size.height() + 6)
        x = min(at.x() + 12, self.width() - self._readout.width())
        self._readout.move(round(x), round(max(at.y() - 28, 0)))
