"""Delays from a pad's MIDI port to the speakers of two players, and the spread between them, in real sound.

Aims: none; the figures are for comparison.

Baseline: how late the recorder was called, which shows the noise of the machine.

Needs: jackd.

Two players and a server are processes of the program; their speakers are recorded with one sample clock.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from drumcircle_gui.timing.units import BEAT
from tests.e2e.evening import TEMPO, Evening, Trace, play
from tests.tools.rigs import jack

from .form import Result, Row

BLOCKS = (256, 1024)
ROUNDS, QUICK_ROUNDS = 64, 32


def run(quick: bool) -> Result:
    """RuntimeError without a JACK server."""
    if reason := jack.missing():
        raise RuntimeError(reason)
    rows = [row for frames in BLOCKS[: 1 if quick else None] for row in measured(frames, quick)]
    return Result(rows, notes=["In ms; processor time in % of one core. A stroke counts once in every row."])


def measured(frames: int, quick: bool) -> list[Row]:
    """The rows of one session on a JACK server with blocks of `frames`."""
    with jack.jack_server(frames) as server, tempfile.TemporaryDirectory() as folder:
        evening = play(server, Path(folder), QUICK_ROUNDS if quick else ROUNDS)
        rows = [row(frames, what, values) for what, values in figures(evening, frames, server.rate).items()]
    return rows + [row(frames, f"processor, {who}", [share * 100]) for who, share in evening.cpu.items()]


def figures(evening: Evening, frames: int, rate: int) -> dict[str, Sequence[float]]:
    """All values by what they measure, in ms."""
    traces, recorder = evening.traces(), evening.recorder
    calls = np.diff([recorder.heard_at(frame) for frame in range(0, recorder.frames, frames)])
    return {
        "pad to own sound": [(recorder.heard_at(trace.own) - trace.hit) / 1000 for trace in traces],
        "apart in the two players' speakers": [
            abs(trace.replay[1] - trace.replay[0]) * 1000 / rate for trace in traces
        ],
        "distance from its beat, by the guide": [off_beat(evening, trace) for trace in traces],
        "error, as reported": [abs(line["left"] - line["due"]) / 1000 for trace in traces for line in trace.reports],
        "arrived before it was due": [line["early"] / 1000 for trace in traces for line in trace.reports],
        "baseline: recorder called late": (np.abs(calls - np.median(calls)) / 1000).tolist(),
    }


def off_beat(evening: Evening, trace: Trace) -> float:
    """How far from its beat the other player heard a stroke, in ms, relative to the guide in the same speaker."""
    other = 1 - trace.by
    off = evening.beat(other, trace.replay[other]) - trace.reports[other]["beat"] / BEAT
    return float(abs((off + 0.5) % 1 - 0.5) * TEMPO / 1000)


def row(frames: int, what: str, values: Sequence[float]) -> Row:
    middle, most = (float(value) for value in np.percentile(values, (50, 95)))
    return {"block": frames, "what": what, "count": len(values), "median": middle, "p95": most, "max": max(values)}
