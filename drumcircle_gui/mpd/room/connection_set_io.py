"""The connections to one room that are kept open, each with its part: what is said on one must not wait for another.

Over a bad network some of them take seconds to stand; a few are enough to begin with.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator

from .connection_io import MOST_REPLY, ConnectionLost, MpdConnection, Unanswered
from .redundant_io import Triggers

POLLS = 4
"""Connections on which a room is asked how it does, one question at a time on each: an MPD holds its answer back while
an earlier one on the same connection has not been acknowledged (it leaves Nagle's algorithm on)."""

ENOUGH = 4
"""One of each kind."""

MOST_SHORT = 256 * 1024
"""Bytes of what a room says of itself and of its changes."""

AT_ONCE = 3
"""MPD takes five that nobody has greeted yet, and forgets others without a word (its `listen` backlog)."""

TRIES = 3

Connect = Callable[[int], Awaitable[MpdConnection]]


class Connections:
    """Made by `opened`. `control` is for changes, `idle` for what has changed, `polls` for questions."""

    def __init__(self, first: list[MpdConnection], later: list["asyncio.Future[MpdConnection]"]) -> None:
        self.control, self.idle, self.polls, self.triggers = first[0], first[1], [first[2]], Triggers(first[3:])
        self._later = later

    @classmethod
    async def opened(cls, connect: Connect, redundancy: int) -> "Connections":
        """`connect` is given how many bytes a reply may have. Lost, or DrumCircleError, if they cannot be had."""
        sizes = [MOST_REPLY, MOST_SHORT, *[MOST_SHORT] * (POLLS + redundancy)]
        places = asyncio.Semaphore(AT_ONCE)
        control, *others = [asyncio.ensure_future(_made(connect, size, places)) for size in sizes]
        try:
            first = [await control]
            for line in asyncio.as_completed(others):
                first.append(await line)
                if len(first) == ENOUGH:
                    break
        except BaseException:
            _drop([control, *others])
            raise
        return cls(first, [other for other in others if not (other.done() and other.result() in first)])

    async def complete(self, on_poll: Callable[[MpdConnection], None]) -> None:
        """Put the others to use as they come. `on_poll` is given what is another one for questions. Lost if one of them
        cannot be had."""
        for line in asyncio.as_completed(self._later):
            made = await line
            if len(self.polls) < POLLS:
                self.polls.append(made)
                on_poll(made)
            else:
                self.triggers.lines.append(made)
        self._later = []

    def lines(self) -> Iterator[MpdConnection]:
        """All that stand."""
        yield from (self.control, self.idle, *self.polls, *self.triggers.lines)

    def lost(self) -> str | None:
        """Why one of them is lost; None as long as none is."""
        return next((line.gone.result() for line in self.lines() if line.gone.done()), None)

    async def until_lost(self) -> None:
        """Returns by Lost only."""
        while (why := self.lost()) is None:
            await asyncio.wait([line.gone for line in self.lines()], timeout=1.0, return_when=asyncio.FIRST_COMPLETED)
        raise ConnectionLost(why)

    def close(self, why: str) -> None:
        """May be called again."""
        _drop(self._later)
        self.triggers.close(why)
        for line in self.lines():
            line.close(why)


async def _made(connect: Connect, size: int, places: asyncio.Semaphore) -> MpdConnection:
    """Tried again where no greeting comes, as long as others may stand."""
    async with places:
        for _ in range(TRIES - 1):
            try:
                return await connect(size)
            except Unanswered:
                continue
        return await connect(size)


def _drop(futures: list["asyncio.Future[MpdConnection]"]) -> None:
    for future in futures:
        future.cancel()
        future.add_done_callback(_close)


def _close(future: "asyncio.Future[MpdConnection]") -> None:
    if not future.cancelled() and future.exception() is None:
        future.result().close()
