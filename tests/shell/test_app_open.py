"""What the desktop asks the program to open: links and files."""

import pytest

from drumcircle_gui.recording.recordings_view import RecordingsView
from tests.tools.desktop import Desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_a_link_fills_in_the_invite(qtbot, qapp, loop, tmp_path):
    invite = "drumcircle://127.0.0.1:9/Glade?key=k&pin=none"
    desk = Desk(qtbot, qapp, loop, tmp_path, "open", invite)
    desk.until(lambda: desk.start().join.invite.text.text() == invite)
    desk.close()


def test_a_recording_opens_the_page_of_recordings(qtbot, qapp, loop, tmp_path):
    desk = Desk(qtbot, qapp, loop, tmp_path, "open", str(tmp_path / "Evening.drumcircle"))
    desk.until(lambda: isinstance(desk.page, RecordingsView))
    desk.close()
