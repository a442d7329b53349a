"""Timers of a running room."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from drumcircle_gui.protocol.messages import ClockRequest, MemberUpdate, QualityUpdate
from drumcircle_gui.protocol.strokes import Batch, SentStroke, Strokes
from drumcircle_gui.server.broadcast_buffer import BroadcastBuffer
from drumcircle_gui.server.room.tick_rate import MIN_TICK
from drumcircle_gui.timing.units import SECOND, Micros, local_micros

from .conftest import Serve
from .peer import Peer

Run = Callable[[Coroutine[Any, Any, None]], None]

RUNNER = "drumcircle_gui.server.room_runner_io."
UNRESPONSIVE = "drumcircle_gui.server.unresponsive_io."


def test_a_silent_member_is_closed_and_may_resume(run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(UNRESPONSIVE + "SILENCE_TIMEOUT", Micros(200_000))
    monkeypatch.setattr(RUNNER + "_SWEEP_INTERVAL", Micros(50_000))

    async def story() -> None:
        async with serve() as server:
            silent, fern = await Peer.join(server.invite, "Silent"), await Peer.join(server.invite)
            ended = asyncio.create_task(silent.closing())
            while not ended.done():
                assert await fern.is_well()
                await asyncio.sleep(0.02)
            said = ended.result()
            assert said is not None
            assert (said.code, said.again) == ("silent", True)
            await fern.leave()
            await silent.leave()

    run(story())


def test_members_are_notified_of_joins_and_losses(run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drumcircle_gui.server.room.status_broadcast.UPDATE_INTERVAL", Micros(100_000))

    async def story() -> None:
        async with serve() as server:
            oak = await Peer.join(server.conductor_invite, "Oak")
            fern = await Peer.join(server.invite)
            assert (await oak.next(MemberUpdate)).member == fern.welcome.members[1]
            await fern.leave()
            assert not (await oak.next(MemberUpdate)).member.connected
            assert [row.id for row in (await oak.next(QualityUpdate)).rows] == [oak.welcome.you]
            await oak.leave()

    run(story())


def test_a_row_of_quality_follows_the_strokes_of_its_tick(
    run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("drumcircle_gui.server.room.status_broadcast.UPDATE_INTERVAL", Micros(100_000))
    drained: list[tuple[bytes, dict[int, bytes]]] = []
    drain = BroadcastBuffer.drain

    def noted(buffer: BroadcastBuffer) -> tuple[bytes, dict[int, bytes]]:
        drained.append(drain(buffer))
        return drained[-1]

    monkeypatch.setattr(BroadcastBuffer, "drain", noted)

    async def story() -> None:
        async with serve(running=True) as server:
            fern = await Peer.join(server.invite)
            fern.send(ClockRequest(1, 1))
            for number in range(100):
                beat = server._runner.room.timeline.beat_at(server._runner.now())
                fern.send(Strokes(number, (SentStroke(beat, 38, 100),)))
                assert (await fern.next(Batch)).strokes
                if any(own.startswith(frames) for frames, rows in drained if frames for own in rows.values()):
                    break
            else:
                raise AssertionError("no row came with strokes")
            assert (await fern.next(QualityUpdate)).rows
            await fern.leave()

    run(story())


def test_the_unread_limit_shrinks_with_the_members(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RUNNER + "_MAX_UNREAD_TOTAL", 3 * 2**20)

    async def story() -> None:
        async with serve() as server:
            assert server._runner.max_unread() == 3 * 2**20
            peers = [await Peer.join(server.invite) for _ in range(4)]
            assert server._runner.max_unread() == 2**20
            for peer in peers:
                await peer.leave()

    asyncio.run(story())


def test_missed_ticks_are_skipped(serve: Serve) -> None:
    async def story() -> None:
        async with serve() as server:
            server.stats()
            time.sleep(20 * MIN_TICK / SECOND)  # the machine stands still
            ticks = 0
            while server.stats().tick_lateness.max < 10 * MIN_TICK:
                await asyncio.sleep(0)
            for _ in range(20):
                await asyncio.sleep(0)
                ticks += server._runner._ticks.due <= local_micros()
            assert ticks <= 1

    asyncio.run(story())
