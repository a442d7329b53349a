"""The dialog of modes: start one with options, and compose a session that runs with one key a step."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFileDialog, QListWidget, QVBoxLayout, QWidget

from drumcircle_gui.client.mode_view import mode_name
from drumcircle_gui.modes.catalogue import ModeChoice
from drumcircle_gui.modes.mode_session import FILE_SUFFIX, ModeSession
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.page_layout import dense, in_row
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plain_text import one_line
from drumcircle_gui.widgets.theme import Weight

from .conductor_state import ConductorState
from .mode_intents import ChooseMode, OpenSession, RunStep, SaveSession, SetSession
from .mode_options_view import ModeOptions
from .modes_view import NEXT_STEP_KEY


class ModeDialog(QDialog):
    """Shows the session of a `ConductorState`. `requested` emits a ChooseMode, RunStep, SetSession, OpenSession or
    SaveSession."""

    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Modes"))
        self._steps: tuple[ModeChoice, ...] = ()
        self._shown: ModeSession | None = None
        self.options = ModeOptions()
        self.start = Pill(self.tr("Start"), "accent")
        self.add = Pill(self.tr("Add to the session"), "plain")
        self.steps = QListWidget()
        self.steps.setAccessibleName(self.tr("Session"))
        dense(self.steps)
        self.up = Pill(self.tr("Up"), "quiet")
        self.down = Pill(self.tr("Down"), "quiet")
        self.remove = Pill(self.tr("Remove"), "quiet")
        self.open_file = Pill(self.tr("Open…"), "quiet")
        self.save_file = Pill(self.tr("Save…"), "quiet")
        self.run_step = Pill(self.tr("Run this step"), "plain")
        self.close_dialog = Pill(self.tr("Close"), "plain")
        self._lay_out()
        self._connect()
        self.resize(640, 560)

    def render(self, state: ConductorState) -> None:  # type: ignore[override]
        """Show the players and the session of `state`."""
        self.options.render([member.name for member in state.circle.members if member.role == "player"])
        if state.session != self._shown:
            before, self._shown, self._steps = self._shown, state.session, state.session.steps
            goes_on = before is None or not before.steps or before.next != state.session.next
            self._show_steps(state.session.next, state.session.next if goes_on else self.steps.currentRow())

    def _show_steps(self, upcoming: int, chosen: int) -> None:
        self.steps.clear()
        for number, step in enumerate(self._steps):
            mark = "▶ " if number == upcoming else ""
            self.steps.addItem(f"{mark}{number + 1}. {self._text(step)}")
        self.steps.setCurrentRow(min(chosen, len(self._steps) - 1))
        self._enable()

    def _text(self, step: ModeChoice) -> str:
        parts = [mode_name(step.mode), ", ".join(step.players)]
        if step.length:
            parts.append(self.tr("%n cycle(s)", "", step.length))
        if step.bpm:
            parts.append(self.tr("{bpm:g} bpm").format(bpm=step.bpm))
        return one_line(" · ".join(part for part in parts if part))

    def _enable(self) -> None:
        row, last = self.steps.currentRow(), len(self._steps) - 1
        for pill in (self.remove, self.run_step):
            pill.setEnabled(row >= 0)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < last)
        self.save_file.setEnabled(last >= 0)

    # --- requests ---------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.start.clicked.connect(lambda: self.requested.emit(ChooseMode(self.options.choice())))
        self.add.clicked.connect(lambda: self._set((*self._steps, self.options.choice()), self.steps.currentRow()))
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.remove.clicked.connect(self._remove)
        self.run_step.clicked.connect(lambda: self.requested.emit(RunStep(self.steps.currentRow())))
        self.steps.itemActivated.connect(lambda _: self.requested.emit(RunStep(self.steps.currentRow())))
        self.steps.currentRowChanged.connect(lambda _: self._enable())
        self.open_file.clicked.connect(self._open)
        self.save_file.clicked.connect(self._save)
        self.close_dialog.clicked.connect(self.accept)
        QShortcut(QKeySequence(NEXT_STEP_KEY), self).activated.connect(lambda: self.requested.emit(RunStep()))

    def _set(self, steps: tuple[ModeChoice, ...], chosen: int) -> None:
        """Show `steps` as the session, with row `chosen` selected, and request them."""
        self._steps = steps
        self._show_steps(self._shown.next if self._shown else 0, max(chosen, 0))
        self.requested.emit(SetSession(steps))

    def _move(self, by: int) -> None:
        row, steps = self.steps.currentRow(), list(self._steps)
        steps.insert(row + by, steps.pop(row))
        self._set(tuple(steps), row + by)

    def _remove(self) -> None:
        row = self.steps.currentRow()
        self._set(self._steps[:row] + self._steps[row + 1 :], row)

    def _open(self) -> None:
        dialog = self._file_dialog(self.tr("Open a session"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.requested.emit(OpenSession(Path(file))))
        dialog.open()

    def _save(self) -> None:
        dialog = self._file_dialog(self.tr("Save the session"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(FILE_SUFFIX)
        dialog.selectFile(self.tr("session") + FILE_SUFFIX)
        dialog.fileSelected.connect(lambda file: self.requested.emit(SaveSession(Path(file))))
        dialog.open()

    def _file_dialog(self, title: str) -> QFileDialog:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kind = self.tr("Sessions")
        return QFileDialog(self, title, folder, f"{kind} (*{FILE_SUFFIX})")

    # --- layout -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.options, 3)
        column.addLayout(in_row(None, self.add, self.start))
        column.addWidget(Label(self.tr("Session: F9 runs the next step"), 15, Weight.DemiBold))
        column.addWidget(self.steps, 2)
        column.addLayout(in_row(self.up, self.down, self.remove, None, self.open_file, self.save_file))
        column.addLayout(in_row(None, self.run_step, self.close_dialog))
