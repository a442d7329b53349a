"""A line for text with a hint that is never cut."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QWidget

_MARGIN_PX = 2
"""Margin that Qt keeps free on both sides of the text."""


class HintLine(QLineEdit):
    """An empty line shows the longest of `hints` that fits. Their first is its accessible name.

    `hints`: from the longest to the shortest, which is shown where none fits.
    """

    def __init__(self, *hints: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints = hints
        self.setAccessibleName(hints[0])
        self.setPlaceholderText(hints[-1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.text_width()
        advance = self.fontMetrics().horizontalAdvance
        self.setPlaceholderText(next((hint for hint in self._hints if advance(hint) <= room), self._hints[-1]))

    def text_width(self) -> int:
        """Pixels for the text."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return inside.width() - 2 * _MARGIN_PX
