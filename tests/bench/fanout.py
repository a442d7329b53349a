"""What it costs the server to bring every stroke to everybody, beside a relay without batches; is anything lost?"""

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

WARMING_UP = 1.5
WAITED_FOR_THE_LAST = 15.0


# At 10 strokes a second a relay for 200 is lost for good on one core; what each delivery costs shows with fewer too.
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
    "Rate: strokes a second of each client. Lost: strokes not delivered to somebody. Cut off: clients "
    "the server closed the connection to. Starved: the share of time for which the server could have run but other "
    "processes had its core; ticks are late by that too. Without figures: too much for this machine."
)


@dataclass(frozen=True)
class Case:
    """One line of the table: which server, for how many clients, for how many seconds, striking how often a second."""

    server: str
    tls: bool
    clients: int
    seconds: float
    rate: int = 10


@dataclass(frozen=True)
class Figures:
    """What a server did since the last question; lateness of ticks in ms. Of its process in all, in seconds: processor
    time, and how long it could have run but had no core."""

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
    """Ours."""

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
    """The baseline."""

    def __init__(self, tls: bool, data_dir: Path) -> None:
        self._relay = Relay()
        self._identity = load_identity(data_dir)
        self._tls = tls

    async def start(self) -> tuple[Invite, Invite]:
        port = await self._relay.start(self._identity.context() if self._tls else None)
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
    """The figures; only the case itself if it was too much for this machine."""
    try:
        return _measured(case)
    except Unanswered:
        return _row(case)


def _measured(case: Case) -> Row:
    """Server and clients each in a process of their own."""
    with (
        tempfile.TemporaryDirectory() as data_dir,
        closing(Worker(serve, case, Path(data_dir))) as server,
        closing(Worker(crew, case, *server.ask("start"))) as fleet,
    ):
        fleet.ask("play")
        time.sleep(WARMING_UP)
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
        return await fleet.rest(WAITED_FOR_THE_LAST)

    answer(line, {"play": fleet.play, "rest": rest, "close": fleet.close})


def _row(case: Case, **figures: Cell) -> Row:
    about = {"server": case.server, "TLS": "yes" if case.tls else "no", "clients": case.clients, "rate": case.rate}
    return about | {title: figures.get(name) for name, title in COLUMNS.items()}


def _starved() -> float:
    """From the kernel's own book (schedstat); 0 where there is none."""
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
    """Infinite where there is none."""
    value = row[title]
    return float(value) if isinstance(value, int | float) else math.inf
