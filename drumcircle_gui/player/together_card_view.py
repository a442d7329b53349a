"""The card that shows a player how tightly they, and all together, play to the guide."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from drumcircle_gui.client.circle_state import CircleSnapshot, HeardStroke
from drumcircle_gui.protocol.messages import Member, ShareTiming
from drumcircle_gui.together.cycle_bars_view import CycleBars
from drumcircle_gui.together.spread import Spread
from drumcircle_gui.together.together_meter import TogetherMeter
from drumcircle_gui.together.together_words_view import group_words, spread_words
from drumcircle_gui.widgets.card import Card
from drumcircle_gui.widgets.label import Label, ShortLabel
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.theme import Weight

MAX_OTHERS = 12
"""Other players shown."""


class TogetherCard(Card):
    """Emits `requested` with a ShareTiming, and `done` to be closed. It measures while it is hidden, too."""

    requested = Signal(object)
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Together"))
        self.meter = TogetherMeter()
        self.group, self.bars = Label("", 15, Weight.DemiBold, wraps=True), CycleBars()
        self.own, self.others = Label("", wraps=True), Label("", tone="dim", wraps=True)
        self.share = QCheckBox(self.tr("Everybody may see my timing"))
        self.share.setToolTip(self.tr("Otherwise only you and the conductor see it"))
        self.close_card = Pill(self.tr("Done"), "plain")
        self.share.clicked.connect(lambda on: self.requested.emit(ShareTiming(on)))
        self.close_card.clicked.connect(self.done)
        self._lay_out()

    def render(self, circle: CircleSnapshot) -> None:  # type: ignore[override]
        """Take the new state of the circle."""
        self.meter.follow(circle.entry, (member.id for member in circle.members))
        me = circle.member(circle.me)
        self.share.setChecked(me is not None and me.shows_timing)
        cycles = self.meter.cycles()
        self.bars.render(cycles)
        self.group.setText(group_words(cycles[-1].spread if cycles else None)[0])
        self.own.setText(self._own(self.meter.player(circle.me)))
        shown = self._shown(circle)
        lines = [f"{member.name}: {spread_words(spread)}" for member, spread in shown[:MAX_OTHERS]]
        self.others.setText("\n".join(lines) or self.tr("Nobody else shows their timing yet."))

    @property
    def summary(self) -> tuple[str, str]:
        """How tightly all play, and a shorter text."""
        cycles = self.meter.cycles()
        return group_words(cycles[-1].spread if cycles else None)

    def add_strokes(self, strokes: list[HeardStroke], circle: CircleSnapshot) -> None:
        """Take strokes as they arrive."""
        for stroke in strokes:
            self.meter.add(stroke.player, stroke.beat, circle.timeline, circle.grooves)

    def _own(self, spread: Spread | None) -> str:
        words = spread_words(spread)
        return self.tr("You: {timing}").format(timing=words) if words else self.tr("Play to see your timing")

    def _shown(self, circle: CircleSnapshot) -> list[tuple[Member, Spread]]:
        """The other players whose timing everybody may see, the tightest first."""
        figures = self.meter.players()
        agreed = [each for each in circle.members if each.shows_timing and each.id != circle.me and each.id in figures]
        return sorted(((each, figures[each.id]) for each in agreed), key=lambda row: row[1].deviation)

    def _lay_out(self) -> None:
        self.head.addWidget(self.close_card)
        row = QHBoxLayout()
        row.addWidget(self.group, 1)
        row.addWidget(self.bars)
        self.body.addLayout(row)
        for part in (self.own, self.share, ShortLabel(self.tr("Others who show theirs"), 11, tone="dim"), self.others):
            self.body.addWidget(part)
        self.body.addStretch(1)
