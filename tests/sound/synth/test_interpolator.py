"""Reading between samples."""

import numpy as np
import pytest

from drumcircle_gui.sound.synth.interpolator import Interpolator, SampledSound

RATE = 48_000


def sine(hertz: float, frames: int = RATE, rate: int = RATE) -> SampledSound:
    wave = np.sin(2 * np.pi * hertz * np.arange(frames) / rate) * 20_000
    return SampledSound(np.stack([wave, -wave], 1).astype(np.int16))


@pytest.mark.parametrize("hertz", [40, 1000, 10_000, 16_000])
def test_a_tone_stays_a_tone(hertz: float) -> None:
    positions = 1000.37 + np.arange(4000) * 1.0001
    left, right = Interpolator(1.0).read(sine(hertz), positions)
    exact = np.sin(2 * np.pi * hertz * positions / RATE) * 20_000 / 32_768
    assert np.abs(left - exact).max() < 0.001
    assert np.array_equal(left, -right)


def test_whole_positions_are_the_samples_but_for_the_highest_band() -> None:
    left, _ = Interpolator(1.0).read(sine(1000), np.arange(100.0, 200.0))
    assert np.abs(left - np.sin(2 * np.pi * 1000 * np.arange(100, 200) / RATE) * 20_000 / 32_768).max() < 0.001


def test_what_a_slower_output_cannot_hold_is_taken_away() -> None:
    steps = np.arange(500, 20_000, 2.0)
    assert np.abs(Interpolator(2.0).read(sine(17_000), steps)[0]).max() < 0.03
    assert np.abs(Interpolator(2.0).read(sine(5_000), steps)[0]).max() > 0.55


def test_outside_there_is_silence() -> None:
    reader, sound = Interpolator(1.0), sine(500, 100)
    for far in (-1e9, -50.0, 150.0, 1e12):
        assert not reader.read(sound, np.array([far])).any()
    assert not reader.read(SampledSound(np.zeros((0, 2), np.int16)), np.array([0.0, 5.0])).any()
