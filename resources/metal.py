"""Cymbals, bells and jingles. Each recipe takes a random generator and a hardness."""

import numpy as np

from resources.synthesis import (
    RATE,
    Recipe,
    Rng,
    Sound,
    band,
    burst,
    fall,
    grains,
    in_room,
    later,
    mixed,
    noise,
    partials,
    plate,
    swell,
)


def hat(t60: float, length: float, low: float) -> Recipe:
    def recipe(rng: Rng, hard: float) -> Sound:
        metal = plate(rng, length, low, 15_500, 260, t60 * 1.6, lean=0.35)
        air = 0.5 * noise(rng, length, 6000, 14_000) * fall(length, t60 * 0.8)
        stick = (0.3 + 0.7 * hard) * burst(rng, 0.012, 3000, 8000 + 6000 * hard)
        return band(mixed(metal, air, stick), low * (0.8 + 0.3 * hard), 3500 + 12_500 * hard**1.5, 1.5)

    return recipe


def cymbal(t60: float, length: float, low: float, *, ping: float, bloom: float, wash: float) -> Recipe:
    """`ping`: the gain of the stick's attack; `bloom`: the rise time of the highs; `wash`: the gain of the noise."""

    def recipe(rng: Rng, hard: float) -> Sound:
        dark = plate(rng, length, low, 3000, 90, t60 * 1.5, lean=0.35)
        bright = plate(rng, length, 2600, 15_500, 330, t60 * 1.1, lean=0.5) * swell(length, bloom)
        air = wash * noise(rng, length, 4500, 13_000) * fall(length, t60 * 0.45) * swell(length, bloom)
        stick = ping * burst(rng, 0.03, 2500, 9000)
        tail = np.cos(np.linspace(0, np.pi / 2, round(length * RATE))) ** 0.7
        whole = mixed(0.55 * dark, (0.5 + 0.6 * hard) * bright, (0.3 + 0.7 * hard) * air)
        return band(mixed(whole * tail, stick), low * 0.8, 4500 + 11_000 * hard, 1.0)

    return recipe


def ride_bell(rng: Rng, hard: float) -> Sound:
    tone = partials(
        1.0, (812, 1390, 2088, 2930, 3890, 5170), (0.7, 1, 0.9, 0.6, 0.5, 0.3), (1.0, 0.9, 0.7, 0.6, 0.4, 0.3)
    )
    wash = (0.3 + 0.4 * hard) * plate(rng, 0.9, 1900, 13_000, 160, 0.8)
    return mixed(tone, wash, 0.6 * hard * burst(rng, 0.01, 3000, 10_000))


def bell(frequencies: tuple[float, ...], t60: float) -> Recipe:
    """A folded sheet of iron: few strong modes, each a beating pair, and the attack of the stick."""

    def recipe(rng: Rng, hard: float) -> Sound:
        pairs = np.array([f * (1 + side * rng.uniform(0.001, 0.004)) for f in frequencies for side in (-1, 1)])
        relative = pairs / frequencies[0]
        modes = partials(t60, pairs, relative ** -(0.5 + 0.8 * (1 - hard)), t60 * relative**-0.6)
        clank = 0.5 * (0.4 + 0.6 * hard) * burst(rng, 0.015, frequencies[1] * 1.5, 5000 + 5000 * hard)
        return in_room(rng, mixed(modes, clank), 0.15)

    return recipe


def triangle(t60: float) -> Recipe:
    def recipe(rng: Rng, hard: float) -> Sound:
        frequencies = np.array([1218, 2320, 3615, 4980, 5120, 6610, 8030, 9720, 11_850])
        gains = np.array([0.12, 0.3, 0.55, 1.0, 0.7, 0.8, 0.7, 0.5 * hard + 0.1, 0.4 * hard])
        ring = partials(min(t60, 1.5), frequencies, gains, t60 * rng.uniform(0.7, 1.1, len(frequencies)))
        return mixed(ring, 0.3 * burst(rng, 0.006, 4000, 12_000))

    return recipe


def tambourine(rng: Rng, hard: float) -> Sound:
    envelope = mixed(fall(0.3, 0.22), 0.5 * later(fall(0.26, 0.16), 0.028))
    beads = band(grains(rng, envelope, 1400), 3600, 6000 + 3000 * hard, 2.0) * 9
    jingles = plate(rng, 0.3, 4200, 11_500, 60, 0.24, lean=0.3) * envelope[: round(0.3 * RATE)]
    palm = 0.6 * burst(rng, 0.025, 250, 1200 + 1500 * hard)
    return mixed(beads, (0.5 + 0.5 * hard) * jingles, palm)
