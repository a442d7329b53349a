"""The whole program: a real window, a real server, real connections on this machine."""

import os
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from drumcircle_gui.client import circle_view as show
from drumcircle_gui.client.circle_state import LinkState
from drumcircle_gui.conductor.conductor_view import ConductorView
from drumcircle_gui.mpd.config.addresses import parse_address
from drumcircle_gui.mpd.view.rooms_view import RoomsView
from drumcircle_gui.paths import Paths
from drumcircle_gui.player.player_view import PlayerView
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.timing.units import bpm_of, local_micros
from drumcircle_gui.widgets.notice import NoticeLine
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.theme import LIGHT, Theme
from tests.tools.child_process import child
from tests.tools.desktop import PATIENCE, Desk
from tests.tools.rigs.cuttable_link import CuttableLink

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]


def launch(desk: Desk) -> ConductorView:
    """Start a circle from the start page."""
    card = desk.start().conduct
    card.name.setText("Evening")
    for figure, text in ((card.port, "0"), (card.tempo, "90"), (card.beats, "8")):
        desk.write(figure.focusProxy(), text)
    desk.click(card.launch)
    return desk.conducting()


def test_a_circle_is_started_conducted_and_ended(sit, elsewhere):
    desk = sit()
    view = launch(desk)
    assert view.header.name.accessibleName() == "Evening"
    assert (view.header.tempo.value(), view.header.beats.value()) == (90, 8)
    assert view.empty.isVisible() and not view.ring.isVisible()
    fern = elsewhere.come(desk.invite(), "Fern")
    desk.until(lambda: view.roster.table.model().rowCount() == 1)
    assert not view.empty.isVisible() and view.ring.isVisible()
    desk.click(view.header.transport)
    desk.until(lambda: view.header.transport.text() == "Stop" and fern.circle.timeline.latest.running)
    desk.write(view.header.tempo.focusProxy(), "132")
    desk.until(lambda: round(bpm_of(fern.circle.timeline.latest.tempo)) == 132)
    desk.until(lambda: view._state.circle.timeline == fern.circle.timeline)
    desk.click(view.header.transport)
    desk.until(lambda: not fern.circle.timeline.latest.running)
    desk.window.close()
    desk.click(view.ending.no)
    assert not desk.app.closed.is_set()
    desk.close()
    desk.until(lambda: fern.circle.link is LinkState.ENDED)
    assert fern.circle.problem == "The conductor has ended the circle."


def test_a_port_in_use_is_reported_on_the_start_page(sit, elsewhere):
    taken = elsewhere.serve()
    desk = sit("conduct", "--port", str(taken.port))
    page = desk.start()
    desk.until(lambda: page is not desk.page or page.notices.isVisible())
    page = desk.start()
    assert f"Port {taken.port} is in use" in page.notices.findChild(NoticeLine).accessibleName()
    desk.write(page.conduct.port.focusProxy(), "0")
    desk.click(page.conduct.launch)
    desk.conducting()


def test_a_player_joins_plays_and_leaves(sit, elsewhere, tmp_path):
    server = elsewhere.serve()
    desk = sit()
    card = desk.start().join
    desk.write(card.invite.text, str(server.invite)[:-9])
    assert card.invite.problem.isVisible()
    desk.write(card.invite.text, str(server.invite))
    view = desk.playing()
    fern = elsewhere.come(server.invite, "Fern")
    desk.until(lambda: len(view.ring.scene.lanes) == 2 and view._state.circle.clock and fern.circle.clock)
    desk.until(lambda: show.now_in(view._state.circle).running)
    desk.click(view.pads._pads[38])
    view.ring.setFocus()
    desk.bot.keyClick(view.ring, Qt.Key.Key_Z)
    desk.until(lambda: [dot.dot.player for dot in view.ring.scene.dots] == 2 * [view._state.circle.me])
    elsewhere.do(lambda: fern.strike(local_micros(), 36, 100))
    desk.until(lambda: fern.circle.me in [dot.dot.player for dot in view.ring.scene.dots])
    desk.write(view.chat.input, "hi")
    desk.until(lambda: [line.name for line in fern.circle.chat] == ["Oak"])
    desk.until(lambda: view.you.sound_says.accessibleName() == "No sound")
    desk.click(view.header.leave)
    page = desk.start()
    desk.until(lambda: [member.name for member in fern.circle.members] == ["Fern"])
    assert page.join.recent.item(0).text() == "Glade at 127.0.0.1"
    page.join.recent.setCurrentRow(0)
    desk.bot.keyClick(page.join.recent, Qt.Key.Key_Return)
    desk.playing()


def test_a_lost_connection_is_shown_and_restored(sit, elsewhere):
    link = CuttableLink(elsewhere.serve().invite)
    elsewhere.run(link.restore())
    desk = sit("join", str(link.invite))
    view = desk.playing()
    elsewhere.run(link.cut())
    desk.until(lambda: view.header.status.accessibleName() == "Reconnecting")
    assert view.header.about.accessibleName().endswith(".")  # a sentence about what happened
    elsewhere.run(link.restore())
    desk.playing()
    desk.close()
    elsewhere.run(link.cut())


def test_the_end_of_the_circle_is_shown(sit, elsewhere):
    desk = sit("join", str(elsewhere.serve().invite))
    view = desk.playing()
    elsewhere.stop_serving()
    desk.until(lambda: view.header.status.accessibleName() == "Not connected")
    assert view.header.about.accessibleName() == "The conductor has ended the circle."


def test_without_a_sound_device_strokes_are_still_sent(sit, elsewhere):
    desk = sit("join", str(elsewhere.serve().invite), "--audio", "a device that nobody has")
    view = desk.playing()
    desk.until(lambda: any(notice.text == "You play without sound." for notice in view.notices.shown()))
    desk.until(lambda: show.now_in(view._state.circle).running)
    desk.bot.keyClick(view.ring, Qt.Key.Key_Z)
    desk.until(lambda: len(view.ring.scene.dots))


def test_closing_does_not_wait_for_an_unresponsive_server(sit):
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        invite = Invite("127.0.0.1", deaf.getsockname()[1], "Void", "k" * 22, "0" * 64)
        desk = sit("join", str(invite))
        page = desk.start()
        desk.until(
            lambda: page.notices.isVisible() and "Connecting to" in page.notices.findChild(NoticeLine).accessibleName()
        )
        desk.close()


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="a process cannot be sent Ctrl+C there")
@pytest.mark.parametrize("command", [(), ("conduct", "--port", "0"), ("demo", "--bots", "1")])
def test_ctrl_c_ends_the_program_and_its_child_processes(qtbot, tmp_path, command):
    arguments = [sys.executable, "-m", "drumcircle_gui", *command, "--data-dir", str(tmp_path)]
    with child(arguments, start_new_session=True) as process:
        logs = 2 if "demo" in command else 1  # the player's window, too
        qtbot.waitUntil(lambda: opened(tmp_path) == logs, timeout=PATIENCE)
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(PATIENCE / 1000) == 0
    qtbot.waitUntil(lambda: not exists(process.pid), timeout=PATIENCE)


def exists(group: int) -> bool:
    """Whether a process of the group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def opened(folder: Path) -> int:
    """The number of windows opened so far, from the logs of their programs."""
    return sum("the window is open" in log.read_text() for log in folder.rglob("*.log"))


@pytest.mark.parametrize("command", ["conduct", "join"])
def test_closing_while_connecting_cancels_the_attempt(sit, elsewhere, command):
    invite = str(elsewhere.serve().invite)
    sit(*{"conduct": ("conduct", "--port", "0"), "join": ("join", invite)}[command]).close()


def test_a_player_can_leave_while_the_sound_process_starts(sit, elsewhere):
    desk = sit("join", str(elsewhere.serve().invite))
    desk.until(lambda: isinstance(desk.page, PlayerView))
    view = desk.page
    for _ in range(2):
        desk.click(view.header.leave)
    desk.start()


def listen_anywhere(folder: Path) -> None:
    """The rooms page, with the proxy at any free port."""
    rooms = Paths.within(folder / "desk").rooms
    rooms.parent.mkdir(parents=True, exist_ok=True)
    rooms.write_text('listen = "127.0.0.1:0"\n')


@contextmanager
def client_of_rooms(desk: Desk, page: RoomsView) -> Iterator[None]:
    """Connects a client to the rooms, and waits until the page shows it."""
    desk.until(lambda: page._state.listening)
    with socket.create_connection(parse_address(page._state.listening)):
        desk.until(lambda: page._state.clients == 1)
        yield


def test_the_rooms_page_opens_and_leads_back(sit, tmp_path):
    listen_anywhere(tmp_path)
    desk = sit()
    desk.click(desk.start().rooms.open)
    desk.until(lambda: isinstance(desk.page, RoomsView))
    desk.click(desk.page.header.back)
    desk.start()


def test_leaving_rooms_in_use_requires_confirmation(sit):
    desk = sit("rooms", "--listen", "127.0.0.1:0")
    desk.until(lambda: isinstance(desk.page, RoomsView))
    page = desk.page
    with client_of_rooms(desk, page):
        desk.window.close()
        assert page.dialog.isVisible() and not desk.app.closed.is_set()
        desk.bot.keyClick(page.dialog, Qt.Key.Key_Escape)
        desk.click(page.header.back)
        desk.click(page.dialog.no)
        assert page.dialog is None and desk.page is page
        desk.click(page.header.back)
        desk.click(page.dialog.yes)
        desk.start()


def test_closing_with_connected_clients_requires_confirmation(sit):
    desk = sit("rooms", "--listen", "127.0.0.1:0")
    desk.until(lambda: isinstance(desk.page, RoomsView))
    page = desk.page
    with client_of_rooms(desk, page):
        desk.window.close()
        desk.click(page.dialog.yes)
        desk.end()


def test_a_conductor_switches_between_rooms_and_circle(sit, tmp_path):
    listen_anywhere(tmp_path)
    desk = sit()
    circle = launch(desk)
    desk.click(circle.header.rooms)
    desk.until(lambda: isinstance(desk.page, RoomsView))
    rooms = desk.page
    with client_of_rooms(desk, rooms):
        desk.click(rooms.header.back)
        desk.until(lambda: desk.page is circle)
        desk.window.close()
        assert rooms.dialog.isVisible() and not desk.app.closed.is_set()
        desk.click(rooms.dialog.no)
    desk.until(lambda: not rooms._state.clients)


def test_a_second_click_starts_no_second_circle(sit):
    desk = sit()
    card = desk.start().conduct
    desk.write(card.port.focusProxy(), "0")
    for _ in range(3):
        desk.click(card.launch)
    view = desk.conducting()
    assert desk.app.screen is not None and desk.app.screen.view is view


def test_the_chosen_theme_is_restored(sit):
    desk = sit()
    light = next(pill for pill in desk.start().themes.findChildren(Pill) if pill.text() == "Light")
    desk.click(light)
    desk.until(lambda: Theme.current() is LIGHT)
    desk.close()
    desk = sit()
    assert Theme.current() is LIGHT
    assert next(pill for pill in desk.start().themes.findChildren(Pill) if pill.isChecked()).text() == "Light"
