import asyncio
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from drumcircle_gui.client.circle_view import now_in
from drumcircle_gui.conductor.conductor_state import start_or_stop
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.event_log_io import NoEventLog
from drumcircle_gui.listening.controls.control_map import LearnControl, Target
from drumcircle_gui.listening.player_state import ListeningState, StrikePad
from drumcircle_gui.mpd.config import config_io
from drumcircle_gui.mpd.config.config import RoomConfig, RoomsConfig
from drumcircle_gui.mpd.model.rooms_intents import AddRoom
from drumcircle_gui.mpd.model.rooms_state import RoomsState
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.messages import Moderate
from drumcircle_gui.qt.loop import PreciseLoop
from drumcircle_gui.recording.recordings_state import Rename
from drumcircle_gui.server.server_io import ServerConfig
from drumcircle_gui.shell.circle_screens import CircleAndRoomsScreen, ConductorScreen, PlayerScreen
from drumcircle_gui.shell.screens import RecordingsScreen, RoomsScreen, Screen
from drumcircle_gui.sound.control_messages import ControlKey, ControlMoved
from drumcircle_gui.sound.process.engine_io import EngineConfig
from drumcircle_gui.tasks import LoopThread
from drumcircle_gui.timing.units import Micros, tempo_of_bpm
from drumcircle_gui.widgets.notice import NoticeLine
from tests.recording.material import journal
from tests.tools.desktop import PATIENCE

pytestmark = [pytest.mark.slow, pytest.mark.qt_log_ignore("This plugin does not support", extend=True)]


@pytest.fixture
def network():
    with LoopThread("network") as network:
        yield network


@pytest.fixture
def run(qtbot: QtBot, loop: PreciseLoop):
    """Runs a coroutine to its end while the window stays responsive."""

    def run(work):
        task = loop.create_task(work)
        qtbot.waitUntil(task.done, timeout=PATIENCE)
        return task.result()

    return run


@pytest.fixture
def open_screen(run, network, elsewhere):
    """Opens screens; closes each twice after the test, as leaving and then closing the window does."""
    opened: list[Screen] = []

    def open_screen(screen):
        opened.append(screen)
        run(screen.open())
        return screen

    yield open_screen
    for screen in opened:
        run(screen.close())
        run(screen.close())
        for page in (screen.view, getattr(screen, "aside", screen.view)):
            page.deleteLater()


def conducting(network: LoopThread, where: object) -> ConductorScreen:
    return ConductorScreen(network, where, "Oak", NoEventLog(), lambda: None)  # type: ignore[arg-type]


def here(folder: Path, port: int = 0) -> ServerConfig:
    return ServerConfig(name="Glade", bind="127.0.0.1", port=port, data_dir=folder)


def test_the_conductor_page_is_shown_while_connecting_and_handles_requests(run, open_screen, network, tmp_path, qtbot):
    screen = open_screen(conducting(network, here(tmp_path)))
    assert screen.view.header.invite.isVisibleTo(screen.view)
    run(screen.joined())
    screen.view.requested.emit(start_or_stop(screen.state.circle))
    qtbot.waitUntil(lambda: screen.state.circle.timeline.latest.running)
    assert screen.view.header.transport.text() == "Stop"


def test_a_failed_start_is_reported_and_can_be_closed(run, elsewhere, network, tmp_path, qtbot):
    taken = elsewhere.serve()
    screen = conducting(network, here(tmp_path, taken.port))
    qtbot.addWidget(screen.view)
    with pytest.raises(DrumCircleError, match="in use"):
        run(screen.open())
    run(screen.close())


def test_a_screen_that_was_never_opened_can_be_closed(run, elsewhere, network, tmp_path, qtbot):
    screen = conducting(network, here(tmp_path))
    qtbot.addWidget(screen.view)
    run(screen.close())


def test_opening_can_be_cancelled(run, elsewhere, network, loop, tmp_path, qtbot):
    screen = conducting(network, here(tmp_path))
    qtbot.addWidget(screen.view)
    opening = loop.create_task(screen.open())
    loop.call_soon(opening.cancel)
    with pytest.raises(asyncio.CancelledError):
        run(ended(opening))
    run(screen.close())


async def ended(opening: "asyncio.Task[None]") -> None:
    await opening


def test_recordings_are_listed_and_renamed(open_screen, network, tmp_path, qtbot):
    left: list[bool] = []
    (tmp_path / "2026-07-01 20.15.03 Oak.drumcircle").write_bytes(journal())
    screen = open_screen(RecordingsScreen(network, tmp_path, EngineConfig("none"), lambda: left.append(True)))
    qtbot.waitUntil(lambda: screen.view.list.current() is not None, timeout=PATIENCE)
    screen.view.requested.emit(Rename(screen.view.list.current(), "Elm"))
    qtbot.waitUntil(lambda: screen.view.list.current().name == "Elm", timeout=PATIENCE)
    screen.view.left.emit()
    assert left == [True]


def test_the_player_page_is_shown_and_sends_strokes(open_screen, elsewhere, network, qtbot):
    left: list[bool] = []
    invite = elsewhere.serve().invite
    elsewhere.come(invite, "Reed")
    screen = open_screen(
        PlayerScreen(
            network,
            invite,
            "Fern",
            EngineConfig("none"),
            ListeningState(),
            NoEventLog(),
            lambda: left.append(True),
        )
    )
    qtbot.waitUntil(
        lambda: len(screen.view.ring.scene.lanes) == 2 and now_in(screen.player.client.circle).running, timeout=PATIENCE
    )
    screen.view.requested.emit(StrikePad(38, 100))
    qtbot.waitUntil(lambda: len(screen.view.ring.scene.dots) == 1, timeout=PATIENCE)
    screen.view.left.emit()
    assert left == [True]


def player(network: LoopThread, invite: Invite) -> PlayerScreen:
    return PlayerScreen(network, invite, "Fern", EngineConfig("none"), ListeningState(), NoEventLog(), lambda: None)


def test_a_player_who_is_given_powers_conducts_in_a_window_beside(open_screen, elsewhere, network, qtbot):
    server = elsewhere.serve()
    oak = elsewhere.come(server.conductor_invite, "Oak")
    screen = open_screen(player(network, server.invite))
    fern, view = screen.player.client, screen.view
    qtbot.waitUntil(lambda: fern.circle.me != 0 and oak.circle.me != 0, timeout=PATIENCE)
    assert view.header.conduct.isHidden()
    elsewhere.do(lambda: oak.request(Moderate(fern.circle.me, conducts=True)))
    qtbot.waitUntil(lambda: not view.header.conduct.isHidden(), timeout=PATIENCE)
    view.header.conduct.click()
    qtbot.waitUntil(lambda: screen.conducting.isVisible(), timeout=PATIENCE)
    view.header.conduct.click()
    header = screen.conducting.view.header
    assert header.leave.text() == "Close" and header.rooms.isHidden()
    running = fern.circle.timeline.latest.running
    header.transport.click()
    qtbot.waitUntil(lambda: fern.circle.timeline.latest.running is not running, timeout=PATIENCE)
    elsewhere.do(lambda: oak.request(Moderate(fern.circle.me, conducts=False)))
    qtbot.waitUntil(lambda: not screen.conducting.isVisible() and view.header.conduct.isHidden(), timeout=PATIENCE)


def test_a_player_who_conducts_has_transport_and_cues_by_midi(open_screen, elsewhere, network, qtbot):
    server = elsewhere.serve()
    oak = elsewhere.come(server.conductor_invite, "Oak")
    screen = open_screen(player(network, server.invite))
    fern = screen.player.client

    def press(number: int) -> None:
        for value in (1.0, 0.0):
            moved = ControlMoved(Micros(0), ControlKey("nano", "cc", 0, number), value)
            screen.player.instrument.listener._on_engine_event(moved)

    def wait(holds) -> None:
        qtbot.waitUntil(holds, timeout=PATIENCE)

    wait(lambda: fern.circle.me != 0 and oak.circle.me != 0)
    for number, target in ((41, Target("start_stop")), (42, Target("cue", "2"))):
        screen.player.handle(LearnControl(target))
        press(number)
        wait(lambda target=target: bool(screen.player.instrument.state.controls.keys(target)))
    press(41)
    assert not screen.player.instrument.state.controls.transport
    elsewhere.do(lambda: oak.request(Moderate(fern.circle.me, conducts=True)))
    wait(lambda: screen.player.instrument.state.controls.transport)
    running = fern.circle.timeline.latest.running
    press(41)
    wait(lambda: fern.circle.timeline.latest.running is not running)
    press(42)
    wait(lambda: oak.circle.cue.word == "Listen")
    screen.view.header.conduct.click()
    wait(lambda: screen.conducting.isVisible())
    press(42)
    wait(lambda: oak.circle.cue.word == "")


def rooms(network: LoopThread, folder: Path, listen: str = "127.0.0.1:0", left=lambda: None) -> RoomsScreen:
    file = folder / "rooms.toml"
    return RoomsScreen(network, config_io.load(file)[0], file, NoEventLog(), left, listen)


def test_rooms_are_shown_and_requests_are_handled_and_saved(open_screen, network, tmp_path, qtbot):
    left: list[bool] = []
    screen = open_screen(rooms(network, tmp_path, left=lambda: left.append(True)))
    assert screen.view.empty.isVisibleTo(screen.view)
    screen.view.requested.emit(AddRoom("Kitchen", "127.0.0.1", 1))
    qtbot.waitUntil(lambda: screen.view.rooms.table.model().rowCount() == 1, timeout=PATIENCE)
    qtbot.waitUntil(lambda: (tmp_path / "rooms.toml").exists(), timeout=PATIENCE)
    assert config_io.read(tmp_path / "rooms.toml").rooms[0].name == "Kitchen"
    screen.view.left.emit()
    assert left


def test_leaving_closed_rooms_needs_no_confirmation(run, open_screen, network, tmp_path):
    screen, gone = open_screen(rooms(network, tmp_path)), []
    screen.view.render(RoomsState(clients=2))
    screen.ask_to_leave(lambda: gone.append(True))
    assert screen.view.dialog and not gone
    run(screen.close())
    screen.ask_to_leave(lambda: gone.append(True))
    assert gone


def test_rooms_beside_a_circle_get_its_cycles_and_may_set_its_tempo(run, open_screen, network, tmp_path, qtbot):
    config_io.save(RoomsConfig(rooms=(RoomConfig("Kitchen", "127.0.0.1", 1),)), tmp_path / "rooms.toml")
    house = open_screen(CircleAndRoomsScreen(conducting(network, here(tmp_path)), rooms(network, tmp_path)))
    run(house.circle.joined())
    run(house.rooms.open_once())
    run(house.rooms.open_once())
    house.aside.show()
    assert not house.aside.downbeat.isVisible()
    house.circle.conductor.handle(start_or_stop(house.circle.state.circle))
    qtbot.waitUntil(lambda: house.aside.downbeat.isVisible(), timeout=PATIENCE)
    house.aside.tempo_requested.emit(90.0)
    qtbot.waitUntil(lambda: house.circle.state.circle.timeline.latest.tempo == tempo_of_bpm(90), timeout=PATIENCE)


def test_a_proxy_that_cannot_listen_is_reported_on_the_rooms_page(run, open_screen, network, tmp_path, qtbot):
    first = open_screen(rooms(network, tmp_path))
    second = rooms(network, tmp_path, first.rooms.proxy.listening)
    qtbot.addWidget(second.view)
    run(second.open_once())
    assert "cannot listen" in second.view.notices.findChild(NoticeLine).accessibleName()
    run(second.close())
