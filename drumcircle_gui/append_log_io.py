"""A file that only grows, record by record, and stays readable however the program or the machine ends."""

import errno
import os
from pathlib import Path
from typing import BinaryIO


class AppendLog:
    """Appends records to an open unbuffered `stream` whose file is at `path`.

    When `append` returns, the operating system holds the record, so killing the process does not lose it. Not
    thread-safe.
    """

    def __init__(self, path: Path, stream: BinaryIO) -> None:
        self.path = path
        self._stream = stream

    def append(self, data: bytes) -> None:
        """Append `data`. Raises OSError if not all of it could be written; the file then ends with a part of it."""
        left = memoryview(data)
        while left:
            left = left[self._stream.write(left) :]

    def sync(self) -> None:
        """Flush the file to the disk, so that a power failure does not lose its records. Raises OSError
        like `check`."""
        os.fsync(self._stream.fileno())
        self.check()

    def check(self) -> None:
        """Raise FileNotFoundError if the file was deleted: further records would be lost unnoticed."""
        if os.fstat(self._stream.fileno()).st_nlink == 0:
            raise FileNotFoundError(errno.ENOENT, "its file was deleted", str(self.path))

    def close(self) -> None:
        """Close the file. Idempotent."""
        self._stream.close()


def open_log(path: Path, *, new: bool = False, private: bool = True) -> AppendLog:
    """Open the log at `path` for appending. Raises OSError if it cannot be opened.

    `new`: the file must not exist yet. `private`: only the user can read it.
    """
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | (os.O_EXCL if new else 0) | getattr(os, "O_BINARY", 0)
    return AppendLog(path, os.fdopen(os.open(path, flags, 0o600 if private else 0o666), "ab", buffering=0))
