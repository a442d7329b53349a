"""Drums: everything with a skin, and the guide's bass note. Each recipe takes a random generator and a hardness."""

import numpy as np

from resources.synthesis import (
    LOADED,
    MEMBRANE,
    Recipe,
    Rng,
    Sound,
    burst,
    driven,
    fall,
    head,
    in_room,
    mixed,
    noise,
    partials,
    swell,
)


def kick(rng: Rng, hard: float) -> Sound:
    body = partials(0.34, (52, 83, 121), (1.0, 0.35, 0.2), (0.34, 0.2, 0.12), glide=1.3 + 0.9 * hard, glide_time=0.016)
    skin = 0.25 * head(rng, 118, 0.13, hard, tilt=1.2, centre=0.8)
    beater = (0.25 + 0.65 * hard) * burst(rng, 0.014, 1100, 2500 + 3500 * hard)
    return in_room(rng, mixed(driven(body, 1.4 + hard), skin, beater), 0.12, 0.12)


def snare(rng: Rng, hard: float) -> Sound:
    skin = head(rng, 187, 0.2, hard, tilt=1.3, damping=0.8, glide=0.1, centre=0.6)
    shell = 0.3 * partials(0.12, (332, 410, 655), (1.0, 0.6, 0.4), (0.11, 0.09, 0.07))
    wires = noise(rng, 0.3, 1500, 5500 + 4500 * hard) * mixed(fall(0.3, 0.2), 0.25 * fall(0.3, 0.42))
    wires *= swell(0.3, 0.003) * (0.34 + 0.45 * hard)
    stick = (0.15 + 0.5 * hard) * burst(rng, 0.008, 2500, 9000)
    return in_room(rng, mixed(driven(mixed(skin, shell), 1.3), wires, stick), 0.2, 0.2)


def sidestick(rng: Rng, hard: float) -> Sound:
    wood = partials(
        0.12, (480, 842, 1713, 2590, 3820), (0.5, 0.8, 1.0, 0.6 * hard, 0.4 * hard), (0.09, 0.07, 0.05, 0.03, 0.02)
    )
    return in_room(rng, mixed(wood, 0.5 * burst(rng, 0.012, 1800, 4000 + 4000 * hard)), 0.2)


def tom(pitch: float, t60: float) -> Recipe:
    def recipe(rng: Rng, hard: float) -> Sound:
        skin = head(rng, pitch, t60, hard, tilt=1.0, damping=1.0, glide=0.16, centre=0.55)
        below = 0.4 * head(rng, pitch * 1.06, t60 * 0.8, hard * 0.5, tilt=2.4, glide=0.1)
        stick = (0.15 + 0.6 * hard) * burst(rng, 0.012, 1200, 3000 + 4000 * hard)
        return in_room(rng, mixed(driven(mixed(skin, below), 1.5), stick), 0.16)

    return recipe


def hand_drum(pitch: float, t60: float, *, tilt: float, palm: float, glide: float, centre: float = 0.3) -> Recipe:
    """An open tone of a conga, bongo or djembe; `palm`: the gain of the fingers' noise."""

    def recipe(rng: Rng, hard: float) -> Sound:
        skin = head(rng, pitch, t60, hard, ratios=LOADED, tilt=tilt, damping=1.15, glide=glide, centre=centre)
        body = 0.35 * partials(0.09, (pitch * 0.52, pitch * 2.7), (0.5, 0.25), (0.08, 0.05))
        fingers = palm * (0.3 + 1.2 * hard) * burst(rng, 0.02, 700, 1800 + 3500 * hard)
        return in_room(rng, mixed(driven(skin, 1.3), body, fingers), 0.18)

    return recipe


def slap(pitch: float, bright: float) -> Recipe:
    def recipe(rng: Rng, hard: float) -> Sound:
        skin = head(rng, pitch, 0.11, hard, ratios=MEMBRANE, tilt=0.5, damping=0.55, glide=0.05, centre=0.1)
        snap = (0.4 + 1.1 * hard) * burst(rng, 0.035, 900 + 500 * hard, bright * (0.5 + 0.7 * hard))
        rim = 0.4 * partials(0.08, (pitch * 4.7, pitch * 6.9, pitch * 8.4), (0.8, 0.6, 0.4), (0.06, 0.05, 0.04))
        return in_room(rng, mixed(0.8 * skin, snap, hard * rim), 0.22)

    return recipe


def deep_drum(pitch: float, t60: float, glide: float, palm: float) -> Recipe:
    """A deep drum struck in the middle: round modes, a soft attack, and enough overtones for small speakers."""

    def recipe(rng: Rng, hard: float) -> Sound:
        skin = head(rng, pitch, t60, hard, ratios=LOADED, tilt=0.6, damping=0.8, glide=glide, centre=0.6)
        thump = palm * (0.5 + hard) * burst(rng, 0.035, 160, 600 + 1000 * hard)
        knock = (0.15 + 0.5 * hard) * burst(rng, 0.009, 1200, 4000)
        return in_room(rng, mixed(driven(mixed(skin, thump), 2.0), knock), 0.14)

    return recipe


def bass(rng: Rng, hard: float) -> Sound:
    """A low, round note between a struck bass string and a bass marimba: A, 55 Hz. On a small speaker its overtones
    carry the pitch."""
    numbers = np.arange(1.0, 15.0)
    strength = numbers ** -(0.55 + 0.7 * (1 - hard)) * np.abs(np.sin(numbers * np.pi * 0.23))
    string = partials(1.1, 55 * numbers * (1 + 0.0003 * numbers**2), strength, 1.0 / numbers**0.45)
    mallet = (0.3 + 0.4 * hard) * burst(rng, 0.025, 250, 1800)
    return in_room(rng, mixed(driven(string * swell(1.1, 0.003), 1.8), mallet), 0.1)
