import numpy as np
import pytest

from drumcircle_gui.sound.synth.dac_clock import DacClock
from drumcircle_gui.sound.synth.played_sound import LENGTH, PlayedSound
from drumcircle_gui.timing.units import SECOND, Micros

RATE = 48_000


def played(seconds: float, begin: int = SECOND, frequency: float = 440.0) -> PlayedSound:
    """A sine on the left, nothing on the right, whose first frame leaves the device at local time `begin`."""
    clock, sound = DacClock(RATE), PlayedSound()
    sound.begin(clock)
    wave = np.sin(2 * np.pi * frequency / RATE * np.arange(round(seconds * RATE)))
    for first in range(0, len(wave), 256):
        clock.update(first, Micros(begin + first * SECOND // RATE))
        part = wave[first : first + 256]
        sound.append(np.stack([part, 0 * part], axis=1).astype(np.float32))
    return sound


@pytest.mark.parametrize("rate", [44_100, 48_000])
@pytest.mark.parametrize("late", [0.5, 0.7503])
def test_it_is_read_by_the_time_at_which_it_leaves_the_device(rate, late):
    read = played(2).at((1 + late) * SECOND, 4410, rate)
    expected = np.sin(2 * np.pi * 440 * (late + np.arange(4410) / rate))
    assert np.abs(read[:, 0] - expected).max() < 0.02
    assert not read[:, 1].any()


def test_before_and_after_is_silence():
    sound = played(1)
    assert not sound.at(0.5 * SECOND, 100, RATE).any()
    assert not sound.at(2.5 * SECOND, 100, RATE).any()
    assert not PlayedSound().at(0, 10, RATE).any()


def test_what_is_too_old_is_silence():
    sound = played(LENGTH / RATE * 2)
    assert not sound.at(1.5 * SECOND, 100, RATE).any()
    assert sound.at((LENGTH / RATE * 2 + 0.5) * SECOND, 100, RATE).any()
