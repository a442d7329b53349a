"""Splits MPD requests into words, builds requests, and parses ACK lines. Pure.

Exactly as MPD 0.23.12 does it (`src/util/Tokenizer.cxx`): only double quotes quote, a backslash escapes only within
quotes, and every byte up to 0x20 separates.
"""

import re
from collections.abc import Iterable
from enum import IntEnum


class AckCode(IntEnum):
    """MPD's error codes (`src/protocol/Ack.hxx`)."""

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
    """A command failed: the content of an ACK line. `command` is empty for unknown commands and syntax errors."""

    def __init__(self, code: int, text: str | bytes, command: str | bytes = b"") -> None:
        self.code = code
        self.text = _encoded(text)
        self.command = _encoded(command)
        super().__init__(code, self.text, self.command)

    def __str__(self) -> str:
        return self.text.decode(errors="replace")

    def ack(self, index: int = 0) -> bytes:
        """The ACK line; `index` counts the commands of a list from 0."""
        return b"ACK [%d@%d] {%s} %s\n" % (self.code, index, self.command, self.text)


class BadRequest(Exception):
    """A request after which MPD closes the connection, silently or after `last_reply`."""

    def __init__(self, last_reply: AckError | None = None) -> None:
        super().__init__(last_reply)
        self.last_reply = last_reply


MAX_WORDS = 64
"""Words in one request: MPD's limit (COMMAND_ARGV_MAX in `src/command/AllCommands.cxx`)."""

_ACK = re.compile(rb"ACK \[(\d{1,9})@(\d{1,9})\] \{([^}]*)\} ?(.*)", re.DOTALL)
_WORD = re.compile(rb"[A-Za-z][A-Za-z0-9_]*")
_SPACES = re.compile(rb"[\x01-\x20]*")
_PLAIN = re.compile(rb"[^\x00-\x20\"']+")
_QUOTED = re.compile(rb'"((?:[^"\\]|\\.)*)"', re.DOTALL)


def parse_ack(line: bytes) -> tuple[AckError, int]:
    """The error in an ACK line, and its index in the command list. Raises ValueError for any other line."""
    found = _ACK.fullmatch(line.rstrip(b"\n"))
    if found is None:
        raise ValueError(f"not an ACK: {line[:80]!r}")
    code, index, command, text = found.groups()
    return AckError(int(code), text, command), int(index)


def tokenize(line: bytes) -> list[bytes]:
    """The words of a request line without its newline: the command and its arguments.

    Raises AckError where MPD replies with an error, and BadRequest where it closes the connection.
    """
    line = line.partition(b"\0")[0]
    if not b"a" <= line[:1] <= b"z":
        raise BadRequest
    found = _WORD.match(line)
    assert found is not None
    words = [found[0]]
    at = found.end()
    if at < len(line) and line[at] > 0x20:
        raise BadRequest(AckError(AckCode.UNKNOWN, "Invalid word character"))
    at = _skip_spaces(line, at)
    while at < len(line):
        word, at = _argument(line, at)
        words.append(word)
        if len(words) > MAX_WORDS:
            raise AckError(AckCode.ARG, "Too many arguments")
    return words


def quote(word: str | bytes) -> bytes:
    """One argument in double quotes. Raises ValueError for a newline or NUL, which the protocol cannot express."""
    plain = _encoded(word)
    if b"\n" in plain or b"\0" in plain:
        raise ValueError("MPD's protocol cannot express a newline or NUL")
    return b'"%s"' % plain.replace(b"\\", b"\\\\").replace(b'"', b'\\"')


def request(name: str | bytes, *arguments: str | bytes | int) -> bytes:
    """A request line without its newline, all arguments quoted. Text is encoded as UTF-8 with surrogateescape."""
    words = (quote(str(each) if isinstance(each, int) else each) for each in arguments)
    return b" ".join((_encoded(name), *words))


def request_from(words: Iterable[str | bytes]) -> bytes:
    """The request that `tokenize` splits into `words`."""
    name, *arguments = words
    return request(name, *arguments)


def _argument(line: bytes, at: int) -> tuple[bytes, int]:
    """The argument at `at`, and where the next one begins."""
    if line[at : at + 1] == b'"':
        return _quoted(line, at)
    found = _PLAIN.match(line, at)
    end = found.end() if found else at
    if found is None or (end < len(line) and line[end] > 0x20):
        raise AckError(AckCode.UNKNOWN, "Invalid unquoted character")
    return found[0], _skip_spaces(line, end)


def _quoted(line: bytes, at: int) -> tuple[bytes, int]:
    found = _QUOTED.match(line, at)
    if found is None:
        raise AckError(AckCode.UNKNOWN, "Missing closing '\"'")
    if found.end() < len(line) and line[found.end()] > 0x20:
        raise AckError(AckCode.UNKNOWN, "Space expected after closing '\"'")
    return re.sub(rb"\\(.)", rb"\1", found[1], flags=re.DOTALL), _skip_spaces(line, found.end())


def _skip_spaces(line: bytes, at: int) -> int:
    found = _SPACES.match(line, at)
    return found.end() if found else at


def _encoded(text: str | bytes) -> bytes:
    return text.encode("utf-8", "surrogateescape") if isinstance(text, str) else text
