"""Names and lines of text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drumcircle_gui.protocol.fields import MAX_NAME_LENGTH, MAX_TEXT_LENGTH
from drumcircle_gui.protocol.sanitize import NAMELESS, clean, clean_name, sameness, unique_name

CLEANED = {
    "  Fern \t of  the\nwood ": "Fern of the\nwood",
    "a\x00b\x1b[31m\u202ec\u2066d": "ab[31mcd",
    "\u200b \u200d\n \x07": "",
    "one\r\n\r\n\n two": "one\ntwo",
    "👩\u200d🌾 Zoë": "👩\u200d🌾 Zoë",
}


@pytest.mark.parametrize(("typed", "shown"), CLEANED.items())
def test_text_is_made_fit_to_show(typed: str, shown: str) -> None:
    assert clean(typed) == shown


@given(st.text(max_size=MAX_TEXT_LENGTH + 50))
def test_clean_text_is_short_visible_and_stays_as_it_is(text: str) -> None:
    shown = clean(text)
    assert len(shown) <= MAX_TEXT_LENGTH
    assert not {unicodedata.category(character) for character in shown if character != "\n"} & {"Cc", "Cs"}
    assert clean(shown) == shown


def test_what_is_too_long_is_cut() -> None:
    assert clean("x" * (MAX_TEXT_LENGTH + 1)) == "x" * MAX_TEXT_LENGTH
    assert clean("ab cd", longest=3) == "ab"


@given(st.text(max_size=50))
def test_a_name_is_one_line_of_the_right_length(text: str) -> None:
    name = clean_name(text)
    assert 1 <= len(name) <= MAX_NAME_LENGTH
    assert "\n" not in name


def test_who_has_no_name_gets_one() -> None:
    assert clean_name("\u200d\u2028") == NAMELESS


def test_names_are_numbered_until_they_differ() -> None:
    assert unique_name("Oak", set()) == "Oak"
    assert unique_name("Oak", {sameness("OAK"), sameness("oak 2")}) == "Oak 3"


def test_a_long_name_makes_room_for_its_number() -> None:
    name = "x" * MAX_NAME_LENGTH
    assert unique_name(name, {name}) == "x" * (MAX_NAME_LENGTH - 2) + " 2"


def test_full_width_letters_do_not_make_another_name() -> None:
    assert sameness("\uff2fak") == sameness("oak")
