"""The program's window under test, and commands of conductors that take effect at once."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drumcircle_gui import settings
from drumcircle_gui.paths import Paths
from drumcircle_gui.qt.loop import PreciseLoop
from drumcircle_gui.sound.messages import DeviceList
from drumcircle_gui.sound.process.device_list_io import list_devices
from tests.tools.desktop import Desk


@pytest.fixture
def sit(qtbot: QtBot, qapp: QApplication, loop: PreciseLoop, tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """Starts the program with a command; it is closed when the test is over. Without sound."""
    with ExitStack() as afterwards:

        def sat(*command: str, folder: Path = tmp_path / "desk") -> Desk:
            if not Paths.within(folder).settings.exists():
                silent = settings.Settings(player=settings.PlayerSettings(name="Oak", audio="none"))
                settings.save(silent, Paths.within(folder).settings)
            desk = Desk(qtbot, qapp, loop, folder, *command)
            afterwards.callback(desk.close)
            return desk

        yield sat


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands of conductors take effect at once: real players need a lead time, tests do not."""
    for lead in ("room.timeline_changes.MIN_LEAD", "server_io.START_DELAY"):
        monkeypatch.setattr(f"drumcircle_gui.server.{lead}", 0)


@cache
def listed_devices() -> DeviceList:
    """The devices of this machine, as the first window of the tests lists them."""
    return list_devices()


@pytest.fixture(autouse=True)
def devices_listed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each window would start a process that lists the same devices."""
    monkeypatch.setattr("drumcircle_gui.listening.device_watch_io.list_devices", listed_devices)


@pytest.fixture(autouse=True)
def not_announced(monkeypatch: pytest.MonkeyPatch) -> None:
    """No window of a test searches this machine's network, or announces a circle to it."""

    async def search_nothing(_: object) -> None:
        return None

    monkeypatch.setattr("drumcircle_gui.shell.start.hub_search.HubSearch._search_nearby", search_nothing)
    monkeypatch.setattr("drumcircle_gui.conductor.host_io.ServerHost._announce_nearby", lambda _: None)
