"""Background work on each room. Requests that arrive while it runs are combined into one more run."""

import asyncio
from collections.abc import Awaitable, Callable

from drumcircle_gui.mpd.room.room_io import Room
from drumcircle_gui.tasks import Tasks


class RoomTasks:
    """Runs one task for each room at a time, so that a burst of changes does not queue for the room's lock. Use on the
    loop's thread."""

    def __init__(self, tasks: Tasks, what: str, do: Callable[[Room], Awaitable[None]]) -> None:
        """`do` is called with the room; `what` describes it in the log."""
        self._tasks, self._what, self._do = tasks, what, do
        self._pending: set[str] = set()
        self._running: dict[str, asyncio.Task[None]] = {}

    def start(self, room: Room) -> "asyncio.Task[None]":
        """Run the work in the background; if it is running, once more afterwards. Returns the task of the last run."""
        self._pending.add(room.name)
        task = self._running.get(room.name)
        if task is None or task.done():
            task = self._running[room.name] = self._tasks.start(self._run(room), f"{self._what} {room.name}")
        return task

    async def _run(self, room: Room) -> None:
        while room.name in self._pending:
            self._pending.discard(room.name)
            await self._do(room)
