"""Long replies that a connection passes on as they arrive."""

import asyncio

import pytest

from drumcircle_gui.mpd.room.connection_io import ConnectionLost
from tests.mpd.fake import SONG, line_to, quiet, story

SHORT = 0.05
PATIENCE = 10.0
CUTS = (1, 2, 3, 5, 11, 65_536)


class Basin:
    """A sink that takes data as slowly as the test wants."""

    def __init__(self) -> None:
        self.data = bytearray()
        self.gate = asyncio.Event()
        self.gate.set()

    async def take(self, piece: bytes) -> None:
        await self.gate.wait()
        self.data += piece


@pytest.mark.parametrize("cut", CUTS)
@pytest.mark.parametrize(("request_", "told"), [(b"song", SONG + b"OK\n"), (b"nothing", b"OK\n")])
@story
async def test_a_reply_is_passed_on_as_it_comes(cut, request_, told):
    async with line_to(cut=cut) as (line, _):
        basin = Basin()
        await line.stream(request_, basin.take, PATIENCE)
        assert basin.data == told
        assert line.free


@story
async def test_a_refusal_is_handed_on_too():
    async with line_to(cut=7) as (line, _):
        basin = Basin()
        await line.stream(b"foo", basin.take, PATIENCE)
        assert basin.data == b'ACK [5@0] {} unknown command "foo"\n'
        assert (await line.ask(b"song")).bodies == [SONG]


@pytest.mark.parametrize("cut", [500, 4096, 65_536, 65_537, 10**6])
@story
async def test_after_a_long_reply_it_still_hears(cut):
    async with line_to(cut=cut) as (line, _):
        basin = Basin()
        await line.stream(b"long", basin.take, PATIENCE)
        assert basin.data == SONG * 20_000 + b"OK\n"
        assert (await line.ask(b"song", within=PATIENCE)).bodies == [SONG]


@story
async def test_a_reply_comes_no_faster_than_it_is_taken():
    size = 400_000
    async with line_to(lambda line: SONG * size) as (line, served):
        basin = Basin()
        basin.gate.clear()
        streaming = asyncio.ensure_future(line.stream(b"long", basin.take, PATIENCE))
        held = await quiet(lambda: served.sent)
        assert 0 < held < len(SONG) * size
        assert (line.free, line.pending, line.streaming) == (False, 0, True)
        basin.gate.set()
        await streaming
        assert len(basin.data) == len(SONG) * size + 3
        assert line.free
        assert not line.streaming


@story
async def test_a_reply_that_stops_midway_is_not_awaited_for_ever():
    async with line_to() as (line, served):
        basin = Basin()
        streaming = asyncio.ensure_future(line.stream(b"wait", basin.take, SHORT))
        await served.say(SONG)
        with pytest.raises(ConnectionLost, match="does not answer"):
            await streaming
        assert line.gone.done()


@story
async def test_when_the_connection_breaks_what_has_come_is_handed_on():
    async with line_to() as (line, served):
        basin = Basin()
        streaming = asyncio.ensure_future(line.stream(b"wait", basin.take, PATIENCE))
        await quiet(lambda: len(served.heard))
        await served.say(SONG)
        await quiet(lambda: len(basin.data))
        served.drop()
        with pytest.raises(ConnectionLost, match="connection"):
            await streaming
        assert basin.data == SONG


@story
async def test_a_reply_that_is_not_taken_to_its_end_ends_the_connection():
    async def full(piece: bytes) -> None:
        raise BufferError("full")

    async with line_to() as (line, _):
        with pytest.raises(BufferError):
            await line.stream(b"song", full, PATIENCE)
        assert line.gone.result() == "a reply was broken off"
    async with line_to() as (line, _):
        streaming = asyncio.ensure_future(line.stream(b"wait", Basin().take, PATIENCE))
        await asyncio.sleep(0)
        streaming.cancel()
        with pytest.raises(asyncio.CancelledError):
            await streaming
        assert not line.free


@pytest.mark.parametrize("cut", CUTS)
@story
async def test_a_second_reply_is_not_passed_on_and_ends_the_connection(cut):
    def twice(line: bytes) -> bytes:
        return SONG + b"OK\nfile: not/yours\n"

    async with line_to(twice, cut=cut) as (line, _):
        basin = Basin()
        await line.stream(b"song", basin.take, PATIENCE)
        assert basin.data == SONG + b"OK\n"
        assert "repl" in await line.gone  # more than one, or one to no request if the second comes later
