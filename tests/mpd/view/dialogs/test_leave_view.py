from dataclasses import replace

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


def test_it_counts_the_clients_that_would_lose_their_connection(dialog):
    assert nameless(dialog) == out_of_reach(dialog) == []
    assert dialog.title.text() == "Close the rooms with 2 clients connected?"
    dialog.render(state(clients=1))
    assert dialog.title.text() == "Close the rooms with 1 client connected?"


def test_without_clients_it_asks_as_long_as_music_plays(dialog):
    dialog.render(state(clients=0))
    assert dialog.isVisible() and dialog.title.text() == "Close the rooms while music plays?"
    dialog.render(state(clients=0, playing=replace(state().playing, playing="pause")))
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert not dialog.isVisible()
