import pytest
from PySide6.QtWidgets import QDialog

from drumcircle_gui.mpd.view.dialogs.leave_view import LeaveDialog
from tests.mpd.views import QUIET, state
from tests.tools.accessibility import nameless, out_of_reach

pytestmark = QUIET


@pytest.fixture
def dialog(qtbot):
    view = LeaveDialog()
    view.render(state(clients=2))
    qtbot.addWidget(view)
    with qtbot.waitActive(view):
        view.open()
        view.activateWindow()
    return view


def test_it_says_how_many_would_lose_their_connection_as_they_come_and_go(dialog):
    assert nameless(dialog) == out_of_reach(dialog) == []
    assert dialog.title.text() == "Close the rooms while 2 clients are connected?"
    dialog.render(state(clients=1))
    assert dialog.title.text() == "Close the rooms while 1 client is connected?"


def test_when_the_last_client_has_gone_there_is_nothing_to_ask(dialog):
    dialog.render(state(clients=0))
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert not dialog.isVisible()
