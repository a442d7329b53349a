"""All rooms as one MPD server: the choice of the lead room, and the spreading of changes to the others.

The lead room carries out a change first, so that its reply is what any MPD would reply; then the other rooms are
synchronised. Everything that makes sound start goes through `playback_io`. Every change of the group is made under its
`lock`, except the choice of a new lead room: it must not wait for a command that the lost room still holds up.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TypeVar

import msgspec

from drumcircle_gui.mpd.config.config import RoomConfig, RoomsConfig
from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError, request
from drumcircle_gui.mpd.room.connection_io import ConnectionLost
from drumcircle_gui.mpd.room.room_io import Room
from drumcircle_gui.mpd.sync import latency
from drumcircle_gui.mpd.sync.group_queue import GroupQueue
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.units import Micros, local_micros, seconds

from .election_io import best_lead
from .followers_io import SONG_BORDER_S, Followers, OnLog
from .playback import StartPlace
from .playback_io import GroupPlayback
from .prepare_io import PAUSE
from .queue_sync_io import Goal
from .start_io import Started
from .stickers_io import Stickers
from .stored_lists_io import StoredLists
from .stream_tags_io import StreamTags

log = logging.getLogger(__name__)

GATHER_TIMEOUT = seconds(0.7)
"""Time for rooms to connect at the start before one of them is chosen to lead."""

LEAD_TIMEOUT_S = 2.0
"""How long a client's command waits for a lead room."""

REFRESH_TIMEOUT_S = 1.0
"""Time limit for reading a change that was made in the lead room directly; the lock is held meanwhile."""

LOSS_CHECKS, LOSS_CHECK_EVERY_S = 10, 0.01

MAX_ATTEMPTS = 3
"""Number of rooms with which a command is tried, one after the other, if each lead room is lost meanwhile."""

NO_ROOM = "no room answers"

NOT_OF_LEAD = frozenset({"output", "partition", "subscription", "message", "player"})
"""Events of the lead room of which clients are not notified as such."""

SYNC_EVENTS = frozenset({"playlist", "options", "database"})
"""Events after which a room that does not lead may differ from the lead room."""

OnEvents = Callable[[frozenset[str]], None]
T = TypeVar("T")


class Group:
    """The group. Use on the loop of `open`.

    `on_events` gets events of which clients are to be notified, `on_log` texts for people, `on_poll` every poll of a
    room.
    """

    def __init__(
        self,
        config: RoomsConfig,
        on_events: OnEvents = lambda events: None,
        on_log: OnLog = lambda kind, room, text: None,
        on_poll: Callable[[Room, latency.Poll], None] = lambda room, poll: None,
        on_started: Callable[[str, Started], None] = lambda what, started: None,
    ) -> None:
        self.config = config
        self.rooms: dict[str, Room] = {}
        self.lead: Room | None = None
        self.queue = GroupQueue()
        self.numbers = self.queue.numbers
        self.lock = asyncio.Lock()
        """Held while the group is changed."""
        self.on_events, self.on_log = on_events, on_log
        self.on_player: Callable[[], None] = lambda: None
        """Called when, in random order, a room's player has changed and its status is known."""
        self.tasks = Tasks(self._failed)
        self._on_poll = on_poll
        self.playback = GroupPlayback(self, self.tasks, lambda: self.config.patience, on_events, on_started)
        self.followers = Followers(self.tasks, lambda: self.following, self.goal, on_log)
        self.lists = StoredLists(self.tasks, on_log)
        self.stickers = Stickers(self.tasks, lambda: self.lead)
        self._runs: dict[str, asyncio.Task[None]] = {}
        self._has_led = False
        self.tags = StreamTags()
        self._reading_lead = False
        self._lead_found = asyncio.Event()

    # --- rooms ------------------------------------------------------------------------------------------------------

    async def open(self) -> None:
        for config in self.config.rooms:
            self.add(config)
        self.tasks.start(self._gather(), "gathering the rooms")

    async def close(self) -> None:
        """Disconnect from all rooms, which continue to play. Idempotent."""
        self.followers.close()
        self.playback.close()
        await self.tasks.close()

    @property
    def members(self) -> list[Room]:
        """The rooms that are switched on and connected, even if they answer slowly."""
        return [room for room in self.rooms.values() if room.config.on and room.up]

    @property
    def volume_room(self) -> Room | None:
        """The room whose volume counts: the lead room, or the first that has a mixer."""
        lead = self.lead
        if lead is None or lead.status.volume is not None:
            return lead
        return next((room for room in self.members if room.status.volume is not None), lead)

    @property
    def following(self) -> list[Room]:
        """Members that do not lead."""
        return [room for room in self.members if self.lead is not None and room is not self.lead]

    def add(self, config: RoomConfig) -> None:
        """Connect a room. This and the next three are for `membership_io`, which keeps the configuration."""
        room = Room(config, self.config.estimator, self.config.redundancy, self)
        self.rooms[room.name] = room
        self._runs[room.name] = self.tasks.start(room.run(), f"room {room.name}")

    async def remove(self, name: str) -> None:
        room = self.rooms.pop(name)
        if room is self.lead:
            self.replace_lead()
        task = self._runs.pop(name)
        task.cancel()
        await asyncio.wait({task})

    def admit(self, room: Room) -> None:
        if self.lead is not None and room in self.following:
            self.followers.admit(room)
            self.lists.returned(self.lead, room)
            self.stickers.returned(self.lead, room)

    def set_config(self, config: RoomConfig) -> None:
        self.rooms[config.name].config = config
        rooms = tuple(config if room.name == config.name else room for room in self.config.rooms)
        self.config = msgspec.structs.replace(self.config, rooms=rooms)

    # --- the lead room ----------------------------------------------------------------------------------------------

    async def wait_for_lead(self) -> Room:
        """Wait for a lead room. Raises AckError after LEAD_TIMEOUT_S."""
        if self.lead is None or not self.lead.up:
            self._lead_found.clear()
            try:
                async with asyncio.timeout(LEAD_TIMEOUT_S):
                    await self._lead_found.wait()
            except TimeoutError:
                raise AckError(AckCode.SYSTEM, NO_ROOM) from None
        assert self.lead is not None
        return self.lead

    async def retry_on_lead(self, do: Callable[[Room], Awaitable[T]]) -> T:
        """Call `do` with the lead room; if that is lost meanwhile, with the next one. The only place where a command is
        repeated. Raises AckError if no room answers."""
        for _ in range(MAX_ATTEMPTS):
            lead = await self.wait_for_lead()
            try:
                return await do(lead)
            except ConnectionLost as error:
                log.debug("%s did not answer a command: %s", lead.name, error)
                await self._check_lead(lead)
        raise AckError(AckCode.SYSTEM, NO_ROOM)

    async def _gather(self) -> None:
        """Wait for the rooms to connect, for a limited time, and choose the lead room."""
        while not any(room.up for room in self.rooms.values()):
            await asyncio.sleep(0.02)
        begun = local_micros()
        while not all(room.up for room in self.rooms.values()) and local_micros() - begun < GATHER_TIMEOUT:
            await asyncio.sleep(0.02)
        self.replace_lead()
        for room in self.members:
            self.admit(room)

    def replace_lead(self) -> None:
        """Choose the room that leads from now on."""
        best = best_lead(self.rooms.values(), any(room.status.state == "play" for room in self.members))
        before, self.lead = self.lead, best
        if best is None or best is before:
            return
        if self._has_led:
            for each in self.queue.change_lead(best.entries, best.ids, best.status.queue_version):
                best.send(each)
        self._has_led = True
        best.set_ids(self.queue.read(best.entries, self.tags.of))
        self._lead_found.set()
        self.playback.lead_changed()
        self.on_log("room", best.name, "leads from now on")
        self.on_events(frozenset({"playlist", "player", "options", "mixer", "output"}))

    async def _check_lead(self, failed: Room) -> None:
        """Choose another lead room if the present one, which did not answer a command, is found to be disconnected."""
        for _ in range(LOSS_CHECKS):
            if self.lead is not failed or not failed.up:
                break
            await asyncio.sleep(LOSS_CHECK_EVERY_S)
        if self.lead is not None and not self.lead.up:
            self.replace_lead()

    # --- changes ----------------------------------------------------------------------------------------------------

    @property
    def playing_id(self) -> int | None:
        """The lead room's own id of the song that plays or is about to play; None if there is none."""
        return self.lead.status.song_id if self.lead is not None and self.playback.state == "play" else None

    async def queue_changed(self, lead: Room, playing: int | None) -> None:
        """The lead room's queue or options were changed: synchronise the others. `playing`: `playing_id` before the
        change. The caller holds the lock. Raises ConnectionLost, AckError."""
        entries = {entry.id for entry in lead.entries}
        await self._refresh(lead)
        removed = entries - {entry.id for entry in lead.entries}
        self.numbers.forget(removed)
        self.followers.sync_all()
        if playing in removed:
            with suppress(ConnectionLost, AckError):  # the change is made; if the room is lost now, another leads
                await self._go_on(lead)

    async def _go_on(self, lead: Room) -> None:
        """The song that played, or was about to, was removed: continue in all rooms with the lead room's current song.
        The lead room has continued by itself if it played; if it waited for the others, it was stopped, and may have
        started since."""
        await self.playback.move()
        if lead.status.song_id is not None:
            begin = [] if lead.status.state == "play" else [request("playid", lead.status.song_id)]
            lead.take_status((await lead.ask(*begin, PAUSE, b"status"))[-1])
            self.playback.begin("next", StartPlace(self.numbers.virtual_id(lead.status.song_id), Micros(0)))
        else:
            await self.playback.mark_idle()

    async def _refresh(self, lead: Room) -> None:
        await lead.refresh()
        await self.tags.read_new(lead, self.numbers)
        lead.set_ids(self.queue.read(lead.entries, self.tags.of))

    def goal(self) -> Goal:
        """The queue and options that every room should have."""
        assert self.lead is not None
        return Goal(self.queue.songs, self.lead.options, self.playback.state == "play")

    async def wait_for_events(self) -> None:
        """Wait until the lead room has reported the events of everything it has done so far."""
        if self.lead is not None and self.lead.up:
            await self.lead.wait_for_events()

    # --- what rooms report (room_io.RoomObserver) -------------------------------------------------------------------

    def room_changed(self, room: Room) -> None:
        if room.name not in self.rooms:
            return
        self.on_log("room" if room.up and not room.silent else "problem", room.name, _condition(room))
        lead = self.lead
        if self._has_led and (lead is None or not lead.up or (lead.silent and self._has_better_than(lead))):
            self.replace_lead()
            if lead is not None and lead.silent:
                lead.fail_pending("it does not answer")  # so that another is asked
        if room.up and not room.silent:
            self.admit(room)

    def room_polled(self, room: Room, poll: latency.Poll) -> None:
        if room is self.lead:
            self.playback.lead_status_changed()
        self._on_poll(room, poll)

    def room_events(self, room: Room, events: frozenset[str]) -> None:
        log.debug("%s reports %s", room.name, sorted(events))
        if room is self.lead:
            self.on_events(events - NOT_OF_LEAD)
            if "playlist" in events or "options" in events:
                self.tasks.start(self._read_lead_later(room), "reading the lead room's queue")
            if "player" in events:
                self.playback.player_event()
        else:
            if "mixer" in events and room is self.volume_room:
                self._read_status(room, lambda: self.on_events(frozenset({"mixer"})))
            if events & SYNC_EVENTS and room.config.on:
                self.followers.sync_later(room)
        if "player" in events and room.status.options.random == "1":
            self._read_status(room, lambda: self.on_player())

    def _read_status(self, room: Room, then: Callable[[], None]) -> None:
        async def read() -> None:
            with suppress(ConnectionLost, AckError):
                await room.fetch_status()
            then()

        self.tasks.start(read(), f"reading the status of {room.name}")

    async def _read_lead_later(self, lead: Room) -> None:
        """Read the lead room's queue after SONG_BORDER_S: a song ended, or a client of the room itself changed the
        queue."""
        if self._reading_lead:
            return
        self._reading_lead = True
        await asyncio.sleep(SONG_BORDER_S)
        self._reading_lead = False
        try:
            async with self.lock, asyncio.timeout(REFRESH_TIMEOUT_S):
                if lead is self.lead:
                    await self._refresh(lead)
                    self.followers.sync_all()
        except (ConnectionLost, TimeoutError):
            return

    def _has_better_than(self, room: Room) -> bool:
        return any(not other.silent for other in self.members if other is not room)

    def _failed(self, name: str, error: BaseException) -> None:
        log.error("%s failed", name, exc_info=error)
        self.on_log("problem", "", f"{name}: {error}")


def _condition(room: Room) -> str:
    if not room.up:
        return room.problem if room.refused else f"is gone: {room.problem}"
    return "does not answer" if room.silent else "answers"
