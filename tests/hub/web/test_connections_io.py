"""Slow, idle or very many connections block neither the status page's visitors nor the players."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

pytest.importorskip("aiohttp")

from drumcircle_gui.directory.directory_client_io import open_directory
from drumcircle_gui.hub.web import connections_io, web_io
from drumcircle_gui.hub.web.status import HubFigures, PublicCircle, PublicStatus
from drumcircle_gui.hub.web.web_io import WebServer
from drumcircle_gui.server import acceptor_io
from drumcircle_gui.server.workload_io import Workload
from tests.hub.conftest import ServeHub, address_of
from tests.tools.loopback import run

GET = b"GET /healthz HTTP/1.1\r\nHost: hub\r\n\r\n"
EVENTS = b"GET /events HTTP/1.1\r\nHost: hub\r\n\r\n"

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Source:
    """A hub with `circles`."""

    name = "School"

    def __init__(self, circles: int = 0) -> None:
        self._circles = tuple(
            PublicCircle(
                id=str(number),
                name="Samba",
                about="x" * 100,
                bpm=120,
                beats=8,
                cycles=2,
                running=True,
                players=2,
                entry="open",
                age_s=60,
                host="hub",
                port=1,
                invite="",
            )
            for number in range(circles)
        )

    def status(self) -> PublicStatus:
        return PublicStatus(hub=self.name, address="127.0.0.1:8004", circles=self._circles)

    def figures(self) -> HubFigures:
        raise NotImplementedError

    def conductor_key(self, circle: str) -> str:
        return ""

    def recordings(self, circle: str) -> list[Path]:
        return []


@asynccontextmanager
async def serving(source: Source | None = None) -> AsyncIterator[WebServer]:
    server = WebServer(source or Source(), "127.0.0.1", 0, Workload())
    await server.start()
    try:
        async with asyncio.timeout(30), clients():
            yield server
    finally:
        await server.close()


_opened: list[asyncio.StreamWriter] = []


@asynccontextmanager
async def clients() -> AsyncIterator[None]:
    """Closes what `connect` has opened."""
    try:
        yield
    finally:
        for writer in _opened:
            writer.transport.abort()
        _opened.clear()


async def connect(port: int, receive_buffer: int = 0) -> Streams:
    plain = socket.socket()
    if receive_buffer:
        plain.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
    plain.setblocking(False)
    await asyncio.get_running_loop().sock_connect(plain, ("127.0.0.1", port))
    streams = await asyncio.open_connection(sock=plain)
    _opened.append(streams[1])
    return streams


async def ask(streams: Streams, request: bytes = GET) -> bytes:
    """The answer to `request`, up to its last line; the part received if the connection ends."""
    reader, writer = streams
    writer.write(request)
    try:
        return await reader.readuntil(b"ok\n")
    except (asyncio.IncompleteReadError, ConnectionError) as error:
        return error.partial if isinstance(error, asyncio.IncompleteReadError) else b""


async def ends(streams: Streams, trickle: bytes = b"") -> bytes:
    """The data received until the server closes the connection; meanwhile `trickle` is sent repeatedly."""
    reader, writer = streams
    received = b""
    while True:
        if trickle:
            writer.write(trickle)
        try:
            async with asyncio.timeout(0.03 if trickle else 20):
                piece = await reader.read(1024)
        except TimeoutError:
            if not trickle:
                raise
            continue
        except ConnectionError:
            return received
        if not piece:
            return received
        received += piece


def test_the_head_of_a_request_has_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(acceptor_io, "HELLO_TIMEOUT_S", 0.5)
    monkeypatch.setattr(web_io, "IDLE_TIMEOUT_S", 0.5)

    async def story() -> None:
        async with serving() as server:
            slow = await connect(server.port)
            slow[1].write(b"GET / HTTP/1.1\r\n")
            assert (await ends(slow, b"X-A: b\r\n")).startswith(b"HTTP/1.1 408 ")
            assert (await ends(await connect(server.port))).startswith(b"HTTP/1.1 408 ")
            kept = await connect(server.port)
            assert b" 200 " in await ask(kept)
            kept[1].write(b"GET / HTTP/1.1\r\n")
            assert await ends(kept, b"X-A: b\r\n") == b""

    run(story())


def test_an_address_has_so_many_connections(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections_io, "MAX_CONNECTIONS_BY_ADDRESS", 2)

    async def story() -> None:
        async with serving() as server:
            first, second, third = [await connect(server.port) for _ in range(3)]
            assert b" 200 " in await ask(first)
            assert b" 200 " in await ask(second)
            assert await ask(third) == b""
            first[1].close()
            while await ask(await connect(server.port)) == b"":
                await asyncio.sleep(0)
            assert b" 200 " in await ask(second)

    run(story())


def test_when_there_are_too_many_an_idle_one_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections_io, "MAX_CONNECTIONS", 2)
    monkeypatch.setattr(web_io, "EVENT_INTERVAL_S", 0.02)
    monkeypatch.setattr(web_io, "IDLE_TIMEOUT_S", 3600)

    async def story() -> None:
        source = Source()
        async with serving(source) as server:
            page, idle = await connect(server.port), await connect(server.port)
            page[1].write(EVENTS)
            await page[0].readuntil(b"School")
            assert b" 200 " in await ask(idle)
            newcomer = await connect(server.port)
            assert b" 200 " in await ask(newcomer)
            assert await ends(idle) == b""
            source.name = "Hall"
            await page[0].readuntil(b"Hall")

    run(story())


@pytest.mark.parametrize("how", [b"Content-Length: 100000", b"Transfer-Encoding: chunked"])
def test_a_request_with_a_body_is_refused_before_the_body_comes(how: bytes) -> None:
    async def story() -> None:
        async with serving() as server:
            for method in b"GET", b"POST":
                streams = await connect(server.port)
                streams[1].write(method + b" /healthz HTTP/1.1\r\nHost: hub\r\n" + how + b"\r\n\r\n")
                assert (await ends(streams)).startswith(b"HTTP/1.1 413 ")

    run(story())


def test_who_reads_nothing_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections_io, "UNREAD_TIMEOUT_S", 0.2)

    async def story() -> None:
        async with serving(Source(20_000)) as server:
            deaf = await connect(server.port, receive_buffer=4096)
            deaf[1].write(EVENTS)
            while not server.connections:
                await asyncio.sleep(0.01)
            while server.connections:
                await asyncio.sleep(0.01)
            assert b" 200 " in await ask(await connect(server.port))

    run(story())


def test_a_crowd_at_the_page_keeps_nobody_out(serve_hub: ServeHub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(acceptor_io, "MAX_PENDING", 8)

    async def story() -> None:
        async with serve_hub(web_port=0) as hub, clients(), open_directory(address_of(hub)) as client:
            port = hub.web_port or 0
            crowd = [await connect(port) for _ in range(40)]
            for _, writer in crowd[::2]:
                writer.write(b"GET / HTTP/1.1\r\n")
            assert b" 200 " in await ask(await connect(port))
            assert await client.round_trip() > 0
            async with open_directory(address_of(hub)) as another:
                assert await another.round_trip() > 0

    run(story())


def test_a_request_that_is_no_http_is_no_fault_of_the_program(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Otherwise anybody could fill the log, with a traceback for each line sent."""

    async def story() -> None:
        async with serving() as server:
            reader, writer = await connect(server.port)
            writer.write(b"GET / HTTP/1.1\r\nno header\r\n\r\n")
            assert b" 400 " in await asyncio.wait_for(reader.readline(), 20)
            writer.close()

    run(story())
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
