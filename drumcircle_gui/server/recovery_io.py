"""Keeps a circle's recovery log in a file, on a thread of its own, and loads it after the server was killed."""

import logging
import math
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from drumcircle_gui import atomic_file
from drumcircle_gui.append_log_io import AppendLog, open_log
from drumcircle_gui.background_writer_io import BackgroundWriter, Sink
from drumcircle_gui.server.room.recovery import original_start
from drumcircle_gui.server.room.recovery_log import RecoveryEntry, RecoveryLog, SavedCircle, encode_record, read_log
from drumcircle_gui.timing.units import Micros, local_micros, wall_micros

from .boot_id_io import boot_id

log = logging.getLogger(__name__)

SUFFIX = ".memory"

MAX_ENTRIES_SIZE = 4 << 20
"""Bytes of entries after which the file is replaced by one that begins with the whole circle."""

RETRY_AFTER_S = 10.0
"""Time between a failure and the next attempt to write."""

CHECK_AFTER_S = 1.0
"""A deleted file is detected by the first entry after this time."""

MAX_AGE_S = 3600.0
"""Age after which logs are deleted: those of running circles are written at least once a second."""

_PROBLEM = "If this server is killed now, the circle cannot go on where it was: its state cannot be saved ({why})."


def recovery_file(data_dir: Path, port: int) -> Path:
    """The recovery log of the circle that is served on `port`; no two running circles share a port."""
    return data_dir / f"circle-{port}{SUFFIX}"


def load_recovery(path: Path, name: str, *, any_age: bool = False) -> tuple[SavedCircle, Micros] | None:
    """The saved circle `name`, and the local time at its circle time 0; None if there is none, or if it is damaged.

    Only a circle whose server was killed recently is returned, unless `any_age` is true.
    """
    _delete_old(path.parent)
    try:
        with path.open("rb") as file:
            saved = read_log(file)
        now = local_micros(), wall_micros(), boot_id()
        began = original_start(saved, name, *now, any_age=any_age) if saved else None
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        log.warning("The recovery log %s cannot be read: %s", path, error)
        return None
    return (saved, began) if saved and began is not None else None


class RecoveryLogFile(Protocol):
    """A circle's recovery log that is being written."""

    def append(self, entry: RecoveryEntry) -> None:
        """Write `entry` in the background. Does not wait; call it from any thread."""

    def close(self, *, keep: bool = False) -> None:
        """Delete the log because the circle has ended, or `keep` it. May wait for the disk. Idempotent."""


class RecoveryWriter:
    """Writes a circle's recovery log, from construction to `close`.

    `on_written` gets the number of entries that the operating system has, or that could not be written; their contents
    may be sent to members then. `on_problem` gets a sentence when the log cannot be written, and "" when it can again.
    Both are called on the writer's thread.
    """

    def __init__(
        self, path: Path, saved: SavedCircle, on_written: Callable[[int], None], on_problem: Callable[[str], None]
    ) -> None:
        self._sink = RecoverySink(path, RecoveryLog(saved), on_written, on_problem)
        self._writer = BackgroundWriter("recovery log", self._sink, math.inf)

    def append(self, entry: RecoveryEntry) -> None:
        """Write `entry` in the background. Does not wait; call it from any thread."""
        self._writer.put(entry)

    def close(self, *, keep: bool = False) -> None:
        """Delete the log because the circle has ended, or `keep` it. Takes a few seconds if the disk does not respond.
        Idempotent."""
        self._sink.keep |= keep
        if not self._writer.close():
            log.error("The recovery log is not finished: the disk does not answer")


class RecoverySink(Sink[RecoveryEntry]):
    """Writes one recovery log. `keep`: the file is kept when all is written. It is not synced to the disk: after a
    power failure, the machine is not back before the circle has ended anyway."""

    def __init__(
        self,
        path: Path,
        circle: RecoveryLog,
        on_written: Callable[[int], None],
        on_problem: Callable[[str], None],
    ) -> None:
        self._path, self._circle = path, circle
        self._on_written, self._on_problem = on_written, on_problem
        self._file: AppendLog | None = None
        self.keep = False
        self._room = 0
        self._written = 0
        self._retry_at = self._check_at = 0.0
        self._failed = False

    def begin(self) -> None:
        self._try(self._rewrite)

    def write(self, items: list[RecoveryEntry]) -> None:
        for entry in items:
            self._circle.apply(entry)
        now = time.monotonic()
        if self._file is not None or now >= self._retry_at:
            self._try(lambda: self._append(b"".join(map(encode_record, items)), now))
        self._written += len(items)
        self._on_written(self._written)

    def finish(self) -> None:
        if not self.keep:
            self._delete()

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def _try(self, work: Callable[[], None]) -> None:
        try:
            work()
        except OSError as error:
            self._fail(error)
        else:
            self._report("")

    def _append(self, data: bytes, now: float) -> None:
        if self._file is None or len(data) > self._room or self._is_deleted(self._file, now):
            self._rewrite()
        else:
            self._room -= len(data)
            self._file.append(data)

    def _rewrite(self) -> None:
        """Replace the file by one with the present state of the whole circle."""
        self.close()
        data = encode_record(self._circle.snapshot())
        atomic_file.replace(self._path, data)
        self._file = open_log(self._path)
        self._room = max(MAX_ENTRIES_SIZE, len(data))

    def _is_deleted(self, file: AppendLog, now: float) -> bool:
        """Whether the file was deleted; checked at most every CHECK_AFTER_S."""
        if now < self._check_at:
            return False
        self._check_at = now + CHECK_AFTER_S
        try:
            file.check()
        except FileNotFoundError as error:
            log.warning("The recovery log is written again: %s", error)
            return True
        return False

    def _fail(self, error: OSError) -> None:
        """Delete the log, since an outdated one is worse than none, and retry later."""
        why = error.strerror or str(error)
        log.error("The recovery log cannot be written: %s", error)
        self._report(_PROBLEM.format(why=why[:1].lower() + why[1:]))
        self._retry_at = time.monotonic() + RETRY_AFTER_S
        self._delete()

    def _report(self, problem: str) -> None:
        if self._failed != bool(problem):
            self._failed = bool(problem)
            self._on_problem(problem)

    def _delete(self) -> None:
        self.close()
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            log.error("The recovery log cannot be deleted: %s", error)


def _delete_old(folder: Path) -> None:
    for pattern in (f"circle-*{SUFFIX}", atomic_file.TEMPORARY):
        for file in folder.glob(pattern):
            try:
                if time.time() - file.stat().st_mtime > MAX_AGE_S:
                    file.unlink()
            except OSError as error:
                log.info("An old file cannot be deleted: %s", error)
