"""The second tab of the page of a hub's accounts: the audit log, with a search. Scrolling down loads older lines."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from drumcircle_gui.protocol.directory import AuditRow
from drumcircle_gui.protocol.fields import MAX_SHORT_LENGTH
from drumcircle_gui.widgets.plain_text import plain_roles
from drumcircle_gui.widgets.table_header import TableHeader
from drumcircle_gui.widgets.table_setup import lay_out_rows

from .administration_state import AdministrationState, ReadAudit, ReadOlderAudit
from .administration_texts_view import action_text, time_text
from .paged_model_view import Index, PagedModel

ROW_HEIGHT_PX = 28
COLUMNS = 5


class AuditModel(PagedModel[AuditRow]):
    """Lines of the audit log, the latest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, lambda line: line.number, parent)

    def titles(self) -> tuple[str, ...]:
        return self.tr("time"), self.tr("who"), self.tr("did"), self.tr("account"), self.tr("from address")

    @plain_roles
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.row(index.row())
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
        self.lines.show_rows(state.audit, more=state.audit_more)

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
