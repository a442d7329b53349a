"""The conductor window's header: the circle's name, its tempo and meter, and the buttons that record, invite, start."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from drumcircle_gui.client import circle_view as show
from drumcircle_gui.client.circle_state import LinkState
from drumcircle_gui.client.known_texts_view import translated
from drumcircle_gui.timing.timeline import MAX_CYCLE_BEATS, MAX_PERIOD_CYCLES
from drumcircle_gui.timing.units import FASTEST_TEMPO, SLOWEST_TEMPO, bpm_of
from drumcircle_gui.widgets.label import ShortLabel, TitleLabel
from drumcircle_gui.widgets.number_display import EditableNumber, NumberDisplay
from drumcircle_gui.widgets.page_layout import PageHeader
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plain_text import set_tooltip

from .conductor_state import (
    ConductorState,
    SetRecording,
    change_meter,
    change_tempo,
    is_stopping,
    players,
    start_or_stop,
)

MIN_TITLE_WIDTH = 104
"""Pixels."""


class ConductorHeader(PageHeader):
    """`requested` emits a ChangeTimeline or a SetRecording; `invite_wanted` and `rooms_wanted` open the invite and the
    rooms page; `own_wanted` shows or hides the conductor's pads, devices and volumes; `left` ends or leaves the circle.
    """

    requested = Signal(object)
    invite_wanted = Signal()
    rooms_wanted = Signal()
    own_wanted = Signal(bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: ConductorState | None = None
        self.name = TitleLabel()
        self.about = ShortLabel("", 13, tone="dim")
        self.tempo = EditableNumber(self.tr("bpm"), bpm_of(SLOWEST_TEMPO), bpm_of(FASTEST_TEMPO))
        self.beats = EditableNumber(self.tr("beats"), 1, MAX_CYCLE_BEATS, widest="00")
        self.cycles = EditableNumber(self.tr("cycles"), 1, MAX_PERIOD_CYCLES, widest="00")
        self.until = NumberDisplay(self.tr("s until it comes round"), widest="00.0")
        self.leave = Pill(self.tr("Leave"), "quiet")
        self.rooms = Pill(self.tr("Rooms"), "quiet")
        self.own = Pill(self.tr("You"), "choice")
        self.record = Pill(self.tr("Rec"), "record")
        self.invite = Pill(self.tr("Invite"), "plain")
        self.transport = Pill(self.tr("Start"), "accent")
        self.tempo.setToolTip(self.tr("Tempo, from 30 to 400 beats per minute: type, or use the arrow keys"))
        self.beats.setToolTip(self.tr("Beats in a cycle"))
        self.cycles.setToolTip(self.tr("Cycles in a period, one turn of the ring"))
        self._lay_out()
        self._connect()

    def render(self, state: ConductorState) -> None:  # type: ignore[override]
        """Show `state`."""
        self._state = state
        circle, latest = state.circle, state.circle.timeline.latest
        self.name.setText(circle.name or self.tr("Drum circle"))
        self.about.setText(*self._about(state))
        self.tempo.set_value(round(bpm_of(latest.tempo), 1))
        self.beats.set_value(latest.meter.beats)
        self.cycles.set_value(latest.meter.cycles)
        self.cycles.set_caption(self.tr("cycle") if latest.meter.cycles == 1 else self.tr("cycles"))
        self.invite.setVisible(state.hosting is not None)
        self.own.setVisible(state.playing is not None)
        self._render_leave(state)
        self._render_record(state)
        self._render_transport(state)

    def _render_transport(self, state: ConductorState) -> None:
        circle = state.circle
        stopping = is_stopping(circle, show.now_in(circle))
        text = self.tr("Stop") if circle.timeline.latest.running else self.tr("Start")
        text = self.tr("Stopping…") if stopping else text
        if self.transport.text() != text:
            self.transport.setText(text)
            self.transport.setAccessibleName(text)
        self.transport.setEnabled(circle.link is LinkState.JOINED and not stopping)

    def _render_leave(self, state: ConductorState) -> None:
        here = state.hosting is not None
        self.rooms.setVisible(not state.is_deputy)
        if state.is_deputy:
            self.leave.setText(self.tr("Close"))
            set_tooltip(self.leave, self.tr("Close this window and play on (Ctrl+W)"))
            return
        self.leave.setText(self.tr("End") if here else self.tr("Leave"))
        text = self.tr("End the circle (Ctrl+W)") if here else self.tr("Leave the circle, which goes on (Ctrl+W)")
        set_tooltip(self.leave, text)

    def _render_record(self, state: ConductorState) -> None:
        on = state.recording
        self.record.setVisible(state.hosting is not None and not state.hosting.on_hub)
        self.record.setChecked(on)
        self.record.setText(self.tr("● Rec") if on else self.tr("○ Rec"))
        self.record.setAccessibleName(self.tr("Recording") if on else self.tr("Not recording"))
        advice = self.tr("The circle is being recorded (Ctrl+R stops that)") if on else self.tr("Record (Ctrl+R)")
        set_tooltip(self.record, advice)

    def show_time(self, state: ConductorState) -> None:
        """Show what changes with time alone, and take the new state for the buttons."""
        self._state = state
        self.until.set_text(f"{show.period_seconds(state.circle):.1f}")
        self._render_transport(state)

    def _about(self, state: ConductorState) -> tuple[str, ...]:
        """The line below the name, and what is shown of it where there is less room."""
        circle = state.circle
        if circle.link is not LinkState.JOINED:
            return (translated(circle.problem) or self.tr("connecting"),)
        count = players(circle)
        who = self.tr("%n player(s)", "", count)
        if state.hosting is None:
            return (who,)
        if state.hosting.on_hub:
            return self.tr("{players} · on {host}").format(players=who, host=state.hosting.invite.host), who
        return self.tr("{players} · port {port}").format(players=who, port=state.hosting.invite.port), who

    def _connect(self) -> None:
        self.transport.setShortcut("Ctrl+Return")
        self.transport.setToolTip(self.tr("On the next cycle's first beat (Ctrl+Enter)"))
        self.invite.setShortcut("Ctrl+I")
        self.invite.setToolTip(self.tr("The invite as a link and a picture (Ctrl+I)"))
        self.invite.clicked.connect(self.invite_wanted)
        self.rooms.setShortcut("Ctrl+M")
        self.rooms.setToolTip(self.tr("Music in the rooms of a house, from this circle's first beat (Ctrl+M)"))
        self.rooms.clicked.connect(self.rooms_wanted)
        self.own.setShortcut("Ctrl+U")
        self.own.setToolTip(self.tr("Your own pads, sound device and volumes (Ctrl+U)"))
        self.own.toggled.connect(self.own_wanted)
        self.leave.setShortcut("Ctrl+W")
        self.leave.clicked.connect(self.left)
        self.record.setShortcut("Ctrl+R")
        self.record.clicked.connect(lambda on: self.requested.emit(SetRecording(on)))
        self.transport.clicked.connect(self._start_or_stop)
        self.tempo.edited.connect(self._change_tempo)
        self.beats.edited.connect(lambda beats: self._change_meter(beats=round(beats)))
        self.cycles.edited.connect(lambda cycles: self._change_meter(cycles=round(cycles)))

    def _start_or_stop(self) -> None:
        if self._state is not None:
            self.requested.emit(start_or_stop(self._state.circle))

    def _change_tempo(self, bpm: float) -> None:
        if self._state is not None:
            self.requested.emit(change_tempo(self._state.circle, bpm))

    def _change_meter(self, *, beats: int | None = None, cycles: int | None = None) -> None:
        if self._state is not None:
            self.requested.emit(change_meter(self._state.circle, beats=beats, cycles=cycles))

    def _lay_out(self) -> None:
        figures = (self.tempo, self.beats, self.cycles, self.until)
        pills = (self.leave, self.rooms, self.own, self.record, self.invite, self.transport)
        self.lay_out((self.name, self.about), MIN_TITLE_WIDTH, figures, pills, optional=(self.until,))
