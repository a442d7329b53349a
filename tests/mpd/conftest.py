"""Rooms for tests: a library, MPD servers that play it, and the proxy over them."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.tools.rigs import mpds, rooms

from .house import House, house
from .watching import revived


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the music that all rooms have. No test changes it."""
    if reason := mpds.missing():
        pytest.skip(reason)
    return mpds.music(tmp_path_factory.mktemp("music"))


@pytest.fixture
def mpd(library: Path) -> Iterator[Callable[..., mpds.Mpd]]:
    """Starts a server with the library; the options are those of `mpd_server`."""
    with ExitStack() as stack:
        yield lambda name="room", **options: stack.enter_context(mpds.mpd_server(library, name=name, **options))


@pytest.fixture
def proxy(tmp_path: Path) -> Iterator[Callable[..., rooms.Proxy]]:
    """Starts the proxy over those servers; the options are those of its configuration."""
    with ExitStack() as stack:

        def start(*servers: Any, **settings: Any) -> rooms.Proxy:
            folder = tmp_path / f"proxy-{len(list(tmp_path.glob('proxy-*')))}"
            return stack.enter_context(rooms.proxy(servers, folder, settings=settings))

        yield start


@pytest.fixture(scope="module")
def shared(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Two rooms and a proxy over them, shared by the tests of a module."""
    with house(library, tmp_path_factory.mktemp("house")) as made:
        yield made


@pytest.fixture
def home(shared: House) -> House:
    """The same rooms in their initial state, whatever the previous test has done."""
    return revived(shared)
