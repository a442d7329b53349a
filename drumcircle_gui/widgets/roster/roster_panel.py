"""The roster with buttons for the selected member, and a question before a member is removed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.question import Question

from .roster_filter import RosterFilter
from .roster_row import RosterRow
from .roster_search import RosterSearch
from .roster_table import RosterTable


class RosterPanel(QWidget):
    """Signals give the member's id; `mute_requested` also whether to mute, `chosen` the selected member."""

    chosen = Signal(int)
    mute_requested = Signal(int, bool)
    remove_requested = Signal(int)
    message_requested = Signal(int)

    def __init__(self, title: str = "", *, may_moderate: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_moderate = may_moderate
        self.table = RosterTable(title, may_moderate=may_moderate)
        self.search = RosterSearch()
        self._rows: tuple[RosterRow, ...] = ()
        self.message = Pill(self.tr("Message"), "quiet")
        self.mute = Pill(self.tr("Mute"), "quiet")
        self.remove = Pill(self.tr("Remove…"), "quiet")
        self.more = Pill(self.tr("More") + " ▾", "quiet")
        self.question: RemoveMemberQuestion | None = None
        self._lay_out()
        self._connect()
        self._show_actions()

    def render(self, rows: tuple[RosterRow, ...]) -> None:  # type: ignore[override]
        """Shows `rows`; a question about a member who has left closes."""
        self._rows = rows
        self.table.render(rows)
        self.search.render(rows, self.table.shown)
        self._show_actions()
        if self.question is not None and self.question.member not in {row.id for row in rows}:
            self.question.reject()

    def choose(self, member: int | None) -> None:
        """Selects the row of `member`, or none."""
        self.table.choose(member)
        self._show_actions()

    def ask_to_remove(self, member: int) -> None:
        """Asks before `remove_requested` is emitted."""
        row = self.table.row_of(member)
        if row is None or self.question is not None:
            return
        self.question = RemoveMemberQuestion(row, self)
        self.question.accepted.connect(lambda: self.remove_requested.emit(member))
        self.question.finished.connect(self._forget_question)
        self.question.open()

    def _forget_question(self) -> None:
        self.question = None

    def _show_actions(self) -> None:
        row = self.table.selected()
        self._actions.setVisible(row is not None and not row.gone)
        if row is None or row.gone:
            return
        self.message.setEnabled(not row.me)
        self.mute.setVisible(self._may_moderate)
        self.mute.setText(self.tr("Unmute") if row.muted else self.tr("Mute"))
        mute = self.tr("Unmute {name}") if row.muted else self.tr("Mute {name}")
        self.mute.setAccessibleName(mute.format(name=row.name))
        self.remove.setVisible(self._may_moderate and not row.me)
        self.more.setVisible(self._may_moderate and self.more.menu() is not None)
        self.more.setAccessibleName(self.tr("More for {name}").format(name=row.name))
        self.remove.setAccessibleName(self.tr("Remove {name}").format(name=row.name))
        self.message.setAccessibleName(self.tr("Message {name}").format(name=row.name))

    def _filter(self, shown: RosterFilter) -> None:
        self.table.set_filter(shown)
        self.search.render(self._rows, self.table.shown)

    def _connect(self) -> None:
        self.search.changed.connect(self._filter)
        self.search.done.connect(self.table.setFocus)
        self.table.chosen.connect(self.chosen)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_actions())
        self.table.mute_requested.connect(self.mute_requested)
        self.table.message_requested.connect(self.message_requested)
        self.table.remove_requested.connect(self.ask_to_remove)
        self.message.clicked.connect(lambda: self.table.act(Qt.Key.Key_Return))
        self.mute.clicked.connect(lambda: self.table.act(Qt.Key.Key_M))
        self.remove.clicked.connect(lambda: self.table.act(Qt.Key.Key_Delete))

    def _lay_out(self) -> None:
        self.message.setToolTip(self.tr("Write to this member alone (Enter)"))
        self.mute.setToolTip(self.tr("Nobody hears a muted member (M)"))
        self.remove.setToolTip(self.tr("Remove this member from the circle (Delete)"))
        self._actions = QWidget()
        row = QHBoxLayout(self._actions)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(4)
        for pill in (self.message, self.mute, self.remove, self.more):
            row.addWidget(pill)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.search)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._actions)


class RemoveMemberQuestion(Question):
    """Asks whether `member` should be removed from the circle."""

    def __init__(self, row: RosterRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.member = row.id
        self.put(
            self.tr("Remove a member"),
            self.tr("Remove {name} from the circle?").format(name=row.name),
            self.tr("{name} is disconnected and hears nothing more.").format(name=row.name),
            self.tr("Cancel"),
            self.tr("Remove"),
        )
