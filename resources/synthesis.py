"""Building blocks of drum sounds: struck skins, bars and plates as sums of damped modes, bursts and grains of noise.

All sounds are mono floats at RATE; times in seconds, frequencies in Hz. A decay is a T60: the time after which a sound
is 60 dB softer. `hard` is the hardness of the stroke, 0 to 1: harder strokes have stronger high modes.
"""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

Sound = npt.NDArray[np.float64]
Rng = np.random.Generator
Recipe = Callable[[Rng, float], Sound]

RATE = 48_000
DECAY_60_DB = np.log(1000)

# Ideal circular membrane: zeros of the Bessel functions over the first one (Fletcher & Rossing, "The Physics of Musical
# Instruments", section 3.2), in the order of frequency.
MEMBRANE = (1.0, 1.593, 2.135, 2.295, 2.653, 2.917, 3.155, 3.500, 3.598, 3.652, 4.059, 4.154, 4.60, 4.90)
# A head over a closed or long body: the air's load pulls the lower modes towards a harmonic series (the same, 18.2).
LOADED = (1.0, 1.51, 1.99, 2.26, 2.44, 2.89, 3.17, 3.46, 3.85, 4.32)
# A bar, free at both ends (the same, 2.16).
BAR = (1.0, 2.756, 5.404, 8.933, 13.34)


def times(length: float) -> Sound:
    return np.arange(float(round(length * RATE))) / RATE


def fall(length: float, t60: float) -> Sound:
    """An exponential decay by 60 dB within `t60`."""
    out: Sound = np.exp(-times(length) * DECAY_60_DB / t60)
    return out


def swell(length: float, rise: float) -> Sound:
    """A rise from 0 to 1, 98 % of it within `rise`."""
    return 1 - np.exp(-times(length) * 4 / rise)


def partials(
    length: float,
    frequencies: Sequence[float] | Sound,
    gains: Sequence[float] | Sound,
    t60s: Sequence[float] | Sound,
    glide: float = 0.0,
    glide_time: float = 0.03,
    phases: Sequence[float] | Sound | None = None,
) -> Sound:
    """Damped sinusoids. All start sharp by the share `glide`, as a head does because the stroke raises its tension."""
    t = times(length)
    bent = t + glide * glide_time * (1 - np.exp(-t / glide_time))
    out = np.zeros_like(t)
    starts = np.zeros(len(frequencies)) if phases is None else np.asarray(phases)
    for frequency, gain, t60, phase in zip(frequencies, gains, t60s, starts, strict=True):
        if 0 < frequency < 0.45 * RATE:
            out += gain * np.exp(-t * DECAY_60_DB / t60) * np.sin(2 * np.pi * frequency * bent + phase)
    return out


def head(
    rng: Rng,
    pitch: float,
    t60: float,
    hard: float,
    *,
    ratios: Sequence[float] = MEMBRANE,
    tilt: float = 1.6,
    damping: float = 1.0,
    glide: float = 0.06,
    centre: float = 0.5,
) -> Sound:
    """A struck membrane. `tilt`: the exponent by which higher modes are weaker (less when hit hard); `damping`: the
    exponent by which they decay sooner; `centre`: 1 struck in the middle (round modes), 0 at the rim (the others). Each
    degenerate mode is a slightly detuned pair, as on a real head, whose tension is never even.
    """
    round_modes = {0, 3, 8}
    frequencies, gains, t60s = [], [], []
    for number, ratio in enumerate(ratios):
        share = centre if number in round_modes else 1 - centre
        gain = (0.25 + share) * ratio ** -(tilt + 1.2 * (1 - hard)) * rng.uniform(0.8, 1.2)
        decay = t60 * ratio**-damping
        for side in (-1, 1) if number not in round_modes else (0,):
            frequencies.append(pitch * ratio * (1 + side * rng.uniform(0.001, 0.006)))
            gains.append(gain / (2 if side else 1))
            t60s.append(decay * rng.uniform(0.9, 1.1))
    return partials(1.15 * t60, frequencies, gains, t60s, glide * (0.4 + 0.6 * hard))


def plate(rng: Rng, length: float, low: float, high: float, count: int, t60: float, *, lean: float = 0.5) -> Sound:
    """Many inharmonic modes from `low` to `high`, as of cymbals; the high ones decay sooner, by the exponent `lean`."""
    frequencies = np.sort(low * (high / low) ** rng.uniform(0, 1, count) ** 0.75)
    gains = rng.rayleigh(1.0, count) / np.sqrt(count)
    t60s = t60 * (low / frequencies) ** lean * rng.uniform(0.6, 1.4, count)
    return partials(length, frequencies, gains, t60s, phases=rng.uniform(0, 2 * np.pi, count))


def noise(rng: Rng, length: float, low: float, high: float, steep: float = 2.0) -> Sound:
    """Noise between `low` and `high` with about unit power and slopes of 6 * `steep` dB per octave."""
    return band(rng.standard_normal(round(length * RATE)), low, high, steep, level=True)


def band(sound: Sound, low: float, high: float, steep: float = 2.0, *, level: bool = False) -> Sound:
    """`sound` filtered to the band from `low` to `high`, with minimum-phase slopes of 6 * `steep` dB per octave."""
    size = 2 ** int(np.ceil(np.log2(max(len(sound), 2) * 2)))
    frequencies = np.fft.rfftfreq(size, 1 / RATE)
    s = 1j * frequencies
    response = (s / (s + low)) ** steep * (high / (s + high)) ** steep
    filtered: Sound = np.fft.irfft(np.fft.rfft(sound, size) * response, size)[: len(sound)]
    return filtered / max(np.sqrt(np.mean(np.abs(response) ** 2)), 1e-6) if level else filtered


def burst(rng: Rng, t60: float, low: float, high: float) -> Sound:
    """A short burst of noise: the attack of a stick or a hand."""
    return noise(rng, t60 * 1.2, low, high) * fall(t60 * 1.2, t60)


def grains(rng: Rng, envelope: Sound, per_second: float) -> Sound:
    """Impulses at random times, `per_second` on average, with random strengths scaled by the `envelope`."""
    hits = rng.random(len(envelope)) < per_second / RATE
    strengths: Sound = rng.exponential(1.0, len(envelope)) * rng.choice([-1.0, 1.0], len(envelope))
    return envelope * hits * strengths


def later(sound: Sound, delay: float) -> Sound:
    return np.concatenate([np.zeros(round(delay * RATE)), sound])


def mixed(*parts: Sound) -> Sound:
    """The sum of the parts, as long as the longest."""
    out = np.zeros(max(map(len, parts)))
    for part in parts:
        out[: len(part)] += part
    return out


def driven(sound: Sound, amount: float) -> Sound:
    """Soft saturation, as of a head and a microphone at high levels: adds overtones that small speakers reproduce."""
    peak = float(np.max(np.abs(sound)))
    return np.tanh(sound / peak * amount) * (peak / float(np.tanh(amount)))


def in_room(rng: Rng, sound: Sound, share: float, t60: float = 0.18) -> Sound:
    """`sound` with early reflections and a short tail of a small wooden room; `share`: the level of the room."""
    length = t60 * 0.7
    tail = band(rng.standard_normal(round(length * RATE)) * fall(length, t60), 150, 5000, 1.0)
    tail[: round(0.004 * RATE)] = 0
    for delay, gain in ((0.0043, 0.9), (0.0071, -0.7), (0.0113, 0.6), (0.0172, 0.5)):
        tail[round(delay * RATE)] += gain * 6
    tail *= share / np.sqrt(np.sum(tail**2))
    size = 2 ** int(np.ceil(np.log2(len(sound) + len(tail))))
    wet = np.fft.irfft(np.fft.rfft(sound, size) * np.fft.rfft(tail, size), size)[: len(sound) + len(tail)]
    return mixed(sound, wet)
