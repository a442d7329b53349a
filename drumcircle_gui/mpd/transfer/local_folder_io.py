"""Folders that files are copied from and to, and those on this machine. `sftp_folder_io` has those on other machines.

Nothing blocks the event loop: file operations run in threads. No file outside the folder is read or written: links are
followed only if they lead to a place inside.
"""

import asyncio
import contextlib
import errno
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import IO, ParamSpec, Protocol, TypeVar

from drumcircle_gui.errors import DrumCircleError

from .paths import link_error, partial_path, path_inside, same_name

P = ParamSpec("P")
T = TypeVar("T")
Write = Callable[[bytes], Awaitable[object]]

BLOCK_BYTES = 1 << 20
"""Bytes that are read or written at once."""

log = logging.getLogger(__name__)

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


class FolderUnreadable(DrumCircleError):
    """A file to be copied cannot be read: the error concerns its own folder, not the target's."""


class Folder(Protocol):
    """Files by their targets (see `paths`). Methods raise DrumCircleError; reading methods raise FolderUnreadable."""

    async def spelling(self, target: str) -> str:
        """The target's spelling in the folder, in which its name may have another Unicode normal form."""

    async def size(self, target: str) -> int | None:
        """The file's size in bytes; None if there is no such file."""

    def blocks(self, target: str) -> AsyncIterator[bytes]:
        """The file's content; the iterator must be closed."""

    def writing(self, target: str) -> AbstractAsyncContextManager[Write]:
        """A context for writing a file. The file appears, complete, when the block ends; if the block raises, it does
        not appear."""


class LocalFolder:
    """An existing folder of this machine."""

    def __init__(self, root: Path) -> None:
        self._root = root

    async def spelling(self, target: str) -> str:
        with self._errors_explained():
            return (await in_thread(_existing, self._root, target)).relative_to(self._root).as_posix()

    async def size(self, target: str) -> int | None:
        with self._errors_explained():
            return await in_thread(_size, self._root, target)

    async def blocks(self, target: str) -> AsyncIterator[bytes]:
        file = _File()
        try:
            await in_thread(lambda: file.open(_existing(self._root, target), "rb"))
            while block := await in_thread(file.read):
                yield block
        except (OSError, ValueError) as error:
            raise FolderUnreadable(f"{target} could not be read: {error}.") from error
        finally:
            await in_thread(file.close)

    @contextlib.asynccontextmanager
    async def writing(self, target: str) -> AsyncIterator[Write]:
        with self._errors_explained():
            file, whole = _File(), await in_thread(_existing, self._root, target)
            part = whole.with_name(partial_path(whole.name))
            try:
                await in_thread(_prepare, self._root, part)
                await in_thread(file.open, part, "xb")
                yield lambda block: in_thread(file.write, block)
                await in_thread(file.close)
                await in_thread(part.replace, whole)
            except BaseException:
                await in_thread(_abandon, file, part)
                raise
        log.debug("wrote %s", whole)

    @contextlib.contextmanager
    def _errors_explained(self) -> Iterator[None]:
        """A context that turns errors of the system and of names into DrumCircleErrors."""
        try:
            yield
        except OSError as error:
            raise _explained(self._root, error) from error
        except ValueError as error:
            raise DrumCircleError(f"The file cannot be written: {error}.") from error


async def local_folder(root: Path) -> LocalFolder:
    """The folder `root`, in which ~ is the user's home. Raises DrumCircleError if there is none."""
    try:
        root = root.expanduser()
    except RuntimeError as error:
        raise DrumCircleError(f"There is no folder {root}: {error}.") from error
    if not await in_thread(root.is_dir):
        raise DrumCircleError(
            f"There is no folder {root}.", "Connect the disk that it is on, or edit the room's folder."
        )
    return LocalFolder(root)


async def in_thread(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Like asyncio.to_thread; but if cancelled, it ends only when the thread has ended."""
    doing = asyncio.ensure_future(asyncio.to_thread(work, *args, **kwargs))
    try:
        return await asyncio.shield(doing)
    except asyncio.CancelledError:
        await asyncio.wait([doing])
        doing.exception()
        raise


def _existing(root: Path, target: str) -> Path:
    """The path of `target`, with the spelling of names that exist in another Unicode normal form. Raises ValueError if
    it is outside the folder, or behind a link that leads there."""
    path = path_inside(root, target)
    found = root
    for part in path.relative_to(root).parts:
        exact = found / part
        other = None if part.isascii() or exact.exists() or not found.is_dir() else same_name(part, _names(found))
        found = found / (other or part)
    if not found.resolve().is_relative_to(root.resolve()):
        raise link_error(target)
    return found


def _names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def _size(root: Path, target: str) -> int | None:
    try:
        return _existing(root, target).stat().st_size
    except (FileNotFoundError, NotADirectoryError):
        return None


class _File:
    """A file that can be closed even if its opening was cancelled. All methods run in threads."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None

    def open(self, path: Path, mode: str) -> None:
        self._file = path.open(mode)

    def read(self) -> bytes:
        assert self._file is not None
        return self._file.read(BLOCK_BYTES)

    def write(self, block: bytes) -> None:
        assert self._file is not None
        self._file.write(block)

    def close(self) -> None:
        """Close the file. Idempotent, even if it fails."""
        file, self._file = self._file, None
        if file is not None:
            file.close()


def _prepare(root: Path, part: Path) -> None:
    """Make the folders of `part`, and remove the remains of an interrupted transfer."""
    part.parent.mkdir(parents=True, exist_ok=True)
    if not part.parent.resolve().is_relative_to(root.resolve()):
        raise link_error(part.name)
    part.unlink(missing_ok=True)


def _abandon(file: _File, part: Path) -> None:
    with contextlib.suppress(OSError):  # its buffer may hold bytes that the disk has no space for
        file.close()
    part.unlink(missing_ok=True)


def _explained(root: Path, error: OSError) -> DrumCircleError:
    if error.errno in _FULL:
        return DrumCircleError(f"There is no space left in {root}.", "Free some space, and upload again.")
    if error.errno in _FORBIDDEN:
        return DrumCircleError(f"You may not write in {root}.", "Change its permissions, or choose another folder.")
    return DrumCircleError(f"Nothing can be written in {root}: {error}.")
