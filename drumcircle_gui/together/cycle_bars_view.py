"""A small picture of the last cycles: the lower a bar, the tighter the circle played."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from drumcircle_gui.widgets.plain_text import set_tooltip
from drumcircle_gui.widgets.theme import Theme, faded

from .together_meter import CycleSpread
from .together_words_view import group_words

FULL_MS = 40.0
"""The spread at which a bar has its full height."""

TIGHT_MS = 15.0
"""Bars up to this spread have the colour for good values."""

BARS, WIDTH_PX, GAP_PX, HEIGHT_PX = 16, 5, 2, 20


class CycleBars(QWidget):
    """One bar for each of the latest cycles, the newest at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spreads_ms: tuple[float | None, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("How tight the last cycles were"))

    def render(self, cycles: tuple[CycleSpread, ...]) -> None:  # type: ignore[override]
        """Show the latest of `cycles`."""
        spreads = tuple(each.spread.deviation / 1000 if each.spread else None for each in cycles[-BARS:])
        if spreads != self._spreads_ms:
            self._spreads_ms = spreads
            words, _ = group_words(cycles[-1].spread if cycles else None)
            self.setAccessibleDescription(words)
            set_tooltip(self, self.tr("{latest}. The lower a bar, the tighter its cycle.").format(latest=words))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(BARS * (WIDTH_PX + GAP_PX), HEIGHT_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = Theme.current(), QPainter(self)
        left = self.width() - len(self._spreads_ms) * (WIDTH_PX + GAP_PX)
        for number, spread in enumerate(self._spreads_ms):
            x = left + number * (WIDTH_PX + GAP_PX)
            share = 1.0 if spread is None else min(spread / FULL_MS, 1.0)
            height = max(share * HEIGHT_PX, 2.0)
            colour = theme.line if spread is None else theme.good if spread <= TIGHT_MS else faded(theme.warn, 0.8)
            painter.fillRect(QRectF(x, HEIGHT_PX - height, WIDTH_PX, height), colour)
