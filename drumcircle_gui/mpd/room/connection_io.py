"""One connection to an MPD server: requests go out as they come, replies come back in their order."""

import asyncio
import contextlib
import socket
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.protocol.replies import Reply, ReplyEnd, ReplyReader, UnreadableReply, parse_greeting
from drumcircle_gui.mpd.protocol.syntax import AckError, request
from drumcircle_gui.timing.units import Micros, local_micros

from .stream_io import Passage

TO_CONNECT = 2.5
TO_ANSWER = 10.0
MOST_REPLY = 64 * 1024 * 1024
"""Bytes of a reply that is gathered; what is streamed has no end."""

OVERDUE = (0.015, 0.03, 0.06)
"""Seconds."""

Sink = Callable[[bytes], Awaitable[None]]


class ConnectionLost(Exception):
    """The connection is gone, or was given up since no answer came; its argument says why, in words for people."""


class Unanswered(ConnectionLost):
    """Nothing came at all, not even a refusal."""


class Answer(NamedTuple):
    """What came back, and the local moment at which its last piece did. `refused` ends a list early, with its index."""

    bodies: list[bytes]
    refused: tuple[AckError, int] | None
    at: Micros

    def checked(self) -> list[bytes]:
        """The bodies; Refused if the server refused."""
        if self.refused is not None:
            raise self.refused[0]
        return self.bodies


@dataclass(slots=True)
class _Waiting:
    future: "asyncio.Future[Answer]"
    bodies: list[bytes] = field(default_factory=list)


class MpdConnection(asyncio.Protocol):
    """Make it with `open`. After `Lost`, nothing more comes; `gone` is set."""

    def __init__(self, most: int = MOST_REPLY) -> None:
        self.version = ""
        self.heard = local_micros()
        self.gone: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self.tuning: object = None
        """What whoever lends this line around has told the server of how replies are to look."""
        self._transport: asyncio.Transport | None = None
        self._greeted: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._first = bytearray()
        self._reader = ReplyReader(most)
        self._waiting: deque[_Waiting] = deque()
        self._passage: Passage | None = None

    @classmethod
    async def open(
        cls, host: str, port: int, password: str = "", within: float = TO_CONNECT, most: int = MOST_REPLY
    ) -> Self:
        """A connection that is greeted and may do whatever the password allows; no reply may have more than `most`
        bytes. Lost if none can be had within so many seconds, DrumCircleError if the password is refused."""
        loop = asyncio.get_running_loop()
        line: Self | None = None
        try:
            async with asyncio.timeout(within):
                _, line = await loop.create_connection(lambda: cls(most), host, port)
                line.version = await line._greeted
                if password:
                    (await line.send(request("password", password))).checked()
        except TimeoutError:
            _drop(line)
            raise Unanswered("it does not answer") from None
        except (OSError, UnreadableReply) as error:
            _drop(line)
            raise ConnectionLost(_words(error)) from error
        except AckError as refused:
            _drop(line)
            text = refused.text.decode(errors="replace")
            raise DrumCircleError(f"The room does not take its password: {text}.", "Give another.") from refused
        except BaseException:
            _drop(line)
            raise
        return line

    @property
    def free(self) -> bool:
        """Whether nothing is under way on it."""
        return not self._waiting and self._passage is None and not self.gone.done()

    @property
    def streaming(self) -> bool:
        """Whether a long reply is awaited, or handed on."""
        return self._passage is not None

    @property
    def waiting(self) -> int:
        """How many answers have not come yet."""
        return len(self._waiting)

    def send(self, *requests: bytes) -> "asyncio.Future[Answer]":
        """Send it now; the answer is the future's, or Lost. Several requests are sent as one list."""
        waiting = _Waiting(asyncio.get_running_loop().create_future())
        if self.gone.done() or self._transport is None:
            _set(waiting.future, ConnectionLost(self.gone.result() if self.gone.done() else "it is not connected"))
            return waiting.future
        self._waiting.append(waiting)
        self._transport.write(_written(requests))
        return waiting.future

    def hasten(self, answer: "asyncio.Future[Answer]", usual: float) -> None:
        """When an answer is overdue, that usually takes so many seconds, say a little more: a packet alone that is lost
        is sent again only after a fifth of a second, but at once where others behind it arrive."""
        loop = asyncio.get_running_loop()
        for later in OVERDUE:
            loop.call_later(usual + later, lambda: answer.done() or self.send(b"ping"))

    def interrupt(self, line: bytes) -> None:
        """Say what has no answer of its own: `noidle` ends what was asked before it."""
        if self._transport is not None and not self.gone.done():
            self._transport.write(line + b"\n")

    async def ask(self, *requests: bytes, within: float = TO_ANSWER, usual: float | None = None) -> Answer:
        """Send it, and wait for the answer. Lost, and the connection given up, if none comes within so many seconds.
        `usual`: see `hasten`; the connection may not be free for a moment then."""
        future = self.send(*requests)
        if usual is not None:
            self.hasten(future, usual)
        try:
            async with asyncio.timeout(within):
                return await future
        except TimeoutError:
            self.close("it does not answer")
            raise ConnectionLost("it does not answer") from None

    async def stream(self, line: bytes, sink: Sink, within: float) -> None:
        """Send one request and hand its reply on as it comes, end and all; it has no binary parts. As slowly as `sink`
        takes it. Lost if nothing comes for so many seconds."""
        assert self.free and self._transport is not None
        self._passage, tail, ended = Passage(self._transport), ReplyEnd(), False
        try:
            self._transport.write(line + b"\n")
            while not ended:
                piece = await self._piece(self._passage, within)
                ended = tail.ends(piece) and self._passage.empty
                await sink(piece)
                ended = ended and self._passage.empty
        except BaseException:
            self.close("a reply was broken off")
            raise
        finally:
            self._passage = None
        if not self.gone.done():
            self._transport.resume_reading()

    async def _piece(self, passage: Passage, within: float) -> bytes:
        try:
            piece = await passage.next(within)
        except TimeoutError:
            raise ConnectionLost("it does not answer") from None
        if not piece:
            raise ConnectionLost(self.gone.result())
        return piece

    def despair(self, why: str) -> None:
        """What waits for an answer gets Lost; the connection stays, and answers that come yet are passed over."""
        for waiting in self._waiting:
            _set(waiting.future, ConnectionLost(why))

    def close(self, why: str = "it was closed") -> None:
        """Give it up; what waits for an answer gets Lost. May be called again."""
        if not self.gone.done():
            self.gone.set_result(why)
        if self._transport is not None:
            self._transport.abort()
        if self._passage is not None:
            self._passage.end()
        while self._waiting:
            _set(self._waiting.popleft().future, ConnectionLost(self.gone.result()))
        _set(self._greeted, ConnectionLost(self.gone.result()))

    # --- asyncio.Protocol -------------------------------------------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport  # type: ignore[assignment]
        raw = transport.get_extra_info("socket")
        with contextlib.suppress(OSError, AttributeError):
            raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def data_received(self, data: bytes) -> None:
        self.heard = local_micros()
        if self._passage is not None:
            self._passage.take(data)
            return
        try:
            self._receive(data if self._greeted.done() else self._welcome(data))
        except UnreadableReply as error:
            self.close(f"it does not speak as MPD does: {error}")

    def connection_lost(self, error: Exception | None) -> None:
        self.close(_words(error) if error else "the connection was closed")

    def _welcome(self, data: bytes) -> bytes:
        self._first += data
        line, newline, rest = bytes(self._first).partition(b"\n")
        if len(self._first) > 1024 and not newline:
            raise UnreadableReply("no greeting")
        if newline:
            _set(self._greeted, parse_greeting(line + newline))
        return rest

    def _receive(self, data: bytes) -> None:
        for reply in self._reader.feed(data) if data else ():
            if not self._waiting:
                raise UnreadableReply("an answer that nobody asked for")
            self._match(reply)

    def _match(self, reply: Reply) -> None:
        waiting = self._waiting[0]
        if not reply.is_ack and (reply.body or not reply.ok or not waiting.bodies):
            waiting.bodies.append(reply.body)
        if reply.end != b"list_OK":
            self._waiting.popleft()
            _set(waiting.future, Answer(waiting.bodies, reply.ack() if reply.is_ack else None, self.heard))


def _written(requests: Sequence[bytes]) -> bytes:
    if len(requests) == 1:
        return requests[0] + b"\n"
    return b"\n".join((b"command_list_ok_begin", *requests, b"command_list_end\n"))


def _set(future: "asyncio.Future[Answer] | asyncio.Future[str]", what: "Answer | str | Exception") -> None:
    if future.done():
        return
    if isinstance(what, Exception):
        future.set_exception(what)
        future.exception()  # looked at: nobody may be waiting any more
    else:
        future.set_result(what)  # type: ignore[arg-type]


def _drop(line: MpdConnection | None) -> None:
    if line is not None:
        line.close()


def _words(error: BaseException) -> str:
    if isinstance(error, UnreadableReply):
        return str(error)
    if isinstance(error, ConnectionRefusedError):
        return "nothing listens there"
    text = getattr(error, "strerror", None) or str(error)
    return str(text)[:1].lower() + str(text)[1:]
