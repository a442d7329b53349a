"""A plot of how hard a pad was struck against how hard it sounds: the curve, and the latest strokes on it."""

from collections import deque
from collections.abc import Callable

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from drumcircle_gui.widgets.theme import Theme, faded

from .graph import Graph

HARDEST = 127
TICKS = (0, 64, 127)
SHOWN = 24
"""The latest strokes, the older the paler."""


class VelocityPlot(Graph):
    """MIDI velocities, 0 to 127, on both axes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(-4, HARDEST + 4, TICKS, parent)
        self._hits: deque[tuple[int, int]] = deque(maxlen=SHOWN)
        self.setAccessibleName(self.tr("Velocity curve: how hard you strike, and how loud it sounds"))
        self.box.setXRange(-2, HARDEST + 4, padding=0)
        self._line, self._dots = pg.PlotCurveItem(), pg.ScatterPlotItem(pxMode=True)
        self._least = pg.InfiniteLine(0, angle=90)
        for item in (self._least, self._line, self._dots):
            self.box.addItem(item)
        self.restyle(Theme.current())

    def set_curve(self, curve: Callable[[int], int], threshold: int) -> None:
        """Show `curve`, which gives the velocity that sounds for one that was struck, from `threshold` on."""
        struck = np.arange(threshold, HARDEST + 1)
        self._line.setData(struck, np.array([curve(int(velocity)) for velocity in struck]))
        self._least.setValue(threshold)

    def add_hit(self, struck: int, sounds: int) -> None:
        """Show a stroke; `sounds` is 0 for one that is not played."""
        self._hits.append((struck, sounds))
        self._draw_hits()

    def hits(self) -> list[tuple[int, int]]:
        """The strokes that are shown, for reading."""
        return list(self._hits)

    def restyle(self, theme: Theme) -> None:
        super().restyle(theme)
        self._line.setPen(pg.mkPen(theme.accent, width=2))
        self._least.setPen(pg.mkPen(theme.warn, width=1, style=Qt.PenStyle.DashLine))
        self._draw_hits()

    def _draw_hits(self) -> None:
        theme = Theme.current()
        count = len(self._hits)
        strengths = [0.25 + 0.75 * (number + 1) / count for number in range(count)]
        colours = [theme.dim if not sounds else theme.player(1) for _, sounds in self._hits]
        self._dots.setData(
            x=np.array([struck for struck, _ in self._hits]),
            y=np.array([sounds for _, sounds in self._hits]),
            brush=[pg.mkBrush(faded(colour, alpha)) for colour, alpha in zip(colours, strengths, strict=True)],
            pen=pg.mkPen(None),
            size=11,
        )
