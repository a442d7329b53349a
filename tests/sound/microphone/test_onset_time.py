"""The exact beginning of a stroke, in noise and while an earlier one rings."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.sound.microphone.drum_detector import CLEAR_CONTRAST
from drumcircle_gui.sound.microphone.onset_time import exact_onset, frames_needed

RATE = 48_000
BEFORE, AFTER = frames_needed(RATE)
MS = RATE // 1000


def around(shift: int, noise: float, ringing: float, seed: int) -> np.ndarray:
    """A decaying burst that begins `shift` frames after the coarse onset, in noise, while 220 Hz ring."""
    rng = np.random.default_rng(seed)
    length, begin = BEFORE + AFTER, BEFORE + shift
    sound = noise * rng.standard_normal(length) + ringing * np.sin(2 * np.pi * 220 / RATE * np.arange(length))
    burst = rng.standard_normal(length - begin) * np.exp(-np.arange(length - begin) / (5 * MS))
    sound[begin:] += 0.3 * burst
    return sound.astype(np.float32)


@given(some.integers(-8 * MS, 6 * MS), some.floats(0.0005, 0.02), some.floats(0, 0.3), some.integers(0, 99))
def test_the_onset_is_found_to_a_fraction_of_a_millisecond(shift, noise, ringing, seed):
    onset = exact_onset(around(shift, noise, ringing, seed), RATE)
    assert abs(onset.frame - BEFORE - shift) <= MS // 2
    assert onset.contrast > 3


@pytest.mark.parametrize("seed", range(8))
def test_noise_alone_has_no_contrast(seed):
    noise = np.random.default_rng(seed).standard_normal(BEFORE + AFTER).astype(np.float32)
    assert exact_onset(noise * 0.1, RATE).contrast < CLEAR_CONTRAST


def test_silence_is_no_onset():
    assert exact_onset(np.zeros(BEFORE + AFTER, np.float32), RATE).contrast == 1
