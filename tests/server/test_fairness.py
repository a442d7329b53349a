"""One connection never starves the others."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from drumcircle_gui.protocol.framing import encode_frame
from drumcircle_gui.protocol.message_codec import encode
from drumcircle_gui.protocol.messages import ChangeTimeline, ClockReply, ClockRequest, Say
from drumcircle_gui.protocol.strokes import Batch, SentStroke, Stroke, Strokes
from drumcircle_gui.server.connection_io import MAX_ENCRYPTED, READ_AHEAD, TURN_WORK, ServerConnection
from drumcircle_gui.server.connection_output_io import SendQueue
from drumcircle_gui.server.fairness.work import FRAME_WORK, MESSAGE_WORK
from drumcircle_gui.server.room.room import CircleRoom
from drumcircle_gui.timing.units import Beats

from .conftest import Serve
from .peer import PATIENCE, Peer

Run = Callable[[Coroutine[Any, Any, None]], None]

FLOODS = {
    "unknown frames": encode_frame(b"\x91\x63") * 100_000,
    "lines to oneself": encode(Say(2, "a")) * 30_000,
    "declined commands": encode(ChangeTimeline(0, running=False)) * 20_000,
    "strokes known already": encode(Strokes(0, (SentStroke(Beats(0), 1, 1),) * 1024)) * 2000,
}


@pytest.mark.parametrize("flood", FLOODS.values(), ids=FLOODS)
def test_a_flood_waits_and_others_are_answered_meanwhile(run: Run, serve: Serve, flood: bytes) -> None:
    async def story() -> None:
        async with serve() as server:
            fern, ivy = await Peer.join(server.invite), await Peer.join(server.invite, "Ivy")
            ivy.write(flood)
            ivy.send(ClockRequest(1, 1))
            answered = asyncio.create_task(ivy.next(ClockReply))
            for _ in range(50):
                assert await fern.is_well()
            assert not answered.done()
            assert server.stats().players == 2
            answered.cancel()
            await fern.leave()
            await ivy.leave()

    run(story())


@pytest.mark.parametrize("tls", [False, True])
def test_little_of_a_flood_is_read_before_its_turn(
    run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch, tls: bool
) -> None:
    """Reading costs time, and decrypting more. The read that reaches MAX_ENCRYPTED may go beyond it."""
    read: list[int] = []
    original = ServerConnection.data_received

    def noted(connection: ServerConnection, data: bytes) -> None:
        read.append(len(data) + sum(len(waiting) for waiting, _ in connection._inbox))
        original(connection, data)

    monkeypatch.setattr(ServerConnection, "data_received", noted)

    async def story() -> None:
        async with serve(tls=tls) as server:
            fern, ivy = await Peer.join(server.invite), await Peer.join(server.invite, "Ivy")
            ivy.write(encode_frame(b"\x92\x63\xc5\x03\xe8" + bytes(1000)) * 3000)
            async with asyncio.timeout(PATIENCE):
                while sum(size > READ_AHEAD for size in read) < 3:
                    assert await fern.is_well()
            await fern.leave()
            await ivy.leave()

    run(story())
    assert READ_AHEAD < max(read) <= 3 * MAX_ENCRYPTED


LONG = Strokes(0, (SentStroke(Beats(0), 1, 1),) * 1024)


def test_no_more_is_read_while_much_waits_for_its_turn(run: Run, serve: Serve) -> None:
    async def story() -> None:
        async with serve() as server:
            fern = await Peer.join(server.invite)
            (connection,) = server._runner._connections.values()
            connection.data_received(encode(LONG) * 3)
            assert not connection._reading
            async with asyncio.timeout(PATIENCE):
                while not connection._reading:
                    await asyncio.sleep(0)
            assert await fern.is_well()
            await fern.leave()

    run(story())


def test_a_clock_request_comes_before_what_takes_long_and_before_a_flood(
    run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All messages arrive in one pass of the event loop, the clock request last."""

    async def story() -> None:
        async with serve() as server:
            peers = [await Peer.join(server.invite, name) for name in ("Ash", "Elm", "Fern")]
            *floods, fern = server._runner._connections.values()
            handled: list[object] = []
            monkeypatch.setattr(server._runner, "received", lambda connection, message, at: handled.append(message))
            for flood in floods:
                flood.data_received(encode(LONG) * 3)
            fern.data_received(encode(ClockRequest(1, 1)))
            async with asyncio.timeout(PATIENCE):
                while handled.count(LONG) < 6 or server._runner.turns._queue:
                    await asyncio.sleep(0)
            assert handled.pop(0) == ClockRequest(1, 1)
            handled.clear()
            for flood in floods:  # idle now, but it has caused much work just before
                flood.data_received(encode(ClockRequest(2, 2)) * 10)
            fern.data_received(encode(ClockRequest(1, 1)))
            async with asyncio.timeout(PATIENCE):
                while len(handled) < 21:
                    await asyncio.sleep(0)
            at_once = TURN_WORK // (FRAME_WORK + MESSAGE_WORK[ClockRequest]) + 1
            assert handled.index(ClockRequest(1, 1)) <= at_once
            for peer in peers:
                await peer.leave()

    run(story())


def test_a_newcomer_is_let_in_and_what_it_missed_is_written_in_different_turns(
    run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each takes long, and a clock request may come in between."""
    done: list[str] = []

    def noted(cls: type, name: str) -> None:
        original = getattr(cls, name)

        def replacement(self: object, *arguments: Any) -> Any:
            done.append(name)
            return original(self, *arguments)

        monkeypatch.setattr(cls, name, replacement)

    async def story() -> None:
        async with serve() as server:
            fern = await Peer.join(server.invite)
            history = server._runner.room._circle.batches
            for number in range(20):
                history.add(Batch(number, Beats(2**40), (Stroke(1, 0, 1, 1),) * 1000))
            noted(ServerConnection, "take_turn")
            noted(CircleRoom, "handle")
            noted(SendQueue, "next_piece")
            ivy = await Peer.join(server.invite, "Ivy")
            assert len((await ivy.next(Batch)).strokes) == 1000
            for peer in (fern, ivy):
                await peer.leave()

    run(story())
    piece = done.index("next_piece")
    turn = max(place for place in range(piece) if done[place] == "take_turn")
    assert "handle" not in done[turn:piece]


def test_a_replay_is_written_as_the_member_reads_and_frames_are_shared(run: Run, serve: Serve) -> None:
    async def story() -> None:
        async with serve() as server:
            peers = [await Peer.join(server.invite, receive_buffer=4096) for _ in range(3)]
            frame = encode_frame(bytes(2**20))
            for connection in server._runner._connections.values():
                connection.replay((frame,) * 30)
            await asyncio.sleep(0)
            sizes = [each._transport.get_write_buffer_size() for each in server._runner._connections.values()]
            assert all(size <= 2 * len(frame) for size in sizes)
            for peer in peers:
                await peer.leave()

    run(story())
