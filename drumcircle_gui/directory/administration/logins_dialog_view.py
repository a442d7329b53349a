"""The dialog about one account: its facts and its logins, each of which an administrator can end."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from drumcircle_gui.directory.accounts.account_texts_view import role_name, state_name
from drumcircle_gui.protocol.directory import AccountShown, LoginRow
from drumcircle_gui.widgets.label import Label, ShortLabel
from drumcircle_gui.widgets.page_layout import ScrollBody
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.theme import Weight

from .administration_state import EndShownLogin
from .administration_texts_view import time_text


class LoginsDialog(QDialog):
    """Shows an AccountShown. Emits `requested` with an EndShownLogin."""

    requested = Signal(object)

    def __init__(self, shown: AccountShown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.about = ShortLabel("", 24, Weight.DemiBold), Label("", tone="dim", wraps=True)
        self.none = Label(self.tr("This account is logged in nowhere."), tone="dim", wraps=True)
        self.rows: dict[str, Pill] = {}
        self._column = QVBoxLayout()
        self._lay_out()
        self.render(shown)

    def render(self, shown: AccountShown) -> None:  # type: ignore[override]
        """Show the account as it is now."""
        account = shown.account
        self.setWindowTitle(self.tr("Logins of {name}").format(name=account.name))
        self.title.setText(account.name)
        facts = self.tr("{mail}\n{role}, {state}; registered {created}").format(
            mail=account.mail,
            role=role_name(account.role),
            state=state_name(account.state),
            created=time_text(account.created),
        )
        self.about.setText(facts)
        self.none.setVisible(not shown.logins)
        self._replace(shown.logins)

    def _replace(self, logins: tuple[LoginRow, ...]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = {}
        for login in logins:
            self._column.addWidget(self._row(login))

    def _row(self, login: LoginRow) -> QWidget:
        since, address = time_text(login.created), login.address or "?"
        made = self.tr("Since {time}, from {address}").format(time=since, address=address)
        used = self.tr("last used {time}").format(time=time_text(login.seen))
        end = self.rows[login.id] = Pill(self.tr("Log out"), "plain")
        end.setAutoDefault(False)
        end.setAccessibleName(self.tr("Log out: {what}").format(what=made))
        end.clicked.connect(lambda: self.requested.emit(EndShownLogin(login.id)))
        end.setEnabled(not login.current)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ShortLabel(made, weight=Weight.Medium))
        words.addWidget(ShortLabel(self.tr("this window") if login.current else used, 11, tone="dim"))
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(words, 1)
        layout.addWidget(end, alignment=Qt.AlignmentFlag.AlignVCenter)
        return row

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        column.addWidget(self.none)
        column.addLayout(self._column)
        column.addStretch(1)
        self._column.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 16, 20)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        layout.addWidget(self.about)
        layout.addWidget(Label(self.tr("Logins"), 15, Weight.DemiBold))
        layout.addWidget(ScrollBody(column), 1)
        self.resize(520, 400)
