"""The estimator: laws, and figures of strokes whose spread is known."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.protocol.groove_messages import Groove
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import BEAT, Beats, Micros, tempo_of_bpm
from drumcircle_gui.together.spread import BY_CHANCE, MIN_STROKES, Deviation, SpreadSum, deviation

SEGMENT = Timeline.stopped(tempo_of_bpm(120), Meter(8)).changed(Micros(0), running=True).latest
STEP = Micros(125_000)

beats = st.integers(0, 1000 * BEAT).map(Beats)
grooves = st.none() | st.builds(Groove, beats=st.integers(1, 8), division=st.integers(1, 12), swing=st.integers(0, 75))
deviations = st.lists(st.integers(-62_499, 62_499).map(lambda late: Deviation(Micros(late), STEP)), min_size=4)


def spread_of(found):
    total = SpreadSum()
    for each in found:
        total.add(each)
    return total.spread()


@given(beats, grooves)
def test_no_stroke_is_further_from_a_step_than_half_of_the_widest_gap(beat, groove):
    found = deviation(beat, SEGMENT, groove)
    widest = 1 + (groove.swing / 100 if groove else 0)
    assert abs(found.late) <= widest * found.step / 2 + 1


@given(beats, st.integers(1, 12), st.integers(-100, 100))
def test_a_step_further_the_deviation_is_the_same(beat, division, steps):
    groove = Groove(beats=1, division=division)
    later = Beats(beat + 100 * BEAT + steps * BEAT // division)
    found, again = deviation(beat, SEGMENT, groove), deviation(later, SEGMENT, groove)
    assert abs(abs(found.late) - abs(again.late)) <= 2


@pytest.mark.parametrize(
    ("beat", "groove", "late"),
    [
        (0.0, None, 0),
        (0.25, None, 0),
        (0.26, None, 5_000),
        (1.99, None, -5_000),
        (0.5, Groove(beats=1, division=3), -83_333),
        (0.375, Groove(beats=1, division=4, swing=50), 0),
        (0.25, Groove(beats=1, division=4, swing=50), -62_500),
    ],
)
def test_deviations_from_the_nearest_step(beat, groove, late):
    found = deviation(Beats(round(beat * BEAT)), SEGMENT, groove)
    assert abs(found.late) == pytest.approx(abs(late), abs=1)
    if abs(late) < found.step / 2 - 2:
        assert found.late == pytest.approx(late, abs=1)


@given(deviations, st.randoms())
def test_the_order_of_strokes_does_not_matter(found, dice):
    mixed = dice.sample(found, len(found))
    one, other = spread_of(found), spread_of(mixed)
    assert one.deviation == pytest.approx(other.deviation, abs=2)


@given(deviations, st.integers(-20_000, 20_000))
def test_a_delay_of_all_strokes_moves_the_mean_alone(found, delay):
    delayed = [Deviation(Micros(each.late + delay), STEP) for each in found]
    one, other = spread_of(found), spread_of(delayed)
    assert other.deviation == pytest.approx(one.deviation, abs=2)
    if one.deviation < STEP / 5:  # otherwise there is no direction to speak of
        assert (other.late - one.late - delay + STEP // 2) % STEP - STEP // 2 == pytest.approx(0, abs=2)


@given(deviations, deviations)
def test_what_is_taken_out_again_leaves_no_trace(kept, removed):
    total = SpreadSum()
    for each in (*kept, *removed):
        total.add(each)
    for each in removed:
        total.add(each, -1)
    assert total.strokes == len(kept)
    assert total.spread().deviation == pytest.approx(spread_of(kept).deviation, abs=200)


@pytest.mark.parametrize(("late", "deviation_"), [(0, 5_000), (12_000, 10_000), (-8_000, 15_000)])
def test_the_spread_of_a_drummer_is_found(late, deviation_):
    dice = random.Random(7)
    found = spread_of(Deviation(Micros(round(dice.gauss(late, deviation_))), STEP) for _ in range(4000))
    assert found.late == pytest.approx(late, abs=600)
    assert found.deviation == pytest.approx(deviation_, rel=0.05)


def test_strokes_by_chance_are_no_wider_than_chance():
    dice = random.Random(7)
    found = spread_of(Deviation(Micros(dice.randint(-62_500, 62_500)), STEP) for _ in range(2000))
    assert found.deviation == round(BY_CHANCE * STEP)


def test_few_strokes_say_nothing():
    assert spread_of([Deviation(Micros(0), STEP)] * (MIN_STROKES - 1)) is None
    assert spread_of([Deviation(Micros(0), STEP)] * MIN_STROKES).deviation == 0
