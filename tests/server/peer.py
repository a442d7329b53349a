"""A real connection to a real server, for tests."""

import asyncio
import socket
import ssl
from typing import Self, TypeVar

from drumcircle_gui.protocol.connection import Connection, ProtocolViolation, Side
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.message_codec import encode
from drumcircle_gui.protocol.messages import PROTOCOL_VERSION, ClockReply, ClockRequest, Closing, Hello, Welcome

T = TypeVar("T", bound=Message)

PATIENCE = 20.0


class Peer:
    """Reads only on request."""

    welcome: Welcome

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self._connection = Connection(Side.CLIENT)
        self._inbox: list[Message] = []

    @classmethod
    async def connect(cls, invite: Invite, receive_buffer: int | None = None) -> Self:
        """Connects without sending a Hello."""
        family = socket.AF_INET6 if ":" in invite.host else socket.AF_INET
        own = socket.socket(family)
        own.setblocking(False)
        if receive_buffer:
            own.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        try:
            await asyncio.get_running_loop().sock_connect(own, (invite.host, invite.port))
        except OSError:
            own.close()
            raise
        context = trusting() if invite.pin else None
        return cls(*await asyncio.open_connection(sock=own, ssl=context, server_hostname="" if context else None))

    @classmethod
    async def join(cls, invite: Invite, name: str = "Fern", token: str = "", **options: int) -> Self:
        peer = await cls.connect(invite, **options)
        peer.send(Hello(PROTOCOL_VERSION, name, invite.key, token=token))
        peer.welcome = await peer.next(Welcome)
        return peer

    def send(self, message: Message) -> None:
        self.write(self._connection.send(message))

    async def send_torn(self, message: Message) -> None:
        """Sends a message byte by byte."""
        for byte in self._connection.send(message):
            self.write(bytes([byte]))
            await asyncio.sleep(0)

    def write(self, data: bytes) -> None:
        """Sends raw bytes, valid or not."""
        self._writer.write(data)

    async def drain(self) -> None:
        await self._writer.drain()

    async def next(self, kind: type[T]) -> T:
        """The next message of that kind; earlier ones are skipped. Raises EOFError at the end of the connection."""
        async with asyncio.timeout(PATIENCE):
            while True:
                while self._inbox:
                    message = self._inbox.pop(0)
                    if isinstance(message, kind):
                        return message
                self._inbox += await self._read()

    async def closing(self) -> Closing | None:
        """The reason the server gave for closing the connection; None without one."""
        try:
            return await self.next(Closing)
        except (EOFError, ConnectionError):
            return None

    async def is_well(self) -> bool:
        """Whether the server still answers."""
        self.write(encode(ClockRequest(7, 7)))
        return (await self.next(ClockReply)).id == 7

    async def leave(self) -> None:
        """Close the connection without a Goodbye."""
        self._writer.transport.abort()
        try:
            await self._writer.wait_closed()
        except OSError:
            return

    async def _read(self) -> list[Message]:
        data = await self._reader.read(65_536)
        if not data:
            raise EOFError
        messages = list(self._connection.receive(data))
        assert not any(isinstance(message, ProtocolViolation) for message in messages), messages
        return messages


def trusting() -> ssl.SSLContext:
    """Accepts any certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
