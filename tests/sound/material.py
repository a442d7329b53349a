"""Sounds for tests: short and exact."""

import numpy as np

from drumcircle_gui.sound.synth.kit import KEYS, Kit, patch
from drumcircle_gui.sound.synth.mixer import Samples

RATE = 48_000


def constant(level: float, length: int) -> Samples:
    return np.full(length, level, np.float32)


def spike(length: int = 8, level: float = 0.5) -> Samples:
    """A single sample, then silence."""
    out = np.zeros(length, np.float32)
    out[0] = level
    return out


def kit_of(sound: Samples, layers: int = 1) -> Kit:
    """A kit in which every key makes the same sound; harder layers are louder."""
    stack = [sound * (layer + 1) for layer in range(layers)]
    return Kit({each.recording: stack for each in map(patch, range(KEYS))})


def block(frames: int) -> Samples:
    return np.zeros((frames, 2), np.float32)
