"""The files of a circle's loops, in a folder of their own, named by their SHA-256. Use on worker threads."""

import logging
import shutil
from collections.abc import Collection
from pathlib import Path

from drumcircle_gui import atomic_file
from drumcircle_gui.loops.loop_folder_io import DamagedLoop, loop_files, read_loop
from drumcircle_gui.paths import make_private_folder

log = logging.getLogger(__name__)

SUFFIX = ".loops"

MAX_FILES = 4
"""Maximum number of files of a circle; for a new one the oldest that no member needs is deleted."""


class LoopFiles:
    """The files of the circle whose recovery log is at `log_path`, in a folder beside it that is made with the first
    file."""

    def __init__(self, log_path: Path) -> None:
        self._log_path = log_path
        self._folder = log_path.with_suffix(SUFFIX)

    def scan(self) -> frozenset[str]:
        """The SHA-256 of the files present, after a restart. Damaged files are deleted."""
        self._delete_leftovers()
        return frozenset(file.name for file in loop_files(self._folder) if self.read(file.name) is not None)

    def read(self, name: str) -> bytes | None:
        """The bytes of a file; None if it is missing or damaged."""
        path = self._folder / name
        try:
            return read_loop(path)
        except OSError as error:
            log.warning("the loop %s cannot be read: %s", name, error)
        except DamagedLoop:
            log.warning("the loop %s is damaged and deleted", name)
            _delete(path)
        return None

    def save(self, name: str, data: bytes, needed: Collection[str]) -> frozenset[str]:
        """Store a file; return the names of all stored files. Those in `needed` are not deleted. Raises OSError."""
        make_private_folder(self._folder)
        atomic_file.replace(self._folder / name, data)
        stored = loop_files(self._folder)
        spare = [file for file in stored if file.name not in {name, *needed}]
        for file in spare[: max(len(stored) - MAX_FILES, 0)]:
            _delete(file)
        return frozenset(file.name for file in loop_files(self._folder))

    def delete(self) -> None:
        """Delete the folder, because the circle has ended."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _delete_leftovers(self) -> None:
        """Delete the folders of circles without a recovery log: they were killed and not restored."""
        for folder in self._folder.parent.glob(f"*{SUFFIX}"):
            if folder != self._folder and not folder.with_suffix(self._log_path.suffix).exists():
                shutil.rmtree(folder, ignore_errors=True)


def _delete(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        log.warning("the loop %s cannot be deleted: %s", path.name, error)
