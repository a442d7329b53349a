"""A page of the window and its controller, as the window sees them; the screens of recordings and of rooms."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.event_log_io import EventLog
from drumcircle_gui.mpd.config.config import RoomsConfig
from drumcircle_gui.mpd.controller_io import RoomsController
from drumcircle_gui.mpd.model.rooms_state import RoomsNotice, RoomsState
from drumcircle_gui.mpd.view.rooms_view import RoomsView
from drumcircle_gui.qt.publisher import Inbox, Publisher
from drumcircle_gui.recording.recordings_controller_io import RecordingsController
from drumcircle_gui.recording.recordings_view import RecordingsView
from drumcircle_gui.sound.process.engine_io import EngineConfig
from drumcircle_gui.tasks import LoopThread


class Screen(Protocol):
    """A page of the window and its controller."""

    @property
    def view(self) -> QWidget: ...

    async def open(self) -> None:
        """Start the controller. DrumCircleError, with the reason, if the page is of no use."""

    async def close(self) -> None:
        """Close the controller. Idempotent."""

    def ask_to_leave(self, go: Callable[[], object]) -> None:
        """Call `go`; where people would lose something by it, only after the user has confirmed."""


class RecordingsScreen:
    """The recordings in `folder`. `left` is called to go back."""

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


class RoomsScreen:
    """The rooms of `config`, which is kept in `file`. `left` is called to go back. `notice` says what was wrong with
    the file; `listen` replaces the address for clients in it."""

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
        """Open it unless it is open. If that fails, say why on the page, and try again the next time."""
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
