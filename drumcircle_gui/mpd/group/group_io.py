"""The rooms as one: which of them leads, what clients are told, and how a change reaches all.

The leading room does a change first, so that what it says to it is what any MPD would say; the others are then brought
to the same. What makes sound start goes through `start_io`.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import TypeVar

import msgspec

from drumcircle_gui.mpd.config.config import RoomConfig, RoomsConfig
from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError, request
from drumcircle_gui.mpd.room.connection_io import Answer, ConnectionLost
from drumcircle_gui.mpd.room.room_io import Room
from drumcircle_gui.mpd.sync import latency
from drumcircle_gui.mpd.sync.id_map import IdMap
from drumcircle_gui.mpd.sync.queue_diff import GroupEntry, match_entries, priorities
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.units import Micros, local_micros, seconds

from .election_io import fittest
from .followers_io import BORDER, Followers, OnLog
from .playback_io import GroupPlayback
from .queue_sync_io import Goal
from .start_io import HALT, Started, StartPlace

log = logging.getLogger(__name__)

GATHERING = 0.7
"""Seconds at the beginning in which the rooms come up before one of them is chosen to lead."""

TO_LOOK = 1.0

NOTICING = 10
"""Hundredths of a second in which a room notices that its connections are lost."""

ATTEMPTS = 3
NOBODY = "no room answers"

OWN = frozenset({"output", "partition", "subscription", "message", "player"})
"""Events that are not the leading room's to tell."""

FOLLOWED = frozenset({"playlist", "options", "database"})
"""Events after which a room that does not lead may lack something of what it should have."""

OnEvents = Callable[[frozenset[str]], None]


Did = TypeVar("Did")


class Group:
    """For the loop that `open` runs on. `on_events` hears what clients are to be told has changed, `on_log` what people
    may want to read, `on_poll` every measurement."""

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
        self.numbers = IdMap()
        self.turn = asyncio.Lock()
        """Held by whoever changes the group."""
        self.on_events, self.on_log = on_events, on_log
        self._on_poll = on_poll
        self._tasks = Tasks(self._failed)
        self.playback = GroupPlayback(self, self._tasks, lambda: self.config.patience, on_events, on_started)
        self.followers = Followers(self._tasks, lambda: self._following, self.goal, on_log)
        self._runs: dict[str, asyncio.Task[None]] = {}
        self._led = False
        self._songs: list[GroupEntry] = []
        self._following_lead = False
        self._there = asyncio.Event()

    # --- rooms ------------------------------------------------------------------------------------------------------

    async def open(self) -> None:
        for config in self.config.rooms:
            self.add(config)
        self._tasks.start(self._gather(), "gathering the rooms")

    async def close(self) -> None:
        """Leave all rooms as they are. May be called again."""
        self.followers.close()
        await self._tasks.close()

    def add(self, config: RoomConfig) -> None:
        room = Room(config, self.config.estimator, self.config.redundancy, self)
        self.rooms[room.name] = room
        self._runs[room.name] = self._tasks.start(room.run(), f"room {room.name}")

    async def remove(self, name: str) -> None:
        room = self.rooms.pop(name)
        if room is self.lead:
            self._replace_lead()
        task = self._runs.pop(name)
        task.cancel()
        await asyncio.wait({task})

    async def exchange(self, name: str, config: RoomConfig) -> None:
        """The room `name` becomes another, in its place."""
        names = list(self.rooms)
        await self.remove(name)
        self.add(config)
        order = [config.name if each == name else each for each in names]
        self.rooms = {each: self.rooms[each] for each in order}

    @property
    def members(self) -> list[Room]:
        """Rooms that are switched on and answer, if perhaps slowly."""
        return [room for room in self.rooms.values() if room.config.on and room.up]

    @property
    def _following(self) -> list[Room]:
        return [room for room in self.members if self.lead is not None and room is not self.lead]

    def _welcome(self, room: Room) -> None:
        if room in self._following:
            self.followers.welcome(room)

    def set_config(self, config: RoomConfig) -> None:
        """The room of that name is to be so from now on; its address stays."""
        self.rooms[config.name].config = config
        rooms = tuple(config if room.name == config.name else room for room in self.config.rooms)
        self.config = msgspec.structs.replace(self.config, rooms=rooms)

    # --- the leading room -------------------------------------------------------------------------------------------

    async def leading(self) -> Room:
        """The room that leads, as soon as there is one. Refused if there is none for long."""
        if self.lead is None or not self.lead.up:
            self._there.clear()
            try:
                async with asyncio.timeout(2.0):
                    await self._there.wait()
            except TimeoutError:
                raise AckError(AckCode.SYSTEM, NOBODY) from None
        assert self.lead is not None
        return self.lead

    async def _gather(self) -> None:
        """Wait for the rooms, but for the slowest not long; then one leads."""
        while not any(room.up for room in self.rooms.values()):
            await asyncio.sleep(0.02)
        begun = local_micros()
        while not all(room.up for room in self.rooms.values()) and local_micros() - begun < seconds(GATHERING):
            await asyncio.sleep(0.02)
        self._replace_lead()
        for room in self.members:
            self._welcome(room)

    def _replace_lead(self) -> None:
        """Choose the room that leads from now on: one that is on, answers, and is the nearest."""
        best = fittest(self.rooms.values(), self._playing_somewhere())
        before, self.lead = self.lead, best
        if best is None or best is before:
            return
        if self._led:
            self._hand_over(best)
        self._led = True
        self._know_lead(best)
        self._there.set()
        self.playback.clock = None
        self.on_log("room", best.name, "leads from now on")
        self.on_events(frozenset({"playlist", "player", "options", "mixer", "output"}))

    async def look_for_lead(self, failed: Room) -> None:
        """The leading room has just failed somebody: if it is gone, which it may notice in a moment, another leads."""
        for _ in range(NOTICING):
            if self.lead is not failed or not failed.up:
                break
            await asyncio.sleep(0.01)
        if self.lead is not None and not self.lead.up:
            self._replace_lead()

    async def switch(self, name: str, on: bool) -> None:
        """A room on, so that it joins in; or off, so that it is silent and left alone. For whoever has the turn."""
        room = self.rooms[name]
        if room.config.on == on:
            return
        self.set_config(msgspec.structs.replace(room.config, on=on))
        self.on_events(frozenset({"output"}))
        if on:
            await self._switched_on(room)
        else:
            room.post(b"stop")
            if room is self.lead:
                self._replace_lead()

    async def _switched_on(self, room: Room) -> None:
        """It is brought along; and if none that is on leads, it does from now on."""
        if not room.up:
            return
        if self.lead is None or self.lead.config.on:
            self._welcome(room)
        else:
            await self.followers.bring(room)
            self._replace_lead()

    def _hand_over(self, room: Room) -> None:
        placed = match_entries(self._songs, room.entries, room.known)
        self.numbers.change_lead(
            [(each.id, each.room_id) for each in placed if each.id is not None], room.status.queue_version
        )
        kept = [each for each in placed if each.id is not None]
        for each in priorities(self._songs, kept, {entry.id: entry for entry in room.entries}):
            room.post(each)

    def _playing_somewhere(self) -> bool:
        return any(room.status.state == "play" for room in self.members)

    # --- changes ----------------------------------------------------------------------------------------------------

    @property
    def sounding(self) -> int | None:
        """The leading room's own id of the song that sounds, or is about to; None if none is."""
        return self.lead.status.song_id if self.lead is not None and self.playback.state == "play" else None

    async def changed_queue(self, sounded: int | None) -> None:
        """The leading room's queue or options have just been changed: bring the others there. `sounded`: what was
        `sounding` before. For whoever has the turn."""
        lead = await self.leading()
        entries = {entry.id for entry in lead.entries}
        await self._refresh_lead()
        gone = entries - {entry.id for entry in lead.entries}
        self.numbers.forget(gone)
        self.followers.follow()
        if sounded in gone:
            with suppress(ConnectionLost, AckError):  # the change is made; where the room is gone now, another leads
                await self._go_on(lead)

    async def _go_on(self, lead: Room) -> None:
        """What sounded, or was about to, was taken away: all go on with what the leading room has at hand instead. It
        has gone on by itself if it sounded there, and is stopped if it waited for the others, or has since begun."""
        await self.playback.settle()
        if lead.status.song_id is not None:
            begin = [] if lead.status.state == "play" else [request("playid", lead.status.song_id)]
            lead.take_status((await lead.ask(*begin, HALT, b"status"))[-1])
            self.playback.begin("next", StartPlace(self.numbers.virtual_id(lead.status.song_id), Micros(0)))

    async def _refresh_lead(self) -> None:
        lead = await self.leading()
        await lead.refresh()
        self._know_lead(lead)

    def _know_lead(self, lead: Room) -> None:
        songs = [
            GroupEntry(self.numbers.virtual_id(each.id), each.file, each.range, each.prio) for each in lead.entries
        ]
        self._songs = self._songs if songs == self._songs else songs
        lead.learn({song.id: entry.id for song, entry in zip(songs, lead.entries, strict=True)})

    def goal(self) -> Goal:
        """What every room should have."""
        assert self.lead is not None
        return Goal(self._songs, self.lead.options, self.playback.state == "play")

    async def hear(self) -> None:
        """Until what the leading room did is known to have changed what it changed."""
        if self.lead is not None and self.lead.up:
            await self.lead.hear()

    async def surely(self, do: Callable[[], Awaitable[Did]]) -> Did:
        """Do it with the leading room; if that goes away over it, with the next. Refused if none answers."""
        for _ in range(ATTEMPTS):
            lead = await self.leading()
            try:
                return await do()
            except ConnectionLost:
                await self.look_for_lead(lead)
        raise AckError(AckCode.SYSTEM, NOBODY)

    async def on_lead(self, *requests: bytes) -> Answer:
        """Let the leading room do it; if it goes away over it, the next."""

        async def answer() -> Answer:
            return await (await self.leading()).answer(*requests)

        return await self.surely(answer)

    async def on_lead_checked(self, *requests: bytes) -> list[bytes]:
        """The bodies of its replies; Refused if it refuses."""
        return (await self.on_lead(*requests)).checked()

    # --- what rooms tell (room_io.Watcher) --------------------------------------------------------------------------

    def room_changed(self, room: Room) -> None:
        if room.name not in self.rooms:
            return
        self.on_log("room" if room.up and not room.silent else "problem", room.name, _told(room))
        lead = self.lead
        if self._led and (lead is None or not lead.up or (lead.silent and self._better_than(lead))):
            self._replace_lead()
            if lead is not None and lead.silent:
                lead.give_up("it does not answer")  # so that what it was asked is asked of another
        if room.up and not room.silent:
            self._welcome(room)

    def room_polled(self, room: Room, poll: latency.Poll) -> None:
        self._on_poll(room, poll)

    def room_happened(self, room: Room, events: frozenset[str]) -> None:
        if room is self.lead:
            self.on_events(events - OWN)
            if "playlist" in events or "options" in events:
                self._tasks.start(self._lead_changed(room), "the leading room has changed")
            if "player" in events:
                self.playback.happened()
        elif events & FOLLOWED and room.config.on:
            self.followers.follow_later(room)

    async def _lead_changed(self, lead: Room) -> None:
        """By itself, or somebody speaks to it directly: when every room has got over a song's end, all follow."""
        if self._following_lead:
            return
        self._following_lead = True
        await asyncio.sleep(BORDER)
        self._following_lead = False
        try:
            async with self.turn, asyncio.timeout(TO_LOOK):  # one that hangs must not hold up what clients want
                if lead is self.lead:
                    await self._refresh_lead()
                    self.followers.follow()
        except (ConnectionLost, TimeoutError):
            return

    def _better_than(self, room: Room) -> bool:
        return any(not other.silent for other in self.members if other is not room)

    def _failed(self, name: str, error: BaseException) -> None:
        log.error("%s failed", name, exc_info=error)
        self.on_log("problem", "", f"{name}: {error}")


def _told(room: Room) -> str:
    if not room.up:
        return room.problem if room.refused else f"is gone: {room.problem}"
    return "does not answer" if room.silent else "answers"
