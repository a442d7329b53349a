"""A hub connects back to the client that requests it, and to no other address."""

from pathlib import Path

import pytest

from drumcircle_gui.directory.connect_back_io import seen_by
from drumcircle_gui.directory.directory_client_io import open_directory
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.hub import connect_back_io, probe_limits
from drumcircle_gui.server.server_io import Server, ServerConfig
from tests.tools.loopback import run

from .conftest import ServeHub, address_of


@pytest.fixture
def loopback_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Treat the loopback as another machine."""
    monkeypatch.setattr(connect_back_io, "is_elsewhere", lambda host: True)


@pytest.mark.usefixtures("loopback_counts")
@pytest.mark.parametrize("tls", [True, False])
def test_a_server_learns_whether_the_hub_reaches_it(serve_hub: ServeHub, tmp_path: Path, tls: bool) -> None:
    async def story() -> None:
        server = Server(ServerConfig(name="Home", bind="127.0.0.1", tls=tls, data_dir=tmp_path / "home"))
        await server.start()
        pin = server.invite.pin
        async with serve_hub() as hub:
            address = address_of(hub)
            assert await seen_by(address, server.port, pin) == [("127.0.0.1", True)]
            if tls:
                assert await seen_by(address, server.port, "0" * 64) == [("127.0.0.1", False)]
            await server.close()
            assert await seen_by(address, server.port, pin) == [("127.0.0.1", False)]
        assert await seen_by(address, server.port, pin) == []

    run(story())


@pytest.mark.usefixtures("loopback_counts")
def test_a_hub_connects_back_a_few_times_a_minute(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with serve_hub() as hub, open_directory(address_of(hub)) as client:
            for _ in range(probe_limits.TRIES_AT_ONCE):
                assert (await client.try_reach(hub.port, tls=False)).reached
            with pytest.raises(DrumCircleError, match="often enough"):
                await client.try_reach(hub.port, tls=False)

    run(story())


def test_a_hub_does_not_connect_to_itself_nor_to_ports_of_the_system(
    serve_hub: ServeHub, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story() -> None:
        async with serve_hub() as hub, open_directory(address_of(hub)) as client:
            with pytest.raises(DrumCircleError, match="does not connect"):
                await client.try_reach(hub.port, tls=True)
            monkeypatch.setattr(connect_back_io, "is_elsewhere", lambda host: True)
            for port in 0, 22, 1023:
                with pytest.raises(DrumCircleError, match="does not connect"):
                    await client.try_reach(port, tls=True)

    run(story())


@pytest.mark.parametrize(
    ("host", "elsewhere"),
    [
        ("127.0.0.1", False),
        ("::1", False),
        ("unknown", False),
        ("0.0.0.0", False),
        ("192.168.1.20", True),
        ("5.9.1.2", True),
    ],
)
def test_addresses_of_other_machines(host: str, elsewhere: bool) -> None:
    assert connect_back_io.is_elsewhere(host) == elsewhere
