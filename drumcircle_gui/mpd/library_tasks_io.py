"""What the tab wants beside music: queue and library to look at, libraries compared, files sent, rooms found."""

import asyncio
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
from drumcircle_gui.mpd.room.room_io import Room
from drumcircle_gui.mpd.transfer.command_io import folders_of
from drumcircle_gui.mpd.transfer.database_update_io import update_database
from drumcircle_gui.mpd.transfer.upload_io import Uploads
from drumcircle_gui.timing.units import Micros, local_micros

from . import snapshot
from .transfer import library_diff

if TYPE_CHECKING:
    from .discovery_io import ServerDiscovery

SEARCH_WINDOW = b"0:2000"
MAX_TEMPI = 50

Ask = Callable[..., Awaitable[bytes]]
Complain = Callable[[str, str], None]


class LibraryTasks:
    """`ask` gives one command to the group. What comes of the errands is in the public attributes; the queue only if it
    is `shown` to anybody."""

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
        self._reader = asyncio.ensure_future(self._follow_queue()) if shown else None

    async def close(self) -> None:
        """May be called again."""
        if self._reader is not None:
            self._reader.cancel()
        if self._learning is not None:
            self._learning.cancel()
        await self._sending.close()
        if self._discovery is not None:
            await self._discovery.close()

    def note(self, events: frozenset[str]) -> None:
        """Something has changed."""
        if "playlist" in events:
            self._stale.set()

    async def do(self, intent: RoomsIntent) -> None:
        """One of the errands. Refused, or DrumCircleError."""
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
                self.differences = await asyncio.to_thread(library_diff.compare_libraries, await self._libraries())
            case UploadFiles(paths, room):
                await self._sending.upload(paths, folders_of(self._group.config, room or None))
            case CopyMissingFiles(room):
                await self._supply(room)
            case CancelUploads():
                self._sending.cancel()
            case DiscoverRooms(on):
                await self._discover(on)

    def title(self, room: Room) -> str:
        """What people call the song that the room has at hand."""
        place, song = room.status.queue_pos, self._songs.get(room.song or 0)
        if song is not None:
            return song.label
        if place is None or place >= len(room.entries):
            return ""
        return room.entries[place].file.decode(errors="replace").rpartition("/")[2]

    def playing(self, volume: int | None) -> GroupState:
        """What the group does."""
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
        """Keep `queue` what clients would see."""
        while True:
            await self._stale.wait()
            self._stale.clear()
            try:
                await self._read_queue()
            except AckError:
                await asyncio.sleep(1.0)
                self._stale.set()

    async def _read_queue(self) -> None:
        # In this order: what changes in between is read now, and once more the next time.
        status = snapshot.first_values(await self._ask("status"))
        changes = await self._ask("plchanges", str(self._version))
        queue = list(self.queue[: int(status["playlistlength"])])
        for place, song in snapshot.parse_changes(changes):
            queue[place : place + 1] = [song]
        self.queue, self._version = tuple(queue), int(status["playlist"])
        self._songs = {song.id: song for song in queue}
        self._learn_tempi()

    def _learn_tempi(self) -> None:
        """Look in the files of the queue's first songs for their tempo, which MPD does not tell with other tags."""
        unknown = {song.file for song in self.queue[:MAX_TEMPI]} - self._tempi.keys()
        if unknown and (self._learning is None or self._learning.done()):
            self._learning = asyncio.ensure_future(self._read_tempi(unknown))
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
        return {room.name: each for room, each in zip(rooms, found, strict=True) if isinstance(each, set)}

    async def _supply(self, name: str) -> None:
        libraries = await self._libraries()
        folders = folders_of(self._group.config, None)
        able = [room for room in folders if room in libraries]
        for room in (each for each in able if name in ("", each)):
            files = await asyncio.to_thread(library_diff.find_suppliers, libraries, room, able)
            if not files:
                continue
            sources = {folders[other]: names for other, names in files.items()}
            if (await self._sending.copy_missing(room, folders[room], sources)).stage == "cancelled":
                break
        self.differences = await asyncio.to_thread(library_diff.compare_libraries, await self._libraries())

    async def _update(self, name: str, files: tuple[str, ...]) -> None:
        await update_database(self._group.rooms[name].config, files)

    def _progress(self, uploads: tuple[UploadRow, ...]) -> None:
        self.uploads = uploads

    async def _discover(self, on: bool) -> None:
        if self._discovery is not None:
            await self._discovery.close()
            self._discovery, self.found = None, None
        if on:
            from .discovery_io import ServerDiscovery  # of no concern to who does not look

            self._discovery = ServerDiscovery(self._discovered)
            self.found = ()
            await self._discovery.start()

    def _discovered(self, found: tuple[DiscoveredServer, ...]) -> None:
        self.found = found


async def _files(room: Room) -> set[str]:
    body = (await room.ask(request("list", "file"), within=60.0))[0]
    return {name.decode(errors="surrogateescape") for name in values_of(body, b"file")}
