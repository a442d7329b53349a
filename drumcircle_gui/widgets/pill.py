"""Pills: buttons with round ends, and a badge that shows a state."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from .label import restyle
from .plain_text import fitting, set_tooltip
from .theme import Theme, Weight, font

Kind = Literal["plain", "accent", "danger", "quiet", "choice", "record"]
State = Literal["off", "waiting", "good", "warn", "bad"]


class Pill(QPushButton):
    """A button.

    `accent`: the main action; `danger`: warns; `quiet`: a minor action; `choice`: one of several, of which one is
    checked; `record`: checked while recording.
    """

    def __init__(self, text: str = "", kind: Kind = "plain", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setFont(font(13, Weight.DemiBold))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCheckable(kind in ("choice", "record"))
        self.set_kind(kind)

    def setText(self, text: str) -> None:
        """Keeps the shortcut, which Qt forgets when the text changes."""
        keys = self.shortcut()
        super().setText(text)
        self.setShortcut(keys)

    def set_kind(self, kind: Kind) -> None:
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            restyle(self)


class StatusPill(QWidget):
    """A badge with a dot and a few words about the state of a connection or device.

    The dot's shape shows the state too: a ring when off, half full while waiting, full otherwise.
    """

    def __init__(self, text: str = "", state: State = "off", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(font(13, Weight.Medium))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_status(text, state)

    def set_status(self, text: str, state: State) -> None:
        self._text, self._state = text, state
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._text) + 40, 30)

    def minimumSizeHint(self) -> QSize:
        return QSize(72, 30)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.text if self.hasFocus() else theme.line, 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 14.5, 14.5)
        self._paint_dot(painter, theme)
        painter.setPen(theme.text)
        room = self.rect().adjusted(26, 0, -12, 0)
        shown = fitting(self.fontMetrics(), self._text, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _paint_dot(self, painter: QPainter, theme: Theme) -> None:
        colour = {"off": theme.dim, "waiting": theme.warn, "good": theme.good, "warn": theme.warn, "bad": theme.bad}
        centre = QPointF(16, self.height() / 2)
        painter.setPen(QPen(colour[self._state], 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, 4, 4)
        painter.setBrush(painter.pen().color())
        if self._state == "waiting":
            painter.drawPie(QRectF(centre.x() - 4, centre.y() - 4, 8, 8), 90 * 16, 180 * 16)
        elif self._state != "off":
            painter.drawEllipse(centre, 4, 4)


class StatusButton(StatusPill):
    """A badge that can be pressed; `advice`: its tooltip."""

    clicked = Signal()

    def __init__(self, advice: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_tooltip(self, advice)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)
