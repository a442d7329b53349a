"""A rule's state is shown by its sign and its colour, and by words for screen readers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from drumcircle_gui.directory.accounts.account_fields_view import AccountField, RuleList, all_kept
from drumcircle_gui.widgets.label import Label

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

ROWS = (("open", "One."), ("kept", "Two."), ("broken", "Three."))


def test_each_state_has_its_sign_and_its_words(qtbot):
    rules = RuleList()
    qtbot.addWidget(rules)
    for rows in (ROWS, ROWS[::-1]):
        rules.render(rows)
        labels = rules.findChildren(Label)
        signs = {label.text() for label in labels[::2]}
        assert len(labels) == 6 and len(signs) == 3
        named = {label.accessibleName(): label.property("tone") for label in labels[1::2]}
        assert named == {"One. (not yet)": "dim", "Two. (kept)": "text", "Three. (not kept)": "bad"}
    assert not all_kept(ROWS) and all_kept(ROWS[1:2])


def test_a_secret_is_hidden_and_enter_is_told(qtbot):
    field = AccountField("Password", secret=True)
    qtbot.addWidget(field)
    field.show()
    assert field.line.echoMode() == QLineEdit.EchoMode.Password
    with qtbot.waitSignals([field.edited, field.entered]):
        qtbot.keyClicks(field.line, "s3cret")
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.text() == "s3cret"
