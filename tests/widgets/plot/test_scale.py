from math import log10

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.widgets.plot.scale import LEAST, LEAST_LOG, Scale, scale_for, with_bands

values = st.floats(-1e4, 1e5)


@given(values, values, st.booleans())
def test_a_scale_holds_all_values_between_round_ticks(one, other, logarithmic):
    least, most = sorted((one, other))
    scale = scale_for(least, most, logarithmic)
    heights = [log10(max(value, LEAST_LOG)) if logarithmic else value for value in (least, most)]
    hair = 1e-6 + 1e-8 * (scale.high - scale.low)
    assert scale.low - hair <= heights[0] <= heights[1] <= scale.high + hair
    assert scale.ticks[0][0] == pytest.approx(scale.low)
    assert scale.ticks[-1][0] == pytest.approx(scale.high)
    assert 2 <= len(scale.ticks) <= 8
    assert len({text for _, text in scale.ticks}) == len(scale.ticks)


def test_ticks_are_in_plain_figures():
    assert [text for _, text in scale_for(20, 352, False).ticks] == ["0", "100", "200", "300", "400"]
    assert [text for _, text in scale_for(0.2, 1.4, False).ticks] == ["0.0", "0.5", "1.0", "1.5"]
    assert [text for _, text in scale_for(-3, 3, False).ticks] == ["\u22124", "\u22122", "0", "2", "4"]
    assert [text for _, text in scale_for(2, 352, True).ticks] == ["1", "10", "100", "1000"]


def test_a_scale_is_kept_while_values_fit():
    first = scale_for(20, 352, False)
    assert scale_for(20, 390, False, first) is first
    assert scale_for(20, 200, False, first) is first
    assert scale_for(20, 410, False, first).high > first.high
    assert scale_for(20, 100, False, first).high < first.high
    assert scale_for(20, 352, True, first).logarithmic


@given(values, values, st.booleans())
def test_a_scale_is_kept_for_the_values_it_was_made_for(one, other, logarithmic):
    least, most = sorted((one, other))
    made = scale_for(least, most, logarithmic)
    kept = scale_for(least, most, logarithmic, made)
    assert (kept.low, kept.high) == (made.low, made.high)


def test_covers_handles_logarithmic_scales():
    assert Scale(0, 3, (), True).covers(1, 900)
    assert not Scale(0, 3, (), True).covers(0.2, 900)


def test_bands_are_shown_whole_unless_they_would_flatten_the_lines():
    assert with_bands(-1.0, 3.0, -2.0, 4.5) == (-2.0, 4.5)
    assert with_bands(-1.0, 3.0, -900.0, 900.0) == (-5.0, 7.0)
    assert with_bands(2.0, 3.0, 1.0, 900.0) == (1.0, 6.0)
    assert with_bands(0.0, 0.0, -900.0, 900.0) == (-LEAST, LEAST)
    assert with_bands(-1.0, 3.0, float("inf"), float("-inf")) == (-1.0, 3.0)
