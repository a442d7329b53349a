"""Screens: a page of the window and its controller each. This module has those of recordings and of rooms."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.event_log_io import EventLog
from drumcircle_gui.mpd.config import config_io
from drumcircle_gui.mpd.config.config import RoomsConfig
from drumcircle_gui.mpd.controller_io import RoomsController
from drumcircle_gui.mpd.model.rooms_state import RoomsNotice, RoomsState
from drumcircle_gui.mpd.view.rooms_view import RoomsView
from drumcircle_gui.qt.publisher import Inbox, Publisher
from drumcircle_gui.recap.recap_controller_io import RecapController
from drumcircle_gui.recap.recap_state import MakeRecap
from drumcircle_gui.recap.recap_view import RecapView
from drumcircle_gui.recording.recordings_controller_io import RecordingsController
from drumcircle_gui.recording.recordings_state import Stop
from drumcircle_gui.recording.recordings_view import RecordingsView
from drumcircle_gui.sound.process.engine_io import EngineConfig
from drumcircle_gui.tasks import LoopThread


class Screen(Protocol):
    """A page of the window and its controller."""

    @property
    def view(self) -> QWidget: ...

    async def open(self) -> None:
        """Start the controller. Raises DrumCircleError, with the reason, if the page cannot be used."""

    async def close(self) -> None:
        """Close the controller. Idempotent."""

    def ask_to_leave(self, go: Callable[[], object]) -> None:
        """Call `go`; if people would lose something, only after the user has confirmed."""


class RecordingsScreen:
    """The recordings in `folder`, played on the audio device of `engine`, and beside them the recap of one. `left` is
    called to go back, `turn_to` to show one of the two pages."""

    def __init__(
        self,
        network: LoopThread,
        folder: Path,
        engine: EngineConfig,
        left: Callable[[], None],
        turn_to: Callable[[QWidget], None] = lambda page: None,
    ) -> None:
        self.view, self.aside = RecordingsView(folder), RecapView()
        self._network, self._turn_to = network, turn_to
        engine = EngineConfig(engine.audio)
        self._states, self._recaps = Publisher(self.view), Publisher(self.aside)
        self.recordings = RecordingsController(folder, engine, self._states.publish)
        self.recap = RecapController(engine, self._recaps.publish)
        self._states.changed.connect(self.view.render)
        self._recaps.changed.connect(self.aside.render)
        self.view.left.connect(left)
        self.view.recap_wanted.connect(lambda recording: self.show_recap(recording.file))
        self.aside.left.connect(lambda: turn_to(self.view))

    async def open(self) -> None:
        for controller in (self.recordings, self.recap):
            await asyncio.wrap_future(self._network.call(controller.start()))
        self.view.requested.connect(self.recordings.handle)
        self.aside.requested.connect(self.recap.handle)

    def show_recap(self, file: Path) -> None:
        """Show the recap of the recording in `file`."""
        self.recordings.handle(Stop())
        self.recap.handle(MakeRecap(file))
        self._turn_to(self.aside)

    def ask_to_leave(self, go: Callable[[], object]) -> None:
        go()

    async def close(self) -> None:
        for controller, mailbox in ((self.recordings, self._states), (self.recap, self._recaps)):
            mailbox.close()
            await asyncio.wrap_future(self._network.call(controller.close()))


class RoomsScreen:
    """The rooms of `config`, which is stored in `file`. `left` is called to go back.

    `notice`: what was wrong with the file. `listen` replaces the address for clients in it.
    """

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
        """Open the rooms unless they are open. If that fails, show the reason on the page, and try again at the next
        call."""
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


def new_rooms_screen(
    network: LoopThread, file: Path, report: EventLog, left: Callable[[], None], listen: str | None
) -> RoomsScreen:
    """The rooms of `file`; if it is damaged, the page shows the problem."""
    config, notice = config_io.load(file)
    return RoomsScreen(network, config, file, report, left, listen, notice)
