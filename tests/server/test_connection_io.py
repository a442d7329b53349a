"""Invalid bytes end their connection and disturb no other."""

import asyncio
import random
from collections.abc import Callable, Coroutine
from typing import Any

import msgspec
import pytest

from drumcircle_gui.protocol.connection import FRAME_LIMIT, ConnectionState, Side
from drumcircle_gui.protocol.directory import OpenDirectory
from drumcircle_gui.protocol.framing import LENGTH, encode_frame
from drumcircle_gui.protocol.message_codec import encode
from drumcircle_gui.protocol.messages import PROTOCOL_VERSION, ClockRequest, Goodbye, Hello, Say, TickUpdate, Welcome
from drumcircle_gui.protocol.strokes import SentStroke, Strokes
from drumcircle_gui.timing.units import Micros

from .conftest import Serve
from .peer import Peer

Run = Callable[[Coroutine[Any, Any, None]], None]

HELLO = Hello(PROTOCOL_VERSION, "Fern", "guess")


def announced(length: int) -> bytes:
    """The first bytes of a frame of the given length."""
    return LENGTH.pack(length) + b"\x00"


def packed(*fields: object) -> bytes:
    return encode_frame(msgspec.msgpack.encode(fields))


BEFORE_HELLO = {
    "too long": (announced(FRAME_LIMIT[Side.SERVER, ConnectionState.OPENING] + 1), "too-long"),
    "far too long": (announced(2**32 - 1), "too-long"),
    "not a message": (encode_frame(b"\xc1"), "malformed"),
    "empty": (encode_frame(b""), "malformed"),
    "out of range": (packed(1, PROTOCOL_VERSION, "", ""), "malformed"),
    "of the wrong type": (packed(1, "one", "Fern", ""), "malformed"),
    "out of turn": (encode(Goodbye()), "out-of-turn"),
    "strokes first": (encode(Strokes(0, (SentStroke(0, 1, 1),))), "out-of-turn"),
    "a web browser": (b"GET / HTTP/1.1\r\nHost: oak\r\n\r\n", "too-long"),
    "a wrong key": (encode(HELLO), "wrong-key"),
    "for a hub": (encode(OpenDirectory(PROTOCOL_VERSION)), "no-hub"),
}

AFTER_HELLO = {
    "too long": (announced(FRAME_LIMIT[Side.SERVER, ConnectionState.JOINED] + 1), "too-long"),
    "not a message": (encode_frame(b"\xc1"), "malformed"),
    "out of range": (packed(5, 0, [[0, 128, 1]]), "malformed"),
    "below range": (packed(5, -1, []), "malformed"),
    "too many": (packed(5, 0, [[0, 1, 1]] * 1025), "malformed"),
    "out of turn": (encode(HELLO), "out-of-turn"),
}


@pytest.mark.parametrize(("data", "code"), BEFORE_HELLO.values(), ids=BEFORE_HELLO)
def test_before_hello_bad_bytes_end_the_connection_with_a_reason(
    run: Run, serve: Serve, data: bytes, code: str
) -> None:
    async def story() -> None:
        async with serve() as server:
            fern, stranger = await Peer.join(server.invite), await Peer.connect(server.invite)
            stranger.write(data)
            said = await stranger.closing()
            assert said is not None
            assert (said.code, said.again) == (code, False)
            assert await fern.is_well()
            assert server.stats().players == 1
            await fern.leave()
            await stranger.leave()

    run(story())


@pytest.mark.parametrize(("data", "code"), AFTER_HELLO.values(), ids=AFTER_HELLO)
def test_after_hello_bad_bytes_end_the_connection_with_a_reason(run: Run, serve: Serve, data: bytes, code: str) -> None:
    async def story() -> None:
        async with serve() as server:
            fern, ivy = await Peer.join(server.invite), await Peer.join(server.invite, "Ivy")
            ivy.write(data)
            said = await ivy.closing()
            assert said is not None
            assert (said.code, said.again) == (code, False)
            assert await fern.is_well()
            assert server.stats().players == 1
            await fern.leave()
            await ivy.leave()

    run(story())


@pytest.mark.parametrize("joined", [True, False])
def test_random_bytes_never_disturb_other_members(run: Run, serve: Serve, joined: bool) -> None:
    chance = random.Random(7)

    async def story() -> None:
        async with serve() as server:
            fern = await Peer.join(server.invite)
            for length in range(1, 40):
                noisy = await (Peer.join(server.invite) if joined else Peer.connect(server.invite))
                noisy.write(encode_frame(chance.randbytes(length)) + chance.randbytes(9))
                await noisy.leave()
            assert await fern.is_well()
            await fern.leave()

    run(story())


def test_messages_in_single_bytes_are_decoded(run: Run, serve: Serve) -> None:
    async def story() -> None:
        async with serve() as server:
            fern = await Peer.connect(server.invite)
            await fern.send_torn(Hello(PROTOCOL_VERSION, "Fern", server.invite.key))
            assert (await fern.next(Welcome)).circle == "Oak"
            assert await fern.is_well()
            await fern.leave()

    run(story())


def test_bytes_after_a_goodbye_are_ignored(run: Run, serve: Serve) -> None:
    async def story() -> None:
        async with serve() as server:
            fern, ivy = await Peer.join(server.invite), await Peer.join(server.invite, "Ivy")
            ivy.write(encode(Goodbye()) + encode(Say(0, "still here")) + b"\xff" * 100)
            assert await ivy.closing() is None
            assert await fern.is_well()
            await fern.leave()
            await ivy.leave()

    run(story())


@pytest.mark.slow
@pytest.mark.parametrize("tls", [True, False])
def test_a_member_that_does_not_read_is_dropped(
    run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch, tls: bool
) -> None:
    monkeypatch.setattr("drumcircle_gui.server.room_runner_io._MAX_UNREAD_EACH", 2**18)
    questions = encode(ClockRequest(2**50, 2**50)) * 2000

    async def story() -> None:
        async with serve(tls=tls) as server:
            fern = await Peer.join(server.invite)
            deaf = await Peer.join(server.invite, "Deaf", receive_buffer=4096)
            with pytest.raises(ConnectionError):
                while True:
                    deaf.write(questions)
                    await deaf.drain()
                    await asyncio.sleep(0)
            while server.stats().players > 1:
                assert await fern.is_well()
            await fern.leave()
            await deaf.leave()

    run(story())


def test_replayed_bytes_do_not_count_as_unread(run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drumcircle_gui.server.room_runner_io._MAX_UNREAD_EACH", 2**20)

    async def story() -> None:
        async with serve() as server:
            fern = await Peer.join(server.invite, receive_buffer=4096)
            (link,) = server._runner._connections.values()
            link.replay((encode(TickUpdate(Micros(1))) * 10**6,))
            link.send(TickUpdate(Micros(2)))
            assert link.open
            link.write(bytes(8 * 2**20))
            link.send(TickUpdate(Micros(2)))
            assert not link.open
            await fern.leave()

    run(story())


def test_a_connection_that_does_not_read_its_closing_is_dropped(
    run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drumcircle_gui.server.connection_io.CLOSE_TIMEOUT_S", 0.05)
    monkeypatch.setattr("drumcircle_gui.server.acceptor_io.CLOSE_TIMEOUT_S", 3600)

    async def story() -> None:
        async with serve(tls=True) as server:
            deaf = await Peer.join(server.invite)
            deaf._writer.transport.pause_reading()
            deaf.write(encode_frame(b"\xc1"))
            async with asyncio.timeout(20):
                while server._acceptor._connections:
                    await asyncio.sleep(0.01)
            await deaf.leave()

    run(story())
