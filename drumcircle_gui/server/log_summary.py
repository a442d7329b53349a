"""Limits log lines that strangers can cause: a few are written, further ones are counted, so that they cannot fill the
log."""

import logging
from collections.abc import Iterator

from drumcircle_gui.timing.units import SECOND, Micros

MAX_LINES = 5
INTERVAL = Micros(60 * SECOND)
"""Interval in which the lines of one kind are limited; at its end a summary gives the number of suppressed ones."""


class _Kind:
    def __init__(self, now: Micros) -> None:
        self.since = now
        self.count = 0
        self.latest = ""


class LogSummary:
    """Decides which lines to write. Kinds are few and named by the program."""

    def __init__(self) -> None:
        self._kinds: dict[str, _Kind] = {}

    def write(self, log: logging.Logger, kind: str, line: str, now: Micros) -> None:
        """Write `line` to `log`, or count it. At level DEBUG every line is written."""
        if (text := self.add(kind, line, now)) is not None:
            log.info("%s", text)
        else:
            log.debug("%s", line)

    def add(self, kind: str, line: str, now: Micros) -> str | None:
        """`line` if it is to be written; None if it is only counted."""
        state = self._kinds.setdefault(kind, _Kind(now))
        state.count += 1
        state.latest = line
        return line if state.count <= MAX_LINES else None

    def due(self, now: Micros) -> Iterator[str]:
        """The summaries that are due now."""
        over = [kind for kind, state in self._kinds.items() if now - state.since >= INTERVAL]
        for kind in over:
            state = self._kinds.pop(kind)
            if state.count > MAX_LINES:
                yield f"{kind}: {state.count - MAX_LINES} more in the last minute, the latest: {state.latest}"
