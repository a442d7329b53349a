"""Real MPD servers with music, and the proxy that keeps them in sync, on the console's network thread."""

from contextlib import ExitStack
from pathlib import Path

from drumcircle_gui.mpd.config.config import RoomConfig, RoomsConfig
from drumcircle_gui.mpd.controller_io import RoomsController
from drumcircle_gui.mpd.model.rooms_state import RoomsState
from drumcircle_gui.tasks import LoopThread
from tests.tools.rigs.mpds import LIBRARY, Mpd, mpd_server, music

NAMES = ("Kitchen", "Bath", "Hall", "Attic")


class LiveRooms:
    """Rooms in sync. `open` starts the MPD servers; `ask` sends a command to the group, as an MPD client does."""

    def __init__(self, thread: LoopThread, folder: Path, count: int) -> None:
        self._thread, self._folder, self._count = thread, folder, count
        self._stack = ExitStack()
        self._states: list[RoomsState] = []
        self.servers: list[Mpd] = []

    def open(self) -> None:
        """Starts everything and puts the library into the queue."""
        library = music(self._folder)
        for name in NAMES[: self._count]:
            self.servers.append(self._stack.enter_context(mpd_server(library, name=name)))
        rooms = tuple(RoomConfig(server.name, server.address, server.port) for server in self.servers)
        config = RoomsConfig(rooms=rooms, listen="127.0.0.1:0")
        self.controller = RoomsController(config, on_state=self._keep)
        self._keep(self._thread.call(self.controller.start()).result())
        for song in LIBRARY[:4]:
            self.ask("add", song.file)

    def close(self) -> None:
        """Ends the proxy, then the MPD servers."""
        self._thread.call(self.controller.close()).result()
        self._stack.close()

    def ask(self, *words: str) -> list[str]:
        """The lines of the group's reply to one MPD command. AckError if the server declines it."""
        reply = self._thread.call(self.controller.ask(*words)).result()
        return reply.decode(errors="replace").splitlines()

    @property
    def state(self) -> RoomsState:
        """The latest snapshot, as the rooms page shows it."""
        return self._states[-1]

    def _keep(self, state: RoomsState) -> None:
        self._states = [state]
