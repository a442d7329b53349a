"""A plot of the level at a microphone over the last seconds, with its gate and the strokes found."""

from collections import deque
from collections.abc import Iterable

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from drumcircle_gui.timing.units import SECOND, Micros, local_micros
from drumcircle_gui.widgets.theme import Theme, faded, font

SPAN_S = 6.0
LOWEST_DB, HIGHEST_DB = -80, 0
TICKS_DB = (-60, -40, -20)
INTERVAL_MS = 50
MOST = 400
"""Levels and strokes that are kept: more than fit into SPAN_S."""


class LevelPlot(QWidget):
    """Levels in decibels of full scale against local time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._levels: deque[tuple[Micros, float]] = deque(maxlen=MOST)
        self._hits: deque[tuple[Micros, float, int | None]] = deque(maxlen=MOST)
        self._origin = local_micros()
        self.setAccessibleName(self.tr("Level of the microphone over the last seconds, in decibels"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._lay_out()
        self._style()
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self._refresh)

    def add_level(self, at: Micros, level: float) -> None:
        """Add the level at local time `at`."""
        self._levels.append((at, level))

    def add_hit(self, at: Micros, level: float, colour: int | None) -> None:
        """Add a stroke of `level`. `colour`: its number (see `Theme.player`); None: a sound that is no stroke."""
        self._hits.append((at, level, colour))

    def hits(self) -> list[int | None]:
        """The colours of the strokes that are kept, for reading."""
        return [colour for _, _, colour in self._hits]

    def set_gate(self, level: float) -> None:
        """Show the gate at `level`."""
        self._gate.setValue(level)

    def sizeHint(self) -> QSize:
        return QSize(480, 180)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 110)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._style()

    def _lay_out(self) -> None:
        self._view, self._figures = pg.GraphicsView(background=None), pg.AxisItem("left")
        self._box = pg.ViewBox(enableMenu=False, defaultPadding=0)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        inner = pg.GraphicsLayout()
        inner.setContentsMargins(0, 4, 0, 4)
        inner.addItem(self._figures)
        inner.addItem(self._box)
        self._view.setCentralItem(inner)
        self._figures.linkToView(self._box)
        self._figures.setStyle(tickLength=0, tickTextOffset=10, tickFont=font(11))
        self._figures.setZValue(1)
        self._figures.setWidth(44)
        self._figures.setPen(None)
        self._figures.setTickPen(pg.mkPen(None))
        self._figures.setTicks([[(level, str(level).replace("-", "\u2212")) for level in TICKS_DB]])
        self._box.disableAutoRange()
        self._box.setYRange(LOWEST_DB, HIGHEST_DB, padding=0)
        self._line, self._dots = pg.PlotCurveItem(), pg.ScatterPlotItem(pxMode=True)
        self._gate = pg.InfiniteLine(LOWEST_DB, angle=0)
        for item in (self._gate, self._line, self._dots):
            self._box.addItem(item)

    def _style(self) -> None:
        theme = Theme.current()
        self._view.setBackgroundBrush(theme.card)
        self._figures.setTextPen(theme.dim)
        self._line.setPen(pg.mkPen(theme.accent, width=1.5))
        self._line.setBrush(faded(theme.accent, 0.2))
        self._line.setFillLevel(LOWEST_DB)
        self._gate.setPen(pg.mkPen(theme.warn, width=1, style=Qt.PenStyle.DashLine))

    def _refresh(self) -> None:
        now = local_micros()
        since = now - SPAN_S * SECOND
        levels = [(at, level) for at, level in self._levels if at >= since]
        self._line.setData(self._seconds(at for at, _ in levels), np.array([level for _, level in levels]))
        hits = [hit for hit in self._hits if hit[0] >= since]
        self._dots.setData(
            x=self._seconds(at for at, _, _ in hits),
            y=np.array([level for _, level, _ in hits]),
            brush=[pg.mkBrush(_ink(colour)) for _, _, colour in hits],
            pen=pg.mkPen(Theme.current().card),
            size=12,
        )
        end = (now - self._origin) / SECOND
        self._box.setXRange(end - SPAN_S, end, padding=0)

    def _seconds(self, times: Iterable[Micros]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        return (np.fromiter(times, np.float64) - self._origin) / SECOND


def _ink(colour: int | None) -> QColor:
    theme = Theme.current()
    return theme.dim if colour is None else theme.player(colour)
