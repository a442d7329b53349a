"""Every action in a hub's audit log has a text on the page."""

import ast
from pathlib import Path

from drumcircle_gui.directory.administration.administration_texts_view import action_text, change_text, time_text
from drumcircle_gui.hub import accounts
from drumcircle_gui.hub.accounts.account import ACCOUNT_ROLES, ACCOUNT_STATES

from .people import NOW


def noted():
    """The actions that the hub's sources write to the audit log."""
    for file in Path(accounts.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            name = getattr(node.func, "attr", "") if isinstance(node, ast.Call) else ""
            if name in ("note", "_note"):
                yield from (arg.value for arg in node.args[1:3] if isinstance(arg, ast.Constant))


def test_each_action_has_words(german):
    actions = {*noted(), *(f"set {word}" for word in (*ACCOUNT_STATES, *ACCOUNT_ROLES))}
    assert len(actions) >= 12
    assert [each for each in actions if action_text(each) == each] == []
    assert action_text("danced") == "danced"


def test_each_change_has_words_for_one_and_for_many(german):
    words = [change_text(*change, count) for change in _changes() for count in (1, 5)]
    assert len(set(words)) == len(words) and not [each for each in words if "account" in each]


def _changes():
    yield from ((state, "") for state in ACCOUNT_STATES)
    yield from (("", role) for role in ACCOUNT_ROLES)
    yield "", ""


def test_a_time_that_never_was_is_empty(qapp):
    assert time_text(0) == ""
    assert "20" in time_text(NOW)
