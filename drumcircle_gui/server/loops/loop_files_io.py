"""The files of a circle's loops, in a folder of their own, named by their SHA-256. Use on worker threads."""

import hashlib
import logging
import shutil
from collections.abc import Collection
from pathlib import Path

from drumcircle_gui import atomic_file
from drumcircle_gui.paths import make_private_folder
from drumcircle_gui.protocol.loop_messages import MAX_LOOP_BYTES

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
        return frozenset(file.name for file in self._files() if self.read(file.name) is not None)

    def read(self, name: str) -> bytes | None:
        """The bytes of a file; None if it is missing or damaged."""
        path = self._folder / name
        try:
            with path.open("rb") as file:
                data = file.read(MAX_LOOP_BYTES + 1)
        except OSError as error:
            log.warning("the loop %s cannot be read: %s", name, error)
            return None
        if hashlib.sha256(data).hexdigest() == name:
            return data
        log.warning("the loop %s is damaged and deleted", name)
        _delete(path)
        return None

    def save(self, name: str, data: bytes, needed: Collection[str]) -> frozenset[str]:
        """Store a file; return the names of all stored files. Those in `needed` are not deleted. Raises OSError."""
        make_private_folder(self._folder)
        atomic_file.replace(self._folder / name, data)
        spare = [file for file in self._files() if file.name not in {name, *needed}]
        for file in spare[: max(len(self._files()) - MAX_FILES, 0)]:
            _delete(file)
        return frozenset(file.name for file in self._files())

    def delete(self) -> None:
        """Delete the folder, because the circle has ended."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _files(self) -> list[Path]:
        """All files, the oldest first."""
        try:
            files = [file for file in self._folder.iterdir() if len(file.name) == hashlib.sha256().digest_size * 2]
            return sorted(files, key=lambda file: file.stat().st_mtime)
        except OSError:
            return []

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
