"""Strategies for inputs that are almost valid: valid ones, damaged as networks, disks and attackers do."""

from collections.abc import Sequence
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

Text = TypeVar("Text", str, bytes)

MAX_EDITS = 6
INTERESTING = (
    b"\x00",
    b"\xff" * 4,
    b"\x7f\xff\xff\xff",
    b"\x80\x00\x00\x00",
    b"\xdd\xff\xff\xff\xff",
    b"\xc1",
    b"\n",
    b'"',
)

NESTED_TOML = (
    "a = " + "[" * 30_000,
    "a = " + "{b = " * 30_000,
    "a." * 30_000 + "b = 1",
    "[" + "a." * 30_000 + "b]",
    "a = 1" + "0" * 5_000,
    'a = "' + '\\"' * 30_000,
    "a = 1e999999999",
    "a = 0001-01-01T00:00:00+24:00",
    "a = nan",
)
"""Texts that parsers of TOML find hard."""


def damaged(valid: Sequence[bytes]) -> SearchStrategy[bytes]:
    """One or two of `valid` joined, with bytes replaced, inserted, removed, repeated or cut off; sometimes noise."""
    pieces = st.lists(st.sampled_from(valid), min_size=1, max_size=2).map(b"".join)
    return st.one_of(st.builds(_edited, pieces, st.lists(_edits(), max_size=MAX_EDITS)), st.binary(max_size=300))


def damaged_text(valid: Sequence[str]) -> SearchStrategy[str]:
    """One or two of `valid` joined by any text, with characters replaced, inserted, removed, repeated or cut off."""
    joined = st.builds(
        lambda parts, glue: glue.join(parts), st.lists(st.sampled_from(valid), min_size=1, max_size=2), _GLUE
    )
    return st.one_of(st.builds(_edited, joined, st.lists(_text_edits(), max_size=MAX_EDITS)), st.text(max_size=300))


_CHARACTERS = st.characters() | st.sampled_from("\0\x1b\r\n\t <>&=%#?/:@[]()\u00ad\u200b\u200d\u202e\ufeff\u3164")
_GLUE = st.text(_CHARACTERS, max_size=5)
_PLACES = st.integers(0, 10_000)
_LENGTHS = st.integers(0, 40)


def _edits() -> SearchStrategy[tuple[int, int, bytes, int]]:
    return st.tuples(_PLACES, _LENGTHS, st.binary(max_size=8) | st.sampled_from(INTERESTING), st.integers(0, 3))


def _text_edits() -> SearchStrategy[tuple[int, int, str, int]]:
    return st.tuples(_PLACES, _LENGTHS, st.text(_CHARACTERS, max_size=8), st.integers(0, 3))


def _edited(text: Text, edits: Sequence[tuple[int, int, Text, int]]) -> Text:
    for place, length, new, repeats in edits:
        begin = place % (len(text) + 1)
        text = text[:begin] + new * repeats + text[begin + length :]
    return text
