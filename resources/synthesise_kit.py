"""Renders the drum kit: `python resources/synthesise_kit.py` writes `kit/SOUND_LAYER.wav`, always the same bytes.

A sound has one to three layers, from soft to hard: a harder stroke is brighter, not only louder. All recordings have
the same perceived loudness, plus the level of their sound in the mix; the velocity scales them when they are played.
"""

import sys
import wave
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it runs from a bare checkout

from resources.metal import bell, cymbal, hat, ride_bell, tambourine, triangle
from resources.skins import bass, deep_drum, hand_drum, kick, sidestick, slap, snare, tom
from resources.synthesis import BAR, RATE, Recipe, Sound
from resources.wood import clap, guiro, shaker, wood

FOLDER = Path(__file__).with_name("kit")
LAYERS = {1: (0.8,), 2: (0.4, 1.0), 3: (0.2, 0.6, 1.0)}
LOUD = 0.13
PEAK = 0.89
SILENCE = 10 ** (-62 / 20)
ATTACK_S = 0.00025
END_FADE_S = 0.02


@dataclass(frozen=True)
class Voice:
    """How a sound is made. `level`: dB relative to the common loudness; `longest`: the maximum length in s."""

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
    """The finished recording of a sound at a `layer` (0: the softest), from -1 to 1."""
    voice = KIT[name]
    rng = np.random.default_rng(zlib.crc32(name.encode()))
    raw = voice.recipe(rng, LAYERS[voice.layers][layer])
    shaped = faded(raw[: round(voice.longest * RATE)])
    return trimmed(at_level(shaped, voice.level))


def faded(sound: Sound) -> Sound:
    """With a short fade-in and a fade-out, so that neither end clicks."""
    out = sound.copy()
    attack, end = round(ATTACK_S * RATE), round(END_FADE_S * RATE)
    out[:attack] *= np.sin(np.linspace(0, np.pi / 2, attack))
    last = max(len(out) // 4, end)
    out[-last:] *= 0.5 + 0.5 * np.cos(np.linspace(0, np.pi, last))
    return out


def at_level(sound: Sound, level: float) -> Sound:
    """Scaled to the common loudness plus `level` dB; peaks near full scale are saturated."""
    scaled = sound * (LOUD * 10 ** (level / 20) / perceived(sound))
    return PEAK * np.tanh(scaled / PEAK) if np.max(np.abs(scaled)) > 0.7 * PEAK else scaled


def perceived(sound: Sound) -> float:
    """The largest weighted power over 80 ms, as a root mean square. The weighting is a gentle high-pass and a lift
    above 2 kHz, after ITU-R BS.1770 with less attenuation of the bass."""
    frequencies = np.fft.rfftfreq(2 * len(sound), 1 / RATE)
    weight = frequencies / np.hypot(frequencies, 90) * (1 + 0.6 * frequencies / np.hypot(frequencies, 2000))
    weighted = np.fft.irfft(np.fft.rfft(sound, 2 * len(sound)) * weight)[: len(sound)]
    window = round(0.08 * RATE)
    power = np.convolve(weighted**2, np.ones(window) / window)
    return float(np.sqrt(power.max()))


def trimmed(sound: Sound) -> Sound:
    """Without the inaudible end."""
    audible = np.flatnonzero(np.abs(sound) > SILENCE * np.max(np.abs(sound)))
    out = sound[: audible[-1] + 1].copy()
    last = min(round(END_FADE_S * RATE), len(out) // 4)
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
