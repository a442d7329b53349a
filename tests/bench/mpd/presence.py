"""What the proxy costs while nobody asks it anything, how soon many clients hear of an event, and a house of rooms."""

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

from .asking import Client, burden, crowd
from .beside import PATIENCE, PLAYED, Scene, entered, row, served, together, where

IDLE = "idle options"
SETTLED = 5.0
"""Seconds after a start in which rooms are looked at more closely."""

LOOKS, BETWEEN = 60, 0.0173
"""How often each room is asked for its place in the song, and seconds between; those do not fall into step with it."""

CORE = "% of a core"


def at_rest(scene: Scene, seconds: float, idlers: int) -> Iterator[Row]:
    """Nothing plays: nobody is there, or clients that idle."""
    alone = burden(scene.proxy.process.pid, seconds)
    with crowd(scene.proxy.address, idlers, IDLE):
        thronged = burden(scene.proxy.process.pid, seconds)
    yield row("2 rooms", "stopped", CORE, None, alone)
    yield row("2 rooms", f"stopped, {idlers} idle", CORE, None, thronged)


def playing(scene: Scene, seconds: float) -> Iterator[Row]:
    """Two rooms play on, and nobody is there."""
    yield row("2 rooms", "playing", CORE, None, burden(scene.proxy.process.pid, seconds))


def events(scene: Scene, idlers: int, rounds: int) -> Iterator[Row]:
    """How long it takes from a command until each of the clients that idle has heard of it."""
    places = (where(scene.bare), scene.proxy.address)
    each = [_heard_of(place, idlers, rounds) for place in places]
    for name, *both in zip(("p50", "p95", "p99"), *map(quantiles, each), strict=False):
        yield row(f"event to {idlers}", name, "ms", *both)


def house(count: int, seconds: float) -> Iterator[Row]:
    """So many rooms that play."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        music = mpds.music(Path(folder) / "music", PLAYED[:1])
        rooms = entered(stack, [mpds.mpd_server(music, name=f"room{number}") for number in range(count)])
        ours = stack.enter_context(served(rooms, Path(folder) / "proxy"))
        yield row(f"{count} rooms", "stopped", CORE, None, burden(ours.process.pid, seconds))
        play(ours.address, rooms, PLAYED[0].file)
        yield row(f"{count} rooms", "playing", CORE, None, burden(ours.process.pid, seconds))
        yield row(f"{count} rooms", "together", "rooms", None, len(together(ours)))
        yield row(f"{count} rooms", "apart", "ms", None, apart(rooms))


def play(address: tuple[str, int], rooms: Sequence[Mpd], *files: str) -> None:
    """Returns when every room plays, and has for a while."""
    with Client(address) as client:
        for file in files:
            client.ask(f'add "{file}"')
        client.ask("play")
    wait_until(lambda: all(room.asked("status")["state"] == "play" for room in rooms), "they do not play", PATIENCE)
    threading.Event().wait(SETTLED)


def apart(rooms: Sequence[Mpd]) -> float:
    """Milliseconds between the first and the last room, each asked often enough to be known between the steps in which
    it tells its place."""
    with ExitStack() as stack:
        clients = [stack.enter_context(Client(where(room))) for room in rooms]
        places = [float("-inf")] * len(clients)
        for _ in range(LOOKS):
            places = [max(place, _place(client)) for place, client in zip(places, clients, strict=True)]
            threading.Event().wait(BETWEEN)
    return 1000 * (max(places) - min(places))


def _place(client: Client) -> float:
    """The room's place in the song at time 0, in seconds, or a little less."""
    status = client.said("status")
    return float(status["elapsed"]) - time.perf_counter()


def _heard_of(address: tuple[str, int], idlers: int, rounds: int) -> list[float]:
    with crowd(address, idlers, IDLE) as clients, Client(address) as giver:
        return [took for number in range(rounds) for took in _told(clients, giver, f"crossfade {number % 2 + 1}")]


def _told(clients: Sequence[Client], giver: Client, command: str) -> Iterator[float]:
    """Milliseconds until each of them has heard of what a command changes; all idle again afterwards."""
    with selectors.DefaultSelector() as selector:
        for client in clients:
            selector.register(client, selectors.EVENT_READ, client)
        begun = time.perf_counter()
        giver.tell(command)
        while selector.get_map():
            for key, _ in selector.select(PATIENCE):
                yield 1000 * (time.perf_counter() - begun)
                key.data.heard()
                selector.unregister(key.fileobj)
    giver.heard()
    for client in clients:
        client.tell(IDLE)
