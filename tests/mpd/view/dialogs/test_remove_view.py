import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from drumcircle_gui.mpd.model.rooms_intents import RemoveRoom
from drumcircle_gui.mpd.view.dialogs.remove_view import RemoveDialog
from tests.mpd.views import KITCHEN, QUIET, shown, state
from tests.tools.accessibility import nameless, out_of_reach

pytestmark = QUIET
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(qtbot):
    view = RemoveDialog("Terrace")
    view.requests = shown(qtbot, view)
    return view


def test_yes_removes_the_room(dialog, qtbot):
    assert nameless(dialog) == out_of_reach(dialog) == []
    qtbot.mouseClick(dialog.yes, LEFT)
    assert dialog.requests == [RemoveRoom("Terrace")]
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_enter_alone_keeps_the_room(dialog, qtbot):
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.requests == []
    assert not dialog.isVisible()


def test_enter_on_a_button_presses_it(dialog, qtbot):
    dialog.yes.setFocus()
    qtbot.keyClick(dialog.yes, Qt.Key.Key_Return)
    assert dialog.requests == [RemoveRoom("Terrace")]


def test_it_closes_when_the_room_is_gone(dialog):
    dialog.render(state())
    assert dialog.isVisible()
    dialog.render(state(rooms=(KITCHEN,)))
    assert not dialog.isVisible()
