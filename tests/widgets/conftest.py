"""Widgets are tested with the theme applied."""

import os

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from drumcircle_gui.widgets.theme import Theme, apply_theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_itemcollected(item: pytest.Item) -> None:
    """Qt's offscreen platform warns of unsupported window features."""
    item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(autouse=True)
def dark(qapp: QApplication) -> QApplication:
    apply_theme(qapp, "dark")
    return qapp


@pytest.fixture
def show(qtbot):
    """Shows a widget at a size, and waits until it is exposed."""

    def shown(widget: QWidget, width: int = 400, height: int = 300) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return shown


@pytest.fixture
def colours():
    """The colours in a part of a widget, as ``#rrggbb``."""

    def seen(widget: QWidget, part: QRectF | None = None) -> set[str]:
        image = QImage(widget.size(), QImage.Format.Format_RGB32)
        image.fill(Theme.current().ground)
        painter = QPainter(image)
        painter.drawPixmap(0, 0, widget.grab())
        painter.end()
        area = (part or QRectF(image.rect())).toRect().intersected(image.rect())
        part_of_it = image.copy(area)
        pixels = np.frombuffer(part_of_it.constBits(), np.uint32).reshape(part_of_it.height(), -1)
        return {f"#{pixel & 0xFFFFFF:06x}" for pixel in np.unique(pixels[:, : part_of_it.width()]).tolist()}

    return seen
