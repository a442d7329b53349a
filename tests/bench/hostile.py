"""Delays of honest members and memory of the server while strangers and members attack it.

Aims: the 99th percentile of the clock's and the strokes' delay at most 3 times as long as without an attack; the
clock's at most 20 ms; memory within 20 % of its idle value 30 s after the attack; no honest member disconnected.

Baseline: the same server and members before the attack, and a twin that is not attacked, during it: what delays the
twin too is the machine's other work.

Needs: Linux (/proc, and all of 127.0.0.0/8 as addresses).
"""

import asyncio
import math
import os
import tempfile
import time
from collections import Counter
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.tasks import prompt_process

from .form import Aim, Cell, Result, Row, at_most
from .hostility.attacks import ATTACKS, attack
from .hostility.bystander import Bystanders, Delays
from .hostility.target import Target
from .workers import Worker, answer

WARM_UP_S = 1.0
RECOVERY_S = 30.0
RECOVERED = 1.2
MAX_RATIO, MAX_CLOCK_MS = 3.0, 20.0

ATTACKERS_NICENESS = 10
HONEST_NICENESS = -10
"""Attackers are other machines in reality: they must not take the processor of the server. Where the system allows it
(as root), server and members come before other programs too, since these would blur the figures."""

_NOTE = (
    "Delays in ms, p50/p99; those of strokes include the wait for the server's tick of 25 ms. Memory in MB: idle, at "
    "most during the attack, afterwards. Did: what the attackers did a second; lines and strokes of theirs that others "
    "received a second."
)


@dataclass(frozen=True)
class Observation:
    """What one attack did."""

    idle: Delays
    twin: Delays
    attacked: Delays
    idle_mb: float
    attacked_mb: float
    after_mb: float
    did: Counter[str]
    seconds: float


def run(quick: bool) -> Result:
    names = [name for name, each in ATTACKS.items() if each.quick or not quick]
    seconds = 2.0 if quick else 6.0
    modes = (False,) if quick else (False, True)
    observed = {(name, tls): observe(name, tls, seconds) for tls in modes for name in names}
    return Result([_row(*key, each) for key, each in observed.items()], _aims(observed), [_NOTE])


def observe(name: str, tls: bool, seconds: float) -> Observation:
    """Two servers with honest members; the attackers attack one. Each of them in a process of its own."""
    with ExitStack() as stack:
        server, twin = (_start(stack, tls, ATTACKS[name].history) for _ in range(2))
        foes = stack.enter_context(closing(Worker(attackers, server.invite, name, seconds)))
        time.sleep(WARM_UP_S)
        server.delays()
        time.sleep(seconds)
        idle, idle_mb = server.delays(), server.memory()
        twin.delays()
        foes.send("attack")
        attacked_mb = _peak(server, seconds)
        attacked, beside, did = server.delays(), twin.delays(), foes.receive()
        after_mb = _recovered(server, idle_mb)
        return Observation(idle, beside, attacked, idle_mb, attacked_mb, after_mb, did, seconds)


@dataclass(frozen=True)
class Circle:
    """A server and its honest members."""

    server: Worker
    members: Worker
    invite: Invite

    def delays(self) -> Delays:
        delays: Delays = self.members.ask("delays")
        return delays

    def memory(self) -> float:
        return float(self.server.ask("memory"))


def _start(stack: ExitStack, tls: bool, history: bool) -> Circle:
    data_dir = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    server = stack.enter_context(closing(Worker(serve, tls, history, data_dir)))
    invite, _ = server.ask("start")
    members = stack.enter_context(closing(Worker(stand_by, invite)))
    members.ask("join")
    return Circle(server, members, invite)


def serve(line: Connection, tls: bool, history: bool, data_dir: Path) -> None:
    _prioritise(HONEST_NICENESS)
    target = Target(tls, history, data_dir)
    with prompt_process():  # as in the program without a window
        answer(line, {"start": target.start, "memory": target.memory, "close": target.close})


def stand_by(line: Connection, invite: Invite) -> None:
    _prioritise(HONEST_NICENESS)
    members = Bystanders(invite)
    answer(line, {"join": members.join, "delays": members.delays, "close": members.close})


def attackers(line: Connection, invite: Invite, name: str, seconds: float) -> None:
    _prioritise(ATTACKERS_NICENESS)
    answer(line, {"attack": lambda: attack(invite, name, seconds), "close": lambda: asyncio.sleep(0)})


def _prioritise(niceness: int) -> None:
    with suppress(PermissionError):
        os.nice(niceness)


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


def _row(name: str, tls: bool, seen: Observation) -> Row:
    row: dict[str, Cell] = {"attack": name, "TLS": "yes" if tls else "no"}
    for title, delays in (("idle", seen.idle), ("twin", seen.twin), ("attacked", seen.attacked)):
        row[f"clock {title}"] = f"{delays.clock_p50:.1f}/{delays.clock_p99:.1f}"
        row[f"strokes {title}"] = f"{delays.stroke_p50:.0f}/{delays.stroke_p99:.0f}"
    row |= {"MB": f"{seen.idle_mb:.0f}/{seen.attacked_mb:.0f}/{seen.after_mb:.0f}", "dropped": seen.attacked.dropped}
    did = {what: count / seen.seconds for what, count in seen.did.items()}
    did |= {"lines": seen.attacked.chat_lines, "strokes": seen.attacked.foreign_strokes - seen.idle.foreign_strokes}
    row["did"] = ", ".join(f"{what} {_short(count)}" for what, count in did.items() if count >= 0.05)
    return row


def _short(count: float) -> str:
    return f"{count / 1e6:.1f}M" if count >= 1e6 else f"{count / 1e3:.1f}k" if count >= 1e4 else f"{count:.3g}"


def _aims(observed: dict[tuple[str, bool], Observation]) -> list[Aim]:
    each = list(observed.values())
    return [
        at_most("clock p99, times idle", _worst(each, "clock_p99"), "times", MAX_RATIO),
        at_most("strokes p99, times idle", _worst(each, "stroke_p99"), "times", MAX_RATIO),
        at_most("clock p99, times the twin's", _worst(each, "clock_p99", "twin"), "times", MAX_RATIO),
        at_most("strokes p99, times the twin's", _worst(each, "stroke_p99", "twin"), "times", MAX_RATIO),
        at_most("clock p99", max(seen.attacked.clock_p99 for seen in each), "ms", MAX_CLOCK_MS),
        at_most("memory 30 s later, times idle", max(seen.after_mb / seen.idle_mb for seen in each), "", RECOVERED),
        at_most("members disconnected", sum(seen.attacked.dropped for seen in each), "members", 0),
    ]


def _worst(observed: list[Observation], figure: str, beside: str = "idle") -> float:
    """The largest `figure` of attacked servers, as a multiple of that of `beside`."""
    pairs = [(getattr(seen.attacked, figure), getattr(getattr(seen, beside), figure)) for seen in observed]
    return max(attacked / other if math.isfinite(attacked) else math.inf for attacked, other in pairs)
