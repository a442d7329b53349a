"""Links and files that the desktop asks the program to open."""

import tempfile
from pathlib import Path

import pytest

from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.recording.recordings_view import RecordingsView
from drumcircle_gui.shell.start.handed_over import hand_over_to_window
from tests.tools.another_start import another_start
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


@pytest.fixture
def short():
    """A folder whose path is short enough for a socket."""
    with tempfile.TemporaryDirectory(prefix="dc") as made:
        yield Path(made)


def hand_over(desk, folder, target, *, whole=False):
    with another_start(folder, str(target or ""), whole=whole) as process:
        desk.until(lambda: process.poll() is not None)
    assert process.returncode == 0


INVITE = Invite.parse("drumcircle://127.0.0.1:9/Glade?key=k&pin=none")


@pytest.mark.slow
def test_a_running_window_takes_what_is_opened_and_comes_to_the_front(sit, short):
    desk = sit(folder=short)
    desk.until(lambda: desk.app._links._instance)
    desk.window.showMinimized()
    hand_over(desk, short, INVITE)
    desk.until(lambda: desk.start().join.invite.text.text() == str(INVITE))
    assert not desk.window.isMinimized()
    hand_over(desk, short, None)
    hand_over(desk, short, short / "Evening.drumcircle")
    desk.until(lambda: isinstance(desk.page, RecordingsView))
    hand_over(desk, short, INVITE)
    desk.until(lambda: desk.start().join.invite.text.text() == str(INVITE))
    desk.close()
    assert not hand_over_to_window(short, INVITE)


@pytest.mark.slow
def test_who_is_in_a_circle_is_asked_before_it_is_left(sit, short):
    desk = sit("conduct", "--bind", "127.0.0.1", "--port", "0", folder=short)
    view = desk.conducting()
    desk.until(lambda: desk.app._links._instance)
    hand_over(desk, short, short / "Evening.drumcircle")
    first = desk.app._links.question
    hand_over(desk, short, INVITE, whole=True)
    question = desk.app._links.question
    assert question is not first and "Glade" in question.title.text()
    desk.click(question.no)
    assert desk.page is view and desk.app._links.question is None
    hand_over(desk, short, INVITE)
    desk.click(desk.app._links.question.yes)
    desk.until(lambda: desk.start().join.invite.text.text() == str(INVITE))
    desk.close()
