"""Painted symbols of a room: its state, by shape as well as by colour, and its skew with the uncertainty."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from drumcircle_gui.mpd.model.rooms_state import Presence
from drumcircle_gui.timing.units import Micros
from drumcircle_gui.widgets.theme import Theme, faded, mixed

FULL_SCALE = Micros(20_000)
"""Skew at either end of the bar."""

NARROW_BAR_PX, WIDE_BAR_PX = 52, 88
NARROW_CELL_PX, WIDE_CELL_PX = 160, 200
"""Cells of the skew narrower than the first have no bar; from the second on it is wide."""


def skew_bar_width(cell_width: int) -> int:
    """Width of the skew's bar in a cell of this width, in pixels; 0: no bar."""
    if cell_width < NARROW_CELL_PX:
        return 0
    return WIDE_BAR_PX if cell_width >= WIDE_CELL_PX else NARROW_BAR_PX


def paint_presence(
    painter: QPainter, square: QRectF, presence: Presence, theme: Theme, *, measured: bool = True
) -> None:
    """The symbol of a room's state.

    Full disc: together. Disc within a ring: plays, but its skew is not measured. Half disc: connecting or joining.
    Quarter: no answer. Diamond: without this song. Cross: unreachable. Ring with a bar: refused. Ring: off.
    """
    colours = {
        Presence.TOGETHER: theme.good,
        Presence.JOINING: theme.warn,
        Presence.CONNECTING: theme.warn,
        Presence.SILENT: theme.warn,
        Presence.APART: theme.warn,
        Presence.OFF: theme.dim,
    }
    colour = colours.get(presence, theme.bad)
    painter.setPen(QPen(colour, 1.75, c=Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if presence is Presence.GONE:
        for one, other in ((square.topLeft(), square.bottomRight()), (square.topRight(), square.bottomLeft())):
            painter.drawLine(_towards(one, square, 0.15), _towards(other, square, 0.15))
    elif presence is Presence.TOGETHER and not measured:
        painter.setPen(QPen(theme.dim, 1.75))
        painter.drawEllipse(square.adjusted(1, 1, -1, -1))
        painter.setBrush(theme.dim)
        painter.drawEllipse(square.center(), 1.5, 1.5)
    elif presence is Presence.APART:
        painter.setBrush(colour)
        sides = (QPointF(0, -5.5), QPointF(5.5, 0), QPointF(0, 5.5), QPointF(-5.5, 0))
        painter.drawPolygon([square.center() + side for side in sides])
    else:
        _paint_disc(painter, square, presence, colour)


def paint_skew(
    painter: QPainter, bar: QRectF, skew: Micros | None, uncertainty: Micros | None, tone: QColor, theme: Theme
) -> None:
    """A scale of ±FULL_SCALE with a mark at `skew` in a band of its uncertainty; None leaves the scale empty."""
    middle = bar.center()
    painter.setPen(QPen(mixed(theme.line, theme.dim, 0.25), 2, c=Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(bar.left(), middle.y()), QPointF(bar.right(), middle.y()))
    painter.setPen(QPen(theme.dim, 1))
    painter.drawLine(QPointF(middle.x(), middle.y() - 8), QPointF(middle.x(), middle.y() + 8))
    if skew is None:
        return
    left, right = (_along(bar, skew + side * (uncertainty or 0)) for side in (-1, 1))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(faded(tone, 0.35))
    painter.drawRoundedRect(QRectF(left - 2, middle.y() - 5, right - left + 4, 10), 3, 3)
    painter.setBrush(tone)
    painter.drawRoundedRect(QRectF(_along(bar, skew) - 1.5, middle.y() - 8, 3, 16), 1.5, 1.5)


def _paint_disc(painter: QPainter, square: QRectF, presence: Presence, colour: QColor) -> None:
    painter.drawEllipse(square.adjusted(1, 1, -1, -1))
    painter.setBrush(colour)
    shares = {Presence.TOGETHER: 360, Presence.JOINING: 180, Presence.CONNECTING: 180, Presence.SILENT: 90}
    if presence in shares:
        painter.drawPie(square.adjusted(1, 1, -1, -1), 90 * 16, -shares[presence] * 16)
    if presence is Presence.REFUSED:
        painter.drawLine(
            QPointF(square.left() + 3.5, square.center().y()), QPointF(square.right() - 3.5, square.center().y())
        )


def _along(bar: QRectF, skew: float) -> float:
    share = min(max(skew / FULL_SCALE, -1.0), 1.0)
    return bar.center().x() + share * bar.width() / 2


def _towards(corner: QPointF, square: QRectF, share: float) -> QPointF:
    return corner + (square.center() - corner) * share
