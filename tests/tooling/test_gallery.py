"""The gallery opens: each entry in each state, in its window and as pictures."""

import importlib
import pkgutil

import pytest
from PySide6.QtWidgets import QApplication, QWidget

import drumcircle_gui
from drumcircle_gui.shell.deputy_window import DeputyWindow
from drumcircle_gui.shell.main_view import MainWindow
from drumcircle_gui.widgets.theme import CONTRAST, Theme, apply_theme
from tests.gallery.catalogue import entries
from tests.gallery.entry import Entry
from tests.gallery.pictures import write_pictures
from tests.gallery.window import GalleryWindow
from tests.tools.rich_text import rich_texts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
NOT_SHOWN = {MainWindow, DeputyWindow}
"""They hold one of the pages, and nothing of their own."""

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


@pytest.mark.slow
def test_every_widget_of_the_program_is_in_the_gallery(qtbot):
    """The first state of each entry is looked through first: the others only for what is missing then, pages last."""
    missing = {each for each in program_widgets() if not each.__qualname__.startswith("_")} - NOT_SHOWN
    for entry, state in sorted(STATES, key=lambda pair: _order(*pair)):
        if missing:
            widget = entry.states[state]()
            qtbot.addWidget(widget)
            missing.difference_update(*(type(part).__mro__ for part in (widget, *widget.findChildren(QWidget))))
    assert sorted(f"{each.__module__}.{each.__qualname__}" for each in missing) == []


def _order(entry: Entry, state: str) -> tuple[bool, bool]:
    later = state != next(iter(entry.states))
    return later, later and entry.group == "Pages"


def program_widgets() -> set[type[QWidget]]:
    """All widget classes of the program, whatever has been imported before."""
    for module in pkgutil.walk_packages(drumcircle_gui.__path__, "drumcircle_gui."):
        if not module.name.endswith(".__main__"):
            importlib.import_module(module.name)
    found, new = set(), {QWidget}
    while new:
        new = {each for parent in new for each in parent.__subclasses__()} - found
        found |= new
    return {each for each in found if each.__module__.startswith("drumcircle_gui.")}


def test_names_are_unique():
    names = [entry.name for entry in entries()]
    assert len(set(names)) == len(names)


@pytest.mark.slow
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
