"""A client of the directory beside hubs that misbehave."""

import asyncio

import pytest

from drumcircle_gui.client.transport_io import Transport
from drumcircle_gui.directory import announcer_io
from drumcircle_gui.directory.announcer_io import Announcer
from drumcircle_gui.directory.directory_client_io import DirectoryClient
from drumcircle_gui.directory.hub_address import NO_TLS, HubAddress
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.connection import Connection, Side
from drumcircle_gui.protocol.directory import Announced, CircleListing, CreateCircle, DirectoryOpened, OpenDirectory
from drumcircle_gui.protocol.messages import PROTOCOL_VERSION
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import Micros, Tempo
from tests.tools.loopback import run

LISTING = CircleListing("", "Oak", "", Tempo(500_000), Meter(), False, 0, "open", Micros(0), port=8004)


def opened_directory(client: Connection) -> Connection:
    """A hub's side of a connection whose client's side is `client`."""
    hub = Connection(Side.SERVER)
    assert list(hub.receive(client.send(OpenDirectory(PROTOCOL_VERSION))))
    return hub


class LostTransport(Transport):
    """Sends nothing, and ends when it is aborted."""

    def write(self, data: bytes) -> None:
        pass

    def abort(self, reason: str) -> None:
        if not self.ended.done():
            self.ended.set_result(reason)


def test_a_hub_that_sends_without_being_asked_is_dropped() -> None:
    async def story() -> None:
        transport = LostTransport()
        client = DirectoryClient(HubAddress("hub.example.org"), transport)
        hub = opened_directory(client._connection)
        for _ in range(1000):
            transport._on_data(hub.send(Announced(Micros(0), "")), Micros(0))
        assert "nothing asked for" in await asyncio.wait_for(transport.ended, 20)
        assert client._answers.qsize() < 100

    run(story())


def test_a_hub_that_speaks_before_it_is_asked_is_an_error() -> None:
    async def story() -> None:
        transport = LostTransport()
        transport._early.append(
            (opened_directory(Connection(Side.CLIENT)).send(DirectoryOpened(1, "School")), Micros(0))
        )
        client = DirectoryClient(HubAddress("hub.example.org"), transport)
        with pytest.raises(DrumCircleError, match="not a hub"):
            await client.open()

    run(story())


@pytest.mark.parametrize("name", ["", 33 * "x"])
def test_a_circle_whose_name_no_hub_takes_is_refused_in_plain_words(name: str) -> None:
    async def story() -> None:
        client = DirectoryClient(HubAddress("hub.example.org"), LostTransport())
        with pytest.raises(DrumCircleError, match="Choose a name of 1 to 32 visible characters"):
            await client.create(CreateCircle(name, Tempo(500_000), Meter()))

    run(story())


def test_a_hub_that_no_longer_answers_does_not_delay_the_end_of_a_circle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(announcer_io, "CLOSE_TIMEOUT_S", 0.01)

    async def story() -> None:
        opened = asyncio.Event()

        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            try:
                await reader.read(1)  # the request; what it asks for is known
                connection = opened_directory(Connection(Side.CLIENT))
                writer.write(connection.send(DirectoryOpened(PROTOCOL_VERSION, "School")))
                opened.set()
                await reader.read()
            finally:
                writer.close()

        async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
            hub = HubAddress("127.0.0.1", server.sockets[0].getsockname()[1], NO_TLS)
            announcer = Announcer(hub, lambda: LISTING, lambda text: None)
            announcer.start()
            async with asyncio.timeout(5):  # less than the client waits for an answer
                await opened.wait()
                while announcer._client is None:
                    await asyncio.sleep(0)
                await announcer.close()

    run(story())
