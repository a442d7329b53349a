"""Unexpected errors as the user sees them: a real window, with an error on each of its loops."""

import asyncio

import pytest

from drumcircle_gui.qt.error_report_view import ReportDialog
from tests.tools.desktop import Desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


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
