"""Wood, seeds and hands. Each recipe takes a random generator and a hardness."""

import numpy as np

from resources.synthesis import Recipe, Rng, Sound, band, burst, grains, in_room, later, mixed, noise, partials, times


def wood(pitch: float, t60: float, ratios: tuple[float, ...]) -> Recipe:
    def recipe(rng: Rng, hard: float) -> Sound:
        relative = np.array(ratios)
        modes = partials(t60, pitch * relative, relative ** -(0.8 + 0.9 * (1 - hard)), t60 * relative**-1.1, glide=0.01)
        hollow = 0.25 * partials(t60, (pitch * 0.62,), (1.0,), (t60 * 0.6,))
        return in_room(rng, mixed(modes, hollow, 0.3 * burst(rng, 0.005, pitch, 4000 + 6000 * hard)), 0.2)

    return recipe


def shaker(rng: Rng, hard: float) -> Sound:
    t = times(0.13)
    throw = np.exp(-(((t - 0.006) / 0.009) ** 2)) + 0.3 * np.exp(-(((t - 0.048) / 0.026) ** 2))
    beads = band(grains(rng, throw, 9000), 3000, 4500 + 4500 * hard, 2.0)
    return mixed(beads, 0.012 * noise(rng, 0.13, 3000, 9000) * throw)


def clap(rng: Rng, hard: float) -> Sound:
    hands = [later(gain * burst(rng, 0.02, 750, 2400 + 2200 * hard), at) for at, gain in CLAPS]
    return in_room(rng, mixed(*hands, 0.35 * later(burst(rng, 0.2, 800, 2600), 0.028)), 0.4, 0.26)


CLAPS = ((0.0, 0.7), (0.0093, 0.8), (0.0181, 0.9), (0.0274, 1.0))


def guiro(rng: Rng, hard: float) -> Sound:
    at, gap, strokes = 0.0, 0.017, []
    while at < 0.26:
        tooth = mixed(wood(2350, 0.012, (1.0, 1.61, 2.4))(rng, hard), 0.4 * burst(rng, 0.008, 2500, 7000))
        strokes.append(later(rng.uniform(0.5, 1.0) * (0.5 + 2 * at) * tooth, at))
        at, gap = at + gap * rng.uniform(0.9, 1.1), gap * 0.965
    return mixed(*strokes)
