from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from drumcircle_gui.conductor.conductor_state import Hosting
from drumcircle_gui.conductor.invite_view import InviteDialog
from drumcircle_gui.protocol.entry_messages import RenewKeys
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.reach.verdict import Findings, RouterReport, judge
from drumcircle_gui.widgets.pill import Pill
from tests.tools.accessibility import nameless, out_of_reach
from tests.tools.circle_snapshots import INVITE, OAK

FOR_CONDUCTORS = replace(INVITE, key="c" * 22)
OPENS = judge(Findings(8004, ("192.168.1.20",), RouterReport("UPnP", "93.184.216.34")))


@pytest.fixture
def dialog(view):
    dialog = InviteDialog(Hosting(INVITE, FOR_CONDUCTORS, OPENS), view)
    dialog.open()
    return dialog


def test_both_invites_can_be_copied(dialog, qtbot):
    copies = {pill.accessibleName(): pill for pill in dialog.findChildren(Pill)}
    for name, invite in (("Invite for players", INVITE), ("Invite for conductors", FOR_CONDUCTORS)):
        qtbot.mouseClick(copies[f"Copy: {name}"], Qt.MouseButton.LeftButton)
        assert Invite.parse(QApplication.clipboard().text()) == invite
        assert copies[f"Copy: {name}"].text() == "Copied"


def test_both_invites_are_read_only(dialog):
    lines = [line for line in dialog.findChildren(QLineEdit) if line.isReadOnly()]
    assert [line.text() for line in lines] == [str(INVITE), str(FOR_CONDUCTORS)]


def test_new_invites_are_requested_after_a_question_and_shown(dialog, qtbot):
    requested = []
    dialog.requested.connect(requested.append)
    qtbot.mouseClick(dialog.renew, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.renew.question.no, Qt.MouseButton.LeftButton)
    assert requested == []
    qtbot.mouseClick(dialog.renew, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.renew.question.yes, Qt.MouseButton.LeftButton)
    assert requested == [RenewKeys()]
    dialog.render(Hosting(replace(INVITE, key="n" * 22), FOR_CONDUCTORS))
    assert [line.text() for line in dialog.findChildren(QLineEdit) if line.isReadOnly()] == [
        str(replace(INVITE, key="n" * 22)),
        str(FOR_CONDUCTORS),
    ]


def test_an_open_dialog_follows_the_state(view, here):
    view.show_invite()
    changed = replace(here(), hosting=Hosting(replace(INVITE, key="n" * 22), FOR_CONDUCTORS))
    view.render(changed)
    dialog = view.findChildren(InviteDialog)[-1]
    assert dialog.findChildren(QLineEdit)[0].text() == str(changed.hosting.invite)


def test_everything_has_a_name_and_can_be_reached_by_key(dialog):
    assert nameless(dialog) == []
    assert out_of_reach(dialog) == []


def test_an_empty_circle_has_its_invite_to_copy(view, here, qtbot):
    view.render(here(members=(OAK,)))
    copy = next(pill for pill in view.empty.findChildren(Pill) if pill.text() == "Copy the invite")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == str(INVITE)
