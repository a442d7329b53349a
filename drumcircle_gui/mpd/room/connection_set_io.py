"""The connections to one room that are kept open, each for one purpose, so that no purpose delays another.

Over a bad network some of them take seconds to open; START_WITH are enough to begin with. A server that accepts fewer
(MPD's `max_connections`) is used with the ones it accepts.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterator

from .connection_io import MAX_REPLY_BYTES, ConnectionLost, GreetingTimeout, MpdConnection
from .redundant_io import RedundantSender

log = logging.getLogger(__name__)

MAX_POLL_CONNECTIONS = 4
"""Maximum number of connections for polls of a room's status, one poll at a time on each: MPD holds an answer back
while an earlier one on the same connection has not been acknowledged (it leaves Nagle's algorithm on)."""

MIN_CONNECTIONS = 3
"""Minimum number of connections: for changes, for `idle`, and for polls. The first then also resumes and pauses the
room."""

START_WITH = 4
"""Number of connections to begin with: one for each purpose."""

SPARE = 2
"""Number of connections that are left to clients' queries if the server accepts no more."""

MAX_SHORT_BYTES = 256 * 1024
"""Maximum size of a reply on all connections except the one for changes."""

MAX_CONNECTING = 3
"""Maximum number of connections being opened: MPD queues five that it has not greeted yet, and drops others silently
(its `listen` backlog)."""

MAX_CONNECT_ATTEMPTS = 3

Connect = Callable[[int], Awaitable[MpdConnection]]


class ConnectionSet:
    """The open connections, made by `opened`. `control` is for changes, `idle` for events, `polls` for polls of the
    status, `redundant` for commands that must arrive in time."""

    def __init__(self, first: list[MpdConnection], later: list["asyncio.Future[MpdConnection]"]) -> None:
        self.control, self.idle, self.polls = first[0], first[1], [first[2]]
        self.redundant = RedundantSender(first[3:] or first[:1])
        self._later = later

    @classmethod
    async def opened(cls, connect: Connect, redundancy: int) -> "ConnectionSet":
        """Open the connections. `connect` gets the size limit of replies. Raises ConnectionLost or DrumCircleError if
        the room does not accept MIN_CONNECTIONS."""
        sizes = [MAX_REPLY_BYTES, MAX_SHORT_BYTES, *[MAX_SHORT_BYTES] * (MAX_POLL_CONNECTIONS + redundancy)]
        slots = asyncio.Semaphore(MAX_CONNECTING)
        control, *others = [asyncio.ensure_future(_open(connect, size, slots)) for size in sizes]
        try:
            first = [await control, *await _first(others)]
        except BaseException:
            _drop([control, *others])
            raise
        return cls(first, [other for other in others if not (other.done() and _result(other) in first)])

    async def complete(self, on_poll: Callable[[MpdConnection], None]) -> int:
        """Add the other connections as they open; `on_poll` gets each one that is for polls. Returns the number that
        the room did not accept."""
        refused = 0
        for opening in asyncio.as_completed(self._later):
            try:
                line = await opening
            except ConnectionLost:
                refused += 1
                continue
            if len(self.polls) < MAX_POLL_CONNECTIONS:
                self.polls.append(line)
                on_poll(line)
            else:
                self.redundant.lines.append(line)
        self._later = []
        if refused:
            self._leave_spare()
        return refused

    def lines(self) -> Iterator[MpdConnection]:
        """All open connections."""
        yield from dict.fromkeys((self.control, self.idle, *self.polls, *self.redundant.lines))

    def lost(self) -> str | None:
        """Why a connection was lost; None while all are open."""
        return next((line.gone.result() for line in self.lines() if line.gone.done()), None)

    async def until_lost(self) -> None:
        """Wait until one of the connections is lost. Always raises ConnectionLost."""
        while (why := self.lost()) is None:
            await asyncio.wait([line.gone for line in self.lines()], timeout=1.0, return_when=asyncio.FIRST_COMPLETED)
        raise ConnectionLost(why)

    def close(self, why: str) -> None:
        """Close all connections. Idempotent."""
        _drop(self._later)
        self.redundant.close(why)
        for line in self.lines():
            line.close(why)

    def _leave_spare(self) -> None:
        for _ in range(SPARE):
            lines = self.redundant.lines if len(self.redundant.lines) > 1 else self.polls
            if len(lines) > 1:
                lines.pop().close("the room accepts no more connections")


async def _first(others: "list[asyncio.Task[MpdConnection]]") -> list[MpdConnection]:
    """The first ones to open."""
    opened: list[MpdConnection] = []
    why = ""
    for opening in asyncio.as_completed(others):
        try:
            opened.append(await opening)
        except ConnectionLost as error:
            why = str(error)
        if len(opened) + 1 == START_WITH:
            return opened
    if len(opened) + 1 < MIN_CONNECTIONS:
        raise ConnectionLost(why if not opened else f"it accepts fewer than {MIN_CONNECTIONS} connections: {why}")
    return opened


async def _open(connect: Connect, size: int, slots: asyncio.Semaphore) -> MpdConnection:
    """Open a connection. If no greeting arrives, try again while others may still open."""
    async with slots:
        for _ in range(MAX_CONNECT_ATTEMPTS - 1):
            try:
                return await connect(size)
            except GreetingTimeout:
                continue
        return await connect(size)


def _result(opening: "asyncio.Task[MpdConnection]") -> MpdConnection | None:
    return None if opening.cancelled() or opening.exception() is not None else opening.result()


def _drop(openings: "list[asyncio.Task[MpdConnection]] | list[asyncio.Future[MpdConnection]]") -> None:
    for opening in openings:
        opening.cancel()
        opening.add_done_callback(_close)


def _close(opening: "asyncio.Future[MpdConnection]") -> None:
    if not opening.cancelled() and opening.exception() is None:
        opening.result().close()
