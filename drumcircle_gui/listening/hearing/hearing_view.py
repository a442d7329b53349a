"""The card that answers why a player is not heard, and how well that player is connected."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from drumcircle_gui.client.circle_state import HeardStroke
from drumcircle_gui.client.circle_view import beat_in, now_in, period_seconds
from drumcircle_gui.listening.player_state import PlayerState
from drumcircle_gui.timing.units import local_micros
from drumcircle_gui.widgets.card import Card
from drumcircle_gui.widgets.change_detector import ChangeDetector
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.page_layout import ScrollBody
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.theme import Weight

from .hearing_words_view import quality_words, reason_words
from .last_played import LastPlayed
from .late_here import LateHere
from .reasons import HearingQuestion, Reason, reasons

MAX_REASONS = 4
"""Maximum number of reasons shown; the next ones appear when these are solved."""

INTERVAL_MS = 500


class HearingCard(Card):
    """Answers for the player given to `ask`, and follows the circle while it is shown.

    Emits `requested` with intents of the mixer, `message_wanted` with the id of the player to write to, `done` to be
    closed.
    """

    requested = Signal(object)
    message_wanted = Signal(int)
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._state: PlayerState | None = None
        self._changed = ChangeDetector()
        self.player = 0
        self._played, self._late, self._late_here = LastPlayed(), LateHere(), 0
        self.lines = [ReasonLine() for _ in range(MAX_REASONS)]
        self.quality = Label("", tone="dim", wraps=True)
        self.message, self.close_card = Pill(self.tr("Write"), "quiet"), Pill(self.tr("Done"), "plain")
        self.message.clicked.connect(lambda: self.message_wanted.emit(self.player))
        self.close_card.clicked.connect(self.done)
        for line in self.lines:
            line.requested.connect(self.requested)
        self._lay_out()
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self._show)
        self._timer.start()

    def ask(self, player: int) -> None:
        """Show the answer for the member with this id."""
        self.player = player
        self._show()

    def render(self, state: PlayerState) -> None:  # type: ignore[override]
        """Take the new state."""
        self._state = state
        self._played.follow(state.circle.entry)
        circle, device = state.circle, state.sound.device
        if self._changed.new("late", circle.qualities, circle.me, device):
            speakers = device and (device.name, device.rate, device.frames)
            self._late_here = self._late.update(circle.qualities, circle.me, speakers, local_micros())
        self._show()

    def add_strokes(self, strokes: list[HeardStroke]) -> None:
        """Take strokes as they arrive."""
        if self._state is not None:
            period = self._state.circle.timeline.latest.meter.period
            for stroke in strokes:
                self._played.add(stroke.player, stroke.beat, period)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show()

    def _show(self) -> None:
        state = self._state
        if state is None or not self.player or not self.isVisible():
            return
        circle = state.circle
        member, me = circle.member(self.player), self.player == circle.me
        name = member.name if member else self.tr("This player")
        self.set_title(self.tr("Do you hear {name}?").format(name=name))
        self._show_reasons(self._reasons(state), name, me=me, conducts=circle.role == "conductor")
        words = quality_words(circle.quality(self.player), period_seconds(circle))
        self.quality.setText("\n".join((self.tr("The connection of {name}:").format(name=name), *words)))
        self.message.setVisible(not me and member is not None)
        self.message.setAccessibleName(self.tr("Write to {name}").format(name=name))

    def _reasons(self, state: PlayerState) -> tuple[Reason, ...]:
        circle = state.circle
        played = self._played.of(self.player)
        return reasons(HearingQuestion(state, self.player, now_in(circle), beat_in(circle), played, self._late_here))

    def _show_reasons(self, found: tuple[Reason, ...], name: str, *, me: bool, conducts: bool) -> None:
        for line, reason in zip(self.lines, (*found, *[None] * MAX_REASONS), strict=False):
            if reason is None:
                line.hide()
            else:
                words = reason_words(reason, name, conducts=conducts, me=me)
                line.put(words.what, words.todo, words.button, reason.remedy)
        if not found:
            fine = self.tr("You hear yourself as the others do.") if me else self.tr("You can hear {name} now.")
            advice = self.tr("If you hear nothing, turn up your speakers or headphones.")
            self.lines[0].put(fine.format(name=name), advice)

    def _lay_out(self) -> None:
        self.head.addWidget(self.message)
        self.head.addWidget(self.close_card)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for line in self.lines:
            column.addWidget(line)
        column.addWidget(self.quality)
        column.addStretch(1)
        self.body.addWidget(ScrollBody(column, keeps_width=True), 1)


class ReasonLine(QWidget):
    """One reason, what to do, and a button that does it. Emits `requested` with each intent of the remedy."""

    requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._remedy: tuple[object, ...] = ()
        self.what = Label("", 13, Weight.DemiBold, wraps=True)
        self.todo = Label("", tone="dim", wraps=True)
        self.button = Pill("", "plain")
        self.button.clicked.connect(self._mend)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.what)
        words.addWidget(self.todo)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.button)

    def put(self, what: str, todo: str, button: str = "", remedy: tuple[object, ...] = ()) -> None:
        """Show this reason."""
        self._remedy = remedy
        self.what.setText(what)
        self.todo.setText(todo)
        self.todo.setVisible(bool(todo))
        self.button.setText(button)
        self.button.setAccessibleDescription(what)
        self.button.setVisible(bool(button and remedy))
        self.show()

    def _mend(self) -> None:
        for intent in self._remedy:
            self.requested.emit(intent)
