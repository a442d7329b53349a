"""Rooms beside a circle: starts a song in all rooms on a cycle's first beat, and gives the circle the song's tempo."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from drumcircle_gui.mpd.model.downbeat import Downbeat, cycles_until, reachable
from drumcircle_gui.mpd.model.rooms_intents import CueSong
from drumcircle_gui.mpd.model.rooms_state import QueueSong, RoomsState
from drumcircle_gui.mpd.sync.tap_tempo import octave_near, tempo_of, with_tap
from drumcircle_gui.timing.units import SECOND, Micros, local_micros
from drumcircle_gui.widgets.card import Card
from drumcircle_gui.widgets.label import Label, ShortLabel
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.theme import Weight

SHOW_EVERY_MS = 100
"""Interval at which the countdowns are updated."""

MOST_SHOWN = 8
"""Downbeats offered at a time."""


class DownbeatStrip(Card):
    """`requested` gives a CueSong, `tempo_requested` beats per minute. Hidden while no downbeats are offered."""

    requested = Signal(object)
    tempo_requested = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._downbeats: tuple[Downbeat, ...] = ()
        self._state = RoomsState()
        self._song: QueueSong | None = None
        self._chosen: QueueSong | None = None
        self._taps: tuple[Micros, ...] = ()
        self.song = ShortLabel("", 13, Weight.Medium)
        self.when = QComboBox()
        self.cue = Pill(self.tr("Start with it"), "accent")
        self.back = Pill(self.tr("Cancel"), "plain")
        self.tap = Pill(self.tr("Tap tempo"), "plain")
        self.tempo = Pill(self.tr("Set the tempo"), "plain")
        self._lay_out()
        self._connect()
        self._timer = QTimer(self, interval=SHOW_EVERY_MS)
        self._timer.timeout.connect(self._show)
        self.hide()

    def offer(self, downbeats: tuple[Downbeat, ...]) -> None:
        """Offers these downbeats; without any (there is no circle) the strip is hidden."""
        self._downbeats = downbeats
        self.setVisible(bool(downbeats))
        if downbeats:
            self._timer.start()
            self._show()
        else:
            self._timer.stop()

    def render(self, state: RoomsState) -> None:  # type: ignore[override]
        self._state = state
        self._pick_song()

    def choose(self, song: QueueSong | None) -> None:
        """Offers `song` instead of the current one; None: the current one again."""
        self._chosen = song
        self._pick_song()

    def bpm(self) -> float | None:
        """The song's tempo as tapped or from its tags, doubled or halved to come near the circle's; None: not known."""
        known = tempo_of(self._taps) or (self._song.bpm if self._song else None)
        return octave_near(known, self._downbeats[0].bpm) if known and self._downbeats else None

    def _pick_song(self) -> None:
        queue, place = self._state.queue, self._state.playing.queue_pos
        current = queue[place] if place is not None and 0 <= place < len(queue) else None
        song = self._chosen or current
        if song is not self._song:
            self._taps = () if song is None or self._song is None or song.id != self._song.id else self._taps
            self._song = song
        if self._downbeats:
            self._show()

    # --- requests ---------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.cue.clicked.connect(self._cue)
        self.back.clicked.connect(self._cancel_cue)
        self.tap.pressed.connect(self._tap)
        self.tempo.clicked.connect(self._set_tempo)

    def _cue(self) -> None:
        wanted = self.when.currentData()
        beat = next((one for one in self._downbeats if one.cycle == wanted), None)
        if beat is not None and self._song is not None:
            self.requested.emit(CueSong(self._song.id, beat.at))

    def _cancel_cue(self) -> None:
        if self._state.cue is not None:
            self.requested.emit(CueSong(self._state.cue.id, None))

    def _tap(self) -> None:
        self._taps = with_tap(self._taps, local_micros())
        self._show()

    def _set_tempo(self) -> None:
        if (bpm := self.bpm()) is not None:
            self.tempo_requested.emit(round(bpm, 1))

    # --- showing ----------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        now, cue = local_micros(), self._state.cue
        pending = cue is not None and cue.at is not None
        self.when.setHidden(pending)
        self.cue.setHidden(pending)
        self.back.setVisible(pending)
        self.song.setText(self._words(now))
        self._show_choices(now)
        self.cue.setEnabled(self._song is not None and self.when.count() > 0)
        bpm = self.bpm()
        self.tempo.setEnabled(bpm is not None)
        self.tempo.setText(self.tr("Set circle to {bpm:.1f} bpm").format(bpm=bpm) if bpm else self.tr("Set the tempo"))

    def _words(self, now: Micros) -> str:
        cue = self._state.cue
        if cue is not None and cue.at is not None:
            name = next((song.label for song in self._state.queue if song.id == cue.id), "")
            left = max(cue.at - now, 0) / SECOND
            return self.tr("“{song}” starts in {s:.1f} s").format(song=name, s=left)
        if self._song is None:
            return self.tr("Select a song in the queue to start it on a cycle's first beat")
        return self.tr("Start “{song}” with a cycle:").format(song=self._song.label)

    def _show_choices(self, now: Micros) -> None:
        """Updates the list in place, so that one can choose while it counts down."""
        beats = reachable(self._downbeats, now)[:MOST_SHOWN]
        cycles = [beat.cycle for beat in beats]
        if cycles != [self.when.itemData(n) for n in range(self.when.count())]:
            kept = self.when.currentData()
            self.when.clear()
            for cycle in cycles:
                self.when.addItem("", cycle)
            self.when.setCurrentIndex(max(self.when.findData(kept), 0) if cycles else -1)
        for place, beat in enumerate(beats):
            self.when.setItemText(place, self._in(beat, now))

    def _in(self, beat: Downbeat, now: Micros) -> str:
        cycles, left = cycles_until(beat, self._downbeats, now), (beat.at - now) / SECOND
        if cycles == 1:
            return self.tr("the next, {s:.1f} s").format(s=left)
        return self.tr("in %n cycle(s), {s:.1f} s", "", cycles).format(s=left)

    def _lay_out(self) -> None:
        inner = self.layout()
        if inner is not None:
            inner.setContentsMargins(24, 9, 24, 9)
        self.setAccessibleName(self.tr("Downbeat"))
        self.when.setAccessibleName(self.tr("Cycle to start with"))
        self.when.setFixedWidth(184)
        self.tap.setToolTip(self.tr("Press on each beat of the music, at least four times"))
        self.tempo.setToolTip(self.tr("Give the circle the song's tempo, doubled or halved if that is nearer"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Label(self.tr("Downbeat"), 15, Weight.DemiBold))
        row.addSpacing(8)
        row.addWidget(self.song)
        for part in (self.when, self.cue, self.back):
            row.addWidget(part)
        row.addSpacing(12)
        row.addStretch(1)
        row.addWidget(self.tap)
        row.addWidget(self.tempo)
        self.body.addLayout(row)
