"""Keeping a circle's memory in a file, on a thread of its own, so that no disk holds anybody up."""

import logging
import os
import queue
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from drumcircle_gui.server.room.recovery import original_start
from drumcircle_gui.server.room.recovery_log import RecoveryEntry, RecoveryLog, SavedCircle, decode_log, encode_record
from drumcircle_gui.timing.units import Micros, local_micros

log = logging.getLogger(__name__)

SUFFIX = ".memory"

MOST_NEWS = 4 << 20
"""Bytes of news after which the whole is written anew."""

TRY_AGAIN_AFTER = 10.0
TO_CLOSE = 5.0

_OF_OLD = 3600.0

_AMISS = "Should this server be killed, the circle could not go on as it is: its state cannot be kept ({why})."


def wall_micros() -> Micros:
    """The wall clock, which only tells how long a machine was off."""
    return Micros(time.time_ns() // 1000)


def place(data_dir: Path, port: int) -> Path:
    """The file of the circle that is served on `port`: no two that live at the same time have the same."""
    return data_dir / f"circle-{port}{SUFFIX}"


def going_on(path: Path, name: str) -> tuple[SavedCircle, Micros] | None:
    """The circle `name` if it was killed so short a time ago that it goes on, and the local time at which it began."""
    _clear_away(path.parent)
    try:
        whole = decode_log(path.read_bytes())
    except FileNotFoundError:
        return None
    except OSError as error:
        log.warning("the circle's memory cannot be read: %s", error)
        return None
    began = original_start(whole, name, local_micros(), wall_micros()) if whole else None
    return (whole, began) if whole and began is not None else None


class RecoveryWriter:
    """Writes a memory down, from its making to `close`; all but `close` may be called from any thread.

    `on_kept` is told how many news are in the system's hands by now (in those of the disk only now and then: a machine
    that loses its power will not be back in time), or given up; `on_trouble` what prevents it, once each time. Both on
    a thread of the keeper's own.
    """

    def __init__(
        self, path: Path, whole: SavedCircle, on_kept: Callable[[int], None], on_trouble: Callable[[str], None]
    ) -> None:
        self._path, self._on_kept, self._on_trouble = path, on_kept, on_trouble
        self._memory = RecoveryLog(whole)
        self._file: BinaryIO | None = None
        self._room = 0
        self._try_at = time.monotonic()
        self._well = True
        self._told: queue.SimpleQueue[RecoveryEntry | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="memory", daemon=True)
        self._thread.start()

    def keep(self, news: RecoveryEntry) -> None:
        """Write this down soon."""
        self._told.put(news)

    def close(self) -> None:
        """The circle has ended: forget it. A disk that does not answer is not waited for long. May be called again."""
        self._told.put(None)
        self._thread.join(TO_CLOSE)

    # --- on the keeper's thread

    def _run(self) -> None:
        kept = 0
        self._write(())
        for news in self._gathered():
            for each in news:
                self._memory.apply(each)
            self._write(news)
            kept += len(news)
            self._on_kept(kept)
        self._forget()

    def _gathered(self) -> Iterator[list[RecoveryEntry]]:
        """All that waits, again and again, until the end."""
        while True:
            told = [self._told.get()]
            while not self._told.empty():
                told.append(self._told.get())
            if news := [each for each in told if each is not None]:
                yield news
            if None in told:
                return

    def _write(self, news: "list[RecoveryEntry] | tuple[()]") -> None:
        if self._file is None and time.monotonic() < self._try_at:
            return
        try:
            self._append(b"".join(map(encode_record, news)))
        except OSError as error:
            self._give_up(error)
        else:
            self._well = True

    def _append(self, data: bytes) -> None:
        if self._file is None or len(data) > self._room:
            self._write_whole()
        else:
            self._room -= len(data)
            _write_all(self._file, data)

    def _write_whole(self) -> None:
        """In place of what was there, at one moment."""
        self._let_go()
        temporary = self._path.with_suffix(".new")
        data = encode_record(self._memory.snapshot())
        temporary.touch(0o600)  # the members' tokens are in it
        with temporary.open("wb", buffering=0) as file:
            _write_all(file, data)
            os.fsync(file.fileno())
        temporary.replace(self._path)
        self._file = self._path.open("ab", buffering=0)
        self._room = max(MOST_NEWS, len(data))

    def _give_up(self, error: OSError) -> None:
        """For now. A memory that is out of date is worse than none."""
        why = error.strerror or str(error)
        if self._well:
            log.error("the circle's memory cannot be kept: %s", why)
            self._on_trouble(_AMISS.format(why=why[:1].lower() + why[1:]))
        self._well = False
        self._try_at = time.monotonic() + TRY_AGAIN_AFTER
        self._forget()

    def _forget(self) -> None:
        self._let_go()
        try:
            for file in (self._path, self._path.with_suffix(".new")):
                file.unlink(missing_ok=True)
        except OSError as error:
            log.error("the circle's memory cannot be deleted: %s", error)

    def _let_go(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def _write_all(file: BinaryIO, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[file.write(left) :]


def _clear_away(folder: Path) -> None:
    """Memories of circles that were killed long ago: those that live write at least once a second."""
    for file in folder.glob(f"circle-*{SUFFIX}"):
        try:
            if time.time() - file.stat().st_mtime > _OF_OLD:
                file.unlink()
        except OSError as error:
            log.info("an old memory stays: %s", error)
