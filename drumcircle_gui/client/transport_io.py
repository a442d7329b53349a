"""One connection to a server, found to be the invite's."""

import asyncio
import hashlib
import ssl
from collections.abc import Callable
from typing import Any

from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.timing.units import Micros, local_micros

CONNECT_WITHIN = 10.0

LINGER = 2.0
"""Seconds that a connection which is closed may take to get rid of its last words."""

OnData = Callable[[bytes, Micros], None]


class Unreachable(Exception):
    """There is no connection. The message says why, in words for people."""


class WrongPin(Exception):
    """The server showed another certificate than the invite says."""


async def connect(invite: Invite) -> "Transport":
    """A connection to the server of `invite`. Unreachable, or WrongPin."""
    try:
        async with asyncio.timeout(CONNECT_WITHIN):
            wire = await _connected(invite)
    except (OSError, UnicodeError) as error:  # UnicodeError: what no host can be called
        raise Unreachable(f"The circle at {invite.host}:{invite.port} cannot be reached ({_words(error)}).") from None
    if wire.pin != invite.pin:
        wire.abort("")
        raise WrongPin("This is not the server of the invite: its certificate is another one. Ask for a new invite.")
    return wire


class Transport(asyncio.Protocol):
    """One connection, on the loop it was made on. `ended` resolves to why it did, in words."""

    def __init__(self) -> None:
        self.ended: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._early: list[tuple[bytes, Micros]] = []
        self._on_data: OnData = lambda data, at: self._early.append((data, at))
        self._transport: Any = None  # uvloop's is an asyncio.Transport in all but name

    @property
    def pin(self) -> str | None:
        """The SHA-256 of the server's certificate, in hex; None if the connection is not encrypted."""
        tls = self._transport.get_extra_info("ssl_object")
        return tls and hashlib.sha256(tls.getpeercert(binary_form=True)).hexdigest()

    def listen(self, on_data: OnData) -> None:
        """From now on `on_data` gets what comes in, and at what local time it came."""
        self._on_data = on_data
        for data, at in self._early:
            on_data(data, at)

    def write(self, data: bytes) -> None:
        self._transport.write(data)

    def close(self) -> None:
        """End when all is written, and soon."""
        self._transport.close()
        asyncio.get_running_loop().call_later(LINGER, self._transport.abort)

    def abort(self, why: str) -> None:
        """End at once."""
        self._end(why)
        self._transport.abort()

    # --- called by the loop

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        now = local_micros()
        self._on_data(data, now)

    def connection_lost(self, error: Exception | None) -> None:
        self._end(f"The connection was lost ({_words(error)})." if error else "The server hung up.")

    def _end(self, why: str) -> None:
        if not self.ended.done():
            self.ended.set_result(why)


async def _connected(invite: Invite) -> Transport:
    loop = asyncio.get_running_loop()
    tls = _tls() if invite.pin else None
    _, wire = await loop.create_connection(Transport, invite.host, invite.port, ssl=tls)
    return wire


def _tls() -> ssl.SSLContext:
    """The pin is the only proof asked for: no authority vouches for a drum circle."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _words(error: BaseException) -> str:
    return (getattr(error, "strerror", None) or str(error) or "it does not answer").lower()
