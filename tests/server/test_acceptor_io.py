"""Connections without a Hello do not keep players out."""

import asyncio
import contextlib
import errno
import socket
import ssl
import subprocess
import sys
from collections.abc import Callable, Coroutine, Iterable
from itertools import pairwise
from typing import Any

import pytest

from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.protocol.message_codec import encode
from drumcircle_gui.protocol.messages import PROTOCOL_VERSION, Hello
from drumcircle_gui.server.fairness.work_account import AddressAccount
from drumcircle_gui.timing.units import Micros
from tests.tools.child_process import child

from .conftest import Serve
from .peer import Peer, trusting

Run = Callable[[Coroutine[Any, Any, None]], None]

ACCEPTOR = "drumcircle_gui.server.acceptor_io."

# Opens the given number of connections, prints the number, and keeps them open until its input ends.
CROWD = """
import resource, socket, sys
port, count = map(int, sys.argv[1:])
_, most = resource.getrlimit(resource.RLIMIT_NOFILE)
resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
crowd = [socket.create_connection(("127.0.0.1", port)) for _ in range(min(count, most - 64))]
print(len(crowd), flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("tls", [True, False])
def test_the_oldest_pending_connections_are_dropped(
    run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch, tls: bool
) -> None:
    monkeypatch.setattr(ACCEPTOR + "MAX_PENDING", 3)

    async def story() -> None:
        async with serve(tls=tls) as server:
            silent = [await asyncio.open_connection(server.invite.host, server.port) for _ in range(8)]
            fern = await Peer.join(server.invite)
            for reader, _ in silent[:5]:
                assert await asyncio.wait_for(_ended(reader), 20)
            assert await fern.is_well()
            await fern.leave()
            for _, writer in silent:
                writer.transport.abort()

    run(story())


def test_one_handshake_begins_at_a_time(run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    async def story() -> None:
        loop, passes, began = asyncio.get_running_loop(), 0, list[int]()

        def count() -> None:
            nonlocal passes
            passes += 1
            loop.call_soon(count)

        def begin(self: ssl.SSLContext, *args: Any, **kwargs: Any) -> ssl.SSLObject:
            if kwargs.get("server_side") or (args[2:] and args[2]):
                began.append(passes)
            return wrap(self, *args, **kwargs)

        wrap = ssl.SSLContext.wrap_bio
        monkeypatch.setattr(ssl.SSLContext, "wrap_bio", begin)
        async with serve(tls=True) as server:
            count()
            peers = await asyncio.gather(*[Peer.connect(server.invite) for _ in range(10)])
            for peer in peers:
                await peer.leave()
        assert len(began) == 10
        assert all(after - before >= 3 for before, after in pairwise(began))

    run(story())


def test_few_handshakes_of_an_address_are_under_way(run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ACCEPTOR + "HANDSHAKES_AT_ONCE", 2)
    monkeypatch.setattr(ACCEPTOR + "SLOW_HANDSHAKE_S", 3600)

    async def story() -> None:
        async with serve(tls=True) as server:
            waiting = {await _begin_handshake(server.invite) for _ in range(6)}
            while waiting:
                await asyncio.wait(waiting, timeout=20, return_when=asyncio.FIRST_COMPLETED)
                await _passes()
                answered = {each for each in waiting if each.done()}
                assert 1 <= len(answered) <= 2
                await _abort(answered)
                waiting -= answered

    run(story())


def test_handshakes_that_stall_keep_nobody_out(run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ACCEPTOR + "HANDSHAKES_AT_ONCE", 2)
    monkeypatch.setattr(ACCEPTOR + "SLOW_HANDSHAKE_S", 0.01)

    async def story() -> None:
        async with serve(tls=True) as server:
            stalled = [await _begin_handshake(server.invite) for _ in range(6)]
            fern = await Peer.join(server.invite)
            await fern.leave()
            await _abort(stalled)

    run(story())


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the loopback has one address")
def test_handshakes_of_an_address_wait_for_no_other_address(
    run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ACCEPTOR + "HANDSHAKES_AT_ONCE", 2)
    monkeypatch.setattr(ACCEPTOR + "SLOW_HANDSHAKE_S", 3600)

    async def story() -> None:
        async with serve(tls=True) as server:
            stalled = [await _begin_handshake(server.invite) for _ in range(6)]
            await asyncio.wait(stalled, timeout=20, return_when=asyncio.FIRST_COMPLETED)
            for number in range(2, 6):
                newcomer = await _begin_handshake(server.invite, f"127.0.0.{number}")
                stalled.append(newcomer)
                await asyncio.wait_for(asyncio.shield(newcomer), 20)
            second = await _begin_handshake(server.invite, "127.0.0.2")
            await _passes()
            assert not second.done()  # the other addresses leave it no more than one
            await _abort([*stalled, second])

    run(story())


@pytest.mark.slow
@pytest.mark.parametrize("tls", [True, False])
def test_a_connection_without_hello_is_closed_in_time(
    run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch, tls: bool
) -> None:
    async def story() -> None:
        async with serve(tls=tls) as server:
            fern = await Peer.join(server.invite)
            monkeypatch.setattr(ACCEPTOR + "HELLO_TIMEOUT_S", 1.0)  # a handshake must end within it
            raw_reader, raw_writer = await asyncio.open_connection(server.invite.host, server.port)
            silent = await Peer.connect(server.invite)
            said = await silent.closing()
            assert said is not None
            assert (said.code, said.again) == ("silent", True)
            await asyncio.wait_for(raw_reader.read(), 20)
            assert await fern.is_well()
            raw_writer.transport.abort()
            await fern.leave()
            await silent.leave()

    run(story())


def test_declined_connections_do_not_stay(run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ACCEPTOR + "MAX_PENDING", 2)
    monkeypatch.setattr("drumcircle_gui.server.connection_io.CLOSE_TIMEOUT_S", 3600)

    async def story() -> None:
        async with serve() as server:
            refused = [await Peer.connect(server.invite) for _ in range(6)]
            for peer in refused:
                peer.write(encode(Hello(PROTOCOL_VERSION, "Fern", "guess")))
            for peer in refused:
                await peer.closing()
            fern = await Peer.join(server.invite)
            for peer in (fern, *refused):
                await peer.leave()

    run(story())


def test_one_connection_of_an_address_looks_whether_its_allowance_has_grown(
    run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    count, looks, looking = 30, 60, list[str]()  # far fewer looks than take HELLO_TIMEOUT_S on a loaded machine
    spend = AddressAccount.spend

    def poor_for_a_while(self: AddressAccount, work: Micros, now: Micros) -> Micros:
        task = asyncio.current_task()
        if len(looking) < looks and task is not None:
            looking.append(task.get_name())
            return Micros(1)
        return spend(self, work, now)

    async def story() -> None:
        async with serve() as server:
            monkeypatch.setattr(AddressAccount, "spend", poor_for_a_while)
            peers = await asyncio.gather(*[Peer.join(server.invite, f"Fern {number}") for number in range(count)])
            for peer in peers:
                await peer.leave()
        assert len(looking) == looks and len(set(looking)) == 1

    run(story())


def test_out_of_files_it_drops_a_connection_and_continues(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ACCEPTOR + "_RETRY_DELAY_S", 0.01)

    async def story() -> None:
        loop = asyncio.get_running_loop()
        accept, outcomes = loop.sock_accept, [None, errno.EMFILE, errno.ECONNABORTED]

        async def short_of_files(listening: socket.socket) -> tuple[socket.socket, Any]:
            if outcomes and (failure := outcomes.pop(0)) is not None:
                raise OSError(failure, "cannot accept")
            return await accept(listening)

        monkeypatch.setattr(loop, "sock_accept", short_of_files)
        async with serve() as server:
            reader, writer = await asyncio.open_connection(server.invite.host, server.port)
            assert await asyncio.wait_for(_ended(reader), 20)
            fern = await Peer.join(server.invite)
            await fern.leave()
            writer.transport.abort()
            assert not outcomes

    asyncio.run(story())


@pytest.mark.slow
@pytest.mark.alone
@pytest.mark.skipif(sys.platform == "win32", reason="the crowd raises its limit of open files the Unix way")
@pytest.mark.parametrize(("run", "tls"), [("asyncio", False), ("fastest", True)], indirect=["run"])
def test_ten_thousand_silent_connections_do_not_keep_a_player_out(run: Run, serve: Serve, tls: bool) -> None:
    async def story() -> None:
        async with serve(tls=tls) as server:
            command = [sys.executable, "-c", CROWD, str(server.port), "10000"]
            with child(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as crowd:
                assert crowd.stdin is not None
                assert crowd.stdout is not None
                fern = await Peer.join(server.invite)
                assert int(await asyncio.to_thread(crowd.stdout.readline)) > 1000
                ivy = await Peer.join(server.invite, "Ivy")
                assert await fern.is_well()
                assert await ivy.is_well()
                crowd.stdin.close()
            await fern.leave()
            await ivy.leave()

    run(story())


async def _ended(reader: asyncio.StreamReader) -> bool:
    try:
        return await reader.read() == b""
    except ConnectionError:
        return True


async def _begin_handshake(invite: Invite, source: str = "127.0.0.1") -> "asyncio.Task[asyncio.StreamWriter]":
    """Send the first message of a TLS handshake. The task ends when the server has answered it."""
    reader, writer = await asyncio.open_connection(invite.host, invite.port, local_addr=(source, 0))
    sent = ssl.MemoryBIO()
    with contextlib.suppress(ssl.SSLWantReadError):
        trusting().wrap_bio(ssl.MemoryBIO(), sent).do_handshake()
    writer.write(sent.read())

    async def answered() -> asyncio.StreamWriter:
        try:
            assert await reader.read(1)
        except BaseException:
            writer.transport.abort()
            raise
        return writer

    return asyncio.create_task(answered())


async def _passes() -> None:
    """Enough passes of the event loop for some handshakes to begin and to be answered."""
    for _ in range(50):
        await asyncio.sleep(0)


async def _abort(handshakes: "Iterable[asyncio.Task[asyncio.StreamWriter]]") -> None:
    for each in handshakes:
        each.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            (await each).transport.abort()
