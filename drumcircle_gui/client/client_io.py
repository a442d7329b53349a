"""A session on a real connection: connects, reads, writes, keeps time, and comes back by itself when cut off.

Everything here happens on one asyncio loop; from other threads use `loop.call_soon_threadsafe`.
"""

import asyncio
import hashlib
import logging
import random
import ssl
from collections.abc import Callable, Iterator
from typing import cast

from drumcircle_gui.protocol import messages as m
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.timing.units import SECOND, Beats, Micros, local_micros

from .session import Session
from .state import Circle, Heard, Link

log = logging.getLogger(__name__)

CONNECT_WITHIN = 10.0
SILENCE = Micros(8 * SECOND)
PUBLISH_EVERY = 1 / 30


class WrongPin(Exception):
    """The server showed another certificate than the invite says."""


def pauses() -> Iterator[float]:
    """Seconds to wait before each further try to connect: growing, with chance in them so that a crowd spreads."""
    longest = 0.25
    while True:
        yield longest * random.uniform(0.5, 1)
        longest = min(2 * longest, 8.0)


class Client:
    """A member of a circle, connected.

    `on_circle` gets a new snapshot after changes, at most 30 times a second; `on_strokes` every stroke that arrives;
    `on_clock` the circle after every clock exchange.
    """

    def __init__(
        self,
        invite: Invite,
        name: str,
        *,
        on_circle: Callable[[Circle], None] = lambda circle: None,
        on_strokes: Callable[[list[Heard]], None] = lambda strokes: None,
        on_clock: Callable[[Circle], None] = lambda circle: None,
        agent: str = "drumcircle",
    ) -> None:
        self.invite = invite
        self._session = Session(name, invite.key, agent)
        self._on_circle, self._on_strokes, self._on_clock = on_circle, on_strokes, on_clock
        self._transport: asyncio.Transport | None = None
        self._runner: asyncio.Task[None] | None = None
        self._published: Circle | None = None
        self._publishing: asyncio.TimerHandle | None = None
        self._flushing: asyncio.TimerHandle | None = None
        self._asking: asyncio.TimerHandle | None = None
        self._heard_from = Micros(0)

    @property
    def circle(self) -> Circle:
        return self._session.circle

    def start(self) -> None:
        """Begin to connect, on the running loop."""
        if self._runner is None:
            self._loop = asyncio.get_running_loop()
            self._runner = self._loop.create_task(self._run(), name=f"client to {self.invite.circle}")

    async def ended(self) -> None:
        """Wait until the connection is over for good (see `Circle.problem`)."""
        if self._runner is not None:
            await asyncio.wait({self._runner})

    async def close(self) -> None:
        """Say goodbye and end. May be called again."""
        if self._runner is not None:
            self._session.leave()
            self._write()
            self._runner.cancel()
            await asyncio.wait({self._runner})
        if self._transport is not None:
            self._transport.close()
        for timer in (self._publishing, self._flushing, self._asking):
            if timer is not None:
                timer.cancel()

    # --- the member's doings ------------------------------------------------------------------------------------

    def strike(self, at: Micros, pad: int, velocity: int) -> Beats | None:
        """A stroke at local time `at`; see `Session.strike`. It leaves with the next tick."""
        beat = self._session.strike(at, pad, velocity)
        if beat is not None and self._flushing is None:
            self._flushing = self._loop.call_later(self.circle.tick / SECOND, self._flush)
        return beat

    def wish(self, message: m.Say | m.Change | m.Give | m.Moderate) -> None:
        """Ask something of the server; the answer shows in the circle."""
        self._session.wish(message)
        self._write()
        self._changed()

    def count_late(self, strokes: int) -> None:
        """Some strokes came after their moment: the server is told with the next clock request."""
        self._session.late += strokes

    def dismiss(self, notice: int) -> None:
        """Take a notice away."""
        self._session.dismiss(notice)
        self._changed()

    # --- the connection -----------------------------------------------------------------------------------------

    async def _run(self) -> None:
        waits = pauses()
        while self._session.come_back:
            joined = await self._connection()
            self._changed()
            if joined:
                waits = pauses()
            if self._session.come_back:
                await asyncio.sleep(next(waits))

    async def _connection(self) -> bool:
        """One connection from beginning to end; whether it got as far as a welcome."""
        ended: asyncio.Future[str] = self._loop.create_future()
        try:
            async with asyncio.timeout(CONNECT_WITHIN):
                await self._loop.create_connection(
                    lambda: _Wire(self, ended), self.invite.host, self.invite.port, ssl=_tls(self.invite)
                )
            problem = await ended
        except WrongPin:
            self._session.come_back = False
            problem = "This is not the server of the invite: its certificate is another one. Ask for a new invite."
        except (OSError, TimeoutError) as error:
            problem = f"The circle at {self.invite.host}:{self.invite.port} cannot be reached ({_words(error)})."
        joined = self._session.joined
        self._session.lost(problem)
        return joined

    def _connected(self, transport: asyncio.Transport) -> None:
        _check_pin(transport, self.invite.pin)
        self._transport = transport
        self._heard_from = local_micros()
        self._session.opened()
        self._write()

    def _received(self, data: bytes, now: Micros) -> None:
        was_joined, clock = self._session.joined, self.circle.clock
        self._heard_from = now
        self._session.received(data, now)
        if self._session.joined and not was_joined:
            self._flush()
            self._ask_time()
        if strokes := self._session.arrived():
            self._on_strokes(strokes)
        if self.circle.clock is not clock:
            self._on_clock(self.circle)
        self._changed()

    def _disconnected(self) -> None:
        self._transport = None
        if self._asking is not None:
            self._asking.cancel()

    def _ask_time(self) -> None:
        now = local_micros()
        if self._transport is None or not self._session.joined:
            return
        if now - self._heard_from > SILENCE:
            self._transport.abort()
            return
        delay = self._session.ask_time(now)
        self._write()
        self._asking = self._loop.call_later(delay / SECOND, self._ask_time)

    def _flush(self) -> None:
        self._flushing = None
        self._session.flush()
        self._write()

    def _write(self) -> None:
        data = self._session.outgoing()
        if data and self._transport is not None:
            self._transport.write(data)

    # --- telling ------------------------------------------------------------------------------------------------

    def _changed(self) -> None:
        if self._publishing is None and self.circle is not self._published:
            self._publishing = self._loop.call_later(PUBLISH_EVERY, self._publish)

    def _publish(self) -> None:
        self._publishing = None
        self._published = self.circle
        self._on_circle(self.circle)
        if self.circle.link is Link.OVER:
            log.info("left %s: %s", self.circle.name, self.circle.problem)


class _Wire(asyncio.Protocol):
    """The socket's events, handed on."""

    def __init__(self, client: Client, ended: asyncio.Future[str]) -> None:
        self._client = client
        self._ended = ended

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        stream = cast(asyncio.Transport, transport)  # uvloop's is one in all but name
        try:
            self._client._connected(stream)
        except WrongPin as error:
            self._ended.set_exception(error)
            stream.abort()

    def data_received(self, data: bytes) -> None:
        now = local_micros()
        self._client._received(data, now)

    def connection_lost(self, exc: Exception | None) -> None:
        self._client._disconnected()
        if not self._ended.done():
            self._ended.set_result(f"The connection was lost ({_words(exc)})." if exc else "The server hung up.")


def _tls(invite: Invite) -> ssl.SSLContext | None:
    """The pin is the only proof asked for: no authority vouches for a drum circle."""
    if invite.pin is None:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _check_pin(transport: asyncio.BaseTransport, pin: str | None) -> None:
    if pin is None:
        return
    certificate = transport.get_extra_info("ssl_object").getpeercert(binary_form=True)
    if hashlib.sha256(certificate).hexdigest() != pin:
        raise WrongPin


def _words(error: BaseException) -> str:
    strerror = getattr(error, "strerror", None)
    return str(strerror or error or "it does not answer").lower()
