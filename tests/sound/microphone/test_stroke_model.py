import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.sound.microphone.stroke_model import (
    DEFAULT_GATE_DB,
    SOFTEST_DB,
    TYPICAL_VELOCITY,
    classify,
    learn,
    usual_gate,
    velocity,
)
from drumcircle_gui.sound.synth.kit import loudness

BASS, SLAP = 90, 92


def hits(centre: float, count: int = 6, level: float = -20.0):
    rng = np.random.default_rng(round(abs(centre)))
    return [(level, (centre + rng.normal(0, 2, 8)).astype(np.float32)) for _ in range(count)]


def test_a_hit_is_the_stroke_that_it_is_most_like():
    strokes = learn({BASS: hits(-10), SLAP: hits(-25, level=-14)})
    assert [stroke.pad for stroke in strokes] == [BASS, SLAP]
    assert [classify(strokes, hits(centre, 1)[0][1]).pad for centre in (-12, -23)] == [BASS, SLAP]
    assert classify(strokes, np.full(8, 30, np.float32)) is None


def test_nothing_is_learned_from_nothing():
    assert learn({}) == learn({BASS: []}) == ()
    assert usual_gate(()) == DEFAULT_GATE_DB


def test_one_hit_is_enough():
    (stroke,) = learn({BASS: hits(-10, 1)})
    assert stroke.level == -20
    assert min(stroke.spread) > 0


def test_the_gate_lets_soft_strokes_through():
    assert usual_gate(learn({BASS: hits(-10), SLAP: hits(-25, level=-14)})) == -20 - SOFTEST_DB


@given(some.floats(-100, 0), some.floats(-20, 8))
def test_the_dynamics_that_others_hear_are_those_that_were_played(typical, louder):
    heard = 20 * np.log10(loudness(velocity(typical + louder, typical)) / loudness(TYPICAL_VELOCITY))
    assert heard == pytest.approx(min(louder, 20 * np.log10(loudness(127) / loudness(TYPICAL_VELOCITY))), abs=0.8)


@given(some.floats(-200, 50), some.floats(-120, 0))
def test_velocities_are_midi_s(level, typical):
    assert 1 <= velocity(level, typical) <= 127
