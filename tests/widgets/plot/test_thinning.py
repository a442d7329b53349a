from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.widgets.plot.thinning import joined, kept, outline

points = st.lists(st.floats(-1e6, 1e6), max_size=400).map(lambda values: np.array(values, dtype=float))
GAP = 3.0


@given(points, st.integers(4, 300))
def test_thinning_keeps_every_spike(values, most):
    places = list(kept(values, most))
    assert len(places) <= max(most, 3) * 1.5
    assert places == sorted(set(places))
    if len(places):
        assert places[-1] == len(values) - 1
        tail = -(-2 * len(values) // max(most - 2, 2)) if len(places) < len(values) else 1
        body = values[: len(values) // tail * tail]
        assert values[places].max() >= body.max() and values[places].min() <= body.min()


def test_few_points_are_all_kept():
    assert list(kept(np.arange(10.0), 10)) == list(range(10))


@given(st.lists(st.floats(0.1, 2.9) | st.floats(3.1, 6), max_size=100), st.integers(4, 50))
def test_a_line_keeps_its_gaps_when_thinned(steps, most):
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


measured = st.tuples(st.floats(0.1, 2.9) | st.floats(3.1, 6), st.floats(-9, 9), st.floats(0, 5) | st.just(np.nan))


@given(st.lists(measured, max_size=150), st.integers(4, 50))
def test_a_band_covers_all_points_and_is_interrupted_at_gaps_and_unknowns(points, most):
    steps, values, arounds = np.array(points, dtype=float).reshape(-1, 3).T
    times = np.cumsum(steps)
    pieces = outline(times, values - arounds, values + arounds, most, GAP)
    for n, (one, other) in enumerate(pairwise(times)):
        covering = [piece for piece in pieces if piece[0][0] <= one and other <= piece[0][-1]]
        assert len(covering) == (other - one <= GAP and not np.isnan(arounds[n : n + 2]).any())
        for corners, low, high in covering:
            for place in (n, n + 1):
                assert np.interp(times[place], corners, low) <= values[place] - arounds[place] + 1e-9
                assert np.interp(times[place], corners, high) >= values[place] + arounds[place] - 1e-9


def test_a_band_of_many_points_has_few_corners_and_keeps_its_extremes():
    times, low, high = np.arange(3600) / 4, np.full(3600, -1.0), np.full(3600, 1.0)
    low[1801], high[2507] = -9, 7
    ((corners, lower, upper),) = outline(times, low, high, 200, GAP)
    assert 100 <= len(corners) <= 210
    assert (lower.min(), upper.max()) == (-9, 7)
