"""The order of strokes does not depend on the order of their arrival."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.protocol.strokes import Batch
from drumcircle_gui.protocol.strokes import Stroke as Told
from drumcircle_gui.recording.stroke_table import CHUNK, RecordedStroke, StrokeCollector, StrokeTable

STROKE = st.builds(
    RecordedStroke, st.integers(0, 2**53), st.integers(1, 2**31), st.integers(0, 127), st.integers(1, 127)
)


def gathered(strokes: list[RecordedStroke], size: int = 3) -> StrokeTable:
    whole = StrokeCollector()
    for begin in range(0, len(strokes), size):
        part = strokes[begin : begin + size]
        base = part[0].beat
        whole.add(Batch(0, base, tuple(Told(s.player, s.beat - base, s.pad, s.velocity) for s in part)))
    return whole.strokes()


@given(st.lists(STROKE, max_size=40), st.integers(1, 5), st.randoms())
def test_tables_of_equal_strokes_are_equal_however_they_were_filled(strokes, size, chance):
    shuffled = list(strokes)
    chance.shuffle(shuffled)
    assert gathered(strokes) == gathered(shuffled, size)
    assert list(gathered(shuffled)) == sorted(strokes)


@given(st.lists(STROKE, min_size=1, max_size=9), STROKE)
def test_tables_with_different_strokes_are_unequal(strokes, other):
    assert gathered(strokes) != gathered([*strokes, other])
    assert (gathered(strokes) == gathered([*strokes[1:], other])) == (strokes[0] == other)


def test_a_table_grows_beyond_one_chunk():
    strokes = [RecordedStroke(beat, 1, 38, 100) for beat in range(2 * CHUNK + 5)]
    whole = gathered(strokes, 1000)
    assert len(whole) == len(strokes)
    assert list(whole) == strokes
    assert list(whole.select(np.arange(len(whole))[::-1])) == strokes[::-1]
