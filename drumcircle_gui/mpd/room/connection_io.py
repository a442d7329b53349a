"""One connection to an MPD server. Requests are sent at once; replies come back in the same order."""

import asyncio
import contextlib
import socket
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Self, TypeVar

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.config.addresses import is_socket, socket_path
from drumcircle_gui.mpd.protocol.replies import Reply, ReplyEnd, ReplyReader, UnreadableReply, parse_greeting
from drumcircle_gui.mpd.protocol.syntax import AckError, request
from drumcircle_gui.timing.units import Micros, local_micros

from .stream_io import ReplyStream

CONNECT_TIMEOUT_S = 2.5
ANSWER_TIMEOUT_S = 10.0
MAX_REPLY_BYTES = 32 * 1024 * 1024
"""Maximum size of a reply that is kept in memory as a whole; a streamed reply has no limit."""

MAX_EXTRA_BYTES = 16_384
"""Maximum number of bytes behind a streamed reply, in the same piece, that are recognised as not belonging to it: MPD
sends none, and a search of the whole reply takes a quarter of the time for passing it on."""

_OK = b"\nOK\n"

OVERDUE_S = (0.015, 0.03, 0.06)
"""Times at which `ping_if_overdue` sends pings, in seconds after the usual time of an answer."""

Sink = Callable[[bytes], Awaitable[None]]


P = TypeVar("P", bound=asyncio.Protocol)


class ConnectionLost(Exception):
    """The connection was lost, or was closed because no answer came. The argument is the reason, as a text
    for users."""


class GreetingTimeout(ConnectionLost):
    """The server sent no greeting in time."""


class Answer(NamedTuple):
    """The bodies of the replies, and the local time at which the last byte arrived. `refused`: the error that ended the
    command list, and the index of its command."""

    bodies: list[bytes]
    refused: tuple[AckError, int] | None
    at: Micros

    def checked(self) -> list[bytes]:
        """The bodies. Raises AckError if a command was refused."""
        if self.refused is not None:
            raise self.refused[0]
        return self.bodies


@dataclass(slots=True)
class _Pending:
    future: "asyncio.Future[Answer]"
    bodies: list[bytes] = field(default_factory=list)


class MpdConnection(asyncio.Protocol):
    """A connection to an MPD server, made by `open`. Once it is lost, `gone` is the reason."""

    def __init__(self, most: int = MAX_REPLY_BYTES) -> None:
        self.version = ""
        self.last_received = local_micros()
        self.gone: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self.reply_format: object = None
        """The reply format that the pool has set; None while it is not known."""
        self._transport: asyncio.Transport | None = None
        self._greeted: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._greeting_data = bytearray()
        self._reader = ReplyReader(most)
        self._pending: deque[_Pending] = deque()
        self._stream: ReplyStream | None = None

    @classmethod
    async def open(
        cls, host: str, port: int, password: str = "", within: float = CONNECT_TIMEOUT_S, most: int = MAX_REPLY_BYTES
    ) -> Self:
        """Connect, wait for the greeting, and give the password. No reply may have more than `most` bytes.

        Raises ConnectionLost if that takes more than `within` seconds, DrumCircleError if the password is refused.
        """
        line: Self | None = None
        try:
            async with asyncio.timeout(within):
                line = await _connect(lambda: cls(most), host, port)
                line.version = await line._greeted
                if password:
                    (await line.send(request("password", password))).checked()
        except TimeoutError:
            _drop(line)
            raise GreetingTimeout("it does not answer") from None
        except (OSError, UnreadableReply) as error:
            _drop(line)
            raise ConnectionLost(_describe(error)) from error
        except AckError as refused:
            _drop(line)
            text = refused.text.decode(errors="replace")
            raise DrumCircleError(
                f"The room refuses its password: {text}.", "Edit the room and enter its password."
            ) from refused
        except BaseException:
            _drop(line)
            raise
        return line

    @property
    def free(self) -> bool:
        """Whether no request is pending."""
        return not self._pending and self._stream is None and not self.gone.done()

    @property
    def streaming(self) -> bool:
        """Whether a streamed reply is pending or being received."""
        return self._stream is not None

    @property
    def pending(self) -> int:
        """The number of requests that are not answered yet."""
        return len(self._pending)

    def send(self, *requests: bytes) -> "asyncio.Future[Answer]":
        """Send requests now, several as one command list. The future gets the answer, or ConnectionLost."""
        waiting = _Pending(asyncio.get_running_loop().create_future())
        if self.gone.done() or self._transport is None:
            _settle(waiting.future, ConnectionLost(self.gone.result() if self.gone.done() else "it is not connected"))
            return waiting.future
        self._pending.append(waiting)
        self._transport.write(_encode(requests))
        return waiting.future

    def ping_if_overdue(self, answer: "asyncio.Future[Answer]", usual: float) -> None:
        """Send a few pings if `answer` takes longer than its usual time in seconds. TCP repeats a lost packet only
        after a fifth of a second, but at once if later packets arrive."""
        loop = asyncio.get_running_loop()
        for later in OVERDUE_S:
            loop.call_later(usual + later, lambda: answer.done() or self.send(b"ping"))

    def send_unanswered(self, line: bytes) -> None:
        """Send a line that has no reply of its own: `noidle`, which ends an `idle`."""
        if self._transport is not None and not self.gone.done():
            self._transport.write(line + b"\n")

    async def ask(self, *requests: bytes, within: float = ANSWER_TIMEOUT_S, usual: float | None = None) -> Answer:
        """Send requests, and wait for the answer. If it takes more than `within` seconds, the connection is closed
        and ConnectionLost raised. `usual`: see `ping_if_overdue`; the connection may not be free for a moment
        afterwards."""
        future = self.send(*requests)
        if usual is not None:
            self.ping_if_overdue(future, usual)
        overdue = asyncio.get_running_loop().call_later(within, self.close, "it does not answer")
        try:
            return await future
        finally:
            overdue.cancel()

    async def stream(self, line: bytes, sink: Sink, within: float) -> None:
        """Send one request and pass its reply, including the last line, to `sink`, no faster than `sink` returns. The
        reply must not contain binary parts. Raises ConnectionLost if nothing arrives for `within` seconds."""
        assert self.free and self._transport is not None
        self._stream, tail, before, ended = ReplyStream(self._transport), ReplyEnd(), b"\n", False
        try:
            self._transport.write(line + b"\n")
            while not ended:
                piece = await self._piece(self._stream, within)
                reply = piece[: _end_of_reply(before, piece)]
                ended = tail.ends(reply)
                await sink(reply)
                before = (before + piece[-len(_OK) :])[-len(_OK) :]
                if ended and (len(reply) < len(piece) or not self._stream.empty):
                    self.close("it sends more than one reply to a request")
        except BaseException:
            self.close("a reply was broken off")
            raise
        finally:
            self._stream = None
        if not self.gone.done():
            self._transport.resume_reading()

    async def _piece(self, stream: ReplyStream, within: float) -> bytes:
        try:
            piece = await stream.next(within)
        except TimeoutError:
            raise ConnectionLost("it does not answer") from None
        if not piece:
            raise ConnectionLost(self.gone.result())
        return piece

    def fail_pending(self, why: str) -> None:
        """Fail pending requests with ConnectionLost. The connection stays; late replies are discarded."""
        for waiting in self._pending:
            _settle(waiting.future, ConnectionLost(why))

    def close(self, why: str = "it was closed") -> None:
        """Close the connection, and fail pending requests with ConnectionLost. Idempotent."""
        if not self.gone.done():
            self.gone.set_result(why)
        if self._transport is not None:
            self._transport.abort()
        if self._stream is not None:
            self._stream.end()
        while self._pending:
            _settle(self._pending.popleft().future, ConnectionLost(self.gone.result()))
        _settle(self._greeted, ConnectionLost(self.gone.result()))

    # --- asyncio.Protocol -------------------------------------------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport  # type: ignore[assignment]
        raw = transport.get_extra_info("socket")
        with contextlib.suppress(OSError, AttributeError):
            raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def data_received(self, data: bytes) -> None:
        self.last_received = local_micros()
        if self._stream is not None:
            self._stream.feed(data)
            return
        try:
            self._receive(data if self._greeted.done() else self._take_greeting(data))
        except UnreadableReply as error:
            self.close(f"it does not speak MPD's protocol: {error}")

    def connection_lost(self, error: Exception | None) -> None:
        self.close(_describe(error) if error else "the connection was closed")

    def _take_greeting(self, data: bytes) -> bytes:
        self._greeting_data += data
        line, newline, rest = bytes(self._greeting_data).partition(b"\n")
        if len(self._greeting_data) > 1024 and not newline:
            raise UnreadableReply("no greeting")
        if newline:
            _settle(self._greeted, parse_greeting(line + newline))
        return rest

    def _receive(self, data: bytes) -> None:
        for reply in self._reader.feed(data) if data else ():
            if not self._pending:
                raise UnreadableReply("a reply to no request")
            self._match(reply)

    def _match(self, reply: Reply) -> None:
        waiting = self._pending[0]
        if not reply.is_ack and (reply.body or not reply.ok or not waiting.bodies):
            waiting.bodies.append(reply.body)
        if reply.end != b"list_OK":
            self._pending.popleft()
            _settle(waiting.future, Answer(waiting.bodies, reply.ack() if reply.is_ack else None, self.last_received))


def _end_of_reply(before: bytes, piece: bytes) -> int:
    """The end of the first line in `piece` that is only OK, where `piece` follows `before`; the piece's length without
    one. Only its last MAX_EXTRA_BYTES are searched."""
    before = before[-len(_OK) + 1 :]
    at = (before + piece[: len(_OK)]).find(_OK)
    if at >= 0:
        return at + len(_OK) - len(before)
    searched = max(len(piece) - MAX_EXTRA_BYTES, 0)
    if piece.rfind(_OK, searched) < 0:  # almost always; `rfind` takes less than half as long as `find`
        return len(piece)
    return piece.find(_OK, searched) + len(_OK)


def _encode(requests: Sequence[bytes]) -> bytes:
    if len(requests) == 1:
        return requests[0] + b"\n"
    return b"\n".join((b"command_list_ok_begin", *requests, b"command_list_end\n"))


def _settle(future: "asyncio.Future[Answer] | asyncio.Future[str]", what: "Answer | str | Exception") -> None:
    if future.done():
        return
    if isinstance(what, Exception):
        future.set_exception(what)
        future.exception()  # retrieved: it may be that no one waits any more
    else:
        future.set_result(what)  # type: ignore[arg-type]


async def _connect(protocol: Callable[[], P], host: str, port: int) -> P:
    """Connect by TCP or to a local socket. Raises OSError."""
    loop = asyncio.get_running_loop()
    if not is_socket(host):
        return (await loop.create_connection(protocol, host, port))[1]
    if not hasattr(socket, "AF_UNIX"):
        raise OSError("this system has no local sockets")
    local = socket.socket(socket.AF_UNIX)
    try:
        local.setblocking(False)
        await loop.sock_connect(local, socket_path(host))  # uvloop cannot connect to abstract names by path
        return (await loop.create_unix_connection(protocol, sock=local))[1]
    except BaseException:
        local.close()
        raise


def _drop(line: MpdConnection | None) -> None:
    if line is not None:
        line.close()


def _describe(error: BaseException) -> str:
    if isinstance(error, UnreadableReply):
        return str(error)
    if isinstance(error, ConnectionRefusedError):
        return "nothing listens there"
    text = getattr(error, "strerror", None) or str(error)
    return str(text)[:1].lower() + str(text)[1:]
