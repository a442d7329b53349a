"""The row of cues: one click gives a cue to all members; a field takes one in the conductor's own words."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from drumcircle_gui.protocol.fields import MAX_NAME_LENGTH
from drumcircle_gui.protocol.messages import Cue, GiveCue
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plain_text import set_tooltip


class CueBar(QWidget):
    """`requested` emits a GiveCue with the chosen cue. Choosing the present cue withdraws it."""

    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cue = Cue()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.pills = {cue.word: self._new_pill(number, cue) for number, cue in enumerate(self._cues(), 1)}
        for pill in self.pills.values():
            row.addWidget(pill)
        self.own = QLineEdit()
        self.own.setClearButtonEnabled(True)
        self.own.findChildren(QAction)[0].triggered.connect(self._withdraw_own)
        self.own.setPlaceholderText(self.tr("Your own word"))
        self.own.setAccessibleName(self.tr("Cue in your own words"))
        self.own.setMaxLength(MAX_NAME_LENGTH)
        self.own.setMinimumWidth(64)
        self.own.returnPressed.connect(self._give_own)
        row.addWidget(self.own, 1)

    def render(self, cue: Cue) -> None:  # type: ignore[override]
        """Show `cue` as the present one."""
        self._cue = cue
        for word, pill in self.pills.items():
            pill.setChecked(word == cue.word)
        if not self.own.hasFocus():
            self.own.setText(self._own_word())

    def _own_word(self) -> str:
        """The word of the present cue; empty if it has a pill."""
        return "" if self._cue.word in self.pills else self._cue.word

    def _cues(self) -> tuple[Cue, ...]:
        return (
            Cue(self.tr("Play"), self.tr("Everybody")),
            Cue(self.tr("Listen"), self.tr("Hands off the drums")),
            Cue(self.tr("Imitate"), self.tr("Play back what you heard")),
            Cue(self.tr("Softer"), self.tr("Everybody")),
            Cue(self.tr("Louder"), self.tr("Everybody")),
        )

    def _new_pill(self, number: int, cue: Cue) -> Pill:
        pill = Pill(cue.word, "choice")
        pill.setShortcut(f"Ctrl+{number}")
        set_tooltip(pill, f"{cue.text} (Ctrl+{number})")
        pill.clicked.connect(lambda: self._give(cue))
        return pill

    def _give(self, cue: Cue) -> None:
        withdrawn = cue.word == self._cue.word
        self.requested.emit(GiveCue(Cue() if withdrawn else cue))
        self.render(self._cue)

    def _give_own(self) -> None:
        word = self.own.text().strip()
        self.own.clearFocus()
        if word != self._own_word():
            self.requested.emit(GiveCue(Cue(word)))

    def _withdraw_own(self) -> None:
        """Withdraw the cue whose word the field's clear button has removed."""
        self.own.clearFocus()
        if self._own_word():
            self.requested.emit(GiveCue(Cue()))

    def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        if event.key() == Qt.Key.Key_Escape:
            self.own.setText(self._own_word())
            self.own.clearFocus()
        else:
            super().keyPressEvent(event)
