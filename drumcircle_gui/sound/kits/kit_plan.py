"""The contents of a kit's description, independent of its format: which takes sound on which keys. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

MAX_VELOCITY = 127
MAX_TAKES = 4096
"""Maximum number of takes of one kit; further ones are left out."""


MAX_SEMITONES = 240.0
MAX_DECIBELS = 100.0
"""Maximum gain in a description: far more than can be heard, and small enough for a number."""


@dataclass(frozen=True, slots=True)
class Take:
    """One recording. `source`: a file of the kit, or the number of a SoundFont's sample. `ratio`: factor of the
    playback speed. `gain` is linear."""

    source: str
    ratio: float = 1.0
    gain: float = 1.0


@dataclass(frozen=True, slots=True)
class PlannedLayer:
    """The takes of strokes up to the velocity `top`, which are played in turn."""

    top: int
    takes: tuple[Take, ...]


@dataclass(frozen=True, slots=True)
class PlannedSound:
    """The sound of `keys`, its layers from soft to hard. Without layers it is the built-in sound `like`, played `ratio`
    times as fast. `choke`: see `synth.kit.Patch`; `decay_s` too."""

    keys: tuple[int, ...]
    layers: tuple[PlannedLayer, ...] = ()
    like: str = ""
    ratio: float = 1.0
    gain: float = 1.0
    choke: int = 0
    decay_s: float = 0.0


@dataclass(frozen=True, slots=True)
class KitPlan:
    """A kit. `problems`: the parts of its description that are not used, and why."""

    name: str
    sounds: tuple[PlannedSound, ...]
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """A take for a range of keys and velocities, the unit of samplers. `per_key`: semitones that the pitch rises from
    one key to the next, from `centre` on. `turn`: its place among takes that are played in turn; None: it has none."""

    source: str
    keys: range
    velocities: range
    centre: int
    per_key: float = 1.0
    semitones: float = 0.0
    gain: float = 1.0
    choke: int = 0
    turn: float | None = None

    def take(self, key: int) -> Take:
        semitones = self.semitones + self.per_key * (key - self.centre)
        return Take(self.source, 2 ** (min(max(semitones, -MAX_SEMITONES), MAX_SEMITONES) / 12), self.gain)


def decibels(value: float) -> float:
    """The linear gain of that many decibels, at most MAX_DECIBELS."""
    return float(10 ** (min(value, MAX_DECIBELS) / 20))


def plan_of_regions(name: str, regions: Sequence[Region], problems: Iterable[str] = ()) -> KitPlan:
    """The plan of a sampler's regions. If regions sound together, the first one is used."""
    by_key: dict[int, list[Region]] = defaultdict(list)
    for region in regions:
        for key in region.keys:
            by_key[key].append(region)
    together = 0
    sounds = []
    for key, here in sorted(by_key.items()):
        layers, doubled = _layers(key, here)
        together += doubled
        sounds.append(PlannedSound((key,), layers, choke=here[0].choke))
    found = list(problems)
    if together:
        found.append(f"{together} takes sound together with others and are left out.")
    return KitPlan(name, tuple(sounds), tuple(found))


def _layers(key: int, regions: Sequence[Region]) -> tuple[tuple[PlannedLayer, ...], int]:
    by_top: dict[int, list[Region]] = defaultdict(list)
    for region in regions:
        by_top[region.velocities.stop - 1].append(region)
    layers, doubled = [], 0
    for top, here in sorted(by_top.items()):
        turns = sorted((region for region in here if region.turn is not None), key=lambda region: region.turn or 0.0)
        used = turns or here[:1]
        doubled += len(here) - len(used)
        layers.append(PlannedLayer(top, tuple(region.take(key) for region in used)))
    return tuple(layers), doubled
