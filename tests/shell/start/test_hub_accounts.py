"""Accounts in the window, beside a real hub: registration, approval while the window is open, logging in and out."""

import pytest
from argon2 import PasswordHasher

from drumcircle_gui import settings
from drumcircle_gui.directory.accounts import account_watch_io
from drumcircle_gui.directory.administration.administration_view import AdministrationView
from drumcircle_gui.directory.directory_client_io import open_directory
from drumcircle_gui.directory.hub_address import HubAddress
from drumcircle_gui.hub.accounts import passwords_io
from drumcircle_gui.hub.hub_io import Hub, HubConfig
from drumcircle_gui.paths import Paths
from drumcircle_gui.protocol.directory import ChangeAccounts, Register

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]

PASSWORD = "correct horse"


@pytest.fixture
def hub(elsewhere, tmp_path, monkeypatch):
    """A hub with accounts, whose administrator is Ada."""
    monkeypatch.setattr(passwords_io, "PasswordHasher", lambda **_: PasswordHasher(1, 8, 1))
    monkeypatch.setattr(account_watch_io, "WAITING_INTERVAL_S", 0.05)
    config = HubConfig(data_dir=tmp_path / "hub", bind="127.0.0.1", name="School", recording=False, registered=True)
    hub = Hub(config)
    elsewhere.run(hub.start())
    elsewhere.run(first_administrator(hub))
    yield hub
    elsewhere.run(hub.close())


async def first_administrator(hub):
    async with open_directory(HubAddress("127.0.0.1", hub.port)) as client:
        await client.register(Register("Ada", "ada@example.org", PASSWORD, hub.first_code))


async def approve(hub, name):
    async with open_directory(HubAddress("127.0.0.1", hub.port)) as client:
        await client.log_in("Ada", PASSWORD)
        await client.change_accounts(ChangeAccounts((name,), "enabled", "conductor"))


@pytest.fixture
def folder(hub, tmp_path):
    """The data of a user who knows the hub."""
    folder = tmp_path / "desk"
    hubs = settings.Hubs().with_hub(f"127.0.0.1:{hub.port}", hub.pin)
    player = settings.PlayerSettings(name="Oak", audio="none")
    settings.save(settings.Settings(player=player, hubs=hubs), Paths.within(folder).settings)
    return folder


def kept_token(folder, hub):
    return settings.load(Paths.within(folder).settings)[0].hubs.token(f"127.0.0.1:{hub.port}")


def line_of(desk, hub):
    """The hub's line on the start page, once it is there."""
    lines = desk.start().join.accounts.lines
    desk.until(lambda: f"127.0.0.1:{hub.port}" in lines)
    return lines[f"127.0.0.1:{hub.port}"]


def open_dialog(desk, hub):
    desk.click(line_of(desk, hub).button)
    return desk.app._hubs.accounts.dialog


def fill(form, **texts):
    for name, text in texts.items():
        getattr(form, name).line.setText(text)


def says(desk, hub, words):
    desk.until(lambda: words in line_of(desk, hub).text.accessibleName())


def test_an_account_is_asked_for_approved_by_itself_and_left(sit, hub, elsewhere, folder):
    desk = sit(folder=folder)
    dialog = open_dialog(desk, hub)
    desk.click(dialog.log_in.other)
    form = dialog.register
    fill(form, name="Ada", mail="fern@example.org", password=PASSWORD)
    assert not form.send.isEnabled()
    fill(form, again=PASSWORD)
    desk.click(form.send)
    desk.until(lambda: "looks alike" in dialog.problem.text())
    assert form.send.isEnabled() and form.password.text() == PASSWORD
    fill(form, name="Fern")
    desk.click(form.send)
    desk.until(lambda: dialog.page.isVisible())
    assert "Waiting" in dialog.page.status.accessibleName()
    assert kept_token(folder, hub)
    says(desk, hub, "Fern waits for approval")
    elsewhere.run(approve(hub, "Fern"))
    desk.until(lambda: "Conductor" in dialog.page.status.accessibleName())
    says(desk, hub, "logged in as Fern, Conductor")
    desk.click(dialog.page.password)
    fill(dialog.password, before="not this one", new="another horse", again="another horse")
    desk.click(dialog.password.send)
    desk.until(lambda: "wrong" in dialog.problem.text())
    fill(dialog.password, before=PASSWORD)
    desk.click(dialog.password.send)
    desk.until(lambda: dialog.page.isVisible())
    desk.click(dialog.page.leave)
    says(desk, hub, "asks for an account")
    assert kept_token(folder, hub) == ""


def test_a_login_lasts_and_is_needed_to_launch_a_circle_on_the_hub(sit, hub, elsewhere, folder):
    desk = sit(folder=folder)
    start = desk.start()
    line_of(desk, hub)
    desk.until(start.conduct.where.isVisible)
    start.conduct.where.setCurrentIndex(1)
    desk.click(start.conduct.launch)
    desk.until(lambda: desk.app._hubs.accounts.dialog is not None)
    dialog = desk.app._hubs.accounts.dialog
    assert "launch a circle" in dialog.about.text()
    fill(dialog.log_in, name="Ada", password="a guess, a guess")
    desk.click(dialog.log_in.send)
    desk.until(lambda: "name or the password is wrong" in dialog.problem.text())
    fill(dialog.log_in, password=PASSWORD)
    desk.click(dialog.log_in.send)
    says(desk, hub, "logged in as Ada, Administrator")
    desk.until(lambda: desk.app._hubs.accounts.dialog is None)
    desk.close()
    desk = sit(folder=folder)
    says(desk, hub, "logged in as Ada, Administrator")
    start = desk.start()
    desk.until(start.conduct.where.isVisible)
    start.conduct.where.setCurrentIndex(1)
    desk.click(start.conduct.launch)
    desk.conducting()
    assert len(hub.circles) == 1


def test_logging_out_everywhere_logs_out_another_window_and_a_hub_that_is_gone_is_told_of(sit, hub, elsewhere, folder):
    desk = sit(folder=folder)
    dialog = open_dialog(desk, hub)
    fill(dialog.log_in, name="Ada", password=PASSWORD)
    desk.click(dialog.log_in.send)
    says(desk, hub, "logged in as Ada")
    other = kept_token(folder, hub)
    dialog = open_dialog(desk, hub)
    desk.click(dialog.page.leave_everywhere)
    says(desk, hub, "asks for an account")
    accounts = hub._accounts
    assert elsewhere.run(accounts.of_token(other)) is None
    dialog = open_dialog(desk, hub)
    elsewhere.run(hub.close())
    fill(dialog.log_in, name="Ada", password=PASSWORD)
    desk.click(dialog.log_in.send)
    desk.until(lambda: "cannot be reached" in dialog.problem.text() or "does not answer" in dialog.problem.text())
    assert dialog.log_in.send.isEnabled()


async def ask_for_account(hub, name):
    async with open_directory(HubAddress("127.0.0.1", hub.port)) as client:
        await client.register(Register(name, f"{name.lower()}@example.org", PASSWORD))


def test_an_administrator_approves_an_account_takes_it_back_and_goes_back(sit, hub, elsewhere, folder):
    elsewhere.run(ask_for_account(hub, "Fern"))
    desk = sit(folder=folder)
    dialog = open_dialog(desk, hub)
    fill(dialog.log_in, name="Ada", password=PASSWORD)
    desk.click(dialog.log_in.send)
    says(desk, hub, "logged in as Ada")
    dialog = open_dialog(desk, hub)
    desk.click(dialog.page.administration)
    desk.until(lambda: isinstance(desk.page, AdministrationView) and desk.page.table.rows.rowCount() == 2)
    page = desk.page
    page.table.selectRow(0)
    assert page.table.chosen()[0].name == "Fern"
    desk.click(page.buttons.enable)
    desk.until(lambda: page.table.chosen()[0].state == "enabled")
    page.notices.acted.emit(page.notices.shown()[0].key)
    desk.until(lambda: page.table.chosen()[0].state == "waiting")
    desk.click(page.tabs[1])
    desk.until(lambda: page.audit.lines.rowCount() >= 4)
    desk.click(page.back)
    says(desk, hub, "logged in as Ada")
