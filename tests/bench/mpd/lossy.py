"""Simulated TCP connections to a room, on which a lost packet is a late one.

Each direction takes its shortest time plus a gamma distributed wait, and sometimes a spike. During a burst every packet
is lost and sent again after the retransmission timeout, which doubles (RFC 6298; at least 200 ms, as on Linux).
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from drumcircle_gui.mpd.sync.latency import Poll
from drumcircle_gui.timing.units import SECOND, Micros, seconds

MIN_TIMEOUT = 200_000
WAIT = 2_000
SPIKES, SPIKE = 0.03, 50_000


@dataclass(frozen=True)
class Line:
    """A line; times in microseconds. `way`: half of the shortest round trip. `loss`: the share of packets lost in each
    direction, in bursts of mean length `burst` (0: independently). `there`: the share of the round trip that the
    direction to the room takes. `detour`: added to both directions in the second half of the time.
    """

    name: str
    way: int
    loss: float = 0.0
    burst: int = 40_000
    spikes: float = 0.0
    there: float = 0.5
    detour: int = 0


LINES = (
    *(Line(f"{way} ms", way * 1000) for way in (2, 20, 60, 100)),
    *(Line(f"{way} ms, 10 % lost", way * 1000, 0.1) for way in (2, 20, 60, 100)),
    Line("20 ms, 10 % scattered", 20_000, 0.1, burst=0),
    Line("20 ms, spikes", 20_000, spikes=SPIKES),
    Line("20 ms, 60 % there", 20_000, there=0.6),
    Line("20 ms, then 50", 20_000, detour=30_000),
)


@dataclass
class Bursts:
    """The times at which one direction of a line loses everything, from local time 0 to `length`."""

    line: Line
    length: int
    chance: Random
    edges: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Even edges start a burst, odd ones end it."""
        at, bad = 0.0, False
        mean = {True: self.line.burst, False: self.line.burst * (1 / self.line.loss - 1) if self.line.loss else 0}
        while self.line.loss and self.line.burst and at < self.length:
            at += self.chance.expovariate(1 / mean[bad])
            self.edges.append(at)
            bad = not bad

    def lost(self, at: float) -> bool:
        if not self.line.burst:
            return self.chance.random() < self.line.loss
        return bisect_right(self.edges, at) % 2 == 1


class Course:
    """What one connection on a line meets during `length`; courses with the same seed have the same bursts."""

    def __init__(self, line: Line, length: Micros, seed: int) -> None:
        self.line, self.length, self.chance = line, length, Random(seed)
        margin = length + seconds(60)
        self._there, self._back = Bursts(line, margin, Random(seed + 1)), Bursts(line, margin, Random(seed + 2))

    def arrival(self, sent: float) -> float:
        """The arrival time of a command sent at `sent`."""
        return self._pass(sent, self._there, 2 * self.line.there)

    def poll(self, sent: Micros) -> Poll:
        return Poll(sent, Micros(round(self._pass(self.arrival(sent), self._back, 2 - 2 * self.line.there))))

    def polls(self, gap: Micros) -> Iterator[Poll]:
        """Polls, one every `gap`, in the order of their answers; no poll waits for the answer of another."""
        sent = [self.poll(Micros(at + self.chance.randrange(gap // 2))) for at in range(0, self.length, gap)]
        return iter(sorted(sent, key=lambda poll: poll.received))

    def usual(self, at: float) -> float:
        """The mean delay to the room at local time `at`, without losses and spikes."""
        return self._shortest(at, 2 * self.line.there) + WAIT

    def _shortest(self, at: float, share: float) -> float:
        return self.line.way * share + (self.line.detour if at > self.length / 2 else 0)

    def _pass(self, sent: float, bursts: Bursts, share: float) -> float:
        timeout = max(MIN_TIMEOUT, 2 * self.usual(sent) + 4 * WAIT)
        while bursts.lost(sent):
            sent, timeout = sent + timeout, 2 * timeout
        spike = self.chance.expovariate(1 / SPIKE) if self.chance.random() < self.line.spikes else 0
        return sent + self._shortest(sent, share) + self.chance.gammavariate(2, WAIT / 2) + spike


def moments(length: Micros, first: Micros) -> Iterator[Micros]:
    """Each whole second from `first` to shortly before the end."""
    return (Micros(at) for at in range(first, length - SECOND, SECOND))
