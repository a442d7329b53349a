"""Connections to one room that many clients share, one at a time each."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from drumcircle_gui.mpd.protocol.reply_format import ReplyFormat
from drumcircle_gui.timing.units import Micros, local_micros, seconds

from .connection_io import ConnectionLost, MpdConnection

MOST = 40
TO_WAIT = 20.0
UNUSED = seconds(25)
"""After so long a connection is let go; MPD itself closes it after 60 s."""


class Pool:
    """Opens what is needed with `connect`, at most MOST at once. For the loop's own thread."""

    def __init__(self, connect: Callable[[], Awaitable[MpdConnection]]) -> None:
        self._connect = connect
        self._free: list[tuple[MpdConnection, Micros]] = []
        self._lent: set[MpdConnection] = set()
        self._places = asyncio.Semaphore(MOST)

    @asynccontextmanager
    async def lend(self, tuning: ReplyFormat) -> AsyncIterator[MpdConnection]:
        """A connection tuned so, for as long as the context lasts. Lost if none can be had; Refused if the server does
        not take the tuning."""
        await self._place()
        try:
            line = self._reusable() or await self._new()
            self._lent.add(line)
            try:
                await _tune(line, tuning)
                yield line
            finally:
                self._lent.discard(line)
                self._back(line)
        finally:
            self._places.release()

    def sweep(self) -> None:
        """Let go what nobody has used for long."""
        now = local_micros()
        while self._free and now - self._free[0][1] > UNUSED:
            self._free.pop(0)[0].close()

    @property
    def heard(self) -> Micros:
        """When anything came last on one that is lent; 0 if none is."""
        return max((line.heard for line in self._lent), default=Micros(0))

    @property
    def streaming(self) -> bool:
        """Whether a long reply is awaited or under way: while a server makes one, it may answer nothing else."""
        return any(line.streaming for line in self._lent)

    def give_up(self, why: str) -> None:
        """Close those with short questions that have no answer yet."""
        for line in [line for line in self._lent if line.waiting]:
            line.close(why)

    def close(self, why: str) -> None:
        """May be called again."""
        for line in (*self._lent, *(line for line, _ in self._free)):
            line.close(why)
        self._free.clear()

    async def _place(self) -> None:
        try:
            async with asyncio.timeout(TO_WAIT):
                await self._places.acquire()
        except TimeoutError:
            raise ConnectionLost("too many clients ask at once") from None

    def _reusable(self) -> MpdConnection | None:
        while self._free:
            line, _ = self._free.pop()
            if line.free:
                return line
        return None

    async def _new(self) -> MpdConnection:
        line = await self._connect()
        line.tuning = ReplyFormat()
        return line

    def _back(self, line: MpdConnection) -> None:
        if line.free and line.tuning is not None:
            self._free.append((line, local_micros()))
        else:
            line.close("it was in the middle of something")


async def _tune(line: MpdConnection, tuning: ReplyFormat) -> None:
    before = line.tuning
    if before != tuning and isinstance(before, ReplyFormat):
        line.tuning = None
        (await line.ask(*before.requests_to(tuning))).checked()
        line.tuning = tuning
