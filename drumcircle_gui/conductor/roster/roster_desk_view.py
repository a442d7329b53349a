"""The conductor's card of players: the roster, its menu, the spotlight, and the undoing of changes."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from drumcircle_gui.client import circle_view as show
from drumcircle_gui.client.circle_state import CircleSnapshot, HeardStroke
from drumcircle_gui.client.recent_late import RecentLate
from drumcircle_gui.protocol.entry_messages import ChangeBan
from drumcircle_gui.protocol.messages import Moderate
from drumcircle_gui.timing.units import local_micros
from drumcircle_gui.together.cycle_bars_view import CycleBars
from drumcircle_gui.together.together_meter import CycleSpread, TogetherMeter
from drumcircle_gui.together.together_words_view import group_words
from drumcircle_gui.widgets.label import ShortLabel
from drumcircle_gui.widgets.notice import Notice
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.roster.roster_panel import RosterPanel

from .roster_menu_view import RosterMenu
from .undo import UndoHistory

MANY_MEMBERS = 50
"""Members beyond which the roster is shown after the rest of the page, since both at once would hold up the ring."""

REMOVED = "removed:"
"""Begins the key of the notice about a removed player."""


class RosterDesk(QWidget):
    """Shows the players of a circle. `requested` emits what the conductor asks for, `solo_wanted` the name of a player
    who should play alone, `noticed` that `notices` has changed."""

    requested = Signal(object)
    solo_wanted = Signal(str)
    noticed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel = RosterPanel()
        self.menu = RosterMenu(self.panel)
        self.spotlight = SpotlightLine()
        self.meter, self.together = TogetherMeter(), TogetherLine()
        self.notices: tuple[Notice, ...] = ()
        self.undo, self.searching = QAction(self.tr("Undo"), self), QAction(self.tr("Search the players"), self)
        self.undo.setShortcut("Ctrl+Z")
        self.searching.setShortcut("Ctrl+F")
        self._circle = CircleSnapshot()
        self._history = UndoHistory()
        self._late = RecentLate()
        self._due = QTimer(self, singleShot=True, interval=0)
        self._due.timeout.connect(self._show)
        self._connect()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.spotlight)
        layout.addWidget(self.panel, 1)
        layout.addWidget(self.together)

    def render(self, circle: CircleSnapshot) -> None:  # type: ignore[override]
        """Show the players of `circle`, a moment later if there are many."""
        self._circle = circle
        if len(circle.members) > MANY_MEMBERS:
            self._due.start()
        else:
            self._show()

    def _show(self) -> None:
        circle = self._circle
        self.menu.may_give_powers = circle.role == "conductor"
        self.spotlight.render(circle)
        self.meter.follow(circle.entry, (member.id for member in circle.members))
        self.together.render(self.meter.cycles())
        timing = {id: (spread.late, spread.deviation) for id, spread in self.meter.players().items()}
        self.panel.render(show.rows(circle, self._late.update(circle.qualities, local_micros()), timing))

    def add_strokes(self, strokes: list[HeardStroke], circle: CircleSnapshot) -> None:
        """Measure how tightly these strokes keep to the guide."""
        for stroke in strokes:
            self.meter.add(stroke.player, stroke.beat, circle.timeline, circle.grooves)

    def act(self, key: str) -> bool:
        """Do what the button of a notice says; False if `key` is none of `notices`."""
        if not self.dismiss(key):
            return False
        name = key.removeprefix(REMOVED)
        if (request := self._history.take_removal(self._circle, name)) is not None:
            self._allow(request, name)
        return True

    def dismiss(self, key: str) -> bool:
        """Forget the notice `key`; False if there is none."""
        before = self.notices
        self.notices = tuple(notice for notice in before if notice.key != key)
        return self.notices != before

    def _connect(self) -> None:
        self.addActions([self.undo, self.searching])
        self.undo.triggered.connect(self._undo)
        self.searching.triggered.connect(self.panel.search.ask)
        self.panel.mute_requested.connect(lambda member, muted: self._moderate(Moderate(member, muted=muted)))
        self.panel.remove_requested.connect(self._remove)
        self.menu.requested.connect(self._moderate)
        self.spotlight.requested.connect(self._moderate)
        self.menu.solo_wanted.connect(self.solo_wanted)

    def _moderate(self, request: Moderate) -> None:
        """Emit `request`, and keep what undoes it."""
        self._history.remember(self._circle, request)
        self.requested.emit(request)

    def _remove(self, member: int) -> None:
        removed = self._circle.member(member)
        self._moderate(Moderate(member, remove=True, reason=self.tr("The conductor removed you from the circle.")))
        if removed is not None:
            text = self.tr("{name} was removed and cannot come back for 10 minutes.").format(name=removed.name)
            self._notify(Notice(REMOVED + removed.name, text, "", "plain", self.tr("Undo")))

    def _undo(self) -> None:
        """Undo the latest change of a player."""
        request = self._history.take(self._circle)
        if isinstance(request, ChangeBan):
            bans = self._circle.entry_rules.bans if self._circle.entry_rules else ()
            self._allow(request, next((ban.name for ban in bans if ban.number == request.number), ""))
        elif request is not None:
            self.requested.emit(request)

    def _allow(self, request: ChangeBan, name: str) -> None:
        self.requested.emit(request)
        self.dismiss(REMOVED + name)
        text = self.tr("{name} may come back.").format(name=name)
        self._notify(Notice(f"back:{name}", text, self.tr("The same invite works again.")))

    def _notify(self, notice: Notice) -> None:
        self.notices = (*(each for each in self.notices if each.key != notice.key), notice)
        self.noticed.emit()


class SpotlightLine(QWidget):
    """Shows the players in the spotlight, and a button that ends it. `requested` emits a Moderate."""

    requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.text, self.end = ShortLabel(""), Pill(self.tr("End spotlight"), "quiet")
        self._member = 0
        self.end.clicked.connect(lambda: self.requested.emit(Moderate(self._member, spotlight=False)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 4)
        row.addWidget(self.text, 1)
        row.addWidget(self.end)
        self.hide()

    def render(self, circle: CircleSnapshot) -> None:  # type: ignore[override]
        lit = circle.spotlight
        self.setVisible(lit is not None)
        if lit is not None:
            self._member = lit.id
            self.text.setText(self.tr("{name} is in the spotlight").format(name=lit.name))


class TogetherLine(QWidget):
    """How tightly all play, cycle by cycle; hidden until a cycle is over."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.bars = ShortLabel("", tone="dim"), CycleBars()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 0, 0)
        row.addWidget(self.text, 1)
        row.addWidget(self.bars)
        self.hide()

    def render(self, cycles: tuple[CycleSpread, ...]) -> None:  # type: ignore[override]
        self.setVisible(bool(cycles))
        if cycles:
            self.text.setText(*group_words(cycles[-1].spread))
            self.bars.render(cycles)
