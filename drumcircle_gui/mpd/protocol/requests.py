"""What a client says, out of whatever pieces it arrives in: single commands, whole lists, idling. Pure.

As MPD 0.23.12 was seen to take it: a list runs when it ends; what begins a list within one is refused when its turn
comes; an empty line, a leading space or upper case closes the connection without a word.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .syntax import BadRequest

MAX_LINE = 8192
MAX_LIST = 2 * 1024 * 1024

_LIST_BEGINS = {b"command_list_begin": False, b"command_list_ok_begin": True}
_LIST_END = b"command_list_end"
NOIDLE = b"noidle"
_BLANKS = bytes(range(0x21))


@dataclass(frozen=True, slots=True)
class Request:
    """One command, or those of a list. `each`: a list_OK is wanted after each of them. Lines without their newline."""

    lines: tuple[bytes, ...]
    is_list: bool = False
    wants_list_ok: bool = False


class RequestReader:
    """Sees to the limits too: Malformed where MPD closes the connection. `idles()`: whether nothing but `noidle` is
    expected now."""

    def __init__(
        self, idles: Callable[[], bool] = lambda: False, most_line: int = MAX_LINE, most_list: int = MAX_LIST
    ) -> None:
        self._idles, self._most_line, self._most_list = idles, most_line, most_list
        self._buffer = bytearray()
        self._list: list[bytes] | None = None
        self._size = 0
        self._each = False

    def feed(self, data: bytes) -> Iterator[Request]:
        """The requests that are whole with this, in order. Take them all before feeding again."""
        self._buffer += data
        *lines, rest = bytes(self._buffer).split(b"\n")
        self._buffer[:] = rest
        if any(len(line) >= self._most_line for line in (*lines, rest)):
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
        if self._idles() and line != NOIDLE:
            raise BadRequest
        if self._list is None:
            return self._begin(line)
        if line == _LIST_END:
            lines, self._list = tuple(self._list), None
            return Request(lines, True, self._each)
        self._keep(line)
        return None

    def _begin(self, line: bytes) -> Request | None:
        if line not in _LIST_BEGINS:
            return Request((line,))
        self._each = _LIST_BEGINS[line]
        self._list, self._size = [], 0
        return None

    def _keep(self, line: bytes) -> None:
        assert self._list is not None
        if line == NOIDLE:
            return
        self._size += len(line) + 1
        if self._size > self._most_list:
            raise BadRequest
        self._list.append(line)
