"""One line of a plot: its points, the band of uncertainty, and drawing both."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem

from drumcircle_gui.timing.units import SECOND, Micros
from drumcircle_gui.widgets.theme import Theme, faded

from .thinning import Floats, Piece, joined, kept, outline

MOST_POINTS = 4096
"""Points kept per line."""
BAND, BAND_BEHIND, BAND_BEFORE = 0.16, 0.04, 0.26
"""Opacity of bands: usual, dimmed, and highlighted."""


@dataclass(frozen=True, slots=True)
class Series:
    """A line: its key (a player's id, a room's name), its name, and its colour for `Theme.player`."""

    key: int | str
    name: str
    colour: int


class Points(NamedTuple):
    """Times in seconds, values, and half widths of the band (NaN: none); `arounds` None: no band at all."""

    times: Floats
    values: Floats
    arounds: Floats | None

    def where(self, chosen: slice) -> "Points":
        return Points(self.times[chosen], self.values[chosen], None if self.arounds is None else self.arounds[chosen])

    def since(self, moment: float) -> "Points":
        return self.where(slice(int(np.searchsorted(self.times, moment)), None))

    def until(self, moment: float) -> "Points":
        return self.where(slice(int(np.searchsorted(self.times, moment, "right"))))

    def edges(self) -> tuple[Floats, Floats]:
        """Lower and upper edge of the band."""
        around = np.zeros(0) if self.arounds is None else self.arounds
        values = self.values[: len(around)]
        return values - around, values + around


class PlotLine:
    """A line in the view `box`; at most MOST_POINTS are kept."""

    def __init__(self, box: pg.ViewBox, series: Series) -> None:
        self.series = series
        self.times: deque[Micros] = deque(maxlen=MOST_POINTS)
        self.values: deque[float] = deque(maxlen=MOST_POINTS)
        self.arounds: deque[float] = deque(maxlen=MOST_POINTS)
        self.item = _Curve(skipFiniteCheck=True)
        self.item.setSegmentedLineMode("on")  # as one path, a long line takes three times as long to paint
        self.band: _Band | None = None
        self._shade = QColor()
        self._drawn_arounds = np.empty(0)
        self._box = box
        self._shown = False

    def show(self, on: bool) -> None:
        """Whether the line is in the view, as it is not at first: there, each one costs time at every change of the
        axis."""
        if on != self._shown:
            self._shown = on
            change = self._box.addItem if on else self._box.removeItem
            for item in filter(None, (self.item, self.band)):
                change(item)

    def add(self, at: Micros, value: float, around: float | None) -> None:
        self.times.append(at)
        self.values.append(value)
        self.arounds.append(np.nan if around is None else around)
        if around is not None and self.band is None:
            self.band = _Band()
            self.band.set_colour(self._shade)
            if self._shown:
                self._box.addItem(self.band)

    def forget(self, before: Micros) -> None:
        """Drops points older than `since`."""
        while self.times and self.times[0] < before:
            for kept_points in (self.times, self.values, self.arounds):
                kept_points.popleft()

    def points(self, origin: Micros) -> Points:
        """All points, in seconds since `origin`."""
        count = len(self.times)
        times = (np.fromiter(self.times, float, count) - origin) / SECOND
        arounds = None if self.band is None else np.fromiter(self.arounds, float, count)
        return Points(times, np.fromiter(self.values, float, count), arounds)

    def draw(self, points: Points, heights: Callable[[Floats], Floats], most: int, gap: float | None) -> None:
        """Draws about `most` of these `points`, at their `heights` on the axis."""
        places = kept(points.values, most)
        joins = joined(points.times, places, gap) if gap is not None and len(places) else "all"
        self.item.setData(points.times[places], heights(points.values[places]), connect=joins)
        self._drawn_arounds = np.full(len(places), np.nan) if points.arounds is None else points.arounds[places]
        if self.band is not None:
            low, high = (heights(edge) for edge in points.edges())
            self.band.show_pieces(outline(points.times, low, high, most, gap))

    def style(self, *, smooth: bool, behind: bool, before: bool) -> None:
        """Draws it in its colour; dimmed `behind` a highlighted one, or highlighted itself (`before`)."""
        colour = Theme.current().player(self.series.colour)
        width = 2.0 if before else 1.5 if smooth else 1.0
        self.item.setPen(_pen(faded(colour, 0.2 if behind else 1.0), width))
        self.item.opts["antialias"] = smooth or before
        self.item.setZValue(-1 if behind else 1)
        self._shade = faded(colour, BAND_BEHIND if behind else BAND_BEFORE if before else BAND)
        if self.band is not None:
            self.band.set_colour(self._shade)

    def near(self, time: float) -> tuple[float, float] | None:
        """Value near that moment, and half the width of the band (NaN: none)."""
        times, heights = self.item.getData()
        if not self._shown or times is None or not len(times):
            return None
        index = min(int(np.searchsorted(times, time)), len(times) - 1)
        return float(heights[index]), float(self._drawn_arounds[index])

    def remove(self) -> None:
        """Removes the line from the view."""
        self.show(False)


class _Curve(pg.PlotCurveItem):  # type: ignore[misc]
    """A curve anywhere in the view: with fifty of them, knowing each one's bounds costs more than painting it."""

    def boundingRect(self) -> QRectF:
        return _whole_view(self)


class _Band(pg.GraphicsObject):  # type: ignore[misc]
    """Filled polygons behind all lines. pyqtgraph's FillBetweenItem takes ten times as long and more."""

    def __init__(self) -> None:
        super().__init__()
        self._polygons: list[QPolygonF] = []
        self.colour = QColor()
        self.setZValue(-5)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        self._polygons = [_polygon(*piece) for piece in pieces]
        self.update()

    def set_colour(self, colour: QColor) -> None:
        self.colour = colour
        self.update()

    def boundingRect(self) -> QRectF:
        return _whole_view(self)

    def viewTransformChanged(self) -> None:
        self.prepareGeometryChange()

    def paint(self, painter: QPainter, *_: object) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # it would cost as much as all the rest
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour)
        for polygon in self._polygons:
            painter.drawPolygon(polygon)


def _whole_view(item: QGraphicsItem) -> QRectF:
    box = item.getViewBox()  # type: ignore[attr-defined]
    return QRectF() if box is None else QRectF(box.viewRect())


def _polygon(times: Floats, low: Floats, high: Floats) -> QPolygonF:
    around: QPolygonF = pg.functions.arrayToQPolygonF(np.append(times, times[::-1]), np.append(high, low[::-1]))
    return around


def _pen(colour: QColor, width: float) -> QPen:
    pen: QPen = pg.mkPen(colour, width=width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)  # pieces of a line meet, and do not show where
    return pen
