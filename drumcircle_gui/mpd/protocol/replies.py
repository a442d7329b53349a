"""Replies of an MPD server, out of whatever pieces they arrive in. Pure; every buffer is bounded."""

import re
from typing import NamedTuple

from .syntax import AckError, parse_ack

MAX_LINE = 65_536
MAX_BINARY = 16 * 1024 * 1024

_MARK = re.compile(rb"\n(?:OK\n|list_OK\n|ACK \[|binary: )")
_MAX_MARK = 16
_GREETING = re.compile(rb"OK MPD (\d{1,9}(?:\.\d{1,9})*)[^\n]*\n")


class UnreadableReply(Exception):
    """The server says what no MPD says, or more than there is room for."""


class Reply(NamedTuple):
    """The lines before the end, and the end: OK, list_OK, or an ACK's whole line; without its newline."""

    body: bytes
    end: bytes

    @property
    def ok(self) -> bool:
        return self.end == b"OK"

    @property
    def is_ack(self) -> bool:
        return self.end.startswith(b"ACK")

    def ack(self) -> tuple[AckError, int]:
        """What the ACK says, and its index in the list."""
        return parse_ack(self.end)


def parse_greeting(line: bytes) -> str:
    """The protocol's version in a server's first line. Unreadable if it is none."""
    found = _GREETING.fullmatch(line)
    if found is None:
        raise UnreadableReply(f"no MPD answers there; it says {line[:60]!r}")
    return found[1].decode()


class ReplyReader:
    """Takes replies apart, each of at most `most` bytes. Unreadable is final."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._buffer = bytearray(b"\n")  # begins with the newline before the reply
        self._looked = 0
        self._binary = 0  # where the latest binary part ends

    def feed(self, data: bytes) -> list[Reply]:
        """All replies that are whole with this."""
        self._buffer += data
        found = []
        while (reply := self._next()) is not None:
            found.append(reply)
        if len(self._buffer) > self._most:
            raise UnreadableReply(f"a reply of more than {self._most} bytes")
        self._check_line(max(self._buffer.rfind(b"\n"), self._binary))
        return found

    def _next(self) -> Reply | None:
        while (mark := _MARK.search(self._buffer, self._looked)) is not None:
            if mark[0] != b"\nbinary: ":
                return self._reply(mark.start())
            if not self._skip_binary(mark.end()):
                return None
        self._looked = max(self._looked, len(self._buffer) - _MAX_MARK)
        return None

    def _reply(self, at: int) -> Reply | None:
        """The reply whose last line begins after the newline at `at`; None while that is not whole."""
        end = self._buffer.find(b"\n", at + 1)
        if end < 0:
            self._looked = at
            self._check_line(at)
            return None
        with memoryview(self._buffer) as view:
            reply = Reply(bytes(view[1 : at + 1]), bytes(view[at + 1 : end]))
        _check_ack(reply)
        del self._buffer[:end]
        self._looked = self._binary = 0
        return reply

    def _skip_binary(self, at: int) -> bool:
        """Beyond the bytes whose number stands at `at`; whether all of them, and the newline behind, are there."""
        end = self._buffer.find(b"\n", at)
        if end < 0:
            self._check_line(at)
            return False
        digits = bytes(self._buffer[at:end])
        if not digits.isdigit() or len(digits) > len(str(MAX_BINARY)) or int(digits) > MAX_BINARY:
            raise UnreadableReply(f"a binary reply of {digits[:20]!r} bytes")
        beyond = self._binary = end + 1 + int(digits)
        if len(self._buffer) <= beyond:
            return False
        if self._buffer[beyond : beyond + 1] != b"\n":
            raise UnreadableReply("a binary reply that is longer than it says")
        self._looked = beyond
        return True

    def _check_line(self, at: int) -> None:
        if len(self._buffer) - at > MAX_LINE:
            raise UnreadableReply(f"a line of more than {MAX_LINE} bytes")


def _check_ack(reply: Reply) -> None:
    try:
        if reply.is_ack:
            reply.ack()
    except ValueError as error:
        raise UnreadableReply(str(error)) from error


class ReplyEnd:
    """Watches the pieces of one reply without binary parts go by, however long it is, until its end."""

    def __init__(self) -> None:
        self._tail = b"\n"

    def ends(self, piece: bytes) -> bool:
        """Whether the reply ends with this piece, which must be the last one that was sent."""
        self._tail = piece[-MAX_LINE:] if len(piece) >= MAX_LINE else (self._tail + piece)[-MAX_LINE:]
        if not self._tail.endswith(b"\n"):
            return False
        return self._tail.endswith(b"\nOK\n") or self._last_line().startswith(b"ACK [")

    def _last_line(self) -> bytes:
        return self._tail[self._tail.rfind(b"\n", 0, len(self._tail) - 1) + 1 :]
