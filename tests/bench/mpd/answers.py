"""Reply times and throughput of a bare MPD server and of the proxy, in turns, and the memory of long replies."""

import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from statistics import median

from tests.bench.form import Row
from tests.bench.hindsight import quantiles

from .asking import Client
from .beside import QUEUE, Scene, in_parallel, row, where

READS = ("ping", "status", "currentsong", "playlistinfo", "outputs")
PIPELINED = ("ping", "status")
LONG, SEARCH, CHANGES = "listallinfo", 'search title "Song 1"', "plchanges 0"

SLOW_PIECE_BYTES = 65_536
MIB = 1024 * 1024


def round_trips(scene: Scene, rounds: int) -> Iterator[Row]:
    """Round trips of single commands."""
    took: dict[str, tuple[list[float], list[float]]] = {command: ([], []) for command in READS}
    with scene.both() as clients:
        for _ in range(rounds):
            for command, lists in took.items():
                for client, times in zip(clients, lists, strict=True):
                    times.append(client.time(command) * 1000)
    for command, lists in took.items():
        for name, *each in zip(("p50", "p95", "p99"), *map(quantiles, lists), strict=False):
            yield row(command, name, "ms", *each)


def pipelined(scene: Scene, count: int, rounds: int) -> Iterator[Row]:
    """Throughput of pipelined commands: all are sent before the first reply is read."""
    for command in PIPELINED:
        times = _in_turns(scene, _pipelined(command, count), rounds)
        yield row(command, "pipelined", "1/s", *(count / each for each in times))


def lengthy(scene: Scene, commands: Mapping[str, str], rounds: int) -> Iterator[Row]:
    """Throughput of long replies."""
    for command, of in commands.items():
        with Client(where(scene.bare)) as client:
            size = client.ask(command) / MIB
        times = _in_turns(scene, _took(command), rounds)
        yield row(_name(command), of, "MiB/s", *(size / each for each in times))


def memory(scene: Scene, commands: Mapping[str, str], slow: int, pause: float) -> Iterator[Row]:
    """Growth of the proxy's memory during long replies, read at full speed and slowly."""
    for command, of in commands.items():
        with Client(scene.proxy.address) as client:
            grown = _growth(scene, partial(client.ask, command))
        yield row(_name(command), f"{of}: memory", "MiB", None, grown)
    grown = _growth(scene, lambda: _slowly(scene, slow, pause))
    yield row(LONG, f"{slow} slow clients: memory", "MiB", None, grown)


def fill(scene: Scene, count: int) -> Iterator[Row]:
    """Adding `count` songs to every queue: how long it takes, and how long other clients wait meanwhile."""
    with scene.both() as clients, ThreadPoolExecutor(1) as pool:
        for client in clients:
            client.ask("stop")
            client.ask("clear")
        bare = clients[0].time(f"add {QUEUE}")
        began, pings = time.perf_counter(), _pings(scene.proxy.address)
        added = pool.submit(clients[1].time, f"add {QUEUE}")
        waited = [next(pings)]
        while not (added.done() and all(_has(where(room), count) for room in scene.rooms)):
            waited.append(next(pings))
        yield row("add", f"{count} songs", "s", bare, added.result())
        yield row("add", "until all have them", "s", None, time.perf_counter() - began)
        yield row("ping", "meanwhile, max", "ms", None, max(waited))


def _pings(address: tuple[str, int]) -> Iterator[float]:
    """Round trips of pings in ms, one after the other."""
    with Client(address) as client:
        while True:
            yield client.time("ping") * 1000


def _has(address: tuple[str, int], count: int) -> bool:
    with Client(address) as client:
        return client.pairs("status")["playlistlength"] == str(count)


def _slowly(scene: Scene, count: int, pause: float) -> None:
    """Start one long reply after the other, because MPD does nothing else while it makes one; then read all slowly."""
    with ExitStack() as stack:
        clients = [stack.enter_context(Client(scene.proxy.address, SLOW_PIECE_BYTES)) for _ in range(count)]
        begun = [(client, client.begin_reply(LONG)) for client in clients]
        in_parallel(lambda each: each[0].read_rest(each[1], pause), begun)


def _growth(scene: Scene, work: Callable[[], object]) -> float:
    before = scene.proxy.memory()
    scene.proxy.reset_peak()
    work()
    return (scene.proxy.peak() - before) / MIB


def _in_turns(scene: Scene, taking: Callable[[Client], float], rounds: int) -> list[float]:
    """The median times of the bare server and of the proxy, measured in turns."""
    with scene.both() as clients:
        found = [[taking(client) for client in clients] for _ in range(rounds)]
    return [median(each) for each in zip(*found, strict=True)]


def _took(command: str) -> Callable[[Client], float]:
    return lambda client: client.time(command)


def _pipelined(command: str, count: int) -> Callable[[Client], float]:
    return lambda client: client.pipelined(command, count)


def _name(command: str) -> str:
    return command.split()[0]
