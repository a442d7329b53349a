"""The sound process's standard error: the lines of its own log, each with a level, and what libraries print. Pure."""

import logging
import re
from collections import deque
from collections.abc import Iterator

FORMAT = "%(levelname)s %(name)s: %(message)s"
"""How the sound process writes its log."""

_LEVELS = {logging.getLevelName(level): level for level in (10, 20, 30, 40, 50)}
_ENTRY = re.compile(rf"^({'|'.join(_LEVELS)}) (?=\S+: )", re.MULTILINE)
_LAST_LINES = 5
_MAX_SEEN = 500
_MAX_LINE = 65_536


class StderrReader:
    """Turns chunks of standard error into log entries: (level, text).

    Text without a level is a WARNING, or DEBUG if all its lines came before: some libraries repeat themselves for ever.
    """

    def __init__(self) -> None:
        self._rest = ""
        self._seen: set[str] = set()
        self._last: deque[str] = deque(maxlen=_LAST_LINES)

    @property
    def last_lines(self) -> str:
        """The last lines read, separated by bars."""
        return " | ".join(self._last)

    def feed(self, chunk: bytes) -> Iterator[tuple[int, str]]:
        """The entries in `chunk`; an unfinished line waits for the next one, unless it is over 64 KiB."""
        text = self._rest + chunk.decode(errors="replace").replace("\r\n", "\n")
        end = text.rfind("\n") + 1 or (len(text) if len(text) > _MAX_LINE else 0)
        self._rest = text[end:]
        return self._entries(text[:end])

    def finish(self) -> Iterator[tuple[int, str]]:
        """What is left at the end of the stream."""
        text, self._rest = self._rest, ""
        return self._entries(text)

    def _entries(self, text: str) -> Iterator[tuple[int, str]]:
        starts = [match.start() for match in _ENTRY.finditer(text)]
        for begin, end in zip([0, *starts], [*starts, len(text)], strict=True):
            if entry := text[begin:end].rstrip():
                self._last.extend(entry.splitlines())
                yield self._entry(entry)

    def _entry(self, entry: str) -> tuple[int, str]:
        if match := _ENTRY.match(entry):
            return _LEVELS[match[1]], entry[match.end() :]
        new = set(entry.splitlines()) - self._seen
        if len(self._seen) < _MAX_SEEN:
            self._seen |= new
        return (logging.WARNING if new else logging.DEBUG), entry
