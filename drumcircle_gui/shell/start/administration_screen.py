"""The page of a hub's accounts and its controller."""

import asyncio
from collections.abc import Callable

from drumcircle_gui.directory.administration.administration_io import Administration
from drumcircle_gui.directory.administration.administration_view import AdministrationView
from drumcircle_gui.qt.publisher import Publisher
from drumcircle_gui.tasks import LoopThread

from .start_requests import OpenAdministration


class AdministrationScreen:
    """The accounts of the hub in `request`. `left` is called to go back."""

    def __init__(self, network: LoopThread, request: OpenAdministration, left: Callable[[], None]) -> None:
        self.view = AdministrationView(request.hub)
        self._network = network
        self._states = Publisher(self.view)
        self._accounts = Administration(request.hub.address, request.token, self._states.publish)
        self._states.changed.connect(self.view.render)
        self.view.left.connect(left)

    async def open(self) -> None:
        await asyncio.wrap_future(self._network.call(self._accounts.start()))
        self.view.requested.connect(self._accounts.handle)

    def ask_to_leave(self, go: Callable[[], object]) -> None:
        go()

    async def close(self) -> None:
        self._states.close()
        await asyncio.wrap_future(self._network.call(self._accounts.close()))
