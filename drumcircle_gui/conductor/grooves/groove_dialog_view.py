"""The editor of the guide: choose a groove, change its steps, hear it here, send it to all, keep it as a file."""

from pathlib import Path

import msgspec
from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QFormLayout, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from drumcircle_gui.grooves.groove_edit import resized
from drumcircle_gui.grooves.groove_file import FILE_SUFFIX
from drumcircle_gui.protocol.fields import MAX_NAME_LENGTH
from drumcircle_gui.protocol.groove_messages import MAX_GROOVE_BEATS, MAX_SWING, Groove
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.page_layout import add_field, below
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plain_text import one_line

from .groove_grid_view import GrooveGrid
from .groove_intents import GrooveShelf, HearGroove, OpenGroove, SaveGroove, SendGroove

DIVISIONS = (1, 2, 3, 4, 6)
"""Steps in a beat that the editor offers."""


class GrooveDialog(QDialog):
    """Shows a `GrooveShelf`. `requested` emits a SendGroove, HearGroove, OpenGroove or SaveGroove."""

    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Guide"))
        self._shelf = GrooveShelf()
        self._filling = False
        self.preset = QComboBox()
        self.name = QLineEdit(maxLength=MAX_NAME_LENGTH)
        self.beats = QSpinBox(minimum=1, maximum=MAX_GROOVE_BEATS)
        self.division = QComboBox()
        self.swing = QSpinBox(minimum=0, maximum=MAX_SWING)
        self.grid = GrooveGrid()
        self.hear = Pill(self.tr("Hear it"), "plain")
        self.send = Pill(self.tr("Send to all"), "accent")
        self.plain = Pill(self.tr("Plain guide"), "quiet")
        self.open_file = Pill(self.tr("Open…"), "quiet")
        self.save_file = Pill(self.tr("Save…"), "quiet")
        self.close_dialog = Pill(self.tr("Close"), "plain")
        self._lay_out()
        self._connect()
        self.edit(Groove())

    @property
    def groove(self) -> Groove:
        """The groove as it is edited."""
        return self.grid.groove

    def edit(self, groove: Groove) -> None:
        """Edit `groove`."""
        self._filling = True
        self.name.setText(groove.name)
        self.beats.setValue(groove.beats)
        if self.division.findData(groove.division) < 0:
            self.division.addItem(str(groove.division), groove.division)
        self.division.setCurrentIndex(self.division.findData(groove.division))
        self.swing.setValue(groove.swing)
        self._filling = False
        self.grid.set_groove(groove)
        self._hear_again()

    def render(self, shelf: GrooveShelf) -> None:  # type: ignore[override]
        """Offer the presets of `shelf`, and edit what was opened last."""
        before, self._shelf = self._shelf, shelf
        if shelf.presets != before.presets:
            self.preset.clear()
            self.preset.addItem(self.tr("Choose a groove"))
            self.preset.addItems([one_line(groove.name) for groove in shelf.presets])
        if shelf.opens != before.opens and shelf.opened is not None:
            self.edit(shelf.opened)
        text = self.tr("Stop") if shelf.heard is not None else self.tr("Hear it")
        if self.hear.text() != text:
            self.hear.setText(text)

    # --- requests ---------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.preset.activated.connect(self._choose)
        self.grid.edited.connect(lambda _: self._hear_again())
        self.name.textEdited.connect(lambda _: self._change())
        self.beats.valueChanged.connect(lambda _: self._change())
        self.division.currentIndexChanged.connect(lambda _: self._change())
        self.swing.valueChanged.connect(lambda _: self._change())
        self.hear.clicked.connect(self._hear)
        self.send.clicked.connect(lambda: self.requested.emit(SendGroove(self.groove)))
        self.plain.clicked.connect(lambda: self.requested.emit(SendGroove(None)))
        self.open_file.clicked.connect(self._open)
        self.save_file.clicked.connect(self._save)
        self.close_dialog.clicked.connect(self.accept)
        self.finished.connect(lambda _: self._fall_silent())

    def _choose(self, row: int) -> None:
        if row > 0:
            self.edit(self._shelf.presets[row - 1])

    def _change(self) -> None:
        """Take over what was entered in the fields."""
        if self._filling:
            return
        groove = resized(self.groove, self.beats.value(), self.division.currentData())
        groove = msgspec.structs.replace(groove, name=self.name.text().strip(), swing=self.swing.value())
        self.grid.set_groove(groove)
        self._hear_again()

    def _hear(self) -> None:
        self.requested.emit(HearGroove(None if self._shelf.heard is not None else self.groove))

    def _hear_again(self) -> None:
        """Play the changed groove, if one is being played here."""
        if self._shelf.heard not in (None, self.groove):
            self.requested.emit(HearGroove(self.groove))

    def _fall_silent(self) -> None:
        if self._shelf.heard is not None:
            self.requested.emit(HearGroove(None))

    def _open(self) -> None:
        dialog = self._file_dialog(self.tr("Open a groove"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.requested.emit(OpenGroove(Path(file))))
        dialog.open()

    def _save(self) -> None:
        dialog = self._file_dialog(self.tr("Save the groove"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(FILE_SUFFIX)
        dialog.selectFile(self.tr("groove") + FILE_SUFFIX)
        dialog.fileSelected.connect(lambda file: self.requested.emit(SaveGroove(Path(file), self.groove)))
        dialog.open()

    def _file_dialog(self, title: str) -> QFileDialog:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kind = self.tr("Grooves")
        return QFileDialog(self, title, folder, f"{kind} (*{FILE_SUFFIX})")

    # --- layout -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for division in DIVISIONS:
            self.division.addItem(str(division), division)
        self.swing.setSuffix(" %")
        form, numbers = QFormLayout(), QHBoxLayout()
        beats, steps, swing = self.tr("Beats"), self.tr("Steps in a beat"), self.tr("Swing")
        named = ((self.tr("Groove"), self.preset), (self.tr("Name"), self.name))
        for text, field in (*named, (beats, self.beats), (steps, self.division), (swing, self.swing)):
            field.setAccessibleName(text)
        for text, field in named:
            add_field(form, text, field)
        numbers.setSpacing(12)
        for part in (self.beats, Label(steps), self.division, Label(swing), self.swing):
            numbers.addWidget(part, 0 if isinstance(part, Label) else 1)
        add_field(form, beats, numbers)
        files, actions = QHBoxLayout(), QHBoxLayout()
        for pill in (self.open_file, self.save_file):
            files.addWidget(pill)
        files.addStretch(1)
        actions.addWidget(self.plain)
        actions.addStretch(1)
        for pill in (self.hear, self.send, self.close_dialog):
            actions.addWidget(pill)
        column = below(
            (form, 0), (self.grid, 1), (Label(self.grid.help, 12, tone="dim", wraps=True), 0), (files, 0), (actions, 0)
        )
        column.setContentsMargins(20, 16, 20, 16)
        self.setLayout(column)
        self.resize(720, 440)
