"""Simulated rooms that drift apart and are corrected as `plan_corrections` says."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from drumcircle_gui.mpd.sync.correction import Correction, CorrectionState, Observation, plan_corrections
from drumcircle_gui.timing.units import SECOND, Micros, seconds

START = Micros(0)


@dataclass
class SimulatedGroup:
    """Rooms with a true song clock and a noisy observation of it. `drifts` in ppm; `noise`, `uncertainty` and `lag` (by
    how much a seek lands too early) in micros."""

    drifts: Sequence[float]
    noise: float = 500
    uncertainty: int = 1_200
    lag: float = 4_000
    seed: int = 0

    def run(self, length: Micros, observed: Callable[[str, int], int] = lambda room, clock: clock) -> None:
        """Simulate for `length`. `observed` changes what is observed of a room's song clock."""
        chance, state, now, every = Random(self.seed), CorrectionState(), START, seconds(0.2)
        names = [str(number) for number in range(len(self.drifts))]
        clocks = {name: chance.gauss(0, 20_000) for name in names}
        since = dict.fromkeys(names, START)
        self.corrections: list[tuple[Micros, Correction]] = []
        self.spreads: list[tuple[Micros, float]] = []
        while now < length:
            observations = [
                Observation(
                    name,
                    observed(name, round(clocks[name] + chance.gauss(0, self.noise))),
                    Micros(self.uncertainty),
                    since[name],
                )
                for name in names
                if now > since[name] + seconds(0.5) or not self.corrections
            ]
            state, corrections = plan_corrections(state, observations, "0", now)
            for each in corrections:
                self.corrections.append((now, each))
                clocks[each.room] += each.by - self.lag + chance.gauss(0, 700)
                since[each.room] = Micros(now + 100_000)
            self.spreads.append((now, max(clocks.values()) - min(clocks.values())))
            now = Micros(now + every)
            for name, drift in zip(names, self.drifts, strict=True):
                clocks[name] += drift * every / SECOND
        self.state = state

    def corrected(self, room: str) -> list[Micros]:
        """When that room was corrected."""
        return [at for at, each in self.corrections if each.room == room]
