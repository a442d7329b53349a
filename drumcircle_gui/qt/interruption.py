"""Ctrl+C in the terminal, and the system's request that the program end."""

import signal
import socket
from types import FrameType
from typing import Any, Self

from PySide6.QtCore import QObject, QSocketNotifier, Signal

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interruption(QObject):
    """Emits `wanted` at the first such signal; the second ends the program at once. A context manager, for the main
    thread; on leaving, the handlers that were there before are back.

    Python runs its handlers only between two of its own instructions, of which a window at rest has none: so each
    signal also writes to a socket, whose notifier is Python to be run.
    """

    wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: dict[int, Any] = {}
        self._heard, self._rung = socket.socketpair()
        for end in (self._heard, self._rung):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._heard.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._drain)

    def __enter__(self) -> Self:
        self._bell_before = signal.set_wakeup_fd(self._rung.fileno(), warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, self._interrupted) for number in SIGNALS}
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._bell_before)
        self._notifier.setEnabled(False)
        self._heard.close()
        self._rung.close()

    def _interrupted(self, number: int, frame: FrameType | None) -> None:
        for each in SIGNALS:
            signal.signal(each, signal.SIG_DFL)
        self.wanted.emit()

    def _drain(self) -> None:
        self._heard.recv(64)
