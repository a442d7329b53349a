"""One connection to the server: bytes to messages, the clock's questions answered, bounds kept."""

import asyncio
import logging
from typing import Protocol, cast

from drumcircle_gui.protocol.connection import Connection, ConnectionState, ProtocolViolation, Side
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.message_codec import encode
from drumcircle_gui.protocol.messages import ClockReply, ClockRequest, Closing, Welcome
from drumcircle_gui.server.room.events import ConnectionId
from drumcircle_gui.timing.units import Micros

log = logging.getLogger(__name__)

_PAUSE_AT = 256 * 1024

# How long a connection that is closed may take to read its last words.
CLOSE_TIMEOUT_S = 2.0

_LONGEST_REASON = 200


class ConnectionOwner(Protocol):
    """What a connection belongs to."""

    def now(self) -> Micros:
        """Circle time."""

    def heard(self, link: "ServerConnection", message: Message, at: Micros) -> None:
        """`message` came in at circle time `at`."""

    def lost(self, link: "ServerConnection") -> None:
        """The connection is over. Said once, and only of one that was heard."""

    def max_unread(self) -> int:
        """How many bytes may wait for a client that does not keep up."""


class Doorkeeper(Protocol):
    """Who let a connection in."""

    def welcomed(self, link: "ServerConnection") -> None:
        """It belongs to a member now."""

    def gone(self, link: "ServerConnection") -> None:
        """Its socket is closed."""


class ServerConnection(asyncio.Protocol):
    """One connection, for `host`, let in by `doorkeeper`."""

    _transport: asyncio.Transport

    def __init__(self, id: ConnectionId, host: ConnectionOwner, doorkeeper: Doorkeeper) -> None:
        self.id = id
        self.heard_at = host.now()
        self._host = host
        self._doorkeeper = doorkeeper
        self._connection = Connection(Side.SERVER)
        self._greeted = False
        self._paused = False
        self._replayed = 0

    @property
    def open(self) -> bool:
        """Whether anything may still be sent."""
        return self._connection.state is not ConnectionState.CLOSED

    # --- called by the loop

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self._transport.set_write_buffer_limits(high=_PAUSE_AT)

    def data_received(self, data: bytes) -> None:
        at = self.heard_at = self._host.now()
        if not self.open:
            return None
        for message in self._connection.receive(data):
            if type(message) is ClockRequest:
                self._answer(message, at)
            if isinstance(message, ProtocolViolation):
                return self._violated(message)
            self._greeted = True
            self._host.heard(self, message, at)
        if not self.open:
            self._end()
        return None

    def pause_writing(self) -> None:
        self._paused = True

    def resume_writing(self) -> None:
        self._paused = False
        self._replayed = 0

    def connection_lost(self, error: Exception | None) -> None:
        self._forget()
        self._doorkeeper.gone(self)

    # --- called by the host

    def send(self, message: Message) -> None:
        """Nothing if the connection is over."""
        if self.open:
            self.write(self._connection.send(message))
            if isinstance(message, Welcome):
                self._doorkeeper.welcomed(self)

    def write(self, frames: bytes) -> None:
        """Whole frames, encoded already. A peer that leaves too much of them unread is dropped."""
        if self._paused and self._unread() > self._host.max_unread():
            log.warning("%s does not keep up: dropped with %d bytes unread", self, self._unread())
            return self.abort()
        return self._transport.write(frames)

    def replay(self, frames: bytes) -> None:
        """As `write`, but however much it is, it is not held against the peer."""
        self._replayed += len(frames)
        self.write(frames)

    def close(self, closing: Closing) -> None:
        """Say why and end, at the latest when LINGER has passed."""
        if self.open:
            log.info("%s is closed: %s", self, closing.text)
            self._connection.close()
            self._transport.write(encode(closing))
            self._end()

    def abort(self) -> None:
        """End at once."""
        self._connection.close()
        self._forget()
        self._transport.abort()

    def __str__(self) -> str:
        return f"connection {self.id} from {self._transport.get_extra_info('peername')}"

    # --- inside

    def _unread(self) -> int:
        return self._transport.get_write_buffer_size() - self._replayed

    def _answer(self, request: ClockRequest, received: Micros) -> None:
        self.send(ClockReply(request.id, request.sent, received, self._host.now()))

    def _violated(self, violation: ProtocolViolation) -> None:
        log.info("%s broke the protocol: %s: %s", self, violation.code, violation.text)
        self._transport.write(encode(Closing(violation.code, violation.text[:_LONGEST_REASON], again=False)))
        self._end()

    def _end(self) -> None:
        self._forget()
        if self._transport.is_closing():
            return
        self._transport.close()
        asyncio.get_running_loop().call_later(CLOSE_TIMEOUT_S, self._transport.abort)

    def _forget(self) -> None:
        if self._greeted:
            self._greeted = False
            self._host.lost(self)
