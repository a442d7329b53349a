"""Rooms behind a local socket of a real MPD: a path, and an abstract name."""

import asyncio
import sys
from pathlib import Path

import pytest

from drumcircle_gui.mpd.config.config import RoomConfig
from drumcircle_gui.mpd.room.connection_io import ConnectionLost, MpdConnection
from drumcircle_gui.mpd.transfer.control_client_io import control_client
from drumcircle_gui.mpd.transfer.database_update_io import update_database
from drumcircle_gui.tasks import new_event_loop
from tests.tools.rigs import mpds

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="abstract sockets exist on Linux only")


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["path", "abstract"])
def test_a_room_is_reached_through_a_local_socket(kind: str, library: Path, tmp_path: Path) -> None:
    host = str(tmp_path / "socket") if kind == "path" else f"@drumcircle-{tmp_path.name}"

    async def ask() -> None:
        line = await MpdConnection.open(host, 6600)
        assert b"state: stop" in (await line.ask(b"status")).checked()[0]
        line.close()
        await update_database(RoomConfig("Hall", host), ["Noise/1 White.flac"])

    with (
        mpds.mpd_server(library, extra=f'bind_to_address "{host}"'),
        asyncio.Runner(loop_factory=new_event_loop) as runner,
    ):
        runner.run(ask())


@pytest.mark.parametrize("host", ["/nowhere/socket", "@nowhere"])
def test_a_socket_that_does_not_exist_is_reported(host: str) -> None:
    async def ask() -> None:
        with pytest.raises(ConnectionLost):
            await MpdConnection.open(host, 6600)
        with pytest.raises(ConnectionLost):
            async with control_client(RoomConfig("Hall", host)):
                pass

    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        runner.run(ask())
