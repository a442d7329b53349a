"""Servers on the loopback, on each kind of loop."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from drumcircle_gui.server.server_io import Server, ServerConfig
from drumcircle_gui.tasks import new_event_loop

LOOPS = {"asyncio": asyncio.new_event_loop, "fastest": new_event_loop}

Serve = Callable[..., AbstractAsyncContextManager[Server]]


@pytest.fixture(params=LOOPS)
def run(request: pytest.FixtureRequest) -> Iterator[Callable[[Coroutine[Any, Any, None]], None]]:
    """Runs a test's coroutine on a loop of each kind."""
    with asyncio.Runner(loop_factory=LOOPS[request.param]) as runner:
        yield runner.run


@pytest.fixture
def serve(tmp_path: Path) -> Serve:
    """A server on the loopback, by default without TLS."""

    @asynccontextmanager
    async def serving(**options: Any) -> AsyncIterator[Server]:
        config = ServerConfig(**{"name": "Oak", "bind": "127.0.0.1", "tls": False, "data_dir": tmp_path, **options})
        server = Server(config)
        await server.start()
        try:
            yield server
        finally:
            await server.close()

    return serving
