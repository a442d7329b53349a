"""Replaces the parts of replies that may differ between two equal servers: their own numbers, and times."""

import re
from collections.abc import Callable

OWN_COMMANDS = {b"kill", b"partition", b"newpartition", b"delpartition", b"listpartitions", b"moveoutput"}
"""Commands that not every server has: `commands` may omit them."""

PART = 10.0
"""Seconds: positions in a song count as equal if they are in the same part of it; sessions seek to the
middle of one."""

_NUMBERS = re.compile(rb"(Id|songid|nextsongid|playlist|updating_db): (\d+)\n")
_KINDS = {b"Id": "id", b"songid": "id", b"nextsongid": "id", b"playlist": "version", b"updating_db": "job"}
_TIMES = (b"uptime", b"db_update", b"bitrate")
_DURATION = re.compile(rb" after \d+ ms")
"""The duration of a connection attempt in the text of an error."""


class Names:
    """Numbers in the order of their first occurrence in a session: the first is 1, whatever the server's own number."""

    def __init__(self) -> None:
        self._seen: dict[str, list[bytes]] = {"id": [], "version": [], "job": []}

    def name(self, kind: str, number: bytes) -> bytes:
        seen = self._seen[kind]
        if number not in seen:
            seen.append(number)
        return b"%d" % (seen.index(number) + 1)

    def number(self, kind: str, name: int) -> bytes:
        """The server's own number; 99999 if none has occurred yet."""
        seen = self._seen[kind]
        return seen[name - 1] if name <= len(seen) else b"99999"

    def filled(self, sent: bytes) -> bytes:
        """A line of a session with this server's numbers filled in."""
        sent = re.sub(rb"\{v(\d+)\}", lambda found: self.number("version", int(found[1])), sent)
        return re.sub(rb"\{(\d+)\}", lambda found: self.number("id", int(found[1])), sent)


def plain(reply: bytes, names: Names) -> bytes:
    """The reply with the server's own values replaced. A binary reply is unchanged."""
    if b"\nbinary: " in reply:
        return reply
    lines = reply.splitlines(keepends=True)
    stats = any(line.startswith(b"uptime: ") for line in lines)
    kept = []
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else b""
        if (said := _plain_line(line, before, names, stats)) is not None:
            kept.append(said)
    return b"".join(kept)


def _plain_line(line: bytes, before: bytes, names: Names, stats: bool) -> bytes | None:
    if found := _NUMBERS.fullmatch(line):
        return b"%s: #%s\n" % (found[1], names.name(_KINDS[found[1]], found[2]))
    key, _, value = line.partition(b": ")
    if key == b"error":
        return _DURATION.sub(b" after * ms", line)
    if key in _TIMES or (stats and key == b"playtime"):
        return key + b": *\n"
    if key == b"audio" or (key == b"command" and value.strip() in OWN_COMMANDS):
        return None
    if key == b"Last-Modified" and before.startswith(b"playlist: "):
        return b"Last-Modified: *\n"
    part = _PARTS.get(key)
    return part(value) if part else line


def _time(value: bytes) -> bytes:
    elapsed, _, whole = value.partition(b":")
    return b"time: %d:%s" % (float(elapsed) // PART, whole)


def _elapsed(value: bytes) -> bytes:
    return b"elapsed: %d\n" % (float(value) // PART)


_PARTS: dict[bytes, Callable[[bytes], bytes]] = {b"time": _time, b"elapsed": _elapsed}
