"""Makes the samples of a kit from its plan: tuned to the device's rate, levelled, and bounded in memory. Pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.sound.messages import KitStatus
from drumcircle_gui.sound.synth.kit import OwnSound, damped, tuned
from drumcircle_gui.sound.synth.mixer import Samples

from .kit_plan import MAX_TAKES, KitPlan, PlannedLayer, PlannedSound, Take
from .wave_data import Sound

MAX_SOUND_S = 15.0
"""Maximum length of a take; the rest is cut off."""

MAX_BYTES = 192 * 2**20
"""Maximum size of all samples of a kit, at the device's rate."""

MAX_PROBLEMS = 8
MAX_RATIO = 8.0
SILENCE = 0.002
"""Threshold of silence, as a share of a take's peak. Softer sound before the stroke is cut off, because it would delay
the stroke."""

LEAD_S = 0.001
"""Length of the sound that is kept before the stroke."""

FADE_S = 0.01
BUILT_IN = "built-in:"
"""Prefix of the name and the layer of a built-in recording in a take's source."""

Fetch = Callable[[str], Sound]
Recordings = Mapping[str, Sequence[tuple[int, Samples]]]
Wanted = OwnSound | None


class OwnSounds:
    """Makes the sounds of one kit for a device of `rate` Hz. `recordings`: the built-in ones, see `kit_io`."""

    def __init__(self, rate: int, recordings: Recordings) -> None:
        self._rate, self._recordings = rate, recordings
        self._made: dict[Take, Samples] = {}
        self._bytes = self._count = self._left_out = 0
        self._problems: list[str] = []

    def sounds(self, plan: KitPlan, fetch: Fetch) -> Iterator[Wanted]:
        """Each sound of `plan`, None for one that cannot be made: the built-in one stays. `fetch` returns a source, and
        raises DrumCircleError, with the reason, if it cannot be read."""
        self._problems = list(plan.problems)
        for planned in plan.sounds:
            try:
                sound = self._sound(planned, fetch)
            except DrumCircleError as error:
                self._problems.append(str(error))
                yield None
            else:
                self._count += sound is not None
                yield sound

    def status(self, plan: KitPlan) -> KitStatus:
        """The result of loading the sounds."""
        problems = self._problems[:MAX_PROBLEMS]
        if len(self._problems) > MAX_PROBLEMS:
            problems.append(f"{len(self._problems) - MAX_PROBLEMS} more problems are not listed.")
        if self._left_out:
            problems.insert(0, f"The kit is too large: {self._left_out} sounds are left out. Use shorter files.")
        like = {key: sound.like for sound in plan.sounds if sound.like for key in sound.keys}
        return KitStatus(plan.name, self._count, self._bytes / 2**20, tuple(problems), like)

    def _sound(self, planned: PlannedSound, fetch: Fetch) -> Wanted:
        layers = planned.layers or self._built_in(planned)
        if self._bytes > MAX_BYTES or len(self._made) > MAX_TAKES:
            self._left_out += 1
            return None
        made = [
            (layer.top, tuple(damped(self._take(take, fetch), planned.decay_s * self._rate) for take in layer.takes))
            for layer in layers
        ]
        return OwnSound(planned.keys, _levelled(made, layers), planned.gain, planned.choke) if made else None

    def _built_in(self, planned: PlannedSound) -> tuple[PlannedLayer, ...]:
        count = len(self._recordings.get(planned.like, ()))
        if not count:
            raise DrumCircleError(f"There is no built-in sound “{planned.like}”; that pad sounds as usual.")
        tops = ((128 * (number + 1) - 1) // count for number in range(count))
        return tuple(
            PlannedLayer(top, (Take(f"{BUILT_IN}{number}:{planned.like}", planned.ratio),))
            for number, top in enumerate(tops)
        )

    def _take(self, take: Take, fetch: Fetch) -> Samples:
        if take not in self._made:
            source = self._fetch(take.source, fetch)
            ratio = min(max(take.ratio, 1 / MAX_RATIO), MAX_RATIO) * source.rate / self._rate
            longest = int(MAX_SOUND_S * source.rate)
            samples = tuned(_trimmed(source.samples[:longest], source.rate), ratio)
            self._bytes += samples.nbytes
            self._made[take] = samples
        return self._made[take]

    def _fetch(self, source: str, fetch: Fetch) -> Sound:
        if not source.startswith(BUILT_IN):
            return fetch(source)
        number, _, name = source.removeprefix(BUILT_IN).partition(":")
        return Sound(*self._recordings[name][int(number)])


def _trimmed(samples: Samples, rate: int) -> Samples:
    """`samples` without the silence before the stroke, and with a fade at the end so that it does not click."""
    peak = float(np.abs(samples).max(initial=0.0))
    if peak == 0:
        raise DrumCircleError("A sound of the kit is silent; the built-in one is used.")
    first = max(int(np.argmax(np.abs(samples) > SILENCE * peak)) - int(LEAD_S * rate), 0)
    cut: Samples = samples[first:].copy()
    fade = min(int(FADE_S * rate), len(cut))
    cut[len(cut) - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)
    return cut


def _levelled(
    made: list[tuple[int, tuple[Samples, ...]]], layers: Sequence[PlannedLayer]
) -> tuple[tuple[int, tuple[Samples, ...]], ...]:
    """The layers, scaled to the peak of the hardest one: a stroke's velocity determines its loudness (`kit.loudness`),
    and the layer only its brightness."""
    peak = max(
        float(np.abs(samples).max()) * take.gain for samples, take in zip(made[-1][1], layers[-1].takes, strict=True)
    )
    return tuple(
        (
            top,
            tuple((samples * (min(peak, 1.0) / float(np.abs(samples).max()))).astype(np.float32) for samples in takes),
        )
        for top, takes in made
    )
