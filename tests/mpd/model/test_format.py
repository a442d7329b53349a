import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.mpd.model.format import format_duration, format_ms
from drumcircle_gui.timing.units import SECOND, Micros


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (59.9, "0:59"), (185, "3:05"), (3729, "1:02:09"), (-3, "0:00")]
)
def test_durations_are_minutes_and_seconds(seconds, text):
    assert format_duration(Micros(round(seconds * SECOND))) == text


def test_an_unknown_value_is_a_dash():
    assert format_duration(None) == format_ms(None) == "\u2013"


@pytest.mark.parametrize(
    ("micros", "digits", "signed", "text"),
    [
        (12_400, 0, False, "12"),
        (-12_400, 1, False, "\u221212.4"),
        (400, 1, True, "+0.4"),
        (-400, 1, True, "\u22120.4"),
        (-49, 1, True, "0.0"),
        (0, 0, True, "0"),
        (1_234_000, 0, True, "+1,234"),
    ],
)
def test_milliseconds(micros, digits, signed, text):
    assert format_ms(Micros(micros), digits, signed=signed) == text


@given(st.integers(-(10**9), 10**9), st.integers(0, 2))
def test_only_values_other_than_zero_have_a_sign(micros, digits):
    text = format_ms(Micros(micros), digits, signed=True)
    assert (text[0] in "+\u2212") == any(figure in text for figure in "123456789")
