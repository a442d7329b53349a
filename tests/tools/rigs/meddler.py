"""A server in front of an MPD that forwards everything, except commands for which it has a wrong answer of its own.

with meddler(kitchen) as evil:
    evil.rules["listallinfo"] = endless_reply
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from drumcircle_gui.tasks import LoopThread

from .mpds import Mpd

Answer = Callable[[], AsyncIterator[bytes]]

GREETING, ANYTHING = "the greeting", "anything"
"""In the rules: the answer instead of the greeting, and to all commands without a rule."""

PIECE_BYTES = 65_536
CHOP_PAUSE_S = 0.0005
TIMEOUT_S = 20.0


@dataclass
class Meddler:
    """`rules`: the answers by name of the command. `delay`: seconds added to each piece of a forwarded reply.
    `chop_bytes`: a forwarded reply is sent in pieces of this length, with pauses between; 0: as it arrives."""

    server: Mpd
    name: str = "evil"
    address: str = "127.0.0.1"
    port: int = 0
    password: str = ""
    delay: float = 0.0
    chop_bytes: int = 0
    rules: dict[str, Answer] = field(default_factory=dict)
    answered: list[str] = field(default_factory=list)
    _meetings: set["asyncio.Task[None]"] = field(default_factory=set)

    async def close(self) -> None:
        while meetings := list(self._meetings):
            for meeting in meetings:
                meeting.cancel()
            await asyncio.gather(*meetings, return_exceptions=True)

    async def serve(self) -> asyncio.Server:
        server = await asyncio.start_server(self._meet, self.address, 0)
        self.port = server.sockets[0].getsockname()[1]
        return server

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        meeting = asyncio.current_task()
        assert meeting
        self._meetings.add(meeting)
        meeting.add_done_callback(self._meetings.discard)
        with suppress(asyncio.CancelledError):  # asyncio's server would report it as an error
            await self._talk(reader, writer)

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writers = [writer]
        try:
            with suppress(ConnectionError, ConnectionBreak):
                theirs, ours = await asyncio.open_connection(self.server.address, self.server.port)
                writers.append(ours)
                if GREETING in self.rules:
                    await self._answer(GREETING, writer)
                else:
                    await _first(self._back(theirs, writer), self._forth(reader, ours, writer))
        finally:
            for each in writers:
                each.transport.abort()
                with suppress(ConnectionError):
                    await each.wait_closed()

    async def _forth(
        self, reader: asyncio.StreamReader, ours: asyncio.StreamWriter, writer: asyncio.StreamWriter
    ) -> None:
        while line := await reader.readline():
            words = line.decode(errors="replace").split()
            if rule := next((name for name in (*words[:1], ANYTHING) if name in self.rules), ""):
                await self._answer(rule, writer)
            else:
                ours.write(line)
                await ours.drain()

    async def _back(self, theirs: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await theirs.read(PIECE_BYTES):
            await asyncio.sleep(self.delay)
            step = self.chop_bytes or len(data)
            for at in range(0, len(data), step):
                writer.write(data[at : at + step])
                await writer.drain()
                if self.chop_bytes:
                    await asyncio.sleep(CHOP_PAUSE_S)

    async def _answer(self, name: str, writer: asyncio.StreamWriter) -> None:
        self.answered.append(name)
        async for piece in self.rules[name]():
            writer.write(piece)
            await writer.drain()


class ConnectionBreak(Exception):
    """An answer raises this to break the connection."""


async def nothing() -> AsyncIterator[bytes]:
    """No answer, forever."""
    await asyncio.Event().wait()
    yield b""


async def half_a_reply() -> AsyncIterator[bytes]:
    yield b"file: Noise/1 Whi"
    await asyncio.sleep(0)
    raise ConnectionBreak


async def garbage() -> AsyncIterator[bytes]:
    yield b"HTTP/1.1 400 Bad Request\r\n\r\n\xff\xfe\x00\n"


async def endless_line() -> AsyncIterator[bytes]:
    yield b"file: "
    while True:
        yield b"x" * PIECE_BYTES


async def endless_reply() -> AsyncIterator[bytes]:
    while True:
        yield b"file: x\n" * (PIECE_BYTES // 8)


async def too_short_a_picture() -> AsyncIterator[bytes]:
    """Announces 5000 bytes and sends 10."""
    yield b"size: 5000\nbinary: 5000\n0123456789\nOK\n"


async def too_long_a_picture() -> AsyncIterator[bytes]:
    yield b"size: 10\nbinary: 10\n" + b"0" * 5000 + b"\nOK\n"


async def a_picture_beyond_measure() -> AsyncIterator[bytes]:
    yield b"size: 99999999999\nbinary: 99999999999\n"
    while True:
        yield b"x" * PIECE_BYTES


async def a_picture_of_no_length() -> AsyncIterator[bytes]:
    yield b"size: 10\nbinary: -5\n\nOK\n"


@contextmanager
def meddler(
    server: Mpd,
    name: str = "evil",
    *,
    delay: float = 0.0,
    chop_bytes: int = 0,
    rules: dict[str, Answer] | None = None,
) -> Iterator[Meddler]:
    made = Meddler(server, name, delay=delay, chop_bytes=chop_bytes, rules=rules or {})
    thread = LoopThread(name)
    try:
        listening = thread.call(made.serve()).result(TIMEOUT_S)
        try:
            yield made
        finally:
            thread.call(_close(made, listening)).result(TIMEOUT_S)
    finally:
        thread.close()


async def _close(made: Meddler, server: asyncio.Server) -> None:
    server.close()
    await made.close()


async def _first(*works: Coroutine[Any, Any, None]) -> None:
    """Run coroutines until the first ends; cancel the others, and raise the exception of the first if it failed."""
    tasks = [asyncio.ensure_future(work) for work in works]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
