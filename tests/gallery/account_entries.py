"""The dialogs and pages about accounts on hubs, each in its states."""

from dataclasses import replace

import msgspec
from PySide6.QtWidgets import QWidget

from drumcircle_gui.directory.accounts.account_dialog_view import AccountDialog
from drumcircle_gui.directory.accounts.own_account import OwnAccount, Standing
from drumcircle_gui.directory.administration.administration_state import AdministrationNotice, AdministrationState
from drumcircle_gui.directory.administration.administration_view import AdministrationView
from drumcircle_gui.directory.administration.logins_dialog_view import LoginsDialog
from drumcircle_gui.directory.administration.mail_dialog_view import MailDialog
from drumcircle_gui.directory.administration.mail_links import mail_links
from drumcircle_gui.directory.hub_address import HubAddress, KnownHub
from drumcircle_gui.protocol.directory import AccountRow, AccountShown, AuditRow, LoginRow
from drumcircle_gui.settings import PlayerSettings, Settings
from drumcircle_gui.shell.start.start_view import StartView
from drumcircle_gui.timing.units import Micros

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
    pages = {
        "accounts": lambda: administration(),
        "loading": lambda: administration(AdministrationState()),
        "changed, 10,000 accounts": lambda: administration(MANY),
        "hostile names": lambda: administration(ODD_ONES),
        "audit log": audit_log,
    }
    more = {"logins": lambda: embedded(LoginsDialog(AccountShown(ACCOUNTS[0], LOGINS))), "mail": mail}
    return (
        Entry("Pages", "Accounts of a hub", pages),
        Entry("Dialogs", "One account of a hub", more, (520, 400)),
        Entry("Dialogs", "Account", dialogs, (480, 580)),
        Entry("Pages", "Start, hubs with accounts", {"three hubs": start_with_accounts}),
    )


NOW = Micros(1_785_000_000_000_000)
ACCOUNTS = tuple(
    AccountRow(name, f"{name.lower()}@example.org", state, role, NOW, Micros(0) if state == "waiting" else NOW)
    for name, state, role in (
        ("Reed", "waiting", "player"),
        ("Slate", "waiting", "player"),
        ("Ada", "enabled", "administrator"),
        ("Fern", "enabled", "conductor"),
        ("Flint", "disabled", "player"),
        ("Oak", "enabled", "player"),
    )
)
LONG = AccountRow("A name of just 32 letters, for on", f"{'a.long.address' * 9}@example.org", "waiting", "player", NOW)
LOGINS = (LoginRow("a", NOW, NOW, "192.0.2.1", current=True), LoginRow("b", NOW, NOW, "2001:db8::7"))
AUDIT = tuple(
    AuditRow(number, NOW, actor, action, subject, "192.0.2.1")
    for number, (actor, action, subject) in enumerate(
        (("Ada", "set enabled", "Fern"), ("Fern", "registered", "Fern"), ("Reed", "gave a wrong password", "Reed"))
    )
)
LISTED = AdministrationState(rows=ACCOUNTS, total=6, answered=True, audit=AUDIT)
ODD_ONES = replace(LISTED, rows=(msgspec.structs.replace(ACCOUNTS[0], name=HOSTILE_NAME), LONG, *ACCOUNTS[1:]))
MANY = replace(
    LISTED,
    rows=tuple(msgspec.structs.replace(ACCOUNTS[5], name=f"Player {number}") for number in range(200)),
    total=10_000,
    notice=AdministrationNotice(1, state="enabled", count=12),
)


def administration(state: AdministrationState = LISTED) -> AdministrationView:
    view = AdministrationView(SCHOOL)
    view.render(state)
    view.table.selectRow(1)
    return view


def audit_log() -> QWidget:
    view = administration()
    view.turn_to(1)
    return view


def mail() -> QWidget:
    addresses = tuple(f"player{number}@example.org" for number in range(300))
    return embedded(MailDialog(mail_links(addresses), addresses))


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
