"""Mailboxes from other threads to the GUI thread: the latest value, or every item, at most 30 times a second."""

from collections.abc import Iterable
from threading import Lock
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot

INTERVAL_MS = 34
"""The shortest time between two deliveries."""

MAX_AT_ONCE = 24
"""Items that are delivered at once; more of them follow in parts, between which the window paints its frames. A tick of
two hundred players brings a hundred strokes, which take 7 ms."""

PART_INTERVAL_MS = 8
"""Time between two parts."""

CATCH_UP = 4
"""A part holds at least a quarter (1 / 4) of the waiting items, so that they cannot pile up."""


class _Mailbox(QObject):
    """Emits `opened` on its own thread after a call of `wake` on any thread, at most once every INTERVAL_MS.

    Make and close it on the GUI thread.
    """

    opened = Signal()
    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = Lock()
        self._closed = False
        self._since = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._due)
        self._woken.connect(self._schedule, Qt.ConnectionType.QueuedConnection)

    def wake(self) -> None:
        with self._lock:  # once closed, it may be deleted while another thread calls this
            if not self._closed:
                self._woken.emit()

    def open_again(self) -> None:
        """Emit `opened` once more after PART_INTERVAL_MS. Call it on the own thread."""
        if not self._closed:
            self._timer.start(PART_INTERVAL_MS)

    def close(self) -> None:
        with self._lock:
            self._closed = True
        self._timer.stop()

    @Slot()
    def _schedule(self) -> None:
        if not self._closed and not self._timer.isActive():
            rest = INTERVAL_MS - self._since.elapsed() if self._since.isValid() else 0
            self._timer.start(max(rest, 0))

    def _due(self) -> None:
        self._since.start()
        self.opened.emit()


class Publisher(QObject):
    """Emits `changed` with the latest published value, on its own thread; values in between are skipped."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = Lock()
        self._latest: Any = None
        self._pending = False
        self._mailbox = _Mailbox(self)
        self._mailbox.opened.connect(self._deliver)

    def publish(self, value: object) -> None:
        """Deliver this value soon. Does not wait; call it from any thread."""
        with self._lock:
            self._latest = value
            woken, self._pending = self._pending, True
        if not woken:
            self._mailbox.wake()

    def close(self) -> None:
        """Stop delivering; call on the GUI thread."""
        self._mailbox.close()

    def _deliver(self) -> None:
        with self._lock:
            value, self._latest, self._pending = self._latest, None, False
        self.changed.emit(value)


class Inbox(QObject):
    """Emits `arrived` with the items since the last delivery, as a list in their order; none is lost. Many items arrive
    in parts."""

    arrived = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = Lock()
        self._items: list[Any] = []
        self._mailbox = _Mailbox(self)
        self._mailbox.opened.connect(self._deliver)

    def put(self, items: Iterable[object]) -> None:
        """Deliver this item soon. Does not wait; call it from any thread."""
        with self._lock:
            woken = bool(self._items)
            self._items.extend(items)
            full = bool(self._items)
        if full and not woken:
            self._mailbox.wake()

    def close(self) -> None:
        """Stop delivering; call on the GUI thread."""
        self._mailbox.close()

    def _deliver(self) -> None:
        with self._lock:
            count = max(MAX_AT_ONCE, len(self._items) // CATCH_UP)
            items, self._items = self._items[:count], self._items[count:]
            more = bool(self._items)
        if more:
            self._mailbox.open_again()
        self.arrived.emit(items)
