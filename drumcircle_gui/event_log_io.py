"""Reports for machines: one JSON object a line, each with an `event`. Written by a thread of its own, so that no
slow disk holds anybody up."""

import json
import logging
import queue
import threading
from pathlib import Path
from typing import Any, Protocol

log = logging.getLogger(__name__)

MOST_WAITING = 100_000
TO_CLOSE = 5.0


class EventLog(Protocol):
    """Somebody who takes down what happened."""

    def write(self, event: str, **facts: Any) -> None: ...


class NoEventLog:
    """Nobody asked."""

    def write(self, event: str, **facts: Any) -> None:
        """Forget it."""


class FileEventLog:
    """Appends to a file. If the disk is full the rest is given up, and the log says so."""

    def __init__(self, path: Path) -> None:
        """OSError if the file cannot be opened for writing."""
        self._file = path.open("a", encoding="utf-8", buffering=1)
        self._lines: queue.Queue[str | None] = queue.Queue(MOST_WAITING)
        self._lost = 0
        self._thread = threading.Thread(target=self._run, name="report", daemon=True)
        self._thread.start()

    def write(self, event: str, **facts: Any) -> None:
        """Take down one event; from any thread, at once."""
        try:
            self._lines.put_nowait(json.dumps({"event": event} | facts))
        except queue.Full:
            self._lost += 1

    def close(self) -> None:
        """Write what waits, and end; a disk that does not take it is not waited for long. May be called again."""
        if not self._thread.is_alive():
            return
        try:
            self._lines.put(None, timeout=TO_CLOSE)
            self._thread.join(TO_CLOSE)
        except queue.Full:
            log.error("the report's end is lost: the disk does not answer")
        if self._lost:
            log.error("the report lacks %d lines: the disk could not keep up", self._lost)

    def _run(self) -> None:
        try:
            with self._file:
                while (line := self._lines.get()) is not None:
                    self._file.write(line + "\n")
        except OSError as error:
            log.error("the report ends here: %s", error)
