"""Carries out requests of the window that do not play music: queue, library, comparison of libraries, uploads,
discovery."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from drumcircle_gui.mpd.group.group_io import Group
from drumcircle_gui.mpd.model.rooms_intents import (
    BrowseLibrary,
    CancelUploads,
    CompareLibraries,
    CopyMissingFiles,
    DiscoverRooms,
    RoomsIntent,
    SearchLibrary,
    UploadFiles,
)
from drumcircle_gui.mpd.model.rooms_state import (
    DiscoveredServer,
    GroupState,
    LibraryDifferences,
    LibraryListing,
    QueueSong,
    UploadRow,
)
from drumcircle_gui.mpd.protocol.reply_format import values_of
from drumcircle_gui.mpd.protocol.syntax import AckError, request
from drumcircle_gui.mpd.room.connection_io import ConnectionLost
from drumcircle_gui.mpd.room.room_io import Room
from drumcircle_gui.mpd.transfer.command_io import target_folders
from drumcircle_gui.mpd.transfer.database_update_io import update_database
from drumcircle_gui.mpd.transfer.upload_io import Uploads
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.units import Micros, local_micros

from . import snapshot
from .transfer import library_diff

if TYPE_CHECKING:
    from .discovery_io import ServerDiscovery

log = logging.getLogger(__name__)

SEARCH_WINDOW = b"0:2000"
"""Maximum number of songs in the result of a search."""

MAX_TEMPI = 50
"""Number of songs at the beginning of the queue whose files are searched for a tempo."""

LIST_TIMEOUT_S = 60.0
"""Time limit for the list of all files of a room, which takes long on a slow disk."""

QUEUE_RETRY_S = 1.0
"""Time between two attempts to read the queue while no room answers."""

Ask = Callable[..., Awaitable[bytes]]
Complain = Callable[[str, str], None]


class LibraryTasks:
    """The results are in the public attributes; `queue` is kept up to date only if `shown`. Use on the event loop's
    thread.

    `ask` runs one MPD command on the group; `complain` shows a message to the user: what happened, and what to do.
    """

    def __init__(self, group: Group, ask: Ask, complain: Complain, *, shown: bool) -> None:
        self.queue: tuple[QueueSong, ...] = ()
        self.listing: LibraryListing | None = None
        self.differences: LibraryDifferences | None = None
        self.uploads: tuple[UploadRow, ...] = ()
        self.found: tuple[DiscoveredServer, ...] | None = None
        self._group, self._ask, self._complain = group, ask, complain
        self._version = 0
        self._songs: dict[int, QueueSong] = {}
        self._stale = asyncio.Event()
        self._stale.set()
        self._sending = Uploads(self._update, self._progress)
        self._discovery: ServerDiscovery | None = None
        self._tempi: dict[str, float | None] = {}
        self._learning: asyncio.Task[None] | None = None
        self._tasks = Tasks(_failed)
        if shown:
            self._tasks.start(self._follow_queue(), "following the queue")

    async def close(self) -> None:
        """Cancel all tasks. Idempotent."""
        await self._tasks.close()
        await self._sending.close()
        if self._discovery is not None:
            await self._discovery.close()

    def note(self, events: frozenset[str]) -> None:
        """The group's clients were notified of these events."""
        if "playlist" in events:
            self._stale.set()

    async def do(self, intent: RoomsIntent) -> None:
        """Carry out a request. Raises AckError or DrumCircleError."""
        log.debug("%s", intent)
        match intent:
            case BrowseLibrary(path):
                body = await self._ask("lsinfo", *([path] if path else []))
                self.listing = LibraryListing(path, "", *snapshot.parse_listing(body))
            case SearchLibrary(text):
                body = await self._ask("search", "any", text, "window", SEARCH_WINDOW)
                songs = snapshot.parse_listing(body)[1]
                by_name = snapshot.parse_listing(await self._ask("search", "file", text, "window", SEARCH_WINDOW))[1]
                self.listing = LibraryListing("", text, (), tuple(dict.fromkeys((*songs, *by_name))))
            case CompareLibraries():
                self.differences = replace(self.differences or LibraryDifferences(), running=True)
                await self._compare()
            case UploadFiles(paths, room):
                await self._sending.upload(paths, target_folders(self._group.config, room or None))
            case CopyMissingFiles(room):
                await self._copy_missing(room)
            case CancelUploads():
                self._sending.cancel()
            case DiscoverRooms(on):
                await self._discover(on)

    def title(self, room: Room) -> str:
        """The title of the room's present song, or its file name; "" without one."""
        pos, song = room.status.queue_pos, self._songs.get(room.song or 0)
        if song is not None:
            return song.label
        if pos is None or pos >= len(room.entries):
            return ""
        return room.entries[pos].file.decode(errors="replace").rpartition("/")[2]

    def playing(self, volume: int | None) -> GroupState:
        """The playback state of the group. `volume` is the group's."""
        group, lead = self._group, self._group.lead
        if lead is None:
            return GroupState()
        status = lead.status
        options = status.options
        elapsed, at = status.elapsed or Micros(0), lead.status_at
        if group.playback.clock is not None and group.playback.state == "play":
            at = local_micros() if group.playback.starting else at
            elapsed = max(Micros(group.playback.clock + at), Micros(0))
        return GroupState(
            playing=group.playback.state,
            queue_pos=status.queue_pos,
            id=lead.song,
            elapsed=elapsed,
            at=at,
            duration=status.duration,
            volume=volume,
            repeat=options.repeat == "1",
            random=options.random == "1",
            single=options.single != "0",
            consume=options.consume != "0",
        )

    async def _follow_queue(self) -> None:
        """Keep `queue` equal to the queue that clients see."""
        while True:
            await self._stale.wait()
            self._stale.clear()
            try:
                await self._read_queue()
            except (AckError, ValueError, KeyError) as error:
                log.warning("the queue could not be read: %r", error)
                await asyncio.sleep(QUEUE_RETRY_S)
                self._stale.set()

    async def _read_queue(self) -> None:
        # In this order, a change in between is read now and once more the next time.
        status = snapshot.first_values(await self._ask("status"))
        changes = await self._ask("plchanges", str(self._version))
        queue = list(self.queue[: int(status["playlistlength"])])
        for pos, song in snapshot.parse_changes(changes):
            queue[pos : pos + 1] = [song]
        self.queue, self._version = tuple(queue), int(status["playlist"])
        self._songs = {song.id: song for song in queue}
        self._learn_tempi()

    def _learn_tempi(self) -> None:
        """Search the files of the queue's first songs for their tempo, which MPD does not report with other tags."""
        unknown = {song.file for song in self.queue[:MAX_TEMPI]} - self._tempi.keys()
        if unknown and (self._learning is None or self._learning.done()):
            self._learning = self._tasks.start(self._read_tempi(unknown), "reading tempi")
        known = (replace(song, bpm=self._tempi.get(song.file)) for song in self.queue)
        self.queue = tuple(known) if any(self._tempi.values()) else self.queue

    async def _read_tempi(self, files: set[str]) -> None:
        for file in files:
            try:
                self._tempi[file] = snapshot.parse_tempo(await self._ask("readcomments", file))
            except AckError:
                self._tempi[file] = None
        if any(self._tempi[file] for file in files):
            self._learn_tempi()

    # --- libraries --------------------------------------------------------------------------------------------------

    async def _libraries(self) -> dict[str, set[str]]:
        rooms = [room for room in self._group.rooms.values() if room.up]
        found = await asyncio.gather(*(_files(room) for room in rooms), return_exceptions=True)
        libraries: dict[str, set[str]] = {}
        for room, files in zip(rooms, found, strict=True):
            if isinstance(files, set):
                libraries[room.name] = files
            elif isinstance(files, ConnectionLost | AckError):
                self._complain(f"The library of {room.name} could not be read: {files}.", "Compare again.")
            else:
                raise files
        return libraries

    async def _compare(self) -> None:
        try:
            self.differences = await asyncio.to_thread(library_diff.compare_libraries, await self._libraries())
        finally:
            if self.differences is not None:
                self.differences = replace(self.differences, running=False)

    async def _copy_missing(self, name: str) -> None:
        """Copy the files that the room `name` lacks to it; for "", the files that any room lacks."""
        libraries = await self._libraries()
        folders = target_folders(self._group.config, name or None) | target_folders(self._group.config, None)
        able = [room for room, folder in folders.items() if room in libraries and folder]
        for room in (each for each in libraries if name in ("", each)):
            files = await asyncio.to_thread(library_diff.find_suppliers, libraries, room, able)
            if not files:
                continue
            if not folders[room]:
                self._complain(
                    f"{room} lacks files, but the folder of its music is not known.", "Edit it, and enter the folder."
                )
                continue
            sources = {folders[other]: names for other, names in files.items()}
            if (await self._sending.copy_missing(room, folders[room], sources)).stage == "cancelled":
                break
        await self._compare()

    async def _update(self, name: str, files: tuple[str, ...]) -> None:
        await update_database(self._group.rooms[name].config, files)

    def _progress(self, uploads: tuple[UploadRow, ...]) -> None:
        self.uploads = uploads

    async def _discover(self, on: bool) -> None:
        if self._discovery is not None:
            await self._discovery.close()
            self._discovery, self.found = None, None
        if on:
            from .discovery_io import ServerDiscovery  # imported only when used, since it takes long

            self._discovery = ServerDiscovery(self._discovered)
            self.found = ()
            await self._discovery.start()

    def _discovered(self, found: tuple[DiscoveredServer, ...]) -> None:
        self.found = found


async def _files(room: Room) -> set[str]:
    body = (await room.ask(request("list", "file"), within=LIST_TIMEOUT_S))[0]
    return {name.decode(errors="surrogateescape") for name in values_of(body, b"file")}


def _failed(name: str, error: BaseException) -> None:
    log.error("%s failed", name, exc_info=error)
