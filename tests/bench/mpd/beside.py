"""A bare MPD server and two rooms with the proxy, all with the same songs, and a row that compares them."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from tests.bench.form import Row
from tests.tools.rigs import mpds
from tests.tools.rigs.jack import wait_until
from tests.tools.rigs.mpds import Mpd
from tests.tools.rigs.rooms import Proxy, proxy

from .archive import enlarge
from .asking import Client

TIMEOUT_S = 30.0
PLAYED = tuple(mpds.Song(f"Noise/{number}.flac", 60.0, {"title": f"Noise {number}"}) for number in range(1, 5))
QUEUE = "Queue"
SETTINGS = {"max_connections": "400", "max_output_buffer_size": "262144"}

T = TypeVar("T")


@dataclass(frozen=True)
class Scene:
    """The bare server, which is not one of the rooms, and the proxy with its rooms."""

    bare: Mpd
    rooms: Sequence[Mpd]
    proxy: Proxy

    @contextmanager
    def both(self) -> Iterator[tuple[Client, Client]]:
        """A client of the bare server, and one of the proxy."""
        with Client(where(self.bare)) as bare, Client(self.proxy.address) as ours:
            yield bare, ours


@contextmanager
def scene(songs: int, queue: int) -> Iterator[Scene]:
    """Servers with `songs` songs, `queue` of them in the folder QUEUE. Only those of PLAYED have files."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        music = mpds.music(Path(folder) / "music", PLAYED)
        names = ("bare", "one", "two")
        bare, *rooms = entered(stack, [mpds.mpd_server(music, name=name, settings=SETTINGS) for name in names])
        more = {QUEUE: queue, "Archive": songs - queue - len(PLAYED)}
        in_parallel(lambda server: enlarge(server, more), [bare, *rooms])
        yield Scene(bare, rooms, stack.enter_context(served(rooms, Path(folder) / "proxy")))


@contextmanager
def served(rooms: Sequence[Mpd], folder: Path) -> Iterator[Proxy]:
    """The proxy with those rooms, when all of them are connected."""
    with proxy(rooms, folder) as ours:
        wait_until(lambda: len(together(ours)) == len(rooms), "the proxy did not find all rooms", TIMEOUT_S)
        yield ours


def together(ours: Proxy) -> list[dict[str, Any]]:
    """The latest reports of the rooms that play together."""
    latest = {line["room"]: line for line in ours.report() if line["event"] == "room"}
    return [line for line in latest.values() if line["presence"] == "together"]


def entered(stack: ExitStack, servers: Sequence[AbstractContextManager[Mpd]]) -> list[Mpd]:
    """Start servers at the same time; the `stack` ends them."""
    return in_parallel(stack.enter_context, servers)


def in_parallel(work: Callable[[Any], T], each: Sequence[Any]) -> list[T]:
    with ThreadPoolExecutor(len(each)) as pool:
        return list(pool.map(work, each))


def where(server: Mpd) -> tuple[str, int]:
    return server.address, server.port


def row(what: str, of: str, unit: str, bare: float | None, ours: float | None) -> Row:
    """One row of the table: a figure of the bare server and of the proxy, their difference and ratio if both exist."""
    added = times = None
    if bare is not None and ours is not None:
        added, times = ours - bare, ours / bare
    return {"what": what, "of": of, "unit": unit, "bare": bare, "proxy": ours, "added": added, "times": times}
