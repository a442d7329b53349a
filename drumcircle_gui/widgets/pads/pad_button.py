"""One drum pad: a key cap, a name, and a light when it is struck."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from drumcircle_gui.widgets.plain_text import one_line
from drumcircle_gui.widgets.theme import Theme, Weight, faded, font, mixed

SOFTEST, HARDEST = 24, 127
LOW_PX = 54
"""A lower pad has its name close to its lower edge, so that it does not meet the key."""

_FADE = 0.88
"""Share of the brightness that is left after each frame of 33 ms."""


NAME_SIZES = (13, 11, 10, 9)
"""Sizes of names, the one without need first. The smallest is for long words on narrow pads."""


def name_font(name: str, width: float) -> QFont:
    """The font in which `name` fits into one line of this width; a smaller one in which its longest word does."""
    one, *several = (font(size, Weight.Medium) for size in NAME_SIZES)
    if QFontMetricsF(one).horizontalAdvance(name) <= width:
        return one
    fitting = (each for each in several if _longest(name, each) <= width)
    return next(fitting, several[-1])


def _longest(name: str, in_font: QFont) -> float:
    words = name.replace("-", "- ").split()
    return max((QFontMetricsF(in_font).horizontalAdvance(word) for word in words), default=0.0)


class PadButton(QWidget):
    """`struck` gives the velocity, 1 to 127; Space and Enter strike the pad that has the focus."""

    struck = Signal(int)

    def __init__(self, name: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._light = 0.0
        self._timer = QTimer(self, interval=33)
        self._timer.timeout.connect(self._fade)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)
        self.set_key(key)

    def set_key(self, key: str) -> None:
        """Show the computer key that strikes the pad, or several."""
        self._key = key
        words = self.tr("Pad, key {key}").format(key=" ".join(key))
        self.setAccessibleDescription(words if key else self.tr("Pad"))
        self.update()

    def strike(self, velocity: int) -> None:
        self.flash(velocity)
        self.struck.emit(velocity)

    def strike_at(self, y: float) -> None:
        """Strike as a mouse or finger `y` pixels below the upper edge does: the higher, the harder."""
        height = 1 - min(max(y / max(self.height(), 1), 0.0), 1.0)
        self.strike(round(SOFTEST + height * (HARDEST - SOFTEST)))

    def flash(self, velocity: int) -> None:
        self._light = max(self._light, 0.35 + 0.65 * velocity / 127)
        self._timer.start()
        self.update()

    def light(self) -> float:
        """The brightness of the light now, 0 to 1."""
        return self._light

    def sizeHint(self) -> QSize:
        return QSize(104, 72)

    def minimumSizeHint(self) -> QSize:
        return QSize(56, 50)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.strike_at(event.position().y())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.strike(96)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        self._paint_box(painter, box, theme)
        self._paint_words(painter, box, theme)

    def _paint_box(self, painter: QPainter, box: QRectF, theme: Theme) -> None:
        base = mixed(theme.card, theme.line, 0.75 if self.underMouse() else 0.4)
        painter.setBrush(mixed(base, theme.accent, 0.55 * self._light))
        edge = theme.text if self.hasFocus() else mixed(theme.line, theme.accent, self._light)
        painter.setPen(QPen(edge, 2 if self.hasFocus() else 1))
        painter.drawRoundedRect(box, 8, 8)

    def _paint_words(self, painter: QPainter, box: QRectF, theme: Theme) -> None:
        painter.setPen(theme.text)
        room = box.adjusted(7, 0, -7, -7 if box.height() > LOW_PX else -3)
        painter.setFont(name_font(self._name, room.width()))
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(room, side | Qt.TextFlag.TextWordWrap, one_line(self._name))
        if self._key:
            self._paint_cap(painter, box, theme)

    def _paint_cap(self, painter: QPainter, box: QRectF, theme: Theme) -> None:
        painter.setFont(font(11, Weight.DemiBold))
        key = " ".join(self._key)
        beside = painter.fontMetrics().horizontalAdvance(key[1:])
        cap = QRectF(box.left() + 8, box.top() + 8, 20 + beside, 20)
        if cap.bottom() > self.height() - 26:
            cap = QRectF(self.width() - 17 - beside, 3, 14 + beside, 14)
        painter.setBrush(faded(theme.ground, 0.6))
        painter.setPen(QPen(theme.line, 1))
        painter.drawRoundedRect(cap, 4, 4)
        painter.setPen(theme.text if self._light > 0.1 else theme.dim)
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)

    def _fade(self) -> None:
        self._light *= _FADE
        if self._light < 0.02:
            self._light = 0.0
            self._timer.stop()
        self.update()
