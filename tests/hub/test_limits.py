"""Limits of the circles of a hub, on a real hub."""

import asyncio
from pathlib import Path

import msgspec
import pytest

from drumcircle_gui.cli import parser
from drumcircle_gui.directory.directory_client_io import open_directory
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.hub import circles_io, hub_io
from drumcircle_gui.hub.limits import HubLimits
from drumcircle_gui.paths import Paths
from drumcircle_gui.protocol.messages import Declined
from drumcircle_gui.shell.options import hub_config
from tests.server.peer import Peer
from tests.tools.loopback import run

from .conftest import ServeHub, address_of
from .test_hub_io import SAMBA, create


def test_a_hub_that_is_full_says_so(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with serve_hub(limits=HubLimits(each=1)) as hub, open_directory(address_of(hub)) as client:
            await client.create(SAMBA)
            with pytest.raises(DrumCircleError, match="in your network"):
                await client.create(SAMBA)
            with pytest.raises(DrumCircleError, match="does not know the entry"):
                hub.circles._limits = HubLimits()
                await client.create(msgspec.structs.replace(SAMBA, entry="magic"))

    run(story())


def test_an_address_creates_so_many_circles_at_most_also_at_once(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with serve_hub() as hub, open_directory(address_of(hub)) as client:
            requests = (client.create(SAMBA) for _ in range(HubLimits().each + 5))
            made = await asyncio.gather(*requests, return_exceptions=True)
            assert sum(isinstance(each, DrumCircleError) for each in made) == 5
            assert len(hub.circles) == HubLimits().each

    run(story())


def test_recordings_beyond_the_limit_end_and_go_on_when_old_ones_are_deleted(
    serve_hub: ServeHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(circles_io, "RECORDED_INTERVAL_S", 0.02)
    monkeypatch.setattr(hub_io, "CHECK_INTERVAL_S", 0.02)

    async def story() -> None:
        async with serve_hub(recording=True, limits=HubLimits(recordings=1)) as hub:
            _, conductor = await create(address_of(hub))
            old = tmp_path / "hub" / "circles" / conductor.circle_id / "recordings" / "old.drumcircle"
            old.parent.mkdir(parents=True, exist_ok=True)
            old.write_bytes(bytes(1 << 20))
            ada = await Peer.join(conductor, "Ada")
            assert "recordings fill" in (await ada.next(Declined)).text
            [circle] = hub.circles
            assert circle._recorder is None
            old.unlink()
            async with asyncio.timeout(20):
                while circle._recorder is None:
                    await asyncio.sleep(0.01)
            await ada.leave()

    run(story())


def test_the_limits_are_options_of_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = parser().parse_args(["hub", "--limit", "players=40", "--limit", "each=3"])
    limits = hub_config(options, Paths.within(tmp_path)).limits
    assert (limits.players, limits.each, limits.circles) == (40, 3, HubLimits().circles)
    for wrong in "players", "players=x", "tables=1":
        with pytest.raises(SystemExit):
            parser().parse_args(["hub", "--limit", wrong])
        assert "must be NAME=N" in capsys.readouterr().err
