"""Measures delay and loss of a path with packets."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median

from drumcircle_gui.timing.units import SECOND, Micros, local_micros

from .internet import Host

REPLY_TIMEOUT_S = 1.0

Address = tuple[str, int]


@dataclass
class Echoes:
    """The packets that arrived of `sent`: their numbers in the order of arrival, and the time of each in seconds."""

    sent: int
    numbers: list[int] = field(default_factory=list)
    trips: list[float] = field(default_factory=list)

    @property
    def median_s(self) -> float:
        return median(self.trips)

    @property
    def lost(self) -> float:
        return 1 - len(self.numbers) / self.sent


@contextmanager
def echo(host: Host) -> Iterator[Address]:
    """Serves a UDP echo at the yielded address."""
    with _box(host) as box:
        thread = threading.Thread(target=_send_back, args=(box,))
        thread.start()
        try:
            yield box.getsockname()
        finally:
            box.sendto(b"", box.getsockname())
            thread.join()


def ping(host: Host, to: Address, count: int, gap: float) -> Echoes:
    """Sends `count` packets from `host` to an echo, one every `gap` seconds, and measures the round trips."""
    with _box(host) as box:
        return _measured(box, to, box, count, gap)


def send_one_way(host: Host, to: Host, count: int, gap: float) -> Echoes:
    """As `ping`, but measures one way; all hosts share one clock."""
    with _box(host) as box, _box(to) as other:
        return _measured(box, other.getsockname(), other, count, gap)


def connect_time_s(host: Host, to: Address) -> float:
    """Seconds until a TCP connection from `host` is established: one round trip and the work of both ends."""
    with host.inside():
        line = socket.socket()
    with line:
        line.settimeout(REPLY_TIMEOUT_S)
        begun = local_micros()
        line.connect(to)
        return (local_micros() - begun) / SECOND


@contextmanager
def accepting(host: Host) -> Iterator[Address]:
    """Accepts TCP connections at the yielded address."""
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
    end.settimeout(REPLY_TIMEOUT_S)
    listening = threading.Thread(target=_listen, args=(end, echoes))
    listening.start()
    for number in range(count):
        box.sendto(b"%d %d" % (number, local_micros()), to)
        pause.wait(gap)
    listening.join()
    return echoes


def _listen(box: socket.socket, echoes: Echoes) -> None:
    """Until all packets have arrived, or none arrives for REPLY_TIMEOUT_S."""
    while len(echoes.numbers) < echoes.sent:
        try:
            packet = box.recv(2048)
        except TimeoutError:
            return
        number, stamp = map(int, packet.split())
        echoes.numbers.append(number)
        echoes.trips.append(Micros(local_micros() - stamp) / SECOND)
