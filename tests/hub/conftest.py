"""Hubs on the loopback."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from drumcircle_gui.directory.hub_address import NO_TLS, HubAddress
from drumcircle_gui.hub.hub_io import Hub, HubConfig

ServeHub = Callable[..., AbstractAsyncContextManager[Hub]]


@pytest.fixture
def serve_hub(tmp_path: Path) -> ServeHub:
    """A hub on the loopback, by default without TLS and recordings."""

    @asynccontextmanager
    async def serving(**options: Any) -> AsyncIterator[Hub]:
        usual = {"bind": "127.0.0.1", "tls": False, "recording": False, "data_dir": tmp_path / "hub"}
        hub = Hub(HubConfig(**{**usual, **options}))
        await hub.start()
        try:
            yield hub
        finally:
            await hub.close()

    return serving


def address_of(hub: Hub) -> HubAddress:
    return HubAddress("127.0.0.1", hub.port, hub.pin or NO_TLS)
