"""The dialog about the user's account: its contents in each standing, and its requests by mouse and by key."""

import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.directory.accounts.account_dialog_view import AccountDialog
from drumcircle_gui.directory.accounts.own_account import (
    AskForAccount,
    EnterAccount,
    LeaveAccount,
    OwnAccount,
    RenewPassword,
)
from drumcircle_gui.directory.hub_address import HubAddress, KnownHub
from drumcircle_gui.errors import DrumCircleError
from tests.tools.accessibility import nameless

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

HUB = KnownHub(HubAddress("hub.example.org"), "<b>School</b>", registered=True)
OUT = OwnAccount(HUB)
WAITING = OwnAccount(HUB, "waiting", "Fern", "fern@example.org", "player", "token")
FERN = OwnAccount(HUB, "enabled", "Fern", "fern@example.org", "conductor", "token")


@pytest.fixture
def shown(qtbot):
    """Show a dialog about an account; returns it with a list of its requests."""

    def show(account):
        dialog, wanted = AccountDialog(account), []
        qtbot.addWidget(dialog)
        dialog.requested.connect(wanted.append)
        dialog.show()
        assert nameless(dialog) == []
        return dialog, wanted

    return show


def click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_logging_in_by_key_and_what_the_hub_says_against_it(qtbot, shown):
    dialog, wanted = shown(OUT)
    assert "<b>School</b>" in dialog.title.text()
    form = dialog.log_in
    qtbot.keyClicks(form.name.line, " Fern")
    assert not form.send.isEnabled()
    qtbot.keyClicks(form.password.line, "s3cret")
    qtbot.keyClick(form.password.line, Qt.Key.Key_Return)
    assert wanted == [EnterAccount("Fern", "s3cret")]
    assert not form.send.isEnabled()
    qtbot.keyClick(form.password.line, Qt.Key.Key_Return)
    assert len(wanted) == 1
    dialog.complain(DrumCircleError("The name or the password is wrong.", "Try again."))
    assert dialog.problem.isVisible() and form.send.isEnabled() and form.password.text() == "s3cret"
    dialog.render(FERN)
    assert not dialog.problem.isVisible() and dialog.page.isVisible()


def test_the_rules_of_a_registration_are_told_while_typing(qtbot, shown):
    dialog, wanted = shown(OUT)
    click(qtbot, dialog.log_in.other)
    form = dialog.register
    assert form.isVisible() and not form.send.isEnabled()
    assert dialog.focusWidget() is form.name.line
    states = {"name": "Fern", "mail": "fern@example.org", "password": "fern fern fern", "again": "fern fern fern"}
    for field, text in states.items():
        qtbot.keyClicks(getattr(form, field).line, text)
    [complaint] = [
        label.text() for label in form.rules.findChildren(type(dialog.title)) if label.property("tone") == "bad"
    ][1:]
    assert "must not contain your name" in complaint and not form.send.isEnabled()
    for field in (form.password, form.again):
        field.line.setText("correct horse")
    form.code.line.setText("code")
    click(qtbot, form.send)
    assert wanted == [AskForAccount("Fern", "fern@example.org", "correct horse", "code")]
    dialog.render(WAITING)
    assert "Waiting" in dialog.page.status.accessibleName() and not dialog.page.password.isVisible()
    assert not form.password.text()
    dialog.render(FERN)
    assert "Conductor" in dialog.page.status.accessibleName() and dialog.page.password.isVisible()


def test_the_password_is_changed_and_the_user_logged_out(qtbot, shown):
    dialog, wanted = shown(FERN)
    click(qtbot, dialog.page.password)
    form = dialog.password
    for field, text in ((form.before, "correct horse"), (form.new, "fern fern fern"), (form.again, "fern fern fern")):
        field.line.setText(text)
    assert not form.send.isEnabled()
    for field in (form.new, form.again):
        field.line.setText("another horse")
    click(qtbot, form.send)
    dialog.complain(DrumCircleError("The hub does not answer."))
    click(qtbot, form.other)
    assert dialog.page.isVisible() and not form.new.text()
    click(qtbot, dialog.page.leave_everywhere)
    assert not dialog.page.isEnabled()
    dialog.render(FERN)
    click(qtbot, dialog.page.leave)
    assert wanted == [RenewPassword("correct horse", "another horse"), LeaveAccount(everywhere=True), LeaveAccount()]
    dialog.render(OUT)
    assert dialog.log_in.isVisible()


def test_the_dialog_is_as_high_as_its_page(qtbot, shown):
    dialog, _ = shown(OUT)
    low = dialog.height()
    dialog.turn_to("register")
    assert dialog.height() > low + 100
    dialog.turn_to("log in")
    assert dialog.height() == low
    dialog.say_why("Log in to launch a circle on this hub.")
    assert "launch" in dialog.about.text()
