"""The gallery's entries, with named states."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from drumcircle_gui.widgets.card import Card

Group = Literal["Pages", "Dialogs", "Widgets"]
Size = tuple[int, int]

PAGE_SIZES: tuple[Size, ...] = ((1366, 768), (1024, 640), (910, 472), (1440, 900), (1920, 1080))
"""Sizes in logical pixels that pages are shown at; the first three are those of `--pictures`."""

HOSTILE_NAME = "<img src=/dev/zero> & <b>\u202egnp\u2066"
"""A name that must be shown unchanged, and must have no effect."""


@dataclass(frozen=True)
class Entry:
    """A page, dialog or widget. Each of `states` makes it anew; `size` None: in the sizes of pages."""

    group: Group
    name: str
    states: Mapping[str, Callable[[], QWidget]]
    size: Size | None = None

    @property
    def sizes(self) -> tuple[Size, ...]:
        return (self.size,) if self.size else PAGE_SIZES


def on_card(widget: QWidget, title: str = "") -> QWidget:
    """`widget` on a card, as on a page."""
    ground = QWidget()
    card = Card(title)
    card.body.addWidget(widget)
    layout = QVBoxLayout(ground)
    layout.setContentsMargins(16, 16, 16, 16)
    layout.addWidget(card)
    return ground


def embedded(dialog: QWidget) -> QWidget:
    """`dialog` as a part of a window."""
    dialog.setWindowFlags(Qt.WindowType.Widget)
    return dialog
