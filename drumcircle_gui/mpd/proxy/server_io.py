"""The port on which any MPD client sees the rooms as one MPD server."""

import asyncio
import logging

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.config.addresses import format_address, parse_address
from drumcircle_gui.mpd.protocol.requests import NOIDLE, Request, RequestReader
from drumcircle_gui.mpd.protocol.syntax import BadRequest
from drumcircle_gui.own_address_io import reachable_host
from drumcircle_gui.timing.units import Micros, local_micros, seconds

from .client_output_io import ClientOutput
from .client_sessions import ClientSessions
from .client_turns_io import ClientTurn
from .dispatcher_io import Dispatcher
from .request_context import CloseClient, Idling

log = logging.getLogger(__name__)

GREETING = b"OK MPD %s\n"
NEWEST = "0.23.5"
MAX_CLIENTS = 1000
READ_BYTES = 8192
MAX_UNREAD_BYTES = 65_536
REQUEST_TIMEOUT = seconds(60)
"""A client that is not in `idle` is disconnected if it sends nothing for this long: MPD's `connection_timeout`."""

CHECK_INTERVAL_S = 5.0
"""How often clients are checked for REQUEST_TIMEOUT: a timer for each request costs a tenth of its time."""

Writer = asyncio.StreamWriter


class Proxy:
    """Serves from `open` to `close`. `version`: the protocol version in the greeting; `listening`: the address.

    `reachable`: the address for other machines.
    """

    def __init__(self, dispatcher: Dispatcher, sessions: ClientSessions, listen: str) -> None:
        self._dispatcher, self._sessions, self._listen = dispatcher, sessions, listen
        self._server: asyncio.Server | None = None
        self._clients: dict[asyncio.Task[None], _Client] = {}
        self._next_check: asyncio.TimerHandle | None = None
        self.version = NEWEST
        self.listening = self.reachable = ""

    async def open(self) -> None:
        """Listen for clients. Raises DrumCircleError if that is not possible."""
        host, port = parse_address(self._listen, least=0)
        try:
            self._server = await asyncio.start_server(self._serve, host or None, port, limit=MAX_UNREAD_BYTES)
        except OSError as error:
            raise DrumCircleError(
                f"The rooms cannot listen on {self._listen}: {error.strerror or error}.",
                "Another program, perhaps an MPD, may use this port already: choose another port.",
            ) from error
        found = self._server.sockets[0].getsockname()
        self.listening = format_address(host or "0.0.0.0", found[1])
        self.reachable = format_address(reachable_host(host), found[1])
        self._check_clients()

    async def close(self) -> None:
        """Disconnect all clients and stop listening. Idempotent."""
        if self._server is not None:
            self._server.close()
        if self._next_check is not None:
            self._next_check.cancel()
        for task in list(self._clients):
            task.cancel()
        if self._clients:
            await asyncio.wait(self._clients)

    @property
    def clients(self) -> int:
        """The number of connected clients."""
        return len(self._clients)

    def _check_clients(self) -> None:
        """Disconnect silent clients, now and every CHECK_INTERVAL_S."""
        now = local_micros()
        for client in self._clients.values():
            client.disconnect_if_silent(now)
        self._next_check = asyncio.get_running_loop().call_later(CHECK_INTERVAL_S, self._check_clients)

    async def _serve(self, reader: asyncio.StreamReader, writer: Writer) -> None:
        task = asyncio.current_task()
        assert task is not None
        if len(self._clients) >= MAX_CLIENTS:
            log.warning("a client is rejected: %d are connected", MAX_CLIENTS)
            writer.close()
            return
        client = self._clients[task] = _Client(self._dispatcher, self._sessions, reader, writer)
        try:
            await client.serve(GREETING % self.version.encode())
        except (ConnectionError, TimeoutError, CloseClient, BadRequest) as error:
            log.debug("a client is disconnected: %r", error)
        except asyncio.CancelledError:
            if not task.cancelling():
                raise
        except Exception:
            log.exception("a client is disconnected after an unexpected error")
        finally:
            del self._clients[task]
            writer.transport.abort() if writer.transport.get_write_buffer_size() else writer.close()


class _Client:
    def __init__(
        self, dispatcher: Dispatcher, sessions: ClientSessions, reader: asyncio.StreamReader, writer: Writer
    ) -> None:
        self._dispatcher, self._sessions, self._reader = dispatcher, sessions, reader
        self._transport, self._output = writer.transport, ClientOutput(writer)
        self._silent_since: Micros | None = None
        peer = writer.get_extra_info("peername")
        self._session = sessions.open(self._output.write, str(peer[0]) if peer else "")
        self._requests = RequestReader(is_idle=lambda: self._session.idle is not None)
        self._turn = ClientTurn(dispatcher.turns)

    async def serve(self, greeting: bytes) -> None:
        """Serve the client until it disconnects or is disconnected."""
        try:
            self._output.write(greeting)
            while data := await self._read():
                with self._dispatcher.turns:
                    await self._do_all(data)
        except CloseClient as closing:
            await self._output.send(closing.last)
            raise
        finally:
            self._sessions.close(self._session)
            self._output.flush()

    def disconnect_if_silent(self, now: Micros) -> None:
        """Disconnect the client if requests have been awaited for REQUEST_TIMEOUT."""
        if self._silent_since is None:
            return
        if self._session.idle is not None:
            self._silent_since = now
        elif now - self._silent_since > REQUEST_TIMEOUT:
            log.debug("a client is disconnected: it is silent")
            self._transport.abort()

    async def _read(self) -> bytes:
        self._silent_since = local_micros()
        data = await self._reader.read(READ_BYTES)
        self._silent_since = None
        return data

    async def _do_all(self, data: bytes) -> None:
        """Carry out the requests that `data` completes; a turn of the client ends between two of them. A client whose
        data were read to their end gives others a turn by waiting for more."""
        self._turn.begin()
        self._output.gathers = data.count(b"\n") > 1
        for request in self._requests.feed(data):
            await self._turn.check()
            await self._do(request)
        self._output.flush()
        self._output.gathers = False
        if len(data) == READ_BYTES:
            await self._turn.check()

    async def _do(self, request: Request) -> None:
        if request.lines == (NOIDLE,):
            await self._output.send(self._session.end_idle())
            return
        try:
            await self._output.send(await self._dispatcher.answer(self._session, request, self._output.send))
        except Idling as idling:
            await self._output.send(idling.before + self._session.begin_idle(idling.events))
