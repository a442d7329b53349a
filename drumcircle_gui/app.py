"""The program with a window: puts everything together, and takes it apart in the right order."""

import argparse
import asyncio
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from drumcircle_gui import __version__, settings
from drumcircle_gui.conductor.conductor_state import start_or_stop
from drumcircle_gui.error_hooks import ErrorHooks, ErrorReport
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.main_view import MainWindow
from drumcircle_gui.mpd.config import config_io
from drumcircle_gui.paths import Paths, resource
from drumcircle_gui.player.mix import Mix
from drumcircle_gui.player.player_state import ChooseDevices, ListeningState, SetStrip, SetTrim, Volumes
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.qt.collector import Collector
from drumcircle_gui.qt.error_report_view import ReportDialog
from drumcircle_gui.qt.interruption import Interruption
from drumcircle_gui.qt.loop import PreciseLoop
from drumcircle_gui.qt.plurals import install_plurals
from drumcircle_gui.qt.publisher import Inbox
from drumcircle_gui.server.server_io import ServerConfig
from drumcircle_gui.sound.process.engine_io import EngineConfig
from drumcircle_gui.start_view import Join, KeepRooms, Launch, Lead, Listen, StartView
from drumcircle_gui.tasks import LoopThread, Tasks
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import Micros, bpm_of, tempo_of_bpm
from drumcircle_gui.widgets.theme import apply_theme

from .event_log_io import EventLog
from .options import login_name, recordings, reporting, server_config
from .screens import ConductorStage, HouseStage, PlayerStage, RecordingsStage, RoomsStage, Stage

log = logging.getLogger(__name__)

SWITCH_INTERVAL = 0.001
"""Seconds after which the window's thread lets the network's have a turn: clock stamps should not wait for paint."""


def run(options: argparse.Namespace, paths: Paths, hooks: ErrorHooks) -> int:
    """Open the window that `options` ask for, and stay until it is closed; the exit status."""
    sys.setswitchinterval(SWITCH_INTERVAL)
    qt = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(qt, QApplication)
    _introduce(qt)
    reported = reporting(getattr(options, "report", None))
    with Collector(), reported as report, LoopThread("network", hooks.handle_loop_error) as network:
        loop = PreciseLoop(qt)
        hooks.watch(loop)
        with loop:
            app = App(qt, network, options, paths, report)
            hooks.notify = app.show_error
            loop.run_until_complete(_live(app))
    return 0


async def _live(app: "App") -> None:
    with Interruption() as interruption:
        interruption.wanted.connect(app.closed.set)
        app.open()
        await app.closed.wait()
        await app.close()


def _introduce(qt: QApplication) -> None:
    install_plurals(qt)
    qt.setApplicationName("drumcircle")
    qt.setApplicationDisplayName("Drum Circle")
    qt.setApplicationVersion(__version__)
    qt.setDesktopFileName("drumcircle")
    qt.setWindowIcon(QIcon(str(resource("icons/drumcircle.svg"))))
    qt.setQuitOnLastWindowClosed(False)


class App:
    """One window, what it shows, and the settings. Lives on the GUI's thread."""

    def __init__(
        self, qt: QApplication, network: LoopThread, options: argparse.Namespace, paths: Paths, report: EventLog
    ) -> None:
        self.closed = asyncio.Event()
        self.window = MainWindow()
        self.stage: Stage | None = None
        self.start: StartView | None = None
        self._network, self._options, self._paths, self._report = network, options, paths, report
        self._settings, self._broken = settings.load(paths.settings)
        self._tasks = Tasks()
        self._doing: asyncio.Task[None] | None = None
        self._children: list[subprocess.Popen[bytes]] = []
        self._errors = Inbox()
        self._errors.arrived.connect(self._show_errors)
        self._error_dialog: ReportDialog | None = None
        self._qt = qt
        apply_theme(qt, self._settings.appearance.theme)

    def open(self) -> None:
        """Show the window, and begin what the command asked for."""
        self.window.closing.connect(lambda: self._ask_to_leave(self.closed.set))
        self.window.place(self._settings.windows.start, on_the_right=getattr(self._options, "beside", False))
        self._show_start()
        if opening := _OPENINGS.get(self._options.command):
            self._begin(opening(self), "opening")
        self.window.show()
        log.info("the window is open: %s", self._options.command)

    async def close(self) -> None:
        """End everything that was begun, in order."""
        self._remember(windows=msgspec.structs.replace(self._settings.windows, start=self.window.geometry_bytes()))
        self.window.hide()
        for child in self._children:
            child.terminate()
        await self._tasks.close()
        await self._leave()
        for child in self._children:
            await asyncio.to_thread(child.wait)
        self.window.finish()

    def show_error(self, report: ErrorReport) -> None:
        """Show an unexpected error in a dialog; from any thread."""
        self._errors.put([report])

    # --- pages --------------------------------------------------------------------------------------------------

    def _show_start(self, problem: DrumCircleError | None = None) -> None:
        self.start = StartView(self._settings, login_name())
        self.start.requested.connect(lambda request: self._begin(self._grant(request), "start page"))
        if problem is not None:
            self.start.complain(problem.what, problem.todo)
        elif self._broken:
            self.start.complain(self._broken)
        self.window.show_page(self.start)

    def _begin(self, work: Coroutine[Any, Any, None], name: str) -> None:
        """Runs one request at a time: a second one (a double click) is dropped while the first runs."""
        if self._doing is None or self._doing.done():
            self._doing = self._tasks.start(work, name)
        else:
            work.close()

    async def _grant(self, request: Launch | Lead | Join | Listen | KeepRooms | settings.Appearance) -> None:
        match request:
            case Launch():
                await self._launch(request)
            case Lead(invite):
                await self._enter(self._conducting(invite), invite.circle)
            case Join(invite, name):
                await self._enter(self._playing(invite, name), invite.circle)
            case Listen():
                await self._enter(self._listening(), self.window.tr("Recordings"))
            case KeepRooms():
                await self.open_rooms()
            case settings.Appearance(theme):
                apply_theme(self._qt, theme)
                self._remember(appearance=request)

    async def _launch(self, launch: Launch) -> None:
        config = ServerConfig(
            name=launch.name,
            port=launch.port,
            tempo=tempo_of_bpm(launch.tempo),
            meter=Meter(launch.beats, launch.cycles),
            data_dir=self._paths.data,
        )
        if await self._enter(self._conducting(config), config.name):
            usual = settings.ConductorSettings(
                config.name, config.port, bpm_of(config.tempo), config.meter.beats, config.meter.cycles
            )
            self._remember(conductor=usual)

    async def _enter(self, stage: Stage, title: str) -> bool:
        """Go into a circle; or, if that cannot be, say why on the start page."""
        self.stage = stage  # from now on, since the window may be closed before it is open
        try:
            await stage.open()
        except DrumCircleError as error:
            await self._leave()
            self._show_start(error)
            return False
        self.window.show_page(stage.view, title, getattr(stage, "aside", None))
        return True

    async def _leave(self) -> None:
        if self.stage is not None:
            await self.stage.close()
            for page in (self.stage.view, getattr(self.stage, "aside", None)):
                if page is not None:
                    page.deleteLater()
            self.stage = None

    def _go_back(self) -> None:
        self._ask_to_leave(lambda: self._begin(self._back(), "leaving"))

    def _ask_to_leave(self, go: Callable[[], object]) -> None:
        go() if self.stage is None else self.stage.ask_to_leave(go)

    async def _back(self) -> None:
        await self._leave()
        self._show_start()

    def _conducting(self, where: ServerConfig | Invite) -> HouseStage:
        folder = recordings(self._options, self._paths)
        circle = ConductorStage(self._network, where, login_name(), self._report, folder)
        rooms = self._rooms(self._paths.rooms, lambda: self.window.turn_to(circle.view))
        circle.view.rooms_wanted.connect(lambda: self._look_at(rooms))
        return HouseStage(circle, rooms)

    def _look_at(self, rooms: RoomsStage) -> None:
        self.window.turn_to(rooms.view)
        self._begin(rooms.open_once(), "rooms")

    def _rooms(self, file: Path, left: Callable[[], None]) -> RoomsStage:
        config, notice = config_io.load(file)
        listen = getattr(self._options, "listen", None)
        return RoomsStage(self._network, config, file, self._report, left, listen, notice)

    def _playing(self, invite: Invite, name: str) -> PlayerStage:
        player = self._settings.player
        self._remember(player=msgspec.structs.replace(player.with_recent(str(invite)), name=name))
        devices = ChooseDevices(
            getattr(self._options, "audio", None) or player.audio,
            getattr(self._options, "midi_in", None) or player.midi_in,
        )
        mix = Mix(player.mixes.get(invite.circle, {}))
        listening = ListeningState(mix, Volumes(player.gain, player.guide, player.own), Micros(player.trim))
        folder = recordings(self._options, self._paths)
        stage = PlayerStage(self._network, invite, name, devices, listening, self._report, self._go_back, folder)
        stage.view.requested.connect(lambda intent: self._remember_choice(intent, invite.circle))
        return stage

    def _listening(self) -> RecordingsStage:
        engine = EngineConfig(audio=getattr(self._options, "audio", None) or self._settings.player.audio)
        return RecordingsStage(self._network, self._paths.recordings, engine, self._go_back)

    def _remember_choice(self, intent: object, circle: str) -> None:
        """Devices, volumes and mix are as they were, next time. What comes in streams is written at the end."""
        player = self._settings.player
        match intent:
            case ChooseDevices(audio, midi_in):
                self._remember(player=msgspec.structs.replace(player, audio=audio, midi_in=midi_in))
            case SetTrim(by):
                self._remember(player=msgspec.structs.replace(player, trim=by))
            case Volumes(gain, guide, own):
                self._note(msgspec.structs.replace(player, gain=gain, guide=guide, own=own))
            case SetStrip(name, strip, _):
                self._note(player.with_strip(circle, name, strip))

    def _note(self, player: settings.PlayerSettings) -> None:
        self._settings = msgspec.structs.replace(self._settings, player=player)

    # --- what the command line asks for -----------------------------------------------------------------------------

    async def open_conduct(self) -> None:
        where = self._options.connect or server_config(self._options, self._paths, running=False)
        title = where.circle if isinstance(where, Invite) else where.name
        await self._enter(self._conducting(where), title)

    async def open_join(self) -> None:
        name = self._options.name or self._settings.player.name or login_name()
        await self._enter(self._playing(self._options.invite, name), self._options.invite.circle)

    async def open_rooms(self) -> None:
        file = getattr(self._options, "config", None) or self._paths.rooms
        await self._enter(self._rooms(file, self._go_back), self.window.tr("Rooms"))

    async def open_demo(self) -> None:
        """A circle on this machine only, on any free port; bots and a player as processes of their own."""
        config = ServerConfig(name=self.window.tr("Demo circle"), bind="127.0.0.1", data_dir=self._paths.data / "demo")
        stage = self._conducting(config)
        if not await self._enter(stage, config.name):
            return
        state = stage.circle.state
        assert state.hosting is not None
        invite = str(state.hosting.invite)
        if self._options.bots:
            self._spawn("bots", invite, "--count", str(self._options.bots))
        self._spawn(
            "join",
            invite,
            "--beside",
            "--no-record",
            "--name",
            self.window.tr("You"),
            "--data-dir",
            str(self._paths.data / "demo-player"),
        )
        await stage.circle.joined()
        stage.circle.conductor.handle(start_or_stop(stage.circle.state.circle))

    def _spawn(self, *arguments: str) -> None:
        verbose = ["--verbose"] if self._options.verbose else []
        command = [sys.executable, "-m", "drumcircle_gui", *arguments, *verbose]
        self._children.append(subprocess.Popen(command, stdin=subprocess.DEVNULL, env=os.environ | _FOUND_HERE))

    # ------------------------------------------------------------------------------------------------------------

    def _remember(self, **slices: msgspec.Struct) -> None:
        self._settings = msgspec.structs.replace(self._settings, **slices)
        try:
            settings.save(self._settings, self._paths.settings)
        except DrumCircleError as error:
            log.warning("%s", error)

    def _show_errors(self, reports: list[ErrorReport]) -> None:
        for report in reports:
            if self._error_dialog is not None and self._error_dialog.isVisible():
                self._error_dialog.add(report)
            else:
                self._error_dialog = ReportDialog(report, self.window)
                self._error_dialog.open()


_FOUND_HERE = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}

_OPENINGS = {
    "conduct": App.open_conduct,
    "join": App.open_join,
    "demo": App.open_demo,
    "rooms": App.open_rooms,
}
