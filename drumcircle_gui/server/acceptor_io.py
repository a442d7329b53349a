"""Where connections come in. Those that belong to no member are few and short-lived, whoever opens how many."""

import asyncio
import errno
import logging
import socket
import ssl
from collections.abc import Callable

from drumcircle_gui.protocol.messages import Closing
from drumcircle_gui.tasks import Tasks

from .connection_io import CLOSE_TIMEOUT_S, Doorkeeper, ServerConnection

log = logging.getLogger(__name__)

MAX_PENDING = 512
HELLO_TIMEOUT_S = 10.0

_MOST_FILES = 65_536
_RETRY_DELAY_S = 0.1
_SHORT_OF_FILES = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM})
_NO_HELLO = Closing("silent", f"No hello came within {HELLO_TIMEOUT_S:.0f} s.")


class Acceptor:
    """Accepts connections on a listening socket from `open` to `shut`. Of those that belong to no member, be it that
    they are still at their TLS handshake, or that they were refused, the oldest is dropped when there are too many."""

    def __init__(
        self,
        listening: socket.socket,
        context: ssl.SSLContext | None,
        new_connection: Callable[[Doorkeeper], ServerConnection],
    ) -> None:
        self._listening = listening
        self._context = context
        self._new_link = new_connection
        self._pending: dict[ServerConnection, asyncio.TimerHandle] = {}
        self._admissions: dict[ServerConnection, asyncio.Task[None]] = {}
        self._links: set[ServerConnection] = set()
        self._all_gone = asyncio.Event()
        self._tasks = Tasks()

    def open(self) -> None:
        raise_file_limit()
        self._listening.setblocking(False)
        self._tasks.start(self._accept(), "acceptor")

    async def shut(self) -> None:
        """Let nobody in any more; those who are no members are dropped."""
        await self._tasks.close()
        self._listening.close()
        for link in list(self._pending):
            self._drop(link)

    async def empty(self, within: float) -> None:
        """Wait until all are gone; who is not so `within` seconds is dropped."""
        try:
            await asyncio.wait_for(self._until_empty(), within)
        except TimeoutError:
            for link in list(self._links):
                self._drop(link)
            await self._until_empty()

    # --- told by links

    def welcomed(self, link: ServerConnection) -> None:
        if (deadline := self._pending.pop(link, None)) is not None:
            deadline.cancel()

    def gone(self, link: ServerConnection) -> None:
        self.welcomed(link)
        self._links.discard(link)
        if not self._links:
            self._all_gone.set()

    # --- inside

    async def _until_empty(self) -> None:
        while self._links:
            self._all_gone.clear()
            await self._all_gone.wait()

    async def _accept(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            try:
                connection, _ = await loop.sock_accept(self._listening)
            except OSError as error:
                await self._endure(error)
                continue
            self._receive(connection)
            await asyncio.sleep(0)  # a flood of connections must not keep the loop from everything else

    async def _endure(self, error: OSError) -> None:
        log.warning("a connection could not be accepted: %s", error)
        if error.errno in _SHORT_OF_FILES and self._pending:
            self._drop(next(iter(self._pending)))
        await asyncio.sleep(_RETRY_DELAY_S)

    def _receive(self, connection: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        if len(self._pending) >= MAX_PENDING:
            self._drop(next(iter(self._pending)))
        link = self._new_link(self)
        self._links.add(link)
        self._pending[link] = loop.call_later(HELLO_TIMEOUT_S, self._out_of_time, link)
        self._admissions[link] = loop.create_task(self._admit(connection, link))
        self._admissions[link].add_done_callback(lambda admission: self._admitted(admission, connection, link))

    async def _admit(self, connection: socket.socket, link: ServerConnection) -> None:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        await asyncio.get_running_loop().connect_accepted_socket(
            lambda: link,
            connection,
            ssl=self._context,
            ssl_handshake_timeout=HELLO_TIMEOUT_S if self._context else None,
            ssl_shutdown_timeout=CLOSE_TIMEOUT_S if self._context else None,
        )

    def _admitted(self, admission: "asyncio.Task[None]", connection: socket.socket, link: ServerConnection) -> None:
        del self._admissions[link]
        error = None if admission.cancelled() else admission.exception()
        if admission.cancelled() or error is not None:
            connection.close()
            self.gone(link)
        if error is not None and not isinstance(error, OSError):
            raise error

    def _out_of_time(self, link: ServerConnection) -> None:
        if link in self._admissions:
            self._drop(link)
        else:
            link.close(_NO_HELLO)

    def _drop(self, link: ServerConnection) -> None:
        self.welcomed(link)
        if (admission := self._admissions.get(link)) is not None:
            admission.cancel()
        else:
            link.abort()


def raise_file_limit() -> None:
    """Let this process open as many connections as the system allows it to."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, _MOST_FILES)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        except (ValueError, OSError) as error:
            log.info("the limit of open files stays at %d: %s", soft, error)
