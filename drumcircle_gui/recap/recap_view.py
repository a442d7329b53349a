"""The recap page: a picture of each cycle, the tightest one, each player's timing, and a loop to keep and to share."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from drumcircle_gui.together.together_words_view import around_words, spread_words
from drumcircle_gui.widgets.card import Card
from drumcircle_gui.widgets.label import Label, ShortLabel
from drumcircle_gui.widgets.notice import Notice, NoticeBar
from drumcircle_gui.widgets.page_layout import below, beside, in_row, lay_out_page
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plain_text import one_line, set_tooltip
from drumcircle_gui.widgets.theme import Weight

from .cycles_view import CycleList, CyclePicture
from .recap import Recap, RecapCycle
from .recap_state import DismissRecapNotice, PlayCycle, RecapState, SaveLoop

MAX_PLAYERS = 40
"""Maximum number of players whose figures are shown."""


class RecapView(QWidget):
    """Shows a `RecapState`. `requested` emits intents; `left`: back to the recordings."""

    guide_page = "recording"
    requested = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = RecapState()
        self.title, self.about = Label(self.tr("Recap"), 24, Weight.DemiBold), ShortLabel("", tone="dim")
        self.back, self.notices = Pill(self.tr("Recordings"), "plain"), NoticeBar()
        self.cycles, self.picture = CycleList(), CyclePicture()
        self.cycle, self.figure = ShortLabel("", 15, Weight.DemiBold), ShortLabel("", tone="dim")
        self.players = Label("", tone="dim", wraps=True)
        self.best, self.play = Pill(self.tr("Tightest"), "plain"), Pill(self.tr("Play"), "accent")
        self.wav, self.midi = Pill(self.tr("Save as WAV…"), "plain"), Pill(self.tr("Save as MIDI…"), "plain")
        self.copy = Pill(self.tr("Copy the file"), "quiet")
        self._lay_out()
        self._connect()

    def render(self, state: RecapState) -> None:  # type: ignore[override]
        """Show `state`. A new recap begins with its tightest cycle."""
        new = state.recap is not self._state.recap
        self._state = state
        self.about.setText(self._about(state))
        if new:
            self.cycles.cycles.set_recap(state.recap)
            self.players.setText(self._players(state.recap) if state.recap else "")
            if state.recap is not None and state.recap.tightest is not None:
                self.cycles.choose(state.recap.tightest)
        self.play.setText(self.tr("Stop") if state.playing is not None else self.tr("Play"))
        self.copy.setVisible(state.saved is not None)
        notice = state.notice
        kind = "good" if notice and not notice.bad else "bad"
        self.notices.render((Notice("recap", notice.what, notice.todo, kind),) if notice else ())  # type: ignore[arg-type]
        self._show_cycle()

    def _about(self, state: RecapState) -> str:
        recap = state.recap
        if recap is None:
            return one_line(state.name)
        count = self.tr("%n cycle(s)", "", len(recap.cycles))
        together = self.tr("together within {around}").format(around=around_words(recap.spread).lstrip("±"))
        return " · ".join(filter(None, (one_line(state.name), count, together if recap.spread else "")))

    def _players(self, recap: Recap) -> str:
        """A line for each player, with the timing if the reader may see it."""
        private, few = self.tr("private"), self.tr("a few strokes")
        return "\n".join(
            f"{one_line(row.player.name)}: {spread_words(row.spread) or (private if row.private else few)}"
            for row in recap.players[:MAX_PLAYERS]
        )

    def _show_cycle(self) -> None:
        recap, place = self._state.recap, self.cycles.current()
        cycle = recap.cycles[place] if recap is not None and place is not None else None
        self.picture.render(recap, cycle)
        for button in (self.play, self.wav, self.midi):
            button.setEnabled(cycle is not None and not self._state.busy)
        self.best.setEnabled(recap is not None and recap.tightest is not None)
        self.cycle.setText(self.cycles.cycles.title(cycle) if cycle else "")
        best = recap is not None and place == recap.tightest
        self.figure.setText(*(self._figures(cycle, best=best) if cycle else ("",)))

    def _figures(self, cycle: RecapCycle, *, best: bool) -> tuple[str, str]:
        """A text with the tightness and the mode of `cycle`, and a shorter one."""
        name = self.tr("the tightest") if best else ""
        figures = spread_words(cycle.spread), around_words(cycle.spread)
        long, short = (" · ".join(filter(None, (name, each, cycle.mode))) for each in figures)
        return long, short

    # --- requests ---------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.back.clicked.connect(self._leave)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.activated.connect(self._leave)
        self.notices.occupied.connect(lambda occupied: escape.setEnabled(not occupied))
        self.notices.dismissed.connect(lambda _: self.requested.emit(DismissRecapNotice()))
        self.cycles.chosen.connect(self._choose)
        self.cycles.play_wanted.connect(self._play)
        self.best.clicked.connect(self._choose_best)
        self.play.clicked.connect(self._play)
        self.wav.clicked.connect(lambda: self._save(".wav", self.tr("Sound files (*.wav)")))
        self.midi.clicked.connect(lambda: self._save(".mid", self.tr("MIDI files (*.mid)")))
        self.copy.clicked.connect(self._copy)

    def _leave(self) -> None:
        if self._state.playing is not None:
            self.requested.emit(PlayCycle(None))
        self.left.emit()

    def _choose(self, place: int) -> None:
        self._show_cycle()
        if self._state.playing is not None and self._state.playing != place:
            self.requested.emit(PlayCycle(place))

    def _choose_best(self) -> None:
        if self._state.recap is not None and self._state.recap.tightest is not None:
            self.cycles.choose(self._state.recap.tightest)

    def _play(self) -> None:
        self.requested.emit(PlayCycle(None if self._state.playing is not None else self.cycles.current()))

    def _save(self, suffix: str, kind: str) -> None:
        recap, place = self._state.recap, self.cycles.current()
        if recap is None or place is None:
            return
        music = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
        dialog = QFileDialog(self, self.tr("Save the loop"), music, kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        name = self.tr("{circle}, cycle {number}").format(circle=self._state.name, number=recap.cycles[place].number)
        dialog.selectFile(name + suffix)
        dialog.fileSelected.connect(lambda file: self.requested.emit(SaveLoop(place, Path(file))))
        dialog.open()

    def _copy(self) -> None:
        """Put the saved file on the clipboard, to be pasted into a mail, a chat or a folder."""
        if self._state.saved is not None:
            data = QMimeData()
            data.setUrls([QUrl.fromLocalFile(str(self._state.saved))])
            QGuiApplication.clipboard().setMimeData(data)

    # --- layout -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.about, 1)
        head.addWidget(self.best)
        head.addWidget(self.back)
        set_tooltip(self.back, self.tr("Back to the recordings (Esc)"))
        set_tooltip(self.best, self.tr("Show the tightest cycle"))
        set_tooltip(self.play, self.tr("Play this cycle again and again (Enter)"))
        set_tooltip(self.wav, self.tr("As a sound that can be repeated without a gap"))
        set_tooltip(self.midi, self.tr("For a sequencer: a track for each player"))
        set_tooltip(self.copy, self.tr("To paste it into a mail, a chat or a folder"))
        all_of_them, one, people = Card(), Card(), Card(self.tr("Players"))
        all_of_them.body.addWidget(self.cycles, 1)
        for part in (self.cycle, self.figure):
            one.body.addWidget(part)
        one.body.addWidget(self.picture, 1)
        one.body.addLayout(in_row(self.play, self.copy))
        one.body.addLayout(in_row(self.wav, self.midi))
        people.body.addWidget(self.players)
        people.body.addStretch(1)
        columns = beside((below((all_of_them, 1)), 10), (below((one, 3), (people, 1)), 6))
        lay_out_page(self, (head, self.notices), (columns,))
