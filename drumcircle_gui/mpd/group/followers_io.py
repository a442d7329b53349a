"""The rooms that do not lead: each is brought to the lead room's queue and options as fast as it can."""

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
"""Within this time every room gets over the end of a song; until then their queues may differ."""

OnLog = Callable[[str, str, str], None]
"""CommandKind, room ("" is the group) and text: see `rooms_state.RoomsEvent`."""


class Followers:
    """`rooms()`: those that are on, answer and do not lead; `goal()`: what each should have now. For the loop's
    thread."""

    def __init__(
        self, tasks: Tasks, rooms: Callable[[], Iterable[Room]], goal: Callable[[], Goal], on_log: OnLog
    ) -> None:
        self.joining: set[str] = set()
        """Names of rooms that have come (back) and are being brought to the others."""
        self._tasks, self._rooms, self._goal, self._on_log = tasks, rooms, goal, on_log
        self._syncs = RoomTasks(tasks, "bringing the queue to", self._sync)
        self._later: dict[str, asyncio.TimerHandle] = {}

    def sync_all(self) -> None:
        """Bring all rooms to what the lead room has now."""
        for room in self._rooms():
            self._syncs.start(room)

    def sync_later(self, room: Room) -> None:
        """Bring one room along after SONG_BORDER_S: the change may be the end of a song, which all rooms get over."""
        if room.name not in self._later:
            self._later[room.name] = asyncio.get_running_loop().call_later(SONG_BORDER_S, self._sync_now, room)

    def admit(self, room: Room) -> None:
        """A room has come, has come back, or was switched on. It keeps what is right already."""
        self.joining.add(room.name)
        self._syncs.start(room).add_done_callback(lambda task: self.joining.discard(room.name))

    async def sync(self, room: Room) -> None:
        """Bring one room along; returns when that has ended."""
        await asyncio.wait({self._syncs.start(room)})

    def mirror(self, *requests: bytes, about: int | None = None) -> None:
        """All rooms carry out `requests`. `%d` in one stands for the room's own id of the group's song `about`."""
        for room in self._rooms():
            self._tasks.start(self._mirror(room, requests, about), f"mirroring a change to {room.name}")

    def close(self) -> None:
        """No room is brought along later. Idempotent."""
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
        """A song that was just added has an id in the room once its queue is in step."""
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
