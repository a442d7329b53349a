"""A bare server, and beside it the proxy over two, in the initial state of every session."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest

from tests.mpd.watching import led_by
from tests.tools.rigs.jack import wait_until
from tests.tools.rigs.meddler import meddler
from tests.tools.rigs.mpds import Mpd, mpd_server
from tests.tools.rigs.rooms import proxy

from .line import Line
from .world import World

BARE = bool(os.environ.get("DRUMCIRCLE_BARE"))
"""Compare with another bare server instead, to prove that reported differences are not noise."""

PASSWORDS = {
    "all": ("read", "add", "control", "admin"),
    "adder": ("read", "add"),
    "boss": ("control",),
    "dj": ("player",),
}
ALIKE_WITHIN = 10.0
DEFAULTS = (
    *(b"stop", b"clear", b"clearerror", b"repeat 0", b"random 0", b"single 0", b"consume 0", b"crossfade 0"),
    *(b"setvol 100", b"mixrampdb 0", b"mixrampdelay nan", b"replay_gain_mode off"),
)


@dataclass(frozen=True)
class Pair:
    """Two servers to compare, and the servers behind the second."""

    bare: tuple[str, int]
    other: tuple[str, int]
    rooms: tuple[Mpd, ...] = ()

    def reset(self) -> None:
        """Reset both, by the commands of a client."""
        for address in (self.bare, self.other):
            line = Line(address)
            line.reply()
            for command in (b"password all", b"\n".join((b"command_list_begin", *DEFAULTS, b"command_list_end"))):
                _said(line, command)  # as one list: a far room would keep us waiting for each
            for each in _said(line, b"listplaylists").splitlines():
                if each.startswith(b"playlist: "):
                    _said(line, b'rm "%s"' % each[10:])
            line.close()

    def agree(self) -> None:
        """Wait until the rooms are equal. AssertionError with both states if they do not become so."""
        if self.rooms:
            first, *others = self.rooms
            for other in others:
                try:
                    wait_until(lambda other=other: _alike(first, other), "", ALIKE_WITHIN)  # type: ignore[misc]
                except AssertionError:
                    raise AssertionError(f"apart: {_difference(_shape(first), _shape(other))}") from None

    def worlds(self, stack: ExitStack) -> tuple[World, World]:
        worlds = World(self.bare), World(self.other)
        for world in worlds:
            stack.callback(world.close)
        return worlds


@pytest.fixture(scope="module")
def open_pair(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """A pair in which everybody has all permissions."""
    with ExitStack() as stack:
        yield _pair(stack, library, tmp_path_factory.mktemp("open"), {}, {})


@pytest.fixture(scope="module")
def guarded_pair(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    """A pair in which permissions depend on passwords: those of PASSWORDS."""
    passwords = [f"{word}@{','.join(may)}" for word, may in PASSWORDS.items()]
    settings = {"passwords": [{"password": word, "permissions": list(may)} for word, may in PASSWORDS.items()]}
    with ExitStack() as stack:
        yield _pair(stack, library, tmp_path_factory.mktemp("guarded"), {"passwords": passwords}, settings)


FAR = {"one lead nearby": (0.0, 0.06, 0.15), "all far away": (0.06, 0.15)}
"""Seconds by which a relay delays the replies of each room; the first one leads. It chops them as well."""

CHOP_BYTES = 700
"""Lines that are longer, and most replies, arrive in pieces."""


@pytest.fixture(scope="module")
def far_pair(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Pair]]:
    """A pair whose rooms have the delays of FAR; it is made at the first use."""
    made: dict[str, Pair] = {}
    with ExitStack() as stack:

        def pair(where: str) -> Pair:
            if where not in made:
                made[where] = _far_pair(stack, library, tmp_path_factory.mktemp("far"), FAR[where])
            return made[where]

        yield pair


def _far_pair(stack: ExitStack, library: Path, folder: Path, delays: Sequence[float]) -> Pair:
    bare = stack.enter_context(mpd_server(library, name="bare"))
    rooms = [stack.enter_context(mpd_server(library, name=f"room {delay}")) for delay in delays]
    relays = [
        stack.enter_context(meddler(room, room.name, delay=delay, chop_bytes=CHOP_BYTES))
        for room, delay in zip(rooms, delays, strict=True)
    ]
    served = stack.enter_context(proxy(relays, folder))
    led_by(served, *rooms)
    return Pair((bare.address, bare.port), served.address, tuple(rooms))


def _pair(stack: ExitStack, library: Path, folder: Path, mpd: dict[str, Any], settings: dict[str, Any]) -> Pair:
    bare = stack.enter_context(mpd_server(library, name="bare", **mpd))
    if BARE:
        other = stack.enter_context(mpd_server(library, name="bare", **mpd))
        return Pair((bare.address, bare.port), (other.address, other.port))
    rooms = [stack.enter_context(mpd_server(library, name=name)) for name in ("kitchen", "bath")]
    served = stack.enter_context(proxy(rooms, folder, settings=settings))
    return Pair((bare.address, bare.port), served.address, tuple(rooms))


def _alike(one: Mpd, other: Mpd) -> bool:
    try:
        return _shape(one) == _shape(other)
    except RuntimeError:  # a playlist has gone meanwhile
        return False


def _shape(room: Mpd) -> dict[str, Any]:
    """The part of the state that must be the same in every room."""
    status = room.asked("status")
    own = {
        "playlist",
        "songid",
        "nextsongid",
        "elapsed",
        "time",
        "bitrate",
        "audio",
        "duration",
        "error",
        "updating_db",
    }
    if status["state"] == "stop":
        own |= {"song", "nextsong"}  # where none has played yet, none is at hand
    names = [line[10:] for line in room.ask("listplaylists") if line.startswith("playlist: ")]
    return {
        "status": {key: value for key, value in status.items() if key not in own},
        "queue": [line for line in room.ask("playlistinfo") if not line.startswith("Id: ")],
        "gain": room.ask("replay_gain_status"),
        "playlists": {name: room.ask("listplaylist", name) for name in names},
    }


def _difference(one: dict[str, Any], other: dict[str, Any]) -> str:
    texts = [[f"{key} {line}"[:200] for key in shape for line in _lines(shape[key])] for shape in (one, other)]
    return "\n".join(unified_diff(*texts, lineterm="", n=1))


def _lines(part: Any) -> list[str]:
    return part if isinstance(part, list) else [f"{key}: {value}" for key, value in part.items()]


def _said(line: Line, command: bytes) -> bytes:
    line.send(command + b"\n")
    return line.reply()
