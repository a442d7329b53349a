"""A plot of the level at a microphone over the last seconds, with its gate and the strokes found."""

from collections import deque
from collections.abc import Iterable

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from drumcircle_gui.timing.units import SECOND, Micros, local_micros
from drumcircle_gui.widgets.theme import Theme, faded

from .graph import Graph

SPAN_S = 6.0
LOWEST_DB, HIGHEST_DB = -80, 0
TICKS_DB = (-60, -40, -20)
INTERVAL_MS = 50
MOST = 400
"""Maximum number of levels and of strokes kept: more than fit into SPAN_S."""


class LevelPlot(Graph):
    """Levels in decibels of full scale against local time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(LOWEST_DB, HIGHEST_DB, TICKS_DB, parent)
        self._levels: deque[tuple[Micros, float]] = deque(maxlen=MOST)
        self._hits: deque[tuple[Micros, float, int | None]] = deque(maxlen=MOST)
        self._origin = local_micros()
        self.setAccessibleName(self.tr("Level of the microphone over the last seconds, in decibels"))
        self._line, self._dots = pg.PlotCurveItem(), pg.ScatterPlotItem(pxMode=True)
        self._gate = pg.InfiniteLine(LOWEST_DB, angle=0)
        for item in (self._gate, self._line, self._dots):
            self.box.addItem(item)
        self.restyle(Theme.current())
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

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def restyle(self, theme: Theme) -> None:
        super().restyle(theme)
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
        self.box.setXRange(end - SPAN_S, end, padding=0)

    def _seconds(self, times: Iterable[Micros]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
        return (np.fromiter(times, np.float64) - self._origin) / SECOND


def _ink(colour: int | None) -> QColor:
    theme = Theme.current()
    return theme.dim if colour is None else theme.player(colour)
