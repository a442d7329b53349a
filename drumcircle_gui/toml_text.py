"""Reads TOML that may come from anybody. Pure."""

import re
import tomllib
from typing import Any

MAX_DOTS = 64
"""Maximum number of dots in one key, because the time to read a key grows with the square of their number."""

_STRINGS_AND_COMMENTS = re.compile(r""" (?<!\\)"(?:[^"\\\n]|\\.)*+" | '[^'\n]*' | \#[^\n]* """, re.VERBOSE)
"""A string does not begin at an escaped quotation mark; otherwise a line with many of them would be scanned once for
each."""

_TOO_DEEP = "it is nested too deeply"
_BETWEEN_KEYS = re.compile(r"[=,\n{}\[\]]")


def parse_toml(text: str) -> dict[str, Any]:
    """The tables in `text`. ValueError, with a text for users, if it is not TOML or is nested too deeply."""
    if any(piece.count(".") > MAX_DOTS for piece in _BETWEEN_KEYS.split(_STRINGS_AND_COMMENTS.sub("", text))):
        raise ValueError(_TOO_DEEP)
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError(_TOO_DEEP) from None
    except ValueError as error:  # also of numbers with very many digits
        raise ValueError(f"it is not a TOML file: {error}") from error
