"""The transport of the rooms: buttons, current song with its position, options and volume."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from drumcircle_gui.mpd.model.format import format_duration
from drumcircle_gui.mpd.model.rooms_intents import RunMpdCommand
from drumcircle_gui.mpd.model.rooms_state import GroupState, RoomsState
from drumcircle_gui.timing.units import SECOND, Micros, local_micros
from drumcircle_gui.widgets.change_detector import ChangeDetector
from drumcircle_gui.widgets.glyph_pill import GlyphPill
from drumcircle_gui.widgets.label import Label, ShortLabel
from drumcircle_gui.widgets.slider import Slider
from drumcircle_gui.widgets.theme import Weight

from .options_view import OptionsBar

SHOW_EVERY_MS = 200
"""Interval at which the position is updated."""

SEND_EVERY_MS = 80
"""Least interval between two volume commands while the slider moves."""

POSITION_STEP = SECOND // 10
"""Micros per step of the position's slider."""


class TransportBar(QWidget):
    """`requested` gives what is to be done (`Do`)."""

    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playing = GroupState()
        self._shown = ChangeDetector()
        self._roomy = True
        self.previous = GlyphPill("previous", self.tr("Previous song"), "Ctrl+Left")
        self.play = GlyphPill("play", self.tr("Play"), "Ctrl+Space", "accent")
        self.next = GlyphPill("next", self.tr("Next song"), "Ctrl+Right")
        self.stop = GlyphPill("stop", self.tr("Stop"), "Ctrl+.")
        self.song = ShortLabel("", 13, Weight.DemiBold)
        self.position = Slider()
        self.time = Label("", tone="dim")
        self.options = OptionsBar()
        self.volume = GroupVolume()
        self._lay_out()
        self._connect()
        self._timer = QTimer(self, interval=SHOW_EVERY_MS)
        self._timer.timeout.connect(self._show_position)
        self._timer.start()

    def render(self, state: RoomsState) -> None:  # type: ignore[override]
        if not self._shown.new("transport", state.playing, state.queue):
            return
        playing = self._playing = state.playing
        self.song.setText(*_current_song(state))
        going = playing.playing == "play"
        self.play.set_glyph("pause" if going else "play", self.tr("Pause") if going else self.tr("Play"))
        for button in (self.previous, self.next, self.stop):
            button.setEnabled(playing.playing != "stop")
        self.play.setEnabled(bool(state.queue) or going)
        self.position.setEnabled(playing.playing != "stop" and playing.duration is not None)
        self.position.setMaximum(max((playing.duration or 0) // POSITION_STEP, 1))
        self.options.render(playing)
        self.volume.render(playing.volume)
        self._show_position()

    def set_roomy(self, roomy: bool) -> None:
        """Whether there is room for the options as buttons, the song's length, and the volume's caption."""
        self._roomy = roomy
        self.options.set_roomy(roomy)
        self.volume.caption.setVisible(roomy)
        widest = "00:00 / 00:00" if roomy else "00:00"
        self.time.setFixedWidth(self.time.fontMetrics().horizontalAdvance(widest) + 4)
        self._show_position()

    # --- requests ---------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        for button, word in ((self.previous, "previous"), (self.next, "next"), (self.stop, "stop")):
            button.clicked.connect(lambda _checked=False, word=word: self._do(word))
        self.play.clicked.connect(self._play_or_pause)
        self.position.actionTriggered.connect(self._seek_by_key)
        self.position.sliderReleased.connect(self._seek)
        self.options.requested.connect(self.requested)
        self.volume.requested.connect(self.requested)

    def _play_or_pause(self) -> None:
        words = {"play": ("pause", "1"), "pause": ("pause", "0"), "stop": ("play",)}
        self._do(*words[self._playing.playing])

    def _seek_by_key(self) -> None:
        if not self.position.isSliderDown():
            self._seek(self.position.sliderPosition())

    def _seek(self, steps: int | None = None) -> None:
        wanted = self.position.value() if steps is None else steps
        where = (
            min(wanted, self.position.maximum() - 1) * POSITION_STEP / SECOND
        )  # the very end would start the next song
        self._do("seekcur", f"{where:.1f}")

    def _do(self, *words: str) -> None:
        self.requested.emit(RunMpdCommand(words))

    def _show_position(self) -> None:
        playing, held = self._playing, self.position.isSliderDown()
        place = Micros(self.position.value() * POSITION_STEP) if held else playing.elapsed_at(local_micros())
        if not held:
            self.position.setValue(place // POSITION_STEP)
        at = self.tr("{at} / {length}") if self._roomy else "{at}"
        at = at.format(at=format_duration(place), length=format_duration(playing.duration))
        text = "" if playing.playing == "stop" else at
        if text != self.time.text():
            self.time.setText(text)

    # --- layout -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.position.setAccessibleName(self.tr("Position in the song"))
        self.position.setSingleStep(50)
        self.position.setPageStep(300)
        self.position.setMinimumWidth(72)
        self.time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        middle = QVBoxLayout()
        middle.setSpacing(2)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.position, 1)
        line.addWidget(self.time)
        middle.addWidget(self.song)
        middle.addLayout(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for button in (self.previous, self.play, self.next, self.stop):
            row.addWidget(button)
        row.addSpacing(10)
        row.addLayout(middle, 1)
        row.addSpacing(10)
        row.addWidget(self.options)
        row.addSpacing(10)
        row.addWidget(self.volume)


class GroupVolume(QWidget):
    """The group's volume, 0 to 100. `requested` gives a `RunMpdCommand`."""

    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = Slider(0, 100)
        self.slider.setPageStep(5)
        self.slider.setProperty("tone", "quiet")
        self.slider.setAccessibleName(self.tr("Volume of all rooms"))
        self.slider.setFixedWidth(88)
        self.caption = Label(self.tr("Volume"), tone="dim")
        self.caption.hide()
        self.figure = Label("", tone="dim")
        self.figure.setFixedWidth(self.figure.fontMetrics().horizontalAdvance("100 %"))
        self.figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._pause = QTimer(self, interval=SEND_EVERY_MS, singleShot=True)
        self._pause.timeout.connect(self._send)
        self.slider.valueChanged.connect(self._changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.caption)
        row.addWidget(self.slider)
        row.addWidget(self.figure)

    def render(self, volume: int | None) -> None:  # type: ignore[override]
        """Shows `volume` (None: not known) unless the slider is being moved."""
        self.slider.setEnabled(volume is not None)
        self.slider.setToolTip(self.tr("Volume of all rooms; change one room's in the table"))
        if not self.slider.isSliderDown() and not self._pause.isActive():
            self.slider.blockSignals(True)
            self.slider.setValue(volume or 0)
            self.slider.blockSignals(False)
            self.figure.setText("" if volume is None else f"{volume} %")

    def _changed(self, volume: int) -> None:
        self.figure.setText(f"{volume} %")
        if not self._pause.isActive():
            self._pause.start()

    def _send(self) -> None:
        self.requested.emit(RunMpdCommand(("setvol", str(self.slider.value()))))


def _current_song(state: RoomsState) -> tuple[str, str]:
    """Title and artist of the current song, and its title alone; "" while stopped."""
    place = state.playing.queue_pos
    if state.playing.playing == "stop" or place is None or not 0 <= place < len(state.queue):
        return "", ""
    song = state.queue[place]
    return " \u2013 ".join(part for part in (song.label, song.artist) if part), song.label
