"""The dialog of MIDI drums: which kits are used, which pad each note plays, and how loud."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from drumcircle_gui.listening.kits.kit_words_view import pad_name
from drumcircle_gui.sound.device.pad_filter import curved
from drumcircle_gui.sound.messages import DrumEvent, MidiStatus, NoteHit, PadSetup
from drumcircle_gui.sound.synth.kit import patch
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.page_layout import lay_out_dialog
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plot.velocity_plot import VelocityPlot
from drumcircle_gui.widgets.slider import Slider
from drumcircle_gui.widgets.theme import Weight

from .pad_lesson import (
    STEPS,
    BeginPadLesson,
    EndPadLesson,
    PadLesson,
    PadsState,
    SetUpKit,
    SilencePads,
    SkipPad,
    WatchPads,
    learned_pads,
)

USUAL_SIZE, PLOT_HEIGHT = QSize(560, 640), 120
STEPS_OF_CURVE = 10
MOST_THRESHOLD, MOST_RETRIGGER_MS, MOST_CROSSTALK = 64, 120, 80


class PadsDialog(QDialog):
    """Emits `requested` with the intents of `pad_lesson`. Notes are reported while it is open."""

    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("MIDI drums"))
        self.port, self.family = QComboBox(), QComboBox()
        self.on = Pill(self.tr("Play with this drum"), "choice")
        self.plot = VelocityPlot()
        self.curve = Slider(-STEPS_OF_CURVE, STEPS_OF_CURVE)
        self.threshold, self.retrigger = Slider(1, MOST_THRESHOLD), Slider(0, MOST_RETRIGGER_MS)
        self.crosstalk = Slider(0, MOST_CROSSTALK)
        self._softest, self._bounce, self._shake = (Label(tone="dim") for _ in range(3))
        self.says = Label(wraps=True)
        self.learn, self.skip = Pill(self.tr("Teach my pads"), "accent"), Pill(self.tr("Skip"), "plain")
        self.forget, self.silence = Pill(self.tr("Forget"), "quiet"), Pill(self.tr("Stop all sounds"), "quiet")
        self.done_button = Pill(self.tr("Done"), "plain")
        self._state, self._status = PadsState(), MidiStatus((), (), "")
        self._instructed = ""
        self._lay_out()
        self._connect()
        self._show()

    def render(self, state: PadsState, status: MidiStatus | None) -> None:  # type: ignore[override]
        """Show `state` and the MIDI inputs that are plugged in. The display of the last stroke is kept."""
        self._state, self._status = state, status or MidiStatus((), (), "")
        self._show()

    def add_events(self, events: list[DrumEvent]) -> None:
        """Show notes of the kit that is being set up."""
        for event in events:
            if isinstance(event, NoteHit) and event.port == self.port.currentText():
                self.plot.add_hit(event.velocity, event.played)
                self._say_struck(event)

    # --- showing ----------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        ports = tuple(dict.fromkeys((*self._status.ports, *(setup.port for setup in self._state.setups))))
        _offer(self.port, [(port, port) for port in ports])
        by_name = (self.tr("By the name of the device"), "")
        _offer(self.family, [by_name, *((family, family) for family in self._state.families)])
        setup, lesson = self._setup(), self._state.lesson
        self._show_setup(setup)
        for widget in (self.on, self.family, self.curve, self.threshold, self.retrigger, self.crosstalk, self.learn):
            widget.setEnabled(bool(ports))
        self.learn.setText(self.tr("Stop teaching") if lesson else self.tr("Teach my pads"))
        self.skip.setEnabled(lesson is not None)
        self.forget.setEnabled(bool(setup.notes) and lesson is None)
        self.port.setEnabled(bool(ports) and lesson is None)
        if (instruction := self._instruction(setup, lesson)) != self._instructed:
            self._instructed = instruction
            self.says.setText(instruction)

    def _show_setup(self, setup: PadSetup) -> None:
        shown = (
            (self.curve, round(setup.curve * STEPS_OF_CURVE)),
            (self.threshold, setup.threshold),
            (self.retrigger, setup.retrigger_ms),
            (self.crosstalk, setup.crosstalk),
        )
        for slider, value in shown:
            if slider.isSliderDown():
                continue
            slider.blockSignals(True)
            slider.setValue(value)
            slider.blockSignals(False)
        self.on.blockSignals(True)
        self.on.setChecked(setup.on)
        self.on.blockSignals(False)
        self.family.setCurrentIndex(max(self.family.findData(setup.family), 0))
        self._softest.setText(str(setup.threshold))
        self._bounce.setText(self.tr("{ms} ms").format(ms=setup.retrigger_ms))
        self._shake.setText(self.tr("{n} %").format(n=setup.crosstalk))
        self.plot.set_curve(lambda velocity: curved(velocity, setup), setup.threshold)

    def _instruction(self, setup: PadSetup, lesson: PadLesson | None) -> str:
        if not self.port.count():
            return self._status.problem or self.tr("Plug in a drum kit or a pad controller; it appears here by itself.")
        if lesson is not None and lesson.pad is not None:
            words = self.tr("Hit: {pad} ({n} of {all}). Skip what your drum does not have.")
            return words.format(pad=pad_name(patch(lesson.pad).name), n=lesson.step + 1, all=len(STEPS))
        if setup.notes:
            names = ", ".join(pad_name(patch(pad).name) for pad in learned_pads(setup))
            return self.tr("Learned: {pads}").format(pads=names)
        return self.tr("Play. If a pad sounds wrong, choose your kit above, or teach the program your pads.")

    def _say_struck(self, hit: NoteHit) -> None:
        if self._state.lesson is not None:
            return
        words = self.tr("Note {note}: {pad}, {struck} sounds as {played}.")
        if not hit.played:
            words = self.tr("Note {note}: {pad}, {struck} is left out.")
        self.says.setText(
            words.format(note=hit.note, pad=pad_name(patch(hit.pad).name), struck=hit.velocity, played=hit.played)
        )

    def _setup(self) -> PadSetup:
        return self._state.setup(self.port.currentText())

    # --- requests ---------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.port.activated.connect(self._show)
        self.family.activated.connect(self._set_up)
        self.on.toggled.connect(self._set_up)
        for slider in (self.curve, self.threshold, self.retrigger, self.crosstalk):
            slider.valueChanged.connect(self._set_up)
        self.learn.clicked.connect(self._teach)
        self.skip.clicked.connect(lambda: self.requested.emit(SkipPad()))
        self.forget.clicked.connect(self._forget)
        self.silence.clicked.connect(lambda: self.requested.emit(SilencePads()))
        self.done_button.clicked.connect(self.accept)
        self.finished.connect(lambda: self.requested.emit(WatchPads(on=False)))

    def _set_up(self) -> None:
        if port := self.port.currentText():
            setup = PadSetup(
                port,
                self.on.isChecked(),
                self.family.currentData() or "",
                self._setup().notes,
                self.curve.value() / STEPS_OF_CURVE,
                self.threshold.value(),
                self.retrigger.value(),
                self.crosstalk.value(),
            )
            self.requested.emit(SetUpKit(setup))

    def _forget(self) -> None:
        setup = self._setup()
        tuned = (setup.curve, setup.threshold, setup.retrigger_ms, setup.crosstalk)
        self.requested.emit(SetUpKit(PadSetup(setup.port, setup.on, setup.family, {}, *tuned)))

    def _teach(self) -> None:
        lesson = self._state.lesson
        self.requested.emit(EndPadLesson() if lesson else BeginPadLesson(self.port.currentText()))

    # --- layout -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        for box in (self.port, self.family):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        self.plot.setMinimumHeight(PLOT_HEIGHT)
        self.says.setMinimumHeight(2 * self.says.fontMetrics().lineSpacing())
        self.says.setAlignment(Qt.AlignmentFlag.AlignTop)
        for button in (self.learn, self.skip, self.forget, self.silence, self.done_button):
            button.setAutoDefault(False)
        layout = QVBoxLayout()
        layout.setSpacing(12)
        layout.addWidget(Label(self.tr("Set up your drum"), 24, Weight.DemiBold))
        layout.addLayout(self._rows())
        layout.addWidget(self.plot, 1)
        about = self.tr("To the right: how hard you hit. Upwards: how loud it sounds. Grey dots are left out.")
        layout.addWidget(Label(about, 11, tone="dim", wraps=True))
        layout.addWidget(self.says)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        for button in (self.learn, self.skip, self.forget):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.silence)
        buttons.addWidget(self.done_button)
        lay_out_dialog(self, layout, buttons, USUAL_SIZE)

    def _rows(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[str, QWidget, Label | None], ...] = (
            (self.tr("Drum"), self.port, None),
            (self.tr("Kit"), self.family, None),
            (self.tr("Touch: heavy to light"), self.curve, None),
            (self.tr("Leave out softer than"), self.threshold, self._softest),
            (self.tr("Leave out bounces within"), self.retrigger, self._bounce),
            (self.tr("Leave out pads shaken below"), self.crosstalk, self._shake),
        )
        for row, (text, widget, value) in enumerate(rows):
            widget.setAccessibleName(text)
            grid.addWidget(Label(text, tone="dim"), row, 0)
            grid.addWidget(widget, row, 1, 1, 1 if value else 2)
            if value:
                value.setMinimumWidth(48)
                grid.addWidget(value, row, 2)
        grid.addWidget(self.on, len(rows), 1)
        return grid


def _offer(box: QComboBox, wanted: list[tuple[str, str]]) -> None:
    """Fill the list with these (text, value) pairs; the current value stays selected if it is among them."""
    if [(box.itemText(place), box.itemData(place)) for place in range(box.count())] == wanted:
        return
    chosen = box.currentData()
    box.clear()
    for text, value in wanted:
        box.addItem(text, value)
    box.setCurrentIndex(max(box.findData(chosen), 0) if wanted else -1)
