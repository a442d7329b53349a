"""A pool of connections to one room for many clients; each connection is lent to one client at a time."""

import asyncio
from collections.abc import Awaitable, Callable

from drumcircle_gui.mpd.protocol.reply_format import ReplyFormat
from drumcircle_gui.timing.units import Micros, local_micros, seconds

from .connection_io import ConnectionLost, GreetingTimeout, MpdConnection

MAX_CONNECTIONS = 40
WAIT_TIMEOUT_S = 20.0
UNUSED_LIMIT = seconds(8)
"""A connection that was not used for this long is closed; MPD itself closes it after its `connection_timeout`."""


class Pool:
    """Opens connections with `connect` as needed, MAX_CONNECTIONS at most. Use on the loop's thread."""

    def __init__(self, connect: Callable[[], Awaitable[MpdConnection]]) -> None:
        self._connect = connect
        self._free: list[tuple[MpdConnection, Micros]] = []
        self._lent: set[MpdConnection] = set()
        self._places = asyncio.Semaphore(MAX_CONNECTIONS)
        self._returned = asyncio.Event()

    def lend(self, reply_format: ReplyFormat) -> "_Loan":
        """A context with a connection that has this reply format. Raises ConnectionLost if there is none, AckError if
        the server refuses the format."""
        return _Loan(self, reply_format)

    async def take(self, reply_format: ReplyFormat) -> MpdConnection:
        """What `lend` does at the beginning of its context."""
        await self._place()
        try:
            line = await self._line()
        except BaseException:
            self._places.release()
            raise
        self._lent.add(line)
        try:
            await _set_format(line, reply_format)
        except BaseException:
            self.give_back(line)
            raise
        return line

    def give_back(self, line: MpdConnection) -> None:
        """What `lend` does at the end of its context."""
        self._lent.discard(line)
        self._back(line)
        self._places.release()

    def close_unused(self) -> None:
        """Close connections that were not used for UNUSED_LIMIT."""
        now = local_micros()
        while self._free and now - self._free[0][1] > UNUSED_LIMIT:
            self._free.pop(0)[0].close()

    @property
    def last_received(self) -> Micros:
        """The local time at which data last arrived on a connection that is lent; 0 if none is."""
        return max((line.last_received for line in self._lent), default=Micros(0))

    @property
    def streaming(self) -> bool:
        """Whether a long reply is pending or being received; MPD answers nothing else while it prepares one."""
        return any(line.streaming for line in self._lent)

    def fail_pending(self, why: str) -> None:
        """Close the connections with unanswered requests, except streams."""
        for line in [line for line in self._lent if line.pending]:
            line.close(why)

    def close(self, why: str) -> None:
        """Close all connections. Idempotent."""
        for line in (*self._lent, *(line for line, _ in self._free)):
            line.close(why)
        self._free.clear()

    async def _place(self) -> None:
        if not self._places.locked():
            await self._places.acquire()  # without a timer, which would cost more than the rest of a loan
            return
        try:
            async with asyncio.timeout(WAIT_TIMEOUT_S):
                await self._places.acquire()
        except TimeoutError:
            raise ConnectionLost("too many clients ask it at once") from None

    async def _line(self) -> MpdConnection:
        """A free connection, or a new one; if the server accepts no more, the next one that is returned."""
        while True:
            line = self._reusable()
            if line is not None:
                return line
            try:
                return await self._new()
            except GreetingTimeout:
                raise
            except ConnectionLost:
                if not self._lent:
                    raise
            self._returned.clear()
            try:
                async with asyncio.timeout(WAIT_TIMEOUT_S):
                    await self._returned.wait()
            except TimeoutError:
                raise ConnectionLost("it accepts too few connections for so many clients") from None

    def _reusable(self) -> MpdConnection | None:
        while self._free:
            line, _ = self._free.pop()
            if line.free:
                return line
        return None

    async def _new(self) -> MpdConnection:
        line = await self._connect()
        line.reply_format = ReplyFormat()
        return line

    def _back(self, line: MpdConnection) -> None:
        self._returned.set()
        if line.free and line.reply_format is not None:
            self._free.append((line, local_micros()))
        else:
            line.close("a request on it was broken off")


class _Loan:
    """The context of `Pool.lend`: a class, since a generator would take several times as long for each command."""

    def __init__(self, pool: Pool, reply_format: ReplyFormat) -> None:
        self._pool, self._reply_format = pool, reply_format

    async def __aenter__(self) -> MpdConnection:
        self._line = await self._pool.take(self._reply_format)
        return self._line

    async def __aexit__(self, *error: object) -> None:
        self._pool.give_back(self._line)


async def _set_format(line: MpdConnection, reply_format: ReplyFormat) -> None:
    before = line.reply_format
    if before != reply_format and isinstance(before, ReplyFormat):
        line.reply_format = None
        (await line.ask(*before.requests_to(reply_format))).checked()
        line.reply_format = reply_format
