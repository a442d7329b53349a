"""A hub: hosts circles and lists them, from `start` to `close`."""

import asyncio
import contextlib
import logging
import socket
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.event_log_io import EventLog, NoEventLog
from drumcircle_gui.own_address_io import reachable_host
from drumcircle_gui.protocol.directory import OpenDirectory
from drumcircle_gui.protocol.entry_messages import ENTRY_POLICIES, POLICIES_WITHOUT_ACCOUNTS
from drumcircle_gui.server.acceptor_io import Acceptor
from drumcircle_gui.server.address_io import listening_socket
from drumcircle_gui.server.connection_io import CLOSE_TIMEOUT_S, ServerConnection
from drumcircle_gui.server.identity_io import load_identity
from drumcircle_gui.server.memory_io import trim_memory
from drumcircle_gui.server.recovery_thread_io import RecoveryThread
from drumcircle_gui.server.room.tick_rate import LONGEST_TICK, MIN_TICK
from drumcircle_gui.server.server_io import cannot_listen
from drumcircle_gui.server.workload_io import RoomHost, Workload
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.units import SECOND, Micros, local_micros, wall_micros

from .accounts.account import AccountsUnusable
from .circle_folders_io import CircleFolders
from .circles_io import HostedCircles
from .data_lock_io import DataLock
from .directory_session_io import DirectoryDesk, DirectorySession
from .hub_status_io import HubStatus
from .hub_tally import HubTally
from .limits import HubLimits
from .listings import Listings
from .reception_io import Reception
from .web.status import HubFigures

if TYPE_CHECKING:
    from .accounts.accounts_io import Accounts
    from .web.web_io import WebServer

log = logging.getLogger(__name__)

CHECK_INTERVAL_S = 1.0

ACCOUNTS_INTERVAL_S = 5.0
"""Time between two checks for accounts that were disabled from the command line."""

TRIM_INTERVAL = Micros(10 * SECOND)
"""Time between two returns of freed memory to the system."""

TICK_PER_MEMBER = Micros(300)
"""The ticks of all circles are lengthened by this for each member on the hub, because one processor core serves them
all: a message to and from a member at each tick then takes half of a slow core, however many members there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HubConfig:
    """The configuration of a hub. `bind` "": all addresses. `port` 0: any free port.

    `public_host` is put into invites instead of the address that a client has connected to. `take_over`: end a hub that
    runs in the same `data_dir`, and continue its circles. `web_port`: the port for HTTP, or for HTTPS with a
    `certificate`; None: no web pages. `registered`: only accounts create circles.
    """

    data_dir: Path
    name: str = "Drum Circle hub"
    bind: str = ""
    port: int = 0
    public_host: str = ""
    tls: bool = True
    recording: bool = True
    limits: HubLimits = field(default_factory=HubLimits)
    take_over: bool = False
    web_port: int | None = None
    certificate: Path | None = None
    private_key: Path | None = None
    registered: bool = False


class Hub:
    """Runs from `start` to `close`. A hub that is started in the same data directory later restores its circles.

    `port`, `pin` and `web_port` are set by `start`; `pin` is None without TLS. `report` gets a line each second.
    """

    port: int
    pin: str | None
    web_port: int | None = None
    first_code = ""
    """The code with which the first administrator registers; "" without accounts, and once there is one."""

    def __init__(self, config: HubConfig, report: EventLog | None = None) -> None:
        self._config = config
        self._report = report or NoEventLog()
        self.listings = Listings()
        self._workload = Workload()
        self._lock = DataLock(config.data_dir)
        self._tasks = Tasks()
        self._acceptor: Acceptor | None = None
        self._web: WebServer | None = None
        self._accounts: Accounts | None = None
        self._tally = HubTally()
        self._next_trim = Micros(0)

    @property
    def host(self) -> str:
        """The address at which others reach the hub: the configured one, or else the best guess."""
        return self._config.public_host or reachable_host(self._config.bind)

    async def start(self) -> None:
        """Start the hub. DrumCircleError if the address or the data directory cannot be used."""
        config = self._config
        identity = load_identity(config.data_dir)
        context = identity.tls_context() if config.tls else None
        self.pin = identity.pin if config.tls else None
        listening = self._listen()
        try:
            await self._acquire_lock()
            await self._open_accounts()
        except DrumCircleError:
            listening.close()
            self._lock.release()
            raise
        self.port = listening.getsockname()[1]
        self._recovery = RecoveryThread()
        self.circles = HostedCircles(
            CircleFolders(config.data_dir),
            self.listings,
            RoomHost(workload=self._workload, open_log=self._recovery.open, idles=True, tally=self._tally.ticks),
            config.limits,
            recording=config.recording,
            policies=ENTRY_POLICIES if self._accounts is not None else POLICIES_WITHOUT_ACCOUNTS,
        )
        if self._accounts is not None:
            self._accounts.on_disabled = self.circles.remove_account
            self._tasks.start(self._follow(self._accounts), "changes of accounts")
        await self.circles.restore()
        where = config.public_host, self._public_port
        self._desk = DirectoryDesk(config.name, self.circles, self.listings, *where, self._accounts)
        self.reception = Reception(self.circles, self._workload, self._open_session, self._tasks, self._accounts)
        self._acceptor = Acceptor(listening, context, self.reception)
        self._acceptor.start()
        self._tasks.start(self._check(), "hub check")
        await self._start_web()
        log.info("The hub serves %d circles on port %d", len(self.circles), self.port)

    async def close(self) -> None:
        """Drop all connections, and keep the circles for the next start. Idempotent."""
        if self._acceptor is None:
            return
        acceptor, self._acceptor = self._acceptor, None
        await acceptor.stop_accepting()
        if self._web is not None:
            await self._web.close()
        await self._tasks.close()
        self.reception.close()
        await self.circles.suspend()
        await acceptor.wait_closed(CLOSE_TIMEOUT_S)
        if self._accounts is not None:
            await self._accounts.close()
        await asyncio.to_thread(self._recovery.close)
        self._lock.release()
        log.info("The hub has ended; its circles are kept")

    async def _start_web(self) -> None:
        config = self._config
        if config.web_port is None:
            return
        from .web.web_io import WebServer  # a hub without a page needs no aiohttp

        source = HubStatus(self, config.name, CircleFolders(config.data_dir))
        web = WebServer(source, config.bind, config.web_port, self._workload, config.certificate, config.private_key)
        try:
            await web.start()
        except DrumCircleError:
            await self.close()
            raise
        self._web, self.web_port = web, web.port

    @property
    def _public_port(self) -> int:
        return self.port if self._config.public_host else 0

    def _listen(self) -> socket.socket:
        bind, port = self._config.bind, self._config.port
        try:
            if not self._config.take_over:
                listening_socket(bind, port).close()  # fails if another program listens there
            return listening_socket(bind, port, shared=True)
        except OSError as error:
            raise cannot_listen(bind, port, error) from error

    async def _acquire_lock(self) -> None:
        if self._config.take_over:
            await self._lock.take_over()
        elif not self._lock.acquire():
            raise DrumCircleError(
                f"A hub runs in {self._config.data_dir} already.", "Use --take-over to replace it, or end it first."
            )

    async def _open_accounts(self) -> None:
        if self._config.registered:
            from .accounts.accounts_io import Accounts  # a hub without accounts needs no argon2

            accounts = Accounts(self._config.data_dir, wall_micros)
            self.first_code = await accounts.open()
            self._accounts = accounts

    async def _follow(self, accounts: "Accounts") -> None:
        """Apply changes of accounts that the command line has made."""
        while True:
            await asyncio.sleep(ACCOUNTS_INTERVAL_S)
            with contextlib.suppress(AccountsUnusable):  # the log has it
                await accounts.notice_changes()

    def _open_session(self, connection: ServerConnection, request: OpenDirectory) -> DirectorySession:
        return DirectorySession(connection, self._desk, request, self._tasks)

    async def _check(self) -> None:
        while True:
            now = local_micros()
            self.reception.check(now)
            self.listings.expire(now)
            self.circles.check(now)
            self._spread_load()
            self._count(now)
            await asyncio.sleep(CHECK_INTERVAL_S)

    @property
    def members(self) -> int:
        """The number of connected members of all circles."""
        return sum(circle.runner.connected_members for circle in self.circles)

    @property
    def figures(self) -> HubFigures:
        return self._tally.figures(len(self.circles), self.members, len(self.listings), len(self.reception))

    def _count(self, now: Micros) -> None:
        self._report.write("second", **self._tally.take(self.members), circles=len(self.circles))
        if now >= self._next_trim:
            self._next_trim = Micros(now + TRIM_INTERVAL)
            asyncio.get_running_loop().run_in_executor(None, trim_memory)

    def _spread_load(self) -> None:
        members = self.members
        floor = Micros(min(max(members * TICK_PER_MEMBER, MIN_TICK), LONGEST_TICK))
        for circle in self.circles:
            circle.runner.room.set_tick_floor(floor)
