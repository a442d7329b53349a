from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel

from drumcircle_gui.conductor.entry.entry_dialog_view import EntryDialog
from drumcircle_gui.protocol.entry_messages import (
    ENTRY_POLICIES,
    Ban,
    ChangeBan,
    ChangeEntry,
    EntryUpdate,
    LimitedInvite,
    MakeInvite,
    RenewKeys,
    RevokeInvite,
)
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.timing.units import SECOND, Micros
from drumcircle_gui.widgets.pill import Pill
from tests.conductor.conftest import here, view  # noqa: F401
from tests.tools.accessibility import nameless
from tests.tools.circle_snapshots import INVITE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

NOW = Micros(5 * SECOND)
ENTRY = EntryUpdate(
    "knock",
    (),
    (LimitedInvite(1, "birch-owl", "school", 3, 20, Micros(NOW + 3600 * SECOND)), LimitedInvite(2, "elm", "", 1, 1)),
    (Ban(4, "Flint", "192.0.2.66", "player", 0, Micros(NOW + 600 * SECOND)),),
)


@pytest.fixture
def dialog(view, qtbot):  # noqa: F811
    dialog = EntryDialog(view)
    dialog.render(ENTRY, INVITE, NOW)
    dialog.asked = []
    dialog.requested.connect(dialog.asked.append)
    dialog.open()

    def press(name: str) -> None:
        [pill] = [each for each in dialog.findChildren(Pill) if name in (each.text(), each.accessibleName())]
        qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)

    dialog.press = press
    return dialog


def test_the_policy_is_shown_explained_and_changed(dialog):
    assert "Others knock" in dialog.policy.meaning.text()
    dialog.press("Open")
    assert dialog.asked == [ChangeEntry("open")]


def test_an_account_can_be_asked_for_only_where_the_hub_keeps_accounts(dialog):
    [pill] = [pill for pill in dialog.findChildren(Pill) if pill.text() == "With an account"]
    assert not pill.isVisible()
    banned = (Ban(4, "Flint", "192.0.2.66", "player", account="Flint"),)
    dialog.render(EntryUpdate("account", bans=banned, policies=ENTRY_POLICIES), INVITE, NOW)
    assert pill.isVisible() and pill.isChecked() and "account's name" in dialog.policy.meaning.text()
    assert any("account Flint" in label.text() for label in dialog.findChildren(QLabel))


def test_an_invite_is_made_copied_and_revoked(dialog):
    dialog.new.label.setText(" school ")
    dialog.new.uses.setValue(20)
    dialog.new.lasts.setCurrentIndex(3)
    dialog.press("Make invite")
    dialog.press("Copy: school")
    assert Invite.parse(QApplication.clipboard().text()) == replace(INVITE, key="birch-owl")
    dialog.press("Revoke: school")
    assert dialog.asked == [MakeInvite("school", 20, 0), RevokeInvite(1)]


def test_a_void_invite_cannot_be_copied(dialog):
    [copy] = [pill for pill in dialog.findChildren(Pill) if pill.accessibleName() == "Copy: Invite 2"]
    assert not copy.isEnabled()


def test_a_ban_is_undone_or_prolonged(dialog):
    dialog.press("Let Flint come back")
    [lasts] = [box for box in dialog.findChildren(QComboBox) if "Flint" in box.accessibleName()]
    lasts.setCurrentIndex(2)
    lasts.activated.emit(2)
    assert dialog.asked == [ChangeBan(4, 0), ChangeBan(4, 7 * 86_400)]


def test_the_dialog_follows_what_happens(dialog):
    dialog.render(EntryUpdate("invite"), INVITE, NOW)
    assert dialog.no_bans.isVisible() and "need an invite" in dialog.policy.meaning.text()


def test_everything_has_a_name(dialog):
    assert nameless(dialog) == []


def test_only_those_who_may_are_offered_new_permanent_invites(dialog):
    dialog.render_permanent(may_renew=False, renewed=None)
    assert not dialog.permanent.isVisible()
    dialog.render_permanent(may_renew=True, renewed=(INVITE, INVITE))
    assert dialog.permanent.renew.isVisible() and dialog.permanent.players.isVisible()
    dialog.permanent.renew.requested.emit(RenewKeys())
    assert dialog.asked == [RenewKeys()]
