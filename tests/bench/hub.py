"""A hub with many circles of 8 players, with idle circles, with registrations, and with 10,000 listed circles.

Aims: 200 circles at 8 strokes a second and player on one core with TLS, nothing lost, p99 of the ticks' lateness at
most 5 ms; at most 300 KiB of memory for an idle circle; 10,000 listed circles, of which 100 a second change, searched
by 1,000 clients; 100 registrations a second beside play, nothing lost.

Baseline: none.

Needs: two cores without other work: one for the hub, one for the players.
"""

import asyncio
import math
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from drumcircle_gui.directory.hub_address import NO_TLS, HubAddress
from drumcircle_gui.hub.hub_io import Hub, HubConfig
from drumcircle_gui.hub.limits import HubLimits
from drumcircle_gui.protocol.directory import CreateCircle
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.server.acceptor_io import raise_file_limit
from drumcircle_gui.server.stats import Lateness
from drumcircle_gui.tasks import prompt_process
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import SECOND, local_micros, tempo_of_bpm

from .cores import come_first, pin_to
from .fanout import _starved
from .fleet import Fleet, Outcome
from .form import Cell, Result, Row, at_most
from .registering import Answers, register
from .searching import change_listings, listing, search
from .workers import Unanswered, Worker, answer

PLAYERS = 8
RATE = 8
WARM_UP_S = 3.0
DELIVERY_TIMEOUT_S = 20.0
STEP_S = 0.01
JOINING_AT_ONCE = 16
IDLE_CIRCLES = 500
LISTED = 10_000
SEARCHERS = 1_000
REGISTRATIONS = 100

CIRCLE = CreateCircle("Bench", tempo_of_bpm(120), Meter(16, 4))
"""The circle. Its period of 32 s is longer than any stall of the players' process, because older strokes
are dropped."""


@dataclass(frozen=True)
class Case:
    """So many circles that play, with or without TLS, for so many seconds; so many people a second register."""

    circles: int
    tls: bool
    seconds: float
    registrations: int = 0


@dataclass(frozen=True)
class Played:
    """The outcome of each circle, how late the players' process was, and how much of its core it used."""

    outcomes: list[Outcome]
    late: Lateness
    cpu: float


@dataclass(frozen=True)
class HubCost:
    """Seconds of the processor and without it, bytes of memory, and how late the ticks came since the last request."""

    cpu: float
    starved: float
    memory: int
    lateness: Lateness


QUICK = (Case(10, True, 3, 20), Case(10, True, 3))
WHOLE = (Case(50, True, 10, REGISTRATIONS), Case(50, True, 10), Case(100, True, 10), Case(200, True, 10))


def run(quick: bool) -> Result:
    rows = [_tried(case) for case in (QUICK if quick else WHOLE)]
    idle = idle_circle_kib(50 if quick else IDLE_CIRCLES)
    search = _searched(500 if quick else LISTED, 20 if quick else SEARCHERS)
    largest = rows[-1]
    aims = [
        at_most("beside registrations: lost", _figure(rows[0], "lost"), "strokes", 0),
        at_most("beside registrations: tick p99", _figure(rows[0], "tick p99 ms"), "ms late", 5.0),
        at_most(f"{largest['circles']} circles: lost", _figure(largest, "lost"), "strokes", 0),
        at_most(f"{largest['circles']} circles: tick p99", _figure(largest, "tick p99 ms"), "ms late", 5.0),
        at_most("an idle circle", idle, "KiB", 300.0),
        at_most("a search, p99", _figure(search, "search p99 ms"), "ms", 250.0),
    ]
    every = [*rows, {"circles": "idle", "KiB each": idle}, search]
    return Result([{title: row.get(title) for title in COLUMNS} for row in every], aims, [_NOTE])


COLUMNS = (
    *("circles", "TLS", "struck", "lost", "cut off", "% of a core", "% starved", "tick p50 ms", "tick p99 ms"),
    *("players' % of a core", "players late p99 ms", "registered", "declined", "unanswered"),
    *("KiB each", "searches", "search p50 ms", "search p99 ms"),
)
_NOTE = (
    "Starved: the share of time in which the hub was ready to run but other processes had the core. Late: how late the "
    "players' process, on the other core, came to its own work: where that is long, the figures are not the hub's."
)


def _tried(case: Case) -> Row:
    try:
        return measured(case)
    except Unanswered:
        return {"circles": case.circles, "TLS": "yes" if case.tls else "no"}


def _searched(listed: int, searchers: int) -> Row:
    try:
        return searched(listed, searchers)
    except Unanswered:
        return {"circles": f"{listed} listed"}


def measured(case: Case) -> Row:
    """Runs the hub and the players, each in a process."""
    with (
        tempfile.TemporaryDirectory() as data_dir,
        closing(Worker(serve, case.tls, Path(data_dir), case.circles, 0, case.registrations > 0)) as hub,
        closing(Worker(crew, where := hub.ask("start"))) as players,
        closing(Worker(register, where[0], max(case.registrations, 1), case.seconds)) as others,
    ):
        players.ask("play")
        time.sleep(WARM_UP_S)
        players.ask("begin")
        if case.registrations:
            others.send("register")
        before, began = hub.ask("cost"), time.perf_counter()
        time.sleep(case.seconds)
        after, elapsed = hub.ask("cost"), time.perf_counter() - began
        played: Played = players.ask("rest")
        answers: Answers = others.receive() if case.registrations else Counter()
    outcomes = played.outcomes
    struck, delivered = sum(o.struck for o in outcomes), sum(o.delivered for o in outcomes)
    return {
        "circles": case.circles,
        "TLS": "yes" if case.tls else "no",
        "struck": struck,
        "lost": struck * PLAYERS - delivered + sum(o.wrong for o in outcomes),
        "cut off": sum(len(o.closed) + o.dropped for o in outcomes),
        "% of a core": 100 * (after.cpu - before.cpu) / elapsed,
        "% starved": 100 * (after.starved - before.starved) / elapsed,
        "tick p50 ms": after.lateness.p50 / 1000,
        "tick p99 ms": after.lateness.p99 / 1000,
        "players' % of a core": played.cpu,
        "players late p99 ms": played.late.p99 / 1000,
        "registered": answers["registered"],
        "declined": answers["declined"],
        "unanswered": answers["unanswered"],
    }


def idle_circle_kib(count: int) -> float:
    """Memory of an idle circle, in KiB."""
    with tempfile.TemporaryDirectory() as folder, closing(Worker(serve, True, Path(folder), 0)) as hub:
        hub.ask("start")
        before = hub.ask("cost").memory
        for _ in range(count // 50):
            hub.ask("create")
        time.sleep(2)
        return (hub.ask("cost").memory - before) / (count // 50 * 50) / 1024


def searched(listed: int, searchers: int) -> Row:
    """How long searches take while many clients search again and again."""
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(Worker(serve, True, Path(folder), 0, listed)) as hub,
        closing(Worker(search, hub.ask("start"), searchers)) as clients,
    ):
        clients.ask("open")
        before, began = hub.ask("cost"), time.perf_counter()
        took = clients.ask("search")
        after, elapsed = hub.ask("cost"), time.perf_counter() - began
    late = Lateness.of(took)
    return {
        "circles": f"{listed} listed",
        "searches": len(took),
        "% of a core": 100 * (after.cpu - before.cpu) / elapsed,
        "% starved": 100 * (after.starved - before.starved) / elapsed,
        "search p50 ms": late.p50 / 1000,
        "search p99 ms": late.p99 / 1000,
    }


# --- in the processes ------------------------------------------------------------------------------------------------


def serve(line: Connection, tls: bool, data_dir: Path, circles: int, listed: int = 0, registered: bool = False) -> None:
    """The hub's process."""
    pin_to(0)
    limits = HubLimits(circles=100_000, each=100_000)
    options = {"tls": tls, "recording": False, "registered": registered}
    hub = Hub(HubConfig(data_dir=data_dir, bind="127.0.0.1", limits=limits, **options))
    late: list[int] = []
    ticked = hub._tally.ticks.ticked

    def take(lateness: int) -> None:
        ticked(lateness)
        late.append(max(lateness, 0))

    hub._tally.ticks.ticked = take  # type: ignore[method-assign]

    async def create(wanted: int = 50) -> list[tuple[Invite, Invite]]:
        address = HubAddress("127.0.0.1", hub.port, hub.pin or NO_TLS)
        made = [await hub.circles.create(CIRCLE, "bench") for _ in range(wanted)]
        return [
            (address.invite(r.name, r.player_key, r.id), address.invite(r.name, r.conductor_key, r.id)) for r in made
        ]

    async def start() -> tuple[HubAddress, list[tuple[Invite, Invite]]]:
        await hub.start()
        come_first()
        for number in range(listed):
            hub.listings.show(listing(number), local_micros())
        if listed:
            hub._tasks.start(change_listings(hub.listings, listed), "changes of listings")
        return HubAddress("127.0.0.1", hub.port, hub.pin or NO_TLS), await create(circles)

    async def cost() -> HubCost:
        lateness = Lateness.of(late)
        late.clear()
        return HubCost(time.process_time(), _starved(), _memory(), lateness)

    with prompt_process():  # as in the program
        answer(line, {"start": start, "cost": cost, "create": create, "close": hub.close})


class Crew:
    """All players, in one process and one task."""

    def __init__(self, invites: list[tuple[Invite, Invite]]) -> None:
        raise_file_limit()
        self._fleets = [Fleet(*each, PLAYERS, RATE) for each in invites]
        self._playing: list[Fleet] = []
        self._late: list[int] = []
        self._turns = asyncio.Semaphore(JOINING_AT_ONCE)

    async def play(self) -> None:
        self._stepping = asyncio.create_task(self._step())
        await asyncio.gather(*map(self._join, self._fleets))

    async def rest(self) -> Played:
        """Stop striking, and wait until all strokes are delivered."""
        self._stepping.cancel()
        used = 100 * (time.process_time() - self._cpu) / (time.perf_counter() - self._began)
        outcomes = await asyncio.gather(*(fleet.rest(DELIVERY_TIMEOUT_S) for fleet in self._fleets))
        return Played(list(outcomes), Lateness.of(self._late), used)

    async def close(self) -> None:
        for fleet in self._fleets:
            await fleet.close()

    async def _join(self, fleet: Fleet) -> None:
        async with self._turns:
            await fleet.join()
            fleet.begin()
            self._playing.append(fleet)

    async def begin(self) -> None:
        """From now on, measure how late this process is."""
        self._late.clear()
        self._cpu, self._began = time.process_time(), time.perf_counter()

    async def _step(self) -> None:
        await self.begin()
        while True:
            due = local_micros() + round(STEP_S * SECOND)
            for fleet in self._playing:
                fleet.step()
            await asyncio.sleep(max(due - local_micros(), 0) / SECOND)
            self._late.append(max(local_micros() - due, 0))


def crew(line: Connection, where: tuple[HubAddress, list[tuple[Invite, Invite]]]) -> None:
    """The players' process."""
    pin_to(1)
    come_first()
    players = Crew(where[1])
    answer(line, {"play": players.play, "begin": players.begin, "rest": players.rest, "close": players.close})


def _memory() -> int:
    """Bytes of memory of this process."""
    for line in _lines("/proc/self/status"):
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) * 1024
    return 0


def _lines(path: str) -> Iterable[str]:
    return Path(path).read_text().splitlines()


def _figure(row: Row, title: str) -> float:
    value: Cell = row.get(title)
    return float(value) if isinstance(value, int | float) else math.inf
