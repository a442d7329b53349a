"""Three ways to command rooms: through the proxy; all at once; and earlier by half of each room's average ping.

The second is the way without a proxy, the third that of the program of 2016; see `tests.bench.rooms`.
"""

import socket
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from drumcircle_gui.timing.units import SECOND, Micros, local_micros
from tests.tools.netlab.internet import Host
from tests.tools.rigs.jack import wait_until
from tests.tools.rigs.rooms import Proxy, proxy

from .house import House

REPLY_TIMEOUT_S, CONNECT_TIMEOUT_S = 15.0, 30.0
PING_INTERVAL_S = 0.1
NEWEST_WEIGHT = 0.2
"""The weight of the newest ping in the average."""

SLEEP_MARGIN = 2_000
"""Microseconds before a deadline in which `_until` no longer sleeps, to be exact."""


class Commander(Protocol):
    def do(self, *words: str) -> Micros:
        """Send a command to all rooms and wait for their replies; returns the local time at which it was given."""


class Line:
    """An open connection to an MPD server or to the proxy."""

    def __init__(self, host: Host, address: tuple[str, int]) -> None:
        with host.inside():
            self._socket = socket.create_connection(address, REPLY_TIMEOUT_S)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._file: Any = self._socket.makefile("rb")
        self._file.readline()

    def send(self, text: str) -> None:
        self._socket.sendall(f"{text}\n".encode())

    def answer(self) -> bool:
        """Whether the command succeeded. OSError after REPLY_TIMEOUT_S."""
        while (line := self._file.readline()) != b"OK\n":
            if not line:
                raise ConnectionError("the line was closed")
            if line.startswith(b"ACK"):
                return False
        return True

    def close(self) -> None:
        self._file.close()
        self._socket.close()


@dataclass(frozen=True)
class Ours:
    """Sends commands to the proxy, as any client does."""

    line: Line

    def do(self, *words: str) -> Micros:
        given = local_micros()
        self.line.send(" ".join(words))
        self.line.answer()
        return given


@dataclass(frozen=True)
class AtOnce:
    """Sends commands to all rooms at the same time."""

    lines: Sequence[Line]

    def do(self, *words: str) -> Micros:
        given = local_micros()
        for line in self.lines:
            line.send(" ".join(words))
        for line in self.lines:
            line.answer()
        return given


@dataclass(frozen=True)
class HalfPing:
    """Sends commands to the farthest room first, so that they arrive together if half the ping is the one-way delay."""

    lines: Sequence[Line]
    pings: Sequence["Ping"]

    def do(self, *words: str) -> Micros:
        given = local_micros()
        ways = [ping.average / 2 for ping in self.pings]
        longest = max(ways)
        for way, line in sorted(zip(ways, self.lines, strict=True), key=lambda each: -each[0]):
            _until(given + longest - way)
            line.send(" ".join(words))
        for line in self.lines:
            line.answer()
        return given


@dataclass
class Ping:
    """A room's round trip, measured ten times a second: an exponentially weighted average in microseconds."""

    line: Line
    average: float = 0.0
    _over: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Measure until `running` ends or the connection breaks; then the average stays as it is."""
        with suppress(OSError):
            while not self._over.wait(PING_INTERVAL_S):
                self._ping()

    def _ping(self) -> None:
        sent = local_micros()
        self.line.send("ping")
        self.line.answer()
        took = local_micros() - sent
        self.average += (took - self.average) * (NEWEST_WEIGHT if self.average else 1)

    @contextmanager
    def running(self) -> Iterator["Ping"]:
        thread = threading.Thread(target=self.run)
        thread.start()
        try:
            yield self
        finally:
            self._over.set()
            thread.join()


@contextmanager
def ours(house: House, folder: Path) -> Iterator[Commander]:
    """Commands through a proxy of its own, which has found all rooms. RuntimeError if it does not start, AssertionError
    if it does not find them."""
    with ExitStack() as stack:
        with house.stage.inside():
            rooms = stack.enter_context(proxy(list(house.rooms.values()), folder))
        wait_until(
            lambda: _gathered(rooms, len(house.rooms)),
            f"the proxy did not find all rooms: {rooms.log()}",
            CONNECT_TIMEOUT_S,
        )
        yield Ours(_line(stack, house.stage, rooms.address))


def _gathered(rooms: Proxy, count: int) -> bool:
    latest = [line["presence"] for line in rooms.report() if line["event"] == "room"][-count:]
    return latest == ["together"] * count


@contextmanager
def at_once(house: House, folder: Path) -> Iterator[Commander]:
    with ExitStack() as stack:
        yield AtOnce(_lines(stack, house))


@contextmanager
def half_ping(house: House, folder: Path) -> Iterator[Commander]:
    with ExitStack() as stack:
        pings = [stack.enter_context(Ping(line).running()) for line in _lines(stack, house)]
        yield HalfPing(_lines(stack, house), pings)


WAYS: Mapping[str, Any] = {"at once": at_once, "half ping": half_ping, "ours": ours}


def _lines(stack: ExitStack, house: House) -> list[Line]:
    return [_line(stack, house.stage, (room.address, room.port)) for room in house.rooms.values()]


def _line(stack: ExitStack, host: Host, address: tuple[str, int]) -> Line:
    line = Line(host, address)
    stack.callback(line.close)
    return line


def _until(moment: float) -> None:
    """Returns at the local time `moment`: sleeps until shortly before, then polls the clock."""
    pause = threading.Event()
    while (left := moment - local_micros()) > 0:
        pause.wait(max(left - SLEEP_MARGIN, 0) / SECOND)
