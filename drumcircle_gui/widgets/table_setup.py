"""What every list and table of rows that paint themselves has in common."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView


def scroll_smoothly(rows: QAbstractItemView) -> None:
    """By the pixel and only up and down: what does not fit across is cut by who paints it."""
    rows.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def lay_out_rows(table: QTableView, height: int) -> None:
    """Rows of `height` pixels without lines or numbers; Tab leaves the table instead of walking its cells."""
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    scroll_smoothly(table)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(height)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
