"""Writes the recovery logs of many circles on one shared thread."""

import logging
import math
import threading
from collections.abc import Callable
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from drumcircle_gui.background_writer_io import CLOSE_TIMEOUT_S, BackgroundWriter, Sink
from drumcircle_gui.server.room.recovery_log import RecoveryEntry, RecoveryLog, SavedCircle

from .recovery_io import RecoveryLogFile, RecoverySink

log = logging.getLogger(__name__)


class _Job(NamedTuple):
    """`entry` for the log of `sink`; without it, the beginning of the log, or its end if `done` is to be set."""

    sink: RecoverySink
    entry: RecoveryEntry | None = None
    done: threading.Event | None = None


class RecoveryThread:
    """Opens recovery logs with the behaviour of `RecoveryWriter`, from construction to `close`."""

    def __init__(self) -> None:
        self._writer = BackgroundWriter("recovery logs", _SharedSink(), math.inf)

    def open(
        self, path: Path, saved: SavedCircle, on_written: Callable[[int], None], on_problem: Callable[[str], None]
    ) -> RecoveryLogFile:
        """Open the log of one more circle; arguments as in `RecoveryWriter`."""
        return _SharedLog(self._writer, RecoverySink(path, RecoveryLog(saved), on_written, on_problem))

    def close(self) -> None:
        """Write the waiting entries, and end the thread. Open logs are kept. Idempotent."""
        if not self._writer.close():
            log.error("The recovery logs are not finished: the disk does not answer")


class _SharedLog:
    def __init__(self, writer: BackgroundWriter[_Job], sink: RecoverySink) -> None:
        self._writer, self._sink = writer, sink
        self._writer.put(_Job(sink))

    def append(self, entry: RecoveryEntry) -> None:
        self._writer.put(_Job(self._sink, entry))

    def close(self, *, keep: bool = False) -> None:
        self._sink.keep |= keep
        done = threading.Event()
        if self._writer.put(_Job(self._sink, done=done)) and not done.wait(CLOSE_TIMEOUT_S):
            log.error("A recovery log is not finished: the disk does not answer")


class _SharedSink(Sink[_Job]):
    def __init__(self) -> None:
        self._open: set[RecoverySink] = set()

    def write(self, items: list[_Job]) -> None:
        for sink, jobs in groupby(sorted(items, key=lambda job: id(job.sink)), attrgetter("sink")):
            self._write_one(sink, list(jobs))

    def _write_one(self, sink: RecoverySink, jobs: list[_Job]) -> None:
        """The jobs of one log, in their order (sorting is stable)."""
        if sink not in self._open:
            self._open.add(sink)
            sink.begin()
        if entries := [job.entry for job in jobs if job.entry is not None]:
            sink.write(entries)
        for job in jobs:
            if job.done is not None:
                sink.finish()
                sink.close()
                self._open.discard(sink)
                job.done.set()

    def fail(self, error: OSError) -> None:
        log.error("The recovery logs cannot be written: %s", error)

    def close(self) -> None:
        for sink in self._open:
            sink.close()
