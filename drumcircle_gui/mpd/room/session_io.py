"""One connected period of a room: reads its events and status and keeps its connections alive, until one is lost."""

import asyncio
import logging
from typing import Protocol

from drumcircle_gui.mpd.protocol.reply_format import values_of
from drumcircle_gui.mpd.protocol.status import Status
from drumcircle_gui.mpd.sync.latency import Poll, RoomLatency
from drumcircle_gui.mpd.sync.position_tracker import PositionTracker
from drumcircle_gui.mpd.sync.timeouts import SILENCE, silence_limit
from drumcircle_gui.timing.units import SECOND, Micros, local_micros, seconds

from .connection_io import ConnectionLost, MpdConnection
from .connection_set_io import ConnectionSet
from .pool_io import Pool

log = logging.getLogger(__name__)

LOST_AFTER = seconds(5)
"""A room that is silent for this long is disconnected."""

WATCH_EVERY_S = 0.1
"""How often it is checked whether a silent room answers again."""

KEEP_ALIVE_S = 3.0
"""Maximum time between two uses of each connection: MPD closes those that are not used for its `connection_timeout`."""


class SessionRoom(Protocol):
    """The part of a room that a session uses."""

    pool: Pool
    latency: RoomLatency
    tracking: PositionTracker
    status: Status

    @property
    def name(self) -> str: ...

    @property
    def one_way(self) -> Micros: ...

    def status_polled(self, poll: Poll, body: bytes) -> None:
        """Take the body of a reply to `status`. Raises ValueError if it is not valid."""

    def events_reported(self, events: frozenset[str]) -> None:
        """`idle` has been answered."""

    def silence_changed(self, silent: bool) -> None:
        """The room has stopped answering, or answers again."""


class RoomSession:
    """A session. Use on the loop's thread."""

    def __init__(self, room: SessionRoom, connections: ConnectionSet) -> None:
        self._room, self._connections = room, connections
        self._silent = False

    async def run(self) -> None:
        """Run the connections until one is lost. Always raises ConnectionLost."""
        why = ""
        try:
            async with asyncio.TaskGroup() as tasks:
                for line in self._connections.polls:
                    tasks.create_task(self._poll_forever(line))
                tasks.create_task(self._complete(tasks))
                tasks.create_task(self._listen(self._connections.idle))
                tasks.create_task(self._watch())
                tasks.create_task(self._keep_alive())
                tasks.create_task(self._connections.until_lost())
        except* ConnectionLost as lost:
            why = str(_first(lost))
        raise ConnectionLost(why)

    async def poll(self, line: MpdConnection) -> None:
        """Ask for the status once, on `line`."""
        sent = local_micros()
        self._room.latency.poll_sent(sent)
        answer = await line.send(b"status")
        try:
            body = b"" if answer.refused is not None else answer.bodies[0]
            poll = Poll(sent, answer.at)
            self._room.latency.poll_answered(poll)
            self._room.status_polled(poll, body)
        except ValueError as error:
            line.close(f"its status cannot be understood: {error}")

    async def _poll_forever(self, line: MpdConnection) -> None:
        """Poll without end; nothing else is sent on this connection, because MPD would hold the answer back."""
        room = self._room
        while line in self._connections.polls:
            await asyncio.sleep(room.tracking.poll_interval_s(local_micros(), room.status, room.one_way))
            try:
                await self.poll(line)
            except ConnectionLost:
                if line in self._connections.polls:  # or it was left to clients
                    raise

    async def _complete(self, tasks: asyncio.TaskGroup) -> None:
        refused = await self._connections.complete(lambda line: _keep(tasks.create_task(self._poll_forever(line))))
        if refused:
            used = len(list(self._connections.lines()))
            log.warning("%s refuses %d connections (max_connections): %d are used", self._room.name, refused, used)

    async def _listen(self, line: MpdConnection) -> None:
        while True:
            answer = await line.send(b"idle")
            if answer.refused is not None:
                raise ConnectionLost(f"it refuses idle: {answer.refused[0]}")
            names = (name for body in answer.bodies for name in values_of(body, b"changed"))
            self._room.events_reported(frozenset(name.decode(errors="replace") for name in names))

    async def _watch(self) -> None:
        """Report when the room stops answering, and disconnect it if that lasts."""
        room, silence = self._room, 0
        while True:
            await asyncio.sleep(max((SILENCE - silence) / SECOND, WATCH_EVERY_S))  # it cannot exceed a limit before
            silence = self._silence()
            if silence > LOST_AFTER:
                raise ConnectionLost("it does not answer any more")
            if (silence > SILENCE and silence > silence_limit(room.status, room.pool.streaming)) != self._silent:
                self._silent = not self._silent
                room.silence_changed(self._silent)

    def _silence(self) -> int:
        since = self._room.latency.silent_since
        if since is None:
            return 0
        received = max(self._room.pool.last_received, *(line.last_received for line in self._connections.lines()))
        return local_micros() - max(since, received)

    async def _keep_alive(self) -> None:
        while True:
            await asyncio.sleep(KEEP_ALIVE_S)
            self._room.pool.close_unused()
            for line in (*self._connections.redundant.lines, self._connections.control):
                if line.free:
                    line.send(b"ping")


def _first(group: BaseExceptionGroup[ConnectionLost]) -> BaseException:
    """The first exception of a group, at any depth."""
    error: BaseException = group
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


def _keep(task: "asyncio.Task[None]") -> None:
    """Do nothing: the task's group reports its exception."""
