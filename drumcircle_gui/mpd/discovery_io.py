"""Finds MPD servers that announce themselves in the local network by DNS-SD (`zeroconf_enabled` in MPD's settings)."""

import logging
from collections.abc import Callable, Sequence

from zeroconf import InterfaceChoice, IPVersion, ServiceStateChange, Zeroconf
from zeroconf.asyncio import AsyncServiceBrowser, AsyncServiceInfo, AsyncZeroconf

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.model.rooms_state import DiscoveredServer
from drumcircle_gui.tasks import Tasks

log = logging.getLogger(__name__)

MPD_SERVICE = "_mpd._tcp.local."
LOOKUP_TIMEOUT_MS = 3000
"""For asking a server that has been found for its address."""


class ServerDiscovery:
    """Searches from `start` to `close`. `on_found` is called with all servers, sorted by name, at the start and after
    each change. `interfaces`: addresses of this machine to search from. For the event loop's thread."""

    def __init__(
        self,
        on_found: Callable[[tuple[DiscoveredServer, ...]], None],
        interfaces: Sequence[str] | InterfaceChoice = InterfaceChoice.All,
    ) -> None:
        self._on_found, self._interfaces = on_found, interfaces
        self._network: AsyncZeroconf | None = None
        self._browser: AsyncServiceBrowser | None = None
        self._tasks = Tasks(_failed)
        self._found: dict[str, DiscoveredServer] = {}

    async def start(self) -> None:
        """May be called again. Raises DrumCircleError if this machine cannot send to its network."""
        if self._network is not None:
            return
        try:
            self._network = AsyncZeroconf(interfaces=self._interfaces)
        except (OSError, RuntimeError) as error:
            raise DrumCircleError(
                f"This machine cannot search its network for servers: {error}.", "Add rooms by their addresses."
            ) from error
        self._tasks = Tasks(_failed)
        self._on_found(())
        self._browser = AsyncServiceBrowser(self._network.zeroconf, MPD_SERVICE, handlers=[self._changed])

    async def close(self) -> None:
        """End the search; `on_found` is not called afterwards. May be called again."""
        network, self._network, browser, self._browser = self._network, None, self._browser, None
        self._found.clear()
        await self._tasks.close()
        if browser is not None:
            await browser.async_cancel()
        if network is not None:
            await network.async_close()

    def _changed(self, zeroconf: Zeroconf, service_type: str, name: str, state_change: ServiceStateChange) -> None:
        if self._network is None:
            return
        if state_change is ServiceStateChange.Removed:
            self._update(name, None)
        else:
            self._tasks.start(self._look_up(zeroconf, name), f"looking up {name}")

    async def _look_up(self, zeroconf: Zeroconf, name: str) -> None:
        info = AsyncServiceInfo(MPD_SERVICE, name)
        if await info.async_request(zeroconf, LOOKUP_TIMEOUT_MS):
            self._update(name, _found(info))

    def _update(self, name: str, found: DiscoveredServer | None) -> None:
        if self._found.get(name) == found:
            return
        log.debug("%s: %s", name, found or "gone")
        self._found.pop(name, None)
        self._found |= {name: found} if found else {}
        self._on_found(tuple(sorted(self._found.values(), key=lambda found: (found.name.casefold(), found.host))))


def _found(info: AsyncServiceInfo) -> DiscoveredServer | None:
    """The server with its IPv4 address if it has one, because not every MPD listens on IPv6."""
    addresses = info.parsed_scoped_addresses(IPVersion.V4Only) or info.parsed_scoped_addresses(IPVersion.V6Only)
    if not addresses or not info.port:
        return None
    return DiscoveredServer(info.name.removesuffix(f".{MPD_SERVICE}"), addresses[0], info.port)


def _failed(name: str, error: BaseException) -> None:
    log.error("%s failed", name, exc_info=error)
