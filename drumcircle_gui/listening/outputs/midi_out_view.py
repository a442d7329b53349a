"""The dialog of the MIDI output: its port, and what is sent to it."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QSpinBox, QVBoxLayout, QWidget

from drumcircle_gui.client.known_texts_view import translated
from drumcircle_gui.sound.midi_messages import MAX_LEAD, MidiOutStatus
from drumcircle_gui.widgets.device_choice import DeviceChoice
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.page_layout import in_row
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plain_text import set_tooltip
from drumcircle_gui.widgets.theme import Weight

from .drum_notes_view import open_notes
from .midi_out import MILLISECOND, NO_MIDI_OUT, SetUpMidiOut

WIDTH, CHANNEL_WIDTH = 560, 96
MAX_LEAD_MS = MAX_LEAD // MILLISECOND


class MidiOutDialog(QDialog):
    """Emits `requested` with a `SetUpMidiOut`, and `silence_wanted` to stop everything that sounds."""

    requested = Signal(object)
    silence_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("MIDI output"))
        self.port, self.own, self.lead = DeviceChoice(self.tr("No output")), QComboBox(), QSpinBox()
        self.channel, self.notes = QSpinBox(), Pill(self.tr("Notes…"), "plain")
        self.says = Label(wraps=True)
        self.strokes, self.guide = Pill(self.tr("Others"), "choice"), Pill(self.tr("Guide"), "choice")
        self.clock = Pill(self.tr("Clock"), "choice")
        self.silence, self.done_button = Pill(self.tr("Stop all sounds"), "quiet"), Pill(self.tr("Done"), "plain")
        self._setup = NO_MIDI_OUT
        self._lay_out()
        self._connect()

    def render(self, setup: SetUpMidiOut, status: MidiOutStatus | None) -> None:  # type: ignore[override]
        """Show what is sent, and where."""
        self._setup = setup
        if status is not None:
            self.port.offer(status.ports)
        self.port.choose(setup.port)
        for pill, on in ((self.strokes, setup.strokes), (self.guide, setup.guide), (self.clock, setup.clock)):
            pill.blockSignals(True)
            pill.setChecked(on)
            pill.blockSignals(False)
        self.own.setCurrentIndex(self.own.findData(setup.own))
        for box, value in ((self.lead, setup.lead_ms), (self.channel, setup.channel)):
            if not box.hasFocus():
                box.blockSignals(True)
                box.setValue(value)
                box.blockSignals(False)
        for widget in (self.strokes, self.guide, self.clock, self.own, self.lead, self.channel, self.notes):
            widget.setEnabled(setup.port is not None)
        self.says.setText(self._state(setup, status))

    def _state(self, setup: SetUpMidiOut, status: MidiOutStatus | None) -> str:
        if setup.port is None:
            return self.tr("Choose the output that your drum module, synthesizer or music program listens to.")
        if status is None or (status.open is None and not status.problem):
            return self.tr("The output is being opened.")
        return translated(status.problem) or self.tr("Sending to: {port}").format(port=status.open)

    def _connect(self) -> None:
        self.port.activated.connect(lambda: self._set_up(port=self.port.chosen()))
        self.own.activated.connect(lambda: self._set_up(own=self.own.currentData()))
        self.strokes.toggled.connect(lambda on: self._set_up(strokes=on))
        self.guide.toggled.connect(lambda on: self._set_up(guide=on))
        self.clock.toggled.connect(lambda on: self._set_up(clock=on))
        self.lead.valueChanged.connect(lambda value: self._set_up(lead_ms=value))
        self.channel.valueChanged.connect(lambda value: self._set_up(channel=value))
        self.notes.clicked.connect(self._open_notes)
        self.silence.clicked.connect(self.silence_wanted)
        self.done_button.clicked.connect(self.accept)

    def _set_up(self, **changes: object) -> None:
        self._setup = replace(self._setup, **changes)  # type: ignore[arg-type]
        self.requested.emit(self._setup)

    def _open_notes(self) -> None:
        open_notes(self._setup.notes, lambda notes: self._set_up(notes=notes), self)

    # --- layout -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for text, value in (
            (self.tr("Never"), "never"),
            (self.tr("With their sound"), "now"),
            (self.tr("As soon as struck"), "struck"),
            (self.tr("When they come round"), "later"),
        ):
            self.own.addItem(text, value)
        self.lead.setRange(-MAX_LEAD_MS, MAX_LEAD_MS)
        self.lead.setSuffix(self.tr(" ms"))
        self.lead.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.channel.setRange(1, 16)
        self.channel.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.channel.setAccessibleName(self.tr("Channel"))
        self.channel.setMinimumWidth(CHANNEL_WIDTH)
        self.notes.setAccessibleName(self.tr("Notes of the drums"))
        self.says.setMinimumHeight(2 * self.says.fontMetrics().lineSpacing())
        tip = self.tr("If your module sounds late, send earlier; if it sounds early, enter a negative number.")
        set_tooltip(self.lead, tip)
        for pill, about in (
            (self.strokes, self.tr("The strokes of the others")),
            (self.guide, self.tr("The guide, with the count-in")),
            (self.clock, self.tr("MIDI clock, with start, stop and song position")),
        ):
            pill.setAccessibleName(about)
            set_tooltip(pill, about)
        for button in (self.notes, self.silence, self.done_button):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(12)
        layout.addWidget(Label(self.tr("Play on a MIDI device"), 24, Weight.DemiBold))
        layout.addLayout(self._rows())
        layout.addWidget(self.says)
        about = self.tr(
            "Strokes leave at the moment at which you hear them, as loud as in your mixer. "
            "To hear only the device, turn down “Everything” in the card “You”."
        )
        layout.addWidget(Label(about, 11, tone="dim", wraps=True))
        layout.addStretch(1)
        layout.addLayout(in_row(self.silence, None, self.done_button))
        self.setFixedWidth(WIDTH)

    def _rows(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("MIDI output"), self.port),
            (self.tr("Own strokes"), self.own),
            (self.tr("Send earlier by"), self.lead),
        )
        for row, (text, widget) in enumerate(rows):
            widget.setAccessibleName(text)
            grid.addWidget(Label(text, tone="dim"), row, 0)
            grid.addWidget(widget, row, 1)
        grid.addWidget(Label(self.tr("Channel"), tone="dim"), len(rows), 0)
        grid.addLayout(in_row(self.channel, self.notes, None), len(rows), 1)
        grid.addWidget(Label(self.tr("Send"), tone="dim"), len(rows) + 1, 0)
        grid.addLayout(in_row(self.strokes, self.guide, self.clock), len(rows) + 1, 1)
        return grid
