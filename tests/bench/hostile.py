"""Delays of honest members and memory of the server while strangers and members attack it.

Aims: the 99th percentile of the clock's and the strokes' delay at most 3 times as long as without an attack; the
clock's at most 20 ms; memory within 20 % of its idle value 30 s after the attack; no honest member disconnected.

Baseline: the same server and members between the attacks, in windows that alternate with attacked ones; and a control,
in which the attackers' process uses as much processor as in its attack, but leaves the server alone.

Cases: `--only TEXT` measures those whose names, such as "wrong keys, TLS", hold the text.

Needs: Linux (/proc, and all of 127.0.0.0/8 as addresses).
"""

import math
import os
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import mean, median

from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.tasks import prompt_process

from .cores import come_first
from .form import Aim, Cell, Result, Row, at_most, chosen
from .hostility.attacks import ATTACKS
from .hostility.bystander import Bystanders, Delays, percentile
from .hostility.foes import Foes
from .hostility.target import Target
from .workers import Worker, answer

WARM_UP_S = 1.0
SETTLE_S = 0.5
"""Pause after an attack, in which the server handles what is still queued. It counts neither as attacked
nor as idle."""

RECOVERY_S = 30.0
RECOVERED = 1.2
MAX_RATIO, MAX_CLOCK_MS = 3.0, 20.0
RATIOS = [(title, kind) for title in ("idle", "control") for kind in ("clock", "strokes")]

ROUNDS, WINDOW_S = 5, 1.5
UNDECIDED = (2.0, 4.5)
UNDECIDED_TIMES = 3
"""A case with a ratio within UNDECIDED is measured again, up to this many times in all, until none is. All its windows
count: the p99 of a few hundred delays of less than a millisecond varies by a third from window to window."""

ATTACKERS_NICENESS = 10
"""Niceness of the attackers, which are other machines in reality and must not take the server's processor time. If the
system allows it (as root), server and members also have priority over all other programs, whose load would blur the
figures."""

_NOTE = (
    "Delays in ms: p50/p99/p99 of the worst window; those of strokes include the wait for the server's tick of 25 ms. "
    "Windows without an attack (idle), with it (attacked), and with the attackers' processor time spent on nothing "
    "(control) alternate; p50 and p99 are the medians of the windows' own, since other programs and the machine's host "
    "stop everything for some milliseconds now and then. Cores: used by attackers, in the control, by the server idle, "
    "and by the server attacked. Memory in MB: idle, at most during the attack, afterwards. Did: what the attackers "
    "did a second; lines and strokes of theirs that others received a second."
)


@dataclass
class Observation:
    """What one attack did in each of its windows. `*_cores`: processor time a second."""

    idle: list[Delays] = field(default_factory=list)
    attacked: list[Delays] = field(default_factory=list)
    control: list[Delays] = field(default_factory=list)
    did: Counter[str] = field(default_factory=Counter)
    foes_cores: list[float] = field(default_factory=list)
    burnt_cores: list[float] = field(default_factory=list)
    idle_cores: list[float] = field(default_factory=list)
    attacked_cores: list[float] = field(default_factory=list)
    idle_mb: float = 0.0
    attacked_mb: float = 0.0
    after_mb: float = 0.0


@dataclass(frozen=True)
class Case:
    """An attack on a server with or without TLS."""

    attack: str
    tls: bool

    @property
    def name(self) -> str:
        return f"{self.attack}, {'TLS' if self.tls else 'plain'}"


def run(quick: bool, only: Sequence[str] = ()) -> Result:
    rounds, seconds = (2, 1.0) if quick else (ROUNDS, WINDOW_S)
    observed = {case: observe(case, rounds, seconds) for case in cases(quick, only)}
    return Result([_row(case, each) for case, each in observed.items()], _aims(list(observed.values())), [_NOTE])


def cases(quick: bool, only: Sequence[str]) -> list[Case]:
    """The cases whose names contain one of `only`, ignoring case; by default all, or with `quick` only the
    quick ones."""
    every = [Case(attack, tls) for tls in (False, True) for attack in ATTACKS]
    return chosen(every, only) or [case for case in every if not quick or (ATTACKS[case.attack].quick and not case.tls)]


def observe(case: Case, rounds: int, seconds: float) -> Observation:
    """A server, honest members and attackers, each in a process of its own, in `rounds` of windows or more."""
    seen = Observation()
    with ExitStack() as stack:
        circle = _start(stack, case.tls, ATTACKS[case.attack].history)
        foes = stack.enter_context(closing(Worker(attackers, circle.invite, case.attack, seconds)))
        time.sleep(WARM_UP_S)
        repeat(lambda: _observe_round(seen, circle, foes, seconds), rounds, lambda: undecided(seen))
        seen.after_mb = _recovered(circle, seen.idle_mb)
    return seen


def repeat(observe_round: Callable[[], None], rounds: int, goes_on: Callable[[], bool]) -> None:
    """Observe `rounds`, and as many again while `goes_on`: UNDECIDED_TIMES as many at most."""
    for _ in range(UNDECIDED_TIMES):
        for _ in range(rounds):
            observe_round()
        if not goes_on():
            break


def _observe_round(seen: Observation, circle: "Circle", foes: Worker, seconds: float) -> None:
    """One window idle, one attacked, one with the control."""
    _settle(circle)
    time.sleep(seconds)
    seen.idle.append(circle.delays())
    seen.idle_cores.append(circle.cores())
    seen.idle_mb = seen.idle_mb or circle.memory()
    foes.send("attack")
    seen.attacked_mb = max(seen.attacked_mb, _peak(circle, seconds))
    seen.attacked.append(circle.delays())
    seen.attacked_cores.append(circle.cores())
    did, cores = foes.receive()
    seen.did += did
    seen.foes_cores.append(cores)
    _settle(circle)
    seen.burnt_cores.append(foes.ask("burn"))
    seen.control.append(circle.delays())


@dataclass(frozen=True)
class Circle:
    """A server and its honest members."""

    server: Worker
    members: Worker
    invite: Invite

    def delays(self) -> Delays:
        """The members' delays since the last call."""
        delays: Delays = self.members.ask("delays")
        return delays

    def memory(self) -> float:
        return float(self.server.ask("memory"))

    def cores(self) -> float:
        """The cores that the server has used since the last call."""
        return float(self.server.ask("cores"))


def _start(stack: ExitStack, tls: bool, history: bool) -> Circle:
    data_dir = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    server = stack.enter_context(closing(Worker(serve, tls, history, data_dir)))
    invite, _ = server.ask("start")
    members = stack.enter_context(closing(Worker(stand_by, invite)))
    members.ask("join")
    return Circle(server, members, invite)


def serve(line: Connection, tls: bool, history: bool, data_dir: Path) -> None:
    target = Target(tls, history, data_dir)

    async def start() -> tuple[Invite, Invite]:
        invites = await target.start()
        come_first()  # the recovery log's thread has been started by now
        return invites

    answers = {"start": start, "memory": target.memory, "cores": target.cores, "close": target.close}
    with prompt_process():  # as in the program without a window
        answer(line, answers)


def stand_by(line: Connection, invite: Invite) -> None:
    members = Bystanders(invite)

    async def join() -> None:
        await members.join()
        come_first()

    with prompt_process():
        answer(line, {"join": join, "delays": members.delays, "close": members.close})


def attackers(line: Connection, invite: Invite, name: str, seconds: float) -> None:
    with suppress(PermissionError):
        os.nice(ATTACKERS_NICENESS)
    foes = Foes(invite, name, seconds)
    answer(line, {"attack": foes.attack, "burn": foes.burn, "close": foes.close})


def _settle(circle: Circle) -> None:
    time.sleep(SETTLE_S)
    circle.delays()
    circle.cores()


def _peak(circle: Circle, seconds: float) -> float:
    peak, end = 0.0, time.monotonic() + seconds
    while time.monotonic() < end:
        peak = max(peak, circle.memory())
        time.sleep(0.25)
    return peak


def _recovered(circle: Circle, idle_mb: float) -> float:
    end = time.monotonic() + RECOVERY_S
    while (memory := circle.memory()) > RECOVERED * idle_mb and time.monotonic() < end:
        time.sleep(0.5)
    return memory


def _row(case: Case, seen: Observation) -> Row:
    row: dict[str, Cell] = {"attack": case.attack, "TLS": "yes" if case.tls else "no", "rounds": len(seen.idle)}
    windows = {"idle": seen.idle, "control": seen.control, "attacked": seen.attacked}
    for kind in ("clock", "strokes"):
        for title, each in windows.items():
            row[f"{kind} {title}"] = "/".join(f"{figure:.1f}" for figure in figures(each, kind))
        for title in ("idle", "control"):
            row[f"{kind} x {title}"] = ratio(seen, kind, title)
    used = (seen.foes_cores, seen.burnt_cores, seen.idle_cores, seen.attacked_cores)
    row["cores"] = "/".join(f"{mean(each):.2f}" for each in used)
    row |= {"MB": f"{seen.idle_mb:.0f}/{seen.attacked_mb:.0f}/{seen.after_mb:.0f}", "dropped": dropped(seen)}
    row["did"] = _did(seen)
    return row


def _did(seen: Observation) -> str:
    did: dict[str, float] = {**seen.did, "lines": sum(each.chat_lines for each in seen.attacked)}
    strokes = [sum(each.foreign_strokes for each in windows) for windows in (seen.attacked, seen.idle)]
    did["strokes"] = strokes[0] - strokes[1]
    seconds = sum(each.seconds for each in seen.attacked)
    rates = {what: count / seconds for what, count in did.items()}
    return ", ".join(f"{what} {_short(rate)}" for what, rate in rates.items() if rate >= 0.05)


def _short(count: float) -> str:
    return f"{count / 1e6:.1f}M" if count >= 1e6 else f"{count / 1e3:.1f}k" if count >= 1e4 else f"{count:.3g}"


def _aims(each: Sequence[Observation]) -> list[Aim]:
    ratios = [
        at_most(f"{kind} p99, times {title}", max(ratio(seen, kind, title) for seen in each), "times", MAX_RATIO)
        for title, kind in RATIOS
    ]
    return [
        *ratios,
        at_most("clock p99", max(figures(seen.attacked, "clock")[1] for seen in each), "ms", MAX_CLOCK_MS),
        at_most("memory 30 s later, times idle", max(seen.after_mb / seen.idle_mb for seen in each), "", RECOVERED),
        at_most("members disconnected", sum(map(dropped, each)), "members", 0),
    ]


def figures(windows: Sequence[Delays], kind: str) -> tuple[float, float, float]:
    """p50 and p99 of these delays in ms, each as the median of the windows' own, and the p99 of the worst window."""
    p50, p99 = ([percentile(getattr(each, kind), percent) for each in windows] for percent in (50, 99))
    return median(p50), median(p99), max(p99)


def ratio(seen: Observation, kind: str, title: str) -> float:
    """The p99 of the attacked windows as a multiple of that of the windows `title`."""
    attacked, other = (figures(windows, kind)[1] for windows in (seen.attacked, getattr(seen, title)))
    return attacked / other if math.isfinite(attacked) else math.inf


def undecided(seen: Observation) -> bool:
    """Whether a ratio is so near its aim, above or below, that more windows may change on which side it is."""
    least, most = UNDECIDED
    return any(least < ratio(seen, kind, title) < most for title, kind in RATIOS)


def dropped(seen: Observation) -> int:
    """Honest members that were disconnected."""
    return seen.attacked[-1].dropped
