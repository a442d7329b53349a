"""One connection to a circle's server, whose certificate is that of the invite."""

import asyncio
import hashlib
import logging
import ssl
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.timing.units import Micros, local_micros

from .happy_eyeballs_io import first_success, resolve

log = logging.getLogger(__name__)

CONNECT_TIMEOUT_S = 10.0
"""Time for resolving a host's name, and for each attempt to connect to one of its addresses, TLS included."""

LINGER_S = 2.0
"""Time that a closed connection has to send its last bytes."""

ANY_PIN = "any"
"""The pin of a server whose certificate is not known yet; `Transport.pin` is then to be remembered."""

OnData = Callable[[bytes, Micros], None]


class Unreachable(Exception):
    """No address of the server could be connected to. The message says why, in words for people."""


class WrongPin(Exception):
    """The server's certificate is not the one that the invite names. The message is for people."""


async def connect(invite: Invite) -> "Transport":
    """Connect to the server of `invite`, trying all addresses of its host; Unreachable or WrongPin if that fails."""
    try:
        async with asyncio.timeout(CONNECT_TIMEOUT_S):
            addresses = await resolve(invite.host, invite.port)
    except (OSError, UnicodeError) as error:  # UnicodeError: the text cannot be a host's name
        raise _failure(invite, [error]) from None
    try:
        return await first_success([partial(_connect_to, address, invite) for address in addresses], _discard)
    except ExceptionGroup as group:
        _, unexpected = group.split((OSError, WrongPin))
        raise unexpected or _failure(invite, group.exceptions) from None


async def _connect_to(address: str, invite: Invite) -> "Transport":
    """Connect to one address; OSError or WrongPin."""
    tls, name = (_tls_context(), invite.host) if invite.pin else (None, None)
    log.debug("connecting to %s port %d", address, invite.port)
    async with asyncio.timeout(CONNECT_TIMEOUT_S):
        loop = asyncio.get_running_loop()
        _, transport = await loop.create_connection(Transport, address, invite.port, ssl=tls, server_hostname=name)
    log.debug("connected to %s port %d", address, invite.port)
    if invite.pin not in (ANY_PIN, transport.pin):
        transport.abort("")
        raise WrongPin("This is not the server of the invite: its certificate is another one. Ask for a new invite.")
    return transport


def _discard(transport: "Transport") -> None:
    transport.abort("")


def _failure(invite: Invite, errors: Sequence[Exception]) -> Exception:
    """The error to raise after every address failed."""
    if wrong_pin := next((error for error in errors if isinstance(error, WrongPin)), None):
        return wrong_pin
    another = "another program answers there"
    reasons = ", ".join(dict.fromkeys(another if isinstance(e, ssl.SSLError) else _reason(e) for e in errors))
    return Unreachable(f"The circle at {invite.host}:{invite.port} cannot be reached ({reasons}).")


class Transport(asyncio.Protocol):
    """One connection, on the loop it was made on. `ended` resolves to the reason for its end, in words for people."""

    def __init__(self) -> None:
        self.ended: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._early: list[tuple[bytes, Micros]] = []
        self._on_data: OnData = lambda data, at: self._early.append((data, at))
        self._transport: Any = None  # not typed as asyncio.Transport, from which uvloop's does not derive

    @property
    def pin(self) -> str | None:
        """The SHA-256 of the server's certificate, in hex; None if the connection is not encrypted."""
        tls = self._transport.get_extra_info("ssl_object")
        return tls and hashlib.sha256(tls.getpeercert(binary_form=True)).hexdigest()

    def listen(self, on_data: OnData) -> None:
        """Pass data that arrived and will arrive to `on_data`, with the local time of its arrival."""
        self._on_data = on_data
        for data, at in self._early:
            on_data(data, at)

    def write(self, data: bytes) -> None:
        self._transport.write(data)

    def close(self) -> None:
        """End when everything is written, within LINGER_S."""
        self._transport.close()
        asyncio.get_running_loop().call_later(LINGER_S, self._transport.abort)

    def abort(self, reason: str) -> None:
        """End at once."""
        self._end(reason)
        self._transport.abort()

    # --- called by the event loop

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        now = local_micros()
        self._on_data(data, now)

    def connection_lost(self, error: Exception | None) -> None:
        self._end(f"The connection was lost ({_reason(error)})." if error else "The server closed the connection.")

    def _end(self, reason: str) -> None:
        if not self.ended.done():
            log.debug("connection ended: %s", reason)
            self.ended.set_result(reason)


def _tls_context() -> ssl.SSLContext:
    """TLS that verifies nothing: the pin alone proves the server's identity, no authority vouches for a circle."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _reason(error: BaseException) -> str:
    """The reason why a connection failed, as a text for users."""
    return (getattr(error, "strerror", None) or str(error) or "it does not answer").lower()
