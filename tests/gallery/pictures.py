"""Writes the gallery as PNG files."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from drumcircle_gui.widgets.theme import Choice, apply_theme

from .catalogue import entries
from .entry import PAGE_SIZES, Size

SETTLE_MS = 250
"""Time for a widget's layout, and for animations to be painted."""

PICTURE_SIZES = 3
"""Number of PAGE_SIZES for which pictures are written."""


def write_pictures(app: QApplication, folder: Path, only: str = "", themes: Iterable[str] = ("dark", "light")) -> int:
    """Writes each entry in each state, size and theme, named `entry--state--size--theme.png`; returns their number."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for theme in themes:
        apply_theme(app, theme)  # type: ignore[arg-type]
        for entry in entries(only):
            for name, build in entry.states.items():
                for size in entry.sizes[:PICTURE_SIZES]:
                    text = f"{entry.name}--{name}--{size[0]}x{size[1]}--{theme}"
                    _write(build, size, folder / f"{_file_name(text)}.png")
                    count += 1
    return count


def _write(build: Callable[[], QWidget], size: Size, file: Path) -> None:
    widget = build()
    widget.resize(*size)
    widget.show()
    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()
    widget.grab().save(str(file))
    widget.close()
    widget.deleteLater()


def _file_name(text: str) -> str:
    return re.sub(r"[^a-z0-9-]+", "-", text.lower())


__all__ = ["PAGE_SIZES", "Choice", "write_pictures"]
