"""The table of accounts: which ones are selected, opened and requested."""

import msgspec
import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.directory.administration.accounts_table_view import AccountsTable

from .people import people, person

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

SOME = (person(1, "waiting"), person(2, "disabled"), person(3, role="administrator"))


@pytest.fixture
def table(qtbot):
    table = AccountsTable()
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show()
    table.render(SOME, 3, "")
    return table


def choose(table, *places):
    flags = table.selectionModel().SelectionFlag
    for place in places:
        table.selectionModel().select(table.rows.index(place, 0), flags.Select | flags.Rows)


def test_selected_and_current_accounts_stay_so_when_the_list_changes(table):
    choose(table, 1, 0)
    table.setCurrentIndex(table.rows.index(2, 0))
    choose(table, 0, 1)
    approved = msgspec.structs.replace(SOME[0], state="enabled")
    table.render((person(7, "waiting"), SOME[2], SOME[1], approved), 4, "")
    assert table.chosen() == (SOME[2], SOME[1], approved) and table.currentIndex().row() == 1
    table.render((approved,), 1, "")
    assert table.chosen() == (approved,)


def test_selected_accounts_are_given_from_above_to_below(qtbot, table):
    with qtbot.waitSignal(table.selected):
        choose(table, 2)
    choose(table, 0)
    assert table.chosen() == (SOME[0], SOME[2])


def test_enter_and_a_double_click_open_an_account_and_ctrl_a_wants_all(qtbot, table):
    opened, wanted = [], []
    table.opened.connect(opened.append)
    table.all_wanted.connect(lambda: wanted.append(1))
    table.setCurrentIndex(table.rows.index(1, 0))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    table.doubleClicked.emit(table.rows.index(2, 0))
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert opened == [SOME[1].name, SOME[2].name] and wanted == [1]


def test_the_rest_of_a_long_list_is_wanted_when_it_comes_into_sight_and_once(qtbot, table):
    wanted = []
    table.more_wanted.connect(lambda: wanted.append(1))
    table.render(people(200), 10_000, "")
    table.scrollToBottom()
    qtbot.waitUntil(lambda: bool(wanted))
    table.scrollToTop()
    table.scrollToBottom()
    assert wanted == [1]


def test_waiting_and_disabled_accounts_have_marks_of_their_own_and_an_empty_list_has_a_text(table):
    pictures = []
    for state in ("enabled", "waiting", "disabled"):
        table.render((msgspec.structs.replace(SOME[0], state=state),), 1, "")
        pictures.append(table.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]
    table.render((), 0, "Nobody is found")
    with_text = table.grab().toImage()
    table.render((), 0, "")
    assert table.grab().toImage() != with_text
