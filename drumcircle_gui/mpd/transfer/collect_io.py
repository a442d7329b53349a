"""Collects the files that the user wants to upload from this machine's disks."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from drumcircle_gui.errors import DrumCircleError

from .local_folder_io import Folder, LocalFolder
from .paths import is_audio, normal_form, target_path


@dataclass(frozen=True, slots=True)
class TransferFile:
    """A file to transfer: `path` of `source` is to become `target` in a room's folder. `size` in bytes."""

    source: Folder
    path: str
    target: str
    size: int


@dataclass(frozen=True, slots=True)
class CollectedFiles:
    """`files`: no two with the same target. `problems`: why other files are left out, in sentences for the user."""

    files: tuple[TransferFile, ...]
    problems: tuple[str, ...]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)


class _Collector:
    """Adds files one by one, and notes the problems."""

    def __init__(self) -> None:
        self.files: dict[str, TransferFile] = {}
        self.problems: list[str] = []

    def add(self, named: Path, source: Path, parts: tuple[str, ...], file: Path) -> None:
        """`file` lies at `parts` of the folder `source`; its target begins with the name that the user gave."""
        try:
            if not file.resolve().is_relative_to(source):
                raise ValueError("it is a link that leads out of the folder")
            target = target_path((named.name, *parts) if file != source else (named.name,))
            if normal_form(target) in self.files:
                raise ValueError(f"two files would be called {target}")
            folder, path = (
                (LocalFolder(source), "/".join(parts)) if parts else (LocalFolder(source.parent), source.name)
            )
            self.files[normal_form(target)] = TransferFile(folder, path, target, _size(file))
        except (OSError, ValueError) as error:
            words = error.strerror if isinstance(error, OSError) else str(error)
            self.problems.append(f"{_printable(file)} cannot be uploaded: {words}.")


def collect_files(paths: Iterable[Path]) -> CollectedFiles:
    """The files that the user named, and the music in folders that the user named. Takes long; run it in a thread.

    Files get their own names as targets; music in folders gets a target under the folder's name. Links that the user
    names are followed; links within a folder only if they lead to a place inside it. Raises DrumCircleError if there is
    nothing to upload.
    """
    paths = [path.resolve() if ".." in path.parts else path.absolute() for path in paths]
    collector = _Collector()
    for path in paths:
        source = path.resolve()
        if not source.is_dir():
            collector.add(path, source, (), source)
            continue
        for file in _music(source, collector.problems):
            collector.add(path, source, file.relative_to(source).parts, file)
    if not collector.files:
        raise DrumCircleError(
            collector.problems[0] if collector.problems else f"There is no music in {_list_paths(paths)}."
        )
    return CollectedFiles(tuple(collector.files.values()), tuple(collector.problems))


def _music(folder: Path, problems: list[str]) -> Iterator[Path]:
    """The music in `folder` and its subfolders, in order. Links to folders are not followed."""
    for path, folders, files in os.walk(folder, onerror=lambda error: problems.append(f"{error}.")):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(path, name) for name in sorted(files) if is_audio(name))


def _size(file: Path) -> int:
    found = file.stat()
    if not stat.S_ISREG(found.st_mode):
        raise ValueError("it is not a regular file")  # a pipe, for example, which may never end
    return found.st_size


def _list_paths(paths: list[Path]) -> str:
    return ", ".join(map(_printable, paths)) or "nothing"


def _printable(path: Path) -> str:
    return str(path).encode(errors="backslashreplace").decode()
