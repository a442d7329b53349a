"""Parses the replies of an MPD server from a byte stream. Pure; every buffer is bounded.

A reply is any number of lines and binary parts, ended by a line `OK`, `list_OK` or `ACK ...`. A binary part is a line
`binary: N`, N bytes and a newline (MPD protocol, "Binary Responses"). A line may be long: MPD writes each comment of a
file on one line, and an Ogg file carries its cover in a comment. Therefore the whole reply is bounded, not the line.
"""

import re
from typing import NamedTuple

from .syntax import AckError, parse_ack

MAX_BINARY = 16 * 1024 * 1024
"""Bytes in one binary part. MPD sends at most `binarylimit` bytes, which clients set to a few MiB at most."""

MAX_ACK = 65_536
"""Bytes in an ACK line. It quotes at most the request, which MPD limits to 8 KiB."""

_END_OR_BINARY = re.compile(rb"\n(?:OK\n|list_OK\n|ACK \[|binary: )")
_MAX_MARK = 16
_MAX_DIGITS = len(str(MAX_BINARY))
_GREETING = re.compile(rb"OK MPD (\d{1,9}(?:\.\d{1,9})*)[^\n]*\n")


class UnreadableReply(Exception):
    """The server sends something that is not MPD's protocol. The argument names it, in words for people."""


class ReplyTooLong(UnreadableReply):
    """The reply is longer than the limit of its reader."""


class Reply(NamedTuple):
    """`body`: all lines before the last one, with their newlines. `end`: the last line (`OK`, `list_OK` or the whole
    ACK) without its newline."""

    body: bytes
    end: bytes

    @property
    def ok(self) -> bool:
        """Whether the reply ends with OK; false for list_OK too."""
        return self.end == b"OK"

    @property
    def is_ack(self) -> bool:
        return self.end.startswith(b"ACK")

    def ack(self) -> tuple[AckError, int]:
        """The error in the ACK line, and its index in the command list."""
        return parse_ack(self.end)


def parse_greeting(line: bytes) -> str:
    """The protocol version in a server's first line. Raises UnreadableReply if the line is not MPD's greeting."""
    found = _GREETING.fullmatch(line)
    if found is None:
        raise UnreadableReply(f"the server there is no MPD: it sends {line[:60]!r}")
    return found[1].decode()


class ReplyReader:
    """Splits a byte stream into replies of at most `max_reply` bytes each. Unusable after it has raised."""

    def __init__(self, max_reply: int) -> None:
        self._max_reply = max_reply
        self._buffer = bytearray(b"\n")  # begins with the newline that precedes the reply
        self._searched = 0

    def feed(self, data: bytes) -> list[Reply]:
        """The replies that are complete with `data`. Raises UnreadableReply, or ReplyTooLong."""
        self._buffer += data
        replies = []
        while (reply := self._next()) is not None:
            replies.append(reply)
        if len(self._buffer) > self._max_reply:
            raise ReplyTooLong(f"a reply of more than {self._max_reply} bytes")
        return replies

    def _next(self) -> Reply | None:
        while (mark := _END_OR_BINARY.search(self._buffer, self._searched)) is not None:
            if mark[0] != b"\nbinary: ":
                return self._reply(mark.start())
            if not self._skip_binary(mark.start(), mark.end()):
                return None
        self._searched = max(self._searched, len(self._buffer) - _MAX_MARK)
        return None

    def _reply(self, newline: int) -> Reply | None:
        """The reply whose last line follows the `newline`; None while that line is incomplete."""
        end = self._buffer.find(b"\n", newline + 1)
        if end < 0:
            self._searched = newline
            if len(self._buffer) - newline > MAX_ACK:
                raise UnreadableReply(f"an error of more than {MAX_ACK} bytes")
            return None
        with memoryview(self._buffer) as view:
            reply = Reply(bytes(view[1 : newline + 1]), bytes(view[newline + 1 : end]))
        _check_ack(reply)
        del self._buffer[:end]
        self._searched = 0
        return reply

    def _skip_binary(self, newline: int, digits_at: int) -> bool:
        """Move behind the binary part that begins after the `newline`; False while it is incomplete."""
        self._searched = newline
        end = self._buffer.find(b"\n", digits_at, digits_at + _MAX_DIGITS + 1)
        digits = bytes(self._buffer[digits_at : end if end >= 0 else digits_at + _MAX_DIGITS + 1])
        if end < 0 and len(digits) <= _MAX_DIGITS and (digits.isdigit() or not digits):
            return False
        if not digits.isdigit() or int(digits) > MAX_BINARY or end < 0:
            raise UnreadableReply(f"a binary part of {digits!r} bytes")
        after = end + 1 + int(digits)
        if len(self._buffer) <= after:
            return False
        if self._buffer[after : after + 1] != b"\n":
            raise UnreadableReply("a binary part that is longer than announced")
        self._searched = after
        return True


def _check_ack(reply: Reply) -> None:
    try:
        if reply.is_ack:
            reply.ack()
    except ValueError as error:
        raise UnreadableReply(f"an error that cannot be read: {error}") from error


class ReplyEnd:
    """Finds the end of one reply that is passed on in pieces and has no binary parts. Keeps a few bytes only."""

    _KEPT = len(b"ACK [")

    def __init__(self) -> None:
        self._line = b""
        """The first bytes of the line that is incomplete."""

    def ends(self, piece: bytes) -> bool:
        """Whether the reply ends with this piece, which follows the piece before directly."""
        end = piece.rfind(b"\n")
        if end < 0:
            self._line = (self._line + piece[: self._KEPT])[: self._KEPT]
            return False
        begin = piece.rfind(b"\n", 0, end) + 1
        last = (b"" if begin else self._line) + piece[begin : min(end, begin + self._KEPT)]
        self._line = piece[end + 1 : end + 1 + self._KEPT]
        return not self._line and last[: self._KEPT] in (b"OK", b"ACK [")
