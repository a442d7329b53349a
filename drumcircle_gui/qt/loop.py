"""An asyncio event loop on Qt's, whose timers are to the millisecond."""

from asyncio import Handle
from math import ceil

import qasync
from PySide6.QtCore import QObject, Qt, QTimerEvent
from PySide6.QtWidgets import QApplication


class PreciseLoop(qasync.QEventLoop):  # type: ignore[misc]
    """qasync's loop, except that it never wakes early and is not 5 % late, as with Qt's coarse timers.

    Delays are rounded up to whole milliseconds: rounded down, a sleep could end before its time.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._timer = _PreciseTimer()


class _PreciseTimer(QObject):
    """In the place of qasync's own timer object, with its three methods."""

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
        """Asked of it by qasync; there is nothing to tell."""
