"""Knocking, with both windows: players ask, the conductor answers."""

from dataclasses import replace

import pytest

from drumcircle_gui.client.circle_state import LinkState
from drumcircle_gui.player.player_view import PlayerView
from drumcircle_gui.protocol.entry_messages import AnswerKnock
from drumcircle_gui.shell.start.start_requests import JoinCircle

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]


def test_a_player_who_knocks_at_a_circle_launched_here_is_let_in_with_one_click(sit, elsewhere):
    desk = sit("conduct", "--port", "0", "--bind", "127.0.0.1")
    view = desk.conducting()
    fern = elsewhere.come(replace(desk.invite(), key=""), "Fern")
    desk.until(lambda: view.knocks.isVisible())
    assert fern.circle.link is LinkState.WAITING
    desk.click(next(iter(view.knocks.rows.values())).admit)
    desk.until(lambda: fern.circle.link is LinkState.JOINED and view.knocks.isHidden())
    desk.close()


def knocking(sit, elsewhere):
    """A window whose player knocks at a circle elsewhere, its start page, and the conductor there."""
    server = elsewhere.serve(entry="knock")
    desk = sit()
    oak = elsewhere.come(server.conductor_invite, "Oak")
    desk.until(lambda: oak.circle.entry_rules is not None)
    start = desk.start()
    start.requested.emit(JoinCircle(replace(server.invite, key=""), "Fern"))
    desk.until(lambda: any(notice.key == "waiting" for notice in start.notices.shown()))
    desk.until(lambda: bool(oak.circle.entry_rules.knockers))
    return desk, oak, start


@pytest.mark.parametrize("admit", [True, False])
def test_who_knocks_sees_that_they_wait_and_the_answer(sit, elsewhere, admit):
    desk, oak, start = knocking(sit, elsewhere)
    elsewhere.do(lambda: oak.request(AnswerKnock(0, admit)))
    if admit:
        desk.until(lambda: isinstance(desk.app.screen.view, PlayerView) and desk.app.start is None)
    else:
        desk.until(lambda: "has not let you in" in start.notices.shown()[0].text)
    desk.close()


def test_waiting_can_be_stopped(sit, elsewhere):
    desk, oak, start = knocking(sit, elsewhere)
    start.notices.acted.emit("waiting")
    desk.until(lambda: "no longer wait" in start.notices.shown()[0].text)
    desk.until(lambda: not oak.circle.entry_rules.knockers)
    desk.close()
