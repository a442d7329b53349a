"""How promptly a GUI thread turns its loop, and how often it paints a widget."""

import time
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

PERIOD = 5  # milliseconds


@dataclass(frozen=True)
class Figures:
    """Stalls in ms; `frames` painted a second; `cpu`: % of a core that the process used."""

    p50: float
    p99: float
    max: float
    frames: float
    cpu: float


class Gauge(QObject):
    """Asks for a turn every 5 ms. A stall is how much later than that the turn comes; whatever should have had its
    turn meanwhile was late too, and counts, so that one long stall weighs as much as it lasts."""

    def __init__(self, painted: QWidget) -> None:
        super().__init__(painted)
        painted.installEventFilter(self)
        self._timer = QTimer(self, interval=PERIOD, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._turn)
        self.begin()

    def begin(self) -> None:
        """Forget all that was measured."""
        self._late: list[float] = []
        self._frames = 0
        self._cpu = time.process_time()
        self._began = self._last = time.perf_counter()
        self._timer.start()

    def figures(self) -> Figures:
        """Since `begin`; the gauge rests until then."""
        self._timer.stop()
        seconds, cpu = time.perf_counter() - self._began, time.process_time() - self._cpu
        late = sorted(self._late)
        p50, p99 = (late[int(len(late) * share)] for share in (0.5, 0.99))
        return Figures(p50, p99, late[-1], self._frames / seconds, 100 * cpu / seconds)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._frames += event.type() == QEvent.Type.Paint
        return False

    def _turn(self) -> None:
        now = time.perf_counter()
        late, self._last = (now - self._last) * 1000 - PERIOD, now
        self._late.append(max(late, 0.0))
        while late > PERIOD:
            late -= PERIOD
            self._late.append(late)
