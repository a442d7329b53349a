"""The top line of the player's window: circle, tempo, period and connection."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from drumcircle_gui.client import circle_view as show
from drumcircle_gui.client.circle_state import LinkState
from drumcircle_gui.client.known_texts_view import translated
from drumcircle_gui.listening.player_state import PlayerState
from drumcircle_gui.timing.units import SECOND, bpm_of
from drumcircle_gui.widgets.label import ShortLabel, TitleLabel
from drumcircle_gui.widgets.number_display import NumberDisplay
from drumcircle_gui.widgets.page_layout import PageHeader
from drumcircle_gui.widgets.pill import Pill, StatusButton

LEAST_TITLE = 208  # pixels
NOTHING = "\u2013"
"""Shown in place of a number that has no meaning at present."""


class PlayerHeader(PageHeader):
    """Emits `left` to leave the circle, and `conduct_wanted` if a player with a conductor's powers wants to conduct."""

    left = Signal()
    conduct_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = TitleLabel()
        self.about = ShortLabel("", 13, tone="dim")
        self.tempo = NumberDisplay(self.tr("bpm"), widest="000.0")
        self.beats = NumberDisplay(self.tr("beats"), widest="00")
        self.until = NumberDisplay(self.tr("s until you are heard"), widest="00.0")
        self.status = StatusButton(self.tr("What does that mean?"))
        self.conduct = Pill(self.tr("Conduct"), "plain")
        self.conduct.setShortcut("Ctrl+Shift+C")
        self.conduct.setToolTip(self.tr("Modes, cues, tempo and players, in a window of its own (Ctrl+Shift+C)"))
        self.conduct.clicked.connect(self.conduct_wanted)
        self.conduct.hide()
        self.leave = Pill(self.tr("Leave"), "plain")
        self.leave.clicked.connect(self.left)
        self._lay_out()

    def render(self, state: PlayerState) -> None:  # type: ignore[override]
        """Show `state`."""
        circle, segment = state.circle, show.now_in(state.circle)
        self.name.setText(circle.name or self.tr("Drum circle"))
        self.about.setText(self._about(state))
        self.tempo.set_text(f"{bpm_of(segment.tempo):.4g}")
        self.beats.set_text(str(segment.meter.beats))
        self.until.set_text(f"{show.period_seconds(circle):.1f}" if circle.link is LinkState.JOINED else NOTHING)
        self.status.set_status(*show.status(circle))
        self.conduct.setVisible(circle.leads)

    def _about(self, state: PlayerState) -> str:
        circle = state.circle
        if circle.link is LinkState.WAITING:
            return self.tr("The conductor has been asked")
        if circle.link is not LinkState.JOINED:
            return translated(circle.problem) or self.tr("connecting")
        me, standing = circle.member(circle.me), circle.quality(circle.me)
        name = me.name if me else ""
        if standing is None or standing.margin is None:
            return self.tr("You are {name}").format(name=name)
        if standing.margin < 0:
            return self.tr("Your strokes arrive {s:.1f} s too late").format(s=-standing.margin / SECOND)
        return self.tr("Your strokes arrive {s:.1f} s early").format(s=standing.margin / SECOND)

    def _lay_out(self) -> None:
        figures, pills = (self.tempo, self.beats, self.until), (self.status, self.conduct, self.leave)
        self.lay_out((self.name, self.about), LEAST_TITLE, figures, pills, optional=(self.until,))
