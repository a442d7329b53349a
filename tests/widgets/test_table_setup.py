from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QListView, QTableView

from drumcircle_gui.widgets.table_setup import lay_out_rows, scroll_smoothly


def test_rows_scroll_by_the_pixel_and_never_sideways(qtbot):
    rows = QListView()
    qtbot.addWidget(rows)
    scroll_smoothly(rows)
    assert rows.verticalScrollMode() == QAbstractItemView.ScrollMode.ScrollPerPixel
    assert rows.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_a_table_shows_nothing_but_its_rows_and_tab_leaves_it(qtbot):
    table = QTableView()
    qtbot.addWidget(table)
    lay_out_rows(table, 41)
    assert not table.showGrid()
    assert not table.wordWrap()
    assert not table.tabKeyNavigation()
    assert table.verticalScrollMode() == QAbstractItemView.ScrollMode.ScrollPerPixel
    assert table.verticalHeader().isHidden()
    assert table.verticalHeader().defaultSectionSize() == 41
    assert table.verticalHeader().sectionResizeMode(0) == QHeaderView.ResizeMode.Fixed
