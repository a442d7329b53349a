"""The dialog of the microphone: choose it, see its level, and teach the program the strokes of a drum."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QSpinBox, QVBoxLayout, QWidget

from drumcircle_gui.sound.messages import DeviceList, DrumEvent, MicrophoneHit, MicrophoneLevel, MicrophoneStatus
from drumcircle_gui.widgets.device_choice import DeviceChoice
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.pads.pad_button import PadButton
from drumcircle_gui.widgets.page_layout import in_row, lay_out_dialog
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plot.level_plot import HIGHEST_DB, LOWEST_DB, LevelPlot
from drumcircle_gui.widgets.slider import Slider
from drumcircle_gui.widgets.theme import Weight

from .lesson import (
    BASS,
    HITS,
    SLAP,
    STROKES,
    TONE,
    BeginLesson,
    EndLesson,
    ForgetStrokes,
    Lesson,
    MicrophoneState,
    RepeatStroke,
    SetGate,
    UseMicrophone,
)

USUAL_SIZE, PLOT_HEIGHT = QSize(560, 680), 120


def stroke_name(pad: int) -> str:
    """The name of a stroke of the lesson."""
    names = {
        BASS: QCoreApplication.translate("MicrophoneDialog", "Bass"),
        TONE: QCoreApplication.translate("MicrophoneDialog", "Tone"),
        SLAP: QCoreApplication.translate("MicrophoneDialog", "Slap"),
    }
    return names.get(pad, str(pad))


class MicrophoneDialog(QDialog):
    """Emits `requested` with the intents of `lesson`, and `list_opened` when the user opens the list of microphones."""

    requested = Signal(object)
    list_opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Microphone"))
        self.device = DeviceChoice(self.tr("No microphone"))
        self.channel = QSpinBox(minimum=1, maximum=1)
        self.plot = LevelPlot()
        self.gate = Slider(LOWEST_DB, HIGHEST_DB)
        self.says = Label(wraps=True)
        self.strokes = {pad: PadButton(stroke_name(pad)) for pad in STROKES}
        self.learn, self.again = Pill(self.tr("Learn my strokes"), "accent"), Pill(self.tr("Again"), "plain")
        self.forget, self.done_button = Pill(self.tr("Forget"), "quiet"), Pill(self.tr("Done"), "plain")
        self._state = MicrophoneState()
        self._lay_out()
        self._connect()

    def render(  # type: ignore[override]
        self, state: MicrophoneState, status: MicrophoneStatus | None, devices: DeviceList
    ) -> None:
        """Show `state`, what the sound engine says about the microphone, and the devices."""
        self._state = state
        choice, lesson = state.choice, state.lesson
        self.device.offer(devices.microphones)
        self.device.choose(choice.device)
        self._show_channels(choice.channel, status)
        self._show_gate(self._state.in_force.gate)
        self.learn.setText(self.tr("Stop learning") if lesson else self.tr("Learn my strokes"))
        self.learn.setEnabled(choice.device is not None)
        self.again.setEnabled(lesson is not None and any(lesson.hits))
        self.forget.setEnabled(bool(choice.strokes) and lesson is None)
        self.gate.setEnabled(choice.device is not None and lesson is None)
        self.says.setText(self._instruction(self._state, status))

    def add_events(self, events: list[DrumEvent]) -> None:
        """Show reports of the microphone."""
        for event in events:
            if isinstance(event, MicrophoneHit):
                self._show_hit(event)
            elif isinstance(event, MicrophoneLevel):
                self.plot.add_level(event.at, event.peak)

    # --- showing ----------------------------------------------------------------------------------------------------

    def _show_hit(self, hit: MicrophoneHit) -> None:
        lesson = self._state.lesson
        pad = hit.pad if lesson is None or hit.pad is None else lesson.pad
        known = pad in self.strokes
        self.plot.add_hit(hit.at, hit.level, STROKES.index(pad) if pad is not None and known else None)
        if pad is not None and known:
            self.strokes[pad].flash(100)

    def _show_channels(self, channel: int, status: MicrophoneStatus | None) -> None:
        self.channel.blockSignals(True)
        self.channel.setMaximum(max(status.channels if status else 1, channel + 1, 1))
        self.channel.setValue(channel + 1)
        self.channel.blockSignals(False)

    def _show_gate(self, level: float) -> None:
        self.plot.set_gate(level)
        if not self.gate.isSliderDown():
            self.gate.blockSignals(True)
            self.gate.setValue(round(level))
            self.gate.blockSignals(False)

    def _instruction(self, state: MicrophoneState, status: MicrophoneStatus | None) -> str:
        if state.choice.device is None:
            return self.tr("Choose a microphone. Then play: a drum, a table, a box or your hands will do.")
        if status is not None and status.problem:
            return status.problem
        if state.lesson is not None and state.lesson.pad is not None:
            return self._asked(state.lesson, state.lesson.pad)
        if state.choice.strokes:
            return self.tr("Bass, tone and slap are learned. Play, and see which one lights up.")
        return self.tr("Play now: every stroke sounds as a tone. With “Learn my strokes”, bass, tone and slap differ.")

    def _asked(self, lesson: Lesson, pad: int) -> str:
        left = HITS - lesson.count(pad)
        words = self.tr("Play {stroke}: %n more time(s), some soft and some loud.", "", left)
        return words.format(stroke=stroke_name(pad))

    # --- requests ---------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.device.opened.connect(self.list_opened)
        self.device.activated.connect(self._use)
        self.channel.valueChanged.connect(self._use)
        self.gate.valueChanged.connect(lambda level: self.requested.emit(SetGate(float(level))))
        self.learn.clicked.connect(self._learn)
        self.again.clicked.connect(lambda: self.requested.emit(RepeatStroke()))
        self.forget.clicked.connect(lambda: self.requested.emit(ForgetStrokes()))
        self.done_button.clicked.connect(self.accept)
        self.finished.connect(lambda: self.requested.emit(EndLesson()))

    def _use(self) -> None:
        self.requested.emit(UseMicrophone(self.device.chosen(), self.channel.value() - 1))

    def _learn(self) -> None:
        self.requested.emit(BeginLesson() if self._state.lesson is None else EndLesson())

    # --- layout -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.device.setAccessibleName(self.tr("Microphone"))
        self.channel.setAccessibleName(self.tr("Channel"))
        self.gate.setAccessibleName(self.tr("Softest stroke"))
        self.plot.setMinimumHeight(PLOT_HEIGHT)
        self.says.setMinimumHeight(2 * self.says.fontMetrics().lineSpacing())
        self.says.setAlignment(Qt.AlignmentFlag.AlignTop)
        for button in (self.learn, self.again, self.forget, self.done_button):
            button.setAutoDefault(False)
        for stroke in self.strokes.values():
            stroke.setEnabled(False)
        layout = QVBoxLayout()
        layout.setSpacing(12)
        layout.addWidget(Label(self.tr("Play a real drum"), 24, Weight.DemiBold))
        layout.addWidget(Label(self._why(), tone="dim", wraps=True))
        layout.addLayout(self._devices())
        layout.addWidget(self.plot, 1)
        about = self.tr("Dots are strokes. Grey ones are softer than the dashed line, or none that was learned.")
        layout.addWidget(Label(about, 11, tone="dim", wraps=True))
        layout.addWidget(self.says)
        layout.addLayout(in_row(*self.strokes.values()))
        layout.addWidget(Label(self._note(), 11, tone="dim", wraps=True))
        buttons = in_row(self.learn, self.again, self.forget, None, self.done_button)
        lay_out_dialog(self, layout, buttons, USUAL_SIZE)

    def _devices(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Label(self.tr("Microphone"), tone="dim"), 0, 0)
        grid.addWidget(self.device, 0, 1)
        grid.addWidget(Label(self.tr("Channel"), tone="dim"), 0, 2)
        grid.addWidget(self.channel, 0, 3)
        grid.addWidget(Label(self.tr("Softest stroke"), tone="dim"), 1, 0)
        grid.addWidget(self.gate, 1, 1, 1, 3)
        return grid

    def _why(self) -> str:
        return self.tr(
            "A microphone turns your drum into a pad. The others hear your strokes one period later, exactly when you "
            "played them."
        )

    def _note(self) -> str:
        return self.tr(
            "Use headphones if you can. With loudspeakers, Drum Circle takes its own sound out of the microphone; this "
            "takes it a few seconds to learn, and soft strokes may be lost."
        )
