"""Brings the rooms that do not lead to the lead room's queue and options, as fast as each can."""

import asyncio
import logging
from collections.abc import Callable, Iterable

from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError
from drumcircle_gui.mpd.room.connection_io import ConnectionLost
from drumcircle_gui.mpd.room.room_io import Room
from drumcircle_gui.tasks import Tasks

from .queue_sync_io import Goal, sync_queue
from .room_tasks_io import RoomTasks

log = logging.getLogger(__name__)

SONG_BORDER_S = 1.0
"""Every room passes the end of a song within this time; until then their queues may differ."""

OnLog = Callable[[str, str, str], None]
"""Gets CommandKind, room ("": the group) and text; see `rooms_state.RoomsEvent`."""


class Followers:
    """Synchronises queue and options. Use on the loop's thread.

    `rooms()` returns the rooms that are switched on, answer and do not lead; `goal()` the queue and options for each.
    """

    def __init__(
        self, tasks: Tasks, rooms: Callable[[], Iterable[Room]], goal: Callable[[], Goal], on_log: OnLog
    ) -> None:
        self.joining: set[str] = set()
        """Names of the rooms that have connected and are being synchronised."""
        self._tasks, self._rooms, self._goal, self._on_log = tasks, rooms, goal, on_log
        self._syncs = RoomTasks(tasks, "bringing the queue to", self._sync)
        self._later: dict[str, asyncio.TimerHandle] = {}

    def sync_all(self) -> None:
        """Bring all rooms to the lead room's present queue and options."""
        for room in self._rooms():
            self._syncs.start(room)

    def sync_later(self, room: Room) -> None:
        """Synchronise one room after SONG_BORDER_S, because its change may be the end of a song, which all rooms will
        pass."""
        if room.name not in self._later:
            self._later[room.name] = asyncio.get_running_loop().call_later(SONG_BORDER_S, self._sync_now, room)

    def admit(self, room: Room) -> None:
        """Synchronise a room that has connected, or was switched on. What is right there already is kept."""
        self.joining.add(room.name)
        self._syncs.start(room).add_done_callback(lambda task: self.joining.discard(room.name))

    async def sync(self, room: Room) -> None:
        """Synchronise one room, and wait until that has ended."""
        await asyncio.wait({self._syncs.start(room)})

    def mirror(self, *requests: bytes, about: int | None = None) -> None:
        """Carry out `requests` in all rooms. `%d` in a request stands for the room's own id of the group's song
        `about`."""
        for room in self._rooms():
            self._tasks.start(self._mirror(room, requests, about), f"mirroring a change to {room.name}")

    def close(self) -> None:
        """Cancel pending synchronisations. Idempotent."""
        for handle in self._later.values():
            handle.cancel()

    def _sync_now(self, room: Room) -> None:
        del self._later[room.name]
        if room in self._rooms():
            self._syncs.start(room)

    async def _sync(self, room: Room) -> None:
        if room not in self._rooms():
            return
        try:
            async with room.lock:
                before = len(room.missing)
                complete = await sync_queue(room, self._goal())
            log.debug("%s has the group's queue: %s", room.name, complete)
            self._log_missing(room, before)
            if not complete:
                self.sync_later(room)
        except (ConnectionLost, AckError) as error:
            self._on_log("problem", room.name, f"could not be brought along: {error}")
            self.sync_later(room)

    def _log_missing(self, room: Room, before: int) -> None:
        if len(room.missing) > before:
            self._on_log("problem", room.name, f"lacks {len(room.missing)} of the queue's songs")

    async def _mirror(self, room: Room, requests: Iterable[bytes], about: int | None) -> None:
        """Carry out `requests` in one room, after its queue is synchronised: only then does a song that was just added
        have an id."""
        if about is not None:
            await self.sync(room)
        try:
            async with room.lock:
                real = 0 if about is None else room.ids.get(about)
                if real is not None:
                    await self._carry_out(
                        room, [each.replace(b"%d", b"%d" % real, about is not None) for each in requests]
                    )
        except ConnectionLost as error:
            self._on_log("problem", room.name, f"did not carry out a change: {error}")

    async def _carry_out(self, room: Room, requests: list[bytes]) -> None:
        for answer in await room.answer_each(requests):
            if answer.refused is not None and answer.refused[0].code != AckCode.NO_EXIST:
                self._on_log("problem", room.name, f"did not carry out a change: {answer.refused[0]}")
