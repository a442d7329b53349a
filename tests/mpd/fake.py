"""A fake MPD server in the test's own loop. The test decides what, when and how it answers."""

import asyncio
import functools
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError
from drumcircle_gui.mpd.room.connection_io import MpdConnection

HOST = "127.0.0.1"
STORY_TIMEOUT_S = 60.0
LIST, END = b"command_list_ok_begin", b"command_list_end"

SONG = b"file: a.flac\nPos: 0\nId: 1\n"
PICTURE = b"size: 40\ntype: image/png\nbinary: 20\n\nOK\nACK [\n\nbinary: 9\n\n"


class Silent(Exception):
    """Raised by `answers` for a line that gets no reply."""


def content(line: bytes) -> bytes:
    """An empty reply to every line."""
    return b""


def answers(line: bytes) -> bytes:
    """Replies with a song, a picture, nothing, a refusal, or no reply at all."""
    known = {b"song": SONG, b"picture": PICTURE, b"long": SONG * 20_000, b"nothing": b""}
    if line == b"wait":
        raise Silent
    if line not in known:
        raise AckError(AckCode.UNKNOWN, b'unknown command "%s"' % line)
    return known[line]


@dataclass
class Fake:
    """`heard`: the lines of all connections, in order. `answers` returns the body of the reply to a line, or raises
    AckError or Silent. Replies are sent in pieces of `cut` bytes. `sent`: bytes that the network has taken.
    """

    answers: Callable[[bytes], bytes] = content
    greeting: bytes = b"OK MPD 0.23.5\n"
    cut: int = 65_536
    port: int = 0
    heard: list[bytes] = field(default_factory=list)
    sent: int = 0
    connections: list[asyncio.StreamWriter] = field(default_factory=list)
    made: int = 0
    gates: dict[bytes, asyncio.Event] = field(default_factory=dict)
    """Lines whose reply waits until their event is set."""
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def drop(self) -> None:
        """Abort all connections."""
        while self.connections:
            self.connections.pop().transport.abort()

    async def say(self, data: bytes) -> None:
        """Send data that no request asked for, on every connection."""
        for writer in self.connections:
            await self._write(writer, data)

    async def close(self) -> None:
        self.drop()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks)

    def connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.made += 1
        self.connections.append(writer)
        self._tasks.add(asyncio.get_running_loop().create_task(self._serve(reader, writer)))

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            await self._write(writer, self.greeting)
            while True:
                lines = [await _line(reader)]
                while lines[0] == LIST and lines[-1] != END:
                    lines.append(await _line(reader))
                self.heard += lines
                for line in lines:
                    if line in self.gates:
                        await self.gates[line].wait()
                await self._write(writer, self._answer(lines))
        writer.close()

    def _answer(self, lines: list[bytes]) -> bytes:
        listed = lines[0] == LIST
        told = b""
        for index, line in enumerate(lines[1:-1] if listed else lines):
            try:
                told += self.answers(line) + b"list_OK\n" * listed
            except AckError as refused:
                return told + refused.ack(index)
            except Silent:
                return told
        return told + b"OK\n"

    async def _write(self, writer: asyncio.StreamWriter, data: bytes) -> None:
        for at in range(0, len(data), self.cut):
            writer.write(data[at : at + self.cut])
            await writer.drain()
            self.sent += len(data[at : at + self.cut])
            await asyncio.sleep(0)


async def _line(reader: asyncio.StreamReader) -> bytes:
    return (await reader.readuntil(b"\n"))[:-1]


@asynccontextmanager
async def fake(answers: Callable[[bytes], bytes] = content, **options: Any) -> AsyncIterator[Fake]:
    """A listening server; `options` are fields of `Fake`."""
    served = Fake(answers, **options)
    server = await asyncio.start_server(served.connected, HOST)
    served.port = server.sockets[0].getsockname()[1]
    try:
        yield served
    finally:
        server.close()
        await served.close()


@asynccontextmanager
async def line_to(
    answers: Callable[[bytes], bytes] = answers, **options: Any
) -> AsyncIterator[tuple[MpdConnection, Fake]]:
    async with fake(answers, **options) as served:
        line = await MpdConnection.open(HOST, served.port)
        try:
            yield line, served
        finally:
            line.close()


def story(test: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., None]:
    """A decorator for tests that are coroutines. Errors that the loop reports fail the test."""

    async def told(*arguments: Any, **options: Any) -> None:
        complaints: list[str] = []
        asyncio.get_running_loop().set_exception_handler(lambda loop, what: complaints.append(str(what)))
        async with asyncio.timeout(STORY_TIMEOUT_S):
            await test(*arguments, **options)
        assert complaints == []

    @functools.wraps(test)
    def run(*arguments: Any, **options: Any) -> None:
        asyncio.run(told(*arguments, **options))

    return run


async def quiet(count: Callable[[], int]) -> int:
    """The value of `count` once it has stopped changing."""
    before, turns = count(), 0
    while turns < 50:
        await asyncio.sleep(0.001)
        now = count()
        turns, before = (turns + 1 if now == before else 0), now
    return before
