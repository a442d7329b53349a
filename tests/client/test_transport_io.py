"""A connection: which servers it accepts, and how it ends."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from drumcircle_gui.client import transport_io
from drumcircle_gui.client.transport_io import Unreachable, WrongPin, connect
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.timing.units import Micros, local_micros
from tests.tools.loopback import FakeServer, Watch, run, serving

INVITE = Invite("127.0.0.1", 1, "Oak", "key", None)
"""No program listens on port 1."""


async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(1000):
        writer.write(data)


def test_data_is_sent_and_arrivals_have_a_time() -> None:
    async def story() -> None:
        async with FakeServer(echo) as stranger:
            wire, watch, came = await connect(replace(INVITE, port=stranger.port)), Watch(), []
            begun = local_micros()

            def listen(data: bytes, at: Micros) -> None:
                came.append((data, at))
                watch.news()

            wire.listen(listen)
            wire.write(b"hello")
            await watch.until(lambda: came)
            ((data, at),) = came
            assert data == b"hello"
            assert begun <= at <= local_micros()
            assert wire.pin is None
            wire.close()
            assert await wire.ended == "The server closed the connection."

    run(story())


def test_data_that_arrives_before_listen_is_kept() -> None:
    async def greet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"hello")
        writer.close()

    async def story() -> None:
        async with FakeServer(greet) as stranger:
            wire, came = await connect(replace(INVITE, port=stranger.port)), []
            await wire.ended
            wire.listen(lambda data, at: came.append(data))
            assert b"".join(came) == b"hello"
            wire.close()

    run(story())


def test_the_pin_is_that_of_the_servers_certificate(tmp_path: Path) -> None:
    async def story() -> None:
        async with serving(tmp_path) as server:
            wire = await connect(server.invite)
            assert wire.pin == server.invite.pin
            wire.abort("Enough.")
            assert await wire.ended == "Enough."
            with pytest.raises(WrongPin, match="Ask for a new invite"):
                await connect(replace(server.invite, pin="0" * 64))

    run(story())


@pytest.mark.parametrize("host", ["127.0.0.1", "x" * 70], ids=["nothing listens", "not a host name"])
def test_an_unreachable_server_is_reported_in_words(host: str) -> None:
    async def story() -> None:
        with pytest.raises(Unreachable, match=rf"The circle at {host}:1 cannot be reached \(.+\)\."):
            await connect(replace(INVITE, host=host))

    run(story())


def test_a_server_without_encryption_is_reported_in_words() -> None:
    async def hello(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    async def story() -> None:
        async with FakeServer(hello) as stranger:
            with pytest.raises(Unreachable, match=r"cannot be reached \(another program answers there\)"):
                await connect(replace(INVITE, port=stranger.port, pin="0" * 64))

    run(story())


def test_a_tls_handshake_without_an_answer_times_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport_io, "CONNECT_TIMEOUT_S", 0.05)

    async def story() -> None:
        async with FakeServer(echo_nothing) as stranger:
            with pytest.raises(Unreachable, match="it does not answer"):
                await connect(replace(INVITE, port=stranger.port, pin="0" * 64))

    run(story())


async def echo_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Accept the connection and send nothing."""


def test_a_peer_that_never_reads_does_not_keep_a_connection_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transport_io, "LINGER_S", 0.05)

    async def deaf(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.transport.pause_reading()  # type: ignore[attr-defined]

    async def story() -> None:
        async with FakeServer(deaf) as stranger:
            wire = await connect(replace(INVITE, port=stranger.port))
            wire.write(bytes(64 << 20))
            wire.close()
            await wire.ended

    run(story())
