"""Delays of players on a hub while others guess 1,000 passwords and 1,000 keys a second for a minute.

Aims: nobody gets in; for players whose network takes 10 ms, the 99th percentiles of the clock's round trip and of the
strokes' delay at most 1.2 times as long as in the control; memory flat within 10 % after the second window; nobody who
plays is disconnected; the owner of the guessed account can log in meanwhile.

Each case is guessed at for a minute in all: over TLS, whose handshakes bound how many keys one core can send and take,
and without it, where 1,000 keys a second are really sent.

Baseline: the same hub and players in the pauses between the guesses, 5 s before each 5 s of guesses; and a control, 5 s
after them, in which the guessers' process uses as much processor as before but sends nothing. The aims compare with
the control: guessers are other machines in reality.

Cases: `--only TEXT` measures those whose names, such as "16 addresses, TLS", hold the text.

Needs: Linux (/proc, and all of 127.0.0.0/8 as addresses), two cores without other work: one for the hub, one for all
others.
"""

import asyncio
import math
import random
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

from drumcircle_gui.directory.directory_client_io import open_directory
from drumcircle_gui.directory.hub_address import NO_TLS, HubAddress
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.hub.hub_io import Hub, HubConfig
from drumcircle_gui.protocol.directory import CreateCircle, LoggedIn, LogIn, OpenDirectory, Register
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.message_codec import encode
from drumcircle_gui.protocol.messages import PROTOCOL_VERSION, ChangeTimeline, Closing, Declined, Welcome
from drumcircle_gui.tasks import prompt_process
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import tempo_of_bpm

from .cores import come_first, pin_to
from .form import Aim, Result, Row, at_least, at_most, chosen
from .hostility.attacks import Counts
from .hostility.bystander import Bystanders, Delays
from .hostility.foes import burn
from .hostility.peer import HostilePeer
from .hostility.target import resident_mb
from .workers import Worker, answer

RATE = 1000
"""Guesses a second of each kind."""

CONNECTIONS = 64
"""Number of connections on which an attacker guesses passwords."""

AT_ONCE = 1024
"""Number of simultaneous connections on which attackers guess keys."""

NETWORK_MS = 10.0
"""Round trip of a player's network that is added, because the loopback has none."""

OWNER, PASSWORD = "Ada", "correct horse battery"
SETTLE_S = 1.0
MEMORY_SAMPLES = 20


@dataclass(frozen=True)
class Entrance:
    """The address and the credentials at which the attackers guess."""

    hub: HubAddress
    player: Invite


@dataclass(frozen=True)
class Case:
    """Guesses from a number of addresses."""

    addresses: int
    tls: bool = True

    @property
    def name(self) -> str:
        return f"{self.addresses} address{'es' if self.addresses > 1 else ''}, {'TLS' if self.tls else 'plain'}"


@dataclass
class Series:
    """The windows of one case: delays without and with guesses and in the control, memory before each and at the end,
    what was done, and how long each login of the owner took (infinite: it failed)."""

    idle: list[Delays] = field(default_factory=list)
    guessed: list[Delays] = field(default_factory=list)
    control: list[Delays] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)
    did: Counts = field(default_factory=Counter)
    seconds: float = 0
    logins: list[float] = field(default_factory=list)


CASES = Case(1), Case(16), Case(16, tls=False)
QUICK = CASES[0], CASES[2]


def run(quick: bool, only: Sequence[str] = ()) -> Result:
    cases = chosen(CASES, only) or (QUICK if quick else CASES)
    windows, seconds = (3, 2.0) if quick else (12, 5.0)
    found = {case: observe(case, windows, seconds) for case in cases}
    return Result([_row(case, each) for case, each in found.items()], _aims(found), [_NOTE])


_NOTE = (
    "Delays in ms, p50/p99 of all windows; those of strokes include the wait for the tick. Guesses "
    "a second: sent, and answered. Memory in MB before each window and after the last. Seconds that each login of the "
    "owner took."
)


def observe(case: Case, windows: int, seconds: float) -> Series:
    """Guesses in `windows`, each after one without."""
    with ExitStack() as stack:
        data_dir = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        hub = stack.enter_context(closing(Worker(serve, data_dir, case.tls)))
        entrance: Entrance = hub.ask("start")
        members = stack.enter_context(closing(Worker(stand_by, entrance.player)))
        members.ask("join")
        foes = stack.enter_context(closing(Worker(guessers, entrance, case.addresses, seconds)))
        owner = stack.enter_context(closing(Worker(log_in_again, entrance.hub)))
        series = Series()
        for _ in range(windows):
            time.sleep(SETTLE_S)
            members.ask("delays")
            time.sleep(seconds)
            series.idle.append(members.ask("delays"))
            series.memory.append(hub.ask("memory"))
            foes.send("guess")
            series.logins.append(owner.ask("log in"))
            series.did += foes.receive()
            series.guessed.append(members.ask("delays"))
            series.seconds += seconds
            time.sleep(SETTLE_S)
            members.ask("delays")
            foes.ask("burn")
            series.control.append(members.ask("delays"))
        time.sleep(seconds + SETTLE_S)
        series.memory.append(hub.ask("memory"))
        return series


def _row(case: Case, seen: Series) -> Row:
    row: dict[str, str | int | float] = {"addresses": case.addresses, "tls": "yes" if case.tls else "no"}
    for title, windows in (("idle", seen.idle), ("control", seen.control), ("guessed", seen.guessed)):
        row[f"clock {title}"] = f"{_ms(windows, 'clock', 50):.2f}/{_ms(windows, 'clock', 99):.2f}"
        row[f"strokes {title}"] = f"{_ms(windows, 'strokes', 50):.1f}/{_ms(windows, 'strokes', 99):.1f}"
    row["MB"] = "/".join(f"{each:.0f}" for each in seen.memory)
    row |= {f"{what}/s": seen.did[what] / seen.seconds for what in ("passwords", "answers", "keys", "keys answered")}
    return row | {"in": seen.did["in"], "logins s": "/".join(f"{each:.1f}" for each in seen.logins)}


def _aims(found: dict[Case, Series]) -> list[Aim]:
    series = list(found.values())
    sent = [each.did["keys"] / each.seconds for case, each in found.items() if not case.tls]
    return [
        *([at_least("keys sent a second without TLS", min(sent), "", 0.95 * RATE)] if sent else []),
        at_most("guessers who got in", sum(each.did["in"] for each in series), "", 0),
        at_most("clock p99 + 10 ms, times control", max(_ratio(each, "clock") for each in series), "times", 1.2),
        at_most("strokes p99 + 10 ms, times control", max(_ratio(each, "strokes") for each in series), "times", 1.2),
        at_most("memory, times after two windows", max(e.memory[-1] / e.memory[2] for e in series), "times", 1.1),
        at_most("players disconnected", sum(e.guessed[-1].dropped for e in series), "players", 0),
        at_least("windows in which the owner logged in", min(_share_in(e) for e in series), "", 1),
    ]


def _ratio(series: Series, figure: str) -> float:
    return (_ms(series.guessed, figure, 99) + NETWORK_MS) / (_ms(series.control, figure, 99) + NETWORK_MS)


def _share_in(series: Series) -> float:
    """The share of the owner's logins that succeeded."""
    return sum(map(math.isfinite, series.logins)) / len(series.logins)


def _ms(windows: list[Delays], figure: str, percentile: int) -> float:
    """A percentile of what was measured in all of `windows`."""
    measured = sorted(delay for window in windows for delay in getattr(window, figure))
    return float(measured[(len(measured) - 1) * percentile // 100]) / 1000


# --- in the processes ------------------------------------------------------------------------------------------------


def serve(line: Connection, data_dir: Path, tls: bool) -> None:
    """The hub, with an account and a circle."""
    pin_to(0)
    hub = Hub(HubConfig(data_dir=data_dir, bind="127.0.0.1", recording=False, registered=True, tls=tls))
    kept: list[asyncio.Task[None]] = []

    async def start() -> Entrance:
        await hub.start()
        at = HubAddress("127.0.0.1", hub.port, hub.pin or NO_TLS)
        async with open_directory(at) as client:
            await client.register(Register(OWNER, "ada@example.org", PASSWORD, hub.first_code))
        record = await hub.circles.create(CreateCircle("Oak", tempo_of_bpm(120), Meter(16, 16)), "bench")
        peer, _ = await HostilePeer.join(at.invite("Oak", record.conductor_key, record.id), "127.0.0.1")
        await peer.write(encode(ChangeTimeline(0, running=True)))
        kept.append(asyncio.create_task(peer.discard()))
        come_first()  # all threads have been started by now
        return Entrance(at, at.invite("Oak", record.player_key, record.id))

    async def memory() -> float:
        """Without the 64 MiB of a password's hash that may be under way: the least of some figures."""
        figures = []
        for _ in range(MEMORY_SAMPLES):
            figures.append(await resident_mb())
            await asyncio.sleep(0.05)
        return min(figures)

    with prompt_process():
        answer(line, {"start": start, "memory": memory, "close": hub.close})


def stand_by(line: Connection, invite: Invite) -> None:
    """The players."""
    pin_to(1)
    come_first()
    members = Bystanders(invite)
    answer(line, {"join": members.join, "delays": members.delays, "close": members.close})


def log_in_again(line: Connection, hub: HubAddress) -> None:
    """The owner of the guessed account logs in from another address."""
    pin_to(1)

    async def log_in() -> float:
        await asyncio.sleep(SETTLE_S)
        began = time.monotonic()
        try:
            async with open_directory(hub) as client:
                await client.log_in(OWNER, PASSWORD)
        except DrumCircleError:
            return math.inf
        return time.monotonic() - began

    answer(line, {"log in": log_in, "close": lambda: asyncio.sleep(0)})


def guessers(line: Connection, entrance: Entrance, addresses: int, seconds: float) -> None:
    """The attackers' process: guesses from so many addresses."""
    pin_to(1)
    sources = [f"127.0.66.{1 + number}" for number in range(addresses)]
    cores = 0.0

    async def guess() -> Counts:
        nonlocal cores
        began, used = time.monotonic(), time.process_time()
        counts: Counts = Counter()
        asyncio.get_running_loop().set_exception_handler(lambda _, context: None)  # connections that were cut
        attackers = [Attacker(entrance, source, RATE / addresses, counts) for source in sources]
        running = [asyncio.create_task(each.run()) for each in attackers]
        await asyncio.sleep(seconds)
        for task in running:
            task.cancel()
        await asyncio.wait(running)
        cores = (time.process_time() - used) / (time.monotonic() - began)
        return counts

    async def compute() -> float:
        return burn(cores, seconds)

    answer(line, {"guess": guess, "burn": compute, "close": lambda: asyncio.sleep(0)})


class Attacker:
    """Guesses passwords and keys from one address, `rate` a second of each."""

    def __init__(self, entrance: Entrance, source: str, rate: float, counts: Counts) -> None:
        self._entrance, self._source, self._rate, self._counts = entrance, source, rate, counts
        self._guessing = asyncio.Semaphore(max(1, round(AT_ONCE * rate / RATE)))

    async def run(self) -> None:
        each = max(1, round(CONNECTIONS * self._rate / RATE))
        async with asyncio.TaskGroup() as group:
            for number in range(each):
                group.create_task(self._guess_passwords(each / self._rate, number))
            group.create_task(self._guess_keys(group))

    async def _guess_passwords(self, every_s: float, number: int) -> None:
        while True:
            with suppress(OSError, EOFError, asyncio.IncompleteReadError):
                peer = await HostilePeer.connect(self._entrance.player, self._source)
                reading = asyncio.create_task(self._read(peer))
                try:
                    await peer.write(encode(OpenDirectory(PROTOCOL_VERSION)))
                    while not reading.done():
                        name = OWNER if number % 2 else f"Nobody {random.randrange(1000)}"
                        await peer.write(encode(LogIn(name, f"guess {random.random()}")))
                        self._counts["passwords"] += 1
                        await asyncio.sleep(every_s)
                finally:
                    reading.cancel()
                    await asyncio.wait([reading])
                    peer.abort()
            await asyncio.sleep(0.05)

    async def _read(self, peer: HostilePeer) -> None:
        with suppress(OSError, EOFError):
            while not isinstance(message := await peer.next_message(), Closing):
                self._counts["answers"] += isinstance(message, Declined)
                self._counts["in"] += isinstance(message, LoggedIn)

    async def _guess_keys(self, group: asyncio.TaskGroup) -> None:
        began, sent = time.monotonic(), 0
        while True:
            while sent < (time.monotonic() - began) * self._rate:
                await self._guessing.acquire()
                group.create_task(self._guess_key())
                sent += 1
            await asyncio.sleep(0.002)

    async def _guess_key(self) -> None:
        try:
            with suppress(OSError, EOFError):
                peer = await HostilePeer.connect(self._entrance.player, self._source)
                try:
                    peer.send_hello(f"{random.random()}")
                    self._counts["keys"] += 1
                    message = await peer.next_message()
                    self._counts["keys answered"] += isinstance(message, Closing)
                    self._counts["in"] += isinstance(message, Welcome)
                finally:
                    peer.abort()
        finally:
            self._guessing.release()
