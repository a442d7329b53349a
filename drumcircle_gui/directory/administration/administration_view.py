"""The page of a hub's accounts, for its administrators."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from drumcircle_gui.client.known_texts_view import translated
from drumcircle_gui.directory.accounts.account_texts_view import ROLES, role_name
from drumcircle_gui.directory.hub_address import KnownHub
from drumcircle_gui.protocol.directory import AccountShown
from drumcircle_gui.widgets.card import Card
from drumcircle_gui.widgets.label import TitleLabel
from drumcircle_gui.widgets.notice import Notice, NoticeBar
from drumcircle_gui.widgets.page_layout import lay_out_page
from drumcircle_gui.widgets.pill import Pill

from .account_filters_view import AccountFilters
from .accounts_table_view import AccountsTable
from .administration_state import (
    AdministrationNotice,
    AdministrationState,
    ChangeStanding,
    FindAccounts,
    LoadMoreAccounts,
    ReadAudit,
    ShowLogins,
    UndoStanding,
)
from .administration_texts_view import change_text
from .audit_view import AuditTab
from .logins_dialog_view import LoginsDialog
from .mail_dialog_view import MailDialog, write_to


class AdministrationView(QWidget):
    """Shows an AdministrationState. Emits `requested` with AdministrationIntents, `left` to go back."""

    guide_page = "administrators"
    requested = Signal(object)
    left = Signal()

    def __init__(self, hub: KnownHub, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = TitleLabel(self.tr("Accounts on {hub}").format(hub=hub.name))
        self.back = Pill(self.tr("Back"), "plain")
        self.tabs = [Pill(self.tr("Accounts"), "choice"), Pill(self.tr("Audit log"), "choice")]
        self.notices, self.filters, self.table = NoticeBar(), AccountFilters(), AccountsTable()
        self.buttons, self.audit, self.stack = AccountButtons(), AuditTab(), QStackedWidget()
        self.logins: LoginsDialog | None = None
        self.mail: MailDialog | None = None
        self._state = AdministrationState()
        self._selecting_all = False
        self._closed: AccountShown | None = None
        self._lay_out()
        self._connect()
        self.render(self._state)

    def render(self, state: AdministrationState) -> None:  # type: ignore[override]
        """Show `state`."""
        self._state = state
        empty = self.tr("No account matches.") if state.answered else self.tr("Asking the hub …")
        self.table.render(state.rows, state.total, empty)
        self.audit.render(state)
        if self._selecting_all and state.complete:
            self._selecting_all = False
            self.table.selectAll()
        self._show_selection()
        self._show_logins()
        self.notices.render((self._notice(state.notice),) if state.notice else ())

    def turn_to(self, tab: int) -> None:
        """Show the accounts (0) or the audit log (1), which is then loaded again."""
        self.stack.setCurrentIndex(tab)
        self.tabs[tab].setChecked(True)
        if tab:
            self.requested.emit(ReadAudit(self.audit.search.text()))

    # --- requests

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.activated.connect(self.left)
        self.notices.occupied.connect(lambda occupied: escape.setEnabled(not occupied))
        self.notices.acted.connect(lambda _: self.requested.emit(UndoStanding()))
        for number, tab in enumerate(self.tabs):
            tab.clicked.connect(lambda _checked=False, number=number: self.turn_to(number))
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self._focus_search)
        QShortcut(QKeySequence.StandardKey.Refresh, self).activated.connect(self._look_again)
        self.filters.changed.connect(lambda which: self.requested.emit(FindAccounts(which)))
        self.table.selected.connect(self._show_selection)
        self.table.opened.connect(lambda name: self.requested.emit(ShowLogins(name)))
        self.table.more_wanted.connect(lambda: self.requested.emit(LoadMoreAccounts()))
        self.table.all_wanted.connect(self._select_all)
        self.audit.requested.connect(self.requested)
        self.buttons.enable.clicked.connect(lambda: self._change(state="enabled"))
        self.buttons.disable.clicked.connect(lambda: self._change(state="disabled"))
        self.buttons.role_chosen.connect(lambda role: self._change(role=role))
        self.buttons.mail.clicked.connect(self._write)
        self.buttons.logins.clicked.connect(lambda: self.requested.emit(ShowLogins(self.table.chosen()[0].name)))

    def _change(self, state: str = "", role: str = "") -> None:
        self.requested.emit(ChangeStanding(self.table.chosen(), state, role))

    def _select_all(self) -> None:
        """Select all that were found; those that are not loaded yet, as soon as they are."""
        if self._state.complete:
            self.table.selectAll()
        else:
            self._selecting_all = True
            self.requested.emit(LoadMoreAccounts(all=True))

    def _write(self) -> None:
        self.mail = write_to(self.table.chosen(), self)

    def _focus_search(self) -> None:
        (self.audit if self.stack.currentIndex() else self.filters).search.setFocus()

    def _look_again(self) -> None:
        audit = self.stack.currentIndex() == 1
        self.requested.emit(ReadAudit(self.audit.search.text()) if audit else FindAccounts(self._state.filter))

    # --- what is shown

    def _show_selection(self) -> None:
        chosen = self.table.chosen()
        self.filters.render(self._state, len(chosen))
        self.buttons.render({row.state for row in chosen}, len(chosen), busy=bool(self._state.changing))

    def _show_logins(self) -> None:
        shown = self._state.shown
        if shown is None or shown is self._closed:
            return
        if self.logins is None:
            self.logins = LoginsDialog(shown, self)
            self.logins.requested.connect(self.requested)
            self.logins.finished.connect(self._forget_logins)
            self.logins.open()
        else:
            self.logins.render(shown)

    def _forget_logins(self) -> None:
        if self.logins is not None:
            self.logins.deleteLater()
            self.logins, self._closed = None, self._state.shown
            self.requested.emit(ShowLogins(""))

    def _notice(self, notice: AdministrationNotice) -> Notice:
        key = str(notice.number)
        problem, todo = translated(notice.problem), translated(notice.todo)
        if problem and not notice.count:
            return Notice(key, problem, todo, "bad")
        done = change_text(notice.state, notice.role, notice.count)
        action = self.tr("Undo") if notice.undoable else ""
        return Notice(key, done, f"{problem} {todo}".strip(), "warn" if problem else "good", action)

    def _lay_out(self) -> None:
        one_of = QButtonGroup(self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        for tab in self.tabs:
            one_of.addButton(tab)
            head.addWidget(tab)
        head.addSpacing(12)
        head.addWidget(self.back)
        self.tabs[0].setChecked(True)
        accounts = QWidget()
        column = QVBoxLayout(accounts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.filters)
        column.addWidget(self.table, 1)
        column.addWidget(self.buttons)
        self.stack.addWidget(accounts)
        self.stack.addWidget(self.audit)
        card = Card()
        card.body.addWidget(self.stack, 1)
        lay_out_page(self, (head, self.notices), (card,))


class AccountButtons(QWidget):
    """Buttons that act on the selected accounts. Emits `role_chosen` with the role to give them."""

    role_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.enable, self.disable = Pill(self.tr("Approve"), "accent"), Pill(self.tr("Disable"), "plain")
        self.disable.setToolTip(self.tr("They are logged out and cannot log in. This can be taken back."))
        self.role = QComboBox()
        self.role.setAccessibleName(self.tr("Change the role"))
        self.role.setPlaceholderText(self.tr("Change the role…"))
        for role in ROLES:
            self.role.addItem(role_name(role), role)
        self.role.setCurrentIndex(-1)
        self.role.activated.connect(self._choose_role)
        self.mail = Pill(self.tr("Write a mail…"), "plain")
        self.mail.setToolTip(self.tr("Opens your mail program; nobody sees the addresses of the others"))
        self.logins = Pill(self.tr("Logins…"), "quiet")
        self.logins.setToolTip(self.tr("Where this account is logged in (Enter)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.enable, self.disable, self.role, self.mail, self.logins):
            row.addWidget(part)
        row.addStretch(1)

    def render(self, states: set[str], count: int, *, busy: bool) -> None:  # type: ignore[override]
        """Enable the buttons that have an effect on `count` accounts in these `states`."""
        waiting = "waiting" in states or not states
        self.enable.setText(self.tr("Approve") if waiting else self.tr("Enable"))
        self.enable.setEnabled(bool(states - {"enabled"}) and not busy)
        self.disable.setEnabled(bool(states - {"disabled"}) and not busy)
        self.role.setEnabled(bool(count) and not busy)
        self.mail.setEnabled(bool(count))
        self.logins.setEnabled(count == 1)

    def _choose_role(self, place: int) -> None:
        self.role.setCurrentIndex(-1)
        self.role_chosen.emit(str(self.role.itemData(place)))
