"""Parses the requests of an MPD client from a byte stream: single commands, command lists, and idle. Pure.

As MPD 0.23.12 does it: a command list runs when it ends; a `command_list_begin` within a list is one of its commands
(and is refused when it runs); an empty line, a leading space or a leading upper-case letter closes the connection.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .syntax import BadRequest

MAX_LINE = 8192
"""Bytes in one line with its newline: MPD's input buffer (`src/client/Client.hxx`)."""

MAX_LIST = 2 * 1024 * 1024
"""Bytes in one command list: MPD's default `max_command_list_size`."""

NOIDLE = b"noidle"
_LIST_BEGINS = {b"command_list_begin": False, b"command_list_ok_begin": True}
_LIST_END = b"command_list_end"
_BLANKS = bytes(range(0x21))


@dataclass(frozen=True, slots=True)
class Request:
    """One command, or the commands of a list. `lines` are without their newlines. `wants_list_ok`: the client expects a
    `list_OK` after each command."""

    lines: tuple[bytes, ...]
    is_list: bool = False
    wants_list_ok: bool = False


class RequestReader:
    """Splits a byte stream into requests and enforces MPD's limits. `is_idle()`: whether the client is in `idle` now,
    where only `noidle` is allowed."""

    def __init__(
        self, is_idle: Callable[[], bool] = lambda: False, max_line: int = MAX_LINE, max_list: int = MAX_LIST
    ) -> None:
        self._is_idle, self._max_line, self._max_list = is_idle, max_line, max_list
        self._buffer = bytearray()
        self._list: list[bytes] | None = None
        self._list_bytes = 0
        self._wants_list_ok = False

    def feed(self, data: bytes) -> Iterator[Request]:
        """The requests that are complete with `data`, in order. Raises BadRequest where MPD closes the connection, now
        or while iterating. Iterate to the end before feeding again; `is_idle` is called between two requests."""
        self._buffer += data
        *lines, rest = bytes(self._buffer).split(b"\n")
        self._buffer[:] = rest
        if any(len(line) >= self._max_line for line in (*lines, rest)):
            raise BadRequest
        if not all(b"a" <= line[:1] <= b"z" for line in lines):
            raise BadRequest
        return self._requests(lines)

    def _requests(self, lines: list[bytes]) -> Iterator[Request]:
        for line in lines:
            request = self._take(line.rstrip(_BLANKS).partition(b"\0")[0])
            if request is not None:
                yield request

    def _take(self, line: bytes) -> Request | None:
        """The request that is complete with this line."""
        if self._is_idle() and line != NOIDLE:
            raise BadRequest
        if self._list is None:
            return self._begin(line)
        if line == _LIST_END:
            lines, self._list = tuple(self._list), None
            return Request(lines, True, self._wants_list_ok)
        self._append(line)
        return None

    def _begin(self, line: bytes) -> Request | None:
        """A single command, or the begin of a list."""
        if line not in _LIST_BEGINS:
            return Request((line,))
        self._wants_list_ok = _LIST_BEGINS[line]
        self._list, self._list_bytes = [], 0
        return None

    def _append(self, line: bytes) -> None:
        """Add a command to the list; MPD ignores `noidle` there."""
        assert self._list is not None
        if line == NOIDLE:
            return
        self._list_bytes += len(line) + 1
        if self._list_bytes > self._max_list:
            raise BadRequest
        self._list.append(line)
