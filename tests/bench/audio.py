"""Timing errors of strokes at the speakers, with 1, 50 and 200 players, while the GUI is idle and busy.

Aims: with 200 players, p95 at most 1 ms above the baseline's; p95 of the errors that the engine reports at most 0.1 ms;
no late strokes.

Baseline: a process with an audio callback that plays clicks and does nothing else, recorded in the same seconds. Its
errors are the noise of the machine.

Needs: jackd, Xvfb.

The strokes are recorded from a JACK server without hardware and compared with the times at which they were due. The
median difference is the delay of the recording and is subtracted; the rest is the error. Busy: the strokes come from
the process of a player's window that repaints continuously, while another process keeps a core busy.
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
LENGTH_S, QUICK_LENGTH_S = 15.0, 2.5
THRESHOLD, QUIET_FRAMES = 0.01, 3000
SURROUNDS_S = 0.5
"""In any interval of this length the recorder is called in time at least once."""


@dataclass(frozen=True)
class Plan:
    """One audio block size, one state of the GUI, and the numbers of players measured with them."""

    frames: int
    gui: str
    players: Sequence[int]


WHOLE = [Plan(frames, gui, CASES) for frames in BLOCKS for gui in (IDLE, BUSY)]
QUICK = [Plan(256, IDLE, CASES), Plan(256, BUSY, CASES[-1:]), Plan(1024, IDLE, CASES[-1:])]


def run(quick: bool) -> Result:
    """RuntimeError without a JACK server or a screen."""
    if reason := jack.missing() or screen.missing():
        raise RuntimeError(reason)
    rows = [row for plan in (QUICK if quick else WHOLE) for row in measured(plan, quick)]
    return Result(
        rows,
        aims(rows),
        notes=[
            "Errors in ms. Processor: % of one core, used by the sound process. Painted: frames of the window's ring."
        ],
    )


def measured(plan: Plan, quick: bool) -> list[Row]:
    """One row for each number of players; the baseline plays in the same seconds."""
    seconds = QUICK_LENGTH_S if quick else LENGTH_S
    players = {IDLE: sounding, BUSY: with_a_window}[plan.gui]
    with jack.jack_server(plan.frames) as server, players(seconds, plan.players) as engine:
        engine.ask("ready")
        with closing(Worker(click, seconds)) as reference:
            rows = [row(plan, count, *play(server, engine, reference, count)) for count in plan.players]
        engine.ask("stop")
    return rows


@contextmanager
def sounding(seconds: float, cases: Sequence[int]) -> Iterator[Worker]:
    """An audio engine, controlled by a process that does nothing else."""
    with closing(Worker(strike, seconds, cases)) as worker:
        yield worker


@contextmanager
def with_a_window(seconds: float, cases: Sequence[int]) -> Iterator[Worker]:
    """An audio engine, controlled by a player's window in a running circle, while another process keeps a core busy."""
    more = partial(band, seconds, cases)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        surroundings = stack.enter_context(screen.screen())
        _, invites = stack.enter_context(circle(folder / "circle"))
        arguments = ("join", invites["invite"], "--name", "Oak", "--audio", "none")
        worker = stack.enter_context(closing(Worker(gui.show, surroundings, folder / "player", arguments, more)))
        stack.enter_context(_busy_core())
        yield worker


@contextmanager
def _busy_core() -> Iterator[None]:
    process = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        yield
    finally:
        process.kill()
        process.wait()


def play(server: jack.Server, engine: Worker, reference: Worker, count: int) -> tuple["Heard", "Heard"]:
    """The recording of `count` players and of the baseline's clicks, in the same seconds."""
    with server.recorder([ENGINE, REFERENCE]) as recorder:
        engine.ask("count")
        engine.ask("begin")
        reference.send("click")
        outcome = engine.ask(str(count))
        bare = reference.receive()
        sound, ruler = recorder.taken(), Ruler(recorder)
    painted = engine.ask("figures").frames
    return Heard(outcome, ruler.errors(sound[:, 0], outcome), painted), Heard(bare, ruler.errors(sound[:, 1], bare))


@dataclass(frozen=True)
class Heard:
    """The strokes of one case: their errors on the recording in ms, and the frames per second that a window painted."""

    outcome: Outcome
    errors: Sequence[float]
    painted: float = 0.0


class Ruler:
    """The local time of each frame of a recording, from the least delayed of the recorder's calls near it."""

    def __init__(self, recorder: jack.Recorder) -> None:
        firsts, stamps = map(np.array, zip(*recorder.stamps, strict=True))
        late = stamps - firsts * SECOND / recorder.rate
        around = max(round(SURROUNDS_S * recorder.rate / (firsts[1] - firsts[0])), 1)
        self._firsts, self._late = firsts, scipy.ndimage.minimum_filter1d(late, around)
        self._rate = recorder.rate

    def local(self, frame: int) -> float:
        return frame * SECOND / self._rate + float(np.interp(frame, self._firsts, self._late))

    def errors(self, sound: jack.Sound, outcome: Outcome) -> list[float]:
        """The error of each recorded stroke in ms, relative to the median. A stall can swallow a stroke."""
        heard = np.array([self.local(frame) for frame in jack.onsets(sound, THRESHOLD, QUIET_FRAMES)])
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
    """With all players. A stroke may be late only if the machine stalled for longer than the engine waits (GRACE)."""
    full = {f"{row['frames']} frames, {row['GUI']}": row for row in rows if row["players"] == CASES[-1]}
    steady = {name: row for name, row in full.items() if row["bare max"] * 1000 < GRACE}
    return [
        *(
            at_most(f"{name}: p95 above the baseline's", row["p95"] - row["bare p95"], "ms", 1)
            for name, row in full.items()
        ),
        *(at_most(f"{name}: p95 of reported errors", row["reported p95"], "ms", 0.1) for name, row in full.items()),
        *(at_most(f"{name}: late", row["late"], "", 0) for name, row in steady.items()),
    ]
