"""One client's flood must not starve another client: how long `status` takes, beside an idle proxy in the same run."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from statistics import quantiles

import pytest

from drumcircle_gui.timing.units import Micros, local_micros
from tests.mpd.house import House
from tests.mpd.transcripts.line import Line
from tests.mpd.watching import Client
from tests.tools.rigs.mpds import Mpd
from tests.tools.rigs.rooms import Proxy

pytestmark = [pytest.mark.slow, pytest.mark.alone]

JOIN_TIMEOUT_S = 20.0

ASKED = 150
MOST = Micros(20_000)
"""Longest wait that is not noticed; on a machine with other work, four times the idle 90th percentile."""

TIMES_IDLE = 4


def waits(house: House) -> Micros:
    """The 90th percentile of the duration of `status`, so that one stall of the machine does not decide."""
    found = []
    with Client(house.proxy) as client:
        for _ in range(ASKED):
            begun = local_micros()
            assert client.ask("status").endswith(b"OK\n")
            found.append(local_micros() - begun)
    return Micros(round(quantiles(found, n=10)[-1]))


def unknown(line: socket.socket) -> None:
    line.sendall(b"foo\n" * 4_000)
    line.recv(1 << 20)


def pings(line: socket.socket) -> None:
    line.sendall(b"command_list_ok_begin\n" + b"ping\n" * 150_000 + b"command_list_end\n")
    while (data := line.recv(1 << 20)) and not data.endswith(b"list_OK\nOK\n"):
        pass


def guesses(line: socket.socket) -> None:
    line.sendall(b"password x\n" * 100)
    line.recv(1 << 20)


@contextmanager
def flooded(house: House, attack: Callable[[socket.socket], None]) -> Iterator[None]:
    """A context in which one client repeats a command without pause."""
    over = threading.Event()
    line = socket.create_connection(house.proxy.address, 5)

    def run() -> None:
        with suppress(OSError):
            line.recv(100)
            while not over.is_set():
                attack(line)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        with suppress(OSError):  # it was disconnected
            line.shutdown(socket.SHUT_RDWR)
        thread.join(JOIN_TIMEOUT_S)
        line.close()
        assert not thread.is_alive()


@pytest.mark.parametrize("attack", [unknown, pings, guesses])
def test_a_flood_does_not_starve_other_clients(shared: House, attack: Callable[[socket.socket], None]) -> None:
    shared.fresh()
    idle = waits(shared)
    with flooded(shared, attack):
        attacked = waits(shared)
    assert attacked < max(TIMES_IDLE * idle, MOST), f"idle {idle}, attacked {attacked}"


@pytest.fixture
def guarded(mpd: Callable[..., Mpd], proxy: Callable[..., Proxy]) -> Proxy:
    """A proxy with a password, which the test does not need."""
    everything = ["read", "add", "player", "control", "admin"]
    passwords = [{"password": "secret", "permissions": everything}]
    return proxy(mpd("kitchen"), passwords=passwords, default_permissions=everything)


def test_a_wrong_password_costs_time(guarded: Proxy) -> None:
    with Client(guarded) as client:
        begun = local_micros()
        for _ in range(20):
            assert client.ask("ping") == b"OK\n"
        pinged = local_micros()
        assert client.ask("password", "guess").startswith(b"ACK [3@0] {password}")
        assert local_micros() - pinged > 3 * (pinged - begun)
        assert client.ask("password", "secret") == b"OK\n"


def test_many_connections_do_not_guess_faster(guarded: Proxy) -> None:
    lines = [Line(guarded.address) for _ in range(30)]
    try:
        for line in lines:
            line.reply()
            line.send(b"password guess\n")
        assert sum(b"(closed)" in line.reply() for line in lines) >= 20
    finally:
        for line in lines:
            line.close()
