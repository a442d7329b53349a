"""What the running room does by itself."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from drumcircle_gui.protocol.messages import MemberUpdate, QualityUpdate
from drumcircle_gui.server.room.tick_rate import SHORTEST
from drumcircle_gui.timing.units import SECOND, Micros

from .conftest import Serve
from .peer import Peer

Run = Callable[[Coroutine[Any, Any, None]], None]

HUB = "drumcircle_gui.server.room_runner_io."


def test_who_is_silent_is_dropped_and_may_come_back(run: Run, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(HUB + "SILENT_AFTER", Micros(200_000))
    monkeypatch.setattr(HUB + "_SWEEP_EVERY", Micros(50_000))

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


def test_members_hear_who_comes_and_goes(run: Run, serve: Serve) -> None:
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


def test_the_slack_given_to_slow_ones_shrinks_with_their_number(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(HUB + "_MOST_IN_ALL", 3 * 2**20)

    async def story() -> None:
        async with serve() as server:
            assert server._hub.most_waiting() == 3 * 2**20
            peers = [await Peer.join(server.invite) for _ in range(4)]
            assert server._hub.most_waiting() == 2**20
            for peer in peers:
                await peer.leave()

    asyncio.run(story())


def test_ticks_that_were_missed_are_not_made_up_for(serve: Serve) -> None:
    async def story() -> None:
        async with serve() as server:
            server.stats()
            time.sleep(20 * SHORTEST / SECOND)  # the machine stands still
            ticks = 0
            while server.stats().tick_lateness.max < 10 * SHORTEST:
                await asyncio.sleep(0)
            for _ in range(20):
                await asyncio.sleep(0)
                ticks += server._hub._due <= server._hub.now()
            assert ticks <= 1

    asyncio.run(story())
