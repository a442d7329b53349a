"""From a pad's MIDI port to both players' speakers: delays and spread, in real sound on a JACK server.

Two players and a server are real processes; what their speakers give is recorded in one sample clock. Where a machine
stalls, the recorder stalls too: how late it was called is the reference beside everything else.
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
    """RuntimeError where there can be no JACK server."""
    if reason := jack.missing():
        raise RuntimeError(reason)
    rows = [row for frames in BLOCKS[: 1 if quick else None] for row in measured(frames, quick)]
    return Result(rows, notes=["ms, except processor time: % of one core. A stroke counts once in every row."])


def measured(frames: int, quick: bool) -> list[Row]:
    """One evening on a server with blocks of `frames`."""
    with jack.jack_server(frames) as server, tempfile.TemporaryDirectory() as folder:
        evening = play(server, Path(folder), QUICK_ROUNDS if quick else ROUNDS)
        rows = [row(frames, what, values) for what, values in figures(evening, frames, server.rate).items()]
    return rows + [row(frames, f"processor, {who}", [share * 100]) for who, share in evening.cpu.items()]


def figures(evening: Evening, frames: int, rate: int) -> dict[str, Sequence[float]]:
    """All in ms."""
    traces, recorder = evening.traces(), evening.recorder
    calls = np.diff([recorder.heard_at(frame) for frame in range(0, recorder.frames, frames)])
    return {
        "pad to own sound": [(recorder.heard_at(trace.own) - trace.hit) / 1000 for trace in traces],
        "apart in the two players' speakers": [
            abs(trace.replay[1] - trace.replay[0]) * 1000 / rate for trace in traces
        ],
        "off its beat, by the guide": [off_beat(evening, trace) for trace in traces],
        "off its moment, as reported": [
            abs(line["left"] - line["due"]) / 1000 for trace in traces for line in trace.told
        ],
        "arrived before its moment": [line["early"] / 1000 for trace in traces for line in trace.told],
        "reference: recorder called late": (np.abs(calls - np.median(calls)) / 1000).tolist(),
    }


def off_beat(evening: Evening, trace: Trace) -> float:
    """How far from its beat the other player heard it, by the guide they heard."""
    other = 1 - trace.by
    off = evening.rulers[other].beat(trace.replay[other]) - trace.told[other]["beat"] / BEAT
    return float(abs((off + 0.5) % 1 - 0.5) * TEMPO / 1000)


def row(frames: int, what: str, values: Sequence[float]) -> Row:
    middle, most = (float(value) for value in np.percentile(values, (50, 95)))
    return {"block": frames, "what": what, "count": len(values), "median": middle, "p95": most, "max": max(values)}
