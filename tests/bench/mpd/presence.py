"""Processor time of the idle proxy, notification times of many clients, and a house with many rooms."""

import selectors
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

from tests.bench.form import Row
from tests.bench.hindsight import quantiles
from tests.tools.rigs import mpds
from tests.tools.rigs.jack import wait_until
from tests.tools.rigs.mpds import Mpd

from .asking import Client, crowd, processor_share
from .beside import PLAYED, TIMEOUT_S, Scene, entered, row, served, together, where

IDLE = "idle options"
SETTLING_S = 5.0
"""After a start the proxy polls rooms more often for this time."""

POLLS, POLL_INTERVAL_S = 60, 0.0173
"""How often each room is asked for its elapsed time; the interval is no multiple of the steps in which that grows."""

CORE = "% of a core"


def at_rest(scene: Scene, seconds: float, idlers: int) -> Iterator[Row]:
    """Processor time while nothing plays: without clients, and with idle ones."""
    alone = processor_share(scene.proxy.process.pid, seconds)
    with crowd(scene.proxy.address, idlers, IDLE):
        crowded = processor_share(scene.proxy.process.pid, seconds)
    yield row("2 rooms", "stopped", CORE, None, alone)
    yield row("2 rooms", f"stopped, {idlers} idle", CORE, None, crowded)


def playing(scene: Scene, seconds: float) -> Iterator[Row]:
    """Processor time while two rooms play, without clients."""
    yield row("2 rooms", "playing", CORE, None, processor_share(scene.proxy.process.pid, seconds))


def events(scene: Scene, idlers: int, rounds: int) -> Iterator[Row]:
    """How long it takes from a command until each of the idle clients is notified."""
    places = (where(scene.bare), scene.proxy.address)
    each = [_notification_times(place, idlers, rounds) for place in places]
    for name, *both in zip(("p50", "p95", "p99"), *map(quantiles, each), strict=False):
        yield row(f"event to {idlers}", name, "ms", *both)


def house(count: int, seconds: float) -> Iterator[Row]:
    """A house with `count` rooms: processor time, stopped and playing, and how far the rooms are apart."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        music = mpds.music(Path(folder) / "music", PLAYED[:1])
        rooms = entered(stack, [mpds.mpd_server(music, name=f"room{number}") for number in range(count)])
        ours = stack.enter_context(served(rooms, Path(folder) / "proxy"))
        yield row(f"{count} rooms", "stopped", CORE, None, processor_share(ours.process.pid, seconds))
        play(ours.address, rooms, PLAYED[0].file)
        yield row(f"{count} rooms", "playing", CORE, None, processor_share(ours.process.pid, seconds))
        yield row(f"{count} rooms", "together", "rooms", None, len(together(ours)))
        yield row(f"{count} rooms", "apart", "ms", None, apart(rooms))


def play(address: tuple[str, int], rooms: Sequence[Mpd], *files: str) -> None:
    """Add files to the queue and play; returns when every room has played for SETTLING_S."""
    with Client(address) as client:
        for file in files:
            client.ask(f'add "{file}"')
        client.ask("play")
    wait_until(lambda: all(room.asked("status")["state"] == "play" for room in rooms), "not all rooms play", TIMEOUT_S)
    threading.Event().wait(SETTLING_S)


def apart(rooms: Sequence[Mpd]) -> float:
    """Milliseconds between the first and the last room. Each is polled often: its elapsed time grows in steps."""
    with ExitStack() as stack:
        clients = [stack.enter_context(Client(where(room))) for room in rooms]
        places = [float("-inf")] * len(clients)
        for _ in range(POLLS):
            places = [max(place, _place(client)) for place, client in zip(places, clients, strict=True)]
            threading.Event().wait(POLL_INTERVAL_S)
    return 1000 * (max(places) - min(places))


def _place(client: Client) -> float:
    """The room's elapsed time minus the local time, in s; too small by up to one step."""
    status = client.pairs("status")
    return float(status["elapsed"]) - time.perf_counter()


def _notification_times(address: tuple[str, int], idlers: int, rounds: int) -> list[float]:
    with crowd(address, idlers, IDLE) as clients, Client(address) as giver:
        return [took for number in range(rounds) for took in _notified(clients, giver, f"crossfade {number % 2 + 1}")]


def _notified(clients: Sequence[Client], giver: Client, command: str) -> Iterator[float]:
    """Milliseconds until each client is notified of a change; all are idle again afterwards."""
    with selectors.DefaultSelector() as selector:
        for client in clients:
            selector.register(client, selectors.EVENT_READ, client)
        began = time.perf_counter()
        giver.send(command)
        while selector.get_map():
            for key, _ in selector.select(TIMEOUT_S):
                yield 1000 * (time.perf_counter() - began)
                key.data.read_reply()
                selector.unregister(key.fileobj)
    giver.read_reply()
    for client in clients:
        client.send(IDLE)
