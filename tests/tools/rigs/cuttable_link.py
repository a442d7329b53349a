"""A link between clients and a server on this machine that can be cut and restored."""

import asyncio
from contextlib import suppress
from typing import Self

from drumcircle_gui.protocol.invite import Invite


class CuttableLink:
    """Listens on a port of its own and forwards everything to the server of `invite`, and back."""

    def __init__(self, invite: Invite) -> None:
        self._far = invite.host, invite.port
        self._invite = invite
        self._port = 0
        self._writers: set[asyncio.StreamWriter] = set()

    @property
    def invite(self) -> Invite:
        """The invite whose address is this link's."""
        return Invite("127.0.0.1", self._port, self._invite.circle, self._invite.key, self._invite.pin)

    async def restore(self) -> Self:
        """Accept connections, on the same port as before."""
        self._server = await asyncio.start_server(self._connect, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]
        return self

    async def cut(self) -> None:
        """Abort all connections and accept no new ones."""
        self._server.close()
        for writer in self._writers:
            writer.transport.abort()
        await asyncio.gather(*(self._closed(writer) for writer in tuple(self._writers)))

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection(*self._far)
        self._writers |= {writer, far_writer}
        await asyncio.gather(self._forward(reader, far_writer), self._forward(far_reader, writer))
        self._writers -= {writer, far_writer}

    async def _forward(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while data := await reader.read(65_536):
                writer.write(data)
                await writer.drain()
        writer.close()

    async def _closed(self, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            await writer.wait_closed()
