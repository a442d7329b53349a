"""Connections by HTTP: limited in number, and in the time for the head of a request and for what is sent to be read.

The acceptor of the circles accepts these, too: a handshake costs its address the same allowance as one of a player,
and handshakes are paced, so that no crowd of browsers delays a clock exchange.
"""

import asyncio
import contextlib
import logging
from collections import Counter
from collections.abc import Iterator
from itertools import count
from typing import cast

from aiohttp import web

from drumcircle_gui.server.connection_owner_io import AcceptedConnection, ConnectionRegistry
from drumcircle_gui.server.fairness.client_address import UNKNOWN, client_address
from drumcircle_gui.server.fairness.pending_connections import PendingConnections
from drumcircle_gui.server.fairness.work_account import AddressAccount
from drumcircle_gui.server.workload_io import Workload

log = logging.getLogger(__name__)

MAX_CONNECTIONS = 1024
MAX_CONNECTIONS_BY_ADDRESS = 64
"""Connections that have begun to send: of all addresses, and of one."""

IDLE_TIMEOUT_S = 10
"""Time for the head of the next request on a connection that stays open."""

UNREAD_TIMEOUT_S = 20.0
"""How long a client may read nothing of what waits for it."""


class WebConnections:
    """Hands connections to `server`, which answers their requests. For an Acceptor."""

    def __init__(self, server: web.Server, workload: Workload) -> None:
        self._server, self._workload = server, workload
        self._ids = count(1)
        self._handlers: dict[web.RequestHandler, WebConnection] = {}
        self._open: PendingConnections[WebConnection] = PendingConnections()
        self._addresses: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self._open)

    def account(self, address: str) -> AddressAccount:
        """The allowance of an address, the same as for its players."""
        return self._workload.account(address)

    def new_connection(self, registry: ConnectionRegistry) -> "WebConnection":
        return WebConnection(next(self._ids), self, registry)

    @contextlib.contextmanager
    def serving(self, request: web.Request) -> Iterator[None]:
        """While a request is answered, its connection is the last one to be dropped."""
        connection = self._handlers.get(request.protocol)
        if connection is None:  # it is gone already
            yield
            return
        connection.serve()
        self._open.mark_speaking(connection)
        try:
            yield
        finally:
            if self._open.discard(connection):
                self._open.add(connection, connection.address)

    # --- called by connections

    def opened(self, connection: "WebConnection") -> web.RequestHandler | None:
        """The handler of the connection's requests; None if its address has too many connections. If there are too many
        in all, the oldest idle connection of the address with the most is dropped."""
        if self._addresses[connection.address] >= MAX_CONNECTIONS_BY_ADDRESS:
            return None
        if len(self._open) >= MAX_CONNECTIONS:
            self._open.victim().abort()
        self._open.add(connection, connection.address)
        self._addresses[connection.address] += 1
        handler = self._server()
        self._handlers[handler] = connection
        return handler

    def closed(self, connection: "WebConnection", handler: web.RequestHandler) -> None:
        self.forget(connection)
        del self._handlers[handler]

    def forget(self, connection: "WebConnection") -> None:
        """Stop counting the connection. Idempotent."""
        if self._open.discard(connection):
            self._addresses[connection.address] -= 1
            if not self._addresses[connection.address]:
                del self._addresses[connection.address]


class WebConnection(AcceptedConnection):
    """One connection of a browser. Until the head of its first request is complete, it is a pending one of `registry`,
    which closes it when that takes too long."""

    timeout_notice = b"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"

    def __init__(self, id: int, owner: WebConnections, registry: ConnectionRegistry) -> None:
        self.id = id
        self.address = UNKNOWN
        self._owner, self._registry = owner, registry
        self._transport: asyncio.Transport | None = None
        self._handler: web.RequestHandler | None = None
        self._unread: asyncio.TimerHandle | None = None

    def serve(self) -> None:
        """The head of a request is complete."""
        self._registry.joined(self)

    def time_out(self) -> None:
        if self._transport is not None:
            self._transport.write(self.timeout_notice)
            self._transport.close()

    def abort(self) -> None:
        self._owner.forget(self)
        if self._transport is not None:
            self._transport.abort()

    # --- called by the event loop

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self.address = client_address(transport.get_extra_info("peername"))
        self._handler = self._owner.opened(self)
        if self._handler is not None:
            self._handler.connection_made(transport)
        else:
            log.debug("%s has too many connections to the web page", self.address)
            self._transport.abort()

    def data_received(self, data: bytes) -> None:
        if self._handler is not None:
            self._handler.data_received(data)

    def eof_received(self) -> None:
        """The connection is closed: no browser waits for an answer after that."""

    def pause_writing(self) -> None:
        if self._handler is not None:
            self._handler.pause_writing()
        self._unread = asyncio.get_running_loop().call_later(UNREAD_TIMEOUT_S, self.abort)

    def resume_writing(self) -> None:
        self._stop_unread()
        if self._handler is not None:
            self._handler.resume_writing()

    def connection_lost(self, error: Exception | None) -> None:
        self._stop_unread()
        handler, self._handler = self._handler, None
        if handler is not None:
            handler.connection_lost(error)
            self._owner.closed(self, handler)
        self._registry.closed(self)

    def _stop_unread(self) -> None:
        unread, self._unread = self._unread, None
        if unread is not None:
            unread.cancel()
