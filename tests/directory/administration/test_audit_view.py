"""The tab of the audit log: its lines, the search, and older lines when the user scrolls down."""

import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.directory.administration.administration_state import AdministrationState, ReadAudit, ReadOlderAudit
from drumcircle_gui.directory.administration.audit_view import AuditTab
from drumcircle_gui.protocol.directory import AuditRow
from tests.tools.accessibility import nameless, out_of_reach

from .people import NOW

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def lines(first, last):
    """Lines with falling numbers, as the hub sends them."""
    return tuple(
        AuditRow(number, NOW, "Ada", "set enabled", f"Fern {number}", "192.0.2.1") for number in range(first, last, -1)
    )


@pytest.fixture
def tab(qtbot):
    tab = AuditTab()
    tab.wanted = []
    tab.requested.connect(tab.wanted.append)
    qtbot.addWidget(tab)
    tab.resize(700, 300)
    tab.show()
    return tab


def test_everything_has_a_name_and_is_reached_by_key(tab):
    tab.render(AdministrationState(audit=lines(3, 0)))
    assert nameless(tab) == [] and out_of_reach(tab) == []


def test_each_column_has_a_title_and_its_text(tab):
    tab.render(AdministrationState(audit=lines(3, 0)))
    titles = [tab.lines.headerData(column, Qt.Orientation.Horizontal) for column in range(5)]
    assert titles == ["time", "who", "did", "account", "from address"]
    texts = [tab.lines.index(0, column).data() for column in range(5)]
    assert texts[0] and texts[1:] == ["Ada", "enabled", "Fern 3", "192.0.2.1"]


def test_older_lines_are_requested_once_when_the_last_one_comes_into_sight_and_are_added_below(qtbot, tab):
    tab.render(AdministrationState(audit=lines(400, 200), audit_more=True))
    resets = []
    tab.lines.modelReset.connect(lambda: resets.append(1))
    tab.table.scrollToBottom()
    qtbot.waitUntil(lambda: tab.wanted == [ReadOlderAudit()])
    tab.render(AdministrationState(audit=lines(400, 0)))
    assert tab.lines.rowCount() == 400 and not resets
    tab.table.scrollToBottom()
    assert tab.wanted == [ReadOlderAudit()]


def test_the_result_of_another_search_replaces_all_lines(qtbot, tab):
    tab.render(AdministrationState(audit=lines(400, 200), audit_more=True))
    qtbot.keyClicks(tab.search, "x")
    assert tab.wanted[-1] == ReadAudit("x")
    with qtbot.waitSignal(tab.lines.modelReset):
        tab.render(AdministrationState(audit=lines(300, 50), audit_more=True))
    tab.render(AdministrationState(audit=lines(9, 7)))
    assert [tab.lines.index(row, 3).data() for row in range(tab.lines.rowCount())] == ["Fern 9", "Fern 8"]


def test_a_name_is_shown_as_it_stands(tab):
    tab.render(AdministrationState(audit=(AuditRow(1, NOW, "<b>Ada</b>", "set enabled", "Fern"),)))
    tab.grab()
    index = tab.lines.index(0, 1)
    assert index.data() == "<b>Ada</b>" and "&lt;b&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)
