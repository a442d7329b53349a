"""What is to be uploaded, found on the user's own disk."""

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from drumcircle_gui.errors import DrumCircleError

from .local_folder_io import Folder, LocalFolder
from .paths import is_audio, target_path


@dataclass(frozen=True, slots=True)
class TransferFile:
    """A file at `path` of `source` that is to be `target` in a room's folder; `size` in bytes."""

    source: Folder
    path: str
    target: str
    size: int


@dataclass(frozen=True, slots=True)
class CollectedFiles:
    """What was found, no two for one target; and what could not be taken, in words."""

    files: tuple[TransferFile, ...]
    problems: tuple[str, ...]

    @property
    def size(self) -> int:
        return sum(parcel.size for parcel in self.files)


def collect_files(paths: Iterable[Path]) -> CollectedFiles:
    """Files as they are named, and the music in folders, each with its folder's name before it. To be run in a thread.

    DrumCircleError if there is nothing at all.
    """
    paths = [path.resolve() if ".." in path.parts else path.absolute() for path in paths]
    problems: list[str] = []
    parcels: dict[str, TransferFile] = {}
    for path in paths:
        source = LocalFolder(path.parent)
        for file in _files(path, problems):
            _add(source, path.parent, file, parcels, problems)
    if not parcels:
        raise DrumCircleError(problems[0] if problems else f"There is no music in {_list_paths(paths)}.")
    return CollectedFiles(tuple(parcels.values()), tuple(problems))


def _files(path: Path, problems: list[str]) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for folder, folders, files in os.walk(path, onerror=lambda error: problems.append(f"{error}.")):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(folder, name) for name in sorted(files) if is_audio(name))


def _add(source: Folder, root: Path, file: Path, parcels: dict[str, TransferFile], problems: list[str]) -> None:
    parts = file.relative_to(root).parts
    try:
        name = target_path(parts)
        if name in parcels:
            raise ValueError(f"two files would be called {name}")
        parcels[name] = TransferFile(source, "/".join(parts), name, _size(file))
    except (OSError, ValueError) as error:
        words = error.strerror if isinstance(error, OSError) else str(error)
        problems.append(f"{_printable(file)} cannot be uploaded: {words}.")


def _size(file: Path) -> int:
    found = file.stat()
    if not stat.S_ISREG(found.st_mode):
        raise ValueError("it is no file")  # a pipe, say, which might never end
    return found.st_size


def _list_paths(paths: list[Path]) -> str:
    return ", ".join(map(_printable, paths)) or "nothing"


def _printable(path: Path) -> str:
    return str(path).encode(errors="backslashreplace").decode()
