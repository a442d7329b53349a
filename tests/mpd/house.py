"""Two rooms with a proxy, for the clients under test."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.tools.rigs.jack import wait_until
from tests.tools.rigs.mpds import Mpd, mpd_server
from tests.tools.rigs.rooms import Proxy, proxy

WHITE = "Noise/1 White.flac"
PINK = "Noise/2 Pink.flac"
BROWN = "Noise/3 Brown.ogg"
GREY = "Noise/4 Grey.wav"
NOISE = [WHITE, PINK, BROWN, GREY]


@dataclass(frozen=True)
class House:
    rooms: tuple[Mpd, ...]
    proxy: Proxy

    def ask(self, *words: str) -> list[str]:
        """The lines of the proxy's reply, by a new connection."""
        place = Mpd("proxy", self.proxy.host, self.proxy.port, self.rooms[0].music, self.proxy.folder, None)
        return place.ask(*words)

    def both(self, complaint: str, holds: Callable[[Mpd], bool]) -> None:
        """Wait until `holds` is true of every room. Raises AssertionError with `complaint`."""
        for room in self.rooms:
            try:
                wait_until(lambda room=room: _holds(room, holds), "")  # type: ignore[misc]
            except AssertionError:
                raise AssertionError(f"{room.name}: {complaint}\n{self._how_it_is()}") from None

    def all_say(self, **status: str) -> None:
        """Wait until every room's status has these values."""
        self.both(f"never {status}", lambda room: status.items() <= room.asked("status").items())

    def all_have(self, *files: str) -> None:
        """Wait until the queue of every room is that."""
        self.both(f"never {files}", lambda room: queue(room) == list(files))

    def fresh(self, *files: str) -> None:
        """Stop, set the queue to `files`, and reset all options and stored playlists."""
        for option in ("repeat", "random", "single", "consume", "crossfade", "mixrampdb"):
            self.ask(option, "0")
        for command in (("stop",), ("clear",), ("clearerror",), ("setvol", "100"), ("replay_gain_mode", "off")):
            self.ask(*command)
        for line in self.ask("listplaylists"):
            if line.startswith("playlist: "):
                self.ask("rm", line.partition(": ")[2])
        for file in files:
            self.ask("add", file)
        self.all_have(*files)
        self.all_say(state="stop")

    def _how_it_is(self) -> str:
        rooms = [f"{room.name}: {queue(room)} {room.asked('status')}" for room in self.rooms]
        return "\n".join([*rooms, f"{self.ask('outputs')}", self.proxy.log()[-2000:]])


@contextmanager
def house(library: Path, folder: Path) -> Iterator[House]:
    """The rooms have a copy of `library`, which tests may change."""
    own = shutil.copytree(library, folder / "music", copy_function=os.link)
    with mpd_server(own, name="kitchen") as kitchen, mpd_server(own, name="bath") as bath:
        rooms = (kitchen, bath)
        with proxy(rooms, folder / "proxy") as served:
            yield House(rooms, served)


def _holds(room: Mpd, holds: Callable[[Mpd], bool]) -> bool:
    try:
        return holds(room)
    except RuntimeError:  # it does not exist yet
        return False


def queue(room: Mpd) -> list[str]:
    """The files in a room's queue."""
    return [line[6:] for line in room.ask("playlistinfo") if line.startswith("file: ")]


def values(lines: list[str], key: str) -> list[str]:
    """The values of all lines of a reply with that key."""
    return [value for name, _, value in (line.partition(": ") for line in lines) if name == key]
