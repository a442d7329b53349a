"""The dialog about the user's account on one hub."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from drumcircle_gui.client.known_texts_view import translated
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.pill import Pill, StatusPill
from drumcircle_gui.widgets.theme import Weight

from .account_forms_view import AccountForm, LogInForm, PasswordForm, RegisterForm
from .account_texts_view import role_meaning, role_name
from .own_account import LeaveAccount, OwnAccount

WIDTH = 480


class AccountDialog(QDialog):
    """Shows an OwnAccount. Emits `requested` with an AccountIntent, `administration_wanted` to open the hub's
    accounts."""

    requested = Signal(object)
    administration_wanted = Signal()

    def __init__(self, account: OwnAccount, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        hub = account.hub.name
        self.setWindowTitle(self.tr("Account on {hub}").format(hub=hub))
        self.title, self.about = Label("", 24, Weight.DemiBold, wraps=True), Label("", tone="dim", wraps=True)
        self.problem = Label("", tone="bad", wraps=True)
        self.log_in, self.register, self.password = LogInForm(), RegisterForm(), PasswordForm()
        self.page = AccountPage()
        self.pages: dict[str, QWidget] = {
            "log in": self.log_in,
            "register": self.register,
            "password": self.password,
            "account": self.page,
        }
        self.address = str(account.hub.address)
        self._account, self._shown = account, ""
        for form in self._forms():
            form.requested.connect(self._request)
            form.turned.connect(self.turn_to)
        self.page.requested.connect(self._request)
        self.page.turned.connect(self.turn_to)
        self.page.administration_wanted.connect(self.administration_wanted)
        self._lay_out()
        self.render(account)

    def render(self, account: OwnAccount) -> None:  # type: ignore[override]
        """Show `account`, after a request was carried out or when the account has changed on the hub."""
        changed = account != self._account
        self._account = account
        self._set_busy(busy=False)
        self.page.render(account)
        for form in self._forms():
            form.render(account)
        if account.standing == "none" and self._shown not in ("log in", "register"):
            self.turn_to("log in")
        elif account.standing != "none" and (changed or not self._shown):
            self.turn_to("account")
        self._describe()
        if changed or account.problem:
            self.complain(account.problem)

    def complain(self, problem: DrumCircleError | str) -> None:
        """Show a problem; "" hides it."""
        self._set_busy(busy=False)
        self.problem.setText(translated(str(problem)))
        self.problem.setVisible(bool(str(problem)))
        self.adjustSize()

    def say_why(self, sentence: str) -> None:
        """Show why the program has opened the dialog."""
        self.about.setText(sentence)

    def turn_to(self, page: str) -> None:
        """Show the form or page of that name."""
        self._shown = page
        for form in self._forms():
            form.clear_secrets()
        for name, each in self.pages.items():
            each.setVisible(name == page)
        if isinstance(shown := self.pages[page], AccountForm):
            shown.begin()
        self.complain("")
        self._describe()

    def _describe(self) -> None:
        hub, name = self._account.hub.name, self._account.name
        titles = {
            "log in": self.tr("Log in to {hub}"),
            "register": self.tr("Register with {hub}"),
            "password": self.tr("Change your password"),
            "account": self.tr("{name} on {hub}"),
        }
        texts = {
            "log in": self.tr("With an account you can launch circles on this hub, and join those that ask for one."),
            "register": self.tr("An administrator of the hub reads your name and mail address, and lets you in."),
            "password": self.tr("All other windows and devices are logged out."),
            "account": "",
        }
        self.title.setText(titles[self._shown].format(hub=hub, name=name))
        self.about.setText(texts[self._shown])
        self.about.setVisible(bool(texts[self._shown]))
        self.adjustSize()

    def _request(self, intent: object) -> None:
        self.complain("")
        self._set_busy(busy=True)
        self.requested.emit(intent)

    def _set_busy(self, *, busy: bool) -> None:
        for form in self._forms():
            form.busy = busy
            form.check()
        self.page.setEnabled(not busy)

    def _forms(self) -> tuple[AccountForm, ...]:
        return self.log_in, self.register, self.password

    def _lay_out(self) -> None:
        self.setFixedWidth(WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(10)
        layout.addWidget(self.title)
        layout.addWidget(self.about)
        layout.addWidget(self.problem)
        for page in self.pages.values():  # one is shown at a time, and the dialog is as high as that one
            layout.addWidget(page)
        self.problem.hide()


class AccountPage(QWidget):
    """The account and the actions for it. Emits the same signals as the dialog."""

    requested = Signal(object)
    turned = Signal(str)
    administration_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.administration = Pill(self.tr("All accounts of the hub…"), "accent")
        self.administration.clicked.connect(self.administration_wanted)
        self.status = StatusPill()
        self.about = Label("", wraps=True)
        self.password = Pill(self.tr("Change the password…"), "plain")
        self.leave, self.leave_everywhere = (
            Pill(self.tr("Log out"), "plain"),
            Pill(self.tr("Log out everywhere"), "quiet"),
        )
        self.leave_everywhere.setToolTip(self.tr("Ends your logins in all windows and on all devices"))
        self.password.clicked.connect(lambda: self.turned.emit("password"))
        self.leave.clicked.connect(lambda: self.requested.emit(LeaveAccount()))
        self.leave_everywhere.clicked.connect(lambda: self.requested.emit(LeaveAccount(everywhere=True)))
        self._lay_out()

    def render(self, account: OwnAccount) -> None:  # type: ignore[override]
        waiting = account.standing == "waiting"
        self.status.set_status(
            self.tr("Waiting for approval") if waiting else role_name(account.role), "waiting" if waiting else "good"
        )
        wait = self.tr(
            "An administrator has to approve your account. You need not do anything: the program keeps asking the hub, "
            "also after a restart."
        )
        self.about.setText(wait if waiting else role_meaning(account.role))
        self.password.setVisible(not waiting)
        self.leave_everywhere.setVisible(not waiting)
        self.administration.setVisible(account.administers)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self.status)
        layout.addWidget(self.about)
        for buttons in ((self.administration, self.password), (self.leave, self.leave_everywhere)):
            row = QHBoxLayout()
            row.setSpacing(8)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            layout.addLayout(row)
        layout.addStretch(1)
