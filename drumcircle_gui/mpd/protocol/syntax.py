"""Words of MPD's protocol: a request taken apart exactly as MPD does it, and put together so that MPD understands it.

Observed of MPD 0.23.12, and in its `src/util/Tokenizer.cxx`: only double quotes quote, a backslash means something only
within them, and whatever is at most a space separates.
"""

import re
from collections.abc import Iterable
from enum import IntEnum


class AckCode(IntEnum):
    """Error codes of MPD (`src/protocol/Ack.hxx`)."""

    NOT_LIST = 1
    ARG = 2
    PASSWORD = 3
    PERMISSION = 4
    UNKNOWN = 5
    NO_EXIST = 50
    PLAYLIST_MAX = 51
    SYSTEM = 52
    PLAYLIST_LOAD = 53
    UPDATE_ALREADY = 54
    PLAYER_SYNC = 55
    EXIST = 56


class AckError(Exception):
    """A command cannot be carried out: what an ACK says of it. `command` is empty where it is not even known."""

    def __init__(self, code: int, text: str | bytes, command: str | bytes = b"") -> None:
        self.code = code
        self.text = _encoded(text)
        self.command = _encoded(command)
        super().__init__(code, self.text, self.command)

    def __str__(self) -> str:
        return self.text.decode(errors="replace")

    def ack(self, index: int = 0) -> bytes:
        """The line for the client; `index` counts commands of a list from 0."""
        return b"ACK [%d@%d] {%s} %s\n" % (self.code, index, self.command, self.text)


class BadRequest(Exception):
    """So odd a request that MPD closes the connection, at most after saying `last`."""

    def __init__(self, last: AckError | None = None) -> None:
        super().__init__(last)
        self.last_reply = last


MAX_WORDS = 64

_ACK = re.compile(rb"ACK \[(\d+)@(\d+)\] \{([^}]*)\} ?(.*)", re.DOTALL)
_WORD = re.compile(rb"[A-Za-z][A-Za-z0-9_]*")
_SPACES = re.compile(rb"[\x01-\x20]*")
_PLAIN = re.compile(rb"[^\x00-\x20\"']+")
_QUOTED = re.compile(rb'"((?:[^"\\]|\\.)*)"', re.DOTALL)


def parse_ack(line: bytes) -> tuple[AckError, int]:
    """What an ACK line says, and its index in the list. ValueError if it is none."""
    found = _ACK.fullmatch(line.rstrip(b"\n"))
    if found is None:
        raise ValueError(f"not an ACK: {line[:80]!r}")
    code, index, command, text = found.groups()
    return AckError(int(code), text, command), int(index)


def tokenize(line: bytes) -> list[bytes]:
    """The words of a request without its newline. Malformed or Refused, as MPD would have it."""
    line = line.partition(b"\0")[0]
    if not b"a" <= line[:1] <= b"z":
        raise BadRequest
    found = _WORD.match(line)
    assert found is not None
    words = [found[0]]
    rest = found.end()
    if rest < len(line) and line[rest] > 0x20:
        raise BadRequest(AckError(AckCode.UNKNOWN, "Invalid word character"))
    rest = _skip(line, rest)
    while rest < len(line):
        word, rest = _parameter(line, rest)
        words.append(word)
        if len(words) > MAX_WORDS:
            raise AckError(AckCode.ARG, "Too many arguments")
    return words


def quote(word: str | bytes) -> bytes:
    """One argument, in quotes. A newline in it, which nothing can quote, is a ValueError."""
    plain = _encoded(word)
    if b"\n" in plain or b"\0" in plain:
        raise ValueError("MPD's protocol knows no way to say a newline")
    return b'"%s"' % plain.replace(b"\\", b"\\\\").replace(b'"', b'\\"')


def request(name: str | bytes, *arguments: str | bytes | int) -> bytes:
    """A whole request, without its newline."""
    words = (quote(str(each) if isinstance(each, int) else each) for each in arguments)
    return b" ".join((_encoded(name), *words))


def request_from(words: Iterable[str | bytes]) -> bytes:
    """The request that `tokenize` would take apart into `words`."""
    name, *arguments = words
    return request(name, *arguments)


def _parameter(line: bytes, at: int) -> tuple[bytes, int]:
    if line[at : at + 1] == b'"':
        return _quoted(line, at)
    found = _PLAIN.match(line, at)
    end = found.end() if found else at
    if found is None or (end < len(line) and line[end] > 0x20):
        raise AckError(AckCode.UNKNOWN, "Invalid unquoted character")
    return found[0], _skip(line, end)


def _quoted(line: bytes, at: int) -> tuple[bytes, int]:
    found = _QUOTED.match(line, at)
    if found is None:
        raise AckError(AckCode.UNKNOWN, "Missing closing '\"'")
    if found.end() < len(line) and line[found.end()] > 0x20:
        raise AckError(AckCode.UNKNOWN, "Space expected after closing '\"'")
    return re.sub(rb"\\(.)", rb"\1", found[1], flags=re.DOTALL), _skip(line, found.end())


def _skip(line: bytes, at: int) -> int:
    found = _SPACES.match(line, at)
    return found.end() if found else at


def _encoded(text: str | bytes) -> bytes:
    return text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text
