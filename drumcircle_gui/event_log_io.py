"""Reports for programs: JSON lines, each an object with an `event`."""

import json
import logging
from pathlib import Path
from typing import Any, Protocol

from .append_log_io import AppendLog, open_log
from .background_writer_io import BackgroundWriter, Sink

log = logging.getLogger(__name__)

MAX_WAITING = 100_000
"""Lines that may wait for the disk; further ones are lost, and counted."""


class EventLog(Protocol):
    """A report that events are written to."""

    def write(self, event: str, **facts: Any) -> None:
        """Append one event; from any thread, without waiting."""


class NoEventLog:
    """Discards every event, because no report was requested."""

    def write(self, event: str, **facts: Any) -> None:
        """Discard the event."""


class FileEventLog:
    """Appends events to a file. If the disk is full, the report ends, and the program's log says so."""

    def __init__(self, path: Path) -> None:
        """Raises OSError if the file cannot be opened for writing."""
        self._writer = BackgroundWriter("report", _Lines(open_log(path, private=False)), MAX_WAITING)
        self._lost = 0

    def write(self, event: str, **facts: Any) -> None:
        """Append one event; from any thread, without waiting."""
        if not self._writer.put(json.dumps({"event": event} | facts)) and not self._writer.ended:
            self._lost += 1

    def close(self) -> None:
        """Write the waiting events and close the file; takes a few seconds at most if the disk does not respond.
        Idempotent."""
        if not self._writer.close():
            log.error("The end of the report is lost: the disk does not answer")
        if self._lost:
            log.error("The report lacks %d lines: the disk did not keep up", self._lost)


class _Lines(Sink[str]):
    def __init__(self, file: AppendLog) -> None:
        self._file = file

    def write(self, items: list[str]) -> None:
        self._file.append("".join(f"{line}\n" for line in items).encode())

    def fail(self, error: OSError) -> None:
        log.error("The report ends here: %s", error)

    def close(self) -> None:
        self._file.close()
