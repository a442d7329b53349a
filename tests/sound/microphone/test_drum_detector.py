"""A synthetic djembe at a microphone: every stroke is reported once, on its frame, with its kind."""

import numpy as np
import pytest

from drumcircle_gui.sound.microphone.drum_detector import UNLEARNED_PAD, DrumDetector
from drumcircle_gui.sound.microphone.stroke_model import learn, usual_gate
from tests.tools.drummer import BASS, DRUMS, RATE, SLAP, TONE, in_room, level_of, noise, perform

pytestmark = pytest.mark.slow

DJEMBE = DRUMS[0]
MS = RATE // 1000


def at_microphone(played, seed=1):
    wet = in_room(played.sound, 0.2, seed, direct=2.0)
    return wet + noise(len(wet), 0.1 * level_of(played), seed)


def detected(sound, strokes=(), gate=-60.0, played=None, block=480):
    detector = DrumDetector(RATE, strokes, gate)
    played = np.zeros((len(sound), 2), np.float32) if played is None else played
    found = []
    for first in range(0, len(sound), block):
        found += detector.process(sound[first : first + block], played[first : first + block])
    return found


@pytest.fixture(scope="module")
def lesson():
    hits = {}
    for pad in (BASS, TONE, SLAP):
        found = detected(at_microphone(perform(DJEMBE, 6, pad, (pad,), (0.3, 0.5)), pad))
        hits[pad] = [(each.level, each.features) for each in found if each.pad is not None]
        assert len(hits[pad]) == 6
    return learn(hits)


def test_every_stroke_is_found_once_on_its_frame_and_told_apart(lesson):
    played = perform(DJEMBE, 24, 5)
    found = [each for each in detected(at_microphone(played), lesson, usual_gate(lesson)) if each.pad is not None]
    assert [each.pad for each in found] == [stroke.pad for stroke in played.strokes]
    errors = [abs(each.frame - stroke.frame) for each, stroke in zip(found, played.strokes, strict=True)]
    assert max(errors) <= MS


def test_harder_strokes_have_higher_velocities(lesson):
    played = perform(DJEMBE, 16, 8, (TONE,), (0.2, 0.4))
    found = detected(at_microphone(played), lesson, usual_gate(lesson))
    velocities = [each.velocity for each in found]
    hardness = [stroke.hard for stroke in played.strokes]
    assert np.corrcoef(velocities, hardness)[0, 1] > 0.9
    assert min(velocities) >= 1


def test_without_a_lesson_every_stroke_is_on_one_pad():
    played = perform(DJEMBE, 8, 5)
    assert {each.pad for each in detected(at_microphone(played))} == {UNLEARNED_PAD}


def test_the_result_does_not_depend_on_the_device_s_blocks(lesson):
    sound = at_microphone(perform(DJEMBE, 6, 4))
    frames = [[each.frame for each in detected(sound, lesson, block=block)] for block in (64, 480, 4096)]
    assert frames[0] == frames[1] == frames[2]


def test_sounds_below_the_gate_are_no_strokes(lesson):
    played = perform(DJEMBE, 6, 4)
    assert {each.pad for each in detected(at_microphone(played), lesson, gate=-3.0)} == {None}


def test_loudspeakers_as_loud_as_the_drum_play_no_strokes(lesson):
    others = perform(DRUMS[2], 60, 9).sound
    played = np.stack([others, 0.6 * others], axis=1)
    echo = in_room(others, 0.2, 3, direct=1.0, distance_s=0.005)
    microphone = echo + noise(len(echo), 0.002, 1)
    found = detected(microphone, lesson, usual_gate(lesson), played)
    assert len([each for each in found if each.pad is not None]) <= 1
    assert detected(microphone[: 2 * RATE], lesson, usual_gate(lesson)), "strokes, were the loudspeakers not known"


def test_silence_and_noise_are_no_strokes():
    assert detected(np.zeros(RATE, np.float32)) == []
    assert detected(noise(2 * RATE, 0.05, 3)) == []


def test_with_headphones_no_stroke_is_lost_while_the_canceller_learns():
    """The guide has just begun, and nothing of it is at the microphone."""
    drum = perform(DJEMBE, 8, 5, (TONE,), (0.25, 0.35))
    guide = perform(DRUMS[2], 40, 9, apart=(0.15, 0.2)).sound[RATE // 2 :][: len(drum.sound)]
    found = [each for each in detected(drum.sound, played=np.stack([guide, guide], axis=1)) if each.pad is not None]
    assert len(found) == len(drum.strokes)
    assert all(abs(each.frame - stroke.frame) <= MS for each, stroke in zip(found, drum.strokes, strict=True))
