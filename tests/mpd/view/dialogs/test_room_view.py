from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from drumcircle_gui.mpd.model.rooms_intents import AddRoom, DiscoverRooms, EditRoom
from drumcircle_gui.mpd.model.rooms_state import DiscoveredServer
from drumcircle_gui.mpd.view.dialogs import room_view
from drumcircle_gui.mpd.view.dialogs.room_view import RoomDialog
from tests.mpd.views import KITCHEN, QUIET, TERRACE, shown, state
from tests.tools.accessibility import nameless

pytestmark = QUIET
LEFT = Qt.MouseButton.LeftButton
FOUND = (
    DiscoveredServer("Attic", "attic.local", 6600),
    DiscoveredServer("Kitchen", "kitchen", 6600),
    DiscoveredServer("Studio", "fd00::9", 6602),
)


@pytest.fixture
def adding(qtbot):
    view = RoomDialog(None, ["Kitchen", "Terrace"])
    view.requests = shown(qtbot, view)
    return view


def test_a_room_is_added_by_hand(adding, qtbot):
    assert nameless(adding) == []
    qtbot.keyClicks(adding.name, "Attic")
    qtbot.keyClicks(adding.host, " attic.local ")
    qtbot.keyClicks(adding.password, "secret")
    qtbot.keyClicks(adding.folder, "pi@attic.local:Music")
    adding.port.setValue(6601)
    qtbot.keyClick(adding.name, Qt.Key.Key_Return)
    wanted = AddRoom("Attic", "attic.local", 6601, "secret", "pi@attic.local:Music")
    assert adding.requests == [DiscoverRooms(True), wanted, DiscoverRooms(False)]
    assert adding.result() == QDialog.DialogCode.Accepted


def test_without_a_name_a_room_takes_the_name_of_its_computer(adding, qtbot):
    qtbot.keyClicks(adding.host, "attic")
    qtbot.mouseClick(adding.done_button, LEFT)
    assert adding.requests[1] == AddRoom("attic", "attic")


def test_enter_on_cancel_cancels(adding, qtbot):
    qtbot.keyClicks(adding.host, "attic")
    adding.cancel.setFocus()
    qtbot.keyClick(adding.cancel, Qt.Key.Key_Return)
    assert adding.result() == QDialog.DialogCode.Rejected
    assert adding.requests == [DiscoverRooms(True), DiscoverRooms(False)]


def test_two_rooms_cannot_share_an_address(adding, qtbot):
    adding.render(state())
    for field, text in ((adding.name, "Attic"), (adding.host, "kitchen")):
        field.setText(text)
    qtbot.mouseClick(adding.done_button, LEFT)
    assert adding.wrong.text() == "Kitchen has this address already."
    adding.port.setValue(6601)
    qtbot.mouseClick(adding.done_button, LEFT)
    assert AddRoom("Attic", "kitchen", 6601) in adding.requests


@pytest.mark.parametrize(
    ("name", "host", "folder", "words"),
    [
        ("Attic", "", "", "Enter the computer's name"),
        ("Kitchen", "attic", "", "has this name"),
        ("Attic", "at tic", "", "'at tic' is no host's name"),
        ("Attic", "attic", "Music", ""),
    ],
)
def test_bad_input_is_explained(adding, qtbot, name, host, folder, words):
    for field, text in ((adding.name, name), (adding.host, host), (adding.folder, folder)):
        field.setText(text)
    qtbot.mouseClick(adding.done_button, LEFT)
    assert adding.wrong.isVisible()
    assert words in adding.wrong.text()
    assert adding.wrong.text()[0] == adding.wrong.text()[0].upper()
    assert adding.requests == [DiscoverRooms(True)]


def test_a_server_found_is_taken_by_mouse_or_key(adding, qtbot):
    assert not adding.list.isVisible()
    adding.render(state(found=FOUND))
    assert [adding.list.item(n).text() for n in range(adding.list.count())] == [
        "Attic · attic.local:6600",
        "Studio · [fd00::9]:6602",
    ]
    at = adding.list.visualItemRect(adding.list.item(0)).center()
    qtbot.mouseClick(adding.list.viewport(), LEFT, pos=at)
    assert (adding.name.text(), adding.host.text(), adding.port.value()) == ("Attic", "attic.local", 6600)
    adding.list.setCurrentRow(1)
    qtbot.keyClick(adding.list, Qt.Key.Key_Return)
    assert (adding.name.text(), adding.host.text(), adding.port.value()) == ("Studio", "fd00::9", 6602)
    assert adding.isVisible()


def test_it_says_that_it_is_searching(adding):
    for found in (None, (), FOUND[1:2]):
        adding.render(state(found=found))
        assert adding.search_status.text().startswith("Searching")
    adding.render(state(found=FOUND))
    assert adding.search_status.text() == "Found in this network:"


@pytest.fixture
def brief_search(monkeypatch):
    monkeypatch.setattr(room_view, "SEARCH_MS", 1)


def test_the_search_ends_and_says_so(brief_search, adding, qtbot):
    adding.render(state(found=()))
    qtbot.waitUntil(lambda: adding.requests == [DiscoverRooms(True), DiscoverRooms(False)])
    assert adding.search_status.text().startswith("No other MPD server was found.")
    qtbot.mouseClick(adding.search_again, LEFT)
    qtbot.waitUntil(lambda: adding.requests == [DiscoverRooms(True), DiscoverRooms(False)] * 2)
    adding.reject()
    assert len(adding.requests) == 4, "a search that has ended is not ended again"


def test_servers_found_stay_after_the_search(brief_search, adding, qtbot):
    adding.render(state(found=FOUND))
    qtbot.waitUntil(lambda: DiscoverRooms(False) in adding.requests)
    adding.render(state(found=None))
    assert adding.list.count() == 2 and adding.search_status.text() == "Found in this network:"


def test_escape_ends_the_search(adding, qtbot):
    qtbot.keyClick(adding, Qt.Key.Key_Escape)
    assert adding.requests == [DiscoverRooms(True), DiscoverRooms(False)]


def test_a_room_is_changed(qtbot):
    room = replace(TERRACE, password="old", folder="/srv/music")
    dialog = RoomDialog(room, ["Kitchen", "Terrace"])
    requests = shown(qtbot, dialog)
    dialog.render(state(found=FOUND))
    fields = (dialog.host.text(), dialog.port.value(), dialog.password.text(), dialog.folder.text())
    assert fields == ("fd00::7", 6601, "old", "/srv/music")
    dialog.name.setText("Garden")
    qtbot.mouseClick(dialog.done_button, LEFT)
    assert requests == [EditRoom("Terrace", AddRoom("Garden", "fd00::7", 6601, "old", "/srv/music"))]


def test_a_room_may_keep_its_name_but_not_take_another_rooms(qtbot):
    dialog = RoomDialog(KITCHEN, ["Kitchen", "Terrace"])
    requests = shown(qtbot, dialog)
    dialog.name.setText("Terrace")
    qtbot.mouseClick(dialog.done_button, LEFT)
    assert requests == []
    dialog.name.setText("Kitchen")
    qtbot.mouseClick(dialog.done_button, LEFT)
    assert requests == [EditRoom("Kitchen", AddRoom("Kitchen", "kitchen"))]


def test_the_folder_can_be_chosen(adding, qtbot):
    qtbot.mouseClick(adding.browse, LEFT)
    chooser = adding.findChild(QFileDialog)
    chooser.fileSelected.emit("/srv/music")
    chooser.close()
    assert adding.folder.text() == "/srv/music"
