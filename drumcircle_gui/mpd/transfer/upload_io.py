"""Copies the user's files, or what one room has, to the folders of rooms, and lets their MPDs know."""

import asyncio
import contextlib
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

MAX_PARALLEL = 4
"""Rooms that are copied to at the same time; to each, one file after another."""

Update = Callable[[str, tuple[str, ...]], Awaitable[None]]
"""Makes the MPD of a room know these files of its folder, and returns when it does; DrumCircleError if it will not."""

Collecting = Callable[[], AbstractAsyncContextManager[CollectedFiles]]


@dataclass(frozen=True, slots=True)
class _Job:
    room: str
    folder: str
    gathering: Collecting


class Uploads:
    """Whatever is on its way. What goes wrong is said in the rows, which `on_progress` is given at most ten times a
    second. Every method is for the loop's own thread."""

    def __init__(self, update: Update, on_progress: Callable[[tuple[UploadRow, ...]], None]) -> None:
        self._update = update
        self._progress = UploadProgress(on_progress)
        self._running: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(MAX_PARALLEL)
        self._turns: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def upload(self, paths: Iterable[Path], folders: Mapping[str, str]) -> tuple[UploadRow, ...]:
        """Copies files as they are named, and the music in folders, to each room of `folders` (see `addresses.place`);
        how that ended. A file that is there in the same size is left; one of another size is replaced."""
        gathered = asyncio.ensure_future(in_thread(collect_files, list(paths)))
        try:
            return await self._do([_Job(room, folder, _collected(gathered)) for room, folder in folders.items()])
        finally:
            gathered.cancel()
            await asyncio.gather(gathered, return_exceptions=True)

    async def copy_missing(self, room: str, folder: str, files: Mapping[str, Sequence[str]]) -> UploadRow:
        """Copies files of other rooms to `room`: each key of `files` is the folder of a room that has those."""
        (row,) = await self._do([_Job(room, folder, lambda: _from_rooms(files))])
        return row

    def cancel(self) -> None:
        """Takes back what is under way; what has arrived stays."""
        for task in self._running:
            task.cancel()

    async def close(self) -> None:
        """Cancels, and waits until that is done. Idempotent."""
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
        there: list[str] = []
        with _collecting_errors(problems):
            async with self._turns[job.room], self._slots, job.gathering() as gathered, _opened(job) as folder:
                problems += gathered.problems
                self._progress.change(number, size=gathered.size)
                for parcel in gathered.files:
                    with _collecting_errors(problems, FolderUnreadable):
                        target = await folder.spelling(parcel.target)
                        await self._copy(number, parcel, target, folder)
                        there.append(target)
        if there:
            self._progress.change(number, stage="updating", file="")
            with _collecting_errors(problems):
                await self._update(job.room, tuple(there))
        self._progress.change(number, stage="failed" if problems else "finished", problem=_summary(problems), file="")

    async def _copy(self, number: int, parcel: TransferFile, target: str, folder: Folder) -> None:
        before = self._progress[number].done
        self._progress.change(number, file=target)
        if await folder.size(target) != parcel.size:
            async with folder.writing(target) as write, _closing(parcel.source.blocks(parcel.path)) as blocks:
                async for block in blocks:
                    await write(block)
                    self._progress.change(number, done=self._progress[number].done + len(block))
        self._progress.change(number, done=before + parcel.size)


def _opened(job: _Job) -> AbstractAsyncContextManager[Folder]:
    if not job.folder:
        raise DrumCircleError(
            f"No folder is known for the music of {job.room}.", "Edit the room, and say where it lies."
        )
    return _open_folder(job.folder)


def _closing(blocks: Any) -> AbstractAsyncContextManager[AsyncIterator[bytes]]:
    return contextlib.aclosing(blocks)


def _collected(gathered: asyncio.Future[CollectedFiles]) -> Collecting:
    @contextlib.asynccontextmanager
    async def given() -> AsyncIterator[CollectedFiles]:
        yield await asyncio.shield(gathered)

    return given


@contextlib.asynccontextmanager
async def _from_rooms(files: Mapping[str, Sequence[str]]) -> AsyncIterator[CollectedFiles]:
    """What other rooms have, for as long as their folders are open."""
    parcels: list[TransferFile] = []
    problems: list[str] = []
    async with contextlib.AsyncExitStack() as opened:
        for folder, names in files.items():
            with _collecting_errors(problems):
                source = await opened.enter_async_context(_open_folder(folder))
                for name in names:
                    with _collecting_errors(problems):
                        parcels.append(await _parcel(source, name))
        yield CollectedFiles(tuple(parcels), tuple(problems))


async def _parcel(source: Folder, name: str) -> TransferFile:
    try:
        size = await source.size(target_path(name.split("/")))
    except ValueError as error:
        raise DrumCircleError(f"{name!r} cannot be copied: {error}.") from error
    if size is None:
        raise DrumCircleError(f"{name} is not in the folder of the room that has it.", "See that its folder is right.")
    return TransferFile(source, name, name, size)


async def _wait_all(tasks: Iterable[asyncio.Task[None]]) -> None:
    if waiting := [task for task in tasks if not task.done()]:
        await asyncio.wait(waiting)


@contextlib.contextmanager
def _collecting_errors(problems: list[str], kind: type[DrumCircleError] = DrumCircleError) -> Iterator[None]:
    """What goes wrong is noted, and one goes on after the block."""
    try:
        yield
    except kind as error:
        problems.append(str(error))


def _summary(problems: Sequence[str]) -> str:
    more = f" And {len(problems) - 1} more like that." if len(problems) > 1 else ""
    return f"{problems[0]}{more}" if problems else ""


def _open_folder(folder: str) -> AbstractAsyncContextManager[Folder]:
    from .sftp_folder_io import open_folder  # which takes a third of a second: only who sends files waits for it

    return open_folder(folder)
