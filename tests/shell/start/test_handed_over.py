"""Targets that a running window receives. `tests/shell/test_app_open.py` uses real processes."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.qt import single_instance
from drumcircle_gui.shell.argument_types import target
from drumcircle_gui.shell.start.handed_over import LeaveForQuestion, LinkReceiver, hand_over_to_window

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

INVITE = Invite.parse("drumcircle://127.0.0.1:9/Glade?key=k&pin=none")


def test_links_and_whole_paths_are_handed_over(monkeypatch, tmp_path):
    sent = []
    monkeypatch.setattr(single_instance, "hand_over", lambda folder, text: sent.append((folder, text)) or True)
    monkeypatch.chdir(tmp_path)
    for each in INVITE, Path("Evening.drumcircle"), None:
        assert hand_over_to_window(tmp_path, each)
    assert sent == [(tmp_path, str(INVITE)), (tmp_path, str(tmp_path / "Evening.drumcircle")), (tmp_path, "")]


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("text", ["", "drumcircle://nonsense", "drumcircle://h:1/x?key=" + "k" * 500])
def test_nonsense_only_brings_the_window_to_the_front(window, tmp_path, text):
    opened = []
    receiver = LinkReceiver(window, tmp_path, target, lambda: None, None, opened.append)
    receiver._receive(text)
    assert window.isVisible() and opened == []


def test_the_question_names_what_was_opened(window):
    assert "“Glade”" in LeaveForQuestion(INVITE, window).title.text()
    assert "“Evening”" in LeaveForQuestion(Path("/x/Evening.drumcircle"), window).title.text()
