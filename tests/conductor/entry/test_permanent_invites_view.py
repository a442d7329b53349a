from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from drumcircle_gui.conductor.entry.permanent_invites_view import PermanentInvites
from drumcircle_gui.protocol.entry_messages import RenewKeys
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.widgets.pill import Pill
from tests.tools.accessibility import nameless
from tests.tools.circle_snapshots import INVITE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

NEW = replace(INVITE, key="n" * 22), replace(INVITE, key="c" * 22)


@pytest.fixture
def invites(qtbot):
    invites = PermanentInvites()
    qtbot.addWidget(invites)
    invites.render(None)
    invites.show()
    invites.asked = []
    invites.renew.requested.connect(invites.asked.append)
    return invites


def test_both_are_replaced_by_keyboard_after_a_question_that_says_what_happens(invites, qtbot):
    qtbot.keyClick(invites.renew, Qt.Key.Key_Space)
    question = invites.renew.question
    words = " ".join(label.text() for label in question.findChildren(QLabel))
    for told in ("Nobody can join with the old", "stays in it", "Other conductors are told"):
        assert told in words
    qtbot.keyClick(question.no, Qt.Key.Key_Space)
    assert invites.asked == []
    qtbot.keyClick(invites.renew, Qt.Key.Key_Space)
    qtbot.keyClick(invites.renew.question.yes, Qt.Key.Key_Space)
    assert invites.asked == [RenewKeys()]


def test_the_new_ones_are_shown_and_copied(invites, qtbot):
    assert not invites.players.isVisible()
    invites.render(NEW)
    copies = {pill.accessibleName(): pill for pill in invites.findChildren(Pill)}
    for name, new in zip(("New invite for players", "New invite for conductors"), NEW, strict=True):
        assert copies[f"Copy: {name}"].isVisible()
        qtbot.mouseClick(copies[f"Copy: {name}"], Qt.MouseButton.LeftButton)
        assert Invite.parse(QApplication.clipboard().text()) == new
    assert nameless(invites) == []
