"""A long evening: `python -m tests.tools.soak --minutes 30`.

Fifty bots in several processes, some of them and one of two listening players behind a wire that is cut for 3 s again
and again; guests who come and go; a conductor who changes the tempo every 20 s. Memory, threads and open files of the
server and of the players must stay what they were, and so must the spread of what the players hear.
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
from tests.tools.rigs.cuttable_link import Wire
from tests.tools.rigs.process_usage import Vitals

BOTS = (15, 15, 10)
BOTS_BEHIND_THE_WIRE = 10
GUESTS = 5

CUT_FOR = 3.0
CUT_EVERY = 45.0
TEMPO_EVERY = 20.0
GUESTS_EVERY = 15.0
GUESTS_STAY = 10.0
ROWS = 15

# Growth that says nothing: guests are there or not, and who was cut off comes back.
LEEWAY = {"memory": 6.0, "threads": 2, "files": GUESTS + BOTS_BEHIND_THE_WIRE + 2}
SPREAD = 2_000  # micros by which two players on one machine may be apart, at the 99th percentile

COMMAND = (sys.executable, "-m", "drumcircle_gui")


@dataclass
class Program:
    """A command of ours in a process of its own."""

    name: str
    process: asyncio.subprocess.Process
    report: Path
    seen: list[Vitals] = field(default_factory=list)

    def lines(self, event: str) -> list[dict[str, Any]]:
        whole = self.report.read_text().rpartition("\n")[0].splitlines() if self.report.exists() else []
        return [line for line in map(json.loads, whole) if line["event"] == event]


class Evening:
    """Everybody who is there."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._stack = folder, AsyncExitStack()
        self._numbers = count(1)
        self.watched: list[Program] = []
        self.tasks: list[int] = []
        self.guests = self.cuts = self.changes = 0

    async def begin(self) -> None:
        server = await self._start("server", "conduct", "--headless", "--bind", "127.0.0.1", "--port", "0")
        assert server.process.stdout
        said = json.loads(await server.process.stdout.readline())
        self.invite, leading = Invite.parse(said["invite"]), Invite.parse(said["conductor_invite"])
        self.wire = await Wire(self.invite).mend()
        self._stack.push_async_callback(self.wire.cut)
        self.conductor = Client(leading, "Oak")
        self.conductor.start()
        self._stack.push_async_callback(self.conductor.close)
        players = [await self._player("near", self.invite), await self._player("cut off", self.wire.invite)]
        for invite, number in (*((self.invite, each) for each in BOTS), (self.wire.invite, BOTS_BEHIND_THE_WIRE)):
            await self._start("bots", "bots", str(invite), "--count", str(number))
        self.watched, self.players = [server, *players], players

    async def end(self) -> None:
        await self._stack.aclose()

    async def look(self) -> None:
        """How is everybody?"""
        for program in self.watched:
            program.seen.append(Vitals.of(program.process.pid))
        self.tasks.append(len(asyncio.all_tasks()))

    # --- what happens again and again

    async def come_and_go(self) -> None:
        while True:
            arguments = ("bots", str(self.invite), "--count", str(GUESTS), "--seconds", str(GUESTS_STAY))
            async with self._running("guests", *arguments) as guests:
                await guests.process.wait()
            self.guests += GUESTS
            await asyncio.sleep(GUESTS_EVERY - GUESTS_STAY)

    async def change_tempo(self) -> None:
        for bpm in cycle((132, 96, 120, 144, 108)):
            await asyncio.sleep(TEMPO_EVERY)
            self.conductor.request(ChangeTimeline(self.conductor.circle.timeline.latest.epoch, tempo=tempo_of_bpm(bpm)))
            self.changes += 1

    async def cut_wire(self, every: float) -> None:
        while True:
            await asyncio.sleep(every - CUT_FOR)
            await self.wire.cut()
            await asyncio.sleep(CUT_FOR)
            await self.wire.mend()
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


async def soak(minutes: float, folder: Path) -> Evening:
    """The evening, over and done."""
    evening = Evening(folder)
    try:
        await evening.begin()
        cut_every = min(CUT_EVERY, minutes * 60 / 3)
        habits = [
            asyncio.create_task(habit)
            for habit in (evening.come_and_go(), evening.change_tempo(), evening.cut_wire(cut_every))
        ]
        for _ in range(ROWS):
            await asyncio.sleep(minutes * 60 / ROWS)
            await evening.look()
        for habit in habits:
            habit.cancel()
        for ended in await asyncio.gather(*habits, return_exceptions=True):
            if not isinstance(ended, asyncio.CancelledError):
                raise ended  # a habit never ends by itself
    finally:
        await evening.end()
    return evening


# --- what it showed --------------------------------------------------------------------------------------------------


def growth(seen: Sequence[Vitals]) -> dict[str, float]:
    """How much more of each there was in the last third than in the second."""
    third = len(seen) // 3
    before, after = seen[third : 2 * third], seen[2 * third :]
    return {
        name: median(getattr(each, name) for each in after) - median(getattr(each, name) for each in before)
        for name in LEEWAY
    }


def clock_error(program: Program) -> list[float]:
    """How far a player's idea of the time was from the truth, micros, in order: on one machine no clock drifts, so the
    truth is what all agree on in the middle."""
    offsets = [line["offset"] for line in program.lines("clock")][20:]
    return [offset - median(offsets) for offset in offsets]


@dataclass(frozen=True)
class Hearing:
    """What both players heard: strokes; of them late, or by one alone, or more than once; how far apart, and with
    what margin at the least, micros."""

    strokes: int
    late: int
    alone: int
    doubled: int
    spread: list[int]
    margin: int


def hearing(first: Program, second: Program) -> Hearing:
    """Without what one of them came too late for, or left too early."""
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


def verdict(evening: Evening) -> list[str]:
    """What should not have been; prints how it went."""
    say = sys.stdout.write
    for program in evening.watched:
        rows = [
            {"look": n, "MiB": round(v.memory, 1), "threads": v.threads, "files": v.files}
            for n, v in enumerate(program.seen)
        ]
        say(f"\n{program.name}\n{table(rows)}\n")
    complaints = [
        f"{program.name}: {name} grew by {by:.1f}"
        for program in evening.watched
        for name, by in growth(program.seen).items()
        if by > LEEWAY[name]
    ]
    heard = hearing(*evening.players)
    at = lambda share: heard.spread[int(len(heard.spread) * share)] if heard.spread else 0  # noqa: E731
    errors = {program.name: sorted(map(abs, clock_error(program))) for program in evening.players}
    say(f"\n{evening.guests} guests, {evening.cuts} cuts, {evening.changes} changes of tempo\n")
    say(f"{heard.strokes} strokes heard by both, {heard.alone} by one alone, ")
    say(f"{heard.late} late, {heard.doubled} doubled; the latest came {heard.margin / 1e6:.2f} s early\n")
    say(f"apart: median {at(0.5)}, p99 {at(0.99)}, most {at(0.9999)} us\n")
    for name, sizes in errors.items():
        say(f"clock of {name}: p95 {sizes[int(len(sizes) * 0.95)]:.0f}, most {sizes[-1]:.0f} us\n")
    say(f"tasks of the conductor and the wire: {evening.tasks}\n")
    wrong = [("late", heard.late), ("heard by one alone", heard.alone), ("doubled", heard.doubled)]
    complaints += [f"{number} strokes {what}" for what, number in wrong if number]
    return complaints + ([f"spread {at(0.99)} us"] if at(0.99) > SPREAD else [])


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.tools.soak", description="Play for long, and see what grows."
    )
    parser.add_argument("--minutes", type=float, default=30)
    minutes = parser.parse_args(arguments).minutes
    with tempfile.TemporaryDirectory(prefix="drumcircle-soak-") as folder:
        complaints = verdict(asyncio.run(soak(minutes, Path(folder))))
    sys.stdout.write("\n".join(complaints or ["All is well."]) + "\n")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
