"""A loop, rendered by the renderer of the sound process: each part is heard at its time."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drumcircle_gui.sound.messages import LOOP_CHANNEL, LoopPart, PlayLoop, SetChannel, SetOutputTrim
from drumcircle_gui.sound.synth.interpolator import SampledSound
from drumcircle_gui.sound.synth.loop_voice import FADE_S, LOOP_RATE, MAX_STEER
from drumcircle_gui.sound.synth.mixer import Samples, equal_power
from drumcircle_gui.sound.synth.renderer import Renderer, UseKit
from drumcircle_gui.timing.units import SECOND, Micros
from tests.sound.material import block, constant, kit_of

BEGIN = 5 * SECOND
FRAMES = 480
LEVEL = equal_power(0)[0]
LENGTH = 24_000


def ramp(frames: int = LENGTH) -> SampledSound:
    """A sound whose samples encode their position: sample n has the level n / frames / 2."""
    return SampledSound(np.repeat(np.arange(frames)[:, None] * 16_384 // frames, 2, axis=1).astype(np.int16))


class Listener:
    """A renderer on a device of `rate` Hz, whose first frame leaves at BEGIN."""

    def __init__(self, rate: int = LOOP_RATE, sounds: dict[str, SampledSound] | None = None) -> None:
        self.rate = rate
        self.renderer = Renderer(kit_of(constant(0.0, 8)), rate, lambda event: None)
        self.renderer.load_loops({"a": ramp()} if sounds is None else sounds)
        self.at = float(BEGIN)
        self.ppm = 0.0

    def play(self, *parts: tuple[float, float, float], file: str = "a") -> None:
        """(from, until, position) in seconds after BEGIN."""
        stated = [
            LoopPart(Micros(BEGIN + micros(at)), Micros(BEGIN + micros(until)), micros(begin), file)
            for at, until, begin in parts
        ]
        self.renderer.submit(PlayLoop(tuple(stated)))

    def run(self, seconds: float) -> Samples:
        """The left channel."""
        blocks = []
        for _ in range(round(seconds * self.rate / FRAMES)):
            out = block(FRAMES)
            self.renderer.render(out, Micros(round(self.at)))
            self.at += FRAMES * SECOND / self.rate * (1 + self.ppm / 1e6)
            blocks.append(out)
        return np.concatenate(blocks)[:, 0]


def micros(seconds: float) -> Micros:
    return Micros(round(seconds * SECOND))


def heard(out: Samples) -> Samples:
    """The position in the ramp, in frames of the loop."""
    return out / LEVEL * 2 * LENGTH


def test_it_begins_on_its_frame_and_ends_on_its_frame() -> None:
    listener = Listener(sounds={"a": SampledSound(np.full((LENGTH, 2), 16_384, np.int16))})
    listener.play((0.1, 0.3, 0))
    out = listener.run(0.5)
    loud = np.flatnonzero(out > 0.9 * 0.5 * LEVEL)
    assert abs(loud[0] - 4800) <= 1
    assert abs(loud[-1] - 14_400) <= FADE_S * LOOP_RATE * 0.2
    assert not out[: 4800 - 24].any()
    assert not out[14_400 + round(FADE_S * LOOP_RATE) + 24 :].any()


@pytest.mark.parametrize("rate", [44_100, 48_000, 96_000])
@given(st.floats(0.01, 0.1), st.floats(0, 0.2))
@settings(max_examples=3, deadline=None)
def test_each_sample_is_heard_at_its_time(rate: int, at: float, position: float) -> None:
    listener = Listener(rate)
    listener.play((at, at + 0.2, position))
    out = heard(listener.run(0.3))
    times = np.arange(len(out)) / rate
    inside = (times > at + FADE_S + 0.001) & (times < at + 0.199)
    assert np.abs(out - (times - at + position) * LOOP_RATE)[inside].max() < 1.6  # a step of the ramp is 1.5 frames


def test_adjoining_repetitions_have_no_gap() -> None:
    tone = np.sin(2 * np.pi * 400 * np.arange(LENGTH) / LOOP_RATE) * 16_000  # whole periods: the loop has no seam
    listener = Listener(sounds={"a": SampledSound(np.repeat(tone[:, None], 2, axis=1).astype(np.int16))})
    listener.play((0, 0.5, 0), (0.5, 1, 0), (1, 1.5, 0))
    out = listener.run(1.4)
    exact = np.sin(2 * np.pi * 400 * np.arange(len(out)) / LOOP_RATE) * 16_000 / 32_768 * LEVEL
    assert np.abs(out - exact)[100:].max() < 0.01


def test_who_begins_in_the_middle_fades_in() -> None:
    listener = Listener()
    listener.play((0, 0.5, 0.25))
    out = listener.run(0.1)
    assert 0 < out[5] < 0.1
    assert np.abs(np.diff(out)).max() < 0.01


def test_a_small_error_is_corrected_without_a_click() -> None:
    listener = Listener(sounds={"a": ramp(), "b": ramp()})
    listener.play((0, 9, 0))
    listener.run(0.1)
    listener.play((0, 9, 0.001))  # the clock's estimate has changed by a millisecond
    out = heard(listener.run(0.35))
    speed = np.diff(out)
    assert (np.abs(speed[:2000]) < 3).all()
    assert out[-1] == pytest.approx(0.451 * LOOP_RATE, abs=3)
    assert np.polyfit(np.arange(10_000), out[:10_000], 1)[0] == pytest.approx(1 + MAX_STEER, abs=2e-4)


def test_a_large_error_is_skipped_with_a_crossfade() -> None:
    listener = Listener()
    listener.play((0, 9, 0))
    listener.run(0.1)
    listener.play((0, 9, 0.2))
    out = heard(listener.run(0.05))
    assert np.abs(np.diff(out)).max() < 0.2 * LOOP_RATE / (FADE_S * LOOP_RATE) * 1.5
    assert out[-1] == pytest.approx(0.35 * LOOP_RATE, abs=3)


def test_a_device_whose_clock_drifts_stays_in_time() -> None:
    listener = Listener(sounds={"a": ramp(120_000)})
    listener.ppm = 200
    listener.play((0, 9, 0))
    out = listener.run(2.4) / LEVEL * 2 * 120_000
    at = (listener.at - BEGIN) / SECOND
    assert out[-1] == pytest.approx(at * LOOP_RATE, abs=LOOP_RATE * 0.0005)


def test_the_level_changes_gradually_and_the_trim_counts() -> None:
    listener = Listener(sounds={"a": SampledSound(np.full((LENGTH, 2), 16_384, np.int16))})
    listener.renderer.submit(SetOutputTrim(Micros(50_000)))
    listener.play((0.1, 0.4, 0))
    out = listener.run(0.2)
    assert abs(np.flatnonzero(out > 0.9 * 0.5 * LEVEL)[0] - 2400) <= 1
    listener.renderer.submit(SetChannel(LOOP_CHANNEL, 0.5, 0.0))
    out = listener.run(0.1)
    assert np.abs(np.diff(out)).max() < 0.001
    assert out[-1] == pytest.approx(0.25 * LEVEL, rel=0.01)


def test_a_loop_that_is_not_there_is_silent_until_it_is() -> None:
    listener = Listener(sounds={})
    listener.play((0, 0.5, 0))
    assert not listener.run(0.1).any()
    listener.renderer.load_loops({"a": ramp()})
    out = heard(listener.run(0.1))
    assert out[-1] == pytest.approx(0.2 * LOOP_RATE, abs=3)
    listener.play()
    listener.run(0.02)
    assert not listener.run(0.1).any()


def test_another_device_goes_on_in_time() -> None:
    listener = Listener()
    listener.play((0, 0.5, 0))
    listener.run(0.1)
    listener.renderer.use(kit_of(constant(0.0, 8)), 44_100)
    listener.rate = 44_100
    assert heard(listener.run(0.1))[-1] == pytest.approx((listener.at - BEGIN) / SECOND * LOOP_RATE, abs=5)


def test_another_kit_does_not_touch_it() -> None:
    listener = Listener()
    listener.play((0, 0.5, 0))
    listener.run(0.1)
    listener.renderer.submit(UseKit(kit_of(constant(0.0, 8)), listener.rate))
    out = heard(listener.run(0.1))
    assert out == pytest.approx(np.arange(len(out)) + 0.1 * LOOP_RATE, abs=3)
