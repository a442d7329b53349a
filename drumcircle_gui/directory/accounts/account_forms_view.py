"""The forms of the account's dialog: log in, register, change the password."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from drumcircle_gui.protocol.account_rules import password_rules, registration_rules
from drumcircle_gui.protocol.fields import MAX_KEY_LENGTH
from drumcircle_gui.widgets.pill import Pill

from .account_fields_view import AccountField, RuleList, all_kept, name_field
from .own_account import AskForAccount, EnterAccount, JudgedRules, OwnAccount, RenewPassword, judged


class AccountForm(QWidget):
    """Fields, and below them the button that sends them. Emits `requested` with an AccountIntent, `turned` with the
    name of another form. `send` is enabled when `ready` and nothing is on its way."""

    requested = Signal(object)
    turned = Signal(str)

    def __init__(self, send: str, other: str, other_form: str) -> None:
        super().__init__()
        self.send, self.other = Pill(send, "accent"), Pill(other, "quiet")
        self.busy = False
        self._first: AccountField | None = None
        for button in (self.send, self.other):
            button.setAutoDefault(False)  # Enter in a field sends the form, and presses nothing else
        self.send.clicked.connect(self._send)
        self.other.clicked.connect(lambda: self.turned.emit(other_form))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)

    def add(self, *fields: AccountField) -> None:
        """Add fields. Editing one may enable the button; Enter sends the form."""
        self._first = self._first or fields[0]
        for field in fields:
            self.column.addWidget(field)
            field.edited.connect(self.check)
            field.entered.connect(self._send)

    def finish(self) -> None:
        """Put the buttons below the fields."""
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.other)
        foot.addStretch(1)
        foot.addWidget(self.send)
        self.column.addStretch(1)
        self.column.addLayout(foot)
        self.check()

    def render(self, account: OwnAccount) -> None:  # type: ignore[override]
        """Show the form for `account`."""

    def ready(self) -> bool:
        """Whether the fields can be sent."""
        raise NotImplementedError

    def intent(self) -> object:
        """The intent for the fields' contents."""
        raise NotImplementedError

    def check(self) -> None:
        self.send.setEnabled(self.ready() and not self.busy)

    def begin(self) -> None:
        """Focus the first field."""
        if self._first is not None:
            self._first.line.setFocus()

    def clear_secrets(self) -> None:
        """Empty the fields for passwords."""

    def _send(self) -> None:
        if self.send.isEnabled():
            self.requested.emit(self.intent())


class LogInForm(AccountForm):
    """The name and the password of an account."""

    def __init__(self) -> None:
        super().__init__(self.tr("Log in"), self.tr("No account yet? Register"), "register")
        self.name = name_field(self.tr("Name of the account"))
        self.password = AccountField(self.tr("Password"), secret=True)
        self.add(self.name, self.password)
        self.finish()

    def ready(self) -> bool:
        return bool(self.name.text().strip() and self.password.text())

    def intent(self) -> object:
        return EnterAccount(self.name.text().strip(), self.password.text())

    def clear_secrets(self) -> None:
        self.password.line.clear()


class RegisterForm(AccountForm):
    """A new account: the rules are judged while the user types."""

    def __init__(self) -> None:
        super().__init__(self.tr("Register"), self.tr("Back to logging in"), "log in")
        self.name, self.mail = name_field(self.tr("Name of the account")), AccountField(self.tr("Mail address"))
        self.password = AccountField(self.tr("Password"), secret=True)
        self.again = AccountField(self.tr("Password again"), secret=True)
        self.code = AccountField(
            self.tr("One-time code, for the hub's first administrator only"), longest=MAX_KEY_LENGTH
        )
        self.rules = RuleList()
        for pair in ((self.name, self.mail), (self.password, self.again)):
            self.add(*pair)
            row = QHBoxLayout()
            row.setSpacing(12)
            for field in pair:
                row.addWidget(field)
            self.column.addLayout(row)
        self.column.addWidget(self.rules)
        self.add(self.code)
        self.finish()

    def ready(self) -> bool:
        return all_kept(self._judged())

    def check(self) -> None:
        self.rules.render(self._judged())
        super().check()

    def intent(self) -> object:
        return AskForAccount(
            self.name.text().strip(), self.mail.text().strip(), self.password.text(), self.code.text().strip()
        )

    def clear_secrets(self) -> None:
        for field in (self.password, self.again, self.code):
            field.line.clear()

    def _judged(self) -> JudgedRules:
        name, mail = self.name.text().strip(), self.mail.text().strip()
        password, again = self.password.text(), self.again.text()
        typed = bool(name), bool(mail), *([bool(password)] * 3), bool(again)
        return judged(registration_rules(name, mail, password, again), typed)


class PasswordForm(AccountForm):
    """A new password for the account; the rules are judged while the user types."""

    def __init__(self) -> None:
        super().__init__(self.tr("Change the password"), self.tr("Back"), "account")
        self.before = AccountField(self.tr("Current password"), secret=True)
        self.new = AccountField(self.tr("New password"), secret=True)
        self.again = AccountField(self.tr("New password again"), secret=True)
        self.rules = RuleList()
        self._whose = "", ""
        self.add(self.before, self.new, self.again)
        self.column.addWidget(self.rules)
        self.finish()

    def render(self, account: OwnAccount) -> None:  # type: ignore[override]
        self._whose = account.name, account.mail
        self.check()

    def ready(self) -> bool:
        return bool(self.before.text()) and all_kept(self._judged())

    def check(self) -> None:
        self.rules.render(self._judged())
        super().check()

    def intent(self) -> object:
        return RenewPassword(self.before.text(), self.new.text())

    def clear_secrets(self) -> None:
        for field in (self.before, self.new, self.again):
            field.line.clear()

    def _judged(self) -> JudgedRules:
        new, again = self.new.text(), self.again.text()
        return judged(password_rules(new, again, *self._whose), (*([bool(new)] * 3), bool(again)))
