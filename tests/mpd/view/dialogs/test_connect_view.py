import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from drumcircle_gui.mpd.view.dialogs.connect_view import ConnectDialog, is_local
from tests.mpd.views import QUIET, state
from tests.tools.accessibility import nameless, out_of_reach

pytestmark = QUIET
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(qtbot):
    view = ConnectDialog()
    view.render(state(listening="0.0.0.0:6600", reachable="192.168.1.20:6600"))
    qtbot.addWidget(view)
    with qtbot.waitActive(view):
        view.open()
        view.activateWindow()
    return view


def test_it_shows_the_address_for_a_phone(dialog, qtbot):
    assert nameless(dialog) == out_of_reach(dialog) == []
    assert dialog.address.text() == "192.168.1.20:6600"
    assert "localhost:6600" in dialog.note.text()
    qtbot.mouseClick(dialog.copy, LEFT)
    assert QGuiApplication.clipboard().text() == "192.168.1.20:6600"


def test_it_says_how_to_open_rooms_that_only_this_computer_reaches(dialog):
    dialog.render(state(listening="localhost:6600", reachable="localhost:6600"))
    assert dialog.address.text() == "localhost:6600"
    assert 'listen = "0.0.0.0:6600"' in dialog.note.text()


def test_without_a_port_there_is_no_address(dialog):
    dialog.render(state(listening="", reachable=""))
    assert not dialog.address.isVisible() and not dialog.copy.isVisible()
    assert "could not open their port" in dialog.steps.text()


@pytest.mark.parametrize(
    ("address", "local"),
    [("localhost:6600", True), ("127.0.0.9:1", True), ("[::1]:6600", True), ("10.0.0.2:6600", False), ("oak:1", False)],
)
def test_which_addresses_are_local(address, local):
    assert is_local(address) is local
