from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QContextMenuEvent, QFocusEvent
from PySide6.QtWidgets import QApplication

from drumcircle_gui.widgets.roster.roster_row import RosterRow
from drumcircle_gui.widgets.roster.roster_table import ROW_HEIGHT_PX, RosterTable

OAK = RosterRow(1, "Oak", 0, me=True)
REED = RosterRow(2, "Reed", 1)
FERN = RosterRow(3, "Fern", 3, muted=True)


@pytest.fixture
def table(show):
    view = RosterTable()
    view.render((OAK, REED, FERN))
    return show(view, 480, 300)


def offered(table: RosterTable, row: RosterRow) -> list[str]:
    return [action.text() for action in table.menu(row).actions() if action.isEnabled()]


def test_the_menu_depends_on_the_member(table):
    assert offered(table, REED) == ["Message Reed", "Mute Reed for everyone", "Remove Reed…"]
    assert offered(table, FERN)[1] == "Unmute Fern"
    assert offered(table, OAK) == ["Mute Oak for everyone"]


@pytest.fixture
def painted(table):
    """Top and height of each repaint of the table."""
    areas = []

    class Painted(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint:
                areas.append((event.rect().top(), event.rect().height()))
            return False

    watching = Painted(table)
    table.viewport().installEventFilter(watching)
    return areas


def test_rows_that_change_together_are_painted_one_after_the_other(table, painted, qtbot):
    table.render(tuple(replace(row, late=5) for row in (OAK, REED, FERN)))
    qtbot.waitUntil(lambda: len(painted) == 3)
    assert painted == [(place * ROW_HEIGHT_PX, ROW_HEIGHT_PX) for place in range(3)]


def test_a_row_may_be_removed_before_it_is_painted(table, painted, qtbot):
    table.render(tuple(replace(row, late=5) for row in (OAK, REED, FERN)))
    table.render((OAK,))
    table.render((replace(OAK, late=6),))
    qtbot.waitUntil(lambda: (0, ROW_HEIGHT_PX) in painted)


def test_players_can_only_send_messages(show):
    table = show(RosterTable(may_moderate=False))
    assert offered(table, REED) == ["Message Reed"]


@pytest.mark.parametrize(
    ("row", "place", "signal", "args"),
    [(REED, 0, "message_requested", [2]), (FERN, 1, "mute_requested", [3, False]), (REED, 2, "remove_requested", [2])],
)
def test_the_menu_emits_the_signals(table, qtbot, row, place, signal, args):
    with qtbot.waitSignal(getattr(table, signal)) as emitted:
        table.menu(row).actions()[place].trigger()
    assert emitted.args == args


@pytest.mark.parametrize(
    ("key", "signal", "args"),
    [
        (Qt.Key.Key_M, "mute_requested", [2, True]),
        (Qt.Key.Key_Delete, "remove_requested", [2]),
        (Qt.Key.Key_Return, "message_requested", [2]),
    ],
)
def test_keys_emit_the_same_signals(table, qtbot, key, signal, args):
    table.choose(2)
    with qtbot.waitSignal(getattr(table, signal)) as emitted:
        qtbot.keyClick(table, key)
    assert emitted.args == args


def test_members_cannot_message_or_remove_themselves(table, qtbot):
    table.choose(1)
    with qtbot.assertNotEmitted(table.message_requested), qtbot.assertNotEmitted(table.remove_requested):
        qtbot.keyClick(table, Qt.Key.Key_Return)
        qtbot.keyClick(table, Qt.Key.Key_Delete)


def test_arrow_keys_choose(table, qtbot):
    table.choose(1)
    with qtbot.waitSignal(table.chosen) as chosen:
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert chosen.args == [2]
    table.choose(None)
    assert not table.currentIndex().isValid()


def test_the_selection_stays_when_others_come_and_go(table):
    table.choose(3)
    table.render((OAK, FERN, replace(REED, id=9, name="Wren")))
    assert table.currentIndex().data() == "Fern"


def test_numbers_that_change_do_not_move_the_columns(table):
    before = [table.columnWidth(column) for column in range(5)]
    table.render((replace(OAK, round_trip=9_999_000, bound=99_000, margin=123_000_000, late=12_345), REED, FERN))
    assert [table.columnWidth(column) for column in range(5)] == before


def test_with_many_rows_it_scrolls(show, qtbot):
    table = show(RosterTable(), 480, 300)
    table.render(tuple(RosterRow(n, f"Player {n}", n) for n in range(60)))
    qtbot.waitUntil(lambda: table.verticalScrollBar().maximum() > 0)
    assert table.minimumSizeHint().height() < 200


def test_a_double_click_on_oneself_opens_no_message(table, qtbot):
    with qtbot.assertNotEmitted(table.message_requested):
        table.doubleClicked.emit(table.model().index(0, 0))


def test_the_menu_key_opens_the_menu_of_the_selected_member(table, qtbot):
    table.choose(2)
    at = table.visualRect(table.currentIndex()).center()  # without the header, as Qt gives it
    QApplication.sendEvent(table, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, table.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    with qtbot.waitSignal(table.message_requested) as emitted:
        menu.actions()[0].trigger()
    menu.close()
    assert emitted.args == [2]


def test_the_tab_key_selects_the_only_member(show, qtbot):
    table = show(RosterTable(), 480, 300)
    table.render((REED,))
    QApplication.sendEvent(table, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    with qtbot.waitSignal(table.mute_requested) as emitted:
        qtbot.keyClick(table, Qt.Key.Key_M)
    assert emitted.args == [2, True]
