"""Runs Python's garbage collection on the GUI thread only.

Python collects garbage on any thread that allocates memory. A widget in the garbage would then be destroyed on the
network thread, which crashes Qt.
"""

import gc
from typing import Self

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 100


class Collector(QObject):
    """A context in which garbage is collected on this thread only. Objects that exist on entry are not examined, so
    that collections are short."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self._look)

    def __enter__(self) -> Self:
        gc.disable()
        gc.freeze()
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.stop()
        gc.collect()
        gc.unfreeze()
        gc.enable()

    def _look(self) -> None:
        """Collect as Python does: the oldest generation beyond its threshold, and all younger ones."""
        due = [
            n for n, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if count > most
        ]
        if due:
            gc.collect(due[-1])
