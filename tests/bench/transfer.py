"""Round trips and late strokes while the file of a loop travels to players on thin and long lines.

Aims: the p95 of the round trip is at most 100 ms longer than without the file; no stroke is late; the file arrives.

Baseline: the same lines before the file travels.

Needs: root on Linux (network namespaces), jackd.
"""

import json
import tempfile
import threading
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile

from drumcircle_gui.timing.units import Micros, local_micros
from tests.tools.netlab import namespaces
from tests.tools.netlab.internet import Internet
from tests.tools.netlab.profiles import PITTSBURGH, SHENYANG, Profile
from tests.tools.netlab.ways import Way
from tests.tools.rigs import jack
from tests.tools.rigs.jack import wait_until

from .band import Band, Seat, gathered
from .form import Aim, Result, Row, at_most
from .hindsight import quantiles

THIN_BYTES_PER_S = 125_000
_THIN = Way(11_000, rate=THIN_BYTES_PER_S)
LINES = {
    "thin": Profile("a thin line, round trip 22 ms", _THIN, _THIN),
    "shenyang": SHENYANG,
    "pittsburgh": PITTSBURGH,
}
BPM, BEATS = 120, 8
AIM_MS = 100.0
FILE_S, QUICK_FILE_S = 16, 2
TIMEOUT_S = 240.0


@dataclass(frozen=True)
class _Span:
    """From local time `begin` until `end`."""

    begin: Micros
    end: Micros


def run(quick: bool) -> Result:
    """RuntimeError without network namespaces or a JACK server."""
    if reason := namespaces.missing() or jack.missing():
        raise RuntimeError(reason)
    seconds = QUICK_FILE_S if quick else FILE_S
    with jack.jack_server(1024), Internet() as net, ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        file = folder / "noise.wav"
        soundfile.write(file, np.random.default_rng(1).uniform(-0.1, 0.1, (48_000 * seconds, 1)), 48_000)
        band = stack.enter_context(gathered(net, LINES, folder, "--tempo", str(BPM), "--beats", str(BEATS)))
        with band.playing():
            return _measured(band, file, seconds, 5 if quick else 20)


def _measured(band: Band, file: Path, seconds: int, idle_s: float) -> Result:
    threading.Event().wait(idle_s + band.period)
    before = _Span(Micros(local_micros() - round(idle_s * 1e6)), local_micros())
    band.conduct(json.dumps({"do": "loop", "file": str(file), "beats": seconds * BPM // 60}))
    begun = local_micros()
    arrived: dict[str, Micros] = {}

    def all_arrived() -> bool:
        for name, seat in band.seats.items():
            if name not in arrived and "a loop is ready" in seat.program.log():
                arrived[name] = local_micros()
        return len(arrived) == len(band.seats)

    wait_until(all_arrived, "a player has not received the loop", TIMEOUT_S)
    size = file.stat().st_size
    rows = [
        _row(name, what, seat, span, size)
        for name, seat in band.seats.items()
        for what, span in (("without", before), ("with the file", _Span(begun, arrived[name])))
    ]
    return Result(rows, _aims(rows))


def _row(name: str, what: str, seat: Seat, span: _Span, size: int) -> Row:
    clocks = [line for line in seat.program.report("clock") if span.begin <= line["stamps"][3] < span.end]
    p50, p95, _, most = quantiles([line["round_trip"] / 1000 for line in clocks])
    late = sum(line["left"] is None for line in seat.program.report("heard") if what != "without")
    seconds = (span.end - span.begin) / 1e6
    return {
        "line": name,
        "file": what,
        "requests": len(clocks),
        "p50 ms": p50,
        "p95 ms": p95,
        "max ms": most,
        "late strokes": late,
        "kB/s": size / seconds / 1000 if what != "without" else None,
        "seconds": seconds,
    }


def _aims(rows: list[Row]) -> list[Aim]:
    aims = []
    for idle, busy in zip(rows[::2], rows[1::2], strict=True):
        assert isinstance(idle["p95 ms"], float)
        assert isinstance(busy["p95 ms"], float)
        aims.append(at_most(f"longer on {busy['line']}, p95", busy["p95 ms"] - idle["p95 ms"], "ms", AIM_MS))
    late = sum(int(row["late strokes"] or 0) for row in rows)  # type: ignore[call-overload]
    return [*aims, at_most("late", late, "strokes", 0)]
