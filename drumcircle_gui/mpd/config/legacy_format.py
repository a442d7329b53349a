"""Reads the older format of the rooms' file, one server a line: `host:port [user] [music directory]`. Pure.

A line may also be a tuple, `(host:port, user, music directory)`, or stand between backticks. A local socket may replace
host:port.
"""

import ipaddress
import re
from collections.abc import Iterator
from typing import Any

from .addresses import is_socket, parse_server

_TOML = re.compile(r"\[\[?[\w.\"' -]+\]\]?\s*(#.*)?|[\w.\"' -]+=.*")
_LINE = re.compile(r"(\[[^\[\]]*\]:\w+|[^\s,]+)(?:(\s*,\s*|\s+)(.*))?")
_PATH = re.compile(r"[~/\\.]|[A-Za-z]:[/\\]|[^\s,]*/")
_COMMENT = re.compile(r"(^|\s)#.*")


def is_legacy(text: str) -> bool:
    """Whether `text` is in this format and not TOML. False for a text without content."""
    first = next(content_lines(text), (0, "x = 1"))
    return not _TOML.fullmatch(first[1])


def content_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines with content, with their numbers, without comments, spaces and backticks."""
    for number, line in enumerate(text.split("\n"), 1):
        if content := _COMMENT.sub("", line).strip().strip("`").strip():
            yield number, content


def parse_room(line: str) -> dict[str, Any]:
    """The settings of the room in a line, named as in TOML. Raises ValueError, with words for people."""
    found = _LINE.fullmatch(_unwrapped(line))
    if not found:
        raise ValueError("a line has host:port, then the user's name and the music directory on that machine")
    server, between, rest = found.groups()
    host, port = parse_server(_unwrapped(server))
    user, directory = _split_user(rest or "", "," in (between or ""))
    values = {"host": host or "localhost", "port": port}
    return values | ({"folder": _folder(user, host, directory)} if directory else {})


def _unwrapped(text: str) -> str:
    """`text` without the parentheses and quotes of a tuple."""
    text = text.strip().rstrip(",").strip()
    if text[:1] == "(" and text[-1:] == ")":
        text = text[1:-1].strip().rstrip(",").strip()
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"" else text


def _split_user(rest: str, by_commas: bool) -> tuple[str, str]:
    """The user and the directory; a missing one is ""."""
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
    if is_socket(host):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() in ("localhost", "")
