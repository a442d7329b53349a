"""The dialog of one account's logins."""

import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.directory.administration.administration_state import EndShownLogin
from drumcircle_gui.directory.administration.logins_dialog_view import LoginsDialog
from drumcircle_gui.protocol.directory import AccountShown, LoginRow
from tests.tools.accessibility import nameless, out_of_reach

from .people import NOW, person

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ADA = person(3, role="administrator")
LOGINS = LoginRow("a", NOW, NOW, "192.0.2.1"), LoginRow("b", NOW, NOW, "", current=True)


@pytest.fixture
def dialog(qtbot):
    dialog = LoginsDialog(AccountShown(ADA, LOGINS))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_everything_has_a_name_and_is_reached_by_key(dialog):
    assert nameless(dialog) == [] and out_of_reach(dialog) == []


def test_it_says_whose_logins_these_are_and_from_where(dialog):
    assert dialog.windowTitle() == f"Logins of {ADA.name}" and ADA.mail in dialog.about.text()
    assert "Administrator, Enabled" in dialog.about.text()
    assert "192.0.2.1" in dialog.rows["a"].accessibleName()


def test_each_login_but_that_of_this_window_can_be_ended(qtbot, dialog):
    assert dialog.rows["a"].isEnabled() and not dialog.rows["b"].isEnabled()
    with qtbot.waitSignal(dialog.requested) as requested:
        qtbot.mouseClick(dialog.rows["a"], Qt.MouseButton.LeftButton)
    assert requested.args == [EndShownLogin("a")]


def test_logins_that_have_ended_go_and_without_any_it_says_so(dialog):
    dialog.render(AccountShown(ADA, LOGINS[1:]))
    assert list(dialog.rows) == ["b"] and not dialog.none.isVisible()
    dialog.render(AccountShown(ADA, ()))
    assert not dialog.rows and dialog.none.isVisible()
