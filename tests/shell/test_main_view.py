import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLabel, QWidget

from drumcircle_gui.shell.main_view import FRAME_HEIGHT, MainWindow, side_by_side
from drumcircle_gui.widgets.page_layout import SMALLEST_PAGE

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def window(qtbot):
    window = MainWindow()
    qtbot.addWidget(window, before_close_func=lambda window: setattr(window, "_finished", True))
    with qtbot.waitExposed(window):
        window.show()
    return window


def test_closing_the_window_asks_first(window, qtbot):
    with qtbot.waitSignal(window.closing):
        window.close()
    assert window.isVisible()
    with qtbot.assertNotEmitted(window.closing):
        window.finish()
    assert not window.isVisible()


def test_a_page_replaces_the_previous_one(window, qtbot):
    first, second = QLabel("one"), QLabel("two")
    window.show_page(first)
    assert window.windowTitle() == "Drum Circle"
    with qtbot.waitSignal(first.destroyed):
        window.show_page(second, "Glade")
    assert second.isVisible()
    assert window.windowTitle().startswith("Glade ")
    window.show_page(second)
    assert second.isVisible()


def test_a_second_page_can_be_shown_and_both_are_replaced_together(window, qtbot):
    page, aside = QLabel("circle"), QLabel("rooms")
    window.show_page(page, "Glade", aside)
    assert page.isVisible() and not aside.isVisible()
    window.turn_to(aside)
    assert aside.isVisible() and not page.isVisible()
    with qtbot.waitSignals([page.destroyed, aside.destroyed]):
        window.show_page(QLabel("start"))


def test_the_geometry_is_restored(window, qtbot):
    window.resize(910, 700)
    qtbot.waitUntil(lambda: window.size() == QSize(910, 700))
    other = MainWindow()
    qtbot.addWidget(other, before_close_func=lambda window: setattr(window, "_finished", True))
    other.place(window.geometry_bytes())
    assert other.size() == QSize(910, 700)


@pytest.mark.parametrize("geometry", [b"", b"nonsense"])
def test_invalid_geometry_changes_nothing(window, geometry):
    before = window.geometry()
    window.place(geometry)
    assert window.geometry() == before


@pytest.mark.parametrize("size", [QSize(1920, 1080), QSize(2560, 1440), QSize(3840, 2160)])
def test_two_windows_share_a_large_screen_without_overlap(size: QSize):
    room = QRect(QPoint(0, 40), size)
    conductor, player = side_by_side(room, SMALLEST_PAGE)
    assert not conductor.intersects(player)
    assert room.contains(conductor) and room.contains(player)
    assert conductor.width() >= SMALLEST_PAGE.width() and player.width() >= SMALLEST_PAGE.width()


@pytest.mark.parametrize("size", [QSize(1366, 728), QSize(1280, 760), QSize(1440, 860)])
def test_on_a_small_screen_the_player_does_not_cover_the_conductors_roster(size: QSize):
    room = QRect(QPoint(0, 40), size)
    conductor, player = side_by_side(room, SMALLEST_PAGE)
    assert room.contains(conductor) and room.contains(player)
    assert conductor.right() - player.right() >= conductor.width() // 4
    assert player.top() - conductor.top() >= 100  # the header with its buttons stays visible


def test_the_first_window_fits_the_screen(window):
    assert window.height() <= max(window.screen().availableGeometry().height() - FRAME_HEIGHT, SMALLEST_PAGE.height())
    assert window.width() <= max(window.screen().availableGeometry().width(), SMALLEST_PAGE.width())


def test_the_window_has_a_smallest_size(window):
    window.show_page(QWidget())
    window.resize(10, 10)
    assert window.size() == SMALLEST_PAGE
