"""The dialogs and pages about accounts on hubs, each in its states."""

from PySide6.QtWidgets import QWidget

from drumcircle_gui.directory.accounts.account_dialog_view import AccountDialog
from drumcircle_gui.directory.accounts.own_account import OwnAccount, Standing
from drumcircle_gui.directory.hub_address import HubAddress, KnownHub
from drumcircle_gui.settings import PlayerSettings, Settings
from drumcircle_gui.shell.start.start_view import StartView

from .entry import HOSTILE_NAME, Entry, embedded

SCHOOL = KnownHub(HubAddress("hub.example.org", 8004, "0" * 64), "School", registered=True)
TOWN = KnownHub(HubAddress("192.0.2.8", 8004, "1" * 64), "The town's hub for everybody who drums", registered=True)
ODD = KnownHub(HubAddress("192.0.2.9", 8004, "2" * 64), HOSTILE_NAME, registered=True)


def entries() -> tuple[Entry, ...]:
    dialogs = {
        "logged out": lambda: account_dialog("none"),
        "wrong password": lambda: account_dialog("none", "The name or the password is wrong. Try again."),
        "registering": registering,
        "waiting": lambda: account_dialog("waiting"),
        "player": lambda: account_dialog("enabled"),
        "administrator": lambda: account_dialog("enabled", role="administrator"),
        "new password": new_password,
    }
    return (
        Entry("Dialogs", "Account", dialogs, (480, 580)),
        Entry("Pages", "Start, hubs with accounts", {"three hubs": start_with_accounts}),
    )


def account(standing: Standing, role: str = "player", hub: KnownHub = SCHOOL, problem: str = "") -> OwnAccount:
    if standing == "none":
        return OwnAccount(hub, problem=problem)
    return OwnAccount(hub, standing, "Fern", "fern@example.org", role, "token", problem)


def account_dialog(standing: Standing, problem: str = "", role: str = "player") -> QWidget:
    dialog = AccountDialog(account(standing, role, problem=problem))
    return embedded(dialog)


def registering() -> QWidget:
    dialog = AccountDialog(account("none"))
    dialog.turn_to("register")
    form = dialog.register
    for field, text in ((form.name, "Fern"), (form.mail, "fern@example"), (form.password, "fern fern fern")):
        field.line.setText(text)
    return embedded(dialog)


def new_password() -> QWidget:
    dialog = AccountDialog(account("enabled"))
    dialog.turn_to("password")
    return embedded(dialog)


def start_with_accounts() -> QWidget:
    page = StartView(Settings(player=PlayerSettings(name="Oak")), "oak")
    for each in (account("none"), account("waiting", hub=TOWN), account("enabled", "conductor", ODD)):
        page.join.accounts.render(each)
    return page
