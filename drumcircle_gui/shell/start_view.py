"""The start page: conduct a circle, join one, keep rooms in sync, or open the recordings."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from drumcircle_gui.client.invites_view import InviteLine, RecentCircles
from drumcircle_gui.protocol.fields import MAX_NAME_LENGTH
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.settings import Appearance, Settings, Theme
from drumcircle_gui.timing.timeline import MAX_CYCLE_BEATS, MAX_PERIOD_CYCLES
from drumcircle_gui.widgets.card import Card
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.notice import Notice, NoticeBar
from drumcircle_gui.widgets.number_display import EditableNumber
from drumcircle_gui.widgets.page_layout import ScrollBody
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plain_text import set_tooltip
from drumcircle_gui.widgets.theme import Weight

MAX_CARD_HEIGHT = 440  # pixels


@dataclass(frozen=True, slots=True)
class LaunchCircle:
    """Launch a circle on this machine. `tempo` in beats per minute."""

    name: str
    port: int
    tempo: float
    beats: int
    cycles: int


@dataclass(frozen=True, slots=True)
class ConductElsewhere:
    """Conduct the circle of a conductor's invite, on another machine."""

    invite: Invite


@dataclass(frozen=True, slots=True)
class JoinCircle:
    """Play in the circle of `invite`, as `name`."""

    invite: Invite
    name: str


@dataclass(frozen=True, slots=True)
class OpenRecordings:
    """Open the recordings page."""


@dataclass(frozen=True, slots=True)
class ForgetCircle:
    """Remove an invite from the circles you were in."""

    invite: str


@dataclass(frozen=True, slots=True)
class OpenRooms:
    """Open the rooms page."""


StartRequest = LaunchCircle | ConductElsewhere | JoinCircle | OpenRecordings | ForgetCircle | OpenRooms | Appearance


class StartView(QWidget):
    """Emits `requested` with a StartRequest."""

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
        self.recordings.setToolTip(self.tr("Play, export and rename what was recorded (Ctrl+R)"))
        self.recordings.clicked.connect(lambda: self.requested.emit(OpenRecordings()))
        for part in (self.conduct, self.join, self.rooms, self.themes):
            part.requested.connect(self.requested)
        self._lay_out()

    def complain(self, what: str, todo: str = "") -> None:
        """Show what went wrong, and what to do."""
        self.notices.render((Notice("start", what, todo, "bad"),) if what else ())

    def offer(self, invite: Invite) -> None:
        """Fill in an invite that the user has clicked on; joining stays the user's decision."""
        self.join.invite.text.setText(str(invite))
        self.join.invite.button.setFocus()
        what = self.tr("You are invited to “{circle}” at {host}.").format(circle=invite.circle, host=invite.host)
        todo = self.tr("Check your name, then press Join.")
        self.notices.render((Notice("start", what, todo),))

    def show_connecting(self, invite: Invite) -> None:
        """Show that the program connects to the circle of `invite`, and keep the invite for another attempt."""
        if not self.join.invite.text.text():
            self.join.invite.text.setText(str(invite))
        what = self.tr("Connecting to “{circle}” at {host} …").format(circle=invite.circle, host=invite.host)
        self.notices.render((Notice("start", what),))

    def _lay_out(self) -> None:
        body = QWidget()
        cards = QHBoxLayout(body)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(16)
        for card in (self.conduct, self.join, self.rooms):
            card.setMaximumHeight(MAX_CARD_HEIGHT)
            cards.addWidget(card, 1)
        tagline = self.tr("Everyone hears everyone one turn of the ring later, exactly in time, anywhere in the world.")
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
    """Emits `requested` with a LaunchCircle or a ConductElsewhere."""

    requested = Signal(object)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.set_title(self.tr("Conduct"))
        usual = settings.conductor
        self.name = _line(usual.name, self.tr("Name of the circle"), self.tr("Name of the circle"))
        self.tempo = _figure(self.tr("bpm"), 30, 400, usual.tempo, self.tr("Tempo in beats per minute"))
        self.beats = _figure(self.tr("beats"), 1, MAX_CYCLE_BEATS, usual.beats, self.tr("Beats in a cycle"))
        cycles = self.tr("Cycles until a stroke comes round")
        self.cycles = _figure(self.tr("cycles"), 1, MAX_PERIOD_CYCLES, usual.cycles, cycles)
        port = self.tr("TCP port that players connect to; 0: any free one")
        self.port = _figure(self.tr("port"), 0, 65_535, usual.port, port, "00000")
        self.launch = Pill(self.tr("Launch the circle"), "accent")
        self.elsewhere = InviteLine(self.tr("A conductor's invite"), self.tr("Conduct there"))
        self._lay_out()
        self._name_cycles(usual.cycles)
        self.cycles.edited.connect(self._name_cycles)
        self.launch.clicked.connect(self._launch)
        self.name.returnPressed.connect(self._launch)
        self.elsewhere.accepted.connect(lambda invite: self.requested.emit(ConductElsewhere(invite)))

    def _name_cycles(self, cycles: float) -> None:
        self.cycles.set_caption(self.tr("cycle") if cycles == 1 else self.tr("cycles"))

    def _launch(self) -> None:
        name = self.name.text().strip() or self.tr("Drum circle")
        port, beats, cycles = (round(figure.value()) for figure in (self.port, self.beats, self.cycles))
        self.requested.emit(LaunchCircle(name, port, self.tempo.value(), beats, cycles))

    def _lay_out(self) -> None:
        about = self.tr("The circle runs on this computer. You start it, set the tempo and lead the players.")
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
    """Emits `requested` with a JoinCircle or a ForgetCircle."""

    requested = Signal(object)

    def __init__(self, settings: Settings, name: str) -> None:
        super().__init__()
        self.set_title(self.tr("Join"))
        self.name = _line(settings.player.name or name, self.tr("Your name"), self.tr("Your name"))
        self.invite = InviteLine(self.tr("Paste the invite here"), self.tr("Join"), "accent")
        self.recent = RecentCircles(settings.player.recent)
        self.forget = Pill(self.tr("Remove"), "quiet")
        set_tooltip(self.forget, self.tr("Remove the selected circle from this list (Delete)"))
        self.invite.accepted.connect(self._join)
        self.recent.itemActivated.connect(lambda item: self._join(item.data(Qt.ItemDataRole.UserRole)))
        self.forget.clicked.connect(self.recent.remove_current)
        self.recent.removed.connect(lambda invite: self.requested.emit(ForgetCircle(invite)))
        self._lay_out()

    def _join(self, invite: Invite) -> None:
        self.requested.emit(JoinCircle(invite, self.name.text().strip() or self.tr("Player")))

    def _lay_out(self) -> None:
        about = self.tr("Play along with pads, keys or a MIDI kit. The conductor sends you an invite.")
        self.body.addWidget(Label(about, tone="dim", wraps=True))
        self.body.addSpacing(8)
        self.body.addWidget(self.name)
        self.body.addWidget(self.invite)
        if self.recent.count():
            self.body.addSpacing(8)
            head = QHBoxLayout()
            head.addWidget(Label(self.tr("Circles you were in"), tone="dim"), 1)
            head.addWidget(self.forget)
            self.body.addLayout(head)
            self.body.addWidget(self.recent, 1)
        else:
            self.body.addStretch(1)


class RoomsStartCard(Card):
    """Emits `requested` with an OpenRooms."""

    requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.set_title(self.tr("Rooms"))
        about = self.tr("Keeps the music players (MPD) of all your rooms together.")
        more = self.tr(
            "Add your rooms, or have them found. Then play music from here or from any MPD client: all rooms start "
            "together and stay together."
        )
        self.open = Pill(self.tr("Open the rooms"), "accent")
        self.open.clicked.connect(lambda: self.requested.emit(OpenRooms()))
        self.body.addWidget(Label(about, tone="dim", wraps=True))
        self.body.addSpacing(8)
        self.body.addWidget(Label(more, wraps=True))
        self.body.addSpacing(8)
        self.body.addWidget(self.open)
        self.body.addStretch(1)


class _Themes(QWidget):
    """Emits `requested` with the chosen Appearance."""

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
