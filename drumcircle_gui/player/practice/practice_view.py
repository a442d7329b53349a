"""The practice page: the ring with the player's strokes ahead of, on and behind the beat, scores, pads, own drum."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QGridLayout, QSpinBox, QStackedWidget, QWidget

from drumcircle_gui.client import circle_view as show
from drumcircle_gui.client.circle_state import HeardStroke
from drumcircle_gui.client.hub_view import hub
from drumcircle_gui.client.intents import DismissNotice
from drumcircle_gui.listening.kit_pads_view import KitPads
from drumcircle_gui.listening.missing_devices_view import MISSING, missing_devices
from drumcircle_gui.listening.mixer_view import MixerCard
from drumcircle_gui.listening.player_state import StrikePad
from drumcircle_gui.listening.you_view import YouCard
from drumcircle_gui.player.bot_patterns import PATTERNS
from drumcircle_gui.timing.timeline import MAX_CYCLE_BEATS, Meter
from drumcircle_gui.timing.units import bpm_of, tempo_of_bpm
from drumcircle_gui.widgets.card import Card
from drumcircle_gui.widgets.change_detector import ChangeDetector
from drumcircle_gui.widgets.label import Label, ShortLabel
from drumcircle_gui.widgets.notice import NoticeBar
from drumcircle_gui.widgets.number_display import NumberDisplay
from drumcircle_gui.widgets.page_layout import PageHeader, below, beside, lay_out_page, scrolling
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.ring.name_list import NameList
from drumcircle_gui.widgets.ring.ring import Dot, Lane, Ring
from drumcircle_gui.widgets.theme import Weight

from .practice_circle import BOT_NAMES, ME, PracticeSetup
from .practice_score import JudgedStroke, Judgement
from .practice_state import PracticeState, Practise

HUB_INTERVAL_MS = 100
SHOWN_SCORES = 6
LANES = {Judgement.AHEAD: -1, Judgement.ON_TIME: -2, Judgement.BEHIND: -3}
"""Ids of the ring's lanes for the player's own strokes."""

COLOURS = {Judgement.AHEAD: 0, Judgement.ON_TIME: 2, Judgement.BEHIND: 1}
LEAST_TITLE = 160


class PracticeView(QWidget):
    """Shows a `PracticeState`. Emits `requested` with intents (see `practice_state`), and `left` to leave the page."""

    guide_page = "drums"
    requested = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: PracticeState | None = None
        self._shown = ChangeDetector()
        self.points = NumberDisplay(self.tr("points, last cycle"), widest="100")
        self.best = NumberDisplay(self.tr("best at this tempo"), widest="100")
        self.start, self.leave = Pill(self.tr("Start"), "accent"), Pill(self.tr("Leave"), "plain")
        self.ring, self.names = Ring(), NameList()
        self.pads = KitPads()
        self.you, self.mixer = YouCard(), MixerCard()
        self.tempo, self.beats = QDoubleSpinBox(), QSpinBox()
        self.bots, self.pattern = QSpinBox(), QComboBox()
        self.loop = Pill(self.tr("Keep my strokes coming round"), "choice")
        self.scores = Label(wraps=True)
        self.notices = NoticeBar()
        self._lay_out()
        self._connect()
        self._hub = QTimer(self, interval=HUB_INTERVAL_MS)
        self._hub.timeout.connect(self._show_hub)
        self._hub.start()

    def render(self, state: PracticeState) -> None:  # type: ignore[override]
        """Show `state`."""
        self._state = state
        circle = state.player.circle
        self.you.render(state.player)
        self.mixer.render(state.player)
        self.notices.render((*missing_devices(state.player), *show.notices(state.player.notices)))
        if self._shown.new("clock", circle.clock):
            self.ring.set_clock(show.clock_of(circle))
            self.ring.set_halted(False)
        self.ring.set_timeline(circle.timeline)
        if self._shown.new("players", circle.members):
            lanes = (*self._own_lanes(), *(lane for lane in show.lanes(circle) if lane.player != ME))
            self.ring.set_lanes(lanes)
            self.names.render(lanes)
        self.start.setText(self.tr("Stop") if state.running else self.tr("Start"))
        if self._shown.new("setup", state.setup):
            self._show_setup(state.setup)
        if self._shown.new("scores", state.scores, state.best):
            self._show_scores(state)

    def add_judged(self, strokes: list[JudgedStroke]) -> None:
        """Show own strokes in the ring."""
        self.ring.add_dots(Dot(LANES[stroke.judgement], stroke.beat, stroke.velocity) for stroke in strokes)

    def add_strokes(self, strokes: list[HeardStroke]) -> None:
        """Show the bots' strokes in the ring."""
        if self._state is not None:
            others = [stroke for stroke in strokes if stroke.player != ME]
            self.ring.add_dots(show.dots(others, self._state.player.circle))

    # --- showing ----------------------------------------------------------------------------------------------------

    def _own_lanes(self) -> tuple[Lane, ...]:
        names = {
            Judgement.AHEAD: self.tr("Ahead"),
            Judgement.ON_TIME: self.tr("On the beat"),
            Judgement.BEHIND: self.tr("Behind"),
        }
        return tuple(Lane(LANES[each], name, COLOURS[each]) for each, name in names.items())

    def _show_setup(self, setup: PracticeSetup) -> None:
        with silent(self.tempo, self.beats, self.bots, self.pattern, self.loop):
            if not self.tempo.hasFocus():
                self.tempo.setValue(bpm_of(setup.tempo))
            if not self.beats.hasFocus():
                self.beats.setValue(setup.meter.beats)
            self.bots.setValue(setup.bots)
            self.pattern.setCurrentIndex(self.pattern.findData(setup.pattern))
            self.loop.setChecked(setup.loop)

    def _show_scores(self, state: PracticeState) -> None:
        last = state.scores[-1] if state.scores else None
        self.points.set_text(str(last.points) if last else "\u2013")
        self.best.set_text(str(state.best) if state.best else "\u2013")
        lines = [
            self._line(score.cycle, score.points, round(score.bias / 1000), round(score.spread / 1000))
            for score in reversed(state.scores[-SHOWN_SCORES:])
        ]
        hint = self.tr("Start, wait for the count-in, and play with the guide. Each cycle gets up to 100 points.")
        self.scores.setText("\n".join(lines) or hint)

    def _line(self, cycle: int, points: int, bias: int, spread: int) -> str:
        side = self.tr("{ms} ms behind") if bias > 0 else self.tr("{ms} ms ahead")
        words = self.tr("Cycle {n}: {points} points, {side}, off by {spread} ms")
        return words.format(n=cycle, points=points, side=side.format(ms=abs(bias)), spread=spread)

    def _show_hub(self) -> None:
        if self._state is not None:
            self.ring.set_hub(*hub(self._state.player.circle, starts=True))

    # --- requests ---------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.start.clicked.connect(self._start_or_stop)
        self.leave.clicked.connect(self.left)
        self.pads.struck.connect(lambda pad, velocity: self.requested.emit(StrikePad(pad, velocity)))
        self.you.requested.connect(self.requested)
        self.you.mixer_wanted.connect(lambda: self._sides.setCurrentWidget(self.mixer))
        self.mixer.requested.connect(self.requested)
        self.mixer.done.connect(lambda: self._sides.setCurrentIndex(0))
        for changed in (self.tempo.valueChanged, self.beats.valueChanged, self.bots.valueChanged):
            changed.connect(self._set_up)
        self.pattern.activated.connect(self._set_up)
        self.loop.toggled.connect(self._set_up)
        self.notices.dismissed.connect(self._dismiss)

    def _dismiss(self, key: str) -> None:
        if key not in MISSING:
            self.requested.emit(DismissNotice(int(key)))

    def _start_or_stop(self) -> None:
        self.requested.emit(Practise(on=self._state is None or not self._state.running))

    def _set_up(self) -> None:
        tempo, meter = tempo_of_bpm(self.tempo.value()), Meter(self.beats.value())
        setup = PracticeSetup(tempo, meter, self.bots.value(), self.pattern.currentData(), self.loop.isChecked())
        self.requested.emit(setup)

    # --- layout -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        header = PageHeader()
        title, about = ShortLabel(self.tr("Practice"), 24, Weight.DemiBold), ShortLabel("", 13, tone="dim")
        about.setText(self.tr("A circle of your own"))
        header.lay_out((title, about), LEAST_TITLE, (self.points, self.best), (self.start, self.leave))
        self.start.setShortcut("Ctrl+Return")
        self.start.setToolTip(self.tr("Start after a count-in, or stop with the cycle (Ctrl+Enter)"))
        ring = Card()
        ring.body.addWidget(self.ring, 1)
        ring.body.addWidget(self.names)
        pads = Card(self.tr("Pads"))
        pads.head.addWidget(self.pads.bank)
        pads.body.addWidget(self.pads)
        right = below((self._own_cards(), 0), (self._score_card(), 1))
        columns = beside((scrolling(below((ring, 5), (pads, 2))), 10), (scrolling(right), 6))
        lay_out_page(self, (header, self.notices), (columns,))

    def _pattern_name(self, pattern: str) -> str:
        names = {
            "circle": self.tr("Drum circle"),
            "samba": self.tr("Samba"),
            "son": self.tr("Son"),
            "afoxe": self.tr("Afoxé"),
            "march": self.tr("March"),
            "turns": self.tr("Taking turns"),
            "even": self.tr("Even strokes"),
        }
        return names[pattern]

    def _own_cards(self) -> QWidget:
        self._sides = QStackedWidget()
        usual = QWidget()
        column = below((self._setup_card(), 0), (self.you, 0))
        column.setContentsMargins(0, 0, 0, 0)
        self._sides.addWidget(usual)  # while it is empty: a stack measures its first page
        usual.setLayout(column)
        self._sides.addWidget(self.mixer)
        return self._sides

    def _setup_card(self) -> Card:
        self.tempo.setRange(30, 400)
        self.tempo.setDecimals(1)
        self.beats.setRange(1, MAX_CYCLE_BEATS)
        self.bots.setRange(0, len(BOT_NAMES))
        for name, pattern in sorted((self._pattern_name(each), each) for each in PATTERNS):
            self.pattern.addItem(name, pattern)
        self.pattern.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.pattern.setMinimumContentsLength(3)
        card = Card(self.tr("Circle"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Tempo"), self.tempo),
            (self.tr("Beats"), self.beats),
            (self.tr("Bots"), self.bots),
            (self.tr("They play"), self.pattern),
        )
        for number, (text, widget) in enumerate(rows):
            widget.setAccessibleName(text)
            row, column = divmod(number, 2)
            grid.addWidget(Label(text, tone="dim"), row, 2 * column)
            grid.addWidget(widget, row, 2 * column + 1)
            grid.setColumnStretch(2 * column + 1, 1)
        grid.addWidget(self.loop, 2, 0, 1, 4)
        card.body.addLayout(grid)
        return card

    def _score_card(self) -> Card:
        card = Card(self.tr("Timing"), self.tr("latest cycles"))
        card.body.addWidget(self.scores)
        card.body.addStretch()
        return card


@contextmanager
def silent(*widgets: QWidget) -> Iterator[None]:
    """A context in which the widgets emit no signals."""
    for widget in widgets:
        widget.blockSignals(True)
    try:
        yield
    finally:
        for widget in widgets:
            widget.blockSignals(False)
