import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

import pytest
from zeroconf import NonUniqueNameException, ServiceInfo
from zeroconf.asyncio import AsyncZeroconf

from drumcircle_gui import service_search_io
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.discovery_io import MPD_SERVICE, ServerDiscovery
from drumcircle_gui.mpd.model.rooms_state import DiscoveredServer
from drumcircle_gui.tasks import new_event_loop

HERE = ["127.0.0.1"]


class Watch:
    """The reports of a search."""

    def __init__(self) -> None:
        self.told: asyncio.Queue[tuple[DiscoveredServer, ...]] = asyncio.Queue()
        self.discovery = ServerDiscovery(self.told.put_nowait, HERE)

    async def until(self, *names: str) -> tuple[DiscoveredServer, ...]:
        """Wait until exactly these servers of the test are reported."""
        while True:
            found = tuple(found for found in await self.told.get() if found.name.startswith("Drum Circle test"))
            if tuple(found.name for found in found) == names:
                return found


def run(scene: Callable[[Watch], Coroutine[Any, Any, None]]) -> None:
    async def timed() -> None:
        watch = Watch()
        try:
            async with asyncio.timeout(30):
                await scene(watch)
        finally:
            await watch.discovery.close()

    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        runner.run(timed())


@contextlib.asynccontextmanager
async def announced(name: str, port: int, addresses: tuple[str, ...] = ("127.0.0.1",)) -> AsyncIterator[None]:
    network = AsyncZeroconf(interfaces=HERE)
    families = [socket.AF_INET6 if ":" in address else socket.AF_INET for address in addresses]
    packed = [socket.inet_pton(family, address) for family, address in zip(families, addresses, strict=True)]
    info = ServiceInfo(
        MPD_SERVICE, f"{name}.{MPD_SERVICE}", port=port, addresses=packed, server=f"{name.replace(' ', '-')}.local."
    )
    try:
        with contextlib.suppress(NonUniqueNameException):
            await (await network.async_register_service(info))
        yield
    finally:
        await network.async_unregister_all_services()
        await network.async_close()


@pytest.mark.slow
def test_servers_appear_and_disappear():
    async def scene(watch: Watch) -> None:
        async with announced("Drum Circle test A", 6600, ("::1", "127.0.0.1")):
            await watch.discovery.start()
            await watch.discovery.start()
            assert watch.told.get_nowait() == ()
            assert await watch.until("Drum Circle test A") == (
                DiscoveredServer("Drum Circle test A", "127.0.0.1", 6600),
            )
            async with announced("Drum Circle test B", 6601, ("::1",)):
                both = await watch.until("Drum Circle test A", "Drum Circle test B")
                assert both[1] == DiscoveredServer("Drum Circle test B", "::1", 6601)
            await watch.until("Drum Circle test A")
        await watch.until()
        await watch.discovery.close()
        await watch.discovery.close()

    run(scene)


@pytest.mark.slow
def test_a_closed_search_reports_nothing_and_can_start_again():
    async def scene(watch: Watch) -> None:
        await watch.discovery.close()
        await watch.discovery.start()
        await watch.discovery.close()
        while not watch.told.empty():
            watch.told.get_nowait()
        async with announced("Drum Circle test A", 6600):
            assert watch.told.empty()
            await watch.discovery.start()
            await watch.until("Drum Circle test A")
            await watch.discovery.close()

    run(scene)


@pytest.mark.parametrize("error", [OSError("no such device"), RuntimeError("no interface")])
def test_a_machine_that_cannot_search_reports_it(monkeypatch, error):
    def fail(**_: object) -> None:
        raise error

    async def scene(watch: Watch) -> None:
        monkeypatch.setattr(service_search_io, "AsyncZeroconf", fail)
        with pytest.raises(DrumCircleError, match=f"cannot search its network: {error}"):
            await watch.discovery.start()

    run(scene)
