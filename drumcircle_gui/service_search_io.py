"""Finds services that announce themselves in the local network by DNS-SD (Bonjour, Avahi)."""

import logging
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from zeroconf import InterfaceChoice, ServiceStateChange, Zeroconf
from zeroconf.asyncio import AsyncServiceBrowser, AsyncServiceInfo, AsyncZeroconf

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.tasks import Tasks

log = logging.getLogger(__name__)

LOOKUP_TIMEOUT_MS = 3000
"""Time limit for asking a found service for its address."""

Interfaces = Sequence[str] | InterfaceChoice
T = TypeVar("T")


class ServiceSearch(Generic[T]):
    """Searches for `service` from `start` to `close`. Use on the event loop's thread.

    `read` converts a service's announcement to the value to keep, None to ignore it. `on_found` gets all values, in the
    order of their services' names, at the start and after each change. `interfaces`: addresses of this machine from
    which to search.
    """

    def __init__(
        self,
        service: str,
        read: Callable[[AsyncServiceInfo], T | None],
        on_found: Callable[[tuple[T, ...]], None],
        interfaces: Interfaces = InterfaceChoice.All,
    ) -> None:
        self._service, self._read, self._on_found, self._interfaces = service, read, on_found, interfaces
        self._network: AsyncZeroconf | None = None
        self._browser: AsyncServiceBrowser | None = None
        self._tasks = Tasks(_failed)
        self._found: dict[str, T] = {}

    async def start(self) -> None:
        """Start the search. Raises DrumCircleError if this machine cannot send to its network. Idempotent."""
        if self._network is not None:
            return
        try:
            self._network = AsyncZeroconf(interfaces=self._interfaces)
        except (OSError, RuntimeError) as error:
            raise DrumCircleError(f"This machine cannot search its network: {error}.") from error
        self._tasks = Tasks(_failed)
        self._on_found(())
        self._browser = AsyncServiceBrowser(self._network.zeroconf, self._service, handlers=[self._changed])

    async def close(self) -> None:
        """End the search; `on_found` is not called afterwards. Idempotent."""
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
        info = AsyncServiceInfo(self._service, name)
        if await info.async_request(zeroconf, LOOKUP_TIMEOUT_MS):
            self._update(name, self._read(info))

    def _update(self, name: str, found: T | None) -> None:
        if self._found.get(name) == found:
            return
        log.debug("%s: %s", name, found or "gone")
        self._found.pop(name, None)
        self._found |= {name: found} if found is not None else {}
        self._on_found(tuple(self._found[each] for each in sorted(self._found, key=str.casefold)))


def _failed(name: str, error: BaseException) -> None:
    log.error("%s failed", name, exc_info=error)
