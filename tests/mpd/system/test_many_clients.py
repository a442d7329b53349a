"""Many clients at once: whatever the order of their requests, all rooms and all observers end with the same queue."""

import random
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from tests.mpd.house import House, queue
from tests.mpd.transcripts.line import Line
from tests.tools.rigs.jack import wait_until

pytestmark = [pytest.mark.slow]

DOERS, DEEDS = 4, 80
SAVED = 60
JOIN_TIMEOUT_S = 60.0
FILES = (b'"Noise/1 White.flac"', b'"Noise/2 Pink.flac"', b"untitled.flac", b'"Rain/Short/1 Drop.flac"')

Entry = tuple[bytes, bytes]
"""Id and file."""


class Client:
    def __init__(self, house: House) -> None:
        self._line = Line(house.proxy.address)
        self._line.reply()

    def say(self, command: bytes) -> bytes:
        self._line.send(command + b"\n")
        return self._line.reply()

    def pairs(self, command: bytes) -> list[tuple[bytes, bytes]]:
        parted = (line.partition(b": ") for line in self.say(command).splitlines()[:-1])
        return [(key, value) for key, _, value in parted]

    def entries(self, command: bytes = b"playlistinfo") -> list[tuple[int, Entry]]:
        """Place, id and file of each song in the reply."""
        found: list[tuple[int, Entry]] = []
        song: dict[bytes, bytes] = {}
        for key, value in self.pairs(command):
            song = {key: value} if key == b"file" else {**song, key: value}
            if key == b"Id":
                found.append((int(song[b"Pos"]), (value, song[b"file"])))
        return found

    def close(self) -> None:
        self._line.close()


class Watcher(Client):
    """Follows the queue as real clients do: by notifications, and by the changes since the last look."""

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self._version = b"0"
        self.queue: list[Entry] = []
        self._look()

    def watch(self, enough: threading.Event) -> None:
        while not enough.is_set():
            assert self.say(b"idle playlist message").endswith(b"OK\n")
            self._look()

    def _look(self) -> None:
        status = dict(self.pairs(b"status"))
        changes = self.entries(b"plchanges " + self._version)
        self._version = status[b"playlist"]
        length = int(status[b"playlistlength"])
        self.queue = [*self.queue[:length], *[(b"", b"")] * (length - len(self.queue))]
        for place, entry in changes:
            if place < length:
                self.queue[place] = entry


def _deed(chance: random.Random, ids: list[bytes]) -> bytes:
    """An action on the queue; `ids` are some that were in it a moment ago."""
    one, other = (chance.choice(ids) if ids else b"1" for _ in range(2))
    place = b"%d" % chance.randrange(6)
    return chance.choice(
        [
            b"addid " + chance.choice(FILES),
            b"addid " + chance.choice(FILES) + b" 0",
            b"add " + chance.choice(FILES),
            b"deleteid " + one,
            b"delete " + place,
            b"moveid " + one + b" " + place,
            b"swapid " + one + b" " + other,
            b"shuffle",
            b"prioid 5 " + one,
            b"command_list_begin\nadd " + chance.choice(FILES) + b"\nmove 0 1\ndelete 0\ncommand_list_end",
        ]
    )


def _do(house: House, seed: int, refused: list[bytes]) -> None:
    chance, client = random.Random(seed), Client(house)
    for _ in range(DEEDS):
        reply = client.say(_deed(chance, [entry[0] for _, entry in client.entries()]))
        if not reply.endswith(b"OK\n"):
            refused.append(reply)
    client.close()


def _run(works: Iterable[Callable[[], None]]) -> None:
    """Run all at once, each in a thread. Raises the first exception, or TimeoutError."""
    pool = ThreadPoolExecutor(DOERS)
    try:
        for future in [pool.submit(work) for work in works]:
            future.result(JOIN_TIMEOUT_S)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def test_all_end_with_the_same_queue(shared: House) -> None:
    shared.fresh()
    refused: list[bytes] = []
    enough, watcher = threading.Event(), Watcher(shared)
    watching = threading.Thread(target=watcher.watch, args=(enough,), daemon=True)
    watching.start()
    _run([partial(_do, shared, seed, refused) for seed in range(DOERS)])
    asking = Client(shared)
    there = [entry for _, entry in asking.entries()]
    wait_until(lambda: watcher.queue == there, "who watches knows another queue")
    enough.set()
    asking.say(b"swap 0 0" if there else b"clear")  # news, so that the watcher looks up
    watching.join(JOIN_TIMEOUT_S)
    assert not watching.is_alive()
    watcher.close()
    asking.close()
    assert len({number for number, _ in there}) == len(there)
    assert all(reply.startswith((b"ACK [2@", b"ACK [50@")) for reply in refused), refused
    files = [file.decode() for _, file in there]
    shared.both("another queue", lambda room: queue(room) == files)


def test_options_of_many_clients(shared: House) -> None:
    shared.fresh()

    def turn(seed: int) -> None:
        chance, client = random.Random(seed), Client(shared)
        for _ in range(DEEDS):
            name = chance.choice([b"repeat", b"random", b"single", b"consume"])
            assert client.say(b"%s %d" % (name, chance.randrange(2))) == b"OK\n"
            assert client.say(b"setvol %d" % chance.randrange(101)) == b"OK\n"
        client.close()

    _run([partial(turn, seed) for seed in range(DOERS)])
    kept = ("repeat", "random", "single", "consume", "volume")
    status = dict(line.split(": ", 1) for line in shared.ask("status"))
    shared.all_say(**{key: status[key] for key in kept})


def test_what_is_saved_is_the_same_in_every_room(shared: House) -> None:
    """Though the queue changes at once before and after."""
    shared.fresh()
    client = Client(shared)
    for number in range(SAVED):
        for command in (b"clear", b"save none%d", b"add untitled.flac", b"save one%d", b"add untitled.flac"):
            assert client.say(command % number if b"%" in command else command) == b"OK\n"
    client.close()
    for number in range(SAVED):
        shared.both("not empty", lambda room, at=number: room.ask("listplaylist", f"none{at}") == [])  # type: ignore[misc]
        shared.both("not one", lambda room, at=number: len(room.ask("listplaylist", f"one{at}")) == 1)  # type: ignore[misc]
