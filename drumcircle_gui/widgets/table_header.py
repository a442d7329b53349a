"""Column titles of tables, aligned with the cells below."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from drumcircle_gui.widgets.theme import Theme, font


class TableHeader(QHeaderView):
    """`pads`: left and right padding of each column's title, in pixels."""

    def __init__(self, pads: Mapping[Any, tuple[int, int]], height: int, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._pads = pads
        self.setAccessibleName(self.tr("Columns"))
        self.setFixedHeight(height)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(40)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        theme, model = Theme.current(), self.model()
        left, right = self._pads.get(logical_index, (0, 0))
        side = model.headerData(logical_index, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        painter.save()
        painter.setFont(font(11))
        painter.setPen(theme.dim)
        text = model.headerData(logical_index, Qt.Orientation.Horizontal)
        painter.drawText(rect.adjusted(left, 0, -right, -4), side, text)
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()
