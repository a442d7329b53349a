import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.sound.synth.dac_clock import MAX_OUTLIERS, OUTLIER, STEP_BLOCKS, DacClock
from drumcircle_gui.timing.units import SECOND, Micros

RATE = 48_000
EPOCH = 10**9


class Device:
    """A device that runs `ppm` fast; DAC times come late by up to `jitter`, and now and then by a stall."""

    def __init__(self, frames, ppm=0.0, jitter=0.0, stall=0.0, seed=1):
        self.frames, self.frame, self.ppm, self.jitter, self.stall = frames, 0, ppm, jitter, stall
        self.skipped = 0.0
        self._random = random.Random(seed)

    def truth(self, frame):
        return EPOCH + self.skipped + frame / RATE * SECOND / (1 + self.ppm * 1e-6)

    def blocks(self, seconds):
        for _ in range(round(seconds * RATE / self.frames)):
            stalled = self.stall if self._random.random() < 0.002 else 0.0
            yield self.frame, Micros(round(self.truth(self.frame) + self._random.uniform(0, self.jitter) + stalled))
            self.frame += self.frames


def errors(clock, device, seconds):
    out = []
    for frame, dac in device.blocks(seconds):
        clock.update(frame, dac)
        middle = frame + device.frames // 2
        out.append(clock.local(middle) - device.truth(middle))
    return out


@pytest.mark.parametrize("frames", [128, 1024, 4096])
@pytest.mark.parametrize("ppm", [-200, 0, 90])
def test_jitter_is_smoothed_and_drift_followed(frames, ppm):
    clock = DacClock(RATE)
    found = errors(clock, Device(frames, ppm, jitter=400), 30)[-len(range(0, 20 * RATE, frames)) :]
    middle = sum(found) / len(found)
    assert 0 < middle < 400
    assert max(abs(error - middle) for error in found) < 300
    assert clock.drift_ppm == pytest.approx(ppm, abs=60)


def test_a_perfect_device_is_followed_perfectly():
    assert max(map(abs, errors(DacClock(RATE), Device(480), 5))) <= 1


def test_a_single_stall_hardly_moves_the_estimate():
    found = errors(DacClock(RATE), Device(256, jitter=50, stall=25_000), 30)
    assert max(found[1000:]) < 400


def test_a_device_that_skips_is_followed_after_a_few_blocks():
    clock, device = DacClock(RATE), Device(256)
    errors(clock, device, 5)
    device.skipped = 10 * OUTLIER
    found = errors(clock, device, 1)
    assert abs(found[0]) > OUTLIER
    assert max(map(abs, found[MAX_OUTLIERS:])) <= 1


@pytest.mark.parametrize("micros", [-4_500, 2_700, 4_500])
def test_a_block_that_was_lost_is_followed_after_a_few_more(micros):
    clock, device = DacClock(RATE), Device(256, jitter=300)
    errors(clock, device, 5)
    device.skipped = micros
    found = errors(clock, device, 1)
    assert abs(found[0]) > 2_000
    assert max(map(abs, found[STEP_BLOCKS:])) < 600


def test_times_that_swing_slowly_are_averaged_and_not_followed():
    clock, found = DacClock(RATE), []
    for block in range(3000):
        swing = 6_000 * abs((block % 60) / 30 - 1)
        clock.update(block * 480, Micros(round(EPOCH + block * 10_000 + swing)))
        found.append(clock.local(block * 480) - EPOCH - block * 10_000)
    settled = found[1000:]
    assert max(settled) - min(settled) < 2_000


def test_a_late_beginning_is_made_good_after_a_few_blocks():
    clock, device = DacClock(RATE), Device(256, jitter=300)
    clock.update(0, Micros(EPOCH + 4_000))
    device.frame = 256
    found = errors(clock, device, 1)
    assert found[0] > 3_000
    assert max(map(abs, found[STEP_BLOCKS:])) < 600


@given(st.integers(-(10**7), 10**7), st.floats(-300, 300))
def test_frames_and_times_are_inverse(frame, ppm):
    clock = DacClock(RATE)
    errors(clock, Device(1024, ppm), 1)
    assert clock.frame(clock.local(frame)) == frame


def test_the_same_frame_twice_is_harmless():
    clock = DacClock(RATE)
    clock.update(0, Micros(EPOCH))
    clock.update(0, Micros(EPOCH + 100))
    assert clock.local(0) == EPOCH


def test_the_first_block_sets_the_clock():
    clock = DacClock(RATE)
    clock.update(4800, Micros(EPOCH))
    assert clock.local(4800 + RATE) == EPOCH + SECOND
