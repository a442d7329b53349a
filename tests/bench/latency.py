"""Errors of each estimator of a room's one-way delay, and lateness of commands sent by its estimate.

Aims: p95 of the error of `minimum` at most 3 ms and of `median` at most 1 ms, without loss and with 10 % loss, on the
worst plain line; one `add` at most 25 us.

Baseline: the estimators are compared with each other on the same simulated lines.

Needs: nothing.

A line to a room is simulated for a minute and polled every 50 ms. From 10 s on, once a second, each estimate is
compared with the mean delay to the room, and a command is sent that should arrive at a given moment. `probed`: it is
sent after a probe with a normal round trip; slower probes are repeated, for a second at most. `copies`: it is sent
after the probe, and again some ms later on further connections; the first copy to arrive counts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from time import perf_counter_ns

from drumcircle_gui.mpd.sync.latency import ESTIMATORS, Poll, RoomLatency
from drumcircle_gui.timing.units import SECOND, Micros, seconds
from tests.bench.mpd.lossy import LINES, Course, moments
from tests.bench.mpd.lossy import Line as Lossy

from .form import Result, Row, at_most

LENGTH, SETTLED, GAP = seconds(60), seconds(10), seconds(0.05)
RUNS, QUICK_RUNS = 20, 4
FIRST_SEED = 3_000_000
PROBING_TIMEOUT = SECOND
PROMPT_MARGIN = Micros(10_000)
COPIES = (0, 10_000, 30_000, 70_000)
AIMS = {"minimum": 3.0, "median": 1.0}
ADD_AIM = 25


@dataclass
class Tally:
    """All values of one estimator on one line, in ms."""

    errors: list[float] = field(default_factory=list)
    late: list[float] = field(default_factory=list)
    probed: list[float] = field(default_factory=list)
    copies: list[float] = field(default_factory=list)
    waited: list[float] = field(default_factory=list)


def run(quick: bool) -> Result:
    runs = QUICK_RUNS if quick else RUNS
    tallies = {(line, name): judged(line, name, runs) for line in LINES for name in ESTIMATORS}
    rows = [row(line.name, name, tally) for (line, name), tally in tallies.items()]
    return Result(
        rows=rows,
        aims=[
            *(
                at_most(f"p95 error of {name}, {loss:.0%} lost", worst(tallies, name, loss), "ms", aim)
                for name, aim in AIMS.items()
                for loss in (0.0, 0.1)
            ),
            at_most("one add()", cost(), "us", ADD_AIM),
        ],
        notes=[f"{runs} runs of {LENGTH // SECOND} s on each line.", *winners(tallies)],
    )


def judged(line: Lossy, name: str, runs: int) -> Tally:
    tally = Tally()
    for seed in range(FIRST_SEED, FIRST_SEED + 10 * runs, 10):
        course = Course(line, LENGTH, seed)
        known = Known(name, course)
        for at in moments(LENGTH, SETTLED):
            estimate = known.until(at).one_way or Micros(0)
            tally.errors.append(abs(estimate - course.usual(at)) / 1000)
            tally.late.append(lateness(course, at, estimate))
            cleared = probed(course, at, prompt_answer(known.line))
            tally.waited.append((cleared - at) / 1000)
            estimate = known.until(cleared).one_way or estimate
            tally.probed.append(lateness(course, cleared, estimate))
            copies = [later / 1000 + lateness(course, Micros(cleared + later), estimate) for later in COPIES]
            tally.copies.append(min(copies))
    return tally


class Known:
    """The estimate of a line's delay from the polls answered until a given moment."""

    def __init__(self, name: str, course: Course) -> None:
        self.line = RoomLatency(name)
        self._answers: Iterator[Poll] = course.polls(GAP)
        self._next = next(self._answers)

    def until(self, now: Micros) -> RoomLatency:
        while self._next.received <= now:
            self.line.poll_answered(self._next)
            self._next = next(self._answers)
        return self.line


def prompt_answer(line: RoomLatency) -> Micros:
    """The longest round trip of a probe that met neither a loss nor a queue."""
    return Micros(line.smoothed_round_trip + max(line.smoothed_round_trip // 4, PROMPT_MARGIN))


def probed(course: Course, at: Micros, prompt: Micros) -> Micros:
    """When a probe sent at `at` or later was answered within `prompt`; gives up after PROBING_TIMEOUT."""
    deadline = at + PROBING_TIMEOUT
    while at < deadline:
        probe = course.poll(at)
        if probe.round_trip <= prompt:
            return probe.received
        at = Micros(at + prompt)
    return at


def lateness(course: Course, sent: Micros, estimate: Micros) -> float:
    """By how many ms a command sent at `sent` takes longer than estimated."""
    return (course.arrival(sent) - sent - estimate) / 1000


def row(line: str, name: str, tally: Tally) -> Row:
    return {
        "line": line,
        "estimator": name,
        "error p50 ms": quantile(tally.errors, 0.5),
        "p95": quantile(tally.errors, 0.95),
        "late p50 ms": quantile(tally.late, 0.5),
        "p95 ": quantile(tally.late, 0.95),
        "p99": quantile(tally.late, 0.99),
        "probed p95": quantile(tally.probed, 0.95),
        "p99 ": quantile(tally.probed, 0.99),
        "copies p95": quantile(tally.copies, 0.95),
        "p99  ": quantile(tally.copies, 0.99),
        "waited p95": quantile(tally.waited, 0.95),
    }


def worst(tallies: dict[tuple[Lossy, str], Tally], name: str, loss: float) -> float:
    """The p95 error of an estimator on the worst line with this `loss` that has even directions and one path."""
    plain = [line for line, _ in tallies if line.loss == loss and line.burst and line.there == 0.5 and not line.detour]
    return max(quantile(tallies[line, name].errors, 0.95) for line in plain)


def winners(tallies: dict[tuple[Lossy, str], Tally]) -> Iterator[str]:
    for name in ESTIMATORS:
        won = [line.name for line in LINES if name == min(ESTIMATORS, key=lambda each: score(tallies[line, each]))]
        yield f"Least p95 error, {name}: {'; '.join(won) or 'nowhere'}."


def score(tally: Tally) -> float:
    return quantile(tally.errors, 0.95)


def quantile(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(int(share * len(values)), len(values) - 1)]


def cost() -> float:
    """The median duration of taking in one poll, in microseconds."""
    line, times = RoomLatency(), []
    for poll in Course(LINES[5], LENGTH, 1).polls(GAP):
        start = perf_counter_ns()
        line.poll_sent(poll.sent)
        line.poll_answered(poll)
        times.append((perf_counter_ns() - start) / 1000)
    return quantile(times[100:], 0.5)
