"""Buttons with a painted symbol: play, pause and the like, which not every font has."""

from typing import Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from .pill import Kind, Pill
from .plain_text import set_tooltip
from .theme import Theme

Glyph = Literal["previous", "play", "pause", "next", "stop"]

WIDTH = 40
_BARS = {"previous": (2.0,), "next": (10.0,), "pause": (2.5, 8.5)}
_TRIANGLES = {"previous": (10.5, 4.0), "play": (2.5, 10.5), "next": (1.5, 8.0)}


class GlyphPill(Pill):
    """`name` says what the symbol means, to screen readers and in the tooltip; `keys` is its shortcut."""

    def __init__(
        self, glyph: Glyph, name: str, keys: str = "", kind: Kind = "plain", parent: QWidget | None = None
    ) -> None:
        super().__init__("", kind, parent)
        self._keys = keys
        self.setFixedWidth(WIDTH)
        if keys:
            self.setShortcut(keys)
        self.set_glyph(glyph, name)

    def set_glyph(self, glyph: Glyph, name: str) -> None:
        if name == self.accessibleName():
            return
        self._glyph = glyph
        self.setAccessibleName(name)
        set_tooltip(self, f"{name} ({self._keys})" if self._keys else name)
        self.update()

    def glyph(self) -> Glyph:
        return self._glyph

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = Theme.current()
        lit = theme.ink if self.property("kind") == "accent" else theme.text
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.width() / 2 - 6, self.height() / 2 - 6)
        painter.fillPath(_path(self._glyph), lit if self.isEnabled() else theme.dim)


def _path(glyph: Glyph) -> QPainterPath:
    """The symbol's path in a square of 12 pixels."""
    path = QPainterPath()
    for left in _BARS.get(glyph, ()):
        path.addRect(QRectF(left, 1, 3 if glyph == "pause" else 2, 10))
    if glyph in _TRIANGLES:
        base, tip = _TRIANGLES[glyph]
        path.moveTo(QPointF(base, 1))
        path.lineTo(QPointF(tip, 6))
        path.lineTo(QPointF(base, 11))
        path.closeSubpath()
    if glyph == "stop":
        path.addRoundedRect(QRectF(1.5, 1.5, 9, 9), 1, 1)
    return path
