from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.widgets.plot_thin import joined, kept

points = st.lists(st.floats(-1e6, 1e6), max_size=400).map(lambda values: np.array(values, dtype=float))
GAP = 3.0


@given(points, st.integers(4, 300))
def test_what_is_left_is_little_and_has_all_that_stands_out(values, most):
    places = list(kept(values, most))
    assert len(places) <= max(most, 3) * 1.5
    assert places == sorted(set(places))
    if len(places):
        assert places[-1] == len(values) - 1
        tail = -(-2 * len(values) // max(most - 2, 2)) if len(places) < len(values) else 1
        body = values[: len(values) // tail * tail]
        assert values[places].max() >= body.max() and values[places].min() <= body.min()


def test_few_points_all_stay():
    assert list(kept(np.arange(10.0), 10)) == list(range(10))


@given(st.lists(st.floats(0.1, 2.9) | st.floats(3.1, 6), max_size=100), st.integers(4, 50))
def test_a_line_is_broken_where_it_pauses_however_few_points_are_left(steps, most):
    times = np.cumsum([0.0, *steps])
    places = kept(np.sin(times), most)
    joins = joined(times, places, GAP)
    assert len(joins) == len(places) and not joins[-1]
    for n, (place, after) in enumerate(pairwise(places)):
        assert joins[n] == (max(steps[place:after]) <= GAP)


def test_without_a_gap_everything_is_joined():
    times = np.array([0.0, 1.0, 99.0])
    assert list(joined(times, np.arange(3), None)) == [True, True, False]
    assert len(joined(np.empty(0), np.arange(0), GAP)) == 0
