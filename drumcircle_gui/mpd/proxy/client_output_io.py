"""Sends replies to one client. Those to several requests that arrived together leave together."""

import asyncio
import logging

log = logging.getLogger(__name__)

MAX_BUFFERED_BYTES = 1024 * 1024
SEND_TIMEOUT_S = 15.0
"""A client that reads nothing of a reply for this long is disconnected."""

GATHERED_BYTES = 65_536
"""Replies are passed to the transport at once when they are longer than this together."""


class ClientOutput:
    """The replies that are on their way to one client. `gathers`: whether they wait for more, until the event loop runs
    again or the next `flush`.

    A client may send many commands before it reads a reply. One system call for each reply would take longer than most
    commands.
    """

    def __init__(self, writer: asyncio.StreamWriter) -> None:
        self._writer = writer
        self.gathers = False
        self._gathered: list[bytes] = []
        self._gathered_bytes = 0
        writer.transport.set_write_buffer_limits(MAX_BUFFERED_BYTES)

    def write(self, data: bytes) -> None:
        """Send `data`: now, or with the replies that are gathered."""
        if not self.gathers:
            self._writer.write(data)
            return
        if not self._gathered:
            asyncio.get_running_loop().call_soon(self.flush)
        self._gathered.append(data)
        self._gathered_bytes += len(data)

    def flush(self) -> None:
        """Send the gathered replies now."""
        if self._gathered:
            self._writer.write(b"".join(self._gathered))
            self._gathered.clear()
            self._gathered_bytes = 0

    async def send(self, data: bytes) -> None:
        """Send `data`; wait while more than MAX_BUFFERED_BYTES are unread. Raises TimeoutError if the client reads
        nothing for SEND_TIMEOUT_S seconds, ConnectionError if it has disconnected."""
        if not data:
            return
        if self._writer.transport.is_closing():
            raise ConnectionResetError("the client has disconnected")
        self.write(data)
        if self._gathered_bytes > GATHERED_BYTES:
            self.flush()
        while self._writer.transport.get_write_buffer_size() > MAX_BUFFERED_BYTES and not await self._drained():
            log.debug("a client is slow")

    async def _drained(self) -> bool:
        """Whether there is room for more data. If not, the client has read at least some; raises TimeoutError if it has
        not."""
        waiting = self._writer.transport.get_write_buffer_size()
        try:
            async with asyncio.timeout(SEND_TIMEOUT_S):
                await self._writer.drain()
        except TimeoutError:
            if self._writer.transport.get_write_buffer_size() < waiting:
                return False
            raise
        return True
