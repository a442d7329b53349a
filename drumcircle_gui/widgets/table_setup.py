"""Set-up shared by all lists and tables whose rows are painted by delegates."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView


def scroll_smoothly(rows: QAbstractItemView) -> None:
    """Scrolls by the pixel, and only vertically: delegates cut what is too wide."""
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


def menu_target(rows: QAbstractItemView, event: QContextMenuEvent) -> tuple[int | None, QPoint]:
    """The row a context menu is about (None: no row), and where on the screen to open it.

    The Menu key means the current row; Qt's position of such an event points to another row.
    """
    if event.reason() == QContextMenuEvent.Reason.Keyboard:
        index = rows.currentIndex()
        at = rows.visualRect(index).center()
    else:
        at = event.pos()
        index = rows.indexAt(at)
    return (index.row() if index.isValid() else None), rows.viewport().mapToGlobal(at)


def popup_menu(menu: QMenu, at: QPoint) -> None:
    """Opens `menu` at a point of the screen and deletes it after use."""
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(at)
