import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.widgets.plot_thin import thinned


@given(st.lists(st.floats(-1e6, 1e6), max_size=400), st.integers(4, 300))
def test_what_is_left_is_little_and_has_all_that_stands_out(values, most):
    times = np.arange(len(values), dtype=float)
    own = np.array(values, dtype=float)
    when, what = thinned(times, own, most)
    assert len(when) == len(what) <= max(most, 3) * 1.5
    assert list(what) == [values[int(at)] for at in when]
    assert list(when) == sorted(set(when))
    if values:
        assert when[-1] == len(values) - 1
        whole = (
            len(values)
            if len(when) == len(values)
            else len(values) - len(values) % -(-2 * len(values) // max(most - 2, 2))
        )
        assert what.max() >= max(values[:whole])
        assert what.min() <= min(values[:whole])


def test_few_points_stay_as_they_are():
    times = np.arange(10.0)
    assert thinned(times, times, 10)[0] is times
