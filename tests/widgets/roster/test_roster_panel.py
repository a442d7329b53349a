from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from drumcircle_gui.widgets.roster.roster_panel import RosterPanel
from drumcircle_gui.widgets.roster.roster_row import RosterRow
from tests.tools.accessibility import nameless, out_of_reach

OAK = RosterRow(1, "Oak", 0, me=True)
REED = RosterRow(2, "Reed", 1)
FERN = RosterRow(3, "Fern", 3, muted=True)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(show):
    """A panel without the pointer over it, wherever an earlier test has left that."""
    view = RosterPanel()
    view.render((OAK, REED, FERN))
    show(view, 480, 300)
    QApplication.sendEvent(view.table, QEvent(QEvent.Type.Leave))
    return view


def test_buttons_appear_for_the_selected_member(panel):
    assert not panel.message.isVisible()
    panel.choose(2)
    assert panel.message.isVisible() and panel.mute.isVisible() and panel.remove.isVisible()
    assert nameless(panel) == out_of_reach(panel) == []
    panel.choose(1)
    assert not panel.message.isEnabled() and not panel.remove.isVisible()
    panel.choose(None)
    assert not panel.message.isVisible()


def test_the_buttons_do_what_the_menu_does(panel, qtbot):
    panel.choose(3)
    assert panel.mute.text() == "Unmute"
    with qtbot.waitSignal(panel.mute_requested) as muted, qtbot.waitSignal(panel.message_requested) as messaged:
        qtbot.mouseClick(panel.mute, LEFT)
        qtbot.mouseClick(panel.message, LEFT)
    assert muted.args == [3, False] and messaged.args == [3]
    panel.render((OAK, REED, replace(FERN, muted=False)))
    assert panel.mute.text() == "Mute"


@pytest.mark.parametrize("by_key", [True, False])
def test_removing_asks_first(panel, qtbot, by_key):
    panel.choose(2)
    with qtbot.assertNotEmitted(panel.remove_requested):
        if by_key:
            qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
        else:
            qtbot.mouseClick(panel.remove, LEFT)
        assert panel.question.title.text() == "Remove Reed from the circle?"
        qtbot.mouseClick(panel.question.no, LEFT)
    assert panel.question is None
    panel.ask_to_remove(2)
    with qtbot.waitSignal(panel.remove_requested) as removed:
        qtbot.mouseClick(panel.question.yes, LEFT)
    assert removed.args == [2]


def test_the_question_closes_when_the_member_leaves(panel, qtbot):
    panel.ask_to_remove(2)
    with qtbot.assertNotEmitted(panel.remove_requested):
        panel.render((OAK, FERN))
    assert panel.question is None


def test_members_without_moderation_rights_only_send_messages(show):
    panel = show(RosterPanel(may_moderate=False), 480, 300)
    panel.render((OAK, REED))
    panel.choose(2)
    assert panel.message.isVisible() and not panel.mute.isVisible() and not panel.remove.isVisible()


def hover(table, inside):
    point = QPointF(5, 5)
    event = QEnterEvent(point, point, point) if inside else QEvent(QEvent.Type.Leave)
    QApplication.sendEvent(table, event)


def visible(table):
    return [row.name for row in map(table._model.row, range(table._model.rowCount())) if not hidden(table, row)]


def hidden(table, row):
    return table.isRowHidden(table._model.place(row.id))


def test_rows_do_not_move_while_the_mouse_is_over_them(panel):
    table = panel.table
    panel.render((OAK, REED, FERN))
    hover(table, True)
    panel.render((REED, FERN, RosterRow(4, "Ivy", 4)))
    assert visible(table) == ["Oak", "Reed", "Fern", "Ivy"]
    assert table.row_of(OAK.id).gone
    table.choose(OAK.id)
    assert panel._actions.isHidden()
    hover(table, False)
    assert visible(table) == ["Reed", "Fern", "Ivy"]


def test_a_filter_hides_rows_but_none_under_the_mouse(panel):
    table = panel.table
    panel.render((OAK, REED, FERN))
    panel.search.line.setText("e")
    assert visible(table) == ["Reed", "Fern"]
    assert panel.search.count.text() == "2 of 3"
    hover(table, True)
    panel.render((OAK, replace(REED, name="Rod"), FERN))
    assert visible(table) == ["Rod", "Fern"]
    hover(table, False)
    assert visible(table) == ["Fern"]
    QTest.keyClick(panel.search.line, Qt.Key.Key_Escape)
    assert visible(table) == ["Oak", "Rod", "Fern"]
    assert panel.search.isHidden()


def test_the_search_line_comes_with_many_members_or_when_asked_for(panel):
    panel.render((OAK, REED, FERN))
    assert panel.search.isHidden()
    panel.search.ask()
    assert not panel.search.isHidden()
    panel.render(tuple(RosterRow(n, f"P{n}", n, kind="Low" if n == 3 else "") for n in range(1, 20)))
    assert [panel.search.choice.itemText(n) for n in range(5)] == ["All", "Connected", "Away", "Muted", "Low"]
    panel.search.choice.setCurrentIndex(4)
    assert visible(panel.table) == ["P3"]
    panel.render((OAK, REED, FERN))
    assert visible(panel.table) == ["Oak", "Reed", "Fern"]
