"""A level meter: how loud something is, with the loudest moment held for a while."""

from math import log10

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from .theme import Theme

FLOOR = -48.0  # dB of full scale at the left end
_WARM, _HOT = -12.0, -3.0
_FALL = 1.5  # dB per frame of 33 ms
_HELD = 30  # frames


class LevelMeter(QWidget):
    """A bar from -48 dB to full scale; rises at once and falls slowly by itself."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = self._peak = FLOOR
        self._held = 0
        self._timer = QTimer(self, interval=33)
        self._timer.timeout.connect(self._fall)
        self.setAccessibleName(name or self.tr("Level"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_level(self, level: float) -> None:
        """`level` as a share of full scale, 0 to 1 (more is over)."""
        decibels = max(20 * log10(level), FLOOR) if level > 0 else FLOOR
        if decibels > self._level:
            self._level = decibels
        if decibels >= self._peak:
            self._peak, self._held = decibels, _HELD
        if self._peak > FLOOR and self.isVisible():
            self._timer.start()
        self.update()

    def level(self) -> float:
        """What the bar shows, in dB of full scale."""
        return self._level

    def sizeHint(self) -> QSize:
        return QSize(120, 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 8)

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        self._level = self._peak = FLOOR

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        bar = QRectF(0, self.height() / 2 - 2, self.width(), 4)
        painter.setBrush(theme.line)
        painter.drawRoundedRect(bar, 2, 2)
        painter.setBrush(_colour(theme, self._level))
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), self._place(self._level), 4), 2, 2)
        if self._peak > FLOOR:
            painter.setBrush(_colour(theme, self._peak))
            painter.drawRect(QRectF(max(self._place(self._peak) - 2, 0), bar.top(), 2, 4))

    def _place(self, decibels: float) -> float:
        return self.width() * min((decibels - FLOOR) / -FLOOR, 1.0)

    def _fall(self) -> None:
        self._level = max(self._level - _FALL, FLOOR)
        self._held = max(self._held - 1, 0)
        if not self._held:
            self._peak = max(self._peak - _FALL, self._level)
        if self._peak <= FLOOR:
            self._timer.stop()
        self.update()


def _colour(theme: Theme, decibels: float) -> QColor:
    if decibels >= _HOT:
        return theme.bad
    return theme.warn if decibels >= _WARM else theme.good
