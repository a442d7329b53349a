"""The dialog of the loop: choose a file, see its tempo, halve or double it, have the circle play to it."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QFormLayout, QHBoxLayout, QSpinBox, QWidget

from drumcircle_gui.client.circle_state import CircleSnapshot
from drumcircle_gui.client.known_texts_view import translated
from drumcircle_gui.loops.loop_plan import fits
from drumcircle_gui.protocol.fields import MAX_LEVEL
from drumcircle_gui.protocol.loop_messages import MAX_LOOP_BEATS
from drumcircle_gui.timing.units import SECOND, bpm_of
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.page_layout import add_field, below
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.slider import Slider

from .loop_intents import ChooseLoopFile, EndLoop, LoopCount, LoopShelf, PlayChosenLoop, SetLoopLevel

FULL = 100
"""Per cent."""


class LoopDialog(QDialog):
    """Shows a `LoopShelf`. `requested` emits a LoopIntent."""

    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Loop to play to"))
        self._shelf = LoopShelf()
        self._circle: CircleSnapshot | None = None
        self._count: LoopCount | None = None
        self._filling = False
        self.file = Label(wraps=True)
        self.problem = Label(tone="bad", wraps=True)
        self.now = Label(tone="dim", wraps=True)
        self.tempo = Label(tone="dim")
        self.beats = QSpinBox(minimum=1, maximum=MAX_LOOP_BEATS)
        self.level = Slider(0, MAX_LEVEL)
        self.level.setValue(FULL)
        self.choose = Pill(self.tr("Choose a file…"), "plain")
        self.half = Pill(self.tr("Half as fast"), "quiet")
        self.double = Pill(self.tr("Twice as fast"), "quiet")
        self.play = Pill(self.tr("Play to it"), "accent")
        self.end = Pill(self.tr("No loop"), "quiet")
        self.close_dialog = Pill(self.tr("Close"), "plain")
        self._lay_out()
        self._connect()
        self._show()

    def render(self, shelf: LoopShelf, circle: CircleSnapshot) -> None:  # type: ignore[override]
        """Show the file that is chosen, and what the circle plays to."""
        before, self._shelf, self._circle = self._shelf, shelf, circle
        if shelf.chosen_count != before.chosen_count and shelf.chosen is not None:
            self._take(shelf.chosen.measured(circle.timeline.latest.tempo))
        if circle.loops.latest is not None and not self.level.isSliderDown() and not self.level.hasFocus():
            self._set_quietly(self.level, circle.loops.latest.level)
        self._show()

    # --- display ----------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        chosen = self._shelf.chosen
        for widget in (self.beats, self.play):
            widget.setEnabled(chosen is not None)
        count = self._count
        for pill, doubled in ((self.half, -1), (self.double, 1)):
            pill.setEnabled(count is not None and count.scaled(doubled) is not None)
        self.file.setText(self._about_file())
        self.problem.setText(" ".join(filter(None, map(translated, self._shelf.problem))))
        self.problem.setVisible(bool(self.problem.text()))
        self.tempo.setText(self.tr("{bpm} bpm").format(bpm=f"{bpm_of(count.tempo):.1f}") if count else "")
        latest = self._circle.loops.latest if self._circle else None
        self.end.setEnabled(latest is not None)
        self.now.setText(self._about_now())

    def _about_file(self) -> str:
        shelf, chosen = self._shelf, self._shelf.chosen
        if shelf.reading:
            return self.tr("Reading {file}…").format(file=shelf.reading)
        if chosen is None:
            return self.tr("No file is chosen: WAV, FLAC or OGG, up to 8 MiB and 5 minutes.")
        length = f"{chosen.length / SECOND:.1f}"
        if shelf.sent < FULL:
            text = self.tr("{name}, {length} s. {percent} % are sent to the server.")
        else:
            text = self.tr("{name}, {length} s. It is at the server.")
        return text.format(name=chosen.name, length=length, percent=shelf.sent)

    def _about_now(self) -> str:
        circle = self._circle
        if circle is None or (latest := circle.loops.latest) is None:
            return self.tr("The circle plays without a loop.")
        if not fits(latest, circle.timeline.latest.tempo):
            text = self.tr("{name} is silent: it sounds at {bpm} bpm only.")
        else:
            text = self.tr("The circle plays to {name}, at {bpm} bpm.")
        return text.format(name=latest.name, bpm=f"{bpm_of(latest.tempo):.1f}")

    # --- requests ---------------------------------------------------------------------------------------------------

    def _take(self, count: LoopCount | None) -> None:
        if count is not None:
            self._count = count
            self._set_quietly(self.beats, count.beats)
            self._show()

    def _set_quietly(self, widget: QSpinBox | Slider, value: int) -> None:
        self._filling = True
        widget.setValue(value)
        self._filling = False

    def _connect(self) -> None:
        self.choose.clicked.connect(self._choose)
        self.beats.valueChanged.connect(self._count_anew)
        self.half.clicked.connect(lambda: self._take(self._count and self._count.scaled(-1)))
        self.double.clicked.connect(lambda: self._take(self._count and self._count.scaled(1)))
        self.level.sliderReleased.connect(self._set_level)
        self.level.valueChanged.connect(lambda _: self._set_level())
        self.play.clicked.connect(self._play)
        self.end.clicked.connect(lambda: self.requested.emit(EndLoop()))
        self.close_dialog.clicked.connect(self.accept)

    def _count_anew(self, beats: int) -> None:
        if self._shelf.chosen is not None and not self._filling:
            self._take(self._shelf.chosen.counted(beats))

    def _play(self) -> None:
        if self._count is not None:
            self.requested.emit(PlayChosenLoop(self._count, self.level.value()))

    def _set_level(self) -> None:
        """Request a level for the playing loop: at each key press, or when the mouse is released."""
        if not self._filling and not self.level.isSliderDown() and self._circle and self._circle.loops.latest:
            self.requested.emit(SetLoopLevel(self.level.value()))

    def _choose(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
        kind = self.tr("Sound files")
        dialog = QFileDialog(self, self.tr("Choose a loop"), folder, f"{kind} (*.wav *.flac *.ogg)")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.requested.emit(ChooseLoopFile(Path(file))))
        dialog.open()

    # --- layout -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        beats, actions, files = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for widget in (self.beats, self.half, self.double):
            beats.addWidget(widget)
        beats.addWidget(self.tempo, 1)
        files.addWidget(self.file, 1)
        files.addWidget(self.choose)
        form = QFormLayout()
        add_field(form, self.tr("Beats in it"), beats)
        add_field(form, self.tr("Volume for all"), self.level)
        self.beats.setAccessibleName(self.tr("Beats in it"))
        self.level.setAccessibleName(self.tr("Volume for all"))
        self.half.setToolTip(self.tr("The loop has half as many beats, each twice as long"))
        self.double.setToolTip(self.tr("The loop has twice as many beats, each half as long"))
        self.play.setToolTip(self.tr("From the next cycle on; the circle takes the loop's tempo"))
        actions.addWidget(self.end)
        actions.addStretch(1)
        for pill in (self.play, self.close_dialog):
            actions.addWidget(pill)
        column = below((files, 0), (self.problem, 0), (form, 0), (self.now, 1), (actions, 0))
        column.setContentsMargins(20, 16, 20, 16)
        self.setLayout(column)
        self.resize(620, 260)
