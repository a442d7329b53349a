"""The start page: conduct a circle, join one, or keep rooms in sync."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from drumcircle_gui.protocol.invite import BadInvite, Invite
from drumcircle_gui.protocol.messages import LONGEST_NAME
from drumcircle_gui.settings import Settings
from drumcircle_gui.timing.timeline import MOST_BEATS, MOST_CYCLES
from drumcircle_gui.widgets.card import Card
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.notice import Notice, NoticeBar
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.theme import Weight


@dataclass(frozen=True, slots=True)
class Launch:
    """Launch a circle here. `tempo` in beats per minute."""

    name: str
    port: int
    tempo: float
    beats: int
    cycles: int


@dataclass(frozen=True, slots=True)
class Lead:
    """Conduct the circle that runs elsewhere."""

    invite: Invite


@dataclass(frozen=True, slots=True)
class Join:
    """Play in a circle, called `name` there."""

    invite: Invite
    name: str


class StartView(QWidget):
    """`wished` gives a Launch, Lead or Join."""

    wished = Signal(object)

    def __init__(self, settings: Settings, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notices = NoticeBar()
        self.conduct = ConductCard(settings)
        self.join = JoinCard(settings, name)
        self.conduct.wished.connect(self.wished)
        self.join.wished.connect(self.wished)
        cards = QHBoxLayout()
        cards.setSpacing(16)
        for card in (self.conduct, self.join, _rooms_card()):
            cards.addWidget(card, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(48, 32, 48, 48)
        layout.setSpacing(16)
        layout.addWidget(Label(self.tr("Drum Circle"), 34, Weight.DemiBold))
        layout.addWidget(
            Label(
                self.tr("Everyone hears everyone one turn of the ring later, exactly in time, wherever they are."),
                15,
                tone="dim",
                wraps=True,
            )
        )
        layout.addWidget(self.notices)
        layout.addSpacing(8)
        layout.addLayout(cards, 1)

    def complain(self, what: str, todo: str = "") -> None:
        """Something did not work; say what, and what to do."""
        self.notices.render((Notice("start", what, todo, "bad"),) if what else ())


class ConductCard(Card):
    """`wished` gives a Launch or a Lead."""

    wished = Signal(object)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.set_title(self.tr("Conduct"))
        usual = settings.conductor
        self.name = _line(usual.name, self.tr("What is your circle called?"), self.tr("Name of the circle"))
        self.tempo = _number(30, 400, round(usual.tempo), self.tr("Tempo in beats per minute"))
        self.beats = _number(1, MOST_BEATS, usual.beats, self.tr("Beats in a cycle"))
        self.cycles = _number(1, MOST_CYCLES, usual.cycles, self.tr("Cycles until a stroke comes round"))
        self.port = _number(0, 65_535, usual.port, self.tr("TCP port"))
        self.launch = Pill(self.tr("Launch the circle"), "accent")
        self.elsewhere = InviteLine(self.tr("A conductor's invite"), self.tr("Conduct there"))
        self._lay_out()
        self.launch.clicked.connect(self._launch)
        self.name.returnPressed.connect(self._launch)
        self.elsewhere.accepted.connect(lambda invite: self.wished.emit(Lead(invite)))

    def _launch(self) -> None:
        name = self.name.text().strip() or self.tr("Drum circle")
        self.wished.emit(Launch(name, self.port.value(), self.tempo.value(), self.beats.value(), self.cycles.value()))

    def _lay_out(self) -> None:
        about = self.tr("Your computer carries the circle; you set the tempo and lead.")
        self.body.addWidget(Label(about, tone="dim", wraps=True))
        self.body.addWidget(self.name)
        grid = QGridLayout()
        grid.setSpacing(8)
        fields = (
            (self.tr("Tempo, bpm"), self.tempo),
            (self.tr("Beats a cycle"), self.beats),
            (self.tr("Cycles a period"), self.cycles),
            (self.tr("Port"), self.port),
        )
        for row, (text, field) in enumerate(fields):
            label = Label(text, tone="dim")
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        self.body.addLayout(grid)
        self.body.addWidget(self.launch)
        self.body.addStretch(1)
        self.body.addWidget(Label(self.tr("Or conduct a circle on another computer:"), tone="dim", wraps=True))
        self.body.addWidget(self.elsewhere)


class JoinCard(Card):
    """`wished` gives a Join."""

    wished = Signal(object)

    def __init__(self, settings: Settings, name: str) -> None:
        super().__init__()
        self.set_title(self.tr("Join"))
        self.name = _line(settings.player.name or name, self.tr("What do the others call you?"), self.tr("Your name"))
        self.invite = InviteLine(self.tr("Paste the invite here"), self.tr("Join"), "accent")
        self.recent = QListWidget()
        self.recent.setAccessibleName(self.tr("Circles you were in"))
        self._fill(settings.player.recent)
        about = self.tr("Drum along with pads, keys, or a MIDI kit.")
        self.body.addWidget(Label(about, tone="dim", wraps=True))
        self.body.addWidget(self.name)
        self.body.addWidget(self.invite)
        self._recent_title = Label(self.tr("Circles you were in"), tone="dim")
        self.body.addSpacing(8)
        self.body.addWidget(self._recent_title)
        self.body.addWidget(self.recent, 1)
        self.invite.accepted.connect(self._join)
        self.recent.itemActivated.connect(lambda item: self._join(item.data(Qt.ItemDataRole.UserRole)))

    def _join(self, invite: Invite) -> None:
        self.wished.emit(Join(invite, self.name.text().strip() or self.tr("Somebody")))

    def _fill(self, recent: tuple[str, ...]) -> None:
        for text in recent:
            try:
                invite = Invite.parse(text)
            except BadInvite:
                continue
            item = QListWidgetItem(self.tr("{circle} at {host}").format(circle=invite.circle, host=invite.host))
            item.setData(Qt.ItemDataRole.UserRole, invite)
            item.setToolTip(self.tr("Double-click, or press Enter, to join again"))
            self.recent.addItem(item)
        if not self.recent.count():
            nobody = QListWidgetItem(self.tr("None yet"))
            nobody.setFlags(Qt.ItemFlag.NoItemFlags)
            self.recent.addItem(nobody)


class InviteLine(QWidget):
    """A place to paste an invite; `accepted` gives it once it is a good one and was confirmed."""

    accepted = Signal(object)

    def __init__(self, hint: str, action: str, kind: str = "plain") -> None:
        super().__init__()
        self.text = _line("", hint, hint)
        self.text.setMaxLength(2000)
        self.button = Pill(action, kind)  # type: ignore[arg-type]
        self.problem = Label("", 11, tone="bad", wraps=True)
        self.problem.hide()
        row = QHBoxLayout()
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.problem)
        self.button.clicked.connect(self._accept)
        self.text.returnPressed.connect(self._accept)
        self.text.textEdited.connect(lambda: self.problem.hide())

    def _accept(self) -> None:
        try:
            invite = Invite.parse(self.text.text())
        except BadInvite as error:
            self.problem.setText(str(error)[0].upper() + str(error)[1:] + ".")
            self.problem.show()
            return
        self.accepted.emit(invite)


def _rooms_card() -> Card:
    card = Card()
    card.set_title(card.tr("Rooms"))
    card.body.addWidget(
        Label(
            card.tr("Keeps the MPD servers of all your rooms playing in step, from any MPD client."),
            tone="dim",
            wraps=True,
        )
    )
    card.body.addStretch(1)
    card.body.addWidget(Label(card.tr("Not part of this version."), tone="dim"))
    return card


def _line(text: str, hint: str, name: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setPlaceholderText(hint)
    line.setAccessibleName(name)
    line.setMaxLength(LONGEST_NAME)
    return line


def _number(low: int, high: int, value: int, name: str) -> QSpinBox:
    box = QSpinBox()
    box.setRange(low, high)
    box.setValue(value)
    box.setAccessibleName(name)
    return box
