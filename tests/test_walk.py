"""A newcomer's walk through every window of the program, without pictures, on a usual and on the smallest screen."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from drumcircle_gui.qt.loop import PreciseLoop
from tests.tools.newcomer import Newcomer
from tests.tools.walk import walk

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]

MOST_CLICKS = {
    "Start a circle": 1,
    "Invite": 2,
    "Join": 2,
    "Start the drumming": 1,
    "Play": 1,
    "Record": 3,
    "Follow the leader": 3,
    "Change the groove": 2,
    "Put a player into the spotlight": 4,
    "See the recap": 3,
}
"""The mode's and the spotlight's end, and the way back from the recap, take one click and more of these."""


@pytest.mark.parametrize("size", [(1366, 768), (910, 472)], ids=str)
def test_a_newcomer_gets_everywhere(
    qapp: QApplication, loop: PreciseLoop, tmp_path: Path, size: tuple[int, int]
) -> None:
    hand = Newcomer(size)
    walk(qapp, loop, tmp_path, hand, tempo=240, beats=4)
    clicks = {task.name: task.clicks for task in hand.tasks}
    assert {name: clicks[name] for name in MOST_CLICKS} == MOST_CLICKS
    assert clicks["Change the tempo by keys"] == clicks["Mute and unmute by keys"] == clicks["Give a cue"] == 0
