"""The conductor's window: ring, transport, cues, players, round trips, chat, invite."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from drumcircle_gui.client import circle_view as show
from drumcircle_gui.client.circle_state import CircleSnapshot, HeardStroke
from drumcircle_gui.client.hub_view import hub
from drumcircle_gui.client.intents import DismissNotice
from drumcircle_gui.listening.kit_pads_view import KitPads
from drumcircle_gui.listening.missing_devices_view import missing_choices
from drumcircle_gui.listening.player_state import ListDevices, StrikePad
from drumcircle_gui.modes.catalogue import ONLY, ModeChoice
from drumcircle_gui.protocol.messages import ChangeTimeline, EndCircle, Say
from drumcircle_gui.timing.units import SECOND, local_micros
from drumcircle_gui.widgets.card import Card
from drumcircle_gui.widgets.change_detector import ChangeDetector
from drumcircle_gui.widgets.chat.chat_panel import ChatPanel
from drumcircle_gui.widgets.notice import Notice, NoticeBar
from drumcircle_gui.widgets.page_layout import below, beside, lay_out_page
from drumcircle_gui.widgets.ring.ring import Ring

from .clock.clock_bar_view import ClockBar
from .conductor_header_view import ConductorHeader
from .conductor_state import ConductorState, Intent, change_tempo, players, renewed_invites, tight_period
from .controls.link_offer_view import LINK_TEMPO, link_offer
from .cues_view import CueBar
from .end_dialog_view import EndDialog, LeaveHubDialog
from .entry.entry_dialog_view import EntryLine
from .entry.knocks_view import KnockBar
from .grooves.groove_dialog_view import GrooveDialog
from .invite_view import EmptyCircle, InviteDialog
from .loops.loop_dialog_view import LoopDialog
from .mode_dialog_view import ModeDialog
from .mode_intents import ChooseMode
from .modes_view import ModeBar
from .roster.roster_desk_view import RosterDesk
from .side_stack_view import SideStack

HUB_INTERVAL_MS = 100
TIGHT = "tight"


class ConductorView(QWidget):
    """Shows a `ConductorState`. `requested` emits intents; `rooms_wanted` is emitted to open the rooms page, `left` to
    end or leave the circle."""

    guide_page = "conducting"
    requested = Signal(object)
    rooms_wanted = Signal()
    hub_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: ConductorState | None = None
        self._shown = ChangeDetector()
        self._held: ChangeTimeline | None = None
        self.ending: EndDialog | LeaveHubDialog | None = None
        self._inviting: InviteDialog | None = None
        self.mode_dialog: ModeDialog | None = None
        self.groove_dialog: GrooveDialog | None = None
        self.loop_dialog: LoopDialog | None = None
        self.header = ConductorHeader()
        self.ring = Ring()
        self.modes = ModeBar()
        self.cues = CueBar()
        self.players = RosterDesk()
        self.roster = self.players.panel
        self.pads = KitPads()
        self.sides = SideStack()
        self.plot = self.sides.plot
        self.chat = ChatPanel()
        self.notices = NoticeBar()
        self.knocks, self.entry, self.clock = KnockBar(), EntryLine(), ClockBar()
        self.empty = EmptyCircle()
        self._lay_out()
        self._connect()
        self._hub = QTimer(self, interval=HUB_INTERVAL_MS)
        self._hub.timeout.connect(self._show_hub)
        self._hub.start()

    def render(self, state: ConductorState) -> None:  # type: ignore[override]
        """Show `state`; parts that did not change are left alone."""
        self._state = state
        circle, new = state.circle, self._shown.new
        facts = (circle.name, circle.link, circle.problem, circle.members, circle.role, circle.timeline)
        if new("header", *facts, state.hosting, state.recording, state.playing is None):
            self.header.render(state)
        self.players.menu.hearing.setVisible(state.playing is not None)
        if state.playing is not None:
            self.sides.render(state.playing)
        self._render_stage(state)
        if new("roster", circle.members, circle.qualities, circle.timeline):
            self.players.render(circle)
        self.clock.render(state.clock)
        if new("chat", circle.chat, circle.members):
            self.chat.render(show.chat_lines(circle), show.chat_members(circle), circle.me)
        if new("cue", circle.cue, circle.members):
            self.cues.render(circle.cue, circle.members)
        if new("round trips", circle.qualities):
            self._plot_round_trips(state)
        if new("entry", circle.entry_rules, state.hosting, circle.keys, circle.role):
            self.knocks.render(circle.entry_rules.knockers if circle.entry_rules else ())
            self.entry.render(circle.entry_rules, state.leads_here, show.clock_of(circle)())
            self.entry.render_permanent(may_renew=circle.role == "conductor", renewed=renewed_invites(state))
        self._show_notices()
        self._render_dialogs(state)
        self.sides.fit(self.height(), (self.knocks, self.clock, self.notices))
        self._show_hub()

    def _render_stage(self, state: ConductorState) -> None:
        circle = state.circle
        if self._shown.new("clock", circle.clock):
            self.ring.set_clock(show.clock_of(circle))
        self.ring.set_timeline(circle.timeline)
        if self._shown.new("players", circle.members, circle.drumming):
            self.ring.set_lanes(show.lanes(circle))
            self.plot.set_series(show.series(circle))
        if self._shown.new("empty", circle.members, state.hosting):
            self.empty.render(state)
            self.stage.setVisible(self.empty.isHidden())

    def add_strokes(self, strokes: list[HeardStroke]) -> None:
        """Add strokes to the ring."""
        if self._state is not None:
            self.ring.add_dots(show.dots(strokes, self._state.circle))
            self.sides.hearing.add_strokes(strokes)
            self.players.add_strokes(strokes, self._state.circle)

    def _plot_round_trips(self, state: ConductorState) -> None:
        now = local_micros()
        for row in state.circle.qualities:
            if row.round_trip >= 0:
                self.plot.add(row.id, now, row.round_trip / 1000)

    def _show_hub(self) -> None:
        if self._state is not None:
            self.ring.set_hub(*hub(self._state.circle))
            self.header.show_time(self._state)
            self.modes.render(self._state)

    # --- requests ---------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.header.requested.connect(self._request)
        self.header.rooms_wanted.connect(self.rooms_wanted)
        self.header.invite_wanted.connect(self.show_invite)
        self.header.left.connect(self.left)
        self.header.own_wanted.connect(self._show_own)
        self.pads.struck.connect(lambda pad, velocity: self.requested.emit(StrikePad(pad, velocity)))
        self.sides.requested.connect(self.requested)
        self.empty.invite_wanted.connect(self.show_invite)
        self.empty.hub_wanted.connect(self.hub_wanted)
        for part in (self.empty, self.knocks, self.entry, self.clock):
            part.requested.connect(self.requested)
        self.cues.requested.connect(self.requested)
        self.modes.requested.connect(self.requested)
        self.modes.options_wanted.connect(self.show_modes)
        self.modes.editor_wanted.connect(self.show_guide)
        self.modes.loop_wanted.connect(self.show_loop)
        self.chat.said.connect(lambda to, text: self.requested.emit(Say(to, text)))
        self.players.requested.connect(self.requested)
        self.players.solo_wanted.connect(self._let_only)
        self.players.noticed.connect(self._show_notices)
        self.players.menu.hearing_wanted.connect(self.sides.ask)
        self.sides.message_wanted.connect(self.chat.aim_at)
        self.roster.message_requested.connect(self.chat.aim_at)
        self.notices.dismissed.connect(self._dismiss)
        self.notices.acted.connect(self._act)
        self.ring.player_clicked.connect(self._choose)
        self.roster.chosen.connect(self._choose)
        self.plot.clicked.connect(self._choose)

    def _request(self, request: Intent) -> None:
        """Emit `request`; hold back a change that needs the conductor's confirmation."""
        if isinstance(request, ChangeTimeline) and self._state is not None:
            self._held = request if tight_period(self._state.circle, request) else None
            self._show_notices()
        if request is not self._held:
            self.requested.emit(request)

    def _act(self, key: str) -> None:
        if key == LINK_TEMPO and self._state is not None:
            self._request(change_tempo(self._state.circle, self._state.link_tempo))
        elif not self.players.act(key):
            self._confirm()

    def _confirm(self) -> None:
        held, self._held = self._held, None
        if held is not None:
            self.requested.emit(held)
        self._show_notices()

    def _dismiss(self, key: str) -> None:
        if key == TIGHT:
            self._held = None
        elif key != LINK_TEMPO and not self.players.dismiss(key):
            self.requested.emit(DismissNotice(int(key)))

    def _show_notices(self) -> None:
        if self._state is not None:
            playing = self._state.playing
            own, missing = (playing.notices, missing_choices(playing)) if playing else ((), ())
            news = show.notices((*self._state.circle.notices, *self._state.notices, *own))
            offer = link_offer(self._state.link_tempo)
            warning = self._warning(self._state.circle)
            self.notices.render((*missing, *news, *self.players.notices, *offer, *warning))

    def _warning(self, circle: CircleSnapshot) -> tuple[Notice, ...]:
        """The warning about the change that is held back; none if it is no longer tight, or outdated."""
        held = self._held
        tight = tight_period(circle, held) if held and held.epoch == circle.timeline.latest.epoch else None
        if tight is None:
            return ()
        text = self.tr("{name}'s network is too slow for this by {s:.1f} s").format(
            name=tight.name, s=tight.shortage / SECOND
        )
        advice = self.tr("Try {bpm} bpm.").format(bpm=tight.bpm) if tight.bpm else self.tr("Make the period longer.")
        return (Notice(TIGHT, text, advice, "warn", self.tr("Change anyway")),)

    def _let_only(self, name: str) -> None:
        self.requested.emit(ChooseMode(ModeChoice(ONLY, players=(name,))))

    def _choose(self, member: int | None) -> None:
        """Highlight one player in the ring, the roster and the plot; None: no player."""
        self.ring.choose(member)
        self.roster.choose(member)
        self.plot.highlight(member)

    def _show_own(self, own: bool) -> None:
        self.sides.show_own(own)
        self._pads.setVisible(own)
        if own:
            self.requested.emit(ListDevices())

    def show_invite(self) -> None:
        """Open a dialog with the invites, if the server runs here."""
        if self._state is None or self._state.hosting is None:
            return
        self._inviting = InviteDialog(self._state.hosting, self)
        self._inviting.requested.connect(self.requested)
        self._inviting.hub_wanted.connect(self.hub_wanted)
        self._inviting.finished.connect(self._forget_invite)
        self._inviting.open()

    def show_modes(self) -> None:
        """Open the dialog of modes and session; it stays open beside the window."""
        if self._state is None:
            return
        if self.mode_dialog is None:
            self.mode_dialog = ModeDialog(self)
            self.mode_dialog.requested.connect(self.requested)
        self.mode_dialog.render(self._state)
        self.mode_dialog.show()
        self.mode_dialog.raise_()

    def show_guide(self) -> None:
        """Open the editor of the guide; it stays open beside the window."""
        if self._state is None:
            return
        if self.groove_dialog is None:
            self.groove_dialog = GrooveDialog(self)
            self.groove_dialog.requested.connect(self.requested)
        self.groove_dialog.render(self._state.grooves)
        if self.groove_dialog.isHidden() and self._state.circle.grooves.latest is not None:
            self.groove_dialog.edit(self._state.circle.grooves.latest)
        self.groove_dialog.show()
        self.groove_dialog.raise_()

    def show_loop(self) -> None:
        """Open the dialog of the loop; it stays open beside the window."""
        if self._state is None:
            return
        if self.loop_dialog is None:
            self.loop_dialog = LoopDialog(self)
            self.loop_dialog.requested.connect(self.requested)
        self.loop_dialog.render(self._state.loops, self._state.circle)
        self.loop_dialog.show()
        self.loop_dialog.raise_()

    def ask_to_leave(self, go: Callable[[], object]) -> None:
        """Call `go` once the conductor confirms to leave; at once if that ends no circle with players in it."""
        state = self._state
        if state is None or state.hosting is None or not (players(state.circle) or state.hosting.on_hub):
            go()
            return
        if self.ending is not None:
            self.ending.reject()
        self.ending = LeaveHubDialog(self) if state.hosting.on_hub else EndDialog(self)
        if isinstance(self.ending, LeaveHubDialog):
            self.ending.end_requested.connect(lambda: self.requested.emit(EndCircle()))
        self.ending.accepted.connect(go)
        self.ending.finished.connect(self._forget_ending)
        self._render_dialogs(state)
        self.ending.open()

    def _render_dialogs(self, state: ConductorState) -> None:
        if isinstance(self.ending, EndDialog):
            self.ending.render(state)
        if self._inviting is not None and state.hosting is not None:
            self._inviting.render(state.hosting)
        if self.mode_dialog is not None:
            self.mode_dialog.render(state)
        if self.groove_dialog is not None:
            self.groove_dialog.render(state.grooves)
        if self.loop_dialog is not None:
            self.loop_dialog.render(state.loops, state.circle)

    def _forget_ending(self) -> None:
        self.ending = None

    def _forget_invite(self) -> None:
        if self._inviting is not None:
            self._inviting.deleteLater()
            self._inviting = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sides.fit(self.height(), (self.knocks, self.clock, self.notices))

    # --- layout -----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        ring = Card()
        self.stage = QWidget()
        stage = below((self.ring, 1), (self.modes, 0), (self.cues, 0))
        stage.setContentsMargins(0, 0, 0, 0)
        stage.setSpacing(ring.body.spacing())
        self.stage.setLayout(stage)
        ring.body.addWidget(self.stage, 1)
        ring.body.addWidget(self.empty)
        self._pads = Card(self.tr("Pads"), self.tr("Strike them with the mouse, a drum, or the keys written on them"))
        self._pads.head.addWidget(self.pads.bank)
        self._pads.body.addWidget(self.pads)
        self._pads.hide()
        columns = beside((below((ring, 5), (self._pads, 2)), 10), (self._right_column(), 7))
        lay_out_page(self, (self.header, self.knocks, self.clock, self.notices), (columns,))

    def _right_column(self) -> QBoxLayout:
        players = Card()
        players.body.addWidget(self.players)
        players.body.addWidget(self.entry)
        chat = Card(self.tr("Chat"))
        chat.head.addWidget(self.chat.recipients)
        chat.body.addWidget(self.chat)
        return below((players, 8), (self.sides, 3), (chat, 4))
