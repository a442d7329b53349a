"""A wire between a client and a server on this machine that can be cut, and mended."""

import asyncio
from contextlib import suppress
from typing import Self

from drumcircle_gui.protocol.invite import Invite


class Wire:
    """Listens on a port of its own and hands everything on to the server of `invite`, and back."""

    def __init__(self, invite: Invite) -> None:
        self._far = invite.host, invite.port
        self._invite = invite
        self._port = 0
        self._writers: set[asyncio.StreamWriter] = set()

    @property
    def invite(self) -> Invite:
        """That leads through this wire."""
        return Invite("127.0.0.1", self._port, self._invite.circle, self._invite.key, self._invite.pin)

    async def mend(self) -> Self:
        self._server = await asyncio.start_server(self._connect, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]
        return self

    async def cut(self) -> None:
        self._server.close()
        for writer in self._writers:
            writer.transport.abort()
        await asyncio.gather(*(self._gone(writer) for writer in tuple(self._writers)))

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection(*self._far)
        self._writers |= {writer, far_writer}
        await asyncio.gather(self._carry(reader, far_writer), self._carry(far_reader, writer))
        self._writers -= {writer, far_writer}

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while data := await reader.read(65_536):
                writer.write(data)
                await writer.drain()
        writer.close()

    async def _gone(self, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            await writer.wait_closed()
