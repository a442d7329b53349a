"""The quick start: four steps to the first stroke, which can be left at any time."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.theme import Weight

WIDTH = 520
MAX_NAME = 64


class QuickStart(QDialog):
    """Emits `finished_with` with name and language, and `practice_wanted` if the user wants to practise at once."""

    finished_with = Signal(str, str)
    practice_wanted = Signal()

    def __init__(self, name: str, languages: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Quick start"))
        self.language, self.name = QComboBox(), QLineEdit(name)
        self.language.addItem(self.tr("As the system"), "")
        for code, text in languages.items():
            self.language.addItem(text, code)
        self.language.setAccessibleName(self.tr("Language"))
        self.name.setAccessibleName(self.tr("Your name"))
        self.name.setMaxLength(MAX_NAME)
        self.step, self.pages = Label("", 11, tone="dim"), QStackedWidget()
        self.back, self.leave = Pill(self.tr("Back"), "quiet"), Pill(self.tr("Leave"), "quiet")
        self.go_on, self.practice = Pill(self.tr("Next"), "accent"), Pill(self.tr("Practice"), "plain")
        self.back.clicked.connect(lambda: self._show(self.pages.currentIndex() - 1))
        self.go_on.clicked.connect(self._next)
        self.leave.clicked.connect(self.reject)
        self.practice.clicked.connect(self._practise)
        self._lay_out()
        self._show(0)

    def _next(self) -> None:
        if self.pages.currentIndex() + 1 < self.pages.count():
            self._show(self.pages.currentIndex() + 1)
        else:
            self._finish()

    def _finish(self) -> None:
        self.finished_with.emit(self.name.text().strip(), self.language.currentData())
        self.accept()

    def _practise(self) -> None:
        self._finish()
        self.practice_wanted.emit()

    def _show(self, number: int) -> None:
        last = self.pages.count() - 1
        self.pages.setCurrentIndex(number)
        self.step.setText(self.tr("Step {n} of {all}").format(n=number + 1, all=last + 1))
        self.back.setVisible(number > 0)
        self.leave.setVisible(number < last)
        self.practice.setVisible(number == last)
        self.go_on.setText(self.tr("Done") if number == last else self.tr("Next"))
        self.go_on.setFocus()

    # --- layout -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        texts = (
            (self.tr("Language"), self.tr("In which language do you want to read?"), self.language),
            (self.tr("Your name"), self.tr("What the others in the circle call you."), self.name),
            (
                self.tr("Your drum"),
                self.tr(
                    "A MIDI drum plays as soon as it is plugged in. A real drum plays through a microphone: press "
                    "Microphone… while you play. Without either, strike the pads with the mouse or the keys on them."
                ),
                None,
            ),
            (
                self.tr("Play"),
                self.tr(
                    "Everything you play comes round one turn of the ring later, and then everybody hears it. "
                    "Try it by yourself with Practice, or paste an invite under Join."
                ),
                None,
            ),
        )
        for title, text, control in texts:
            self.pages.addWidget(_page(title, text, control))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.leave)
        foot.addStretch(1)
        for pill in (self.back, self.practice, self.go_on):
            foot.addWidget(pill)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(12)
        layout.addWidget(self.step)
        layout.addWidget(self.pages, 1)
        layout.addLayout(foot)
        self.setFixedWidth(WIDTH)


def _page(title: str, text: str, control: QWidget | None) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    column.addWidget(Label(title, 24, Weight.DemiBold))
    column.addWidget(Label(text, wraps=True))
    if control is not None:
        column.addWidget(control)
    column.addStretch(1)
    return page
