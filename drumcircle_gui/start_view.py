"""The start page: conduct a circle, join one, or keep rooms in sync."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drumcircle_gui.protocol.fields import MAX_NAME_LENGTH
from drumcircle_gui.protocol.invite import Invite, InviteError
from drumcircle_gui.settings import Appearance, Settings, Theme
from drumcircle_gui.timing.timeline import MAX_CYCLE_BEATS, MAX_PERIOD_CYCLES
from drumcircle_gui.widgets.card import Card
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.notice import Notice, NoticeBar
from drumcircle_gui.widgets.number_display import EditableNumber
from drumcircle_gui.widgets.page_layout import ScrollBody
from drumcircle_gui.widgets.pill import Kind, Pill
from drumcircle_gui.widgets.plain_text import set_tooltip
from drumcircle_gui.widgets.theme import Weight

TALLEST = 440  # pixels of a card
LONGEST_INVITE = 2000


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


@dataclass(frozen=True, slots=True)
class Listen:
    """To the recordings."""


@dataclass(frozen=True, slots=True)
class KeepRooms:
    """Go to the rooms."""


class StartView(QWidget):
    """`requested` gives a Launch, Lead, Join, Listen or KeepRooms, or the Appearance chosen."""

    requested = Signal(object)

    def __init__(self, settings: Settings, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notices = NoticeBar()
        self.conduct = ConductCard(settings)
        self.join = JoinCard(settings, name)
        self.rooms = RoomsStartCard()
        self.themes = _Themes(settings.appearance.theme)
        self.recordings = Pill(self.tr("Recordings"), "quiet")
        self.recordings.setShortcut("Ctrl+R")
        self.recordings.setToolTip(self.tr("What was played, to be heard again (Ctrl+R)"))
        self.recordings.clicked.connect(lambda: self.requested.emit(Listen()))
        for part in (self.conduct, self.join, self.rooms, self.themes):
            part.requested.connect(self.requested)
        self._lay_out()

    def complain(self, what: str, todo: str = "") -> None:
        """Something did not work; say what, and what to do."""
        self.notices.render((Notice("start", what, todo, "bad"),) if what else ())

    def _lay_out(self) -> None:
        body = QWidget()
        cards = QHBoxLayout(body)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(16)
        for card in (self.conduct, self.join, self.rooms):
            card.setMaximumHeight(TALLEST)
            cards.addWidget(card, 1)
        tagline = self.tr("Everyone hears everyone one turn of the ring later, exactly in time, wherever they are.")
        page = QVBoxLayout(self)
        page.setContentsMargins(48, 24, 48, 24)
        page.setSpacing(8)
        page.addStretch(2)
        page.addWidget(Label(self.tr("Drum Circle"), 34, Weight.DemiBold))
        page.addWidget(Label(tagline, 15, tone="dim", wraps=True))
        page.addSpacing(16)
        page.addWidget(self.notices)
        page.addWidget(ScrollBody(body), 20)
        page.addStretch(3)
        foot = QHBoxLayout()
        foot.addWidget(self.recordings)
        foot.addWidget(self.themes, 1)
        page.addLayout(foot)


class ConductCard(Card):
    """`requested` gives a Launch or a Lead."""

    requested = Signal(object)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.set_title(self.tr("Conduct"))
        usual = settings.conductor
        self.name = _line(usual.name, self.tr("What is your circle called?"), self.tr("Name of the circle"))
        self.tempo = _figure(self.tr("bpm"), 30, 400, usual.tempo, self.tr("Tempo in beats per minute"))
        self.beats = _figure(self.tr("beats"), 1, MAX_CYCLE_BEATS, usual.beats, self.tr("Beats in a cycle"))
        cycles = self.tr("Cycles until a stroke comes round")
        self.cycles = _figure(self.tr("cycles"), 1, MAX_PERIOD_CYCLES, usual.cycles, cycles)
        port = self.tr("TCP port where players come in; 0: any free one")
        self.port = _figure(self.tr("port"), 0, 65_535, usual.port, port, "00000")
        self.launch = Pill(self.tr("Launch the circle"), "accent")
        self.elsewhere = InviteLine(self.tr("A conductor's invite"), self.tr("Conduct there"))
        self._lay_out()
        self.launch.clicked.connect(self._launch)
        self.name.returnPressed.connect(self._launch)
        self.elsewhere.accepted.connect(lambda invite: self.requested.emit(Lead(invite)))

    def _launch(self) -> None:
        name = self.name.text().strip() or self.tr("Drum circle")
        port, beats, cycles = (round(figure.value()) for figure in (self.port, self.beats, self.cycles))
        self.requested.emit(Launch(name, port, self.tempo.value(), beats, cycles))

    def _lay_out(self) -> None:
        about = self.tr("Your computer carries the circle; you set the tempo and lead.")
        figures = QGridLayout()
        figures.setHorizontalSpacing(24)
        figures.setColumnStretch(2, 1)
        for place, figure in enumerate((self.tempo, self.beats, self.cycles, self.port)):
            figures.addWidget(figure, *divmod(place, 2))
        self.body.addWidget(Label(about, tone="dim", wraps=True))
        self.body.addSpacing(8)
        self.body.addWidget(self.name)
        self.body.addLayout(figures)
        self.body.addSpacing(8)
        self.body.addWidget(self.launch)
        self.body.addStretch(1)
        self.body.addWidget(Label(self.tr("Or conduct a circle on another computer:"), tone="dim", wraps=True))
        self.body.addWidget(self.elsewhere)


class JoinCard(Card):
    """`requested` gives a Join."""

    requested = Signal(object)

    def __init__(self, settings: Settings, name: str) -> None:
        super().__init__()
        self.set_title(self.tr("Join"))
        self.name = _line(settings.player.name or name, self.tr("What do the others call you?"), self.tr("Your name"))
        self.invite = InviteLine(self.tr("Paste the invite here"), self.tr("Join"), "accent")
        self.recent = QListWidget()
        self.recent.setAccessibleName(self.tr("Circles you were in"))
        self.invite.accepted.connect(self._join)
        self.recent.itemActivated.connect(lambda item: self._join(item.data(Qt.ItemDataRole.UserRole)))
        self._fill(settings.player.recent)
        self._lay_out()

    def _join(self, invite: Invite) -> None:
        self.requested.emit(Join(invite, self.name.text().strip() or self.tr("Somebody")))

    def _fill(self, recent: tuple[str, ...]) -> None:
        for text in recent:
            try:
                invite = Invite.parse(text)
            except InviteError:
                continue
            item = QListWidgetItem(self.tr("{circle} at {host}").format(circle=invite.circle, host=invite.host))
            item.setData(Qt.ItemDataRole.UserRole, invite)
            item.setToolTip(self.tr("Double-click, or press Enter, to join again"))
            self.recent.addItem(item)

    def _lay_out(self) -> None:
        about = self.tr("Drum along with pads, keys, or a MIDI kit. The conductor sends you an invite.")
        self.body.addWidget(Label(about, tone="dim", wraps=True))
        self.body.addSpacing(8)
        self.body.addWidget(self.name)
        self.body.addWidget(self.invite)
        if self.recent.count():
            self.body.addSpacing(8)
            self.body.addWidget(Label(self.tr("Circles you were in"), tone="dim"))
            self.body.addWidget(self.recent, 1)
        else:
            self.body.addStretch(1)


class RoomsStartCard(Card):
    """`requested` gives a KeepRooms."""

    requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Rooms"))
        about = self.tr("Keeps the MPD servers of all your rooms playing in step, from any MPD client.")
        more = self.tr(
            "Add the rooms of your house, or let them be found. Then play from here, or from the MPD client you like: "
            "every room starts together, and stays together."
        )
        self.open = Pill(self.tr("Open the rooms"), "accent")
        self.open.clicked.connect(lambda: self.requested.emit(KeepRooms()))
        self.body.addWidget(Label(about, tone="dim", wraps=True))
        self.body.addSpacing(8)
        self.body.addWidget(Label(more, wraps=True))
        self.body.addSpacing(8)
        self.body.addWidget(self.open)
        self.body.addStretch(1)


class InviteLine(QWidget):
    """A place to paste an invite; `accepted` gives it once it is a good one and was confirmed."""

    accepted = Signal(object)

    def __init__(self, hint: str, action: str, kind: Kind = "plain") -> None:
        super().__init__()
        self.text = _line("", hint, hint)
        self.text.setMaxLength(LONGEST_INVITE)
        self.button = Pill(action, kind)
        self.problem = Label("", 11, tone="bad", wraps=True)
        self.problem.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
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
        except InviteError as error:
            what = str(error)
            sentence = what[:1].upper() + what[1:]
            self.problem.setText(sentence if sentence.endswith((".", "?", "!")) else f"{sentence}.")
            self.problem.show()
            return
        self.accepted.emit(invite)


class _Themes(QWidget):
    """`requested` gives the Appearance chosen."""

    requested = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        choices: tuple[tuple[Theme, str], ...] = (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("contrast", self.tr("High contrast")),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(Label(self.tr("Look"), tone="dim"))
        one_of = QButtonGroup(self)
        for choice, text in choices:
            pill = Pill(text, "choice")
            pill.setChecked(choice == theme)
            pill.clicked.connect(lambda _checked=False, choice=choice: self.requested.emit(Appearance(choice)))
            one_of.addButton(pill)
            row.addWidget(pill)


def _line(text: str, hint: str, name: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setPlaceholderText(hint)
    line.setAccessibleName(name)
    line.setMaxLength(MAX_NAME_LENGTH)
    return line


def _figure(caption: str, low: float, high: float, value: float, name: str, widest: str = "000") -> EditableNumber:
    figure = EditableNumber(caption, low, high, widest=widest)
    figure.set_value(value)
    set_tooltip(figure, name)
    return figure
