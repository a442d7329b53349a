"""The content of an empty list or page: an explanation and suggested actions."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from .label import Label
from .pill import Pill
from .theme import Weight


class EmptyState(QWidget):
    """A headline, a short explanation and buttons; `acted` gives the number of the button pressed."""

    acted = Signal(int)

    def __init__(self, title: str, text: str, actions: tuple[str, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._title = Label(title, 24, Weight.DemiBold, wraps=True)
        self._text = Label(text, 15, tone="dim", wraps=True)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setMaximumWidth(480)
        self.body = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addStretch(2)
        layout.addLayout(_centred(self._title))
        layout.addLayout(_centred(self._text))
        layout.addLayout(self._buttons(actions))
        layout.addLayout(self.body)
        layout.addStretch(3)

    def _buttons(self, actions: tuple[str, ...]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch()
        for number, text in enumerate(actions):
            button = Pill(text, "plain" if number else "accent")
            button.clicked.connect(lambda _checked=False, n=number: self.acted.emit(n))
            row.addWidget(button)
        row.addStretch()
        return row


def _centred(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget, 1000)
    row.addStretch(1)
    return row
