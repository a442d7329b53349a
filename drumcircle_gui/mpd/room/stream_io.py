"""Passes one long reply of a server on to a client; at most MAX_BUFFERED bytes of it are kept in memory."""

import asyncio
from collections import deque

MAX_BUFFERED = 262_144
"""Maximum number of bytes kept in memory; beyond it, nothing is read from the server."""


class ReplyStream:
    """A buffer: `feed` it received data, and `end` it when no more can come; the consumer waits for `next`."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self._pieces: deque[bytes] = deque()
        self._size = 0
        self._more: asyncio.Future[None] | None = None
        self._ended = False

    @property
    def empty(self) -> bool:
        return not self._pieces

    def feed(self, piece: bytes) -> None:
        self._pieces.append(piece)
        self._size += len(piece)
        if self._size > MAX_BUFFERED:
            self._transport.pause_reading()
        self._wake()

    def end(self) -> None:
        """The connection has ended. Idempotent."""
        self._ended = True
        self._wake()

    async def next(self, within: float) -> bytes:
        """The next piece as it was received; empty at the end. Raises TimeoutError after `within` seconds without
        data."""
        if not self._pieces and not self._ended:
            await self._wait(within)
        piece = self._pieces.popleft() if self._pieces else b""
        self._size -= len(piece)
        return piece

    async def _wait(self, within: float) -> None:
        self._transport.resume_reading()
        self._more = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(within):
                await self._more
        finally:
            self._more = None

    def _wake(self) -> None:
        if self._more is not None and not self._more.done():
            self._more.set_result(None)
