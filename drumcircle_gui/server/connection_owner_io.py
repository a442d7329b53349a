"""Interfaces of a connection to the server: of the connection itself, of its owner, and of the acceptor's registry."""

import asyncio
from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Protocol

from drumcircle_gui.protocol.connection import ProtocolViolation
from drumcircle_gui.protocol.directory import OpenDirectory
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.messages import Hello
from drumcircle_gui.server.fairness.work_account import AddressAccount
from drumcircle_gui.server.room.member_timeouts import AwakeClock
from drumcircle_gui.timing.units import Micros

from .turns_io import Turns

if TYPE_CHECKING:
    from .connection_io import ServerConnection


class ConnectionOwner(Protocol):
    """The room's side of a connection."""

    turns: Turns
    awake: AwakeClock
    began: Micros
    """Local time at circle time 0."""

    def now(self) -> Micros:
        """Circle time."""

    def account(self, address: str) -> AddressAccount:
        """The allowance of an address."""

    def greeted(self, connection: "ServerConnection", hello: Hello) -> None:
        """The Hello has arrived. A hub first moves the connection to the circle that is meant. Then, at once or later,
        `request_join`; or the connection is closed."""

    def admit(self, hello: Hello, account: AddressAccount) -> Micros:
        """Pay for the join that `hello` requests. 0 if it may go on; otherwise the time to wait."""

    def received(self, connection: "ServerConnection", message: Message, at: Micros) -> None:
        """`message` arrived at circle time `at`."""

    def open_directory(self, connection: "ServerConnection", request: OpenDirectory) -> None:
        """The connection's first message requests a hub's directory."""

    def disconnected(self, connection: "ServerConnection") -> None:
        """The connection is over. Called once, and only if a message was received on it."""

    def violated(self, connection: "ServerConnection", violation: ProtocolViolation) -> None:
        """The peer broke the protocol. The connection is being closed."""

    def max_unread(self) -> int:
        """Bytes that may wait for a client that does not keep up."""


class AcceptedConnection(asyncio.Protocol):
    """An accepted connection, which reports its progress to its registry."""

    id: int
    timeout_notice: ClassVar[bytes] = b""
    """The last bytes for a client without TLS that has sent nothing in time."""

    @abstractmethod
    def time_out(self) -> None:
        """Close the connection, which has been pending for too long."""

    @abstractmethod
    def abort(self) -> None:
        """Close at once, without a reason."""


class ConnectionRegistry(Protocol):
    """The acceptor's side of a connection."""

    def joined(self, connection: AcceptedConnection) -> None:
        """The connection belongs to a member, or is served, from now on."""

    def waiting(self, connection: AcceptedConnection) -> None:
        """The connection waits for a conductor's answer."""

    def closed(self, connection: AcceptedConnection) -> None:
        """The socket is closed."""
