"""Observes rooms: status and position of each, polled fifty times a second; and clients of the proxy."""

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any, Self

from drumcircle_gui.timing.units import SECOND, Micros, local_micros, seconds
from tests.tools.rigs.jack import wait_until
from tests.tools.rigs.meddler import Meddler
from tests.tools.rigs.mpds import Mpd, quoted
from tests.tools.rigs.rooms import Proxy

from .house import WHITE, House
from .transcripts.line import CLOSED, NEVER, Line

EVERY = 0.02
JOIN_TIMEOUT_S = 30.0
STEP = Micros(25_000)
"""`elapsed` moves in steps of a chunk: 23.2 ms at most."""

TOGETHER = Micros(60_000)
"""Rooms whose positions differ by less than this count as together."""

ZERO = Micros(0)
EVEN = Micros(100_000)
"""A song whose position never deviates by more than this has not jumped."""

LATELY = seconds(0.4)


@dataclass(frozen=True, slots=True)
class Sight:
    """A room's report between `asked` and `heard`. `song`: its queue position; `place`: `elapsed` less local time."""

    asked: Micros
    heard: Micros
    state: str
    song: str
    file: str
    place: Micros | None

    @property
    def at(self) -> Micros:
        """The middle of the poll."""
        return Micros((self.asked + self.heard) // 2)


class Watch:
    """A context manager that polls a room fifty times a second, and reconnects while it is gone."""

    def __init__(self, room: Mpd) -> None:
        self.room = room
        self.sights: list[Sight] = []
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        wait_until(lambda: bool(self.sights), f"{self.room.name} says nothing")
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join(JOIN_TIMEOUT_S)
        assert not self._thread.is_alive(), f"{self.room.name} never stops answering"

    def since(self, moment: Micros) -> list[Sight]:
        return [sight for sight in self.sights[:] if sight.at >= moment]

    def lately(self) -> list[Sight]:
        return self.since(Micros(local_micros() - LATELY))

    def strayed(self, since: Micros) -> Micros:
        """How far the position has deviated from even progress since then, beyond the longest gap between polls."""
        sights = self.since(since)
        places = [sight.place for sight in sights if sight.place is not None]
        assert len({sight.song for sight in sights}) == 1 and len(places) == len(sights), "it did something else"
        unseen = max(after.at - before.at for before, after in pairwise(sights))
        return Micros(max(places) - min(places) - max(unseen - STEP, 0))

    def _run(self) -> None:
        while not self._over.wait(EVERY):
            try:
                self._look_on()
            except OSError:
                continue

    def _look_on(self) -> None:
        line = Line((self.room.address, self.room.port))
        try:
            line.reply()
            if self.room.password:
                line.send(b"password %s\n" % self.room.password.encode())
                line.reply()
            while not self._over.wait(EVERY):
                asked = local_micros()
                line.send(b"command_list_begin\nstatus\ncurrentsong\ncommand_list_end\n")
                reply = line.reply()
                if reply.endswith((CLOSED, NEVER)):
                    return
                self.sights.append(_sight(asked, local_micros(), fields(reply)))
        finally:
            line.close()


@contextmanager
def watched(rooms: Iterable[Mpd]) -> Iterator[list[Watch]]:
    with ExitStack() as stack:
        yield [stack.enter_context(Watch(room)) for room in rooms]


def apart(one: Sequence[Sight], other: Sequence[Sight]) -> float:
    """By how many microseconds two rooms' positions differ; infinite if they do not play the same."""
    if not one or not other or len({(each.file, each.state) for each in (*one, *other)}) > 1:
        return float("inf")
    places = [[each.place for each in sights if each.place is not None] for sights in (one, other)]
    return abs(median(places[0]) - median(places[1])) if all(places) else float("inf")


def come_together(
    watches: Sequence[Watch], complaint: str = "they are not together", since: Micros = ZERO, timeout: float = 20.0
) -> None:
    """Wait until all play the same together for LATELY, beginning no sooner than `since`. Raises AssertionError."""

    def are() -> bool:
        begun = Micros(local_micros() - LATELY)
        first, *others = (watch.since(begun) for watch in watches)
        return begun >= since and all(apart(first, other) < TOGETHER for other in others)

    wait_until(are, complaint, timeout)


def together_since(watches: Sequence[Watch], begin: Micros) -> Micros:
    """Since when the last of the watches has been together with the first."""
    reference, other = watches[0].since(begin), watches[-1].since(begin)
    found = local_micros()
    for sight in reversed(other):
        near = [each for each in reference if abs(each.at - sight.at) < SECOND // 10]
        if not near or apart(near, [sight]) > TOGETHER:
            break
        found = sight.at
    return found


class Client:
    """One connection to the proxy, or to a room."""

    def __init__(self, server: Proxy | Mpd) -> None:
        place = server.address if isinstance(server, Proxy) else (server.address, server.port)
        self._line = Line(place)
        self.greeting = self._line.reply()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._line.close()

    def say(self, *words: str) -> None:
        self._line.send(" ".join([words[0], *map(quoted, words[1:])]).encode() + b"\n")

    def hear(self) -> bytes:
        return self._line.reply()

    def ask(self, *words: str) -> bytes:
        """The complete reply."""
        self.say(*words)
        return self.hear()

    def status(self) -> dict[str, str]:
        return fields(self.ask("status"))


def revived(house: House) -> House:
    """All rooms run, nothing plays, and each has a sticker of its own by which `leading` knows it."""
    dead = [room for room in house.rooms if room.process is None or room.process.poll() is not None]
    for room in house.rooms:
        room.resume()
    for room in dead:
        room.start()
    house.fresh()
    for room in dead:
        reported(house.proxy, room.name, "together")
    for room in house.rooms:
        room.ask("sticker", "set", "song", WHITE, "room", room.name)
    return house


def playing(house: House, *files: str, options: Sequence[tuple[str, str]] = ()) -> None:
    """The rooms play the first of the files."""
    for words in options:
        house.ask(*words)
    for file in files:
        house.ask("add", file)
    house.ask("play", "0")
    house.all_say(state="play", song="0", playlistlength=str(len(files)))


def other(house: House, room: Mpd) -> Mpd:
    return next(each for each in house.rooms if each is not room)


def leading(proxy: Proxy, rooms: Iterable[Mpd]) -> Mpd:
    """Which of the rooms (after `revived`) leads."""
    with Client(proxy) as client:
        told = client.ask("sticker", "get", "song", WHITE, "room").decode()
    return next(room for room in rooms if f"room={room.name}\n" in told)


def led_by(proxy: Proxy, wanted: Mpd | Meddler, *others: Mpd | Meddler) -> None:
    """Make `wanted` lead: any room may at first, if others take long to connect. All are together."""
    for room in (wanted, *others):
        reported(proxy, room.name, "together")
    with Client(proxy) as client:
        names = [line[12:] for line in client.ask("outputs").decode().splitlines() if line.startswith("outputname: ")]
        for room in others:
            assert client.ask("disableoutput", str(names.index(room.name))) == b"OK\n"
        wait_until(lambda: _leads(proxy, wanted.name), f"{wanted.name} does not lead")
        for room in others:
            assert client.ask("enableoutput", str(names.index(room.name))) == b"OK\n"
            reported(proxy, room.name, "together")
    assert _leads(proxy, wanted.name)


def _leads(proxy: Proxy, name: str) -> bool:
    lines = [line for line in proxy.log().splitlines() if line.endswith(" leads from now on")]
    return bool(lines) and lines[-1].endswith(f" {name} leads from now on")


def fields(reply: bytes) -> dict[str, str]:
    """The values of a reply in which no name occurs twice, by name."""
    return dict(line.split(": ", 1) for line in reply.decode().splitlines() if ": " in line)


def presences(proxy: Proxy, room: str, since: Micros = ZERO) -> list[tuple[Micros, str]]:
    """The presences of a room in the report, with their times."""
    lines: list[dict[str, Any]] = [line for line in proxy.report() if line["event"] == "room" and line["room"] == room]
    return [(line["at"], line["presence"]) for line in lines if line["at"] >= since]


def reported(proxy: Proxy, room: str, presence: str, timeout: float = 20.0) -> Micros:
    """Wait until the report has that presence; the time of the first one from now on."""
    now = local_micros()

    def moments() -> list[Micros]:
        return [at for at, said in presences(proxy, room, now) if said == presence]

    wait_until(lambda: bool(moments()), f"{room} is never {presence}: {presences(proxy, room)[-3:]}", timeout)
    return moments()[0]


def _sight(asked: Micros, heard: Micros, said: dict[str, str]) -> Sight:
    place = Micros(seconds(float(said["elapsed"])) - (asked + heard) // 2) if "elapsed" in said else None
    return Sight(asked, heard, said.get("state", ""), said.get("song", ""), said.get("file", ""), place)
