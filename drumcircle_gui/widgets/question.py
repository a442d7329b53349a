"""A question that is asked before something is lost."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from .label import Label
from .pill import Pill
from .theme import Weight

WIDTH = 440


class Question(QDialog):
    """A dialog with two answers: `no`, which has the focus, and `yes`, which accepts."""

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
        """Sets the window's title, the question, its consequence, and the texts of both buttons."""
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
        self.foot = QHBoxLayout()
        self.foot.addStretch(1)
        self.foot.addWidget(self.no)
        self.foot.addWidget(self.yes)
        layout.addLayout(self.foot)
        self.no.setFocus()
