"""The hubs with accounts on the start page: whether the user is logged in, and a button that leads to the account."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from drumcircle_gui.client.known_texts_view import translated
from drumcircle_gui.widgets.label import ShortLabel
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plain_text import set_tooltip

from .account_texts_view import role_name
from .own_account import OwnAccount


class HubLines(QWidget):
    """A line for each OwnAccount. Emits `account_wanted` with the address of a hub, as text."""

    account_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[str, HubLine] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def render(self, account: OwnAccount) -> None:  # type: ignore[override]
        """Show the account on one hub."""
        key = str(account.hub.address)
        if key not in self.lines:
            self.lines[key] = HubLine(key)
            self.lines[key].account_wanted.connect(self.account_wanted)
            self._column.addWidget(self.lines[key])
        self.lines[key].render(account)
        self.show()

    def asks_to_log_in(self, address: str) -> bool:
        """Whether the hub at `address` has accounts and the user is not logged in there."""
        return address in self.lines and not self.lines[address].logged_in


class HubLine(QWidget):
    """The name of a hub, the state of the user's account there, and a button that opens the account's dialog."""

    account_wanted = Signal(str)

    def __init__(self, address: str) -> None:
        super().__init__()
        self.text, self.button = ShortLabel("", 13, tone="dim"), Pill("", "quiet")
        self.logged_in = False
        self.button.clicked.connect(lambda: self.account_wanted.emit(address))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)

    def render(self, account: OwnAccount) -> None:  # type: ignore[override]
        hub, out = account.hub.name, account.standing == "none"
        self.logged_in = account.standing == "enabled"
        texts = {
            "none": (self.tr("{hub} asks for an account"), self.tr("{hub}: account")),
            "waiting": (
                self.tr("{hub}: {name} waits for approval"),
                self.tr("{hub}: waiting"),
                self.tr("Waiting: {hub}"),
            ),
            "enabled": (
                self.tr("{hub}: logged in as {name}, {role}"),
                self.tr("{hub}: {name}"),
                self.tr("{name} on {hub}"),
            ),
        }
        values = {"hub": hub, "name": account.name, "role": role_name(account.role)}
        self.text.setText(*(text.format(**values) for text in texts[account.standing]))
        self.button.set_kind("plain" if out else "quiet")
        self.button.setText(self.tr("Log in") if out else self.tr("Account…"))
        action = self.tr("Log in to {hub}") if out else self.tr("Your account on {hub}")
        self.button.setAccessibleName(action.format(hub=hub))
        set_tooltip(self.button, translated(account.problem) or action.format(hub=hub))
