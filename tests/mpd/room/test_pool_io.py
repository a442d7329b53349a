"""Connections that many share."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager

import pytest

from drumcircle_gui.mpd.protocol.reply_format import ReplyFormat
from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError
from drumcircle_gui.mpd.room import pool_io
from drumcircle_gui.mpd.room.connection_io import ConnectionLost, MpdConnection
from drumcircle_gui.mpd.room.pool_io import MAX_CONNECTIONS, UNUSED_LIMIT, Pool
from drumcircle_gui.timing.units import Micros, local_micros
from tests.mpd.fake import HOST, Fake, Silent, content, fake, quiet, story

PLAIN = ReplyFormat()
SMALL = ReplyFormat(binary_limit=b"64")
BARE = ReplyFormat(tags=())


@asynccontextmanager
async def pool_to(answers: Callable[[bytes], bytes] = content) -> AsyncIterator[tuple[Pool, Fake]]:
    async with fake(answers) as served:
        pool = Pool(lambda: MpdConnection.open(HOST, served.port))
        try:
            yield pool, served
        finally:
            pool.close("the test ends")


def waits(line: bytes) -> bytes:
    if line == b"wait":
        raise Silent
    return b""


def refuses(line: bytes) -> bytes:
    if line.startswith(b"binarylimit"):
        raise AckError(AckCode.ARG, "Value too small", "binarylimit")
    return b""


@story
async def test_sequential_requests_share_a_connection():
    async with pool_to() as (pool, served):
        for _ in range(5):
            async with pool.lend(PLAIN) as line:
                await line.ask(b"ping")
        assert served.made == 1
        assert served.heard == [b"ping"] * 5


@story
async def test_simultaneous_requests_have_separate_connections():
    async with pool_to() as (pool, served):
        async with AsyncExitStack() as stack:
            lines = [await stack.enter_async_context(pool.lend(PLAIN)) for _ in range(7)]
            assert len(set(lines)) == served.made == 7
        async with pool.lend(PLAIN) as line:
            assert line in lines


@story
async def test_there_are_only_so_many_connections(monkeypatch):
    monkeypatch.setattr(pool_io, "WAIT_TIMEOUT_S", 0.05)
    async with pool_to() as (pool, served), AsyncExitStack() as stack:
        for _ in range(MAX_CONNECTIONS):
            await stack.enter_async_context(pool.lend(PLAIN))
        with pytest.raises(ConnectionLost, match="too many"):
            await stack.enter_async_context(pool.lend(PLAIN))
        assert served.made == MAX_CONNECTIONS


@story
async def test_who_has_to_wait_is_next():
    async with pool_to() as (pool, served), AsyncExitStack() as stack:
        *_, last = [await stack.enter_async_context(pool.lend(PLAIN)) for _ in range(MAX_CONNECTIONS - 1)]

        async def use(name: bytes) -> None:
            async with pool.lend(PLAIN) as line:
                await line.ask(name)

        await asyncio.gather(*(use(b"ask%d" % number) for number in range(20)))
        assert served.heard == [b"ask%d" % number for number in range(20)]
        assert served.made == MAX_CONNECTIONS
        assert last.free


@story
async def test_a_place_is_given_back_whatever_happens():
    failures = [ConnectionLost("no"), OSError("no"), asyncio.CancelledError()] * MAX_CONNECTIONS

    async def connect() -> MpdConnection:
        raise failures.pop()

    pool = Pool(connect)
    while failures:
        with pytest.raises((ConnectionLost, OSError, asyncio.CancelledError)):
            async with pool.lend(PLAIN):
                raise AssertionError("there is no connection")


# --- tuning ----------------------------------------------------------------------------------------------------------


@story
async def test_a_connection_has_the_reply_format_that_it_is_lent_for():
    async with pool_to() as (pool, served):
        for tuning in (PLAIN, SMALL, SMALL, BARE, PLAIN):
            async with pool.lend(tuning) as line:
                assert line.reply_format == tuning
                await line.ask(b"ping")
        begin, end = b"command_list_ok_begin", b"command_list_end"
        retuned = [begin, b'binarylimit "8192"', b"tagtypes clear", end]
        assert served.heard == [
            *(b"ping", b'binarylimit "64"', b"ping", b"ping"),
            *(*retuned, b"ping", b"tagtypes all", b"ping"),
        ]
        assert served.made == 1


@story
async def test_a_refused_reply_format_does_not_affect_other_clients():
    async with pool_to(refuses) as (pool, served):
        with pytest.raises(AckError, match="too small"):
            async with pool.lend(SMALL):
                raise AssertionError("it is not tuned")
        async with pool.lend(BARE) as line:
            await line.ask(b"ping")
        assert served.heard == [b'binarylimit "64"', b"tagtypes clear", b"ping"]
        assert served.made == 2


@story
async def test_a_connection_of_unknown_reply_format_is_not_lent_again():
    async with pool_to() as (pool, served):
        async with pool.lend(PLAIN) as line:
            line.reply_format = None
        async with pool.lend(BARE) as other:
            assert other is not line
        assert line.gone.done()
        assert served.made == 2


# --- connections that end --------------------------------------------------------------------------------------------


@story
async def test_a_connection_that_is_gone_is_not_lent():
    async with pool_to() as (pool, served):
        async with pool.lend(PLAIN) as line:
            pass
        served.drop()
        await line.gone
        async with pool.lend(PLAIN) as other:
            assert (await other.ask(b"ping")).bodies == [b""]


@story
async def test_a_connection_in_the_middle_of_something_is_not_lent_again():
    async with pool_to(waits) as (pool, served):
        async with pool.lend(PLAIN) as line:
            told = line.send(b"wait")
        with pytest.raises(ConnectionLost, match="broken off"):
            await told
        async with pool.lend(PLAIN):
            assert served.made == 2


@story
async def test_unused_connections_are_closed(monkeypatch):
    now = local_micros()
    monkeypatch.setattr(pool_io, "local_micros", lambda: Micros(now))
    async with pool_to() as (pool, served):
        async with pool.lend(PLAIN) as used, pool.lend(PLAIN) as unused:
            pass
        now += UNUSED_LIMIT // 2
        async with pool.lend(PLAIN) as again:
            assert again is used
        now += UNUSED_LIMIT // 2
        pool.close_unused()
        assert not unused.gone.done()
        now += 1
        pool.close_unused()
        assert unused.gone.done()
        assert not used.gone.done()
        now += UNUSED_LIMIT
        pool.close_unused()
        assert used.gone.done()
        async with pool.lend(PLAIN):
            assert served.made == 3


@story
async def test_short_questions_without_an_answer_can_be_given_up():
    async with pool_to(waits) as (pool, served), AsyncExitStack() as stack:
        assert pool.last_received == 0
        asking, streaming, idle = [await stack.enter_async_context(pool.lend(PLAIN)) for _ in range(3)]
        assert pool.last_received == max(line.last_received for line in (asking, streaming, idle))
        assert not pool.streaming
        passing = asyncio.ensure_future(streaming.stream(b"wait", asyncio.Queue[bytes]().put, 10.0))
        told = asking.send(b"wait")
        await quiet(lambda: len(served.heard))
        assert pool.streaming
        pool.fail_pending("it is slow")
        with pytest.raises(ConnectionLost, match="it is slow"):
            await told
        assert not streaming.gone.done()
        assert idle.free
        passing.cancel()
    assert pool.last_received == 0


@story
async def test_when_it_is_closed_all_who_wait_know_and_it_can_be_used_again():
    async with pool_to(waits) as (pool, served):
        async with pool.lend(PLAIN) as unused, pool.lend(PLAIN):
            pass
        async with pool.lend(PLAIN) as line:
            told = line.send(b"wait")
            await quiet(lambda: len(served.heard))
            pool.close("the room is gone")
            pool.close("again")
            with pytest.raises(ConnectionLost, match="the room is gone"):
                await told
        assert unused.gone.result() == "the room is gone"
        async with pool.lend(PLAIN) as other:
            assert (await other.ask(b"ping")).bodies == [b""]
