"""The buttons that open the dialogs of MIDI drums, microphone, kit and MIDI output, and these dialogs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from drumcircle_gui.sound.messages import DrumEvent
from drumcircle_gui.widgets.pill import Pill

from .kits.kit_view import KitDialog
from .microphone.microphone_view import MicrophoneDialog
from .outputs.midi_out import WatchMidiOut
from .outputs.midi_out_view import MidiOutDialog
from .pads.pad_lesson import SilencePads, WatchPads
from .pads.pads_view import PadsDialog
from .player_state import ListDevices, PlayerState

DrumDialog = PadsDialog | MicrophoneDialog | KitDialog | MidiOutDialog


class DrumSetup(QWidget):
    """`requested` gives intents of the dialogs (see `player_state.Intent`)."""

    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pads, self.microphone = Pill(self.tr("Pads…"), "plain"), Pill(self.tr("Microphone…"), "plain")
        self.kit = Pill(self.tr("Kit…"), "plain")
        self.midi_out = Pill(self.tr("MIDI output…"), "plain")
        """The button of the MIDI output; the caller places it, it is not in this widget's row."""

        self._state: PlayerState | None = None
        self._dialog: DrumDialog | None = None
        self.pads.setAccessibleName(self.tr("MIDI pads…"))
        self.pads.clicked.connect(self._open_pads)
        self.microphone.clicked.connect(self._open_microphone)
        self.kit.clicked.connect(lambda: self._open(KitDialog(self)))
        self.midi_out.clicked.connect(self._open_midi_out)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.pads)
        row.addWidget(self.microphone)
        row.addWidget(self.kit)
        row.addStretch()

    def render(self, state: PlayerState) -> None:  # type: ignore[override]
        """Show `state` in the dialog that is open."""
        self._state = state
        match self._dialog:
            case PadsDialog():
                self._dialog.render(state.pads, state.sound.midi)
            case KitDialog():
                self._dialog.render(state.kit, state.sound.kit)
            case MidiOutDialog():
                self._dialog.render(state.listening.midi_out, state.sound.midi_out)
            case MicrophoneDialog():
                self._dialog.render(state.microphone, state.sound.microphone, state.devices)

    def add_events(self, events: list[DrumEvent]) -> None:
        """Show what the drums sent, in the dialog that is open."""
        if isinstance(self._dialog, PadsDialog | MicrophoneDialog):
            self._dialog.add_events(events)

    def _open_pads(self) -> None:
        self._open(PadsDialog(self))
        self.requested.emit(WatchPads(on=True))

    def _open_midi_out(self) -> None:
        dialog = MidiOutDialog(self)
        dialog.silence_wanted.connect(lambda: self.requested.emit(SilencePads()))
        dialog.finished.connect(lambda: self.requested.emit(WatchMidiOut(on=False)))
        self._open(dialog)
        self.requested.emit(WatchMidiOut(on=True))

    def _open_microphone(self) -> None:
        dialog = MicrophoneDialog(self)
        dialog.list_opened.connect(lambda: self.requested.emit(ListDevices()))
        self._open(dialog)

    def _open(self, dialog: DrumDialog) -> None:
        self._dialog = dialog
        dialog.requested.connect(self.requested)
        dialog.finished.connect(lambda: self._close(dialog))
        if self._state is not None:
            self.render(self._state)
        dialog.open()

    def _close(self, dialog: QDialog) -> None:
        self._dialog = None
        dialog.deleteLater()
