"""Renders the kit: `python resources/synthesise_kit.py` writes `kit/SOUND_LAYER.wav` beside it, always the same bytes.

Two or three layers of each sound, from soft to hard: a harder stroke is brighter, not only louder. All are brought to
the same perceived loudness (then to their place in the mix); how loud a stroke is, its velocity says when it is played.
"""

import sys
import wave
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from resources.synthesis import (
    BAR,
    LOADED,
    MEMBRANE,
    RATE,
    Sound,
    band,
    burst,
    driven,
    fall,
    grains,
    head,
    in_room,
    later,
    mixed,
    noise,
    partials,
    plate,
    swell,
    times,
)

FOLDER = Path(__file__).with_name("kit")
LAYERS = {1: (0.8,), 2: (0.4, 1.0), 3: (0.2, 0.6, 1.0)}
LOUD = 0.13
PEAK = 0.89
SILENCE = 10 ** (-62 / 20)
ATTACK = 0.00025
END_FADE = 0.02

Rng = np.random.Generator
Recipe = Callable[[Rng, float], Sound]


# --- skins -----------------------------------------------------------------------------------------------------------


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
    """An open tone of a conga, bongo or djembe; `palm`: how much the fingers are heard."""

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
    """Struck in the middle: round modes, a soft thump of stick or palm, and enough overtones for small speakers."""

    def recipe(rng: Rng, hard: float) -> Sound:
        skin = head(rng, pitch, t60, hard, ratios=LOADED, tilt=0.6, damping=0.8, glide=glide, centre=0.6)
        thump = palm * (0.5 + hard) * burst(rng, 0.035, 160, 600 + 1000 * hard)
        knock = (0.15 + 0.5 * hard) * burst(rng, 0.009, 1200, 4000)
        return in_room(rng, mixed(driven(mixed(skin, thump), 2.0), knock), 0.14)

    return recipe


def bass(rng: Rng, hard: float) -> Sound:
    """A low, round note, between a struck bass string and a bass marimba: A, 55 Hz. The ear makes its pitch from the
    overtones where a small speaker leaves out the rest."""
    numbers = np.arange(1.0, 15.0)
    strength = numbers ** -(0.55 + 0.7 * (1 - hard)) * np.abs(np.sin(numbers * np.pi * 0.23))
    string = partials(1.1, 55 * numbers * (1 + 0.0003 * numbers**2), strength, 1.0 / numbers**0.45)
    mallet = (0.3 + 0.4 * hard) * burst(rng, 0.025, 250, 1800)
    return in_room(rng, mixed(driven(string * swell(1.1, 0.003), 1.8), mallet), 0.1)


# --- metal -----------------------------------------------------------------------------------------------------------


def hat(t60: float, length: float, low: float) -> Recipe:
    def recipe(rng: Rng, hard: float) -> Sound:
        metal = plate(rng, length, low, 15_500, 260, t60 * 1.6, lean=0.35)
        air = 0.5 * noise(rng, length, 6000, 14_000) * fall(length, t60 * 0.8)
        stick = (0.3 + 0.7 * hard) * burst(rng, 0.012, 3000, 8000 + 6000 * hard)
        return band(mixed(metal, air, stick), low * (0.8 + 0.3 * hard), 3500 + 12_500 * hard**1.5, 1.5)

    return recipe


def cymbal(t60: float, length: float, low: float, *, ping: float, bloom: float, wash: float) -> Recipe:
    """`ping`: the stick's own note; `bloom`: how long the highs take to build up; `wash`: the noise of the edge."""

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
    """A folded sheet of iron: few strong modes, each a beating pair, and the clank of the stick."""

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


# --- wood, seeds, hands ----------------------------------------------------------------------------------------------


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


# --- the kit ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Voice:
    """`level`: dB above or below the common loudness; `longest`: seconds after which it is faded out."""

    recipe: Recipe
    layers: int = 3
    level: float = 0.0
    longest: float = 0.6


KIT: Mapping[str, Voice] = {
    "dundun": Voice(deep_drum(74, 0.5, 0.12, 0.5), 3, 1, 0.55),
    "bass": Voice(bass, 2, 0, 1.0),
    "kick": Voice(kick, 3, 1, 0.36),
    "snare": Voice(snare, 3, 0, 0.36),
    "sidestick": Voice(sidestick, 2, -3, 0.2),
    "hat_closed": Voice(hat(0.075, 0.13, 3400), 3, -7, 0.13),
    "hat_pedal": Voice(hat(0.05, 0.1, 2600), 2, -8, 0.1),
    "hat_open": Voice(hat(0.5, 0.62, 3000), 2, -6, 0.6),
    "tom_low": Voice(tom(88, 0.5), 3, 0, 0.55),
    "tom_mid": Voice(tom(124, 0.42), 3, 0, 0.48),
    "tom_high": Voice(tom(176, 0.34), 3, 0, 0.4),
    "crash": Voice(cymbal(2.3, 1.9, 380, ping=0.6, bloom=0.012, wash=0.5), 2, -4, 1.9),
    "ride": Voice(cymbal(1.1, 1.1, 420, ping=1.0, bloom=0.05, wash=0.12), 2, -6, 1.1),
    "ride_bell": Voice(ride_bell, 2, -6, 0.9),
    "clap": Voice(clap, 2, -2, 0.3),
    "cowbell": Voice(bell((562, 845, 1395, 2010, 2690, 3550), 0.3), 2, -4, 0.32),
    "agogo_high": Voice(bell((948, 2190, 3010, 4480, 5900), 0.36), 2, -5, 0.36),
    "agogo_low": Voice(bell((664, 1560, 2130, 3240, 4310), 0.4), 2, -5, 0.4),
    "triangle": Voice(triangle(1.4), 1, -9, 1.2),
    "triangle_mute": Voice(triangle(0.14), 1, -9, 0.16),
    "tambourine": Voice(tambourine, 2, -5, 0.32),
    "conga_low": Voice(hand_drum(158, 0.36, tilt=1.1, palm=0.3, glide=0.03), 3, 0, 0.42),
    "conga_open": Voice(hand_drum(213, 0.32, tilt=1.1, palm=0.3, glide=0.03), 3, 0, 0.38),
    "conga_slap": Voice(slap(245, 3800), 2, -1, 0.2),
    "bongo_low": Voice(hand_drum(302, 0.2, tilt=1.2, palm=0.3, glide=0.04), 2, -1, 0.26),
    "bongo_high": Voice(hand_drum(418, 0.17, tilt=1.2, palm=0.3, glide=0.04), 2, -1, 0.24),
    "djembe_bass": Voice(deep_drum(76, 0.3, 0.1, 0.7), 3, 1, 0.36),
    "djembe_tone": Voice(hand_drum(322, 0.21, tilt=0.9, palm=0.35, glide=0.03, centre=0.15), 3, 0, 0.28),
    "djembe_slap": Voice(slap(390, 5200), 3, -1, 0.22),
    "timbale": Voice(tom(262, 0.3), 2, -1, 0.34),
    "shaker": Voice(shaker, 2, -8, 0.14),
    "claves": Voice(wood(2460, 0.09, BAR[:3]), 2, -6, 0.12),
    "woodblock": Voice(wood(905, 0.09, (1.0, 1.83, 2.71, 4.1)), 2, -3, 0.14),
    "guiro": Voice(guiro, 1, -7, 0.32),
}


def rendered(name: str, layer: int) -> Sound:
    """The sound `name` at its `layer` (0 the softest), finished, within -1 to 1."""
    voice = KIT[name]
    rng = np.random.default_rng(zlib.crc32(name.encode()))
    raw = voice.recipe(rng, LAYERS[voice.layers][layer])
    shaped = faded(raw[: round(voice.longest * RATE)])
    return trimmed(at_level(shaped, voice.level))


def faded(sound: Sound) -> Sound:
    """Beginning from and ending in silence without a click."""
    out = sound.copy()
    attack, end = round(ATTACK * RATE), round(END_FADE * RATE)
    out[:attack] *= np.sin(np.linspace(0, np.pi / 2, attack))
    last = max(len(out) // 4, end)
    out[-last:] *= 0.5 + 0.5 * np.cos(np.linspace(0, np.pi, last))
    return out


def at_level(sound: Sound, level: float) -> Sound:
    """Brought to the common loudness and `level` dB, its peaks rounded off where they would not fit."""
    scaled = sound * (LOUD * 10 ** (level / 20) / perceived(sound))
    return PEAK * np.tanh(scaled / PEAK) if np.max(np.abs(scaled)) > 0.7 * PEAK else scaled


def perceived(sound: Sound) -> float:
    """The greatest loudness over about 80 ms, the ear's weighting taken as a gentle high-pass and a lift above 2 kHz
    (after ITU-R BS.1770, the bass less punished)."""
    frequencies = np.fft.rfftfreq(2 * len(sound), 1 / RATE)
    weight = frequencies / np.hypot(frequencies, 90) * (1 + 0.6 * frequencies / np.hypot(frequencies, 2000))
    weighted = np.fft.irfft(np.fft.rfft(sound, 2 * len(sound)) * weight)[: len(sound)]
    window = round(0.08 * RATE)
    power = np.convolve(weighted**2, np.ones(window) / window)
    return float(np.sqrt(power.max()))


def trimmed(sound: Sound) -> Sound:
    """Without the end that nobody hears."""
    audible = np.flatnonzero(np.abs(sound) > SILENCE * np.max(np.abs(sound)))
    out = sound[: audible[-1] + 1].copy()
    last = min(round(END_FADE * RATE), len(out) // 4)
    out[-last:] *= np.linspace(1, 0, last)
    return out


def write(folder: Path) -> int:
    """Write all recordings; returns how many."""
    folder.mkdir(exist_ok=True)
    count = 0
    for name, voice in KIT.items():
        for layer in range(voice.layers):
            samples = np.round(rendered(name, layer) * 32767).astype("<i2")
            with wave.open(str(folder / f"{name}_{layer + 1}.wav"), "wb") as file:
                file.setnchannels(1)
                file.setsampwidth(2)
                file.setframerate(RATE)
                file.writeframes(samples.tobytes())
            count += 1
    return count


if __name__ == "__main__":
    sys.stdout.write(f"{write(FOLDER)} recordings in {FOLDER}\n")
