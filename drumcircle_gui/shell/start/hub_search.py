"""Hubs on the start page: circles found on them, and circles launched on them."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from drumcircle_gui.directory.hub_address import HubAddress, KnownHub
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.qt.publisher import Inbox, Publisher
from drumcircle_gui.settings import Hubs
from drumcircle_gui.tasks import LoopThread, Tasks
from drumcircle_gui.timing.timeline import Meter
from drumcircle_gui.timing.units import tempo_of_bpm

from .start_requests import LaunchCircle
from .start_view import StartView

if TYPE_CHECKING:  # the network's code would delay the first page
    from drumcircle_gui.conductor.conductor_state import HubCircle
    from drumcircle_gui.directory.nearby_io import NearbySearch
    from drumcircle_gui.protocol.directory import CreateCircle

    from .hub_accounts import HubAccounts, KeepsHubs

log = logging.getLogger(__name__)


def hub_address(hubs: Hubs, text: str) -> HubAddress:
    """The address of a known hub, with its pin."""
    return HubAddress.parse(text).with_pin(hubs.pin(text))


async def launch_on_hub(network: LoopThread, hubs: Hubs, launch: LaunchCircle) -> HubCircle:
    """Have a hub host a circle. DrumCircleError if it declines or cannot be reached."""
    from drumcircle_gui.protocol.directory import CreateCircle

    meter = Meter(launch.beats, launch.cycles)
    values = launch.name, tempo_of_bpm(launch.tempo), meter, launch.about, launch.entry, launch.listed
    request = CreateCircle(*values)
    work = _create(hub_address(hubs, launch.hub), hubs.token(launch.hub), request)
    return await asyncio.wrap_future(network.call(work))


async def _create(address: HubAddress, token: str, request: CreateCircle) -> HubCircle:
    from drumcircle_gui.conductor.conductor_state import HubCircle
    from drumcircle_gui.directory.directory_client_io import open_directory

    async with open_directory(address, token) as client:
        return HubCircle(*await client.create(request))


class HubSearch:
    """Shows the circles on `hubs` on the start page, from `open` to `close`. The inbox `answered` gets each
    KnownHub."""

    def __init__(self, network: LoopThread, view: StartView, hubs: Hubs) -> None:
        from drumcircle_gui.directory.finder_io import CircleFinder

        self._network, self._view = network, view
        self._found, self.answered = Publisher(view), Inbox(view)
        self._names: dict[str, str] = {}
        addresses = [hub_address(hubs, text) for text, _ in hubs.known]
        self._finder = CircleFinder(addresses, self._found.publish, lambda hub: self.answered.put([hub]))
        self._tasks = Tasks()
        self._nearby: NearbySearch | None = None
        self._found.changed.connect(view.show_found)
        self.answered.arrived.connect(self._offer)

    async def open(self) -> None:
        await asyncio.wrap_future(self._network.call(self._finder.start()))
        self._view.join.found.searched.connect(self._finder.search)
        self._network.call(self._start_nearby())

    async def _start_nearby(self) -> None:
        self._tasks.start(self._search_nearby(), "circles of this network")

    async def _search_nearby(self) -> None:
        """Show the circles of the local network, too. Runs on the network thread, because the import takes long."""
        from drumcircle_gui.directory.nearby_io import NearbySearch

        source = QCoreApplication.translate("Found", "on this network")
        self._nearby = NearbySearch(lambda circles: self._finder.show("network", circles), source)
        try:
            await self._nearby.start()
        except DrumCircleError as error:
            log.info("circles on this network cannot be searched for: %s", error)

    async def _end_nearby(self) -> None:
        await self._tasks.close()
        if self._nearby is not None:
            await self._nearby.close()

    async def close(self) -> None:
        self._found.close()
        self.answered.close()
        await asyncio.wrap_future(self._network.call(self._end_nearby()))
        await asyncio.wrap_future(self._network.call(self._finder.close()))

    def _offer(self, answered: list[KnownHub]) -> None:
        self._names |= {str(hub.address): hub.name for hub in answered}
        self._view.conduct.offer_hubs(tuple(self._names.items()))


class StartHubs:
    """The hubs of the start page that is shown: their circles, and the user's accounts on them."""

    def __init__(self, network: LoopThread, kept: KeepsHubs) -> None:
        self._network, self._kept = network, kept
        self._search: HubSearch | None = None
        self._latest: object = None
        self.accounts: HubAccounts | None = None

    async def show(self, view: StartView) -> None:
        """Show the known hubs' circles and accounts, and store the hubs' pins; unless `show` or `end` is called again
        before, when the page may be gone."""
        from .hub_accounts import HubAccounts

        self._latest = latest = object()
        await self._close()
        if self._latest is not latest:
            return
        self._search = HubSearch(self._network, view, self._kept.now.hubs)
        self.accounts = HubAccounts(self._network, view, self._kept)
        self._search.answered.arrived.connect(self._kept.keep_hubs)
        self._search.answered.arrived.connect(self.accounts.add)
        await self._search.open()

    async def end(self) -> None:
        """Stop showing anything. Idempotent."""
        self._latest = None
        await self._close()

    async def _close(self) -> None:
        search, self._search = self._search, None
        accounts, self.accounts = self.accounts, None
        if search is not None and accounts is not None:
            await search.close()
            await accounts.close()

    def log_in_first(self, hub: str) -> bool:
        """Whether the user must log in before launching a circle on the hub at that address. If so, ask the user to."""
        why = QCoreApplication.translate("Accounts", "Log in to launch a circle on this hub.")
        return self.accounts is not None and self.accounts.log_in_first(hub, why)
