"""A conductor or a player brought together with their window: what happens on the network's thread reaches the view
through mailboxes, and what is requested in the view goes straight to the controller."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from drumcircle_gui.client.circle_state import LinkState
from drumcircle_gui.conductor.conductor_io import Conductor
from drumcircle_gui.conductor.conductor_state import ConductorState, change_tempo, next_cycles
from drumcircle_gui.conductor.conductor_view import ConductorView
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.config.config import RoomsConfig
from drumcircle_gui.mpd.controller_io import RoomsController
from drumcircle_gui.mpd.model.downbeat import Downbeat
from drumcircle_gui.mpd.model.rooms_state import RoomsNotice, RoomsState
from drumcircle_gui.mpd.view.rooms_view import RoomsView
from drumcircle_gui.player.player_io import Player
from drumcircle_gui.player.player_state import ChooseDevices, ListeningState
from drumcircle_gui.player.player_view import PlayerView
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.qt.publisher import Inbox, Publisher
from drumcircle_gui.recording.recordings_controller_io import RecordingsController
from drumcircle_gui.recording.recordings_view import RecordingsView
from drumcircle_gui.server.server_io import ServerConfig
from drumcircle_gui.sound.process.engine_io import EngineConfig
from drumcircle_gui.tasks import LoopThread
from drumcircle_gui.timing.units import local_micros

from .event_log_io import EventLog

OFFER_EVERY = 500  # milliseconds


class Stage(Protocol):
    """Something that fills the window, with something at work behind it."""

    @property
    def view(self) -> QWidget: ...

    async def open(self) -> None:
        """DrumCircleError if it cannot be."""

    async def close(self) -> None: ...

    def ask_to_leave(self, go: Callable[[], object]) -> None:
        """`go`, if closing it is meant: at once where nobody loses anything by it."""


class ConductorStage:
    """A circle that is launched here, or led from here."""

    def __init__(
        self,
        network: LoopThread,
        where: ServerConfig | Invite,
        name: str,
        report: EventLog,
        recordings: Path | None = None,
    ) -> None:
        self.view = ConductorView()
        self._network = network
        self._states, self._strokes = Publisher(self.view), Inbox(self.view)
        self.conductor = Conductor(
            where,
            name,
            on_state=self._states.publish,
            on_strokes=self._strokes.put,
            report=report,
            recordings=recordings,
        )
        self._joined = asyncio.Event()
        self._states.changed.connect(self._render)
        self._strokes.arrived.connect(self.view.add_strokes)

    async def open(self) -> None:
        self._render(await asyncio.wrap_future(self._network.call(self.conductor.start())))
        self.view.requested.connect(self.conductor.handle)

    async def joined(self) -> None:
        """Wait until the conductor is in the circle, and requests can be granted."""
        await self._joined.wait()

    async def close(self) -> None:
        self._states.close()
        self._strokes.close()
        await asyncio.wrap_future(self._network.call(self.conductor.close()))

    def _render(self, state: ConductorState) -> None:
        self.state = state
        self.view.render(state)
        if state.circle.link is LinkState.JOINED:
            self._joined.set()


class RecordingsStage:
    """The recordings in `folder`. `left`: one wants to go back."""

    def __init__(self, network: LoopThread, folder: Path, engine: EngineConfig, left: Callable[[], None]) -> None:
        self.view = RecordingsView(folder)
        self._network = network
        self._states = Publisher(self.view)
        self.recordings = RecordingsController(folder, engine, self._states.publish)
        self._states.changed.connect(self.view.render)
        self.view.left.connect(left)

    async def open(self) -> None:
        await asyncio.wrap_future(self._network.call(self.recordings.start()))
        self.view.requested.connect(self.recordings.handle)

    def ask_to_leave(self, go: Callable[[], object]) -> None:
        go()

    async def close(self) -> None:
        self._states.close()
        await asyncio.wrap_future(self._network.call(self.recordings.close()))


class RoomsStage:
    """The rooms that `config` names, kept in `file`. `left`: one wants to go back. `notice`: what was wrong with
    it. `listen`: where clients find them, instead of where it says."""

    def __init__(
        self,
        network: LoopThread,
        config: RoomsConfig,
        file: Path,
        report: EventLog,
        left: Callable[[], None],
        listen: str | None = None,
        notice: str = "",
    ) -> None:
        self.view = RoomsView()
        self._network = network
        self._states, self._samples = Publisher(self.view), Inbox(self.view)
        self.rooms = RoomsController(
            config,
            file=file,
            on_state=self._states.publish,
            on_samples=self._samples.put,
            report=report,
            listen=listen,
            notice=notice,
        )
        self._states.changed.connect(self.view.render)
        self._samples.arrived.connect(self.view.add_samples)
        self.view.left.connect(left)
        self._opened = self._closing = False

    async def open(self) -> None:
        self.view.render(await asyncio.wrap_future(self._network.call(self.rooms.start())))
        self.view.requested.connect(self.rooms.handle)

    async def open_once(self) -> None:
        """The first time, open; if that cannot be, say why on the page, and try again the next time."""
        if not self._opened:
            try:
                await self.open()
                self._opened = True
            except DrumCircleError as error:
                self.view.render(RoomsState(notices=(RoomsNotice(0, error.what, error.todo, "bad"),)))

    def ask_to_leave(self, go: Callable[[], object]) -> None:
        go() if self._closing else self.view.ask_to_leave(go)

    async def close(self) -> None:
        self._closing = True
        self._states.close()
        self._samples.close()
        await asyncio.wrap_future(self._network.call(self.rooms.close()))


class HouseStage:
    """A circle that is led from here, and the rooms beside it, in which songs can begin with a cycle. The rooms are not
    touched before one looks at them."""

    def __init__(self, circle: ConductorStage, rooms: RoomsStage) -> None:
        self.circle, self.rooms = circle, rooms
        self.view, self.aside = circle.view, rooms.view
        self._beats = QTimer(self.view, interval=OFFER_EVERY)
        self._beats.timeout.connect(self._offer_downbeats)
        rooms.view.tempo_requested.connect(self._change_tempo)

    async def open(self) -> None:
        await self.circle.open()
        self._beats.start()

    def ask_to_leave(self, go: Callable[[], object]) -> None:
        self.circle.view.ask_to_leave(lambda: self.rooms.ask_to_leave(go))

    async def close(self) -> None:
        self._beats.stop()
        await self.rooms.close()
        await self.circle.close()

    def _offer_downbeats(self) -> None:
        if self.aside.isVisible():
            starts = next_cycles(self.circle.state.circle, local_micros())
            self.aside.offer_downbeats(tuple(Downbeat(start.at, start.number, start.bpm) for start in starts))

    def _change_tempo(self, bpm: float) -> None:
        self.circle.conductor.handle(change_tempo(self.circle.state.circle, bpm))


class PlayerStage:
    """A player in a circle. `left`: they want to go."""

    def __init__(
        self,
        network: LoopThread,
        invite: Invite,
        name: str,
        devices: ChooseDevices,
        listening: ListeningState,
        report: EventLog,
        left: Callable[[], None],
        recordings: Path | None = None,
    ) -> None:
        self.view = PlayerView()
        self.view.you.set_usual(devices, listening.volumes)
        self._network = network
        self._states, self._strokes = Publisher(self.view), Inbox(self.view)
        self._struck = Inbox(self.view)
        self.player = Player(
            invite,
            name,
            EngineConfig(devices.audio, devices.midi_in),
            listening,
            on_state=self._states.publish,
            on_strokes=self._strokes.put,
            on_struck=lambda pad, velocity: self._struck.put([(pad, velocity)]),
            report=report,
            recordings=recordings,
            watch_devices=True,
        )
        self._states.changed.connect(self.view.render)
        self._strokes.arrived.connect(self.view.add_strokes)
        self._struck.arrived.connect(self.view.flash)
        self.view.left.connect(left)

    async def open(self) -> None:
        self.view.render(await asyncio.wrap_future(self._network.call(self.player.start())))
        self.view.requested.connect(self.player.handle)

    def ask_to_leave(self, go: Callable[[], object]) -> None:
        go()

    async def close(self) -> None:
        for mailbox in (self._states, self._strokes, self._struck):
            mailbox.close()
        await asyncio.wrap_future(self._network.call(self.player.close()))
