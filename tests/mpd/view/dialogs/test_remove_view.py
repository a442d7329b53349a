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


def test_it_is_removed_if_that_is_meant(dialog, qtbot):
    assert nameless(dialog) == out_of_reach(dialog) == []
    qtbot.mouseClick(dialog.yes, LEFT)
    assert dialog.requests == [RemoveRoom("Terrace")]
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_who_only_presses_enter_keeps_it(dialog, qtbot):
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.requests == []
    assert not dialog.isVisible()


def test_enter_on_a_button_presses_it(dialog, qtbot):
    dialog.yes.setFocus()
    qtbot.keyClick(dialog.yes, Qt.Key.Key_Return)
    assert dialog.requests == [RemoveRoom("Terrace")]


def test_what_is_gone_is_not_asked_about(dialog):
    dialog.render(state())
    assert dialog.isVisible()
    dialog.render(state(rooms=(KITCHEN,)))
    assert not dialog.isVisible()
