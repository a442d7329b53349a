"""Simulated lines to a room as TCP shows them: a lost packet is a late one.

A way takes its shortest time and a gamma distributed wait, now and then a spike. While a burst lasts, every packet sent
is lost, and sent again after the retransmission timeout (RFC 6298, at least 200 ms as Linux has it), which doubles.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from drumcircle_gui.mpd.sync.latency import Poll
from drumcircle_gui.timing.units import SECOND, Micros, seconds

LEAST_TIMEOUT = 200_000
WAIT = 2_000
SPIKES, SPIKE = 0.03, 50_000


@dataclass(frozen=True)
class Line:
    """Micros. `loss` is the share of packets lost each way, in bursts of `burst` in the mean (0: each by itself); the
    way there takes the share `there` of the shortest round trip; from half of the time on both ways take `detour` more.
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
    """When one direction of a line lets nothing through, for a while from local time 0 on."""

    line: Line
    length: int
    chance: Random
    edges: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        """The edges at even places begin bursts, those at odd places end them."""
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
    """One connection's fate on a line for `length`; several courses of one seed share the bursts."""

    def __init__(self, line: Line, length: Micros, seed: int) -> None:
        self.line, self.length, self.chance = line, length, Random(seed)
        margin = length + seconds(60)
        self._there, self._back = Bursts(line, margin, Random(seed + 1)), Bursts(line, margin, Random(seed + 2))

    def arrival(self, sent: float) -> float:
        """When a command arrives that is sent at `sent`."""
        return self._pass(sent, self._there, 2 * self.line.there)

    def poll(self, sent: Micros) -> Poll:
        return Poll(sent, Micros(round(self._pass(self.arrival(sent), self._back, 2 - 2 * self.line.there))))

    def polls(self, gap: Micros) -> Iterator[Poll]:
        """In the order in which they are answered: one every `gap`, on connections enough to not wait for another."""
        sent = [self.poll(Micros(at + self.chance.randrange(gap // 2))) for at in range(0, self.length, gap)]
        return iter(sorted(sent, key=lambda poll: poll.received))

    def usual(self, at: float) -> float:
        """What a way there takes in the mean at local time `at`, if no packet is lost and nothing spikes."""
        return self._shortest(at, 2 * self.line.there) + WAIT

    def _shortest(self, at: float, share: float) -> float:
        return self.line.way * share + (self.line.detour if at > self.length / 2 else 0)

    def _pass(self, sent: float, bursts: Bursts, share: float) -> float:
        timeout = max(LEAST_TIMEOUT, 2 * self.usual(sent) + 4 * WAIT)
        while bursts.lost(sent):
            sent, timeout = sent + timeout, 2 * timeout
        spike = self.chance.expovariate(1 / SPIKE) if self.chance.random() < self.line.spikes else 0
        return sent + self._shortest(sent, share) + self.chance.gammavariate(2, WAIT / 2) + spike


def moments(length: Micros, first: Micros) -> Iterator[Micros]:
    """Each whole second from `first` until shortly before the end."""
    return (Micros(at) for at in range(first, length - SECOND, SECOND))
