import pytest
from hypothesis import given
from hypothesis import strategies as some

from drumcircle_gui.player.practice.practice_score import JudgedStroke, Judgement, judged, scored
from drumcircle_gui.timing.units import BEAT, Beats, Micros, tempo_of_bpm

TEMPO = tempo_of_bpm(120)
OFFS = some.lists(some.integers(-125_000, 125_000), min_size=1, max_size=16)


def strokes(offs):
    return [JudgedStroke(Beats(0), 90, Micros(off)) for off in offs]


@given(OFFS)
def test_points_are_between_0_and_100_and_fall_with_the_spread(offs):
    score = scored(1, strokes(offs), TEMPO)
    worse = scored(1, strokes([2 * off for off in offs]), TEMPO)
    assert 0 <= worse.points <= score.points <= 100
    assert abs(score.bias) <= score.spread + 1


@pytest.mark.parametrize(("offs", "points"), [([0, 1000, -2000], 100), ([60_000], 0), ([-90_000, 90_000], 0)])
def test_perfect_and_hopeless_cycles(offs, points):
    assert scored(3, strokes(offs), TEMPO).points == points


def test_a_cycle_without_strokes_has_no_score():
    assert scored(1, [], TEMPO) is None


@pytest.mark.parametrize(
    ("beat", "judgement"), [(1.0, Judgement.ON_TIME), (0.95, Judgement.AHEAD), (1.3, Judgement.BEHIND)]
)
def test_a_stroke_is_ahead_on_or_behind_the_nearest_quarter_of_a_beat(beat, judgement):
    assert judged(Beats(round(beat * BEAT)), 90, TEMPO).judgement is judgement
