"""Many strokes at once give the same figures as one by one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.timing.units import BEAT, Beats
from drumcircle_gui.together.spread import SpreadSum, deviation
from drumcircle_gui.together.spread_table import deviation_table

from .test_spread import SEGMENT, grooves


@given(st.lists(st.integers(0, 1000 * BEAT), min_size=4, max_size=50), grooves)
def test_a_table_equals_the_sum(struck, groove):
    table = deviation_table(np.array(struck, np.int64), SEGMENT, groove)
    total = SpreadSum()
    for beat in struck:
        total.add(deviation(Beats(beat), SEGMENT, groove))
    one, all_at_once = total.spread(), table.spread(slice(None))
    assert all_at_once.strokes == one.strokes
    assert all_at_once.deviation == pytest.approx(one.deviation, abs=400)
