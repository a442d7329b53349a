"""Measures the stalls of a GUI thread's loop, and how often a widget is painted."""

import time
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

PERIOD_MS = 5


@dataclass(frozen=True)
class Figures:
    """Stalls in ms, `frames` painted per second, and `cpu`: % of a core that the process used.

    `own`: p99 of the stalls that the thread's own processor time accounts for, which a busy machine does not lengthen.
    """

    p50: float
    p99: float
    max: float
    frames: float
    cpu: float
    own: float = 0.0


class Gauge(QObject):
    """A timer of 5 ms. A stall is how late it fires; the firings that a long stall suppressed count as late too, so
    that a stall weighs as much as it lasts."""

    def __init__(self, painted: QWidget) -> None:
        super().__init__(painted)
        painted.installEventFilter(self)
        self._timer = QTimer(self, interval=PERIOD_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._turn)
        self.begin()

    def begin(self) -> None:
        """Start to measure, without the figures so far."""
        self._late: list[float] = []
        self._own: list[float] = []
        self._used = time.thread_time()
        self._frames = 0
        self._cpu = time.process_time()
        self._began = self._last = time.perf_counter()
        self._timer.start()

    def figures(self) -> Figures:
        """The figures since `begin`; stops the gauge until the next `begin`."""
        self._timer.stop()
        seconds, cpu = time.perf_counter() - self._began, time.process_time() - self._cpu
        late, own = sorted(self._late), sorted(self._own)
        p50, p99 = (late[int(len(late) * share)] for share in (0.5, 0.99))
        return Figures(p50, p99, late[-1], self._frames / seconds, 100 * cpu / seconds, own[int(len(own) * 0.99)])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._frames += event.type() == QEvent.Type.Paint
        return False

    def _turn(self) -> None:
        now = time.perf_counter()
        self._late += _stalls((now - self._last) * 1000 - PERIOD_MS)
        used = time.thread_time()
        self._own += _stalls((used - self._used) * 1000 - PERIOD_MS)
        self._last, self._used = now, used


def _stalls(late_ms: float) -> list[float]:
    """A stall, and those of the firings that it suppressed."""
    return [max(late_ms - n * PERIOD_MS, 0.0) for n in range(max(ceil(late_ms / PERIOD_MS), 1))]
