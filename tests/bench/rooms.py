"""How far apart the same music sounds in four MPD rooms whose one-way delays are 2, 20, 60 and 100 ms.

Aims: spreads, each plus one sound period (5.8 ms): at a start p95 at most 3 ms, with 10 % loss 8 ms and p99 30 ms; 3 s
later p99 at most 4 ms. All rooms play after every command.

Baseline: the same commands without the proxy: sent to all rooms at once, and sent earlier by half of each room's ping.

Needs: root on Linux (network namespaces), jackd, mpd.
"""

import random
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from math import ceil, isnan
from pathlib import Path
from threading import Event

from drumcircle_gui.timing.units import Micros
from tests.bench.mpd.commanders import WAYS, Commander
from tests.bench.mpd.house import House, Tape, heard, house, noises
from tests.bench.mpd.trials import Trial, Trials, Verdict
from tests.tools.netlab import namespaces
from tests.tools.netlab.internet import Internet
from tests.tools.netlab.profiles import Profile
from tests.tools.netlab.ways import NO_LOSS, Loss, Traffic, Way
from tests.tools.rigs import jack, mpds

from .form import Aim, Result, Row, at_most
from .hindsight import STALL, quantiles

PERIOD, RATE = 256, 44_100
"""Frames and Hz of the JACK server. The shortest period that two cores manage: a late server delays single rooms."""

GRID_MS = 1000 * PERIOD / RATE
"""Sound starts with a period of the sound server, so that differences up to this cannot be avoided."""

ONE_WAY = (2, 20, 60, 100)
JITTER = 2_000
LOSSES = {"none": NO_LOSS, "10 %": Loss(0.1, burst=1), "10 % in bursts": Loss(0.1, burst=40_000)}
SONGS = noises(3, 20.0)

START_MS, START_LOSS_MS, START_WORST_MS, TOGETHER_MS = 3.0, 8.0, 30.0, 4.0

ALL = "all"

Case = tuple[str, str]
"""The loss, and the way in which rooms are commanded."""

Stalls = Sequence[tuple[Micros, Micros]]
Course = Callable[[Trials], Iterator[Trial]]


@dataclass(frozen=True)
class Plan:
    """The number of rounds and the commands of each case, and the seconds to settle before the first."""

    rounds: Mapping[Case, tuple[int, Course]]
    settling: float

    @property
    def losses(self) -> list[str]:
        return list(dict.fromkeys(loss for loss, _ in self.rounds))


ROUNDS = {"at once": 2, "half ping": 2, "ours": 6}
WHOLE = Plan(
    {(loss, way): (rounds, Trials.whole) for loss in LOSSES for way, rounds in ROUNDS.items()},
    settling=4.0,
)
QUICK = Plan(
    {
        ("none", "at once"): (1, Trials.begin),
        ("none", "half ping"): (1, Trials.begin),
        ("none", "ours"): (1, Trials.short),
    },
    settling=0.5,
)


def run(quick: bool) -> Result:
    """RuntimeError without network namespaces, a JACK server or MPD."""
    if reason := namespaces.missing() or jack.missing() or mpds.missing():
        raise RuntimeError(reason)
    return measured(QUICK if quick else WHOLE)


def measured(plan: Plan) -> Result:
    """Measures one house after the other: with fewer playing programs, the sound server is late less often."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        server = stack.enter_context(jack.jack_server(PERIOD, RATE))
        tape = stack.enter_context(Tape(server, len(ONE_WAY)))
        net = stack.enter_context(Internet())
        library = mpds.music(folder / "music", SONGS)
        trials = {}
        for loss in plan.losses:
            with house(net, server, tape, f"house{len(trials)}", lines(loss), library) as home:
                trials[loss] = list(_evening(home, plan, loss, folder / loss))
        stalls = tape.stalls(STALL)
    return _result(_judged(trials, stalls), stalls, tape.missed)


def lines(loss: str) -> Mapping[str, Profile]:
    """The line of each room by name: its one-way delay and jitter, the same in both directions."""
    ways = {f"{ms}ms": Way(1000 * ms, waiting=JITTER, loss=LOSSES[loss]) for ms in ONE_WAY}
    return {name: Profile(f"{name} one way", way, way) for name, way in ways.items()}


def _evening(home: House, plan: Plan, loss: str, folder: Path) -> Iterator[tuple[str, Trial]]:
    """The trials of every way to command the rooms of a house."""
    folder.mkdir()
    for way, (rounds, course) in ((way, each) for (of, way), each in plan.rounds.items() if of == loss):
        with WAYS[way](home, folder / way) as commander:
            _prepare(commander, plan.settling)
            trials = Trials(home, commander, SONGS[0].seconds, random.Random(1))
            for _ in range(rounds):
                for trial in course(trials):
                    yield way, trial
            commander.do("stop")


def _prepare(commander: Commander, settling: float) -> None:
    """Queue the same songs in all rooms, play once (the first time takes longer), and let the estimates settle."""
    songs = [f'add "{song.file}"' for song in SONGS]
    commander.do("\n".join(("command_list_begin", "stop", "clear", *songs, "command_list_end")))
    commander.do("play 0")
    Event().wait(settling)
    commander.do("stop")


def _judged(found: Mapping[str, list[tuple[str, Trial]]], stalls: Stalls) -> dict[Case, list[Verdict]]:
    songs = [heard(song, RATE) for song in SONGS]
    cases: dict[Case, list[Verdict]] = {}
    for loss, trials in found.items():
        for way, trial in trials:
            cases.setdefault((loss, way), []).append(trial.verdict(songs, stalls))
    return cases


def _result(cases: Mapping[Case, list[Verdict]], stalls: Stalls, missed: int) -> Result:
    rows = [
        _row(case, command, [each for each in verdicts if command in (each.command, ALL)])
        for case, verdicts in cases.items()
        for command in (*dict.fromkeys(each.command for each in verdicts), ALL)
    ]
    return Result(rows, list(_aims(cases)), _notes(stalls, missed))


def _row(case: Case, command: str, verdicts: Sequence[Verdict]) -> Row:
    start = dict(zip(("p50 ms", "p95 ms", "p99 ms", "max ms"), quantiles(_starts(verdicts)), strict=True))
    after = dict(zip(("3 s p50", "3 s p95", "3 s p99", "3 s max"), quantiles(_afters(verdicts)), strict=True))
    return {
        "lost": case[0],
        "way": case[1],
        "command": command,
        "trials": len(verdicts),
        "stalled": sum(each.stalled for each in verdicts),
        "never": sum(each.start is None and not each.stalled for each in verdicts),
        **start,
        "sound after s": quantiles([each.sounded for each in verdicts])[0],
        **after,
    }


def _starts(verdicts: Sequence[Verdict]) -> list[float]:
    return [each.start for each in verdicts if each.start is not None and not each.stalled]


def _afters(verdicts: Sequence[Verdict]) -> list[float]:
    return [each.after for each in verdicts if each.after is not None and not each.stalled_after]


def _aims(cases: Mapping[Case, list[Verdict]]) -> Iterator[Aim]:
    """The aims of all cases that have figures."""
    for (loss, way), verdicts in cases.items():
        if way == "ours":
            yield from (aim for aim in _aims_of(f"lost: {loss}", loss != "none", verdicts) if not isnan(aim.value))


def _aims_of(where: str, lossy: bool, verdicts: Sequence[Verdict]) -> Iterator[Aim]:
    _, p95, p99, _ = quantiles(_starts(verdicts))
    yield at_most(f"start p95, {where}", p95, "ms", GRID_MS + (START_LOSS_MS if lossy else START_MS))
    if lossy:
        yield at_most(f"start p99, {where}", p99, "ms", GRID_MS + START_WORST_MS)
    yield at_most(f"3 s later p99, {where}", quantiles(_afters(verdicts))[2], "ms", GRID_MS + TOGETHER_MS)
    yield at_most(f"not heard together, {where}", _never(verdicts), "times", 0)


def _never(verdicts: Sequence[Verdict]) -> int:
    missed = [each for each in verdicts if not each.stalled_after and (each.start is None or each.after is None)]
    return len(missed)


def _notes(stalls: Stalls, missed: int) -> list[str]:
    longest = max((end - begin for begin, end in stalls), default=0) // 1000
    p50, p95, p99, _ = quantiles(unavoidable(random.Random(1)))
    return [
        f"The machine stalled {len(stalls)} times for more than {STALL // 1000} ms, up to {longest} ms. Trials at these"
        f" times count as stalled,\nand in no other figure. The sound server was late {missed} times; after that a room"
        f" may stay {GRID_MS:.2f} ms behind.",
        f"Lines: {', '.join(map(str, ONE_WAY))} ms one way and {JITTER // 1000} ms of mean jitter in each direction"
        " (gamma distributed, no\nreordering). Lost: packets of each direction, independently or in bursts of 40 ms.",
        f"Sound starts on a grid of {GRID_MS:.2f} ms ({PERIOD} frames), which the aims include. Sound after: the median"
        " time until all rooms\nplay. Never: they did not play together within 2.6 s.",
        f"The jitter of the lines and the grid alone, with perfect estimates: p50 {p50:.1f}, p95 {p95:.1f},"
        f" p99 {p99:.1f} ms.",
    ]


def unavoidable(chance: random.Random, count: int = 5_000) -> list[float]:
    """The spreads of `count` simulated starts in ms, where only the jitter of the next packet is unknown."""
    ways = [profile.up for profile in lines("none").values()]
    return [_spread(ways, chance) for _ in range(count)]


def _spread(ways: Sequence[Way], chance: random.Random) -> float:
    begun = chance.uniform(0, GRID_MS)
    late = [Traffic(way, chance).arrival(0, Micros(0)) or 0 for way in ways]
    periods = [ceil((begun + (at - way.delay) / 1000) / GRID_MS) for at, way in zip(late, ways, strict=True)]
    return GRID_MS * (max(periods) - min(periods))
