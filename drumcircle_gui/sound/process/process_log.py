"""Formats and parses the sound process's standard error: its own log lines, each with a level, and libraries' output.
Pure."""

import logging
import re
from collections import deque
from collections.abc import Iterator

_LEVELS = {logging.getLevelName(level): level for level in (10, 20, 30, 40, 50)}
_ENTRY = re.compile(rf"^({'|'.join(_LEVELS)}) (\S+: .*(?:\n\t.*)*)$", re.MULTILINE)
_LAST_LINES = 5
_MAX_SEEN = 500
_MAX_LINE = 65_536


class EntryFormatter(logging.Formatter):
    """Formats log entries: the level first; further lines of an entry begin with a tab."""

    def __init__(self) -> None:
        super().__init__("%(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        return super().format(record).replace("\n", "\n\t")


class StderrReader:
    """Turns chunks of standard error into log entries: (level, text).

    Text without a level is a WARNING, or DEBUG if all its lines occurred before, because some libraries repeat
    themselves without end.
    """

    def __init__(self) -> None:
        self._rest = ""
        self._seen: set[str] = set()
        self._last: deque[str] = deque(maxlen=_LAST_LINES)

    @property
    def last_lines(self) -> str:
        """The last lines read, without those of level DEBUG, separated by bars."""
        return " | ".join(self._last)

    def feed(self, chunk: bytes) -> Iterator[tuple[int, str]]:
        """The entries in `chunk`; an unfinished line waits for the next one, unless it is over 64 KiB."""
        text = self._rest + chunk.decode(errors="replace").replace("\r\n", "\n")
        end = text.rfind("\n") + 1 or (len(text) if len(text) > _MAX_LINE else 0)
        self._rest = text[end:]
        return self._entries(text[:end])

    def finish(self) -> Iterator[tuple[int, str]]:
        """The last entry, at the end of the stream."""
        text, self._rest = self._rest, ""
        return self._entries(text)

    def _entries(self, text: str) -> Iterator[tuple[int, str]]:
        begin = 0
        for match in _ENTRY.finditer(text):
            yield from self._printed(text[begin : match.start()])
            yield self._noted(_LEVELS[match[1]], match[2].replace("\n\t", "\n"))
            begin = match.end()
        yield from self._printed(text[begin:])

    def _printed(self, text: str) -> Iterator[tuple[int, str]]:
        """The entry of text without a level."""
        if text := text.strip():
            new = set(text.splitlines()) - self._seen
            if len(self._seen) < _MAX_SEEN:
                self._seen |= new
            yield self._noted(logging.WARNING if new else logging.DEBUG, text)

    def _noted(self, level: int, text: str) -> tuple[int, str]:
        if level > logging.DEBUG:
            self._last.extend(text.splitlines())
        return level, text
