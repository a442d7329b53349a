"""The finder beside real hubs: circles appear, are measured, and disappear with their hub."""

import asyncio
from pathlib import Path

import msgspec
import pytest

from drumcircle_gui.directory import finder_io
from drumcircle_gui.directory.directory_client_io import open_directory
from drumcircle_gui.directory.finder_io import CircleFinder
from drumcircle_gui.directory.found import FoundCircle, FoundCircles
from drumcircle_gui.directory.hub_address import HubAddress, KnownHub
from drumcircle_gui.hub.hub_io import Hub, HubConfig
from drumcircle_gui.protocol.directory import CreateCircle
from drumcircle_gui.server.server_io import Server, ServerConfig
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import tempo_of_bpm
from tests.tools.loopback import Watch, run

SAMBA = CreateCircle("Samba", tempo_of_bpm(120), Meter(), "for beginners", "open")


ELSEWHERE = FoundCircle(
    "elm", "Elm", "", tempo_of_bpm(120), Meter(), True, 2, "open", "here", ("192.0.2.1", 8004), None
)


class Seen(Watch):
    found = FoundCircles()

    def take(self, found: FoundCircles) -> None:
        self.found = found
        self.news()


def test_circles_of_a_hub_and_elsewhere_are_found_and_timed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finder_io, "POLL_INTERVAL_S", 0.02)
    monkeypatch.setattr(finder_io, "MEASURE_INTERVAL_S", 0.02)

    async def story() -> None:
        hub, seen = Hub(HubConfig(data_dir=tmp_path, bind="127.0.0.1", recording=False)), Seen()
        await hub.start()
        address = HubAddress("127.0.0.1", hub.port)
        hubs: list[KnownHub] = []
        finder = CircleFinder([address], seen.take, hubs.append)
        try:
            await finder.start()
            async with open_directory(address) as client:
                player, _ = await client.create(SAMBA)
                [row] = (await client.circles()).rows or ()
                elsewhere = Server(ServerConfig(name="Elm", bind="127.0.0.1", data_dir=tmp_path / "elm"))
                await elsewhere.start()
                there = {"port": elsewhere.port, "pin": elsewhere.invite.pin, "circle": ""}
                await client.announce(msgspec.structs.replace(row, name="Elm", **there))
                await seen.until(lambda: len([c for c in seen.found.circles if c.round_trip is not None]) == 2)
                await elsewhere.close()
                assert seen.found.circles[0].invite == player
                assert hubs == [KnownHub(address.with_pin(hub.pin or ""), "Drum Circle hub")]
                finder.search("elm")
                await seen.until(lambda: [circle.name for circle in seen.found.circles] == ["Elm"])
                finder.search("")
                await seen.until(lambda: len(seen.found.circles) == 2)
            await hub.close()
            await seen.until(lambda: seen.found.problems and not seen.found.circles)
        finally:
            await finder.close()
            await hub.close()

    run(story())


def test_a_server_that_is_not_reached_is_tried_less_and_less_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finder_io, "MEASURE_INTERVAL_S", 0.0)
    tried: list[tuple[str, int]] = []

    async def refuse(host: str, port: int) -> list[str]:
        tried.append((host, port))
        raise OSError("refused")

    monkeypatch.setattr(finder_io, "resolve", refuse)

    async def story() -> None:
        finder = CircleFinder([], lambda found: None)
        await finder.start()
        finder.show("here", [ELSEWHERE])
        for _ in range(200):
            await asyncio.sleep(0)
        await finder.close()

    run(story())
    assert tried == [ELSEWHERE.address]
