"""The lines of hubs with accounts on the start page: their texts, and the button that leads to the account."""

import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.directory.accounts.hub_lines_view import HubLines
from tests.tools.accessibility import nameless

from .test_account_dialog_view import FERN, HUB, OUT, WAITING

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ADDRESS = str(HUB.address)


def test_each_standing_is_shown_and_the_account_is_a_click_away(qtbot):
    lines, wanted = HubLines(), []
    qtbot.addWidget(lines)
    lines.account_wanted.connect(wanted.append)
    assert lines.isHidden() and not lines.asks_to_log_in(ADDRESS)
    lines.resize(600, 60)
    for account, words, button, out in (
        (OUT, "<b>School</b> asks for an account", "Log in", True),
        (WAITING, "<b>School</b>: Fern waits for approval", "Account…", True),
        (FERN, "<b>School</b>: logged in as Fern, Conductor", "Account…", False),
    ):
        lines.render(account)
        lines.show()
        [line] = lines.lines.values()
        assert (line.text.accessibleName(), line.button.text()) == (words, button)
        assert lines.asks_to_log_in(ADDRESS) == out
        assert nameless(lines) == []
        qtbot.mouseClick(line.button, Qt.MouseButton.LeftButton)
    assert wanted == [ADDRESS] * 3
