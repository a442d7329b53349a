"""Spread of each stroke over the speakers of six players with round trips of 22 to 352 ms, and strokes lost.

Aims: p99 of the spread at most 2 ms in every situation; no stroke lost, late, played twice or missing in a speaker.

Baseline: the same strokes with the clock of 2016 (best of ten) and with perfect clocks, computed from the same session.

Needs: root on Linux (network namespaces), jackd; Xvfb for the rows with windows.
"""

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from statistics import median

from drumcircle_gui.timing.units import Micros, local_micros, tempo_of_bpm
from tests.tools.netlab import namespaces
from tests.tools.netlab.internet import Internet
from tests.tools.netlab.profiles import ASYMMETRIC, LOS_ANGELES, PITTSBURGH, SHENYANG, US_CITY, WIFI
from tests.tools.rigs import jack
from tests.tools.rigs.screen import screen

from . import form
from .band import Band, gathered
from .form import Aim, Result, Row, at_most
from .hindsight import CLOCKS, STALL, Hindsight, Player, Stroke, quantiles

LINES = {
    "pittsburgh": PITTSBURGH,
    "us-city": US_CITY,
    "los-angeles": LOS_ANGELES,
    "shenyang": SHENYANG,
    "wifi": WIFI,
    "uneven": ASYMMETRIC,
}
EVEN = tuple(name for name in LINES if name != "uneven")
TEMPI = (tempo_of_bpm(126), tempo_of_bpm(120))
BLOCK = 256
AIM_MS = 2.0


@dataclass(frozen=True)
class Situation:
    """What happens during `seconds` of playing. `changes`: seconds between two changes of tempo; `busy`: another
    process keeps a core busy; `cut`: the player whose line is cut for the first 3 s."""

    name: str
    seconds: float
    changes: float | None = None
    busy: bool = False
    cut: str | None = None


QUICK = (Situation("tempo changes every 4 s", 9, changes=4),)
WHOLE = (
    Situation("steady", 40),
    Situation("tempo changes every 10 s", 40, changes=10),
    Situation("the same, a core busy", 40, changes=10, busy=True),
    Situation("Wi-Fi gone for 3 s", 36, cut="wifi"),
)
WITH_WINDOWS = (
    Situation("six windows painting", 30, changes=10),
    Situation("six windows, a core busy", 30, changes=10, busy=True),
)
SETTLING_S, QUICK_SETTLING_S = 30.0, 1.0


def run(quick: bool) -> Result:
    """RuntimeError without network namespaces or a JACK server."""
    if reason := namespaces.missing() or jack.missing():
        raise RuntimeError(reason)
    if quick:
        return _evening(QUICK, QUICK_SETTLING_S, beats=8)
    blind, watched = _evening(WHOLE, SETTLING_S), _evening(WITH_WINDOWS, SETTLING_S, windows=True)
    return Result([*blind.rows, *watched.rows], [*blind.aims, *watched.aims], [*blind.notes, *watched.notes])


def _evening(situations: Sequence[Situation], settling: float, *, beats: int = 16, windows: bool = False) -> Result:
    with jack.jack_server(BLOCK) as server, Internet() as net, ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        if windows:
            os.environ |= stack.enter_context(screen())
        band = gathered(net, LINES, folder, "--tempo", "120", "--beats", str(beats), windows=windows)
        return played(stack.enter_context(band), server, situations, settling)


def played(band: Band, server: jack.Server, situations: Sequence[Situation], settling: float) -> Result:
    """Play through all situations and judge the recording."""
    spans: dict[str, tuple[Micros, Micros]] = {}
    with band.recorder(server) as recorder:
        pause = threading.Event()
        with band.playing() as bots:
            pause.wait(settling + band.period)  # until the first strokes come round
            for situation in situations:
                begin = local_micros()
                _play_situation(band, situation)
                spans[situation.name] = begin, local_micros()
        pause.wait(band.period + 1)
        sound = recorder.taken()
    players = {
        name: Player(seat.program.report("heard"), seat.program.report("clock"), sound[:, number])
        for number, (name, seat) in enumerate(band.seats.items())
    }
    hindsight = Hindsight(recorder, server.rate, band.truth, players)
    return _result(hindsight, spans, sum(each.struck for each in bots))


def _play_situation(band: Band, situation: Situation) -> None:
    pause, tempi = threading.Event(), cycle(TEMPI)
    if situation.cut:
        band.net.cut(band.seats[situation.cut].host, 3.0)
    with _busy_core() if situation.busy else nullcontext():
        step = situation.changes or situation.seconds
        for _ in range(max(round(situation.seconds / step), 1)):
            if situation.changes:
                band.change(next(tempi))
            pause.wait(step)


@contextmanager
def _busy_core() -> Iterator[None]:
    process = subprocess.Popen([sys.executable, "-c", "while True: pass"])
    try:
        yield
    finally:
        process.kill()
        process.wait()


def _result(hindsight: Hindsight, spans: Mapping[str, tuple[Micros, Micros]], struck: int) -> Result:
    strokes = {name: hindsight.between(*span) for name, span in spans.items()}
    rows = [
        _row(hindsight, name, clocks, among, strokes[name])
        for name in strokes
        for clocks, among in (*((clocks, "even") for clocks in CLOCKS), ("ours", "uneven"), ("perfect", "uneven"))
    ]
    return Result(rows, _aims(hindsight, rows, struck), _notes(hindsight, strokes, struck))


def _row(hindsight: Hindsight, situation: str, clocks: str, among: str, strokes: Sequence[Stroke]) -> Row:
    """One row: for the even lines the spread from the first to the last speaker; for the uneven line its distance from
    their median."""
    telling = [stroke for stroke in strokes if not hindsight.stalled(stroke)]
    found = [hindsight.moments(stroke, (*EVEN, "uneven"), clocks) for stroke in telling]
    apart = [_APART[among](moments) for moments in found if moments]
    figures: Row = dict(zip(("p50 ms", "p95 ms", "p99 ms", "max ms"), quantiles(apart), strict=True))
    return {
        "situation": situation,
        "clocks": clocks,
        "lines": among,
        "strokes": len(apart),
        **figures,
        "stalled": len(strokes) - len(telling),
    }


def _even(moments: Sequence[float]) -> float:
    return max(moments[:-1]) - min(moments[:-1])


def _uneven(moments: Sequence[float]) -> float:
    return abs(moments[-1] - median(moments[:-1]))


_APART = {"even": _even, "uneven": _uneven}


def _aims(hindsight: Hindsight, rows: Sequence[Row], struck: int) -> list[Aim]:
    players = hindsight.players.values()
    telling = [stroke for stroke in hindsight.due if not hindsight.stalled(stroke)]
    recorded = [stroke for stroke in telling if not hindsight.disturbed(stroke)]
    spreads = [row for row in rows if (row["clocks"], row["lines"]) == ("ours", "even")]
    return [
        *(at_most(f"p99, {row['situation']}", _number(row["p99 ms"]), "ms", AIM_MS) for row in spreads),
        at_most("lost", struck * len(players) - sum(len(player.told) for player in players), "strokes", 0),
        at_most("heard twice", sum(player.twice for player in players), "strokes", 0),
        at_most("late", sum(hindsight.missed(name, telling)[0] for name in hindsight.players), "strokes", 0),
        at_most("not in the speakers", _silent(hindsight, recorded), "strokes", 0),
    ]


def _silent(hindsight: Hindsight, strokes: Sequence[Stroke]) -> int:
    return sum(hindsight.missed(name, strokes)[1] for name in hindsight.players)


def _number(cell: form.Cell) -> float:
    assert isinstance(cell, float)
    return cell


def _notes(hindsight: Hindsight, strokes: Mapping[str, Sequence[Stroke]], struck: int) -> list[str]:
    every = [stroke for each in strokes.values() for stroke in each]
    longest = max((end - begin for begin, end in hindsight.stalls), default=0) // 1000
    disturbed = [stroke for stroke in hindsight.due if hindsight.disturbed(stroke) and not hindsight.stalled(stroke)]
    return [
        form.table([_about(hindsight, name, every, struck) for name in hindsight.players]),
        f"The machine stalled {len(hindsight.stalls)} times for more than {STALL // 1000} ms, up to {longest} ms."
        " Strokes at these times count as\nstalled, and in no other figure except those of the players' table.",
        f"At {len(disturbed)} more strokes the sound server lost a block; {_silent(hindsight, disturbed)} of their"
        " sounds were not found, and do not count as\nmissing in the speakers.",
        f"Even: from the first to the last of {len(EVEN)} speakers; uneven: distance from their median. Only strokes"
        " found in all speakers count.\nBest of ten: computed from the same exchanges (the program of 2016 had fewer)."
        " Perfect: computed with exact clocks; what\nremains is due to sound and machine"
        f" (blocks of {BLOCK} frames).",
    ]


def _about(hindsight: Hindsight, name: str, strokes: Sequence[Stroke], struck: int) -> Row:
    player = hindsight.players[name]
    late, silent = hindsight.missed(name, list(player.told))
    margins = [line["early"] / 1000 for line in player.heard]
    trips = [line["round_trip"] / 1000 for line in player.clocks]
    wrong = quantiles([abs(hindsight.wrong(name, stroke)) for stroke in strokes if stroke in player.told])
    return {
        "line": name,
        "round trip ms": median(trips),
        "clock off p50 ms": wrong[0],
        "p99 ms": wrong[2],
        "margin least ms": min(margins),
        "p50 ms": median(margins),
        "late": late,
        "lost": struck - len(player.told),
        "twice": player.twice,
        "not in the speaker": silent,
    }
