import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.mpd.model.rooms_intents import BrowseLibrary, RunMpdCommand, SearchLibrary
from drumcircle_gui.mpd.model.rooms_state import LibraryListing
from drumcircle_gui.mpd.view.pages.library_view import LibraryPage
from drumcircle_gui.mpd.view.rooms_view import RoomsView
from tests.mpd.views import QUIET, SONGS, shown, state

pytestmark = QUIET
HERE = LibraryListing("Jazz/Davis", "", ("Jazz/Davis/Live",), SONGS[:2])


@pytest.fixture
def library(qtbot):
    view = LibraryPage()
    view.requests = shown(qtbot, view, (500, 300))
    assert view.requests.pop() == BrowseLibrary("")
    view.render(HERE)
    return view


def stand_on(library, place):
    library.list.setCurrentIndex(library.list.entries.index(place))


def test_the_library_is_requested_when_the_page_is_shown(qtbot):
    view = LibraryPage()
    requests = shown(qtbot, view)
    assert requests == [BrowseLibrary("")]
    assert view.path.accessibleName() == "Loading…"
    view.render(LibraryListing())
    assert view.path.accessibleName() == "All music: empty"


def test_folders_and_songs_are_listed(library):
    entries = library.list.entries
    assert [entries.index(place).data() for place in range(3)] == ["Live", "One", "Two"]
    assert entries.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Folder Live"
    assert library.path.accessibleName() == "Jazz \u203a Davis"


def test_enter_opens_a_folder_and_adds_a_song(library, qtbot):
    stand_on(library, 0)
    qtbot.keyClick(library.list, Qt.Key.Key_Return)
    stand_on(library, 1)
    qtbot.keyClick(library.list, Qt.Key.Key_Return)
    qtbot.keyClick(library.list, Qt.Key.Key_Backspace)
    assert library.requests == [
        BrowseLibrary("Jazz/Davis/Live"),
        RunMpdCommand(("add", "a/One.ogg")),
        BrowseLibrary("Jazz"),
    ]


def test_a_double_click_adds_a_song(library, qtbot):
    at = library.list.visualRect(library.list.entries.index(2)).center()
    qtbot.mouseClick(library.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(library.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert library.requests == [RunMpdCommand(("add", "a/Two.ogg"))]


def test_the_selection_is_added(library, qtbot):
    library.list.selectAll()
    qtbot.keyClick(library.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    added = [RunMpdCommand(("add", what)) for what in ("Jazz/Davis/Live", "a/One.ogg", "a/Two.ogg")]
    assert library.requests == added
    qtbot.mouseClick(library.add, Qt.MouseButton.LeftButton)
    assert library.requests == 2 * added


def test_a_search_begins_when_the_typing_pauses(library, qtbot):
    qtbot.keyClicks(library.search, "blue")
    qtbot.waitUntil(lambda: library.requests == [SearchLibrary("blue")])
    library.render(LibraryListing("", "blue", (), SONGS[:1]))
    assert library.path.accessibleName() == "1 result for “blue”"
    qtbot.keyClick(library.search, Qt.Key.Key_Return)
    assert len(library.requests) == 1
    qtbot.mouseClick(library.up, Qt.MouseButton.LeftButton)
    assert library.search.text() == ""
    assert library.requests[1:] == [BrowseLibrary("")]


def test_the_top_folder_has_no_parent(library, qtbot):
    library.render(LibraryListing("", "", ("Jazz",)))
    assert not library.up.isEnabled()
    qtbot.keyClick(library.list, Qt.Key.Key_Backspace)
    assert library.requests == []


def test_an_empty_search_goes_back_to_the_top(library, qtbot):
    library.render(LibraryListing("", "blue"))
    library.search.setText("b")
    qtbot.keyClick(library.search, Qt.Key.Key_Backspace)
    qtbot.keyClick(library.search, Qt.Key.Key_Return)
    assert library.requests == [BrowseLibrary("")]


def test_escape_clears_the_search_before_it_leaves_the_page(qtbot):
    page = RoomsView()
    page.render(state())
    shown(qtbot, page, (1440, 860))
    page.pages.show_page(1)
    search = page.pages.library.search
    left = []
    page.left.connect(lambda: left.append(search.text()))
    search.setFocus()
    qtbot.keyClicks(search, "one")
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == "" and left == []
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert left == [""]


@pytest.mark.parametrize(
    ("listing", "asked"), [(HERE, BrowseLibrary("Jazz/Davis")), (LibraryListing("", "one"), SearchLibrary("one"))]
)
def test_the_listing_is_requested_again_when_the_page_is_shown_again(library, listing, asked):
    library.render(listing)
    library.hide()
    library.show()
    assert library.requests == [asked]


def test_an_unchanged_listing_keeps_the_selection(library):
    stand_on(library, 1)
    library.render(LibraryListing("Jazz/Davis", "", ("Jazz/Davis/Live",), SONGS[:2]))
    assert library.list.currentIndex().row() == 1
