"""A hub lists a circle that runs elsewhere only if it reaches the circle's server itself."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
import pytest

from drumcircle_gui.directory.directory_client_io import DirectoryClient, open_directory
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.hub import announced_io
from drumcircle_gui.hub.announced_io import may_connect
from drumcircle_gui.hub.probe_limits import TRIES_AT_ONCE
from drumcircle_gui.protocol.directory import CircleListing
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import Micros, Tempo
from tests.tools.loopback import run, serving

from .conftest import ServeHub, address_of

ELM = CircleListing("", "Elm", "", Tempo(500_000), Meter(), True, 3, "invite", Micros(0))


def at(port: int, pin: str | None = None, host: str = "") -> CircleListing:
    return msgspec.structs.replace(ELM, port=port, pin=pin or "none", host=host)


class Victim:
    """A server of another protocol that counts connections."""

    connections = 0
    port = 0

    def take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        writer.write(b"220 mail.example.org\r\n")
        writer.close()


@asynccontextmanager
async def victim() -> AsyncIterator[Victim]:
    found = Victim()
    async with await asyncio.start_server(found.take, "127.0.0.1", 0) as server:
        found.port = server.sockets[0].getsockname()[1]
        yield found


async def listed(client: DirectoryClient) -> list[str]:
    return [row.name for row in (await client.circles()).rows or ()]


async def refused(client: DirectoryClient, listing: CircleListing) -> bool:
    try:
        await client.announce(listing)
    except DrumCircleError:
        return True
    return False


@pytest.mark.parametrize("tls", [True, False])
def test_only_a_drum_circle_server_with_the_announced_certificate_is_listed(
    serve_hub: ServeHub, tmp_path: Path, tls: bool
) -> None:
    async def story() -> None:
        async with (
            serving(tmp_path / "elm", tls=tls) as elm,
            victim() as other,
            serve_hub() as hub,
            open_directory(address_of(hub)) as client,
        ):
            for wrong in at(other.port), at(elm.port, "0" * 64), at(22), at(elm.port, host="no.such.host.invalid"):
                assert await refused(client, wrong)
            assert await listed(client) == []
            assert (await client.announce(at(elm.port, elm.invite.pin))).host == "127.0.0.1"
            assert await listed(client) == ["Elm"]

    run(story())


def test_an_address_is_tried_once_and_then_less_and_less_often(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with victim() as other, serve_hub() as hub, open_directory(address_of(hub)) as client:
            for _ in range(50):
                assert await refused(client, at(other.port))
            assert other.connections == 1

    run(story())


def test_an_announcer_makes_the_hub_connect_a_few_times(serve_hub: ServeHub) -> None:
    async def story() -> None:
        async with victim() as other, serve_hub() as hub:
            for number in range(20):
                async with open_directory(address_of(hub)) as client:
                    assert await refused(client, at(other.port, host="127.0.0.1", pin=f"{number:064}"))
            assert 0 < other.connections <= TRIES_AT_ONCE

    run(story())


def test_a_server_that_is_gone_is_not_listed_for_longer(
    serve_hub: ServeHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(announced_io, "FIRST_PAUSE", Micros(0))

    async def story() -> None:
        async with serve_hub() as hub, open_directory(address_of(hub)) as client:
            async with serving(tmp_path / "elm") as elm:
                listing = at(elm.port, elm.invite.pin)
                await client.announce(listing)
            await client.announce(listing)
            assert await listed(client) == ["Elm"]
            monkeypatch.setattr(announced_io, "local_micros", lambda: Micros(1 << 60))
            assert await refused(client, listing)
            assert await listed(client) == []
            assert await refused(client, listing)

    run(story())


def test_what_is_known_of_very_many_servers_is_forgotten(
    serve_hub: ServeHub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(announced_io, "MAX_SERVERS", 1)

    async def story() -> None:
        async with (
            victim() as other,
            serving(tmp_path / "elm") as elm,
            serve_hub() as hub,
            open_directory(address_of(hub)) as client,
        ):
            assert await refused(client, at(other.port))
            await client.announce(at(elm.port, elm.invite.pin))
            assert await refused(client, at(other.port))
            assert other.connections == 2

    run(story())


def test_addresses_that_a_hub_connects_to() -> None:
    own = "192.168.1.20"
    cases = {
        own: True,
        "8.8.8.8": True,
        "2a00:1450::1": True,
        "192.168.1.1": False,
        "127.0.0.1": False,
        "169.254.169.254": False,
        "10.0.0.1": False,
        "224.0.0.1": False,
        "::1": False,
        "fe80::1%eth0": False,
        "ff02::1": False,
    }
    assert {host: may_connect(host, own) for host in cases} == cases
