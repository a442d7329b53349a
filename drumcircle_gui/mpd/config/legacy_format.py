"""The lines of the older project's file of servers: `host:port [user] [music directory]`. Pure.

Also as tuples, `(host:port, user, music directory)`, and between the backticks that its description prints.
"""

import ipaddress
import re
from collections.abc import Iterator
from typing import Any

from .addresses import parse_address

_TOML = re.compile(r"\[\[?[\w.\"' -]+\]\]?\s*(#.*)?|[\w.\"' -]+=.*")
_LINE = re.compile(r"(\[[^\[\]]*\]:\w+|[^\s,]+)(?:(\s*,\s*|\s+)(.*))?")
_PATH = re.compile(r"[~/\\.]|[A-Za-z]:[/\\]|[^\s,]*/")
_COMMENT = re.compile(r"(^|\s)#.*")


def is_legacy(text: str) -> bool:
    """Whether `text` is such lines, and not TOML. Nothing at all is both."""
    first = next(content_lines(text), (0, "x = 1"))
    return not _TOML.fullmatch(first[1])


def content_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that say something, each with its number and without what surrounds it."""
    for number, line in enumerate(text.split("\n"), 1):
        if said := _COMMENT.sub("", line).strip().strip("`").strip():
            yield number, said


def parse_room(line: str) -> dict[str, Any]:
    """What a line says of a room, as TOML would; ValueError if it cannot be understood."""
    found = _LINE.fullmatch(_unwrapped(line))
    if not found:
        raise ValueError("a line is host:port, the user's name there and the music directory there")
    server, between, rest = found.groups()
    host, port = parse_address(_unwrapped(server))
    user, directory = _split_user(rest or "", "," in (between or ""))
    said = {"host": host or "localhost", "port": port}
    return said | ({"folder": _folder(user, host, directory)} if directory else {})


def _unwrapped(text: str) -> str:
    """Without the brackets and quotes of a tuple."""
    text = text.strip().rstrip(",").strip()
    if text[:1] == "(" and text[-1:] == ")":
        text = text[1:-1].strip().rstrip(",").strip()
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"" else text


def _split_user(rest: str, by_commas: bool) -> tuple[str, str]:
    """The user and the directory, either of which may be missing."""
    if _PATH.match(_unwrapped(rest)):
        return "", _unwrapped(rest)
    words = [_unwrapped(word) for word in (rest.split(",", 1) if by_commas else rest.split(None, 1))]
    user, directory = (*words, "", "")[:2]
    return user, directory


def _folder(user: str, host: str, directory: str) -> str:
    if not user and _is_local(host):
        return directory
    host = f"[{host}]" if ":" in host else host or "localhost"
    return f"{user}@{host}:{directory}" if user else f"{host}:{directory}"


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() in ("localhost", "")
