"""Receives a hub's connections: moves each to the circle that its Hello names, or serves it the directory."""

import logging
from collections import Counter
from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING

from drumcircle_gui.protocol.connection import ProtocolViolation
from drumcircle_gui.protocol.directory import OpenDirectory
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.messages import Closing, Hello
from drumcircle_gui.server.connection_io import ServerConnection
from drumcircle_gui.server.connection_owner_io import ConnectionRegistry
from drumcircle_gui.server.entry.access import WRONG_KEY, other_version
from drumcircle_gui.server.fairness.key_brake import KeyBrake
from drumcircle_gui.server.fairness.work_account import AddressAccount
from drumcircle_gui.server.log_summary import LogSummary
from drumcircle_gui.server.room.events import ConnectionId
from drumcircle_gui.server.room.member_timeouts import AwakeClock
from drumcircle_gui.server.unresponsive_io import close_unresponsive
from drumcircle_gui.server.workload_io import Workload
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.units import Micros, local_micros

from .accounts.account import AccountsUnusable
from .circles_io import HostedCircles
from .directory_session_io import DirectorySession
from .hosted_io import HostedCircle

if TYPE_CHECKING:
    from .accounts.accounts_io import Accounts

log = logging.getLogger(__name__)

MAX_DIRECTORY_CONNECTIONS = 4096
MAX_DIRECTORY_CONNECTIONS_BY_ADDRESS = 1024
"""Maximum number of connections to the directory: from all addresses, and from one."""

MAX_UNREAD = 256 * 1024
"""Maximum number of unsent bytes of one client of the directory."""

_NO_CIRCLE = Closing("no-circle", "This circle has ended. Ask its conductor for a new invite.", again=False)
_FULL = Closing("full", "Very many programs ask this hub for circles: try again in a while.", again=True)

Opened = Callable[[ServerConnection, OpenDirectory], DirectorySession]


class Reception:
    """Owns the connections that have joined no circle. `open_session` opens a directory session. Without `accounts`,
    the hub has none."""

    def __init__(
        self,
        circles: HostedCircles,
        workload: Workload,
        open_session: Opened,
        tasks: Tasks,
        accounts: "Accounts | None" = None,
    ) -> None:
        self.turns = workload.turns
        self.awake = AwakeClock()
        self.began = Micros(0)
        self._account = workload.account
        self._circles, self._open_session = circles, open_session
        self._tasks, self._accounts = tasks, accounts
        self._ids = count(1)
        self._sessions: dict[ServerConnection, DirectorySession] = {}
        self._addresses: Counter[str] = Counter()
        self._brake = KeyBrake()
        self._log_summary = LogSummary()

    def __len__(self) -> int:
        """The number of connections to the directory."""
        return len(self._sessions)

    def new_connection(self, registry: ConnectionRegistry) -> ServerConnection:
        return ServerConnection(ConnectionId(next(self._ids)), self, registry)

    def check(self, now: Micros) -> None:
        """Close connections to the directory that are silent; call this once a second."""
        self.awake.tick(now)
        close_unresponsive(self._sessions, self.awake.time, self._log)
        for line in self._log_summary.due(now):
            log.info("%s", line)

    def close(self) -> None:
        for connection in list(self._sessions):
            connection.abort()

    # --- called by connections

    def now(self) -> Micros:
        """The hub's clock, which is the local one."""
        return local_micros()

    def account(self, address: str) -> AddressAccount:
        return self._account(address)

    def greeted(self, connection: ServerConnection, hello: Hello) -> None:
        if (declined := other_version(hello.version)) is not None:
            connection.close(declined)
        elif (circle := self._circles.find(hello)) is not None:
            self._enter(connection, circle, hello)
        elif not self._brake.wrong_key(connection.address, self.now()):
            connection.abort()
        else:
            connection.close(_NO_CIRCLE if hello.circle else WRONG_KEY)

    def _enter(self, connection: ServerConnection, circle: HostedCircle, hello: Hello) -> None:
        """Move the connection to its circle. Its account is looked up before, unless the member resumes."""
        shows = self._accounts is not None and hello.account != ""
        resumes = circle.runner.room.may_resume(hello.token)
        if resumes or not shows:
            circle.runner.adopt(connection)
            connection.request_join(hello)
        if shows:
            know = self._know_account if resumes else self._enter_with_account
            self._tasks.start(know(connection, circle, hello), "account of a member")

    async def _enter_with_account(self, connection: ServerConnection, circle: HostedCircle, hello: Hello) -> None:
        name = await self._account_name(hello.account)
        if self._circles.get(circle.record.id) is not circle:
            connection.close(_NO_CIRCLE)
        elif connection.open:
            circle.runner.adopt(connection)
            connection.request_join(hello, name)

    async def _know_account(self, connection: ServerConnection, circle: HostedCircle, hello: Hello) -> None:
        """Look up the account of a member that has resumed already, because bans refer to accounts."""
        if name := await self._account_name(hello.account):
            circle.runner.room.know_account(connection.id, name)

    async def _account_name(self, token: str) -> str | None:
        """The name of the account that has `token`; None as in `JoinRequested`."""
        assert self._accounts is not None
        try:
            account = await self._accounts.of_token(token)
        except AccountsUnusable:
            return None
        return account.name if account is not None else ""

    def open_directory(self, connection: ServerConnection, request: OpenDirectory) -> None:
        if (declined := other_version(request.version)) is not None:
            connection.close(declined)
        elif self._is_full(connection.address):
            connection.close(_FULL)
        else:
            self._addresses[connection.address] += 1
            connection.stay()
            self._sessions[connection] = self._open_session(connection, request)

    def admit(self, hello: Hello, account: AddressAccount) -> Micros:
        """Not called: the circle that a connection was moved to admits its Hello."""
        return Micros(0)

    def received(self, connection: ServerConnection, message: Message, at: Micros) -> None:
        if (session := self._sessions.get(connection)) is not None:
            session.receive(message)

    def disconnected(self, connection: ServerConnection) -> None:
        if (session := self._sessions.pop(connection, None)) is not None:
            session.close()
            self._addresses[connection.address] -= 1
            if not self._addresses[connection.address]:
                del self._addresses[connection.address]

    def violated(self, connection: ServerConnection, violation: ProtocolViolation) -> None:
        self._log("Protocol violations", f"{connection} broke the protocol: {violation.code}: {violation.text}")

    def max_unread(self) -> int:
        return MAX_UNREAD

    def _log(self, kind: str, line: str) -> None:
        self._log_summary.write(log, kind, line, self.now())

    def _is_full(self, address: str) -> bool:
        return (
            len(self._sessions) >= MAX_DIRECTORY_CONNECTIONS
            or self._addresses[address] >= MAX_DIRECTORY_CONNECTIONS_BY_ADDRESS
        )
