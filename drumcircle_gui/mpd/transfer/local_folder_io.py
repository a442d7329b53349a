"""Folders that files are copied from and to; here those of this machine. Those elsewhere are in `sftp_io`.

Nothing here blocks the loop: what takes time is done in threads.
"""

import asyncio
import contextlib
import errno
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import IO, ParamSpec, Protocol, TypeVar

from drumcircle_gui.errors import DrumCircleError

from .paths import partial_path, path_inside

P = ParamSpec("P")
T = TypeVar("T")
Write = Callable[[bytes], Awaitable[object]]

BLOCK_BYTES = 1 << 20
"""Bytes that are read or written at once."""

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


class FolderUnreadable(DrumCircleError):
    """What is to be copied cannot be read: the fault of its own folder, not of the one it is copied to."""


class Folder(Protocol):
    """Files by their places in it (see `parcels`). DrumCircleError if something cannot be done; `Unreadable` when it
    is reading."""

    async def size(self, target: str) -> int | None:
        """In bytes; None if there is no such file."""

    def blocks(self, target: str) -> AsyncIterator[bytes]:
        """What is in the file; to be closed."""

    def writing(self, target: str) -> AbstractAsyncContextManager[Write]:
        """Writes a file, which is there as soon as it is whole, when the block ends; if it ends otherwise, never."""


class LocalFolder:
    """A folder of this machine that exists."""

    def __init__(self, root: Path) -> None:
        self._root = root

    async def size(self, target: str) -> int | None:
        with self._told():
            return await in_thread(_size, path_inside(self._root, target))

    async def blocks(self, target: str) -> AsyncIterator[bytes]:
        file = _File()
        try:
            await in_thread(file.open, path_inside(self._root, target), "rb")
            while block := await in_thread(file.read):
                yield block
        except (OSError, ValueError) as error:
            raise FolderUnreadable(f"{target} could not be read: {error}.") from error
        finally:
            await in_thread(file.close)

    @contextlib.asynccontextmanager
    async def writing(self, target: str) -> AsyncIterator[Write]:
        with self._told():
            file, part, whole = _File(), path_inside(self._root, partial_path(target)), path_inside(self._root, target)
            try:
                await in_thread(_make_way, part)
                await in_thread(file.open, part, "xb")
                yield lambda block: in_thread(file.write, block)
                await in_thread(file.close)
                await in_thread(part.replace, whole)
            except BaseException:
                await in_thread(_abandon, file, part)
                raise

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Says in words what the system and the names do not allow."""
        try:
            yield
        except OSError as error:
            raise _refusal(self._root, error) from error
        except ValueError as error:
            raise DrumCircleError(f"That cannot be: {error}.") from error


async def local_folder(root: Path) -> LocalFolder:
    """The folder `root`, where ~ is the user's own; DrumCircleError if there is none."""
    try:
        root = root.expanduser()
    except RuntimeError as error:
        raise DrumCircleError(f"There is no folder {root}: {error}.") from error
    if not await in_thread(root.is_dir):
        raise DrumCircleError(f"There is no folder {root}.", "See that its disk is there, or edit the room.")
    return LocalFolder(root)


async def in_thread(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Like asyncio.to_thread; but when it is cancelled, it ends only once the thread has ended too."""
    doing = asyncio.ensure_future(asyncio.to_thread(work, *args, **kwargs))
    try:
        return await asyncio.shield(doing)
    except asyncio.CancelledError:
        await asyncio.wait([doing])
        doing.exception()
        raise


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except (FileNotFoundError, NotADirectoryError):
        return None


class _File:
    """A file that can be closed even if whoever opens it is called off meanwhile. All of it in threads."""

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
        """Idempotent, also if it fails."""
        file, self._file = self._file, None
        if file is not None:
            file.close()


def _make_way(part: Path) -> None:
    part.parent.mkdir(parents=True, exist_ok=True)
    part.unlink(missing_ok=True)


def _abandon(file: _File, part: Path) -> None:
    with contextlib.suppress(OSError):  # it may still hold what there is no space for
        file.close()
    part.unlink(missing_ok=True)


def _refusal(root: Path, error: OSError) -> DrumCircleError:
    if error.errno in _FULL:
        return DrumCircleError(f"There is no space left in {root}.", "Make some, and upload again.")
    if error.errno in _FORBIDDEN:
        return DrumCircleError(f"You may not write in {root}.", "See to its permissions.")
    return DrumCircleError(f"Nothing can be written in {root}: {error}.")
