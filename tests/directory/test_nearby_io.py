"""Circles found by DNS-SD, on loopback."""

import asyncio

import msgspec
import pytest

from drumcircle_gui.directory import nearby_io
from drumcircle_gui.directory.nearby_io import NearbyAnnouncer, NearbySearch
from drumcircle_gui.tasks import new_event_loop
from tests.directory.test_nearby import LISTING

pytestmark = pytest.mark.slow


def test_a_circle_is_found_followed_and_gone(monkeypatch):
    monkeypatch.setattr(nearby_io, "INTERFACES", ["127.0.0.1"])
    monkeypatch.setattr(nearby_io, "REFRESH_INTERVAL_S", 0.05)
    circle = [msgspec.structs.replace(LISTING, name="Drum Circle test")]

    async def story() -> None:
        told: asyncio.Queue = asyncio.Queue()
        search = NearbySearch(told.put_nowait, "here")
        announcer = NearbyAnnouncer(8004, lambda: circle[0], lambda: ("127.0.0.1",))

        async def until(players: int | None) -> None:
            while [each.players for each in await told.get() if each.name == circle[0].name] != (
                [] if players is None else [players]
            ):
                pass

        try:
            async with asyncio.timeout(30):
                announcer.start()
                await search.start()
                await until(5)
                circle[0] = msgspec.structs.replace(circle[0], players=6)
                await until(6)
                await announcer.close()
                await until(None)
        finally:
            await announcer.close()
            await search.close()

    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        runner.run(story())
