"""Recordings of hand drums, synthesised with variation, and of the rooms and loudspeakers around them.

Every stroke is rendered anew: hardness, place on the head (the gains of the modes) and tension differ from stroke to
stroke, as they do under real hands. The exact frame of each stroke is known.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from resources.skins import deep_drum, hand_drum, kick, sidestick, slap, snare, tom
from resources.synthesis import RATE, Recipe, band

Sound = npt.NDArray[np.float32]

BASS, TONE, SLAP = 90, 91, 92
APART_S = (0.09, 0.6)
"""The shortest and the longest time between two strokes, in seconds."""

LOUD = 0.25


@dataclass(frozen=True)
class Drum:
    """`recipes`: for each stroke's pad, how it sounds at a relative tension of the head."""

    name: str
    recipes: Mapping[int, tuple[Recipe, float]]


def djembe(pitch: float) -> Drum:
    return Drum(
        f"djembe {pitch:.0f} Hz",
        {
            BASS: (deep_drum(pitch * 0.24, 0.3, 0.1, 0.7), 1.0),
            TONE: (hand_drum(pitch, 0.21, tilt=0.9, palm=0.35, glide=0.03, centre=0.15), 0.8),
            SLAP: (slap(pitch * 1.2, 5200), 0.8),
        },
    )


DRUMS = (
    djembe(290),
    djembe(350),
    Drum(
        "conga",
        {
            BASS: (deep_drum(98, 0.25, 0.08, 0.8), 0.9),
            TONE: (hand_drum(205, 0.32, tilt=1.1, palm=0.3, glide=0.03), 1.0),
            SLAP: (slap(240, 3800), 0.8),
        },
    ),
    Drum("cajon", {BASS: (kick, 1.0), TONE: (sidestick, 0.6), SLAP: (snare, 0.8)}),
    Drum("tom", {BASS: (tom(92, 0.5), 1.0), TONE: (tom(176, 0.34), 0.9), SLAP: (sidestick, 0.7)}),
)


@dataclass(frozen=True)
class Struck:
    """A stroke of a performance."""

    frame: int
    pad: int
    hard: float


@dataclass(frozen=True)
class Performance:
    sound: Sound
    strokes: Sequence[Struck]


def stroke(drum: Drum, pad: int, hard: float, rng: np.random.Generator) -> Sound:
    """One stroke. Between the softest and the hardest lie 20 dB."""
    recipe, level = drum.recipes[pad]
    raw = recipe(rng, hard)
    return (raw * (LOUD * level * 10 ** ((hard - 1) * 20 / 20) / np.sqrt(np.mean(raw[: RATE // 20] ** 2)))).astype(
        np.float32
    )


def perform(
    drum: Drum,
    count: int,
    seed: int,
    pads: Sequence[int] = (BASS, TONE, SLAP),
    apart: tuple[float, float] = APART_S,
) -> Performance:
    """`count` strokes at random intervals, each on one of `pads`."""
    rng = np.random.default_rng(seed)
    gaps = np.exp(rng.uniform(*np.log(apart), count))
    frames = np.round((1 + np.cumsum(gaps)) * RATE).astype(int)
    sound = np.zeros(frames[-1] + RATE, np.float32)
    strokes = []
    for frame in frames:
        pad, hard = int(rng.choice(pads)), float(rng.uniform(0.25, 1))
        one = stroke(drum, pad, hard, rng)[: len(sound) - frame]
        sound[frame : frame + len(one)] += one
        strokes.append(Struck(int(frame), pad, hard))
    return Performance(sound, strokes)


def in_room(sound: Sound, t60: float, seed: int, *, direct: float = 1.0, distance_s: float = 0.0) -> Sound:
    """`sound` at a microphone in a room with that reverberation time. `direct`: how much stronger the direct sound is
    than the reverberation, as a ratio of amplitudes; it arrives `distance_s` late."""
    rng = np.random.default_rng(seed)
    length = round(t60 * RATE)
    tail = band(rng.standard_normal(length) * 10 ** (-3 * np.arange(length) / length), 80, 9000, 1.0)
    tail[: round(0.003 * RATE)] = 0
    for _ in range(6):  # early reflections
        tail[round(rng.uniform(0.003, 0.03) * RATE) % length] += rng.choice([-1, 1]) * rng.uniform(2, 5)
    tail /= np.sqrt(np.sum(tail**2)) * direct
    tail[0] = 1.0
    response = np.concatenate([np.zeros(round(distance_s * RATE)), tail])
    return convolved(sound, response)


def from_loudspeaker(sound: Sound, t60: float, seed: int) -> Sound:
    """`sound` from a small loudspeaker some metres away: band-limited, slightly distorted, as strong as its
    reverberation."""
    coloured = band(sound.astype(np.float64), 90, 14_000, 2.0)
    peak = np.max(np.abs(coloured)) or 1.0
    driven = np.tanh(coloured / peak * 0.5) * peak / np.tanh(0.5)
    return in_room(driven.astype(np.float32), t60, seed, direct=1.0, distance_s=0.007)


def convolved(sound: Sound, response: npt.NDArray[np.float64]) -> Sound:
    size = 1 << int(len(sound) + len(response)).bit_length()
    wet = np.fft.irfft(np.fft.rfft(sound, size) * np.fft.rfft(response, size), size)
    return wet[: len(sound)].astype(np.float32)


def noise(length: int, level: float, seed: int) -> Sound:
    """The noise of a room at a microphone, of that root mean square: pink noise and the hum of the mains."""
    rng = np.random.default_rng(seed)
    spectrum = np.fft.rfft(rng.standard_normal(length))
    spectrum /= np.sqrt(np.maximum(np.arange(len(spectrum)), 20))
    pink = np.fft.irfft(spectrum, length)
    hum = sum(np.sin(2 * np.pi * 50 * n * np.arange(length) / RATE) / n for n in (1, 2, 3))
    mixed = pink / np.sqrt(np.mean(pink**2)) + 0.4 * hum
    return (mixed * level / np.sqrt(np.mean(mixed**2))).astype(np.float32)


def level_of(performance: Performance) -> float:
    """The median root mean square of the strokes' first 50 ms."""
    parts = [performance.sound[each.frame : each.frame + RATE // 20] for each in performance.strokes]
    return float(np.median([np.sqrt(np.mean(part**2)) for part in parts]))
