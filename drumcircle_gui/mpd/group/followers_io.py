"""The rooms that do not lead: brought to what the leading one has, each in its own time."""

import asyncio
from collections.abc import Callable, Iterable

from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError
from drumcircle_gui.mpd.room.connection_io import ConnectionLost
from drumcircle_gui.mpd.room.room_io import Room
from drumcircle_gui.tasks import Tasks

from .queue_sync_io import Goal, bring

BORDER = 1.0
"""Seconds in which every room gets over a song's end; until then their queues may differ."""

OnLog = Callable[[str, str, str], None]
"""Kind, room ("" is the group) and text: see `state.Event`."""


class Followers:
    """`rooms()` are those that are on, answer and do not lead; `goal()` is what each should have, now."""

    def __init__(
        self, tasks: Tasks, rooms: Callable[[], Iterable[Room]], goal: Callable[[], Goal], on_log: OnLog
    ) -> None:
        self.joining: set[str] = set()
        """Names of rooms that are there again, or new, and are being brought along."""
        self._tasks, self._rooms, self._goal, self._on_log = tasks, rooms, goal, on_log
        self._again: set[str] = set()
        self._bringing: dict[str, asyncio.Task[None]] = {}
        self._later: dict[str, asyncio.TimerHandle] = {}

    def follow(self) -> None:
        """Bring all to what the leading room has by now."""
        for room in self._rooms():
            self._bring(room)

    def follow_later(self, room: Room) -> None:
        """Bring one along when every room has got over the end of the song, if it is that."""
        if room.name not in self._later:
            self._later[room.name] = asyncio.get_running_loop().call_later(BORDER, self._is_later, room)

    def welcome(self, room: Room) -> None:
        """A room is there, or there again, or switched on: it is brought along, and keeps what is right already."""
        self.joining.add(room.name)
        self._bring(room)

    async def bring(self, room: Room) -> None:
        """Bring one along, however long it takes."""
        await asyncio.wait({self._bring(room)})

    def mirror(self, *requests: bytes, about: int | None = None) -> None:
        """All do this too; where a request says `%d`, that is their own id of the song `about`."""
        for room in self._rooms():
            self._tasks.start(self._mirror(room, requests, about), f"telling {room.name}")

    def close(self) -> None:
        for handle in self._later.values():
            handle.cancel()

    def _is_later(self, room: Room) -> None:
        del self._later[room.name]
        if room in self._rooms():
            self._bring(room)

    def _bring(self, room: Room) -> "asyncio.Task[None]":
        """One at a time is at it with each room; whoever comes meanwhile has it done once more."""
        self._again.add(room.name)
        task = self._bringing.get(room.name)
        if task is None or task.done():
            task = self._bringing[room.name] = self._tasks.start(self._work(room), f"bringing {room.name} along")
        return task

    async def _work(self, room: Room) -> None:
        try:
            while room.name in self._again and room in self._rooms():
                self._again.discard(room.name)
                async with room.lock:
                    missing = len(room.missing)
                    whole = await bring(room, self._goal())
                self._tell_missing(room, missing)
                if not whole:
                    self.follow_later(room)
        except (ConnectionLost, AckError) as error:
            self._on_log("problem", room.name, f"could not be brought along: {error}")
            self.follow_later(room)
        finally:
            self.joining.discard(room.name)

    def _tell_missing(self, room: Room, before: int) -> None:
        if len(room.missing) > before:
            self._on_log("problem", room.name, f"lacks {len(room.missing)} of the queue's songs")

    async def _mirror(self, room: Room, requests: Iterable[bytes], about: int | None) -> None:
        real = 0 if about is None else room.known.get(about)
        try:
            async with room.lock:
                if real is not None:
                    await self._told(room, [each.replace(b"%d", b"%d" % real, about is not None) for each in requests])
        except ConnectionLost as error:
            self._on_log("problem", room.name, f"did not do as the others: {error}")

    async def _told(self, room: Room, requests: list[bytes]) -> None:
        for answer in await room.each(requests):
            if answer.refused is not None and answer.refused[0].code != AckCode.NO_EXIST:
                self._on_log("problem", room.name, f"did not do as the others: {answer.refused[0]}")
