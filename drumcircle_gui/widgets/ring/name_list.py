"""The names of the players below the ring, each with the colour of its dots."""

from collections.abc import Sequence
from itertools import takewhile

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from drumcircle_gui.widgets.plain_text import fitting, one_line, show_tooltip
from drumcircle_gui.widgets.theme import Theme, Weight, faded, font

from .scene import Lane

HEIGHT = 24
MAX_NAME_WIDTH = 128
_DOT, _GAP, _PADDING = 8, 6, 10  # pixels: of the dot, beside it, and within the end of a name's box


class NameList(QWidget):
    """One line with as many names as fit, then the number of the others. `hovered` gives the player whose name the
    mouse or the keyboard is on, or None; `clicked` the one whose name was clicked. The arrow keys go from name to name,
    Enter clicks. The tooltip has all names."""

    hovered = Signal(object)
    clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._players: tuple[Lane, ...] = ()
        self._boxes: list[tuple[QRectF, Lane]] = []
        self._marked: int | None = None
        self._pointed: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Players"))

    def render(self, players: Sequence[Lane]) -> None:  # type: ignore[override]
        """Show these players."""
        self._players = tuple(players)
        self.setAccessibleDescription(", ".join(one_line(player.name) for player in players))
        self._place()

    def mark(self, player: int | None) -> None:
        """Emphasize one name; None: no name."""
        if player != self._marked:
            self._marked = player
            self.update()

    def shown(self) -> tuple[str, ...]:
        """The names that fit."""
        return tuple(player.name for _, player in self._boxes)

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(64, HEIGHT)

    # --- painting ----------------------------------------------------------------------------------------------------

    def _place(self) -> None:
        """Give each name its box, from the left, in the middle of the line."""
        self.setFont(font(11, Weight.Medium))
        widths = [self._width_of(player) for player in self._players]
        shown = self._fitting(widths)
        left = (self.width() - sum(widths[:shown]) - self._rest_width(shown)) / 2
        self._boxes = []
        for player, width in zip(self._players[:shown], widths, strict=False):
            self._boxes.append((QRectF(left, 0, width, HEIGHT), player))
            left += width
        self.update()

    def _fitting(self, widths: list[float]) -> int:
        """How many names fit, together with the number of the others."""
        counts = range(1, len(widths) + 1)
        return sum(1 for _ in takewhile(lambda n: sum(widths[:n]) + self._rest_width(n) <= self.width(), counts))

    def _rest_width(self, shown: int) -> float:
        return self.fontMetrics().horizontalAdvance(self._rest(shown)) + 2 * _PADDING if self._rest(shown) else 0.0

    def _rest(self, shown: int) -> str:
        others = len(self._players) - shown
        return self.tr("+ {n}").format(n=others) if others else ""

    def _width_of(self, player: Lane) -> float:
        return self.fontMetrics().horizontalAdvance(self._name(player)) + _DOT + _GAP + 2 * _PADDING

    def _name(self, player: Lane) -> str:
        return fitting(self.fontMetrics(), player.name, MAX_NAME_WIDTH)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        for box, player in self._boxes:
            self._paint_name(painter, box, player, theme)
        right = self._boxes[-1][0].right() if self._boxes else 0.0
        painter.setPen(theme.dim)
        rest = QRectF(right + _PADDING, 0, self.width() - right, HEIGHT)
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, self._rest(len(self._boxes)))

    def _paint_name(self, painter: QPainter, box: QRectF, player: Lane, theme: Theme) -> None:
        colour = theme.player(player.colour)
        painter.setPen(Qt.PenStyle.NoPen)
        if player.player in (self._marked, self._pointed):
            painter.setBrush(faded(colour, 0.25))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), HEIGHT / 2, HEIGHT / 2)
        painter.setBrush(faded(colour, 0.4 if player.dimmed else 1.0))
        painter.drawEllipse(QPointF(box.left() + _PADDING + _DOT / 2, HEIGHT / 2), _DOT / 2, _DOT / 2)
        painter.setPen(theme.dim if player.dimmed else theme.text)
        words = box.adjusted(_PADDING + _DOT + _GAP, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self._name(player))

    # --- the mouse ---------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point(self._player_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._point(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        player = self._player_at(event.position())
        if player is not None and event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(player)

    # --- the keyboard ------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self._go(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._pointed is not None:
            self.clicked.emit(self._pointed)
        else:
            super().keyPressEvent(event)

    def _go(self, step: int) -> None:
        ids = [player.player for _, player in self._boxes]
        if ids:
            place = ids.index(self._pointed) + step if self._pointed in ids else 0
            self._point(ids[min(max(place, 0), len(ids) - 1)])

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._pointed is None:
            self._go(1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._point(None)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            show_tooltip(event.globalPos(), self.accessibleDescription(), self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _point(self, player: int | None) -> None:
        if player != self._pointed:
            self._pointed = player
            self.update()
            self.hovered.emit(player)

    def _player_at(self, place: QPointF) -> int | None:
        return next((player.player for box, player in self._boxes if box.contains(place)), None)
