"""Fields for names and passwords, and the rules for them, which are judged while the user types."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from drumcircle_gui.client.known_texts_view import translated
from drumcircle_gui.protocol.fields import MAX_NAME_LENGTH, MAX_SHORT_LENGTH
from drumcircle_gui.widgets.label import Label

from .own_account import RuleState

SIGNS: dict[RuleState, str] = {"open": "•", "kept": "✓", "broken": "✗"}


class AccountField(QWidget):
    """An input line below its caption. Emits `edited` after each change, `entered` at Enter."""

    edited = Signal()
    entered = Signal()

    def __init__(self, caption: str, *, secret: bool = False, longest: int = MAX_SHORT_LENGTH) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setAccessibleName(caption)
        self.line.setMaxLength(longest)
        if secret:
            self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.textChanged.connect(self.edited)
        self.line.returnPressed.connect(self.entered)
        label = Label(caption, 11, tone="dim")
        label.setBuddy(self.line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(label)
        layout.addWidget(self.line)

    def text(self) -> str:
        return self.line.text()


def name_field(caption: str) -> AccountField:
    return AccountField(caption, longest=MAX_NAME_LENGTH)


class RuleList(QWidget):
    """One line for each rule that says whether it is met: by a sign, a colour and, for screen readers, words."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[Label, Label]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(2)

    def render(self, rules: Iterable[tuple[RuleState, str]]) -> None:  # type: ignore[override]
        """Show each rule's state and sentence."""
        words = {"open": self.tr("not yet"), "kept": self.tr("kept"), "broken": self.tr("not kept")}
        for number, (state, sentence) in enumerate(rules):
            sign, text = self._row(number)
            shown = translated(sentence)
            sign.setText(SIGNS[state])
            text.setText(shown)
            for label in (sign, text):
                label.set_tone("bad" if state == "broken" else "dim" if state == "open" else "text")
            text.setAccessibleName(f"{shown} ({words[state]})")

    def _row(self, number: int) -> tuple[Label, Label]:
        if number == len(self._rows):
            sign, text = Label("", 11), Label("", 11, wraps=True)
            sign.setFixedWidth(14)
            row = QHBoxLayout()
            row.setSpacing(4)
            row.addWidget(sign)
            row.addWidget(text, 1)
            self._column.addLayout(row)
            self._rows.append((sign, text))
        return self._rows[number]


def all_kept(rules: Iterable[tuple[RuleState, str]]) -> bool:
    return all(state == "kept" for state, _ in rules)
