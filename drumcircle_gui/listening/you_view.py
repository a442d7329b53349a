"""The "You" card: the player's devices, volumes and timing."""

from collections import deque

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from drumcircle_gui.sound.messages import SILENT_DEVICE
from drumcircle_gui.timing.units import Micros
from drumcircle_gui.widgets.card import Card
from drumcircle_gui.widgets.change_detector import ChangeDetector
from drumcircle_gui.widgets.device_choice import DeviceChoice
from drumcircle_gui.widgets.label import Label, ShortLabel
from drumcircle_gui.widgets.page_layout import in_row
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plain_text import set_tooltip
from drumcircle_gui.widgets.slider import VolumeSlider

from .calibration_view import CalibrationDialog
from .drum_setup_view import DrumSetup
from .mixer_view import silenced_players
from .player_state import ChooseDevices, ListDevices, PlayerState, Volumes

SHORTEST = 92
"""Pixels: enough for "Keys and pads"."""

ON_THE_BEAT = Micros(12_000)
"""A smaller deviation from the beat is not audible."""


class YouCard(Card):
    """Emits `requested` with an intent (see `player_state.Intent`), `mixer_wanted` to show the mixer, and
    `together_wanted` to show how tightly all play, on a page that offers it (see `offer_together`)."""

    requested = Signal(object)
    mixer_wanted = Signal()
    together_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("You"))
        self.set_caption(self.tr("Play to see your timing"))
        self.drum = DeviceChoice(self.tr("All MIDI drums"))
        self.sound = DeviceChoice(self.tr("System sound"), (self.tr("No sound"), SILENT_DEVICE))
        self.drum_says, self.sound_says = ShortLabel(tone="dim"), ShortLabel(tone="dim")
        for says in (self.drum_says, self.sound_says):
            says.setMinimumWidth(SHORTEST)
            says.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # has what the lists leave
        self.volumes = {name: VolumeSlider(text) for name, text in self._volume_names()}
        self._loop_label = Label(self.tr("Loop"), tone="dim")
        self.timing, self.mixer = Pill(self.tr("Timing…"), "quiet"), Pill(self.tr("Mixer"), "plain")
        self.together, self.together_says = Pill(self.tr("Together"), "quiet"), ShortLabel(tone="dim")
        self.drum_setup = DrumSetup()
        self._state: PlayerState | None = None
        self._shown = ChangeDetector()
        self._set_here: deque[Volumes] = deque(maxlen=64)
        self._calibration: CalibrationDialog | None = None
        self._lay_out()
        self.drum_setup.requested.connect(self.requested)
        self.timing.clicked.connect(self._calibrate)
        self.mixer.clicked.connect(self.mixer_wanted)
        self.together.clicked.connect(self.together_wanted)
        self.drum.activated.connect(self._choose)
        self.sound.opened.connect(lambda: self.requested.emit(ListDevices()))
        self.sound.activated.connect(self._choose)
        for slider in self.volumes.values():
            slider.valueChanged.connect(self._set_volumes)

    def set_usual(self, devices: ChooseDevices, volumes: Volumes) -> None:
        """Show the stored choices, without requesting anything."""
        self.sound.choose(devices.audio)
        self.drum.choose(devices.midi_in)
        self._set_sliders(volumes)

    def _show_volumes(self, volumes: Volumes) -> None:
        """Move the sliders to volumes that were set elsewhere, for example by a MIDI fader, but not back to earlier
        ones of these sliders."""
        if self._shown.new("volumes", volumes):
            if volumes in self._set_here:
                while self._set_here.popleft() != volumes:
                    pass
            else:
                self._set_sliders(volumes)

    def _set_sliders(self, volumes: Volumes) -> None:
        for name, slider in self.volumes.items():
            slider.show_gain(getattr(volumes, name))

    def offer_together(self, group: str, shorter: str) -> None:
        """Show the button with the tightness of the `group`."""
        self.together.show()
        self.together_says.show()
        self.together_says.setText(group, shorter)

    def render(self, state: PlayerState) -> None:  # type: ignore[override]
        """Show `state`."""
        self._state = state
        if self._calibration is not None:
            self._calibration.render(state)
        self.drum_setup.render(state)
        if self._shown.new("mix", state.circle.members, state.circle.drumming, state.listening.mix):
            silent = silenced_players(state)
            self.mixer.setText(self.tr("Mixer, {n} silenced").format(n=silent) if silent else self.tr("Mixer"))
        device, midi = state.sound.device, state.sound.midi
        self.sound.offer(_with_current(state))
        if midi is not None:
            self.drum.offer(midi.ports)
            self.drum_says.setText(self._drums(midi.open), *([", ".join(midi.open)] if midi.open else []))
            set_tooltip(self.drum, midi.problem)
        self._show_volumes(state.listening.volumes)
        self._show_loop(state)
        if device is not None:
            self.sound_says.setText(*self._speakers(state))
        if state.feel is not None:
            self.set_caption(self._feel(state.feel))

    def _show_loop(self, state: PlayerState) -> None:
        """Show the loop's volume while there is a loop."""
        loop = state.loop
        if not self._shown.new("loop", loop):
            return
        for widget in (self._loop_label, self.volumes["loop"]):
            widget.setVisible(bool(loop.name or loop.arrived or loop.problem))
        if loop.problem or loop.ready or not loop.name:
            self._loop_label.setText(self.tr("Loop"))
        else:
            self._loop_label.setText(self.tr("Loop, {percent} %").format(percent=loop.arrived))
        set_tooltip(self.volumes["loop"], loop.problem or loop.name)

    def _drums(self, ports: tuple[str, ...]) -> str:
        return self.tr("Playing: {ports}").format(ports=", ".join(ports)) if ports else self.tr("Keys and pads")

    def _speakers(self, state: PlayerState) -> tuple[str, ...]:
        """The text, and a shorter one."""
        device, health = state.sound.device, state.sound.health
        if device is None or device.name is None:
            return (self.tr("No sound"),)
        underruns, latency = health.underruns if health else 0, round(device.latency / 1000)
        short = self.tr("{ms} ms").format(ms=latency)
        return (self.tr("{ms} ms · %n dropout(s)", "", underruns).format(ms=latency), short) if underruns else (short,)

    def _feel(self, feel: Micros) -> str:
        if abs(feel) <= ON_THE_BEAT:
            return self.tr("Right on the beat")
        words = self.tr("{ms} ms behind the beat") if feel > 0 else self.tr("{ms} ms ahead of the beat")
        return words.format(ms=abs(round(feel / 1000)))

    def _choose(self) -> None:
        self.requested.emit(ChooseDevices(self.sound.chosen(), self.drum.chosen()))

    def _set_volumes(self) -> None:
        volumes = Volumes(**{name: slider.gain for name, slider in self.volumes.items()})
        self._set_here.append(volumes)
        self.requested.emit(volumes)

    def _calibrate(self) -> None:
        self._calibration = CalibrationDialog(self)
        self._calibration.requested.connect(self.requested)
        self._calibration.finished.connect(self._calibrated)
        if self._state is not None:
            self._calibration.render(self._state)
        self._calibration.open()

    def _calibrated(self) -> None:
        if self._calibration is not None:
            self._calibration.deleteLater()
            self._calibration = None

    def _volume_names(self) -> tuple[tuple[str, str], ...]:
        return (
            ("circle", self.tr("Everything")),
            ("guide", self.tr("Guide")),
            ("own", self.tr("Own strokes")),
            ("loop", self.tr("Loop")),
        )

    def _lay_out(self) -> None:
        self.timing.setAccessibleName(self.tr("Timing: how late you hear"))
        self.head.addWidget(self.timing)
        self.head.addWidget(self.mixer)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(2, 1)
        outputs, inside = QWidget(), in_row(self.drum_setup.midi_out)
        inside.setContentsMargins(0, 0, 0, 0)
        outputs.setLayout(inside)
        rows: list[tuple[str, QWidget, QWidget | None]] = [
            (self.tr("Drum"), self.drum, self.drum_says),
            (self.tr("Set up"), self.drum_setup, None),
            (self.tr("Sound"), self.sound, self.sound_says),
            (self.tr("Send to"), outputs, None),
            *((text, self.volumes[name], None) for name, text in self._volume_names()),
        ]
        for row, (text, widget, says) in enumerate(rows):
            widget.setAccessibleName(text)
            label = self._loop_label if widget is self.volumes["loop"] else Label(text, tone="dim")
            grid.addWidget(label, row, 0)
            grid.addWidget(widget, row, 1, 1, 1 if says else 2)
            if says:
                grid.addWidget(says, row, 2)
        together = QHBoxLayout()  # beside the columns: its button would take room from the lists of devices
        together.addWidget(self.together_says, 1)
        together.addWidget(self.together)
        grid.addLayout(together, len(rows), 0, 1, 3)
        self.together.setAccessibleName(self.tr("Together: how tightly all of you play"))
        for part in (self.together, self.together_says, self._loop_label, self.volumes["loop"]):
            part.hide()
        self.body.addLayout(grid)


def _with_current(state: PlayerState) -> tuple[str, ...]:
    """The audio devices, including the one in use even if the system does not list it at present."""
    devices, current = state.devices.audio, state.sound.device
    if current is None or current.name is None or current.name in devices:
        return devices
    return (*devices, current.name)
