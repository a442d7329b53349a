"""A file that only grows, record by record, and stays readable however the program or the machine ends."""

import errno
import os
from pathlib import Path
from typing import BinaryIO


class AppendLog:
    """Appends to an open unbuffered `stream` whose file is at `path`.

    The operating system has whatever `append` has returned for, so a killed process loses nothing of it. Not for
    several threads at once.
    """

    def __init__(self, path: Path, stream: BinaryIO) -> None:
        self.path = path
        self._stream = stream

    def append(self, data: bytes) -> None:
        """OSError if not all of `data` could be written; the file then ends with a part of it."""
        left = memoryview(data)
        while left:
            left = left[self._stream.write(left) :]

    def sync(self) -> None:
        """Hand what was appended to the disk, so that a power failure loses nothing of it. OSError as `check`."""
        os.fsync(self._stream.fileno())
        self.check()

    def check(self) -> None:
        """FileNotFoundError if the file was deleted: what is appended would be lost unnoticed."""
        if os.fstat(self._stream.fileno()).st_nlink == 0:
            raise FileNotFoundError(errno.ENOENT, "its file was deleted", str(self.path))

    def close(self) -> None:
        """Idempotent."""
        self._stream.close()


def open_log(path: Path, *, new: bool = False, private: bool = True) -> AppendLog:
    """A log at `path`, appended to if it exists. With `new` it must not exist; `private`: only the user can read it.

    OSError if it cannot be opened.
    """
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | (os.O_EXCL if new else 0) | getattr(os, "O_BINARY", 0)
    return AppendLog(path, os.fdopen(os.open(path, flags, 0o600 if private else 0o666), "ab", buffering=0))
