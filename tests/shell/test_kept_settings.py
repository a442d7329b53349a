import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.player.player_view import PlayerView
from drumcircle_gui.settings import KeySettings
from drumcircle_gui.shell.kept_settings import KeptSettings

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def page(kept, qtbot):
    view = PlayerView()
    qtbot.addWidget(view)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    kept.follow_page(view, "Evening")
    return view


def test_bank_and_rows_of_the_computer_keys_are_kept(tmp_path, qtbot):
    kept = KeptSettings(tmp_path / "settings.json")
    view = page(kept, qtbot)
    qtbot.keyClick(view.pads, Qt.Key.Key_4)
    kept.keep()
    again = KeptSettings(tmp_path / "settings.json")
    assert again.now.player.keys == KeySettings(3)
    assert page(again, qtbot).pads.keys == KeySettings(3)
