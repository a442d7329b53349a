"""Turns msgspec's errors about values of the configuration into texts for users. Pure."""

import re
from collections.abc import Callable

_KINDS = {
    "int": "a whole number",
    "float": "a number",
    "str": 'text in quotes ("...")',
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
}

_RULES: tuple[tuple[str, Callable[[str, re.Match[str]], str]], ...] = (
    (r"Object contains unknown field `(.*)`", lambda key, found: f"there is no setting called {found[1]}"),
    (r"Object missing required field `(.*)`", lambda key, found: f"{found[1]} is missing"),
    (r"Invalid enum value (.*)", lambda key, found: f"{key} cannot be {found[1]}"),
    (r"Expected `str` of length >= 1", lambda key, found: f"{key} must not be empty"),
    (r"Expected `str` of length <= (.*)", lambda key, found: f"{key} has more than {found[1]} characters"),
    (r"Expected `array` of length <= (.*)", lambda key, found: f"{key}: there are more than {found[1]}"),
    (r"Expected `\w+` >= (\S+?)(?:\.0)?", lambda key, found: f"{key} must be at least {found[1]}"),
    (r"Expected `\w+` <= (\S+?)(?:\.0)?", lambda key, found: f"{key} must be at most {found[1]}"),
    (r"Expected `(\w+)(?: \| null)?`, got .*", lambda key, found: f"{key} must be {_KINDS.get(found[1], found[1])}"),
)


def explain(message: str) -> tuple[str, str]:
    """The path of the value that msgspec's `message` is about (rooms[1].port), and what is wrong with it."""
    error, _, path = message.partition(" - at `$")
    path = path.strip(".`")
    key = path.rpartition(".")[2] or "the file"
    for pattern, words in _RULES:
        if found := re.fullmatch(pattern, error):
            field = found[1] if "field" in pattern else ""
            return f"{path}.{field}".strip(".") if "unknown" in pattern else path, words(key, found)
    return path, f"{key}: {error[:1].lower()}{error[1:]}"
