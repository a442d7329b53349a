"""The dialog of the player's kit: the built-in sounds, own files, or a mix of the built-in ones."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QGridLayout, QSpinBox, QVBoxLayout, QWidget

from drumcircle_gui.sound.messages import KitStatus
from drumcircle_gui.sound.synth.kit import PADS, patch
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.page_layout import ScrollBody, in_row
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plain_text import set_tooltip
from drumcircle_gui.widgets.theme import Weight

from .kit_words_view import pad_name, sound_name
from .own_kit import BUILT_IN_SOUNDS, ChooseOwnKit, KitState, MixedPad, SaveMix

_tr = QCoreApplication.translate

WIDTH = 560
MAX_TUNE = 12
"""Semitones."""


class KitDialog(QDialog):
    """Emits `requested` with the intents of `own_kit`."""

    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Kit"))
        self.name, self.says = Label("", 15, Weight.DemiBold, wraps=True), Label(tone="dim", wraps=True)
        self.problems = Label(tone="bad", wraps=True)
        self.usual = Pill(self.tr("Built-in sounds"), "plain")
        self.folder, self.file = Pill(self.tr("Folder…"), "plain"), Pill(self.tr("File…"), "plain")
        self.save, self.done_button = Pill(self.tr("Save the mix…"), "plain"), Pill(self.tr("Done"), "accent")
        self.mix = {pad.key: _MixRow(pad.key, pad_name(pad.name)) for pad in PADS}
        self._chooser: QFileDialog | None = None
        self._lay_out()
        self.usual.clicked.connect(lambda: self.requested.emit(ChooseOwnKit(None)))
        self.folder.clicked.connect(self._choose_folder)
        self.file.clicked.connect(self._choose_file)
        self.save.clicked.connect(self._choose_place)
        self.done_button.clicked.connect(self.accept)

    def render(self, state: KitState, status: KitStatus | None) -> None:  # type: ignore[override]
        """Show the chosen kit and its state."""
        loaded = status if status is not None and state.path is not None else None
        if state.path is None:
            self.name.setText(self.tr("Built-in sounds"))
            self.says.setText(self.tr("Choose a kit of your own, or mix one from the built-in sounds."))
        elif loaded is None:
            self.name.setText(Path(state.path).name)
            self.says.setText(self.tr("The kit is being loaded."))
        else:
            self.name.setText(loaded.name or Path(state.path).name)
            words = self.tr("%n sound(s) of its own, {mb} MB. Other pads sound as usual.", "", loaded.sounds)
            self.says.setText(words.format(mb=f"{loaded.megabytes:.1f}"))
        problems = (*([state.problem] if state.problem else []), *(loaded.problems if loaded else ()))
        self.problems.setText("\n".join(problems))
        self.problems.setVisible(bool(problems))

    def mixed(self) -> tuple[MixedPad, ...]:
        """The mix as edited."""
        return tuple(row.pad() for row in self.mix.values())

    # --- files ------------------------------------------------------------------------------------------------------

    def _choose_folder(self) -> None:
        dialog = self._file_dialog(self.tr("Folder of a kit, with a kit.toml in it"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda path: self.requested.emit(ChooseOwnKit(path)))
        dialog.open()

    def _choose_file(self) -> None:
        dialog = self._file_dialog(self.tr("File of a kit"), self.tr("Kits") + " (*.sfz *.sf2 *.toml)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.requested.emit(ChooseOwnKit(path)))
        dialog.open()

    def _choose_place(self) -> None:
        dialog = self._file_dialog(self.tr("Name of the mix"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.selectFile(self.tr("My kit"))
        dialog.fileSelected.connect(lambda path: self.requested.emit(SaveMix(path, self.mixed())))
        dialog.open()

    def _file_dialog(self, title: str, kinds: str = "") -> QFileDialog:
        if self._chooser is not None:
            self._chooser.deleteLater()
        music = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
        self._chooser = QFileDialog(self, title, music, kinds)
        return self._chooser

    # --- layout -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(12)
        for part in (self.name, self.says, self.problems):
            layout.addWidget(part)
        layout.addLayout(in_row(self.usual, self.folder, self.file))
        about = self.tr("A kit is a folder with sounds and a kit.toml, an SFZ file, or a SoundFont (SF2).")
        layout.addWidget(Label(about, 11, tone="dim", wraps=True))
        layout.addWidget(Label(self.tr("Your mix"), 15, Weight.DemiBold))
        layout.addWidget(ScrollBody(self._mix_grid(), keeps_width=True), 1)
        layout.addLayout(in_row(self.save, None, self.done_button))
        self.setFixedWidth(WIDTH)

    def _mix_grid(self) -> QWidget:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for line, (key, row) in enumerate(self.mix.items()):
            grid.addWidget(Label(pad_name(patch(key).name), tone="dim"), line, 0)
            grid.addWidget(row.sound, line, 1)
            grid.addWidget(row.tune, line, 2)
        return inside


class _MixRow:
    """The sound of one pad and its tuning."""

    def __init__(self, key: int, name: str) -> None:
        self._key = key
        self.sound, self.tune = QComboBox(), QSpinBox()
        self.sound.setAccessibleName(name)
        for sound in BUILT_IN_SOUNDS:
            self.sound.addItem(sound_name(sound), sound)
        self.sound.setCurrentIndex(self.sound.findData(patch(key).sound))
        self.tune.setRange(-MAX_TUNE, MAX_TUNE)
        self.tune.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.tune.setAccessibleName(_tr("KitDialog", "{name}: semitones higher").format(name=name))
        set_tooltip(self.tune, _tr("KitDialog", "Semitones higher, or lower"))

    def pad(self) -> MixedPad:
        return MixedPad(self._key, self.sound.currentData(), self.tune.value())
