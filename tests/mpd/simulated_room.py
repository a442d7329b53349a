"""Simulated rooms that report `elapsed` as MPD does, with the true position known.

MPD reports the chunk that its output took last. An output takes chunks as it has space for them: smoothly, or a whole
period of a sound card at once, and a little late, when its thread has been woken.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor
from random import Random

from drumcircle_gui.mpd.sync.position import DEFAULT_STEP, StatusReport
from drumcircle_gui.timing.units import SECOND, Micros, seconds


@dataclass
class SimulatedRoom:
    """A room that plays. All in micros, `drift` in ppm.

    `way` is the shortest one-way delay; `jitter` the mean of the gamma-distributed delay beyond it. The output takes
    `period` at once (1: smoothly) and is `late` in the mean. The song is at `begun` at local time 0.
    """

    way: float = 20_000
    jitter: float = 2_000
    period: float = 1
    late: float = 200
    drift: float = 0.0
    step: float = DEFAULT_STEP
    begun: float = 12_345_678.0
    seed: int = 0

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)

    def truth(self, now: float) -> float:
        """The true song clock at local time `now`: the maximum of `elapsed` less local time."""
        return self.begun + self.period + now * self.drift / SECOND

    def elapsed(self, now: float) -> int:
        """The reported `elapsed` at local time `now`, in whole milliseconds."""
        rate = 1 + self.drift / SECOND
        taken = (floor((self.begun + now * rate) / self.period) + 1) * self.period
        chunk = floor(taken / self.step)
        since = (ceil(chunk * self.step / self.period) - 1) * self.period
        if now < (since - self.begun) / rate + Random(hash((self.seed, chunk))).expovariate(1 / self.late):
            chunk -= 1
        return int(chunk * self.step / 1000) * 1000

    def report(self, sent: float) -> StatusReport:
        """One poll, sent at local time `sent`."""
        there, back = (self.way + self.chance.gammavariate(2, self.jitter / 2) for _ in range(2))
        return StatusReport(Micros(int(sent)), Micros(int(sent + there + back)), Micros(self.elapsed(sent + there)))

    def reports(self, start: Micros, length: Micros, rate: float = 20) -> Iterator[StatusReport]:
        """Polls at `rate` a second, slightly uneven as over several connections."""
        gap = seconds(1 / rate)
        return (self.report(start + n * gap + self.chance.uniform(-0.3, 0.3) * gap) for n in range(length // gap))
