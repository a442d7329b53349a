"""Hands what the system asks this program to open over to a window of the same user that runs already.

The running window listens on a local socket in the user's data folder, on Windows on a pipe named after that. Other
users cannot connect.
"""

import hashlib
import json
import logging
import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtNetwork import QLocalServer, QLocalSocket

log = logging.getLogger(__name__)

SOCKET = "window"
MAX_PATH = 100
"""Bytes of a socket's path that every system takes."""

MAX_MESSAGE = 16 * 1024
TIMEOUT_MS = 3000
"""How long a window that runs may take to answer; one that does not is no use."""

_DONE = b"ok\n"


def instance_name(folder: Path) -> str:
    """The name of the socket of the window whose data are in `folder`; "" if there can be none."""
    path = folder.absolute() / SOCKET
    if sys.platform == "win32":
        return f"drumcircle-{hashlib.sha256(str(path).casefold().encode()).hexdigest()[:32]}"
    return str(path) if len(os.fsencode(path)) <= MAX_PATH else ""


def hand_over(folder: Path, target: str) -> bool:
    """Have the window that runs with `folder` come to the front and open `target`, a link or a file's path. False if
    there is none that answers. Blocks for TIMEOUT_MS at most."""
    name = instance_name(folder)
    if not name:
        return False
    _let_others_come_to_the_front()
    client = QLocalSocket()
    client.connectToServer(name)
    if not client.waitForConnected(TIMEOUT_MS):
        return False
    token = os.environ.get("XDG_ACTIVATION_TOKEN", "")
    client.write(json.dumps({"target": target, "token": token}).encode() + b"\n")
    while not client.canReadLine():
        if not client.waitForReadyRead(TIMEOUT_MS):
            log.info("the window that runs does not answer")
            return False
    return bytes(client.readLine().data()) == _DONE


class SingleInstance(QObject):
    """Emits `opened` with each target that another process hands over, or that macOS asks this one to open."""

    opened = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._server: QLocalServer | None = None

    def listen(self) -> bool:
        """Be the window that others hand over to; False if there is one already, or the socket cannot be made."""
        name = instance_name(self._folder)
        if not name or _answers(name):
            return False
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._accept)
        QLocalServer.removeServer(name)  # of a window that was killed
        if not server.listen(name):
            log.info("links do not reach this window: %s", server.errorString())
            return False
        self._server = server
        return True

    def close(self) -> None:
        """Idempotent."""
        server, self._server = self._server, None
        if server is not None:
            server.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Install this on the application: macOS sends links and files as events."""
        if isinstance(event, QFileOpenEvent):
            self.opened.emit(event.url().toString() if event.file() == "" else event.file())
            return True
        return super().eventFilter(watched, event)

    def _accept(self) -> None:
        while self._server is not None and (client := self._server.nextPendingConnection()) is not None:
            client.setReadBufferSize(MAX_MESSAGE)
            client.readyRead.connect(lambda client=client: self._read(client))
            client.disconnected.connect(client.deleteLater)
            self._read(client)

    def _read(self, client: QLocalSocket) -> None:
        if not client.canReadLine():
            if client.bytesAvailable() >= MAX_MESSAGE:
                client.abort()
            return
        try:
            message = json.loads(bytes(client.readLine().data()))
            target, token = str(message["target"]), str(message["token"])
        except (ValueError, TypeError, KeyError):
            client.abort()
            return
        client.write(_DONE)
        client.disconnectFromServer()
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt gives it to the desktop with the next activation
        self.opened.emit(target)


def _answers(name: str) -> bool:
    client = QLocalSocket()
    client.connectToServer(name)
    return client.waitForConnected(TIMEOUT_MS)


def _let_others_come_to_the_front() -> None:
    """Windows lets a process take the front only if the one that has it agrees."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
