"""The gallery opens: each entry in each state, in its window and as pictures."""

import pytest
from PySide6.QtWidgets import QApplication

from drumcircle_gui.widgets.theme import CONTRAST, Theme, apply_theme
from tests.gallery.catalogue import entries
from tests.gallery.entry import Entry
from tests.gallery.pictures import write_pictures
from tests.gallery.window import GalleryWindow
from tests.tools.rich_text import rich_texts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
STATES = [(entry, state) for entry in entries() for state in entry.states]


@pytest.fixture(autouse=True)
def dark(qapp: QApplication):
    apply_theme(qapp, "dark")
    yield
    apply_theme(qapp, "dark")


@pytest.mark.slow
@pytest.mark.parametrize(("entry", "state"), STATES, ids=[f"{entry.name}, {state}" for entry, state in STATES])
def test_each_state_opens_and_shows_no_text_as_html(qtbot, entry: Entry, state: str):
    widget = entry.states[state]()
    qtbot.addWidget(widget)
    widget.resize(*entry.sizes[0])
    with qtbot.waitExposed(widget):
        widget.show()
    assert not widget.grab().isNull()
    assert rich_texts(widget) == []


def test_names_are_unique():
    names = [entry.name for entry in entries()]
    assert len(set(names)) == len(names)


def test_the_window_switches_entry_state_size_and_theme(qtbot, qapp):
    window = GalleryWindow(qapp, "Roster")
    qtbot.addWidget(window)
    window.show()
    first = window.shown
    window.states.setCurrentText("odd members")
    assert window.shown is not first and window.shown.size().toTuple() == (520, 400)
    window.themes.buttons()[2].click()
    assert Theme.current() is CONTRAST


def test_a_page_is_shown_in_several_sizes(qtbot, qapp):
    window = GalleryWindow(qapp, "Start")
    qtbot.addWidget(window)
    window.show()
    window.sizes.setCurrentIndex(window.sizes.findText("910 \u00d7 472"))
    assert window.shown.maximumWidth() == 910


def test_pictures_are_written(qapp, tmp_path):
    assert write_pictures(qapp, tmp_path, "Level", ("dark",)) == 0
    assert write_pictures(qapp, tmp_path, "QR code", ("dark", "light")) == 2
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "qr-code--invite--320x320--dark.png",
        "qr-code--invite--320x320--light.png",
    ]
