"""Errors as the user sees them: unexpected ones on each loop, and attempts to join that fail."""

import asyncio

import pytest

from drumcircle_gui import settings
from drumcircle_gui.paths import Paths
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.qt.error_report_view import ReportDialog
from drumcircle_gui.widgets.notice import NoticeLine
from tests.tools.desktop import Desk

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]


def dialogs(desk: Desk) -> list[ReportDialog]:
    return [dialog for dialog in desk.window.findChildren(ReportDialog) if dialog.isVisible()]


async def fail_in_a_callback() -> None:
    asyncio.get_running_loop().call_soon(lambda: 1 / 0)


@pytest.mark.parametrize("where", ["network", "window"])
def test_an_error_on_either_loop_is_shown_in_one_dialog_and_logged(qtbot, qapp, loop, tmp_path, caplog, where):
    desk = Desk(qtbot, qapp, loop, tmp_path)
    desk.hooks.notify = desk.app.show_error
    for _ in range(2):
        if where == "network":
            desk.network.call(fail_in_a_callback()).result(5)
        else:
            loop.call_soon(lambda: 1 / 0)
    desk.until(lambda: "1 more" in "".join(dialog.summary for dialog in dialogs(desk)))
    (dialog,) = dialogs(desk)
    assert "ZeroDivisionError" in dialog.summary and "Traceback" not in dialog.summary
    assert caplog.text.count("Traceback") == 2
    dialog.close()
    desk.close()


CLOSED = Invite("127.0.0.1", 1, "Void", "k" * 22, None)


@pytest.mark.parametrize("command", [("join", str(CLOSED)), ("conduct", "--connect", str(CLOSED)), ()])
def test_a_failed_attempt_stays_on_the_start_page_with_the_reason(qtbot, qapp, loop, tmp_path, command):
    desk = Desk(qtbot, qapp, loop, tmp_path, *command)
    page = desk.start()
    if not command:
        desk.write(page.join.invite.text, str(CLOSED))
    desk.until(lambda: page.notices.isVisible() and "cannot be reached" in notice_text(page))
    assert desk.page is page
    assert "then try again" in notice_text(page)
    assert page.join.invite.text.text() == str(CLOSED)
    desk.close()
    assert settings.load(Paths.within(tmp_path).settings)[0].player.recent == ()


def notice_text(page) -> str:
    return " ".join(line.accessibleName() for line in page.notices.findChildren(NoticeLine))
