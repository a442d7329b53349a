"""One connection to the server: handles messages in turns, within its allowance."""

import asyncio
import logging
from collections import deque
from typing import Any, cast

from drumcircle_gui.protocol.connection import Connection, ConnectionState, ProtocolViolation, Side
from drumcircle_gui.protocol.directory import OpenDirectory
from drumcircle_gui.protocol.entry_messages import Waiting
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.message_codec import encode
from drumcircle_gui.protocol.messages import ClockReply, ClockRequest, Closing, Hello, Welcome
from drumcircle_gui.server.fairness.client_address import UNKNOWN, client_address, peer_host
from drumcircle_gui.server.fairness.work import message_work
from drumcircle_gui.server.fairness.work_account import ConnectionAccount
from drumcircle_gui.server.room.events import ConnectionId
from drumcircle_gui.timing.units import SECOND, Micros, local_micros

from .connection_output_io import ConnectionOutput
from .connection_owner_io import ConnectionOwner, ConnectionRegistry

log = logging.getLogger(__name__)

CLOSE_TIMEOUT_S = 2.0
"""How long a connection that is closed may take to read its last message."""

TURN_WORK = Micros(200)
"""Work after which a connection's turn ends."""

READ_AHEAD = 4096
"""Reading is paused when a chunk has more bytes than this, until it is handled. Reading a flood further ahead, and
decrypting it, would delay others."""

MAX_ENCRYPTED = 64 * 1024
"""Bytes that wait to be decrypted while reading is paused; they are decrypted at once when it goes on. More than two
records of TLS, because nothing is decrypted before its record is complete."""

_LAST_TURNS = 8
"""Turns for what has arrived before the peer closed the connection, such as a Goodbye."""

_MAX_REASON = 200

_CLOSED = ConnectionState.CLOSED
_NO_HELLO = Closing("silent", "No hello came in time.")


class ServerConnection(ConnectionOutput):
    """One connection of `owner`, accepted by `registry`. `active_at`: when it last sent anything, by the AwakeClock.
    `address` tells clients apart (see `client_address`), `host` is the peer's own. `account_name`: see `JoinRequested`.

    What arrives waits in `_inbox`, with the local time at which it did, until it is this connection's turn. Reading is
    paused while anything waits for longer.
    """

    id: ConnectionId
    timeout_notice = encode(_NO_HELLO)

    def __init__(self, id: ConnectionId, owner: ConnectionOwner, registry: ConnectionRegistry) -> None:
        super().__init__(owner)
        self.id = id
        self.address = self.host = UNKNOWN
        self.account_name: str | None = ""
        self.active_at = owner.awake.time
        self._registry = registry
        self._connection = Connection(Side.SERVER)
        self._inbox: deque[tuple[bytes, Micros]] = deque()
        self._frame_at = Micros(0)
        self._unpaid: bytes | None = None
        self._put_off = False
        self._verbose = log.isEnabledFor(logging.DEBUG)
        self._hello: Hello | None = None
        self._account: ConnectionAccount | None = None
        self._waiting: asyncio.TimerHandle | None = None
        self._reading = True
        self._known_to_owner = False

    @property
    def open(self) -> bool:
        """Whether anything may still be sent."""
        return self._connection.state is not _CLOSED

    # --- called by the event loop

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        peername = transport.get_extra_info("peername")
        self.address, self.host = client_address(peername), peer_host(peername)
        if transport.get_extra_info("sslcontext") is not None:
            cast(Any, transport).set_read_buffer_limits(MAX_ENCRYPTED, MAX_ENCRYPTED // 2)
        log.debug("%s is open", self)

    def data_received(self, data: bytes) -> None:
        now = local_micros()
        self.active_at = self._owner.awake.time
        if self._connection.state is _CLOSED:
            return
        if self._inbox or self._waiting is not None or len(data) > READ_AHEAD:
            self._pause_reading()
        self._inbox.append((data, now))
        turns = self._owner.turns
        if self._waiting is None and turns.may_go_first(self, now) and self._handle_frames(now):
            turns.enter(self)

    def connection_lost(self, error: Exception | None) -> None:
        log.debug("%s is closed: %s", self, error or "no error")
        for _ in range(_LAST_TURNS):
            if self.open and self._waiting is None:
                self._handle_frames(local_micros())
        self._connection.close()
        self._release()
        self._registry.closed(self)

    # --- called by Turns

    def take_turn(self, now: Micros) -> bool:
        """Handle frames until TURN_WORK is done or the allowance is spent; write one piece of what waited before."""
        waited = bool(self._output)
        more = self._waiting is None and self._handle_frames(now)
        return self._write_piece() or more if waited and self._output else more or bool(self._output)

    def is_light(self, now: Micros) -> bool:
        return self._account is not None and self._account.is_light(now)

    # --- called by the owner

    def move_to(self, owner: ConnectionOwner, id: ConnectionId) -> None:
        """Give the connection to `owner`, which counts time from another moment. Its only message so far is a Hello."""
        self._owner, self.id = owner, id
        self.active_at = self._drained_at = owner.awake.time

    def request_join(self, hello: Hello, account: str | None = "") -> None:
        """Have the owner's room decide on the Hello, once it is paid for. `account` as in `JoinRequested`. No effect
        if the connection is over."""
        if self.open:
            self._hello, self.account_name = hello, account
            self._pause_reading()
            self._owner.turns.enter(self)

    def stay(self) -> None:
        """The connection belongs to no member and stays open all the same; its allowance begins."""
        self._known_to_owner = True
        self._join()

    def send(self, message: Message) -> None:
        """Send one message. No effect if the connection is over."""
        if self.open:
            self.write(self._connection.send(message))
            if isinstance(message, Welcome):
                self._join()
            elif isinstance(message, Waiting):
                self._keep_waiting()

    def close(self, closing: Closing) -> None:
        """Send the reason, then close: at once if the peer does not read, at the latest after CLOSE_TIMEOUT_S."""
        if not self.open:
            return
        log.debug("%s is being closed: %s: %s", self, closing.code, closing.text)
        self._finish(closing)

    def time_out(self) -> None:
        self.close(_NO_HELLO)

    def abort(self) -> None:
        self._connection.close()
        self._release()
        self._transport.abort()

    def __str__(self) -> str:
        return f"connection {self.id} from {self.address}"

    # --- input

    def _handle_frames(self, now: Micros) -> bool:
        """True if there is more to handle and the allowance is not spent at local time `now`."""
        done, connection, inbox = 0, self._connection, self._inbox
        frames = connection.frames
        while done < TURN_WORK and connection.state is not _CLOSED:
            if self._hello is not None:
                return self._pay_join(self._hello)
            body = self._unpaid
            if body is None and (inbox or frames.pending):
                body = self._next_body()
            if body is None:
                if not self._reading:
                    self._resume_reading()
                return False
            work, account = message_work(body), self._account
            if work > TURN_WORK and not self._put_off:  # it delays others: not in a turn that comes before theirs
                self._unpaid, self._put_off = body, True
                return True
            if account is not None and not account.spend_own(work, now) and (wait := account.spend(work, now)):
                self._unpaid = body
                self._wait(wait)
                return False
            self._unpaid, self._put_off = None, False
            self._handle(body)
            done += work
        return connection.state is not _CLOSED

    def _next_body(self) -> bytes | None:
        """The next frame; None if it is not complete yet, or breaks the protocol."""
        connection, inbox = self._connection, self._inbox
        body = connection.next_body() if connection.frames.pending else None
        while body is None and inbox:
            data, self._frame_at = inbox.popleft()
            body = connection.first_body(data)
        if type(body) is ProtocolViolation:
            self._violated(body)
            return None
        return body

    def _handle(self, body: bytes) -> None:
        message = self._connection.decode(body)
        # `type` instead of `isinstance`, which costs several times as much for these types.
        if type(message) is ProtocolViolation:
            self._violated(message)
        elif type(message) is Hello:
            self._owner.greeted(self, message)
        elif type(message) is OpenDirectory:
            self._owner.open_directory(self, message)
        elif message is not None:
            if type(message) is ClockRequest:
                self._answer(message)
            elif self._verbose:
                log.debug("%s sent %s", self, type(message).__name__)
            owner = self._owner
            owner.received(self, message, Micros(self._frame_at - owner.began))
            if self._connection.state is _CLOSED:  # after a Goodbye
                self._end()

    def _answer(self, request: ClockRequest) -> None:
        self.send(ClockReply(request.id, request.sent, self._arrived(), self._owner.now()))

    def _arrived(self) -> Micros:
        """The circle time at which the last bytes of the frame arrived."""
        return Micros(self._frame_at - self._owner.began)

    def _pay_join(self, hello: Hello) -> bool:
        wait = self._owner.admit(hello, self._owner.account(self.address))
        if wait:
            self._wait(wait)
            return False
        self._hello = None
        self._known_to_owner = True
        self._owner.received(self, hello, self._arrived())
        return self.open

    def _join(self) -> None:
        """The member's allowance begins."""
        self._account = self._owner.account(self.address).open_connection(local_micros())
        self._registry.joined(self)

    def _keep_waiting(self) -> None:
        """The peer, which may send nothing now, waits for a conductor. Read, to notice if it closes the connection."""
        self.active_at = self._owner.awake.time
        self._registry.waiting(self)
        self._resume_reading()

    def _wait(self, time: Micros) -> None:
        """Stop for `time`, until the allowance has grown, then continue."""
        log.debug("%s has spent its allowance: %d us", self, time)
        self._waiting = asyncio.get_running_loop().call_later(time / SECOND, self._go_on)

    def _go_on(self) -> None:
        self._waiting = None
        self.active_at = self._owner.awake.time
        self._owner.turns.enter(self)

    def _pause_reading(self) -> None:
        if self._reading and not self._transport.is_closing():
            self._reading = False
            self._transport.pause_reading()

    def _resume_reading(self) -> bool:
        """False: there is nothing to handle until more is read."""
        if not self._reading and not self._transport.is_closing():
            self._reading = True
            self._transport.resume_reading()
        return False

    # --- the end

    def _violated(self, violation: ProtocolViolation) -> None:
        self._owner.violated(self, violation)
        self._finish(Closing(violation.code, violation.text[:_MAX_REASON], again=False))

    def _finish(self, closing: Closing) -> None:
        self._connection.close()
        if self._output or not self._writing:
            return self.abort()
        self._transport.write(encode(closing))
        return self._end()

    def _end(self) -> None:
        self._release()
        if self._transport.is_closing():
            return
        self._transport.close()
        asyncio.get_running_loop().call_later(CLOSE_TIMEOUT_S, self._transport.abort)

    def _release(self) -> None:
        """Give back all that the connection holds."""
        self._inbox.clear()
        self._drop_output()
        self._unpaid = self._hello = None
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None
        if self._account is not None:
            self._account.close(local_micros())
            self._account = None
        if self._known_to_owner:
            self._known_to_owner = False
            self._owner.disconnected(self)
