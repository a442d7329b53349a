"""Replies to one client, over a pair of sockets: when they leave, and what happens if the client does not read."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest

from drumcircle_gui.mpd.proxy import client_output_io
from drumcircle_gui.mpd.proxy.client_output_io import GATHERED_BYTES, MAX_BUFFERED_BYTES, ClientOutput

Trial = Callable[[ClientOutput, socket.socket, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def connected() -> AsyncIterator[tuple[ClientOutput, socket.socket, asyncio.StreamWriter]]:
    """The output, the client's socket, and the writer between them."""
    ours, clients = socket.socketpair()
    clients.setblocking(False)
    _, writer = await asyncio.open_connection(sock=ours)
    try:
        yield ClientOutput(writer), clients, writer
    finally:
        clients.close()
        writer.transport.abort()


def tried(trial: Trial) -> None:
    async def story() -> None:
        async with connected() as parts:
            await trial(*parts)

    asyncio.run(story())


def received(client: socket.socket) -> bytes:
    """What has arrived at the client."""
    try:
        return client.recv(1 << 20)
    except BlockingIOError:
        return b""


def test_a_reply_leaves_at_once_while_nothing_is_gathered() -> None:
    async def trial(output: ClientOutput, client: socket.socket, _: asyncio.StreamWriter) -> None:
        await output.send(b"one")
        assert received(client) == b"one"
        output.write(b"two")
        assert received(client) == b"two"

    tried(trial)


def test_gathered_replies_leave_together_when_the_loop_runs_again() -> None:
    async def trial(output: ClientOutput, client: socket.socket, _: asyncio.StreamWriter) -> None:
        output.gathers = True
        await output.send(b"one ")
        output.write(b"two ")
        await output.send(b"")
        assert received(client) == b""
        await asyncio.sleep(0)
        assert received(client) == b"one two "
        output.write(b"three")
        await asyncio.sleep(0)
        assert received(client) == b"three"

    tried(trial)


def test_gathered_replies_leave_at_once_when_flushed_or_long() -> None:
    async def trial(output: ClientOutput, client: socket.socket, _: asyncio.StreamWriter) -> None:
        output.gathers = True
        output.write(b"one")
        output.flush()
        assert received(client) == b"one"
        await output.send(bytes(GATHERED_BYTES))
        assert received(client) == b""
        await output.send(b"x")
        assert received(client) != b""

    tried(trial)


def test_send_waits_for_a_client_that_reads() -> None:
    async def trial(output: ClientOutput, client: socket.socket, writer: asyncio.StreamWriter) -> None:
        long = asyncio.create_task(output.send(bytes(3 * MAX_BUFFERED_BYTES)))
        found = 0
        while not long.done():
            found += len(received(client))
            await asyncio.sleep(0)
        assert writer.transport.get_write_buffer_size() <= MAX_BUFFERED_BYTES
        assert found >= MAX_BUFFERED_BYTES

    tried(trial)


def test_a_client_that_reads_nothing_is_given_up_and_a_slow_one_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client_output_io, "SEND_TIMEOUT_S", 0.01)

    async def trial(output: ClientOutput, client: socket.socket, writer: asyncio.StreamWriter) -> None:
        slow = asyncio.create_task(output.send(bytes(3 * MAX_BUFFERED_BYTES)))
        await asyncio.sleep(0)
        waiting = writer.transport.get_write_buffer_size()
        received(client)
        with pytest.raises(TimeoutError):
            await slow
        assert writer.transport.get_write_buffer_size() < waiting

    tried(trial)


def test_nothing_is_sent_to_a_client_that_has_disconnected() -> None:
    async def trial(output: ClientOutput, _: socket.socket, writer: asyncio.StreamWriter) -> None:
        writer.transport.abort()
        with pytest.raises(ConnectionError):
            await output.send(b"OK\n")

    tried(trial)
