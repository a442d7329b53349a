"""Asking once more before something is lost."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from .label import Label
from .pill import Pill
from .theme import Weight

WIDTH = 440


class Question(QDialog):
    """`no` has the focus; `yes` accepts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label("", 15, Weight.DemiBold, wraps=True)
        self._loss = Label("", tone="dim", wraps=True)
        self.no, self.yes = Pill("", "plain"), Pill("", "accent")
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self.accept)
        self.setFixedWidth(WIDTH)
        self._lay_out()

    def put(self, window: str, title: str, loss: str, no: str, yes: str) -> None:
        """The window's name; the question; what will be lost; and what can be answered."""
        self.setWindowTitle(window)
        self.title.setText(title)
        self._loss.setText(loss)
        self.no.setText(no)
        self.yes.setText(yes)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(12)
        layout.addWidget(self.title)
        layout.addWidget(self._loss)
        layout.addSpacing(4)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.no)
        foot.addWidget(self.yes)
        layout.addLayout(foot)
        self.no.setFocus()
