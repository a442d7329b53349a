"""The lock on a hub's data directory: one process serves it at a time, and another can take over from it."""

import asyncio
import contextlib
import logging
import os
import signal
import sys
from pathlib import Path
from typing import BinaryIO

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.paths import make_private_folder

log = logging.getLogger(__name__)

LOCK_FILE = "hub.lock"
PROCESS_FILE = "hub.pid"

TAKE_OVER_TIMEOUT_S = 20.0
"""How long `take_over` waits for the old process to end."""

_RETRY_S = 0.02


class DataLock:
    """A lock held from `acquire` or `take_over` to `release`, or until the process ends."""

    def __init__(self, data_dir: Path) -> None:
        self._lock, self._process = data_dir / LOCK_FILE, data_dir / PROCESS_FILE
        self._file: BinaryIO | None = None

    def acquire(self) -> bool:
        """Acquire the lock; False if another process holds it. DrumCircleError if the directory cannot be written."""
        try:
            make_private_folder(self._lock.parent)
            file = self._lock.open("ab")
        except OSError as error:
            raise _unwritable(self._lock.parent, error) from error
        if not _lock(file):
            file.close()
            return False
        try:
            self._process.write_text(str(os.getpid()))
        except OSError as error:
            file.close()
            raise _unwritable(self._lock.parent, error) from error
        self._file = file
        return True

    async def take_over(self) -> None:
        """End the process that holds the lock, and acquire it. DrumCircleError if that process does not end."""
        try:
            async with asyncio.timeout(TAKE_OVER_TIMEOUT_S):
                if self.acquire():
                    return  # a process that was killed leaves its number behind, which may be another program's by now
                self._end_holder()
                while not self.acquire():
                    await asyncio.sleep(_RETRY_S)
        except TimeoutError:
            raise DrumCircleError(
                f"The hub that runs in {self._lock.parent} does not end.", "End it yourself, then start this one again."
            ) from None

    def release(self) -> None:
        """Release the lock. Idempotent."""
        if self._file is not None:
            self._process.unlink(missing_ok=True)
            self._file.close()
            self._file = None

    def _end_holder(self) -> None:
        with contextlib.suppress(OSError, ValueError):  # it has ended meanwhile
            holder = int(self._process.read_text())
            log.info("taking over from process %d", holder)
            os.kill(holder, signal.SIGTERM)


def _unwritable(folder: Path, error: OSError) -> DrumCircleError:
    return DrumCircleError(f"{folder} cannot be used: {error.strerror}.", "Choose another data directory.")


if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
