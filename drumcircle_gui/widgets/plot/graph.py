"""A box with a vertical axis: the common part of small plots."""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from drumcircle_gui.widgets.theme import Theme, font

AXIS_WIDTH = 44


class Graph(QWidget):
    """`box` is pyqtgraph's view box; `restyle` is called at first and whenever the theme changes."""

    def __init__(self, low: float, high: float, ticks: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view, self._figures = pg.GraphicsView(background=None), pg.AxisItem("left")
        self.box = pg.ViewBox(enableMenu=False, defaultPadding=0)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        inner = pg.GraphicsLayout()
        inner.setContentsMargins(0, 4, 0, 4)
        inner.addItem(self._figures)
        inner.addItem(self.box)
        self._view.setCentralItem(inner)
        self._figures.linkToView(self.box)
        self._figures.setZValue(1)
        self._figures.setStyle(tickLength=0, tickTextOffset=10, tickFont=font(11))
        self._figures.setWidth(AXIS_WIDTH)
        self._figures.setPen(None)
        self._figures.setTickPen(pg.mkPen(None))
        self._figures.setTicks([[(tick, str(tick).replace("-", "\u2212")) for tick in ticks]])
        self.box.disableAutoRange()
        self.box.setYRange(low, high, padding=0)

    def restyle(self, theme: Theme) -> None:
        """Take over the colours of `theme`."""
        self._view.setBackgroundBrush(theme.card)
        self._figures.setTextPen(theme.dim)

    def sizeHint(self) -> QSize:
        return QSize(480, 180)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 110)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.restyle(Theme.current())
