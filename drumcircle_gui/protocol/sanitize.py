"""What people typed, made fit to show: names and lines of text."""

import unicodedata
from collections.abc import Container, Iterator
from itertools import count

from drumcircle_gui.protocol.fields import MAX_NAME_LENGTH, MAX_TEXT_LENGTH

NAMELESS = "Player"

# The zero width joiners: invisible, but emoji and several scripts are misspelt without them.
_JOINERS = "\u200c\u200d"
_CONTROL = ("Cc", "Cf", "Cs")
_INVISIBLE = ("C", "Z", "M")


def clean(text: str, longest: int = MAX_TEXT_LENGTH) -> str:
    """Without control and direction characters, white space in runs or at the ends, or what exceeds `longest`; empty
    if nothing visible is left. A line break stays one."""
    lines = map(_clean_line, unicodedata.normalize("NFC", text).splitlines())
    short = "\n".join(filter(None, lines))[:longest].strip()
    return short if any(map(_visible, short)) else ""


def clean_name(text: str) -> str:
    """A name to show: one visible line."""
    return clean(" ".join(text.split()), MAX_NAME_LENGTH) or NAMELESS


def sameness(name: str) -> str:
    """Two names that people would take for the same have the same one."""
    return unicodedata.normalize("NFKC", name).casefold()


def unique_name(wanted: str, taken: Container[str]) -> str:
    """`wanted`, or with a number behind it ("Oak 2"); `taken` holds the `sameness` of others."""
    return next(name for name in _variants(wanted) if sameness(name) not in taken)


def _variants(name: str) -> Iterator[str]:
    return (_numbered(name, number) for number in count(1))


def _numbered(name: str, number: int) -> str:
    ending = f" {number}" if number > 1 else ""
    return name[: MAX_NAME_LENGTH - len(ending)].rstrip() + ending


def _clean_line(line: str) -> str:
    return " ".join("".join(filter(_may_stay, line.replace("\t", " "))).split())


def _may_stay(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character) not in _CONTROL


def _visible(character: str) -> bool:
    return unicodedata.category(character)[0] not in _INVISIBLE
