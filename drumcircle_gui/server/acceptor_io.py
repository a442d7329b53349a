"""Accepts connections. Those that do not belong to a member are limited in number, in time, and in work per address."""

import asyncio
import contextlib
import errno
import logging
import socket
import ssl
from collections import Counter
from collections.abc import Callable
from functools import partial
from typing import Protocol

from drumcircle_gui.server.fairness.client_address import client_address
from drumcircle_gui.server.fairness.pending_connections import PendingConnections
from drumcircle_gui.server.fairness.work import ACCEPT_WORK, HANDSHAKE_WORK
from drumcircle_gui.server.fairness.work_account import AddressAccount
from drumcircle_gui.tasks import AddressTurns, Tasks
from drumcircle_gui.timing.units import SECOND, Micros, local_micros

from .connection_io import CLOSE_TIMEOUT_S
from .connection_owner_io import AcceptedConnection, ConnectionRegistry
from .memory_io import reuse_buffers

log = logging.getLogger(__name__)

MAX_PENDING = 512
"""Maximum number of connections that do not belong to a member: those before their Hello or request, and declined ones
that are still closing."""

HELLO_TIMEOUT_S = 10.0
"""Time limit for the TLS handshake and the Hello, or for the head of an HTTP request."""

_MAX_FILES = 65_536
_RETRY_DELAY_S = 0.1

PAUSE_PER_ADDRESS = Micros(100)
"""Each address that waits for its allowance checks it again after this time multiplied by the number of such addresses,
so that all checks together take a tenth of a processor core at most."""

_PASSES_PER_HANDSHAKE = 3
"""Passes of the event loop between two TLS handshakes: the socket is handed over, its bytes are read, and they are
answered."""

HANDSHAKES_AT_ONCE = 16
"""Number of TLS handshakes under way, which all addresses share; but one of each address may always be. Their last
messages may arrive together, and then take a fifth of a millisecond each in one pass of the event loop."""

SLOW_HANDSHAKE_S = 0.5
"""A handshake that takes longer, on a slow network or because its client stalls, no longer counts among these."""

_OUT_OF_FILES = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM})


class _Handshakes:
    """Limits how many TLS handshakes of each address are under way, and how quickly they begin: each takes a
    millisecond, and many in one pass of the event loop would delay the clock replies of members."""

    def __init__(self) -> None:
        self._under_way: Counter[str] = Counter()
        self._waiting: dict[str, asyncio.Future[None]] = {}
        self._beginning = asyncio.Lock()

    async def begin(self, address: str) -> Callable[[], None]:
        """Wait until the address may begin a handshake; return a function to call at its end. One caller of each
        address may wait."""
        loop = asyncio.get_running_loop()
        while address in self._under_way and self._under_way[address] >= self._share:
            self._waiting[address] = loop.create_future()
            try:
                await self._waiting[address]
            finally:
                del self._waiting[address]
        self._under_way[address] += 1
        end = partial(self._end, [address])
        loop.call_later(SLOW_HANDSHAKE_S, end)
        try:
            async with self._beginning:
                for _ in range(_PASSES_PER_HANDSHAKE):
                    await asyncio.sleep(0)
        except BaseException:
            end()
            raise
        return end

    @property
    def _share(self) -> int:
        """Number of handshakes that each address with handshakes may have under way."""
        return max(1, HANDSHAKES_AT_ONCE // len(self._under_way))

    def _end(self, counted: list[str]) -> None:
        """The handshake has ended or is slow. `counted` holds its address until then."""
        if not counted:
            return
        address = counted.pop()
        self._under_way[address] -= 1
        if not self._under_way[address]:
            del self._under_way[address]
        if (waiting := self._waiting.get(address)) is not None:
            _set_result(waiting)


class AcceptorOwner(Protocol):
    """The owner of accepted connections."""

    def account(self, address: str) -> AddressAccount:
        """The work allowance of an address."""

    def new_connection(self, registry: ConnectionRegistry) -> AcceptedConnection:
        """A protocol object for one more connection."""


class Acceptor:
    """Accepts connections on a listening socket from `start` to `stop_accepting`.

    A connection costs the server little until its first bytes arrive. Then its address pays for the handshake, or waits
    until it can. When there are too many pending connections, `PendingConnections` chooses the one to drop.
    """

    def __init__(self, listening: socket.socket, context: ssl.SSLContext | None, owner: AcceptorOwner) -> None:
        self._listening = listening
        self._context = context
        self._owner = owner
        self._tasks = Tasks()
        self._pending: PendingConnections[AcceptedConnection] = PendingConnections()
        self._deadlines: dict[AcceptedConnection, asyncio.TimerHandle] = {}
        self._admissions: dict[AcceptedConnection, asyncio.Task[bool]] = {}
        self._sockets: dict[AcceptedConnection, socket.socket] = {}
        self._connections: set[AcceptedConnection] = set()
        self._all_closed = asyncio.Event()
        self._paying = AddressTurns()
        self._handshakes = _Handshakes()

    def start(self) -> None:
        raise_file_limit()
        if self._context is not None:
            reuse_buffers()
        self._listening.setblocking(False)
        self._accepting = self._tasks.start(self._accept(), "acceptor")

    async def stop_accepting(self) -> None:
        """Accept no more connections, and drop those that do not belong to a member."""
        self._accepting.cancel()
        await asyncio.wait([self._accepting])
        self._listening.close()
        for connection in list(self._pending):
            self._drop(connection)

    async def wait_closed(self, timeout_s: float) -> None:
        """Wait until all connections are closed; drop those that are still open after `timeout_s` seconds."""
        try:
            async with asyncio.timeout(timeout_s):
                await self._until_closed()
        except TimeoutError:
            for connection in list(self._connections):
                self._drop(connection)
            await self._until_closed()

    # --- called by connections

    def joined(self, connection: AcceptedConnection) -> None:
        if self._pending.discard(connection):
            self.waiting(connection)

    def waiting(self, connection: AcceptedConnection) -> None:
        """The connection sent its Hello in time. It belongs to no member yet, and so counts as pending."""
        if (deadline := self._deadlines.pop(connection, None)) is not None:
            deadline.cancel()

    def closed(self, connection: AcceptedConnection) -> None:
        self.joined(connection)
        self._connections.discard(connection)
        if not self._connections:
            self._all_closed.set()

    # --- inside

    async def _until_closed(self) -> None:
        while self._connections:
            self._all_closed.clear()
            await self._all_closed.wait()

    async def _accept(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            try:
                accepted, peer = await loop.sock_accept(self._listening)
            except OSError as error:
                await self._recover(error)
                continue
            self._add(accepted, client_address(peer))
            await asyncio.sleep(0)  # other work of the event loop comes between two connections

    async def _recover(self, error: OSError) -> None:
        log.warning("A connection could not be accepted: %s", error)
        if error.errno in _OUT_OF_FILES and self._pending:
            self._drop(self._pending.victim())
        await asyncio.sleep(_RETRY_DELAY_S)

    def _add(self, accepted: socket.socket, address: str) -> None:
        loop = asyncio.get_running_loop()
        if len(self._pending) >= MAX_PENDING:
            self._drop(self._pending.victim())
        connection = self._owner.new_connection(self)
        self._connections.add(connection)
        self._sockets[connection] = accepted
        self._pending.add(connection, address)
        self._deadlines[connection] = loop.call_later(HELLO_TIMEOUT_S, self._time_out, connection)
        admission = self._tasks.start(self._admit(accepted, connection, address), f"{connection.id} from {address}")
        self._admissions[connection] = admission
        admission.add_done_callback(lambda admission: self._admitted(admission, accepted, connection))

    async def _admit(self, accepted: socket.socket, connection: AcceptedConnection, address: str) -> bool:
        """Hand the socket over to `connection`; return False if that failed."""
        accepted.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        accepted.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        await _readable(accepted)
        self._pending.mark_speaking(connection)
        async with self._paying.turn(address):
            await self._pay(HANDSHAKE_WORK if self._context else ACCEPT_WORK, address)
            end_handshake = await self._handshakes.begin(address) if self._context else None
        del self._sockets[connection]
        try:
            await asyncio.get_running_loop().connect_accepted_socket(
                lambda: connection,
                accepted,
                ssl=self._context,
                ssl_handshake_timeout=HELLO_TIMEOUT_S if self._context else None,
                ssl_shutdown_timeout=CLOSE_TIMEOUT_S if self._context else None,
            )
        except OSError as error:
            log.debug("connection %d from %s failed: %s", connection.id, address, error)
            return False
        finally:
            if end_handshake is not None:
                end_handshake()
        return True

    async def _pay(self, work: Micros, address: str) -> None:
        """Wait until the allowance of the address suffices. Only one of its connections may wait here, since hundreds
        of checks would load the processor."""
        while wait := self._owner.account(address).spend(work, local_micros()):
            log.debug("a connection from %s waits %d us for the allowance", address, wait)
            await asyncio.sleep(max(wait, len(self._paying) * PAUSE_PER_ADDRESS) / SECOND)

    def _admitted(
        self, admission: "asyncio.Task[bool]", accepted: socket.socket, connection: AcceptedConnection
    ) -> None:
        del self._admissions[connection]
        self._sockets.pop(connection, None)
        if admission.cancelled() or admission.exception() is not None or not admission.result():
            accepted.close()
            self.closed(connection)

    def _time_out(self, connection: AcceptedConnection) -> None:
        if connection not in self._admissions:
            return connection.time_out()
        if self._context is None and connection in self._sockets:
            with contextlib.suppress(OSError):
                self._sockets[connection].send(connection.timeout_notice)
        return self._drop(connection)

    def _drop(self, connection: AcceptedConnection) -> None:
        self.joined(connection)
        if (admission := self._admissions.get(connection)) is not None:
            admission.cancel()
        else:
            connection.abort()


async def _readable(accepted: socket.socket) -> None:
    """Wait until there are bytes to read. Does not wait if the event loop cannot tell (Windows)."""
    loop = asyncio.get_running_loop()
    readable = loop.create_future()
    try:
        loop.add_reader(accepted, _set_result, readable)
    except NotImplementedError:
        return
    try:
        await readable
    finally:
        loop.remove_reader(accepted)


def _set_result(future: "asyncio.Future[None]") -> None:
    if not future.done():
        future.set_result(None)


def raise_file_limit() -> None:
    """Let this process open as many connections as the system allows."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _MAX_FILES if hard == resource.RLIM_INFINITY else min(hard, _MAX_FILES)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        except (ValueError, OSError) as error:
            log.info("The limit of open files stays at %d: %s", soft, error)
