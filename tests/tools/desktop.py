"""The program's window under test, and real servers and members beside it on this machine."""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from drumcircle_gui import cli
from drumcircle_gui.client.client_io import Client
from drumcircle_gui.conductor.conductor_view import ConductorView
from drumcircle_gui.error_hooks import ErrorHooks, ErrorReport
from drumcircle_gui.event_log_io import NoEventLog
from drumcircle_gui.paths import Paths
from drumcircle_gui.player.player_view import PlayerView
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.qt.loop import PreciseLoop
from drumcircle_gui.server.server_io import Server, ServerConfig
from drumcircle_gui.shell import preload
from drumcircle_gui.shell.app import App
from drumcircle_gui.shell.start.start_view import StartView
from drumcircle_gui.tasks import LoopThread
from drumcircle_gui.widgets.question import Question

T = TypeVar("T")

PATIENCE = 30_000  # milliseconds
UNOWNED = {"list of devices", preload.THREAD}
"""Threads that nothing waits for."""


class Desk:
    """Drives the program's window as a user does."""

    def __init__(self, qtbot: QtBot, qt: QApplication, loop: PreciseLoop, folder: Path, *command: str) -> None:
        self.bot, self._loop, self._folder = qtbot, loop, folder
        self._threads = set(threading.enumerate())
        self.errors: list[ErrorReport] = []
        self.hooks = ErrorHooks(self.errors.append)
        self.hooks.watch(loop)
        self.network = LoopThread("network", self.hooks.handle_loop_error)
        options = cli.parser().parse_args([*command, "--data-dir", str(folder)])
        self.app = App(qt, self.network, options, Paths.within(folder), NoEventLog())
        self.window = self.app.window
        self.app.open()

    @property
    def page(self) -> QWidget:
        return self.window.centralWidget().currentWidget()

    def until(self, condition: Callable[[], object]) -> None:
        self.bot.waitUntil(lambda: bool(condition()), timeout=PATIENCE)

    def start(self) -> StartView:
        self.until(lambda: isinstance(self.page, StartView))
        return self.page

    def conducting(self) -> ConductorView:
        """The conductor's page, once connected."""
        self.until(lambda: isinstance(self.page, ConductorView) and self.page.header.transport.isEnabled())
        return self.page

    def playing(self) -> PlayerView:
        """The player's page, once connected."""
        self.until(
            lambda: isinstance(self.page, PlayerView) and "Connected" in self.page.header.status.accessibleName()
        )
        return self.page

    def invite(self) -> Invite:
        return self.page._state.hosting.invite

    def click(self, widget: QWidget) -> None:
        self.bot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def write(self, widget: QWidget, text: str) -> None:
        """Replaces a field's text and presses Enter."""
        widget.setFocus()
        self.bot.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.bot.keyClicks(widget, text)
        self.bot.keyClick(widget, Qt.Key.Key_Return)

    def close(self) -> None:
        """Closes the window, answers its questions with yes, and checks that everything ended without errors."""
        if not self.app.closed.is_set():
            self.window.close()
            for question in self.window.findChildren(Question):
                self.click(question.yes)
            self.end()

    def end(self) -> None:
        """Checks that everything ends without errors after the window has been closed."""
        assert self.app.closed.is_set()
        closing = self._loop.create_task(self.app.close())
        self.until(closing.done)
        closing.result()
        assert not asyncio.all_tasks(self._loop)
        self.network.close()
        left = {thread.name for thread in threading.enumerate() if thread not in self._threads} - UNOWNED
        assert not (running := {name for name in left if not name.startswith(("Dummy", "elsewhere"))}), running
        assert self.errors == []


class Elsewhere:
    """Servers and members outside of the window under test."""

    def __init__(self, thread: LoopThread, folder: Path) -> None:
        self._thread, self._folder = thread, folder
        self._clients: list[Client] = []
        self._server: Server | None = None

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        return self._thread.call(work).result(PATIENCE / 1000)

    def serve(self, *, running: bool = True, entry: str = "invite") -> Server:
        where = {"bind": "127.0.0.1", "data_dir": self._folder}
        self._server = Server(ServerConfig(name="Glade", running=running, entry=entry, **where))
        self.run(self._server.start())
        return self._server

    def stop_serving(self) -> None:
        if self._server is not None:
            self.run(self._server.close())

    def come(self, invite: Invite, name: str) -> Client:
        client = Client(invite, name)
        self._clients.append(client)
        self.do(client.start)
        return client

    def do(self, action: Callable[[], object]) -> None:
        async def done() -> None:
            action()

        self.run(done())

    def close(self) -> None:
        for client in self._clients:
            self.run(client.close())
        self.stop_serving()
