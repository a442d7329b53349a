"""The port where any MPD client finds the rooms as if they were one MPD server."""

import asyncio
import logging

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.config.addresses import format_address, parse_address
from drumcircle_gui.mpd.protocol.requests import NOIDLE, Request, RequestReader
from drumcircle_gui.mpd.protocol.syntax import BadRequest
from drumcircle_gui.own_address_io import reachable_host

from .client_session import ClientSession
from .client_sessions import ClientSessions
from .dispatcher_io import CloseClient, Dispatcher, Idling

log = logging.getLogger(__name__)

GREETING = b"OK MPD %s\n"
NEWEST = "0.23.5"
MOST_CLIENTS = 1000
PIECE = 65_536
BUFFERED = 1024 * 1024
TO_ASK = 60.0
"""Seconds that a client may say nothing, unless it idles: MPD's own `connection_timeout`."""

TO_TAKE = 15.0
"""Seconds in which a client must take something of what it is told."""

Writer = asyncio.StreamWriter


class Proxy:
    """Serves until it is closed. `version()` is the protocol's version to announce."""

    def __init__(self, service: Dispatcher, members: ClientSessions, listen: str) -> None:
        self._service, self._members, self._listen = service, members, listen
        self._server: asyncio.Server | None = None
        self._clients: set[asyncio.Task[None]] = set()
        self.version = NEWEST
        self.listening = self.reachable = ""

    async def open(self) -> None:
        """DrumCircleError if it cannot listen there."""
        host, port = parse_address(self._listen, least=0)
        try:
            self._server = await asyncio.start_server(self._welcome, host or None, port, limit=PIECE)
        except OSError as error:
            raise DrumCircleError(
                f"The rooms cannot listen on {self._listen}: {error.strerror or error}.",
                "Perhaps another program (an MPD?) does so already: choose another port.",
            ) from error
        found = self._server.sockets[0].getsockname()
        self.reachable = format_address(reachable_host(host), found[1])
        self.listening = f"{host or '0.0.0.0'}:{found[1]}" if ":" not in host else f"[{host}]:{found[1]}"

    async def close(self) -> None:
        """May be called again."""
        if self._server is not None:
            self._server.close()
        for task in list(self._clients):
            task.cancel()
        if self._clients:
            await asyncio.wait(self._clients)

    @property
    def clients(self) -> int:
        return len(self._clients)

    async def _welcome(self, reader: asyncio.StreamReader, writer: Writer) -> None:
        task = asyncio.current_task()
        assert task is not None
        if len(self._clients) >= MOST_CLIENTS:
            writer.close()
            return
        self._clients.add(task)
        try:
            await _Client(self._service, self._members, reader, writer).serve(GREETING % self.version.encode())
        except (ConnectionError, TimeoutError, CloseClient, BadRequest):
            log.debug("a client is gone")
        except asyncio.CancelledError:
            if not task.cancelling():
                raise
        finally:
            self._clients.discard(task)
            writer.transport.abort() if writer.transport.get_write_buffer_size() else writer.close()


class _Client:
    def __init__(
        self, service: Dispatcher, members: ClientSessions, reader: asyncio.StreamReader, writer: Writer
    ) -> None:
        self._service, self._members, self._reader, self._writer = service, members, reader, writer
        writer.transport.set_write_buffer_limits(BUFFERED)
        self._intake = RequestReader(is_idle=lambda: self._member.idle is not None)
        self._member: ClientSession = members.join(writer.write)

    async def serve(self, greeting: bytes) -> None:
        """Until it goes, or must."""
        try:
            self._writer.write(greeting)
            while data := await self._read():
                for request in self._intake.feed(data):
                    await self._do(request)
        except CloseClient as closing:
            await self._tell(closing.last)
            raise
        finally:
            self._members.leave(self._member)

    async def _read(self) -> bytes:
        async with asyncio.timeout(None if self._member.idle is not None else TO_ASK):
            return await self._reader.read(PIECE)

    async def _do(self, request: Request) -> None:
        if request.lines == (NOIDLE,):
            await self._tell(self._member.end_idle())
            return
        try:
            await self._tell(await self._service.answer(self._member, request, self._tell))
        except Idling as idling:
            await self._tell(idling.before + idling.told)

    async def _tell(self, reply: bytes) -> None:
        if not reply:
            return
        self._writer.write(reply)
        while not await self._taken():
            log.debug("a client is slow")

    async def _taken(self) -> bool:
        """Whether there is room for more by now, or at least the client has taken something; TimeoutError if it takes
        nothing."""
        waiting = self._writer.transport.get_write_buffer_size()
        try:
            async with asyncio.timeout(TO_TAKE):
                await self._writer.drain()
        except TimeoutError:
            if self._writer.transport.get_write_buffer_size() < waiting:
                return False
            raise
        return True
