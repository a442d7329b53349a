from collections import deque

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.listening.timing_feel import GRID, MAX_STROKES, deviation, median_deviation
from drumcircle_gui.timing.units import BEAT, Beats, Micros, Tempo

TEMPO = Tempo(500_000)
QUARTERS = st.integers(0, 1000)
OFFS = st.integers(-GRID // 2 + 1, GRID // 2 - 1)


@given(QUARTERS, OFFS)
def test_a_stroke_is_measured_from_the_nearest_quarter_of_a_beat(quarter: int, off: int) -> None:
    beat = Beats((quarter + 1) * GRID + off)
    assert deviation(beat, TEMPO) == round(off * TEMPO / BEAT)


@pytest.mark.parametrize("kind", [list, tuple, deque])
def test_the_latest_strokes_are_judged_together(kind: type[deque[Micros]]) -> None:
    early, late = [Micros(-90_000)] * 20, [Micros(7_000)] * MAX_STROKES
    assert median_deviation(kind(early + late)) == 7_000


def test_few_strokes_give_no_result() -> None:
    assert median_deviation([]) is None
    assert median_deviation([Micros(5)] * (MAX_STROKES // 2 - 1)) is None
    assert median_deviation([Micros(5)] * (MAX_STROKES // 2)) == 5
