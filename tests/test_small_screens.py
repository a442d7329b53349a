"""Every page can be used on a small screen: 910 x 472 logical pixels."""

from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from drumcircle_gui.languages import LANGUAGES
from drumcircle_gui.qt.languages import install_language
from drumcircle_gui.shell.main_view import MainWindow
from drumcircle_gui.widgets.device_choice import DeviceChoice
from drumcircle_gui.widgets.pads.pad_button import PadButton
from drumcircle_gui.widgets.page_layout import SMALLEST_PAGE, ScrollBody
from drumcircle_gui.widgets.theme import apply_theme
from tests.gallery.catalogue import entries
from tests.tools.accessibility import controls

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
PAGES = [
    pytest.param(build, id=f"{entry.name}, {state}")
    for entry in entries()
    if entry.group == "Pages"
    for state, build in entry.states.items()
]


SIZES = (SMALLEST_PAGE.toTuple(), (1024, 640), (1366, 768))


def scrolled_sideways(page: QWidget) -> list[QScrollArea]:
    areas = page.findChildren(QScrollArea)
    return [area for area in areas if area.isVisible() and area.horizontalScrollBar().maximum()]


def scrolled_twice(page: QWidget) -> list[ScrollBody]:
    """The columns that scroll in a body that scrolls, too: two bars side by side."""
    bodies = [body for body in page.findChildren(ScrollBody) if body.isVisible()]
    scrolled = [body for body in bodies if body.verticalScrollBar().maximum()]
    return [inner for inner in scrolled if any(each is not inner and each.isAncestorOf(inner) for each in scrolled)]


def cut_off(page: QWidget) -> list[QWidget]:
    """Controls outside the page and outside each of its scroll areas."""
    return [control for control in controls(page) if not _within(control, page)]


def _within(control: QWidget, page: QWidget) -> bool:
    parent = control.parentWidget()
    while parent is not None and parent is not page:
        area = parent.parentWidget()
        if isinstance(area, QScrollArea) and area.viewport() is parent:
            return _within(area, page)
        parent = parent.parentWidget()
    rect = QRect(control.mapTo(page, QPoint(0, 0)), control.size())
    return page.rect().contains(rect)


@pytest.fixture
def open_page(qtbot, qapp: QApplication):
    """Shows a page at a size; deletes it with all its timers after the test."""
    apply_theme(qapp, "dark")
    opened: list[QWidget] = []

    def shown(build: Callable[[], QWidget], size: tuple[int, int]) -> QWidget:
        page = build()
        opened.append(page)
        page.resize(*size)
        with qtbot.waitExposed(page):
            page.show()
        QApplication.processEvents()
        return page

    yield shown
    for page in opened:
        page.close()
        shiboken6.delete(page)


@pytest.mark.slow
@pytest.mark.parametrize("build", PAGES)
def test_every_control_can_be_reached_at_every_size(open_page, qtbot, build: Callable[[], QWidget]):
    page = open_page(build, SIZES[0])
    assert page.minimumSizeHint().width() <= SMALLEST_PAGE.width()
    assert page.minimumSizeHint().height() <= SMALLEST_PAGE.height()
    for size in SIZES:
        page.resize(*size)
        QApplication.processEvents()
        assert page.size().toTuple() == size
        qtbot.waitUntil(lambda: cut_off(page) == [])
        qtbot.waitUntil(lambda: not scrolled_sideways(page))
        qtbot.waitUntil(lambda: not scrolled_twice(page))


@pytest.mark.parametrize(
    ("name", "size"),
    [("Player, playing", SIZES[0]), ("Player, notices", SIZES[1]), ("Practice, playing", SIZES[0])],
)
def test_all_pads_are_seen_without_scrolling_and_the_drum_that_is_chosen_is_read_whole(
    open_page, qtbot, name: str, size: tuple[int, int]
):
    (build,) = (param.values[0] for param in PAGES if param.id == name)
    page = open_page(build, size)
    pads = page.findChildren(PadButton)
    assert pads
    qtbot.waitUntil(lambda: all(pad.visibleRegion().boundingRect() == pad.rect() for pad in pads))
    for choice in page.findChildren(DeviceChoice):
        if choice.isVisible():
            assert choice.width() >= choice.sizeHint().width()


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_practice_does_not_scroll_sideways_in_any_language(open_page, qtbot, qapp: QApplication, language: str):
    (build,) = (param.values[0] for param in PAGES if param.id == "Practice, playing")
    install_language(qapp, language)
    try:
        page = open_page(build, SIZES[0])
    finally:
        install_language(qapp, "en")
    qtbot.waitUntil(lambda: not scrolled_sideways(page))


@pytest.mark.parametrize(
    ("name", "height"),
    [("Conductor, nobody yet", 768), ("Player, playing", 768), ("Player, notices", 800), ("Practice, playing", 768)],
)
def test_nothing_scrolls_on_a_usual_screen(open_page, qtbot, name: str, height: int):
    (build,) = (param.values[0] for param in PAGES if param.id == name)
    page = open_page(build, (1366, height))
    bodies = page.findChildren(ScrollBody)
    assert bodies
    qtbot.waitUntil(lambda: not any(body.isVisible() and body.verticalScrollBar().maximum() for body in bodies))


def test_the_window_can_be_as_small(qtbot):
    window = MainWindow()
    qtbot.addWidget(window)
    assert window.minimumSize() == SMALLEST_PAGE
