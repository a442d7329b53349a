"""A long session: `python -m tests.tools.soak --minutes 30`. Exits with 1 if anything grows or a stroke is wrong.

Fifty bots in several processes and two listening players, some of them behind a link that is cut for 3 s repeatedly;
guests that join and leave; a conductor that changes the tempo every 20 s. Memory, threads and open files of the server
and of the players must not grow, and the same strokes must sound at the same time for both players.
"""

import argparse
import asyncio
import json
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from itertools import count, cycle
from pathlib import Path
from statistics import median
from typing import Any

from drumcircle_gui.client.client_io import Client
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.messages import ChangeTimeline
from drumcircle_gui.timing.units import tempo_of_bpm
from tests.bench.form import table
from tests.tools.rigs.cuttable_link import CuttableLink
from tests.tools.rigs.process_usage import ProcessUsage

BOTS = (15, 15, 10)
BOTS_BEHIND_THE_LINK = 10
GUESTS = 5

CUT_S = 3.0
CUT_INTERVAL_S = 45.0
TEMPO_INTERVAL_S = 20.0
GUESTS_INTERVAL_S = 15.0
GUESTS_STAY_S = 10.0
SAMPLES = 15

# Growth that is normal: guests may be present or not, and disconnected bots reconnect. Memory in MiB.
ALLOWANCE = {"memory": 6.0, "threads": 2, "files": GUESTS + BOTS_BEHIND_THE_LINK + 2}
MAX_SPREAD = 2_000  # microseconds: p99 of the difference between two players on one machine

COMMAND = (sys.executable, "-m", "drumcircle_gui")


@dataclass
class Program:
    """A command of the program, in a process of its own, and its resource usage over time."""

    name: str
    process: asyncio.subprocess.Process
    report: Path
    usage: list[ProcessUsage] = field(default_factory=list)

    def lines(self, event: str) -> list[dict[str, Any]]:
        whole = self.report.read_text().rpartition("\n")[0].splitlines() if self.report.exists() else []
        return [line for line in map(json.loads, whole) if line["event"] == event]


class Session:
    """The server, the conductor, the players and the bots, and what happens to them."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._stack = folder, AsyncExitStack()
        self._numbers = count(1)
        self.watched: list[Program] = []
        self.tasks: list[int] = []
        self.guests = self.cuts = self.changes = 0

    async def begin(self) -> None:
        server = await self._start("server", "conduct", "--headless", "--bind", "127.0.0.1", "--port", "0")
        assert server.process.stdout
        invites = json.loads(await server.process.stdout.readline())
        self.invite = Invite.parse(invites["invite"])
        self.link = await CuttableLink(self.invite).restore()
        self._stack.push_async_callback(self.link.cut)
        self.conductor = Client(Invite.parse(invites["conductor_invite"]), "Oak")
        self.conductor.start()
        self._stack.push_async_callback(self.conductor.close)
        players = [await self._player("near", self.invite), await self._player("cut off", self.link.invite)]
        for invite, number in (*((self.invite, each) for each in BOTS), (self.link.invite, BOTS_BEHIND_THE_LINK)):
            await self._start("bots", "bots", str(invite), "--count", str(number))
        self.watched, self.players = [server, *players], players

    async def end(self) -> None:
        await self._stack.aclose()

    async def sample(self) -> None:
        """Record the resource usage of all watched processes."""
        for program in self.watched:
            program.usage.append(ProcessUsage.of(program.process.pid))
        self.tasks.append(len(asyncio.all_tasks()))

    # --- repeated activities

    async def come_and_go(self) -> None:
        while True:
            arguments = ("bots", str(self.invite), "--count", str(GUESTS), "--seconds", str(GUESTS_STAY_S))
            async with self._running("guests", *arguments) as guests:
                await guests.process.wait()
            self.guests += GUESTS
            await asyncio.sleep(GUESTS_INTERVAL_S - GUESTS_STAY_S)

    async def change_tempo(self) -> None:
        for bpm in cycle((132, 96, 120, 144, 108)):
            await asyncio.sleep(TEMPO_INTERVAL_S)
            self.conductor.request(ChangeTimeline(self.conductor.circle.timeline.latest.epoch, tempo=tempo_of_bpm(bpm)))
            self.changes += 1

    async def cut_link(self, every: float) -> None:
        while True:
            await asyncio.sleep(every - CUT_S)
            await self.link.cut()
            await asyncio.sleep(CUT_S)
            await self.link.restore()
            self.cuts += 1

    # --- processes

    async def _player(self, name: str, invite: Invite) -> Program:
        silent = ("--audio", "none", "--midi-in", "none")
        return await self._start(name, "join", str(invite), "--headless", "--name", name, *silent)

    async def _start(self, name: str, *arguments: str) -> Program:
        return await self._stack.enter_async_context(self._running(name, *arguments))

    @asynccontextmanager
    async def _running(self, name: str, *arguments: str) -> AsyncIterator[Program]:
        folder = self._folder / str(next(self._numbers))
        folder.mkdir()
        report = folder / "report.jsonl"
        files = ("--data-dir", str(folder)) + (("--report", str(report)) if arguments[0] != "bots" else ())
        command = (*COMMAND, *((*files, *arguments) if arguments[0] == "bots" else (*arguments, *files)))
        process = await asyncio.create_subprocess_exec(
            *command, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
        )
        try:
            yield Program(name, process, report)
        finally:
            if process.returncode is None:
                process.terminate()
            await process.communicate()


async def soak(minutes: float, folder: Path) -> Session:
    """Run a session of that length; returns it when it has ended."""
    session = Session(folder)
    try:
        await session.begin()
        cut_every = min(CUT_INTERVAL_S, minutes * 60 / 3)
        activities = [
            asyncio.create_task(activity)
            for activity in (session.come_and_go(), session.change_tempo(), session.cut_link(cut_every))
        ]
        for _ in range(SAMPLES):
            await asyncio.sleep(minutes * 60 / SAMPLES)
            await session.sample()
        for activity in activities:
            activity.cancel()
        for ended in await asyncio.gather(*activities, return_exceptions=True):
            if not isinstance(ended, asyncio.CancelledError):
                raise ended  # an activity does not end by itself
    finally:
        await session.end()
    return session


# --- judgement -------------------------------------------------------------------------------------------------------


def growth(usage: Sequence[ProcessUsage]) -> dict[str, float]:
    """The growth of each resource from the second third of the samples to the last."""
    third = len(usage) // 3
    before, after = usage[third : 2 * third], usage[2 * third :]
    return {
        name: median(getattr(each, name) for each in after) - median(getattr(each, name) for each in before)
        for name in ALLOWANCE
    }


def clock_error(program: Program) -> list[float]:
    """The errors of a player's clock in microseconds, in order. On one machine clocks do not drift, so that the median
    is the truth."""
    offsets = [line["offset"] for line in program.lines("clock")][20:]
    return [offset - median(offsets) for offset in offsets]


@dataclass(frozen=True)
class Hearing:
    """What both players heard: the number of strokes, of late ones, of those that only one heard, and of repeated ones;
    the differences between the players (sorted) and the smallest arrival margin, in microseconds."""

    strokes: int
    late: int
    alone: int
    doubled: int
    spread: list[int]
    margin: int


def hearing(first: Program, second: Program) -> Hearing:
    """Compares the players' reports for the time in which both were present."""
    heard = [{(x["player"], x["pad"], x["beat"]): x for x in program.lines("heard")} for program in (first, second)]
    lines = [len(program.lines("heard")) for program in (first, second)]
    begin, end = (
        max(min(x["due"] for x in each.values()) for each in heard),
        min(max(x["due"] for x in each.values()) for each in heard),
    )
    common = [{key: x for key, x in each.items() if begin < x["due"] < end} for each in heard]
    both = common[0].keys() & common[1].keys()
    pairs = [(common[0][key]["left"], common[1][key]["left"]) for key in both]
    return Hearing(
        len(both),
        sum(x["left"] is None for each in common for x in each.values()),
        len(common[0].keys() ^ common[1].keys()),
        sum(lines) - sum(map(len, heard)),
        sorted(abs(a - b) for a, b in pairs if a is not None and b is not None),
        min(x["early"] for each in common for x in each.values()),
    )


def verdict(session: Session) -> list[str]:
    """The list of what was wrong; prints the figures of the session."""
    say = sys.stdout.write
    for program in session.watched:
        rows = [
            {"sample": n, "MiB": round(v.memory, 1), "threads": v.threads, "files": v.files}
            for n, v in enumerate(program.usage)
        ]
        say(f"\n{program.name}\n{table(rows)}\n")
    complaints = [
        f"{program.name}: {name} grew by {by:.1f}"
        for program in session.watched
        for name, by in growth(program.usage).items()
        if by > ALLOWANCE[name]
    ]
    heard = hearing(*session.players)
    at = lambda share: heard.spread[int(len(heard.spread) * share)] if heard.spread else 0  # noqa: E731
    errors = {program.name: sorted(map(abs, clock_error(program))) for program in session.players}
    say(f"\n{session.guests} guests, {session.cuts} cuts, {session.changes} changes of tempo\n")
    say(f"{heard.strokes} strokes heard by both, {heard.alone} by one alone, ")
    say(f"{heard.late} late, {heard.doubled} doubled; the latest came {heard.margin / 1e6:.2f} s early\n")
    say(f"apart: median {at(0.5)}, p99 {at(0.99)}, most {at(0.9999)} us\n")
    for name, sizes in errors.items():
        say(f"clock of {name}: p95 {sizes[int(len(sizes) * 0.95)]:.0f}, most {sizes[-1]:.0f} us\n")
    say(f"tasks of the conductor and the link: {session.tasks}\n")
    wrong = [("late", heard.late), ("heard by one alone", heard.alone), ("doubled", heard.doubled)]
    complaints += [f"{number} strokes {what}" for what, number in wrong if number]
    return complaints + ([f"spread {at(0.99)} us"] if at(0.99) > MAX_SPREAD else [])


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.tools.soak", description="Play for a long time and check that nothing grows."
    )
    parser.add_argument("--minutes", type=float, default=30)
    minutes = parser.parse_args(arguments).minutes
    with tempfile.TemporaryDirectory(prefix="drumcircle-soak-") as folder:
        complaints = verdict(asyncio.run(soak(minutes, Path(folder))))
    sys.stdout.write("\n".join(complaints or ["No faults."]) + "\n")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
