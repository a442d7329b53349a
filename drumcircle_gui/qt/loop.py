"""An asyncio event loop on top of Qt's, with timers that are exact to the millisecond."""

from asyncio import Handle
from math import ceil

import qasync
from PySide6.QtCore import QObject, Qt, QTimerEvent
from PySide6.QtWidgets import QApplication


class PreciseLoop(qasync.QEventLoop):  # type: ignore[misc]
    """qasync's loop with precise timers: Qt's coarse ones are up to 5 % late.

    Delays are rounded up to whole milliseconds, so that no sleep ends early.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._timer = _PreciseTimer()


class _PreciseTimer(QObject):
    """Replaces qasync's own timer object, and has its three methods."""

    def __init__(self) -> None:
        super().__init__()
        self._handles: dict[int, Handle] = {}

    def add_callback(self, handle: Handle, delay: float = 0) -> Handle:
        # A Qt timer of n ms may fire a fraction of one early: it counts from the last tick of its own clock.
        milliseconds = ceil(delay * 1000) + 1 if delay > 0 else 0
        self._handles[self.startTimer(milliseconds, Qt.TimerType.PreciseTimer)] = handle
        return handle

    def timerEvent(self, event: QTimerEvent) -> None:
        self.killTimer(event.timerId())
        handle = self._handles.pop(event.timerId(), None)
        if handle is not None and not handle.cancelled():
            handle._run()

    def stop(self) -> None:
        for timer in self._handles:
            self.killTimer(timer)
        self._handles.clear()

    def set_debug(self, enabled: bool) -> None:
        """Ignore the call, which qasync makes."""
