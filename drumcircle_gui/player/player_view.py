"""The player's window: ring, names of the players, pads, own devices and volumes, round trip, chat."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from drumcircle_gui.client import circle_view as show
from drumcircle_gui.client.circle_state import CircleSnapshot, HeardStroke, LinkState
from drumcircle_gui.client.hub_view import hub
from drumcircle_gui.client.intents import DismissNotice
from drumcircle_gui.listening.hearing.hearing_view import HearingCard
from drumcircle_gui.listening.kit_pads_view import KitPads
from drumcircle_gui.listening.missing_devices_view import MISSING, missing_devices
from drumcircle_gui.listening.mixer_view import MixerCard
from drumcircle_gui.listening.player_state import PlayerState, StrikePad
from drumcircle_gui.listening.you_view import YouCard
from drumcircle_gui.protocol.messages import Say
from drumcircle_gui.timing.units import SECOND, local_micros
from drumcircle_gui.widgets.card import Card
from drumcircle_gui.widgets.change_detector import ChangeDetector
from drumcircle_gui.widgets.chat.chat_panel import ChatPanel
from drumcircle_gui.widgets.notice import Notice, NoticeBar
from drumcircle_gui.widgets.page_layout import below, beside, height_below, lay_out_page, scrolling
from drumcircle_gui.widgets.plot.plot import LatencyPlot, Series
from drumcircle_gui.widgets.ring.name_list import NameList
from drumcircle_gui.widgets.ring.ring import Ring

from .outlook import Outlook, outlook
from .player_header_view import PlayerHeader
from .together_card_view import TogetherCard

HUB_INTERVAL_MS = 100
PLOT_MIN_HEIGHT = 780
"""Minimum height of the page in pixels, without the notices above it, at which the plot is shown. In a lower page the
plot is hidden, to leave room for the rest."""

POWERS, NO_POWERS = "powers", "no powers"
TRIP = "you"
PLOT_GAP_S = 6.0
"""The line of round trips is broken where no exchange took place for this long: they are 2 s apart at most."""


class PlayerView(QWidget):
    """Shows a `PlayerState`. Emits `requested` with intents (see `player_state`), `left` to leave the circle, and
    `conduct_wanted` to conduct with the powers that a conductor has given."""

    guide_page = "joining"
    requested = Signal(object)
    left = Signal()
    conduct_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: PlayerState | None = None
        self._shown = ChangeDetector()
        self._led = False
        self.header = PlayerHeader()
        self.ring = Ring()
        self.names = NameList()
        self.pads = KitPads()
        self.you = YouCard()
        self.mixer = MixerCard()
        self.together = TogetherCard()
        self.hearing = HearingCard()
        self.plot = LatencyPlot(gap=PLOT_GAP_S, title=self.tr("Round trip"))
        self.chat = ChatPanel()
        self.notices = NoticeBar()
        self._lay_out()
        self._connect()
        self._hub = QTimer(self, interval=HUB_INTERVAL_MS)
        self._hub.timeout.connect(self._show_hub)
        self._hub.start()

    def render(self, state: PlayerState) -> None:  # type: ignore[override]
        """Show `state`."""
        self._state = state
        circle = state.circle
        self.header.render(state)
        self.you.render(state)
        self.mixer.render(state)
        self.hearing.render(state)
        if self._shown.new("together", circle.members, circle.timeline, local_micros() // SECOND):
            self.together.render(circle)
            self.you.offer_together(*self.together.summary)
        self._render_circle(circle)
        news = show.notices((*circle.notices, *state.notices))
        self.notices.render((*missing_devices(state), *news, *self._powers(circle)))
        self._show_hub()

    def _powers(self, circle: CircleSnapshot) -> tuple[Notice, ...]:
        """A notice for a player to whom a conductor has given a conductor's powers, or has taken them back."""
        if not circle.leads:
            text = self.tr("You no longer conduct: the conductor has taken it back.")
            return (Notice(NO_POWERS, text, self.tr("Play on as before.")),) if self._led else ()
        self._led = True
        text, advice = (
            self.tr("You may conduct now, too."),
            self.tr("Play on; modes, cues and players are one click away."),
        )
        return (Notice(POWERS, text, advice, "good", self.tr("Conduct")),)

    def add_strokes(self, strokes: list[HeardStroke]) -> None:
        """Show these strokes on the ring."""
        if self._state is not None:
            self.ring.add_dots(show.dots(strokes, self._state.circle))
            self.hearing.add_strokes(strokes)
            self.together.add_strokes(strokes, self._state.circle)

    def _render_circle(self, circle: CircleSnapshot) -> None:
        new = self._shown.new
        self.ring.set_halted(circle.link is not LinkState.JOINED)
        if new("clock", circle.clock):
            self.ring.set_clock(show.clock_of(circle))
        self.ring.set_timeline(circle.timeline)
        if new("players", circle.members, circle.drumming):
            self.ring.set_lanes(show.lanes(circle))
            self.names.render(show.lanes(circle))
            me = circle.member(circle.me)
            self.plot.set_series([Series(TRIP, self.tr("You"), me.colour if me else 0)])
        if new("chat", circle.chat, circle.members):
            self.chat.render(show.chat_lines(circle), show.chat_members(circle), circle.me)
        if new("round trip", circle.clock) and circle.round_trip is not None:
            self.plot.add(TRIP, local_micros(), circle.round_trip / 1000)

    def _show_hub(self) -> None:
        if self._state is None:
            return
        circle = self._state.circle
        self.ring.set_hub(*hub(circle))
        self._pads.set_caption(*self._outlook(self._state))

    def _outlook(self, state: PlayerState) -> tuple[str, ...]:
        """A text about who hears the strokes at present, and a shorter one."""
        words = {
            Outlook.CONNECTING: self.tr("Not in the circle yet: only you hear what you play"),
            Outlook.WAITING: self.tr("The conductor has been asked to let you in: only you hear what you play"),
            Outlook.RECONNECTING: self.tr("Connection lost, trying again: the others may not hear what you play"),
            Outlook.ENDED: self.tr("You are not in the circle: only you hear what you play"),
            Outlook.STOPPED: self.tr("The circle stands still: only you hear what you play"),
            Outlook.MUTED: self.tr("The conductor has muted you: only you hear what you play"),
            Outlook.LISTENING: self.tr("Not your turn: only you hear what you play"),
            Outlook.NO_SOUND: self.tr("You have no sound. The others hear you in {s:.1f} s"),
            Outlook.VOLUME_ZERO: self.tr("Your volume is 0. The others hear you in {s:.1f} s"),
            Outlook.ALL_SILENCED: self.tr("Your mixer silences everyone. The others hear you in {s:.1f} s"),
            Outlook.SPOTLIGHT: self.tr("You are in the spotlight: everybody hears you louder in {s:.1f} s"),
            Outlook.BESIDE_SPOTLIGHT: self.tr("{name} is in the spotlight: all others sound softer"),
            Outlook.HEARD: self.tr("You will hear what you play in {s:.1f} s, together with everyone"),
        }
        circle = state.circle
        found, seconds = outlook(state, show.now_in(circle), show.beat_in(circle)), show.period_seconds(circle)
        shorter = {
            Outlook.WAITING: self.tr("The conductor has been asked to let you in"),
            Outlook.RECONNECTING: self.tr("Connection lost: the others may not hear you"),
            Outlook.ALL_SILENCED: self.tr("Your mixer silences everyone"),
            Outlook.SPOTLIGHT: self.tr("You are in the spotlight"),
            Outlook.HEARD: self.tr("You will hear what you play in {s:.1f} s"),
        }
        name = circle.spotlight.name if circle.spotlight else ""
        return tuple(text.format(s=seconds, name=name) for text in (words[found], shorter.get(found)) if text)

    # --- requests ---------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.pads.struck.connect(lambda pad, velocity: self.requested.emit(StrikePad(pad, velocity)))
        self.chat.said.connect(lambda to, text: self.requested.emit(Say(to, text)))
        self.you.requested.connect(self.requested)
        self.you.mixer_wanted.connect(self._show_mixer)
        self.you.together_wanted.connect(self._show_together)
        self.together.requested.connect(self.requested)
        self.together.done.connect(self._show_you)
        self.mixer.requested.connect(self.requested)
        self.mixer.done.connect(self._show_you)
        self.mixer.asked.connect(self._show_hearing)
        self.hearing.requested.connect(self.requested)
        self.hearing.done.connect(self._show_you)
        self.hearing.message_wanted.connect(self.chat.aim_at)
        self.header.left.connect(self.left)
        self.header.status.clicked.connect(self._explain_connection)
        self.ring.player_clicked.connect(self._show_hearing)
        self.header.conduct_wanted.connect(self.conduct_wanted)
        self.notices.acted.connect(self._act)
        self.ring.player_hovered.connect(self.names.mark)
        self.names.hovered.connect(self.ring.point_at)
        self.names.clicked.connect(self._show_hearing)
        self.chat.finished.connect(self.ring.setFocus)  # the keys drum again
        self.notices.dismissed.connect(self._dismiss)
        self.notices.occupied.connect(self._fit)

    def _show_mixer(self) -> None:
        self._sides.setCurrentWidget(self.mixer)
        self.mixer.close_mixer.setFocus()

    def _show_hearing(self, player: int) -> None:
        self._sides.setCurrentWidget(self.hearing)
        self.hearing.ask(player)
        self.hearing.close_card.setFocus()

    def _explain_connection(self) -> None:
        if self._state is not None:
            self._show_hearing(self._state.circle.me)

    def _show_together(self) -> None:
        self._sides.setCurrentWidget(self.together)
        self.together.close_card.setFocus()

    def _show_you(self) -> None:
        self._sides.setCurrentIndex(0)
        self.you.mixer.setFocus()

    def _act(self, key: str) -> None:
        if key == POWERS:
            self.notices.dismiss_shown()
            self.conduct_wanted.emit()

    def _dismiss(self, key: str) -> None:
        if key not in (*MISSING, POWERS, NO_POWERS):
            self.requested.emit(DismissNotice(int(key)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        tall = height_below(self.height(), (self.notices,)) >= PLOT_MIN_HEIGHT
        self._trips.setVisible(tall)
        self._column.setStretchFactor(self._sides, int(tall))

    # --- layout -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        ring = Card()
        ring.body.addWidget(self.ring, 1)
        ring.body.addWidget(self.names)
        self._pads = Card(self.tr("Pads"), " ")
        self._pads.head.addWidget(self.pads.bank)
        self._pads.body.addWidget(self.pads)
        left = scrolling(below((ring, 5), (self._pads, 2)))
        columns = beside((left, 10), (scrolling(self._right_column()), 6))
        lay_out_page(self, (self.header, self.notices), (columns,))

    def _right_column(self) -> QBoxLayout:
        self._trips = Card(self.tr("Round trip"), self.tr("ms, last 60 s"))
        self._trips.body.addWidget(self.plot)
        chat = Card(self.tr("Chat"))
        chat.head.addWidget(self.chat.recipients)
        chat.body.addWidget(self.chat)
        self._sides, you = QStackedWidget(), QWidget()
        above = below((self.you, 0), (self._trips, 1))
        above.setContentsMargins(0, 0, 0, 0)
        self._sides.addWidget(you)  # while it is empty: a stack measures its first page
        you.setLayout(above)
        self._sides.addWidget(self.mixer)
        self._sides.addWidget(self.hearing)
        self._sides.addWidget(self.together)
        self._column = below((self._sides, 1), (chat, 1))
        return self._column
