"""The rooms that do not lead: brought to what the leading one has, each in its own time."""

import asyncio
from collections.abc import Callable, Iterable

from drumcircle_gui.tasks import Tasks

from .follow_io import Goal, bring
from .line_io import Lost
from .room_io import Room
from .words import Refused

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

    def follow(self) -> None:
        """Bring all to what the leading room has by now."""
        for room in self._rooms():
            self._tasks.start(self.bring(room), f"bringing {room.name} along")

    def welcome(self, room: Room) -> None:
        """A room is there, or there again, or switched on: it is brought along, and keeps what is right already."""
        self.joining.add(room.name)
        task = self._tasks.start(self.bring(room), f"welcoming {room.name}")
        task.add_done_callback(lambda _: self.joining.discard(room.name))

    def mirror(self, *requests: bytes, about: int | None = None) -> None:
        """All do this too; where a request says `%d`, that is their own id of the song `about`."""
        for room in self._rooms():
            self._tasks.start(self._mirror(room, requests, about), f"telling {room.name}")

    async def bring(self, room: Room) -> None:
        """Bring one along, however long it takes."""
        try:
            whole = False
            while not whole and room in self._rooms():
                async with room.lock:
                    missing = len(room.missing)
                    whole = await bring(room, self._goal())
                self._tell_missing(room, missing)
                if not whole:
                    await asyncio.sleep(BORDER)
        except (Lost, Refused) as error:
            self._on_log("problem", room.name, f"could not be brought along: {error}")

    def _tell_missing(self, room: Room, before: int) -> None:
        if len(room.missing) > before:
            self._on_log("problem", room.name, f"lacks {len(room.missing)} of the queue's songs")

    async def _mirror(self, room: Room, requests: Iterable[bytes], about: int | None) -> None:
        try:
            async with room.lock:
                for each in requests:
                    if about is None:
                        await room.ask(each)
                    elif about in room.known:
                        await room.ask(each.replace(b"%d", b"%d" % room.known[about], 1))
        except (Lost, Refused) as error:
            self._on_log("problem", room.name, f"did not do as the others: {error}")
