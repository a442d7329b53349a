"""The router: owns the tunnel of every host and delivers packets between hosts when they are due.

A separate process, so that no test delays it, at real-time priority where that is permitted. It ends when its pipe to
the owner closes, and kills all processes on its hosts.
"""

import gc
import os
import select
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import count
from multiprocessing.connection import Connection
from random import Random
from typing import Any

from drumcircle_gui.timing.units import SECOND, Micros, local_micros, seconds

from . import namespaces
from .profiles import Line, Profile

MOST_PACKETS_AT_ONCE = 64
PRIORITY = 50
NETWORK = "10.77"
PREFIX = 16


@dataclass(frozen=True)
class Packets:
    """Packets that a host has sent, that were lost from or to it, and that it has received."""

    sent: int = 0
    lost: int = 0
    received: int = 0


@dataclass
class _Host:
    address: bytes
    namespace: int
    tunnel: int
    line: Line
    cut_until: int = 0
    sent: int = 0
    lost: int = 0
    received: int = 0

    def up(self, packet: bytes, now: Micros) -> Micros | None:
        self.sent += 1
        return self._counted(None if now < self.cut_until else self.line.up(len(packet), now))

    def down(self, packet: bytes, now: Micros) -> Micros | None:
        return self._counted(None if now < self.cut_until else self.line.down(len(packet), now))

    def write(self, packet: bytes) -> None:
        with suppress(BlockingIOError):  # the receive queue is full: the packet is lost
            os.write(self.tunnel, packet)
            self.received += 1

    def _counted(self, arrival: Micros | None) -> Micros | None:
        self.lost += arrival is None
        return arrival


@dataclass
class Router:
    """Packets on their way. `owner` sends (method, arguments) and receives the result or the OSError."""

    owner: Connection
    chance: Random
    hosts: dict[int, _Host] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._by_address: dict[bytes, _Host] = {}
        self._coming: list[tuple[Micros, int, Callable[[bytes, Micros], None], bytes]] = []
        self._numbers = count()
        self._home = namespaces.here()

    def run(self) -> None:
        """Until the owner closes the pipe."""
        with suppress(EOFError, ConnectionError):
            while True:
                self._turn()

    def close(self) -> None:
        owner = os.getppid()  # the owner may be inside one of its hosts, and lives on
        namespaces.clear([host.namespace for host in self.hosts.values()], {os.getpid(), owner})

    # --- asked by the owner

    def host(self, profile: Profile) -> tuple[int, int, str]:
        """Adds a host: its number, the open file (of this process) of its namespace, and its address."""
        number = len(self.hosts) + 1
        address = f"{NETWORK}.{number >> 8}.{number & 255}"
        with namespaces.inside(self._home):
            tunnel = namespaces.make(f"{address}/{PREFIX}")
            namespace = namespaces.here()
        packed = bytes(map(int, address.split(".")))
        host = _Host(packed, namespace, tunnel, self._line(profile))
        self.hosts[number] = self._by_address[packed] = host
        return number, namespace, address

    def set(self, number: int, profile: Profile) -> None:
        self.hosts[number].line = self._line(profile)

    def cut(self, number: int, duration_s: float) -> None:
        self.hosts[number].cut_until = Micros(local_micros() + seconds(duration_s))

    def packets(self, number: int) -> Packets:
        host = self.hosts[number]
        return Packets(host.sent, host.lost, host.received)

    def _line(self, profile: Profile) -> Line:
        return Line(profile, local_micros(), Random(self.chance.random()))

    # --- the packets

    def _turn(self) -> None:
        tunnels = {host.tunnel: host for host in self.hosts.values()}
        wait = max(self._coming[0][0] - local_micros(), 0) / SECOND if self._coming else None
        owner = self.owner.fileno()
        ready, _, _ = select.select([owner, *tunnels], [], [], wait)
        for each in ready:
            self._answer() if each == owner else self._take(tunnels[each])
        self._forward()

    def _answer(self) -> None:
        method, arguments = self.owner.recv()
        try:
            answer: Any = _ANSWERS[method](self, *arguments)
        except OSError as error:
            answer = error
        self.owner.send(answer)

    def _take(self, host: _Host) -> None:
        """Reads what a host has sent."""
        with suppress(BlockingIOError):
            for _ in range(MOST_PACKETS_AT_ONCE):
                packet = os.read(host.tunnel, namespaces.MTU)
                now = local_micros()
                if (at := host.up(packet, now)) is not None:
                    self._later(at, self._exchange, packet)

    def _exchange(self, packet: bytes, now: Micros) -> None:
        """Forwards a packet that reached the exchange to its destination, if that exists."""
        host = self._by_address.get(packet[16:20]) if packet[0] >> 4 == 4 else None
        if host is not None and (at := host.down(packet, now)) is not None:
            self._later(at, lambda packet, _: host.write(packet), packet)

    def _later(self, at: Micros, what: Callable[[bytes, Micros], None], packet: bytes) -> None:
        heappush(self._coming, (at, next(self._numbers), what, packet))

    def _forward(self) -> None:
        while self._coming and self._coming[0][0] <= local_micros():
            at, _, what, packet = heappop(self._coming)
            what(packet, at)  # at its due time, not ours: delays of this process must not accumulate


_ANSWERS: dict[str, Callable[..., Any]] = {
    "host": Router.host,
    "set": Router.set,
    "cut": Router.cut,
    "packets": Router.packets,
}


def serve(owner: Connection, seed: int | None) -> None:
    """The main function of the router's process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the owner handles Ctrl+C
    gc.disable()  # there are no reference cycles, and a collection would delay packets
    with suppress(PermissionError):
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(PRIORITY))
    router = Router(owner, Random(seed))
    try:
        router.run()
    finally:
        router.close()
