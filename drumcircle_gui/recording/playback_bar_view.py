"""The bar that controls the playback of a recording: pause, stop, position, and how loud guide and loop are."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from drumcircle_gui.timing.units import Micros, local_micros
from drumcircle_gui.widgets.label import Label, ShortLabel
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plain_text import one_line
from drumcircle_gui.widgets.slider import Slider, VolumeSlider
from drumcircle_gui.widgets.theme import Weight

from .recordings_list_view import format_duration
from .recordings_state import Pause, PlaybackStatus, PlaybackVolumes, Seek, Stop

STEP = Micros(1000)
"""Micros per step of the slider."""

MAX_STEPS = 2**31 - 1
"""Maximum of the slider, which has 32 bits: 24 days. A longer recording continues to play with the slider
at its end."""

UPDATE_INTERVAL_MS = 50
VOLUME_WIDTH = 140


class PlaybackBar(QWidget):
    """Emits `requested` with a Pause, Stop, Seek or PlaybackVolumes. Hidden while nothing plays."""

    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status: PlaybackStatus | None = None
        self.pause = Pill(self.tr("Pause"), "accent")
        self.stop = Pill(self.tr("Stop"), "plain")
        self.name = ShortLabel("", 15, Weight.Medium)
        self.mark = ShortLabel("", tone="dim")
        self.position = Slider()
        self.position.setAccessibleName(self.tr("Position"))
        self.position.setSingleStep(5_000)
        self.position.setPageStep(30_000)
        self.time = Label("", 13, tone="dim")
        self.guide, self.loop = VolumeSlider(self.tr("Guide")), VolumeSlider(self.tr("Loop"))
        self._loop_label = Label(self.tr("Loop"), 13, tone="dim")
        self._lay_out()
        self.pause.clicked.connect(lambda: self.requested.emit(Pause()))
        self.stop.clicked.connect(lambda: self.requested.emit(Stop()))
        self.position.actionTriggered.connect(self._jump)
        self.position.sliderReleased.connect(self._seek)
        for volume in (self.guide, self.loop):
            volume.valueChanged.connect(self._set_volumes)
        self._timer = QTimer(self, interval=UPDATE_INTERVAL_MS)
        self._timer.timeout.connect(self._show_position)
        self.hide()

    def render(self, status: PlaybackStatus | None, volumes: PlaybackVolumes) -> None:  # type: ignore[override]
        """Show `status`."""
        self._status = status
        self.setVisible(status is not None)
        if status is None:
            return self._timer.stop()
        self.name.setText(status.recording.name)
        self.pause.setText(self.tr("Continue") if status.paused else self.tr("Pause"))
        for part in (self.loop, self._loop_label):
            part.setVisible(status.loop)
        for volume, gain in ((self.guide, volumes.guide), (self.loop, volumes.loop)):
            if not volume.isSliderDown():
                volume.show_gain(gain)
        self.position.setMaximum(min(max(status.length // STEP, 1), MAX_STEPS))
        self._show_position()
        return self._timer.start()

    def _show_position(self) -> None:
        if self._status is None:
            return
        position = Micros(min(self._status.playhead.at(local_micros()), self._status.length))
        if self.position.isSliderDown():
            position = Micros(self.position.value() * STEP)
        else:
            self.position.setValue(min(position // STEP, MAX_STEPS))
        length = self._status.recording.length or self._status.length  # as in the list: without the last sound's end
        shown = f"{format_duration(Micros(min(position, length)))} / {format_duration(length)}"
        self.time.setText(shown)
        self.mark.setText(one_line(self._status.mark_at(position)))

    def _jump(self) -> None:
        """Seek after a key press, or after a click beside the handle."""
        if not self.position.isSliderDown():
            self.requested.emit(Seek(Micros(self.position.sliderPosition() * STEP)))

    def _seek(self) -> None:
        self.requested.emit(Seek(Micros(self.position.value() * STEP)))

    def _set_volumes(self) -> None:
        self.requested.emit(PlaybackVolumes(self.guide.gain, self.loop.gain))

    def _lay_out(self) -> None:
        self.name.setMaximumWidth(240)
        row, mix = QHBoxLayout(), QHBoxLayout()
        row.setSpacing(12)
        mix.setSpacing(12)
        self.mark.setMaximumWidth(180)
        for part in (self.pause, self.stop, self.name, self.mark):
            row.addWidget(part)
        row.addWidget(self.position, 1)
        row.addWidget(self.time)
        for label, volume in ((Label(self.tr("Guide"), 13, tone="dim"), self.guide), (self._loop_label, self.loop)):
            volume.setFixedWidth(VOLUME_WIDTH)
            mix.addWidget(label)
            mix.addWidget(volume)
        mix.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 8, 0, 0)
        rows.setSpacing(8)
        rows.addLayout(row)
        rows.addLayout(mix)
