"""Stalls of the windows' event loop and frames per second of the ring, while fifty or two hundred bots play.

Aims: with 50 bots that strike 10 times a second, at least 60 frames per second, and p99 of the stalls at most 16 ms;
the same for a conductor with 200 players, a mode running and the editor of the guide open.

Baseline: an empty window at the same time, which shows the noise of the machine.

Cases: `--only TEXT` measures those whose names, such as "player, samba", hold the text.

Needs: Xvfb.
"""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from itertools import groupby
from multiprocessing.connection import Connection
from operator import attrgetter
from pathlib import Path
from statistics import median
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from drumcircle_gui import cli
from drumcircle_gui.client.circle_view import now_in
from drumcircle_gui.conductor.conductor_state import start_or_stop
from drumcircle_gui.conductor.mode_intents import ChooseMode
from drumcircle_gui.modes.catalogue import ModeChoice
from drumcircle_gui.paths import Paths
from drumcircle_gui.qt.collector import Collector
from drumcircle_gui.qt.loop import PreciseLoop
from drumcircle_gui.shell import app
from drumcircle_gui.shell import window as program_window
from drumcircle_gui.shell.circle_screens import CircleAndRoomsScreen
from drumcircle_gui.shell.options import reporting
from drumcircle_gui.tasks import LoopThread
from tests.tools.rigs.screen import screen

from .form import Aim, Result, Row, at_least, at_most, chosen
from .gauge import Figures, Gauge
from .workers import Worker, answering

BOTS = 50
RATE = 10
MANY = 200
SLOW_RATE = 2.5
"""Strokes per second of each of 200 bots."""

FULL = "conductor, mode, editor"
"""The conductor's window while a mode runs and the editor of the guide is open."""
JOINING_S = 2.0
FIRST_PERIOD_S = 8.5
"""Until the strokes of all bots come round: one period, and the time they need to join."""
REPORT = "report.jsonl"


PLAYING: dict[str, tuple[str, ...]] = {
    "nothing": ("--rate", "0.001"),
    f"{RATE}/s each": ("--rate", str(RATE)),
    "samba": ("--pattern", "samba"),
    f"{SLOW_RATE}/s each": ("--rate", str(SLOW_RATE)),
}
NOTHING, EVENLY, NATURALLY, SLOWLY = PLAYING


@dataclass(frozen=True)
class Case:
    """One row: the window, what so many bots play, and the duration in s."""

    window: str
    playing: str
    seconds: float
    bots: int = BOTS

    @property
    def name(self) -> str:
        return f"{self.window}, {self.playing}"


QUICK = (Case("conductor", NOTHING, 2), Case("conductor", EVENLY, 7), Case("player", EVENLY, 7))
CROWDED = Case(FULL, SLOWLY, 15, MANY)
WHOLE = (
    *(Case(window, playing, 15) for window in ("conductor", "player") for playing in (NOTHING, EVENLY, NATURALLY)),
    CROWDED,
)


def run(quick: bool, only: Sequence[str] = ()) -> Result:
    cases = chosen(WHOLE, only) or (QUICK if quick else WHOLE)
    rows: dict[Case, Row] = {}
    with screen() as surroundings, closing(Worker(show_nothing, surroundings)) as beside:
        for kind, of_kind in groupby(cases, key=attrgetter("window")):
            rows |= _measured(kind, list(of_kind), surroundings, beside)
    notes = [
        "A stall is how late a 5 ms timer fires on the window's thread. Baseline: an empty window at the same time.",
        "The server runs in the process of the conductor's window, as usual.",
        "Own p99: what the window's thread itself computed without a pause; a busy machine does not lengthen it.",
    ]
    return Result(list(rows.values()), _aims(rows), notes)


def _measured(kind: str, cases: list[Case], surroundings: Mapping[str, str], beside: Worker) -> dict[Case, Row]:
    """All cases of one window, which stays open."""
    rows = {}
    with tempfile.TemporaryDirectory() as folder, _shown(kind, surroundings, Path(folder)) as (window, invite):
        for case in cases:
            with _command("bots", invite, "--count", str(case.bots), *PLAYING[case.playing]):
                time.sleep(JOINING_S if case.playing == NOTHING else FIRST_PERIOD_S)
                if kind == FULL:
                    window.ask("fill")
                for one in (window, beside):
                    one.ask("begin")
                time.sleep(case.seconds)
                rows[case] = _row(case, window.ask("figures"), beside.ask("figures"), _strokes(Path(folder)))
    return rows


@contextmanager
def _shown(kind: str, surroundings: Mapping[str, str], folder: Path) -> Iterator[tuple[Worker, str]]:
    """A window in a running circle, and the circle's invite."""
    at = ("--port", "0", "--bind", "127.0.0.1", "--data-dir", str(folder), "--report", str(folder / REPORT))
    with ExitStack() as stack:
        if kind != "player":
            window = stack.enter_context(closing(Worker(show, surroundings, folder, ("conduct", *at))))
            yield window, window.ask("invite")
            return
        host = stack.enter_context(_command("conduct", "--headless", *at))
        assert host.stdout is not None
        invite = json.loads(host.stdout.readline())["invite"]
        arguments = ("join", invite, "--name", "Oak", "--audio", "none")
        yield stack.enter_context(closing(Worker(show, surroundings, folder / "player", arguments))), invite


@contextmanager
def _command(*arguments: str) -> Iterator["subprocess.Popen[bytes]"]:
    process = subprocess.Popen([sys.executable, "-m", "drumcircle_gui", *arguments], stdout=subprocess.PIPE)
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=20)


def _strokes(folder: Path) -> float:
    """Strokes per second in the last five seconds, as the server counted them."""
    seconds = [json.loads(line) for line in (folder / REPORT).read_text().splitlines()]
    return median([second["strokes"] for second in seconds[-5:]])


def _row(case: Case, figures: Figures, noise: Figures, strokes: float) -> Row:
    return {
        "window": case.window,
        "bots": case.bots,
        "play": case.playing,
        "strokes/s": strokes,
        "frames/s": figures.frames,
        "stall p50 ms": figures.p50,
        "p99": figures.p99,
        "max": figures.max,
        "own p99": figures.own,
        "baseline p99": noise.p99,
        "baseline max": noise.max,
        "% of a core": figures.cpu,
    }


def _aims(rows: Mapping[Case, Row]) -> list[Aim]:
    busy = {case: row for case, row in rows.items() if case.playing in (EVENLY, SLOWLY)}
    return [
        *(at_least(f"{case.window}: frames of the ring", row["frames/s"], "1/s", 60) for case, row in busy.items()),
        *(at_most(f"{case.window}: p99 stall", row["p99"], "ms", 16) for case, row in busy.items()),
    ]


# --- in processes of their own -----------------------------------------------------------------------------------


def show_nothing(line: Connection, surroundings: Mapping[str, str]) -> None:
    """The baseline: an empty window."""
    os.environ |= surroundings
    qt = QApplication([])
    window = QWidget()
    window.show()

    async def nothing() -> None:
        window.close()

    with PreciseLoop(qt) as loop:
        loop.run_until_complete(answering(line, {**_gauged(window), "close": nothing}))


def show(
    line: Connection,
    surroundings: Mapping[str, str],
    folder: Path,
    arguments: tuple[str, ...],
    more: Callable[[], Mapping[str, Callable[[], Any]]] = dict,
) -> None:
    """The program's window for a command, whose ring is measured; `more` makes further answers, on its loop."""
    os.environ |= surroundings
    sys.setswitchinterval(program_window.SWITCH_INTERVAL_S)
    options, qt = cli.parser().parse_args(arguments), QApplication([])
    with Collector(), reporting(options.report) as report, LoopThread("network") as network, PreciseLoop(qt) as loop:
        loop.run_until_complete(_live(line, app.App(qt, network, options, Paths.within(folder), report), more))


async def _live(line: Connection, program: app.App, more: Callable[[], Mapping[str, Callable[[], Any]]]) -> None:
    program.open()
    while program.screen is None:
        await asyncio.sleep(0.01)
    screen = program.screen
    circle = screen.circle if isinstance(screen, CircleAndRoomsScreen) else None
    if circle is not None:
        await circle.joined()
        circle.conductor.handle(start_or_stop(circle.state.circle))
        while not now_in(circle.state.circle).running:
            await asyncio.sleep(0.01)

    async def invite() -> str:
        assert circle is not None and circle.state.hosting is not None
        return str(circle.state.hosting.invite)

    async def fill() -> None:
        """Start a mode, and open the editor of the guide."""
        assert circle is not None
        circle.conductor.handle(ChooseMode(ModeChoice("halves")))
        circle.view.show_guide()

    answers = {**_gauged(screen.view.ring), "invite": invite, "fill": fill, **more(), "close": program.close}
    await answering(line, answers)


def _gauged(widget: QWidget) -> dict[str, Callable[[], Any]]:
    gauge = Gauge(widget)

    async def begin() -> None:
        gauge.begin()

    async def figures() -> Figures:
        return gauge.figures()

    return {"begin": begin, "figures": figures}
