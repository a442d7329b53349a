"""How exactly strokes leave the speakers, with up to 200 players striking, the GUI idle and busy, beside bare clicks.

The measured strokes are recorded from a JACK server without hardware, and held against when they were wanted: the
median difference, which is the rig's delay, is taken off, what is left is the error. What the engine itself reports
stands beside. The reference is a process of a bare callback and nothing else, recorded and judged alike: what it shows
is the machine's own noise. Busy: the strokes come from the process of a real player's window that paints all the time,
and another process does nothing but turn.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import scipy

from drumcircle_gui.sound.synth.renderer import GRACE
from drumcircle_gui.timing.units import SECOND
from tests.e2e.programs import circle
from tests.tools.rigs import jack, screen

from . import gui
from .form import Aim, Result, Row, at_most
from .striking import Outcome, band, click, strike
from .workers import Worker

CASES = (1, 50, 200)
BLOCKS = (256, 1024)
IDLE, BUSY = "idle", "busy"
ENGINE, REFERENCE = "^PortAudio:out_1$", "^PortAudio-01:out_1$"
SECONDS, QUICK_SECONDS = 15.0, 2.5
THRESHOLD, QUIET = 0.01, 3000
SURROUNDS = 0.5
"""Seconds within which the recorder is called in time at least once."""


@dataclass(frozen=True)
class Plan:
    """A block size, what the GUI does, and with how many players."""

    frames: int
    gui: str
    players: Sequence[int]


WHOLE = [Plan(frames, gui, CASES) for frames in BLOCKS for gui in (IDLE, BUSY)]
QUICK = [Plan(256, IDLE, CASES), Plan(256, BUSY, CASES[-1:]), Plan(1024, IDLE, CASES[-1:])]


def run(quick: bool) -> Result:
    """RuntimeError where there can be no JACK server or no window."""
    if reason := jack.missing() or screen.missing():
        raise RuntimeError(reason)
    rows = [row for plan in (QUICK if quick else WHOLE) for row in measured(plan, quick)]
    return Result(
        rows,
        aims(rows),
        notes=[
            "Errors in ms. Processor: % of one core, of the sound process alone. Painted: frames of the window's ring."
        ],
    )


def measured(plan: Plan, quick: bool) -> list[Row]:
    """One after the other, with the reference in the same seconds as each."""
    seconds = QUICK_SECONDS if quick else SECONDS
    players = {IDLE: sounding, BUSY: besides_a_window}[plan.gui]
    with jack.jack_server(plan.frames) as server, players(seconds, plan.players) as engine:
        engine.ask("ready")
        with closing(Worker(click, seconds)) as reference:
            rows = [row(plan, count, *play(server, engine, reference, count)) for count in plan.players]
        engine.ask("hush")
    return rows


@contextmanager
def sounding(seconds: float, cases: Sequence[int]) -> Iterator[Worker]:
    """An engine, commanded by a process that does nothing else."""
    with closing(Worker(strike, seconds, cases)) as worker:
        yield worker


@contextmanager
def besides_a_window(seconds: float, cases: Sequence[int]) -> Iterator[Worker]:
    """An engine, commanded by a player's window in a circle that plays, while a core is taken."""
    more = partial(band, seconds, cases)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        surroundings = stack.enter_context(screen.screen())
        _, invites = stack.enter_context(circle(folder / "circle"))
        arguments = ("join", invites["invite"], "--name", "Oak", "--audio", "none")
        worker = stack.enter_context(closing(Worker(gui.show, surroundings, folder / "player", arguments, more)))
        stack.enter_context(_turning())
        yield worker


@contextmanager
def _turning() -> Iterator[None]:
    process = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        yield
    finally:
        process.kill()
        process.wait()


def play(server: jack.Server, engine: Worker, reference: Worker, count: int) -> tuple["Heard", "Heard"]:
    """What `count` players strike, and the reference's clicks, in the same seconds."""
    with server.recorder([ENGINE, REFERENCE]) as recorder:
        engine.ask("begin")
        reference.tell("click")
        outcome = engine.ask(str(count))
        bare = reference.told()
        sound, ruler = recorder.taken(), Ruler(recorder)
    painted = engine.ask("figures").frames
    return Heard(outcome, ruler.errors(sound[:, 0], outcome), painted), Heard(bare, ruler.errors(sound[:, 1], bare))


@dataclass(frozen=True)
class Heard:
    """What came of strokes, by how many ms each was off on the recording, and frames a window painted a second."""

    outcome: Outcome
    errors: Sequence[float]
    painted: float = 0.0


class Ruler:
    """When each frame of a recording was, by the least delayed of the calls round about."""

    def __init__(self, recorder: jack.Recorder) -> None:
        firsts, stamps = map(np.array, zip(*recorder.stamps, strict=True))
        late = stamps - firsts * SECOND / recorder.rate
        around = max(round(SURROUNDS * recorder.rate / (firsts[1] - firsts[0])), 1)
        self._firsts, self._late = firsts, scipy.ndimage.minimum_filter1d(late, around)
        self._rate = recorder.rate

    def local(self, frame: int) -> float:
        return frame * SECOND / self._rate + float(np.interp(frame, self._firsts, self._late))

    def errors(self, sound: jack.Sound, outcome: Outcome) -> list[float]:
        """ms, by which each stroke that was heard is off the middle one. A stall can swallow one."""
        heard = np.array([self.local(frame) for frame in jack.onsets(sound, THRESHOLD, QUIET)])
        differences = heard[:, None] - np.array(outcome.wanted)
        late = differences[np.arange(len(heard)), np.abs(differences).argmin(axis=1)]
        return list((late - np.median(late)) / 1000)


def row(plan: Plan, players: int, heard: Heard, bare: Heard) -> Row:
    errors, reference, reported = (
        np.abs(values) for values in (heard.errors, bare.errors, np.array(heard.outcome.reported) / 1000)
    )
    return {
        "frames": plan.frames,
        "GUI": plan.gui,
        "players": players,
        "strokes": heard.outcome.strokes,
        "error p50": float(np.median(errors)),
        "p95": float(np.quantile(errors, 0.95)),
        "max": float(errors.max()),
        "reported p95": float(np.quantile(reported, 0.95)),
        "bare p50": float(np.median(reference)),
        "bare p95": float(np.quantile(reference, 0.95)),
        "bare max": float(reference.max()),
        "late": heard.outcome.late,
        "unheard": len(heard.outcome.wanted) - len(errors),
        "underruns": heard.outcome.underruns,
        "bare underruns": bare.outcome.underruns,
        "processor": 100 * heard.outcome.cpu,
        "painted/s": heard.painted or None,
    }


def aims(rows: Sequence[Row]) -> list[Aim]:
    """With all players. None may be late unless the machine itself stood still for longer than the engine waits."""
    full = {f"{row['frames']} frames, {row['GUI']}": row for row in rows if row["players"] == CASES[-1]}
    steady = {name: row for name, row in full.items() if row["bare max"] * 1000 < GRACE}
    return [
        *(
            at_most(f"{name}: p95 beyond bare clicks'", row["p95"] - row["bare p95"], "ms", 1)
            for name, row in full.items()
        ),
        *(at_most(f"{name}: p95 of what is reported", row["reported p95"], "ms", 0.1) for name, row in full.items()),
        *(at_most(f"{name}: late", row["late"], "", 0) for name, row in steady.items()),
    ]
