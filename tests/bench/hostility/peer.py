"""A connection that breaks the protocol's rules, from any address of the loopback."""

import asyncio
import socket
import ssl
from typing import Self

from drumcircle_gui.protocol.framing import LENGTH
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.message_codec import decode_from_server, encode
from drumcircle_gui.protocol.messages import PROTOCOL_VERSION, Closing, Hello, Welcome

CHUNK = 65_536


class HostilePeer:
    """One connection; reads nothing unless told to."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def connect(cls, invite: Invite, source: str) -> Self:
        """Connect. OSError if the server does not accept it."""
        own = socket.socket()
        own.setblocking(False)
        try:
            own.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, CHUNK)  # what waits there costs this machine time
            own.bind((source, 0))
            await asyncio.get_running_loop().sock_connect(own, (invite.host, invite.port))
            context = trusting() if invite.pin else None
            return cls(*await asyncio.open_connection(sock=own, ssl=context, server_hostname="" if context else None))
        except BaseException:
            own.close()
            raise

    @classmethod
    async def join(cls, invite: Invite, source: str, token: str = "", last_batch: int = -1) -> tuple[Self, Welcome]:
        """Join the circle. OSError or EOFError if the server refuses."""
        peer = await cls.connect(invite, source)
        peer.send_hello(invite.key, token, last_batch)
        while not isinstance(message := await peer.next_message(), Welcome | Closing):
            continue
        if isinstance(message, Welcome):
            return peer, message
        peer.abort()
        raise ConnectionRefusedError(message.code)

    def send_hello(self, key: str, token: str = "", last_batch: int = -1) -> None:
        self._writer.write(encode(Hello(PROTOCOL_VERSION, "Mallory", key, "hostile", token, last_batch)))

    async def write(self, data: bytes) -> None:
        """Write data; returns when the system has taken most of it."""
        self._writer.write(data)
        await self._writer.drain()

    async def next_message(self) -> object:
        """The next message. EOFError at the end."""
        header = await self._reader.readexactly(LENGTH.size)
        return decode_from_server(await self._reader.readexactly(LENGTH.unpack(header)[0]))

    async def discard(self) -> None:
        """Read all that comes, until the end."""
        while await self._reader.read(CHUNK):
            continue

    def abort(self) -> None:
        self._writer.transport.abort()


def trusting() -> ssl.SSLContext:
    """Accepts any certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
