"""Finds MPD servers that announce themselves in the local network by DNS-SD (`zeroconf_enabled` in MPD's settings)."""

from collections.abc import Callable

from zeroconf import InterfaceChoice, IPVersion
from zeroconf.asyncio import AsyncServiceInfo

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.model.rooms_state import DiscoveredServer
from drumcircle_gui.service_search_io import Interfaces, ServiceSearch

MPD_SERVICE = "_mpd._tcp.local."


class ServerDiscovery:
    """Searches from `start` to `close`. Use on the event loop's thread.

    `on_found` gets all servers, sorted by name, at the start and after each change. `interfaces`: addresses of this
    machine from which to search.
    """

    def __init__(
        self,
        on_found: Callable[[tuple[DiscoveredServer, ...]], None],
        interfaces: Interfaces = InterfaceChoice.All,
    ) -> None:
        self._search = ServiceSearch(MPD_SERVICE, _found, on_found, interfaces)

    async def start(self) -> None:
        """Start the search. Raises DrumCircleError if this machine cannot send to its network. Idempotent."""
        try:
            await self._search.start()
        except DrumCircleError as error:
            raise DrumCircleError(error.what, "Add rooms by their addresses.") from error

    async def close(self) -> None:
        """End the search; `on_found` is not called afterwards. Idempotent."""
        await self._search.close()


def _found(info: AsyncServiceInfo) -> DiscoveredServer | None:
    """The server with its IPv4 address if it has one, because not every MPD listens on IPv6."""
    addresses = info.parsed_scoped_addresses(IPVersion.V4Only) or info.parsed_scoped_addresses(IPVersion.V6Only)
    if not addresses or not info.port:
        return None
    return DiscoveredServer(info.name.removesuffix(f".{MPD_SERVICE}"), addresses[0], info.port)
