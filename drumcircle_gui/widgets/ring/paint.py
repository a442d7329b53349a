"""Paints the ring's parts."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QConicalGradient, QFontMetrics, QPainter, QPainterPath, QPen, QPixmap

from drumcircle_gui.widgets.plain_text import fitting, one_line
from drumcircle_gui.widgets.theme import Theme, Weight, faded, font, mixed

from .geometry import Dial, Spoke

GLOW = 0.092  # of a turn: how far the hand's light trails behind it
_HAND_OVER = 8  # pixels by which the hand passes the outermost lane
_FIRST_GUIDE_DOT = 6.0
_LINE_HEIGHT = 1.2  # of a font's size
_ROWS_BESIDE = 26  # pixels in the hub for title and detail, each
_WORD_SIZES = (
    *((34, 1, False), (24, 1, False), (24, 2, False), (15, 1, False), (15, 2, False), (15, 3, False)),
    *((13, 1, False), (13, 2, False), (13, 3, False), (11, 1, False), (11, 2, False), (11, 3, True)),
    *((11, 4, True), (11, 5, True)),
)
"""Font size, lines, and whether words may be broken, in the order in which they are tried for the hub's word."""

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
        if moving:
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


def paint_hub(painter: QPainter, dial: Dial, words: tuple[str, str, str], theme: Theme) -> None:
    """A title in small capitals, the one word that matters now, and a line of detail.

    The word is wrapped, in the largest size in which all of it fits.
    """
    title, word, detail = words
    size, lines = fit_word(dial, word)
    height = size * _LINE_HEIGHT
    middle = (len(lines) - 1) / 2
    for place, line in enumerate(lines):
        _paint_row(painter, dial, (place - middle) * height, line, (size,), Weight.DemiBold, theme.text)
    edge = (middle + 0.5) * height
    if edge > dial.guide - _ROWS_BESIDE:
        return
    _paint_row(painter, dial, -edge - 10, title.upper(), (11,), Weight.DemiBold, theme.dim)
    _paint_row(painter, dial, edge + 9, detail, (13, 11), Weight.Normal, theme.dim)


def fit_word(dial: Dial, word: str) -> tuple[int, list[str]]:
    """The largest size, and the lines, in which all of `word` fits; the smallest leave no room for title and detail."""
    for size, count, may_break in _WORD_SIZES:
        half = size * _LINE_HEIGHT * count / 2
        if (half > dial.guide - _ROWS_BESIDE and count < 4) or (size > dial.hub * 0.42 and size > 15):
            continue
        lines = wrapped(QFontMetrics(font(size, Weight.DemiBold)), word, _width(dial, half))
        if len(lines) <= count and (may_break or " ".join(lines) == one_line(word)):
            return size, lines
    return 11, [word]


def wrapped(metrics: QFontMetrics, text: str, width: float) -> list[str]:
    """`text` in lines of at most `width` pixels, broken between words; a longer word has a line of its own, broken."""
    lines = [""]
    for word in one_line(text).split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if metrics.horizontalAdvance(longer) <= width:
            lines[-1] = longer
        else:
            lines += _broken(metrics, word, width)
    return [line for line in lines if line] or [""]


def _broken(metrics: QFontMetrics, word: str, width: float) -> list[str]:
    parts = [""]
    for character in word:
        if parts[-1] and metrics.horizontalAdvance(parts[-1] + character) > width:
            parts.append("")
        parts[-1] += character
    return parts


def _width(dial: Dial, down: float) -> float:
    """Width of the hub `down` pixels above or below its middle."""
    return 2 * float(max(dial.guide**2 - down**2, 0.0) ** 0.5 - _FIRST_GUIDE_DOT)


def _paint_row(
    painter: QPainter, dial: Dial, down: float, text: str, sizes: tuple[int, ...], weight: Weight, colour: QColor
) -> None:
    """Paints centred text `down` pixels below the middle, in the first of `sizes` that fits, or cut."""
    width = max(_width(dial, abs(down) + 6), 0.0)
    for size in sizes:
        painter.setFont(font(size, weight))
        if painter.fontMetrics().horizontalAdvance(text) <= width:
            break
    painter.setPen(colour)
    shown = fitting(painter.fontMetrics(), text, int(width))
    painter.drawText(QRectF(dial.x - width / 2, dial.y + down - 24, width, 48), _CENTRED, shown)


def _guide_colour(theme: Theme) -> QColor:
    return mixed(theme.card, theme.dim, 0.8)


def _around(x: float, y: float) -> QRectF:
    return QRectF(x - 24, y - 12, 48, 24)
