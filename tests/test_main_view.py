import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget

from drumcircle_gui.main_view import MainWindow
from drumcircle_gui.widgets.page_layout import SMALLEST_PAGE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def window(qtbot):
    window = MainWindow()
    qtbot.addWidget(window, before_close_func=lambda window: setattr(window, "_finished", True))
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_closing_asks_first_and_finish_does_not(window, qtbot):
    with qtbot.waitSignal(window.closing):
        window.close()
    assert window.isVisible()
    with qtbot.assertNotEmitted(window.closing):
        window.finish()
    assert not window.isVisible()


def test_a_page_takes_the_place_of_the_one_before(window, qtbot):
    first, second = QLabel("one"), QLabel("two")
    window.show_page(first)
    assert window.windowTitle() == "Drum Circle"
    with qtbot.waitSignal(first.destroyed):
        window.show_page(second, "Glade")
    assert second.isVisible()
    assert window.windowTitle().startswith("Glade ")
    window.show_page(second)
    assert second.isVisible()


def test_there_may_be_another_page_aside_and_both_go_together(window, qtbot):
    page, aside = QLabel("circle"), QLabel("rooms")
    window.show_page(page, "Glade", aside)
    assert page.isVisible() and not aside.isVisible()
    window.turn_to(aside)
    assert aside.isVisible() and not page.isVisible()
    with qtbot.waitSignals([page.destroyed, aside.destroyed]):
        window.show_page(QLabel("start"))


def test_it_is_where_it_was(window, qtbot):
    window.resize(910, 700)
    qtbot.waitUntil(lambda: window.size() == QSize(910, 700))
    other = MainWindow()
    qtbot.addWidget(other, before_close_func=lambda window: setattr(window, "_finished", True))
    other.place(window.geometry_bytes())
    assert other.size() == QSize(910, 700)


@pytest.mark.parametrize("geometry", [b"", b"nonsense"])
def test_geometry_that_means_nothing_changes_nothing(window, geometry):
    before = window.geometry()
    window.place(geometry)
    assert window.geometry() == before


def test_beside_is_the_right_edge_of_the_screen(window):
    window.place(b"", on_the_right=True)
    room = window.screen().availableGeometry()
    assert window.pos().x() + window.width() == room.right() + 1


def test_it_gets_no_smaller_than_its_pages_can_bear(window):
    window.show_page(QWidget())
    window.resize(10, 10)
    assert window.size() == SMALLEST_PAGE
