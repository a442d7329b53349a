"""The table of a hub's accounts: many can be selected; waiting and disabled ones are marked."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from drumcircle_gui.protocol.directory import AccountRow
from drumcircle_gui.widgets.plain_text import paint_line
from drumcircle_gui.widgets.table_header import TableHeader
from drumcircle_gui.widgets.table_setup import lay_out_rows
from drumcircle_gui.widgets.theme import Theme, Weight, faded, font

from .accounts_model_view import AccountColumn, AccountsModel

ROW_HEIGHT_PX = 32
PAD_PX = 8
DOT_PX = 8
WIDTHS_PX = {AccountColumn.ROLE: 124, AccountColumn.STATE: 108, AccountColumn.SEEN: 152}

Index = QModelIndex | QPersistentModelIndex


class AccountsTable(QTableView):
    """Emits `selected` when the selection changes, `opened` with the name of an account that was double-clicked or
    chosen with Enter, `all_wanted` at Ctrl+A, and `more_wanted` when further rows are to be loaded."""

    selected = Signal()
    opened = Signal(str)
    all_wanted = Signal()
    more_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows = AccountsModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_AccountDelegate(self))
        self.setAccessibleName(self.tr("Accounts"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.rows.more_wanted.connect(self.more_wanted)
        self.selectionModel().selectionChanged.connect(self.selected)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.rows.row(index.row()).name))
        self._empty = ""
        self._lay_out()

    def render(self, rows: tuple[AccountRow, ...], total: int, empty: str) -> None:  # type: ignore[override]
        """Show `rows`, or the text `empty` if there are none. Selected accounts stay selected."""
        if empty != self._empty:
            self._empty = empty
            self.viewport().update()
        if self.rows.keeps_places(rows):
            self.rows.render(rows, total)
        else:
            chosen = {row.name for row in self.chosen()}
            current, above = self._current_name(), self.verticalScrollBar().value()
            self.rows.render(rows, total)
            self._choose(chosen, current)
            self.verticalScrollBar().setValue(above)

    def chosen(self) -> tuple[AccountRow, ...]:
        """The selected accounts, from above to below."""
        ranges = sorted((part.top(), part.bottom()) for part in self.selectionModel().selection().toList())
        places = dict.fromkeys(place for top, bottom in ranges for place in range(top, bottom + 1))
        return tuple(map(self.rows.row, places))  # by ranges: Qt takes a second to list 10,000 rows

    def _current_name(self) -> str:
        index = self.currentIndex()
        return self.rows.row(index.row()).name if index.isValid() else ""

    def _choose(self, names: set[str], current: str) -> None:
        """Select the accounts with these names, and make one of them the current one, as far as they are shown."""
        selection, flags = QItemSelection(), QItemSelectionModel.SelectionFlag
        for place in range(self.rows.rowCount()):
            index, name = self.rows.index(place, 0), self.rows.row(place).name
            if name == current:
                self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
            if name in names:
                selection.select(index, index)
        self.selectionModel().select(selection, flags.ClearAndSelect | flags.Rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.all_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.rows.row(self.currentIndex().row()).name)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.rows.rowCount():
            painter = QPainter(self.viewport())
            rect = QRect(self.viewport().rect().adjusted(16, 8, -16, -8))
            paint_line(painter, rect, self._empty, font(13), Theme.current().dim, Qt.AlignmentFlag.AlignHCenter)

    def _lay_out(self) -> None:
        lay_out_rows(self, ROW_HEIGHT_PX)
        pads = dict.fromkeys(AccountColumn, (PAD_PX, PAD_PX))
        header = TableHeader(pads, 26, self)
        self.setHorizontalHeader(header)
        for column in AccountColumn:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS_PX.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)


class _AccountDelegate(QStyledItemDelegate):
    """Paints a cell. The state has a dot: half full while waiting, a ring for a disabled account."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: AccountRow = index.data(Qt.ItemDataRole.UserRole)
        theme, rect, column = Theme.current(), QRect(option.rect), AccountColumn(index.column())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, faded(theme.accent, 0.16))
        inner = rect.adjusted(PAD_PX, 0, -PAD_PX, 0)
        off = row.state == "disabled"
        colour = theme.dim if off or column in (AccountColumn.MAIL, AccountColumn.SEEN) else theme.text
        if column == AccountColumn.STATE:
            self._paint_dot(painter, theme, QRect(inner.left(), inner.center().y() - DOT_PX // 2, DOT_PX, DOT_PX), row)
            inner.setLeft(inner.left() + DOT_PX + 8)
        weight = Weight.Medium if column == AccountColumn.NAME else Weight.Normal
        paint_line(painter, inner, str(index.data()), font(13, weight), colour)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

    def _paint_dot(self, painter: QPainter, theme: Theme, rect: QRect, row: AccountRow) -> None:
        colour = {"waiting": theme.warn, "enabled": theme.good}.get(row.state, theme.dim)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(rect)
        painter.setBrush(colour)
        if row.state == "waiting":
            painter.drawPie(rect, 90 * 16, 180 * 16)
        elif row.state == "enabled":
            painter.drawEllipse(rect)
