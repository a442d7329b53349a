"""Announces a circle on the local network, and finds the circles that others announce, by DNS-SD."""

import asyncio
import logging
import socket
from collections.abc import Callable

from zeroconf import Error as ZeroconfError
from zeroconf import InterfaceChoice, IPVersion
from zeroconf.asyncio import AsyncServiceInfo, AsyncZeroconf

from drumcircle_gui.protocol.directory import CircleListing
from drumcircle_gui.service_search_io import Interfaces, ServiceSearch
from drumcircle_gui.tasks import Tasks

from .found import FoundCircle
from .nearby import CIRCLE_SERVICE, announced_properties, nearby_circle, service_name

log = logging.getLogger(__name__)

REFRESH_INTERVAL_S = 2.0
"""Time between two updates of the announcement from the circle's state."""

INTERFACES: Interfaces = InterfaceChoice.All


class NearbyAnnouncer:
    """Announces the circle on `port` from `start` to `close`.

    `listing` returns its present listing, `addresses` this machine's addresses in its networks. If announcing fails,
    only the log says so: players can still join with an invite.
    """

    def __init__(
        self, port: int, listing: Callable[[], CircleListing], addresses: Callable[[], tuple[str, ...]]
    ) -> None:
        self._port, self._listing, self._addresses = port, listing, addresses
        self._tasks = Tasks()
        self._network: AsyncZeroconf | None = None

    def start(self) -> None:
        self._tasks.start(self._run(), "announcement in the network")

    async def close(self) -> None:
        """Withdraw the announcement. Idempotent."""
        await self._tasks.close()
        network, self._network = self._network, None
        if network is not None:
            await network.async_unregister_all_services()
            await network.async_close()

    async def _run(self) -> None:
        try:
            self._network = network = AsyncZeroconf(interfaces=INTERFACES)
            announced = self._info()
            await network.async_register_service(announced, allow_name_change=True)
            name = announced.name
            while True:
                await asyncio.sleep(REFRESH_INTERVAL_S)
                changed = self._info(name)
                if (changed.text, changed.addresses) != (announced.text, announced.addresses):
                    announced = changed
                    await network.async_update_service(announced)
        except (OSError, RuntimeError, ZeroconfError) as error:
            log.warning("the circle is not announced in this network: %s", error)

    def _info(self, name: str = "") -> AsyncServiceInfo:
        listing = self._listing()
        return AsyncServiceInfo(
            CIRCLE_SERVICE,
            name or service_name(listing.name, self._port),
            port=self._port,
            parsed_addresses=list(self._addresses()),
            properties=announced_properties(listing),
            server=f"{socket.gethostname().partition('.')[0] or 'drumcircle'}-{self._port}.local.",
        )


class NearbySearch(ServiceSearch[FoundCircle]):
    """Finds the circles of the local network. `source`: the name of this source in the list."""

    def __init__(self, on_found: Callable[[tuple[FoundCircle, ...]], None], source: str) -> None:
        super().__init__(CIRCLE_SERVICE, lambda info: _read(info, source), on_found, INTERFACES)


def _read(info: AsyncServiceInfo, source: str) -> FoundCircle | None:
    addresses = info.parsed_scoped_addresses(IPVersion.V4Only) or info.parsed_scoped_addresses(IPVersion.V6Only)
    if not addresses or not info.port:
        return None
    properties = {name: value or "" for name, value in info.decoded_properties.items()}
    return nearby_circle(info.name, properties, addresses[0], info.port, source)
