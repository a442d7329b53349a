"""The strip that plays a recording back: pause, where one is, stop."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from drumcircle_gui.timing.units import Micros, local_micros
from drumcircle_gui.widgets.label import Label, ShortLabel
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.slider import Slider
from drumcircle_gui.widgets.theme import Weight

from .recordings_list_view import clock
from .recordings_state import Pause, PlaybackStatus, Seek, Stop

STEP = 1000  # microseconds to a step of the slider, whose numbers have 32 bits
SHOW_EVERY = 50  # milliseconds


class PlayingStrip(QWidget):
    """`requested` gives a Pause, Stop or Seek. Takes no room while nothing plays."""

    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playing: PlaybackStatus | None = None
        self.pause = Pill(self.tr("Pause"), "accent")
        self.stop = Pill(self.tr("Stop"), "plain")
        self.name = ShortLabel("", 15, Weight.Medium)
        self.place = Slider()
        self.place.setAccessibleName(self.tr("Position"))
        self.place.setSingleStep(5_000)
        self.place.setPageStep(30_000)
        self.time = Label("", 13, tone="dim")
        self._lay_out()
        self.pause.clicked.connect(lambda: self.requested.emit(Pause()))
        self.stop.clicked.connect(lambda: self.requested.emit(Stop()))
        self.place.actionTriggered.connect(self._jump)
        self.place.sliderReleased.connect(self._seek)
        self._timer = QTimer(self, interval=SHOW_EVERY)
        self._timer.timeout.connect(self._show_place)
        self.hide()

    def render(self, playing: PlaybackStatus | None) -> None:  # type: ignore[override]
        """Show this."""
        self._playing = playing
        self.setVisible(playing is not None)
        if playing is None:
            return self._timer.stop()
        self.name.setText(playing.recording.name)
        self.pause.setText(self.tr("Pause") if playing.wanted else self.tr("Go on"))
        self.place.setMaximum(max(playing.length // STEP, 1))
        self._show_place()
        return self._timer.start()

    def _show_place(self) -> None:
        if self._playing is None:
            return
        position = Micros(min(self._playing.head.at(local_micros()), self._playing.length))
        if self.place.isSliderDown():
            position = Micros(self.place.value() * STEP)
        else:
            self.place.setValue(position // STEP)
        self.time.setText(f"{clock(position)} / {clock(self._playing.length)}")

    def _jump(self) -> None:
        """A key, or a click beside the handle."""
        if not self.place.isSliderDown():
            self.requested.emit(Seek(Micros(self.place.sliderPosition() * STEP)))

    def _seek(self) -> None:
        self.requested.emit(Seek(Micros(self.place.value() * STEP)))

    def _lay_out(self) -> None:
        self.name.setMaximumWidth(240)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(12)
        for part in (self.pause, self.stop, self.name):
            row.addWidget(part)
        row.addWidget(self.place, 1)
        row.addWidget(self.time)
