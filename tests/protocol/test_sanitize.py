"""Sanitized names and chat lines."""

import json
import time
import unicodedata
from pathlib import Path

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from drumcircle_gui.protocol.fields import MAX_NAME_LENGTH, MAX_TEXT_LENGTH
from drumcircle_gui.protocol.glyphs import MAX_MARKS, clean_line
from drumcircle_gui.protocol.lookalikes import skeleton
from drumcircle_gui.protocol.sanitize import (
    DEFAULT_NAME,
    MAX_LINES,
    checked_name,
    clean_name,
    clean_text,
    unique_name,
)

NAMES = json.loads((Path(__file__).parent / "names.json").read_text(encoding="utf-8"))

CLEANED = {
    "  Fern \t of  the\nwood ": "Fern of the\nwood",
    "a\x00b\x1b[31m\u202ec\u2066d": "ab[31mcd",
    "\u200b \u200d\n \x07": "",
    "one\r\n\r\n\n two": "one\ntwo",
    "👩\u200d🌾 Zoë": "👩\u200d🌾 Zoë",
    "a\u2800\u2800b": "a b",
    "a\u0301" + "\u0302" * 40: "\u00e1" + "\u0302" * (MAX_MARKS - 1),
}


@pytest.mark.parametrize(("typed", "shown"), CLEANED.items())
def test_text_is_cleaned(typed: str, shown: str) -> None:
    assert clean_text(typed) == shown


MARKS = st.text(st.sampled_from("\u0301\u0323\u034f\u093c\u200d\ufe0f\u3164\u0958a👩🇩"), max_size=60)


@given(st.text(max_size=MAX_TEXT_LENGTH + 50) | MARKS)
@example("\u0958" + "\u0301" * 20)
def test_clean_text_is_within_limits_and_cleaning_is_idempotent(text: str) -> None:
    shown = clean_text(text)
    assert len(shown) <= MAX_TEXT_LENGTH
    assert not {unicodedata.category(character) for character in shown if character != "\n"} & {"Cc", "Cs"}
    assert shown.count("\n") < MAX_LINES
    assert not regex.search(rf"\p{{M}}{{{MAX_MARKS + 1}}}", shown)
    assert clean_text(shown) == shown


@given(st.text(st.characters(max_codepoint=127), max_size=60))
@example(" a  b ")
@example("  ")
def test_plain_text_is_cleaned_like_any_other(text: str) -> None:
    """It has a short way of its own."""
    for line in text.splitlines():
        assert clean_text(line) == clean_line(line)
    assert skeleton(text) == skeleton(text + "\u200b")


def test_text_beyond_the_limit_is_cut() -> None:
    assert clean_text("x" * (MAX_TEXT_LENGTH + 1)) == "x" * MAX_TEXT_LENGTH
    assert clean_text("ab cd", limit=3) == "ab"


def test_lines_beyond_the_limit_are_joined() -> None:
    lines = clean_text("\n".join("abcdefghijklmnopqrstuvwxyz")).split("\n")
    assert len(lines) == MAX_LINES
    assert lines[-1] == "t u v w x y z"


@pytest.mark.parametrize(
    "unit", ["\u0301\u0323", "\u0323\u0301\u034f", "👩\u200d", "\n", "\u200b", "\u0e33", "\u1100", "🇩", "a \u2800"]
)
def test_cleaning_takes_linear_time(unit: str) -> None:
    """A text of 64 times the length takes at most a few times as long per character: quadratic time would be 64."""
    short, long = unit * (MAX_TEXT_LENGTH // len(unit) // 64), unit * (MAX_TEXT_LENGTH // len(unit))
    ratio = _seconds(long) / _seconds(short)
    assert ratio < 64 * 8


def _seconds(text: str) -> float:
    def once() -> float:
        begun = time.thread_time()
        clean_text(text)
        return time.thread_time() - begun

    return max(min(once() for _ in range(20)), time.get_clock_info("thread_time").resolution)


# --- names -----------------------------------------------------------------------------------------------------------


@given(st.text(max_size=50) | MARKS)
def test_a_name_is_one_visible_line_of_the_right_length(text: str) -> None:
    name = clean_name(text)
    assert 1 <= len(name) <= MAX_NAME_LENGTH
    assert "\n" not in name
    assert skeleton(name)
    assert clean_name(name) == name


@pytest.mark.parametrize("blank", NAMES["blank"])
def test_a_blank_name_is_replaced(blank: str) -> None:
    assert clean_name(blank) == DEFAULT_NAME
    assert clean_name(blank, default="Somebody") == "Somebody"


@pytest.mark.parametrize("name", NAMES["kept"] + NAMES["markup"])
def test_letters_and_emoji_keep_what_they_need(name: str) -> None:
    assert clean_name(name) == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize(("name", "shown"), NAMES["whole glyphs"])
def test_a_long_name_is_cut_between_glyphs(name: str, shown: str) -> None:
    assert clean_name(name) == shown


def test_names_are_numbered_until_they_differ() -> None:
    assert unique_name("Oak", set()) == "Oak"
    assert unique_name("Oak", {skeleton("OAK"), skeleton("oak 2")}) == "Oak 3"


class Counted(set[str]):
    """Names, and how often one was looked for among them."""

    looks = 0

    def __contains__(self, name: object) -> bool:
        self.looks += 1
        return super().__contains__(name)


def test_of_very_many_same_names_few_are_tried() -> None:
    """Each attempt costs as much as everything else when a member joins."""
    taken = Counted()
    for number in range(1, 1001):
        taken.looks = 0
        name = unique_name("Oak", taken)
        assert taken.looks <= 2 * number.bit_length()
        assert name == ("Oak" if number == 1 else f"Oak {number}")
        taken.add(skeleton(name))


@pytest.mark.parametrize("twin", NAMES["the same as Oak"])
def test_a_twin_of_a_taken_name_is_numbered(twin: str) -> None:
    assert unique_name(clean_name(twin), {skeleton("Oak")}).endswith(" 2")


def test_a_long_name_makes_room_for_its_number() -> None:
    name = "x" * MAX_NAME_LENGTH
    assert unique_name(name, {name}) == "x" * (MAX_NAME_LENGTH - 2) + " 2"
    emoji = "x" * 29 + "👩\u200d💻"
    assert unique_name(emoji, {skeleton(emoji)}) == "x" * 29 + " 2"


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("x" * 40, "at most 32 characters, not 40"),
        ("Oak\udcff", "not valid text"),
        (" \u3164 ", "at least one visible character"),
        ("", "at least one visible character"),
    ],
)
def test_a_name_that_cannot_be_shown_is_refused_with_words(typed: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        checked_name(typed)


@given(st.text(min_size=1, max_size=32))
def test_a_name_that_is_accepted_is_shown_cleaned(typed: str) -> None:
    try:
        assert checked_name(typed) == clean_name(typed)
    except ValueError as error:
        assert "name" in str(error)
