"""Sanitizes texts that people typed: names and chat lines. `lookalikes` decides which names look the same.

Every function takes time linear in the length of the text, and reads no more of it than a few times its limit.
"""

import unicodedata
from collections.abc import Container

import regex

from .fields import MAX_NAME_LENGTH, MAX_TEXT_LENGTH
from .lookalikes import skeleton

DEFAULT_NAME = "Player"
"""The name of a member whose own name contains nothing visible."""

MAX_MARKS = 8
"""Maximum number of combining marks on one letter; further ones are removed. Living scripts need fewer. Long runs cover
the lines around them, and normalising them takes quadratic time."""

MAX_LINES = 20
"""Lines of a chat text; further line breaks become spaces."""

LOOK_AHEAD = 4
"""A text may be this many times longer than its limit before cleaning; the rest is dropped unread."""

_CONTROL = regex.compile("[\\p{Cc}\\p{Cs}\ufff9-\ufffb]")
_IGNORABLE = regex.compile(r"\p{Default_Ignorable_Code_Point}")
_ALWAYS_SUPERFLUOUS = regex.compile(
    "(?V1)[\\p{Default_Ignorable_Code_Point}--[\u200c\u200d\ufe00-\ufe0f\U000e0020-\U000e007f]]"
)
_NEEDS_IGNORABLES = regex.compile(
    "(?V1)\\p{Extended_Pictographic}|.\ufe0f?\u20e3|"
    "[\\p{L}--[\\p{Latin}\\p{Greek}\\p{Cyrillic}\\p{Default_Ignorable_Code_Point}]]"
)
_LONG_RUN_OF_MARKS = regex.compile(rf"(\p{{M}}{{{MAX_MARKS}}})\p{{M}}+")
_GLYPH = regex.compile(r"\p{Regional_Indicator}{2}\p{Grapheme_Extend}*|\X")  # \X alone is quadratic for many flags
_VISIBLE = regex.compile("[^\\p{C}\\p{Z}\\p{M}\\p{Default_Ignorable_Code_Point}\u2800]")
_SPACE = regex.compile("[\\s\u2800]+")


def clean_text(text: str, limit: int = MAX_TEXT_LENGTH) -> str:
    """`text` without control characters, invisible characters, runs of white space and of marks, cut to `limit`
    characters and MAX_LINES lines; "" if nothing visible is left. Cleaning again changes nothing."""
    lines = [line for line in map(_clean_line, text[: LOOK_AHEAD * limit].splitlines()) if line]
    whole = "\n".join([*lines[: MAX_LINES - 1], " ".join(lines[MAX_LINES - 1 :])])
    return _cut(whole, limit).strip()


def clean_name(text: str, default: str = DEFAULT_NAME) -> str:
    """A name to show: one visible line within the protocol's limit; `default` if nothing visible is left."""
    return _cut(_clean_line(text[: LOOK_AHEAD * MAX_NAME_LENGTH]), MAX_NAME_LENGTH).strip() or default


def checked_name(text: str) -> str:
    """A typed name, cleaned; ValueError, with a text for the user, if it cannot be shown as typed."""
    if any(unicodedata.category(character) == "Cs" for character in text):
        raise ValueError("the name is not valid text (UTF-8); type it again")
    if len(text.strip()) > MAX_NAME_LENGTH:
        raise ValueError(
            f"a name has at most {MAX_NAME_LENGTH} characters, not {len(text.strip())}; choose a shorter one"
        )
    if not (name := clean_name(text, default="")):
        raise ValueError("a name needs at least one visible character")
    return name


def unique_name(wanted: str, taken: Container[str]) -> str:
    """`wanted`, or the same with a number behind it ("Oak 2"), so that its skeleton differs from those `taken`.

    The number before it is taken, but a smaller one may be free: with very many of the same name, few are tried.
    """
    if skeleton(wanted) not in taken:
        return wanted
    last, free = 1, 2
    while skeleton(_numbered(wanted, free)) in taken:
        last, free = free, 2 * free
    while free - last > 1:
        middle = (last + free) // 2
        last, free = (middle, free) if skeleton(_numbered(wanted, middle)) in taken else (last, middle)
    return _numbered(wanted, free)


def _numbered(name: str, number: int) -> str:
    ending = f" {number}"
    return _cut(name, MAX_NAME_LENGTH - len(ending)).rstrip() + ending


def _clean_line(line: str) -> str:
    """One line, whatever breaks are in it; empty if nothing in it is visible."""
    text = _without_ignorables(_CONTROL.sub("", _SPACE.sub(" ", line)))
    text = _limit_marks(unicodedata.normalize("NFC", _limit_marks(text)))
    text = _SPACE.sub(" ", text).strip()
    return text if _VISIBLE.search(text) else ""


def _without_ignorables(text: str) -> str:
    """`text` without invisible characters, except those that emoji or a script need."""
    text = _ALWAYS_SUPERFLUOUS.sub("", text)
    return "".join(map(_clean_glyph, _GLYPH.findall(text))) if _IGNORABLE.search(text) else text


def _clean_glyph(glyph: str) -> str:
    return glyph if _NEEDS_IGNORABLES.match(glyph) else _IGNORABLE.sub("", glyph)


def _limit_marks(text: str) -> str:
    return str(_LONG_RUN_OF_MARKS.sub(r"\1", text))


def _cut(text: str, limit: int) -> str:
    """As many whole glyphs (grapheme clusters) as fit into `limit` characters."""
    if len(text) <= limit:
        return text
    end = 0
    for glyph in _GLYPH.finditer(text):
        if glyph.end() > limit:
            break
        end = glyph.end()
    return text[:end]
