"""Sanitizes texts that people typed: names and chat lines. `lookalikes` decides which names look the same.

Every function takes time linear in the length of the text, and reads no more of it than a few times its limit.
"""

import unicodedata
from collections.abc import Container

from .fields import MAX_NAME_LENGTH, MAX_TEXT_LENGTH
from .lookalikes import skeleton

DEFAULT_NAME = "Player"
"""The name of a member whose own name contains nothing visible."""

MAX_LINES = 20
"""Lines of a chat text; further line breaks become spaces."""

LOOK_AHEAD = 4
"""A text may be this many times longer than its limit before cleaning; the rest is dropped unread."""


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
    """`line` with its line breaks replaced by spaces; empty if nothing in it is visible."""
    if line.isascii() and line.isprintable():
        return " ".join(line.split())
    from .glyphs import clean_line  # whose patterns take long to compile

    return clean_line(line)


def _cut(text: str, limit: int) -> str:
    """As many whole glyphs (grapheme clusters) as fit into `limit` characters."""
    if len(text) <= limit:
        return text
    from .glyphs import cut

    return cut(text, limit)
