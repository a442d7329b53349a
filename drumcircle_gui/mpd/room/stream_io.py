"""One long reply of a server while it is passed on to a client: at most MAX_BUFFERED bytes of it are held."""

import asyncio

MAX_BUFFERED = 262_144
"""Bytes that are held; beyond that nothing is read from the server."""


class ReplyStream:
    """`feed` it what is received and `end` it when nothing more can come; the consumer waits for `next`."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self._pieces: list[bytes] = []
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
        """The connection is gone. Idempotent."""
        self._ended = True
        self._wake()

    async def next(self, within: float) -> bytes:
        """All that has come since the last call; empty if it has ended. Raises TimeoutError after `within` seconds."""
        if not self._pieces and not self._ended:
            await self._wait(within)
        whole = self._pieces[0] if len(self._pieces) == 1 else b"".join(self._pieces)
        self._pieces.clear()
        self._size = 0
        return whole

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
