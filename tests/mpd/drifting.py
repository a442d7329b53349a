"""Simulated rooms that drift apart, and are put right as `decide` has it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from drumcircle_gui.mpd.sync.correction import Correction, CorrectionState, Observation, plan_corrections
from drumcircle_gui.timing.units import SECOND, Micros, seconds

START = Micros(0)


@dataclass
class Simulated:
    """Rooms that drift, as the estimates show them, and as they truly are."""

    drifts: Sequence[float]
    noise: float = 500
    uncertainty: int = 1_200
    lag: float = 4_000
    seed: int = 0

    def run(self, length: Micros, told: Callable[[str, int], int] = lambda room, c: c) -> None:
        """`told` is what is seen of a room's c."""
        chance, state, now, every = Random(self.seed), CorrectionState(), START, seconds(0.2)
        names = [str(number) for number in range(len(self.drifts))]
        place = {name: chance.gauss(0, 20_000) for name in names}
        since = dict.fromkeys(names, START)
        self.corrections: list[tuple[Micros, Correction]] = []
        self.apart: list[tuple[Micros, float]] = []
        while now < length:
            looks = [
                Observation(
                    name,
                    told(name, round(place[name] + chance.gauss(0, self.noise))),
                    Micros(self.uncertainty),
                    since[name],
                )
                for name in names
                if now > since[name] + seconds(0.5) or not self.corrections
            ]
            state, corrections = plan_corrections(state, looks, "0", now)
            for each in corrections:
                self.corrections.append((now, each))
                place[each.room] += each.by - self.lag + chance.gauss(0, 700)
                since[each.room] = Micros(now + 100_000)
            self.apart.append((now, max(place.values()) - min(place.values())))
            now = Micros(now + every)
            for name, drift in zip(names, self.drifts, strict=True):
                place[name] += drift * every / SECOND
        self.state = state

    def corrected(self, room: str) -> list[Micros]:
        return [at for at, each in self.corrections if each.room == room]
