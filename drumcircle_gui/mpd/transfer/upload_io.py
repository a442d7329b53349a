"""Copies the user's files, or files of other rooms, to rooms' folders, and updates their MPDs' databases."""

import asyncio
import contextlib
import logging
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.model.rooms_state import UploadRow

from .collect_io import CollectedFiles, TransferFile, collect_files
from .local_folder_io import Folder, FolderUnreadable, in_thread
from .paths import target_path
from .progress_io import UploadProgress

log = logging.getLogger(__name__)

MAX_PARALLEL = 4
"""Rooms that are copied to at the same time; each gets one file after the other."""

Update = Callable[[str, tuple[str, ...]], Awaitable[None]]
"""Makes a room's MPD read these files of its folder; returns when its database contains them. Raises
DrumCircleError."""

Collecting = Callable[[], AbstractAsyncContextManager[CollectedFiles]]


@dataclass(frozen=True, slots=True)
class _Job:
    room: str
    folder: str
    collecting: Collecting


class Uploads:
    """All uploads. Errors are reported in the rows, which are passed to `on_progress` at most ten times a second. For
    the event loop's thread."""

    def __init__(self, update: Update, on_progress: Callable[[tuple[UploadRow, ...]], None]) -> None:
        self._update = update
        self._progress = UploadProgress(on_progress)
        self._running: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(MAX_PARALLEL)
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def upload(self, paths: Iterable[Path], folders: Mapping[str, str]) -> tuple[UploadRow, ...]:
        """Copy files, and the music in folders, to each room of `folders` (see `addresses.parse_folder`). Returns the
        final rows.

        A file that exists with the same size is skipped; one with another size is replaced.
        """
        collected = asyncio.ensure_future(in_thread(collect_files, list(paths)))
        try:
            return await self._do([_Job(room, folder, _collected(collected)) for room, folder in folders.items()])
        finally:
            collected.cancel()
            await asyncio.gather(collected, return_exceptions=True)

    async def copy_missing(self, room: str, folder: str, files: Mapping[str, Sequence[str]]) -> UploadRow:
        """Copy files of other rooms to `room`; `files`: by the folder of the room that has them."""
        (row,) = await self._do([_Job(room, folder, lambda: _from_rooms(files))])
        return row

    def cancel(self) -> None:
        """Cancel all uploads; files that are complete stay."""
        for task in self._running:
            task.cancel()

    async def close(self) -> None:
        """Cancel all uploads, and wait until they have ended. Idempotent."""
        while self._running:
            self.cancel()
            await asyncio.wait(self._running)

    async def _do(self, jobs: list[_Job]) -> tuple[UploadRow, ...]:
        if not self._running:
            self._progress.clear()
        tasks = {self._progress.add(job.room): job for job in jobs}
        doing = {number: asyncio.create_task(self._deliver(number, job)) for number, job in tasks.items()}
        try:
            await self._ended(doing)
        finally:
            self._progress.flush()
        for task in doing.values():
            if not task.cancelled():
                task.result()
        return tuple(self._progress[number] for number in doing)

    async def _ended(self, doing: dict[int, asyncio.Task[None]]) -> None:
        self._running.update(doing.values())
        try:
            await _wait_all(doing.values())
        finally:
            for task in doing.values():
                task.cancel()
            await _wait_all(doing.values())
            self._running.difference_update(doing.values())
            for number, task in doing.items():
                if task.cancelled():
                    self._progress.change(number, stage="cancelled")

    # --- one room ------------------------------------------------------------------------------------------------

    async def _deliver(self, number: int, job: _Job) -> None:
        problems: list[str] = []
        arrived: list[str] = []
        with _collecting_errors(problems):
            async with self._turns[job.room], self._slots, job.collecting() as collected, _opened(job) as folder:
                problems += collected.problems
                self._progress.change(number, size=collected.size)
                for file in collected.files:
                    with _collecting_errors(problems, FolderUnreadable):
                        target = await folder.spelling(file.target)
                        await self._copy(number, file, target, folder)
                        arrived.append(target)
        if arrived:
            self._progress.change(number, stage="updating", file="")
            with _collecting_errors(problems):
                await self._update(job.room, tuple(arrived))
        for problem in problems:
            log.warning("upload to %s: %s", job.room, problem)
        log.info("upload to %s: %d files are there", job.room, len(arrived))
        self._progress.change(number, stage="failed" if problems else "finished", problem=_summary(problems), file="")

    async def _copy(self, number: int, file: TransferFile, target: str, folder: Folder) -> None:
        before = self._progress[number].done
        log.debug("%s: %s, %d bytes", self._progress[number].room, target, file.size)
        self._progress.change(number, file=target)
        if await folder.size(target) != file.size:
            async with folder.writing(target) as write, _closing(file.source.blocks(file.path)) as blocks:
                async for block in blocks:
                    await write(block)
                    self._progress.change(number, done=self._progress[number].done + len(block))
        self._progress.change(number, done=before + file.size)


def _opened(job: _Job) -> AbstractAsyncContextManager[Folder]:
    if not job.folder:
        raise DrumCircleError(
            f"No folder is known for the music of {job.room}.", "Edit the room, and enter its folder."
        )
    return _open_folder(job.folder)


def _closing(blocks: Any) -> AbstractAsyncContextManager[AsyncIterator[bytes]]:
    return contextlib.aclosing(blocks)


def _collected(collected: asyncio.Future[CollectedFiles]) -> Collecting:
    @contextlib.asynccontextmanager
    async def given() -> AsyncIterator[CollectedFiles]:
        yield await asyncio.shield(collected)

    return given


@contextlib.asynccontextmanager
async def _from_rooms(files: Mapping[str, Sequence[str]]) -> AsyncIterator[CollectedFiles]:
    """A context with files of other rooms, whose folders stay open in it."""
    files_to_copy: list[TransferFile] = []
    problems: list[str] = []
    async with contextlib.AsyncExitStack() as opened:
        for folder, names in files.items():
            with _collecting_errors(problems):
                source = await opened.enter_async_context(_open_folder(folder))
                for name in names:
                    with _collecting_errors(problems):
                        files_to_copy.append(await _describe(source, name))
        yield CollectedFiles(tuple(files_to_copy), tuple(problems))


async def _describe(source: Folder, name: str) -> TransferFile:
    try:
        size = await source.size(target_path(name.split("/")))
    except ValueError as error:
        raise DrumCircleError(f"{name!r} cannot be copied: {error}.") from error
    if size is None:
        raise DrumCircleError(f"{name} is not in the folder of the room that has it.", "Check the folder of that room.")
    return TransferFile(source, name, name, size)


async def _wait_all(tasks: Iterable[asyncio.Task[None]]) -> None:
    if waiting := [task for task in tasks if not task.done()]:
        await asyncio.wait(waiting)


@contextlib.contextmanager
def _collecting_errors(problems: list[str], kind: type[DrumCircleError] = DrumCircleError) -> Iterator[None]:
    """A context that appends the text of an error to `problems`, and continues after the block."""
    try:
        yield
    except kind as error:
        problems.append(str(error))


def _summary(problems: Sequence[str]) -> str:
    more = f" And {len(problems) - 1} more like that." if len(problems) > 1 else ""
    return f"{problems[0]}{more}" if problems else ""


def _open_folder(folder: str) -> AbstractAsyncContextManager[Folder]:
    from .sftp_folder_io import open_folder  # importing it takes a third of a second

    return open_folder(folder)
