"""Measuring a path with packets: what comes back, and after how long."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median

from drumcircle_gui.timing.units import SECOND, Micros, local_micros

from .internet import Host

PATIENCE = 1.0

Address = tuple[str, int]


@dataclass
class Echoes:
    """Of `sent` packets those that came: their numbers as they came, and how long each took in seconds."""

    sent: int
    numbers: list[int] = field(default_factory=list)
    trips: list[float] = field(default_factory=list)

    @property
    def usual(self) -> float:
        return median(self.trips)

    @property
    def lost(self) -> float:
        return 1 - len(self.numbers) / self.sent


@contextmanager
def echo(host: Host) -> Iterator[Address]:
    """Sends every UDP packet back that comes to this address."""
    with _box(host) as box:
        thread = threading.Thread(target=_send_back, args=(box,))
        thread.start()
        try:
            yield box.getsockname()
        finally:
            box.sendto(b"", box.getsockname())
            thread.join()


def ping(host: Host, to: Address, count: int, gap: float) -> Echoes:
    """Sends `count` packets from `host` to an echo, one every `gap` seconds, and waits for the last to come back."""
    with _box(host) as box:
        return _measured(box, to, box, count, gap)


def throw(host: Host, to: Host, count: int, gap: float) -> Echoes:
    """The same, one way: all hosts have one clock."""
    with _box(host) as box, _box(to) as other:
        return _measured(box, other.getsockname(), other, count, gap)


def dial(host: Host, to: Address) -> float:
    """How many seconds a TCP connection from `host` takes to stand: a round trip, and what the two ends take."""
    with host.inside():
        line = socket.socket()
    with line:
        line.settimeout(PATIENCE)
        begun = local_micros()
        line.connect(to)
        return (local_micros() - begun) / SECOND


@contextmanager
def answering(host: Host) -> Iterator[Address]:
    """Takes TCP connections at this address."""
    with host.inside():
        door = socket.create_server((host.address, 0))
    with door:
        yield door.getsockname()


@contextmanager
def _box(host: Host) -> Iterator[socket.socket]:
    with host.inside():
        box = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    with box:
        box.bind((host.address, 0))
        yield box


def _send_back(box: socket.socket) -> None:
    while True:
        packet, sender = box.recvfrom(2048)
        if not packet:
            return
        box.sendto(packet, sender)


def _measured(box: socket.socket, to: Address, end: socket.socket, count: int, gap: float) -> Echoes:
    echoes, pause = Echoes(count), threading.Event()
    end.settimeout(PATIENCE)
    listening = threading.Thread(target=_listen, args=(end, echoes))
    listening.start()
    for number in range(count):
        box.sendto(b"%d %d" % (number, local_micros()), to)
        pause.wait(gap)
    listening.join()
    return echoes


def _listen(box: socket.socket, echoes: Echoes) -> None:
    """Until all are there, or nothing comes any more."""
    while len(echoes.numbers) < echoes.sent:
        try:
            packet = box.recv(2048)
        except TimeoutError:
            return
        number, stamp = map(int, packet.split())
        echoes.numbers.append(number)
        echoes.trips.append(Micros(local_micros() - stamp) / SECOND)
