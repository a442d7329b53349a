"""Processor time and tick lateness of the server while 50 to 2,000 clients play, and strokes lost.

Aims: at most 5 % of a core for 50 clients and 60 % for 1,000; no stroke lost for up to 2,000 clients (1,000 with TLS);
a fifth of the baseline's cost per delivery for 200 clients.

Baseline: a relay that forwards each stroke to each client by itself, without batches.

Needs: nothing.
"""

import math
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Protocol

from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.server.identity_io import load_identity
from drumcircle_gui.server.server_io import Server, ServerConfig
from tests.tools.baselines.relay import Relay

from .fleet import Fleet, Outcome
from .form import Aim, Cell, Result, Row, at_least, at_most
from .workers import Unanswered, Worker, answer

WARM_UP_S = 1.5
DELIVERY_TIMEOUT_S = 15.0
"""How long the last strokes may take to arrive before they count as lost."""


# With 10 strokes a second of 200 clients, one core is too slow for the relay; its cost per delivery shows with fewer.
LIGHT = 2

COLUMNS = {
    "struck": "struck",
    "lost": "lost",
    "cut": "cut off",
    "core": "% of a core",
    "starved": "% starved",
    "each": "us per delivery",
    "rate": "kB/s per client",
    "p50": "tick p50 ms",
    "p99": "tick p99 ms",
}
_NOTE = (
    "Rate: strokes per second of each client. Lost: missing deliveries of strokes. Cut off: clients that the server "
    "disconnected. Starved: the share of time in which the server was ready to run but other processes had the core; "
    "this delays ticks too. A row without figures: too much for this machine."
)


@dataclass(frozen=True)
class Case:
    """One row: the server, with or without TLS, the number of clients, the duration, and strokes/s of each client."""

    server: str
    tls: bool
    clients: int
    seconds: float
    rate: int = 10


@dataclass(frozen=True)
class Figures:
    """What a server delivered since the last request, and the lateness of its ticks in ms.

    `cpu`: processor time of its process since it started, in s; `starved`: how long it was ready to run without a core.
    """

    cpu: float
    starved: float
    deliveries: int
    bytes: int
    p50: float | None = None
    p99: float | None = None


class Served(Protocol):
    """A server to measure."""

    async def start(self) -> tuple[Invite, Invite]: ...

    async def figures(self) -> Figures: ...

    async def close(self) -> None: ...


class Batched:
    """The program's server."""

    def __init__(self, tls: bool, data_dir: Path) -> None:
        self._server = Server(ServerConfig(name="Stadium", bind="127.0.0.1", tls=tls, data_dir=data_dir))

    async def start(self) -> tuple[Invite, Invite]:
        await self._server.start()
        return self._server.invite, self._server.conductor_invite

    async def figures(self) -> Figures:
        stats = self._server.stats()
        late = stats.tick_lateness
        return Figures(time.process_time(), _starved(), stats.deliveries, stats.bytes, late.p50 / 1000, late.p99 / 1000)

    async def close(self) -> None:
        await self._server.close()


class Relayed:
    """The baseline: a relay without batches."""

    def __init__(self, tls: bool, data_dir: Path) -> None:
        self._relay = Relay()
        self._identity = load_identity(data_dir)
        self._tls = tls

    async def start(self) -> tuple[Invite, Invite]:
        port = await self._relay.start(self._identity.tls_context() if self._tls else None)
        invite = Invite("127.0.0.1", port, "Relay", "", self._identity.pin if self._tls else None)
        return invite, invite

    async def figures(self) -> Figures:
        figures = Figures(time.process_time(), _starved(), self._relay.deliveries, self._relay.bytes)
        self._relay.deliveries = self._relay.bytes = 0
        return figures

    async def close(self) -> None:
        self._relay.close()


SERVERS: dict[str, Callable[[bool, Path], Served]] = {"batched": Batched, "relay": Relayed}

QUICK = (
    *(Case("batched", False, clients, 2) for clients in (50, 200, 1000)),
    Case("batched", True, 200, 2),
    Case("relay", False, 200, 2, LIGHT),
)
WHOLE = (
    *(Case("batched", tls, clients, 10) for tls in (False, True) for clients in (50, 200, 500, 1000, 2000)),
    *(Case("relay", tls, clients, 10, rate) for tls in (False, True) for clients, rate in ((50, 10), (200, LIGHT))),
)


def run(quick: bool) -> Result:
    rows = {(case.server, case.tls, case.clients): measured(case) for case in (QUICK if quick else WHOLE)}
    return Result(list(rows.values()), _aims(rows), [_NOTE])


def measured(case: Case) -> Row:
    """The figures of a case; none if the case overloads this machine."""
    try:
        return _measured(case)
    except Unanswered:
        return _row(case)


def _measured(case: Case) -> Row:
    """Runs the server and the clients, each in a process."""
    with (
        tempfile.TemporaryDirectory() as data_dir,
        closing(Worker(serve, case, Path(data_dir))) as server,
        closing(Worker(crew, case, *server.ask("start"))) as fleet,
    ):
        fleet.ask("play")
        time.sleep(WARM_UP_S)
        before, began = server.ask("figures"), time.perf_counter()
        time.sleep(case.seconds)
        after, elapsed = server.ask("figures"), time.perf_counter() - began
        outcome = fleet.ask("rest")
    cpu, deliveries = after.cpu - before.cpu, max(after.deliveries, 1)
    return _row(
        case,
        struck=outcome.struck,
        lost=outcome.struck * case.clients - outcome.delivered + outcome.wrong,
        cut=len(outcome.closed),
        core=100 * cpu / elapsed,
        starved=100 * (after.starved - before.starved) / elapsed,
        each=1e6 * cpu / deliveries,
        rate=after.bytes / case.clients / elapsed / 1000,
        p50=after.p50,
        p99=after.p99,
    )


def serve(line: Connection, case: Case, data_dir: Path) -> None:
    served = SERVERS[case.server](case.tls, data_dir)
    answer(line, {"start": served.start, "figures": served.figures, "close": served.close})


def crew(line: Connection, case: Case, invite: Invite, conductor: Invite) -> None:
    fleet = Fleet(invite, conductor, case.clients, case.rate)

    async def rest() -> Outcome:
        return await fleet.rest(DELIVERY_TIMEOUT_S)

    answer(line, {"play": fleet.play, "rest": rest, "close": fleet.close})


def _row(case: Case, **figures: Cell) -> Row:
    about = {"server": case.server, "TLS": "yes" if case.tls else "no", "clients": case.clients, "rate": case.rate}
    return about | {title: figures.get(name) for name, title in COLUMNS.items()}


def _starved() -> float:
    """Seconds for which this process was ready to run without a core, from the kernel's schedstat; 0 without it."""
    book = Path("/proc/self/schedstat")
    return int(book.read_text().split()[1]) / 1e9 if book.exists() else 0.0


def _aims(rows: Mapping[tuple[str, bool, int], Row]) -> list[Aim]:
    return [
        *(
            at_most(f"{clients} clients", _figure(rows["batched", False, clients], "% of a core"), "% of a core", aim)
            for clients, aim in ((50, 5.0), (1000, 60.0))
        ),
        *(
            at_most(f"{clients} clients{' with TLS' if tls else ''}: lost", _figure(row, "lost"), "strokes", 0)
            for (server, tls, clients), row in rows.items()
            if server == "batched" and clients <= (1000 if tls else 2000)
        ),
        at_least("a relay's cost per delivery over ours, 200 clients", _advantage(rows), "times", 5.0),
    ]


def _advantage(rows: Mapping[tuple[str, bool, int], Row]) -> float:
    ours, theirs = (_figure(rows[server, False, 200], "us per delivery") for server in ("batched", "relay"))
    return theirs / ours


def _figure(row: Row, title: str) -> float:
    """A figure of a row; infinite if it is missing."""
    value = row[title]
    return float(value) if isinstance(value, int | float) else math.inf
