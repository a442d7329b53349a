"""A dialog that asks for one line of text."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from .label import Label
from .pill import Pill
from .theme import Weight, font

WIDTH = 440


class TextQuestion(QDialog):
    """`answered` gives the line, without the white space around it; an empty or unchanged line cannot be given. `hint`
    is shown below the title."""

    answered = Signal(str)

    def __init__(self, title: str, text: str, yes: str, parent: QWidget | None = None, hint: str = "") -> None:
        super().__init__(parent)
        self._before = text
        self.setWindowTitle(title)
        self.line = QLineEdit(text)
        self.line.setFont(font(15))
        self.line.setAccessibleName(title)
        self.no, self.yes = Pill(self.tr("Cancel"), "plain"), Pill(yes, "accent")
        self.yes.setDefault(True)
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self._answer)
        self.line.textChanged.connect(self._check)
        self.setFixedWidth(WIDTH)
        self._lay_out(title, hint)
        self._check(text)

    def _answer(self) -> None:
        self.answered.emit(self.line.text().strip())
        self.accept()

    def _check(self, text: str) -> None:
        self.yes.setEnabled(text.strip() not in ("", self._before))

    def _lay_out(self, title: str, hint: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(16)
        layout.addWidget(Label(title, 15, Weight.DemiBold, wraps=True))
        if hint:
            layout.addWidget(Label(hint, tone="dim", wraps=True))
            self.line.setAccessibleDescription(hint)
        layout.addWidget(self.line)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.no)
        foot.addWidget(self.yes)
        layout.addLayout(foot)
        self.line.selectAll()
        self.line.setFocus()
