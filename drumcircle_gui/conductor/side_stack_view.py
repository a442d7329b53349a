"""The area between roster and chat: the plot of round trips, the conductor's own devices and volumes, or the mixer."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from drumcircle_gui.listening.hearing.hearing_view import HearingCard
from drumcircle_gui.listening.mixer_view import MixerCard
from drumcircle_gui.listening.player_state import PlayerState
from drumcircle_gui.listening.you_view import YouCard
from drumcircle_gui.widgets.card import Card
from drumcircle_gui.widgets.page_layout import height_below
from drumcircle_gui.widgets.plot.plot import LatencyPlot

PLOT_MIN_HEIGHT = 720
"""Minimum height of the page in pixels, without the bars above it, at which the plot is shown. In a lower page the plot
is hidden, to leave room for the rest."""

PLOT_GAP_S = 6.0
"""A line of the plot is interrupted where a player's round trip was not measured for this long."""


class SideStack(QStackedWidget):
    """`requested` emits the intents of an instrument (see `player_state`), `message_wanted` the id of the member to
    write to. In a low window the plot is left out."""

    requested = Signal(object)
    message_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = LatencyPlot(gap=PLOT_GAP_S)
        self.you, self.mixer, self.hearing = YouCard(self), MixerCard(self), HearingCard(self)
        self._trips = Card(self.tr("Round trips"), self.tr("ms, last 60 s"))
        self._tall, self._own = True, False
        for card in (self._trips, self.you, self.mixer, self.hearing):
            self.addWidget(card)
        self._trips.body.addWidget(self.plot)  # after: a stack measures its first page
        self.you.requested.connect(self.requested)
        self.mixer.requested.connect(self.requested)
        self.you.mixer_wanted.connect(self._show_mixer)
        self.mixer.done.connect(self._show_you)
        self.mixer.asked.connect(self.ask)
        self.hearing.requested.connect(self.requested)
        self.hearing.message_wanted.connect(self.message_wanted)
        self.hearing.done.connect(lambda: self.show_own(self._own))
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def render(self, state: PlayerState) -> None:  # type: ignore[override]
        """Show the conductor's devices, volumes and mix."""
        self.you.render(state)
        self.mixer.render(state)
        self.hearing.render(state)

    def ask(self, player: int) -> None:
        """Answer why the member with this id is not heard."""
        self.setCurrentWidget(self.hearing)
        self.show()
        self.hearing.ask(player)
        self.hearing.close_card.setFocus()

    def fit(self, height: int, bars: Iterable[QWidget]) -> None:
        """Show the plot only if a page of this `height` has room for it below the `bars` that are shown."""
        tall = height_below(height, bars) >= PLOT_MIN_HEIGHT
        if tall != self._tall:
            self._tall = tall
            self.setVisible(self._own or tall)

    def minimumSizeHint(self) -> QSize:
        """The size of the card that is shown; hidden cards take no room."""
        return (self.currentWidget() or self._trips).minimumSizeHint()

    def sizeHint(self) -> QSize:
        return (self.currentWidget() or self._trips).sizeHint()

    def show_own(self, own: bool) -> None:
        """Show the conductor's devices and volumes, or the plot."""
        self._own = own
        self.setCurrentWidget(self.you if own else self._trips)
        self.setVisible(own or self._tall)

    def _show_mixer(self) -> None:
        self.setCurrentWidget(self.mixer)
        self.mixer.close_mixer.setFocus()

    def _show_you(self) -> None:
        self.setCurrentWidget(self.you)
        self.you.mixer.setFocus()
