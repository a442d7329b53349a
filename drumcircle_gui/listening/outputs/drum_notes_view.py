"""The dialog that sets the MIDI note for each drum, as a drum module expects it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QSpinBox, QVBoxLayout, QWidget

from drumcircle_gui.listening.kits.kit_words_view import pad_name
from drumcircle_gui.sound.midi_notes import note_of
from drumcircle_gui.sound.synth.kit import PATCHES
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.page_layout import ScrollBody, fit_screen, in_row
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.theme import Weight

USUAL_SIZE = QSize(440, 440)
MAX_NOTE = 127
FIRST_DRUM = 35
"""The key of General MIDI's first drum. Lower keys are rare, and are listed last."""


def open_notes(notes: Mapping[int, int], use: Callable[[dict[int, int]], None], parent: QWidget) -> None:
    """Open the dialog over `parent`, with these `notes`; `use` gets all that differ, after each change."""
    dialog = DrumNotesDialog(notes, parent)
    dialog.chosen.connect(use)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


class DrumNotesDialog(QDialog):
    """`chosen` gives the notes that differ from General MIDI's, by keys."""

    chosen = Signal(object)

    def __init__(self, notes: Mapping[int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Notes of the drums"))
        self.notes = {key: QSpinBox() for key in sorted(PATCHES, key=lambda key: (key < FIRST_DRUM, key))}
        self.usual, self.done_button = Pill(self.tr("General MIDI"), "quiet"), Pill(self.tr("Done"), "plain")
        for key, box in self.notes.items():
            box.setRange(0, MAX_NOTE)
            box.setAlignment(Qt.AlignmentFlag.AlignCenter)
            box.setAccessibleName(pad_name(PATCHES[key].name))
            box.setValue(notes.get(key, note_of(key)))
            box.valueChanged.connect(lambda _: self.chosen.emit(self.changed()))
        self.usual.clicked.connect(self._reset)
        self.done_button.clicked.connect(self.accept)
        self._lay_out()

    def changed(self) -> dict[int, int]:
        """The notes that differ from General MIDI's."""
        return {key: box.value() for key, box in self.notes.items() if box.value() != note_of(key)}

    def _reset(self) -> None:
        if self.changed():
            for key, box in self.notes.items():
                with QSignalBlocker(box):
                    box.setValue(note_of(key))
            self.chosen.emit({})

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setColumnStretch(0, 1)
        for line, (key, box) in enumerate(self.notes.items()):
            grid.addWidget(Label(pad_name(PATCHES[key].name), tone="dim"), line, 0)
            grid.addWidget(box, line, 1)
        about = self.tr("Enter the note numbers of your drum module, where they are not those of General MIDI.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 24, 24)
        layout.setSpacing(12)
        layout.addWidget(Label(self.tr("Notes of the drums"), 15, Weight.DemiBold))
        layout.addWidget(Label(about, 11, tone="dim", wraps=True))
        layout.addWidget(ScrollBody(grid, keeps_width=True), 1)
        for button in (self.usual, self.done_button):
            button.setAutoDefault(False)
        layout.addLayout(in_row(self.usual, None, self.done_button))
        fit_screen(self, USUAL_SIZE)
