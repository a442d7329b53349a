"""Paints the ring's parts."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QConicalGradient, QPainter, QPainterPath, QPen, QPixmap

from drumcircle_gui.widgets.theme import Theme, Weight, faded, font, mixed

from .geometry import Dial, Spoke
from .motion import MOTION

GLOW = 0.092  # of a turn: how far the hand's light trails behind it
_HAND_OVER = 8  # pixels by which the hand passes the outermost lane
_FIRST_GUIDE_DOT = 6.0
Sprite = tuple[QPixmap, int]  # and how far its upper left corner is from the dot's centre
_CENTRED = Qt.AlignmentFlag.AlignCenter


class Sprites:
    """Cached pictures of dots, by colour and radius (to half a pixel)."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        self._theme, self._ratio = theme, ratio
        self._made: dict[tuple[int, int], Sprite] = {}

    def get(self, colour: int, radius: float) -> Sprite:
        key = colour, round(radius * 2)
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = self._make(*key)
        return found

    def _make(self, colour: int, halves: int) -> Sprite:
        middle = halves // 2 + 2
        picture = QPixmap(round(2 * middle * self._ratio), round(2 * middle * self._ratio))
        picture.setDevicePixelRatio(self._ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.player(colour))
        painter.drawEllipse(QPointF(middle, middle), halves / 2, halves / 2)
        painter.end()
        return picture, middle


def paint_face(painter: QPainter, dial: Dial, marks: Iterable[Spoke], lanes: int, theme: Theme) -> None:
    """Paints what does not move: lanes, spokes, numbers and the guide."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for lane in range(-1, dial.lanes):
        painter.setPen(QPen(faded(theme.line, 1.0 if lane < lanes else 0.45), 1))
        painter.drawEllipse(QPointF(dial.x, dial.y), dial.radius(lane), dial.radius(lane))
    for mark in marks:
        _paint_mark(painter, dial, mark, theme)


def _paint_mark(painter: QPainter, dial: Dial, mark: Spoke, theme: Theme) -> None:
    strong = mark.kind != "beat"
    shade, width, over = {"beat": (0.0, 1.0, 4), "bar": (0.35, 1.25, 12), "cycle": (0.7, 1.5, 16)}[mark.kind]
    painter.setPen(QPen(mixed(theme.line, theme.dim, shade), width))
    painter.drawLine(QPointF(*dial.point(mark.turn, dial.hub)), QPointF(*dial.point(mark.turn, dial.rim + over)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_guide_colour(theme))
    radius = guide_dot(dial, mark)
    painter.drawEllipse(QPointF(*dial.point(mark.turn, dial.guide)), radius, radius)
    if mark.label:
        painter.setFont(font(13, Weight.DemiBold if strong else Weight.Normal))
        painter.setPen(theme.text if strong else theme.dim)
        painter.drawText(_around(*dial.point(mark.turn, dial.rim + 27)), _CENTRED, mark.label)


def guide_dot(dial: Dial, mark: Spoke) -> float:
    """Radius of the guide's dot at this spoke."""
    size = {"beat": 3.0, "bar": 4.0, "cycle": _FIRST_GUIDE_DOT}[mark.kind]
    return size * min(max(dial.rim / 300, 0.5), 1.2)


def paint_guide_struck(painter: QPainter, dial: Dial, mark: Spoke, left: float, theme: Theme) -> None:
    """Highlights the guide's dot after it sounded; `left` falls from 1 to 0."""
    radius = guide_dot(dial, mark) * (1 + 0.5 * left)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(mixed(_guide_colour(theme), theme.accent, left))
    painter.drawEllipse(QPointF(*dial.point(mark.turn, dial.guide)), radius, radius)


def paint_lane(painter: QPainter, dial: Dial, radius: float, name: str, colour: QColor, theme: Theme) -> None:
    """Paints a player's lane in the player's colour, with the name at its top."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(faded(colour, 0.7), 1.5))
    painter.drawEllipse(QPointF(dial.x, dial.y), radius, radius)
    painter.setFont(font(11, Weight.DemiBold))
    width = painter.fontMetrics().horizontalAdvance(name) + 16
    tag = QRectF(dial.x - width / 2, dial.y - radius - 10, width, 20)
    painter.setBrush(theme.card)
    painter.setPen(QPen(faded(colour, 0.7), 1))
    painter.drawRoundedRect(tag, 10, 10)
    painter.setPen(theme.readable(colour))
    painter.drawText(tag, _CENTRED, name)


class RingHand:
    """The moving hand and the light behind it."""

    def __init__(self, dial: Dial, theme: Theme) -> None:
        self._dial = dial
        self._colour = theme.accent
        self._still = theme.dim
        self._light = _sector(dial.hub + 2, dial.rim + _HAND_OVER, GLOW)
        gradient = QConicalGradient(0, 0, 90)
        gradient.setColorAt(0, faded(theme.accent, 0.30))
        gradient.setColorAt(GLOW, faded(theme.accent, 0.0))
        gradient.setColorAt(1, faded(theme.accent, 0.0))
        self._brush = QBrush(gradient)

    def paint(self, painter: QPainter, turn: float, *, moving: bool) -> None:
        painter.save()
        painter.translate(self._dial.x, self._dial.y)
        painter.rotate(turn * 360)
        if moving and not MOTION.reduced:
            painter.fillPath(self._light, self._brush)
        pen = QPen(self._colour if moving else self._still, 3 if moving else 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(0, -self._dial.hub - 2), QPointF(0, -self._dial.rim - _HAND_OVER))
        painter.restore()


def _sector(inner: float, outer: float, share: float) -> QPainterPath:
    """A sector around (0, 0) between two radii, from the top anticlockwise by `share` of a turn."""
    path = QPainterPath()
    big, small = (QRectF(-r, -r, 2 * r, 2 * r) for r in (outer, inner))
    path.arcMoveTo(big, 90)
    path.arcTo(big, 90, 360 * share)
    path.arcTo(small, 90 + 360 * share, -360 * share)
    path.closeSubpath()
    return path


def _guide_colour(theme: Theme) -> QColor:
    return mixed(theme.card, theme.dim, 0.8)


def _around(x: float, y: float) -> QRectF:
    return QRectF(x - 24, y - 12, 48, 24)
