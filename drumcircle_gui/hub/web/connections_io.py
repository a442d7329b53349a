"""HTTP connections, limited in number, in the time for a request's head, and in the time a client may leave data
unread.

The circles' acceptor accepts these connections too. A TLS handshake counts against the same allowance of its address as
a player's, and handshakes are paced, so that many browsers do not delay clock exchanges.
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
"""Maximum number of connections that have begun to send: from all addresses, and from one."""

IDLE_TIMEOUT_S = 10
"""Time limit for the head of the next request on a connection that stays open."""

UNREAD_TIMEOUT_S = 20.0
"""A connection is closed if its client reads none of the waiting data for this long."""


class WebConnections:
    """Passes connections from an Acceptor to `server`, which answers their requests."""

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
        """A context in which a request is answered; its connection is dropped last."""
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
        in all, the oldest idle connection of the address with the most connections is dropped."""
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
    """One connection of a browser. Until the head of its first request is complete, it counts as pending in `registry`,
    which closes it if that takes too long."""

    timeout_notice = b"HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"

    def __init__(self, id: int, owner: WebConnections, registry: ConnectionRegistry) -> None:
        self.id = id
        self.address = UNKNOWN
        self._owner, self._registry = owner, registry
        self._transport: asyncio.Transport | None = None
        self._handler: web.RequestHandler | None = None
        self._unread: asyncio.TimerHandle | None = None

    def serve(self) -> None:
        """The head of the first request is complete: pass the data to the server."""
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
        """Close the connection: no browser waits for an answer after it has ended its side."""

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
