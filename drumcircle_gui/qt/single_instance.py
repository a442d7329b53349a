"""Passes a link or file that the system asks this program to open to a running window of the same user. The running
window listens on a local socket in the user's data folder, on Windows on a pipe named after that folder. Other users
cannot connect. A message is JSON in one packet of multiprocessing.connection; so is the answer."""

import contextlib
import hashlib
import json
import logging
import os
import queue
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFileOpenEvent

log = logging.getLogger(__name__)

SOCKET = "window"
MAX_PATH = 100
"""Maximum length in bytes of a socket's path on every system."""

MAX_MESSAGE = 16 * 1024
TIMEOUT_S = 3.0
"""How long a window that runs may take to answer; one that does not is no use."""

FAMILY = "AF_PIPE" if sys.platform == "win32" else "AF_UNIX"
_DONE = b"ok"
_NOTHING = b""
Answer: TypeAlias = Callable[[], bool]


def instance_name(folder: Path) -> str:
    """The name of the socket of the window with its data in `folder`; "" if no socket is possible there."""
    path = folder.absolute() / SOCKET
    if sys.platform == "win32":
        return rf"\\.\pipe\drumcircle-{hashlib.sha256(str(path).casefold().encode()).hexdigest()[:32]}"
    return str(path) if len(os.fsencode(path)) <= MAX_PATH else ""


def hand_over(folder: Path, target: str) -> bool:
    """Ask the window that runs with `folder` to come to the front and open `target`, a link or a file's path. Returns
    False if no window answers. Blocks for at most twice TIMEOUT_S."""
    name = instance_name(folder)
    if not name:
        return False
    _let_others_come_to_the_front()
    token = os.environ.get("XDG_ACTIVATION_TOKEN", "")
    answered = _answer(name, json.dumps({"target": target, "token": token}).encode())
    if answered == _NOTHING:
        log.info("the window that runs does not answer")
    return answered == _DONE


class SingleInstance(QObject):
    """Receives targets in the running window. Emits `opened` with each target that another process or macOS sends."""

    opened = Signal(str)
    _received = Signal(str, str, object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._server: _Server | None = None
        self._received.connect(self._open, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> bool:
        """Listen for other processes; False if another window does so already, or if the socket cannot be made."""
        name = instance_name(self._folder)
        if not name or _answer(name, _NOTHING) is not None:
            return False
        try:
            self._server = _Server(name, self._received.emit)
        except OSError as error:
            log.info("links do not reach this window: %s", error)
            return False
        return True

    def close(self) -> None:
        """Stop listening. Idempotent."""
        server, self._server = self._server, None
        if server is not None:
            server.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Receive links and files from macOS, which sends them as events. Install this object on the application."""
        if isinstance(event, QFileOpenEvent):
            self.opened.emit(event.url().toString() if event.file() == "" else event.file())
            return True
        return super().eventFilter(watched, event)

    def _open(self, target: str, token: str, answer: Answer) -> None:
        if self._server is None or not answer():
            return  # the sender has opened it by itself
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt gives it to the desktop with the next activation
        self.opened.emit(target)


class _Server:
    """Calls `received` on threads of its own with each message: target, token, and a function that tells the sender
    that they are taken; it returns False if the sender waits no more. OSError if the socket cannot be made."""

    def __init__(self, name: str, received: Callable[[str, str, Answer], object]) -> None:
        self._name, self._received = name, received
        self._closing = False
        if FAMILY == "AF_UNIX":
            Path(name).unlink(missing_ok=True)  # of a window that was killed
        self._listener = Listener(name, FAMILY, backlog=16)
        if FAMILY == "AF_UNIX":
            Path(name).chmod(0o600)
        self._thread = threading.Thread(target=self._accept, name="links", daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._closing = True
        with contextlib.suppress(OSError):
            Client(self._name, FAMILY).close()  # wakes the thread
        self._thread.join(TIMEOUT_S)
        self._listener.close()

    def _accept(self) -> None:
        while not self._closing:
            try:
                connection = self._listener.accept()
            except OSError as error:
                log.info("links reach this window no more: %s", error)
                return
            threading.Thread(target=self._take, args=(connection,), name="link", daemon=True).start()

    def _take(self, connection: Connection) -> None:
        try:
            message = json.loads(connection.recv_bytes(MAX_MESSAGE))
            target, token = str(message["target"]), str(message["token"])
        except (OSError, EOFError, ValueError, TypeError, KeyError, RecursionError):
            connection.close()
            return

        def answer() -> bool:
            with contextlib.suppress(OSError), connection:
                connection.send_bytes(_DONE)
                return True
            return False

        if not self._closing:
            self._received(target, token, answer)


def _answer(name: str, message: bytes) -> bytes | None:
    """What the window that listens at `name` answers, _NOTHING if it does not in time; None without one."""
    answers: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()

    def ask() -> None:
        try:
            connection = Client(name, FAMILY)
        except OSError:
            answers.put(None)
            return
        with connection:
            try:
                connection.send_bytes(message)
                answers.put(connection.recv_bytes(MAX_MESSAGE) if connection.poll(TIMEOUT_S) else _NOTHING)
            except (OSError, EOFError):
                answers.put(_NOTHING)

    threading.Thread(target=ask, name="hand over", daemon=True).start()  # to connect may take forever
    try:
        return answers.get(timeout=2 * TIMEOUT_S)
    except queue.Empty:
        return _NOTHING


def _let_others_come_to_the_front() -> None:
    """Allow other processes to bring their window to the front: Windows requires the consent of the one in front."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
