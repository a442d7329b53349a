"""The second tab of the page of a hub's accounts: the audit log, with a search. Scrolling down loads older lines."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from drumcircle_gui.protocol.directory import AuditRow
from drumcircle_gui.protocol.fields import MAX_SHORT_LENGTH
from drumcircle_gui.widgets.plain_text import plain_roles
from drumcircle_gui.widgets.table_header import TableHeader
from drumcircle_gui.widgets.table_setup import lay_out_rows

from .administration_state import AdministrationState, ReadAudit, ReadOlderAudit
from .administration_texts_view import action_text, time_text

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT_PX = 28


COLUMNS = 5


class AuditModel(QAbstractTableModel):
    """Lines of the audit log. Emits `more_wanted` when the view reaches the last one and there are older ones."""

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[AuditRow, ...] = ()
        self._more, self._asked_at = False, -1

    def render(self, lines: tuple[AuditRow, ...], *, more: bool) -> None:
        """Show `lines`; `more`: there are older ones on the hub."""
        before, self._more = len(self._lines), more
        if self._lines == lines[:before] and before:
            if len(lines) > before:
                self.beginInsertRows(QModelIndex(), before, len(lines) - 1)
                self._lines = lines
                self.endInsertRows()
            return
        self.beginResetModel()
        self._lines, self._asked_at = lines, -1
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else COLUMNS

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more and self._asked_at < len(self._lines)

    def fetchMore(self, parent: Index) -> None:
        self._asked_at = len(self._lines)
        self.more_wanted.emit()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        titles = (self.tr("time"), self.tr("who"), self.tr("did"), self.tr("account"), self.tr("from address"))
        return titles[section] if role == Qt.ItemDataRole.DisplayRole else None

    @plain_roles
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        texts = time_text(line.at), line.actor, action_text(line.action), line.subject, line.address
        return texts[index.column()]


class AuditTab(QWidget):
    """Shows the audit log. Emits `requested` with a ReadAudit or a ReadOlderAudit."""

    requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search for a name, an action or an address"))
        self.search.setAccessibleName(self.tr("Search the audit log"))
        self.search.setMaxLength(MAX_SHORT_LENGTH)
        self.search.setClearButtonEnabled(True)
        self.lines = AuditModel(self)
        self.table = QTableView()
        self.table.setModel(self.lines)
        self.table.setAccessibleName(self.tr("Audit log"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.search.textChanged.connect(lambda words: self.requested.emit(ReadAudit(words)))
        self.lines.more_wanted.connect(lambda: self.requested.emit(ReadOlderAudit()))
        self._lay_out()

    def render(self, state: AdministrationState) -> None:  # type: ignore[override]
        self.lines.render(state.audit, more=state.audit_more)

    def _lay_out(self) -> None:
        lay_out_rows(self.table, ROW_HEIGHT_PX)
        header = TableHeader(dict.fromkeys(range(COLUMNS), (4, 4)), 26, self.table)
        self.table.setHorizontalHeader(header)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.search)
        layout.addWidget(self.table, 1)
