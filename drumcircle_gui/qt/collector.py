"""Python's garbage collected where Qt's objects live.

Left to itself, Python collects garbage on whichever thread happens to allocate when it is time. If the garbage has a
widget in it, that is then destroyed on the network's thread, which Qt does not survive.
"""

import gc
from typing import Self

from PySide6.QtCore import QObject, QTimer

INTERVAL = 100  # milliseconds between looks


class Collector(QObject):
    """While entered, garbage is collected on this thread only. What there is at the beginning counts as here to stay,
    so that later collections are short."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=INTERVAL)
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
        """As Python would: the oldest generation whose count is beyond its threshold, and all younger ones."""
        due = [
            n for n, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if count > most
        ]
        if due:
            gc.collect(due[-1])
