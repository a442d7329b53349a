"""The cards of the start page: conduct a circle, join one, open the rooms."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit

from drumcircle_gui.client.invites_view import InviteLine, RecentCircles
from drumcircle_gui.directory.accounts.hub_lines_view import HubLines
from drumcircle_gui.directory.circles_view import FoundCirclesPanel
from drumcircle_gui.directory.found import FoundCircle
from drumcircle_gui.directory.hub_address import HubAddress
from drumcircle_gui.protocol.entry_messages import BY_ACCOUNT
from drumcircle_gui.protocol.fields import MAX_NAME_LENGTH
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.settings import Settings
from drumcircle_gui.timing.timeline import MAX_CYCLE_BEATS, MAX_PERIOD_CYCLES
from drumcircle_gui.widgets.card import Card
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.number_display import EditableNumber
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plain_text import set_tooltip

from .start_requests import AddHub, ConductElsewhere, ForgetCircle, ForgetHosted, JoinCircle, LaunchCircle, OpenRooms


class ConductCard(Card):
    """Emits `requested` with a LaunchCircle, a ConductElsewhere or a ForgetHosted."""

    requested = Signal(object)

    def __init__(self, settings: Settings, name: str) -> None:
        super().__init__()
        self.set_title(self.tr("Conduct"))
        usual = settings.conductor
        self.own_name = _line(settings.player.name or name, self.tr("Your name"), self.tr("Your name"))
        self.about = Label("", tone="dim", wraps=True)
        self.name = _line(usual.name, self.tr("Name of the circle"), self.tr("Name of the circle"))
        self.tempo = _figure(self.tr("bpm"), 30, 400, usual.tempo, self.tr("Tempo in beats per minute"))
        self.beats = _figure(self.tr("beats"), 1, MAX_CYCLE_BEATS, usual.beats, self.tr("Beats in a cycle"))
        cycles = self.tr("Cycles until a stroke comes round")
        self.cycles = _figure(self.tr("cycles"), 1, MAX_PERIOD_CYCLES, usual.cycles, cycles)
        port = self.tr("TCP port that players connect to; 0: any free one")
        self.port = _figure(self.tr("port"), 0, 65_535, usual.port, port, "00000")
        self.where = QComboBox()
        self.where.setAccessibleName(self.tr("Where the circle runs"))
        self.where.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.where.setMinimumContentsLength(8)  # a hub's name may be long
        self.open = Pill(self.tr("Open to everybody"), "choice")
        set_tooltip(self.open, self.tr("Everybody who finds it on the hub may play. Otherwise it takes an invite."))
        self.launch = Pill(self.tr("Launch the circle"), "accent")
        self.hosted = RecentCircles(tuple(conductor for conductor, _ in usual.hosted), self.tr("Your circles on hubs"))
        self.elsewhere = InviteLine((self.tr("A conductor's invite"), self.tr("Invite")), self.tr("Conduct there"))
        self._lay_out()
        self._name_cycles(usual.cycles)
        self.cycles.edited.connect(self._name_cycles)
        self.launch.clicked.connect(self._launch)
        self.name.returnPressed.connect(self._launch)
        self.elsewhere.accepted.connect(self._conduct_there)
        self.hosted.chosen.connect(self._conduct_there)
        self.hosted.removed.connect(lambda invite: self.requested.emit(ForgetHosted(invite)))
        self.where.currentIndexChanged.connect(lambda _: self._show_where())
        self.offer_hubs(())

    def _name_cycles(self, cycles: float) -> None:
        self.cycles.set_caption(self.tr("cycle") if cycles == 1 else self.tr("cycles"))

    def offer_hubs(self, hubs: tuple[tuple[str, str], ...]) -> None:
        """Offer to launch the circle on these hubs: the address and the name of each."""
        chosen = self.where.currentData()
        self.where.clear()
        self.where.addItem(self.tr("On this computer"), ("", ""))
        for address, name in hubs:
            self.where.addItem(self.tr("On {hub}").format(hub=name), (address, ""))
        for address, name in hubs:
            self.where.addItem(self.tr("On this computer, listed on {hub}").format(hub=name), ("", address))
        self.where.setCurrentIndex(max(self.where.findData(chosen), 0))
        self.where.setVisible(bool(hubs))
        self._show_where()

    def _show_where(self) -> None:
        on_hub = bool((self.where.currentData() or ("", ""))[0])
        self.open.setVisible(on_hub)
        self.port.setVisible(not on_hub)
        here = self.tr("The circle runs on this computer. You start it, set the tempo and lead the players.")
        there = self.tr("The circle runs on the hub: everybody can reach it, and you may leave and come back.")
        self.about.setText(there if on_hub else here)

    def _launch(self) -> None:
        name = self.name.text().strip() or self.tr("Drum circle")
        port, beats, cycles = (round(figure.value()) for figure in (self.port, self.beats, self.cycles))
        hub, announce = self.where.currentData()
        entry = "open" if hub and self.open.isChecked() else "invite"
        where = (hub, entry, announce)
        self.requested.emit(LaunchCircle(name, port, self.tempo.value(), beats, cycles, *where, self._own_name()))

    def _conduct_there(self, invite: Invite) -> None:
        self.requested.emit(ConductElsewhere(invite, self._own_name()))

    def _own_name(self) -> str:
        return self.own_name.text().strip() or self.tr("Conductor")

    def _lay_out(self) -> None:
        figures = QGridLayout()
        figures.setHorizontalSpacing(24)
        figures.setColumnStretch(2, 1)
        for number, figure in enumerate((self.tempo, self.beats, self.cycles, self.port)):
            figures.addWidget(figure, *divmod(number, 2))
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.where, 1)
        place.addWidget(self.open)
        self.body.addWidget(self.about)
        self.body.addSpacing(8)
        self.body.addWidget(self.own_name)
        self.body.addWidget(self.name)
        self.body.addLayout(place)
        self.body.addLayout(figures)
        self.body.addSpacing(8)
        self.body.addWidget(self.launch)
        self.body.addStretch(1)
        if self.hosted.count():
            self.body.addWidget(Label(self.tr("Your circles on hubs"), tone="dim"))
            self.body.addWidget(self.hosted, 1)
        self.body.addWidget(Label(self.tr("Or conduct a circle on another computer:"), tone="dim", wraps=True))
        self.body.addWidget(self.elsewhere)


class JoinCard(Card):
    """Emits `requested` with a JoinCircle, a ForgetCircle or an AddHub. `accounts`: the user's accounts on hubs."""

    requested = Signal(object)

    def __init__(self, settings: Settings, name: str) -> None:
        super().__init__()
        self.set_title(self.tr("Join"))
        self.name = _line(settings.player.name or name, self.tr("Your name"), self.tr("Your name"))
        hints = self.tr("Paste the invite here"), self.tr("Paste the invite"), self.tr("Invite")
        self.invite = InviteLine(hints, self.tr("Join"), "accent")
        self.found, self.accounts = FoundCirclesPanel(), HubLines()
        self.recent = RecentCircles(settings.player.recent, self.tr("Circles you were in"))
        self.forget = Pill(self.tr("Remove"), "quiet")
        set_tooltip(self.forget, self.tr("Remove the selected circle from this list (Delete)"))
        self.invite.accepted.connect(self._join)
        self.found.joined.connect(self._join_found)
        self.found.hub_added.connect(lambda address: self.requested.emit(AddHub(address)))
        self.recent.chosen.connect(self._join)
        self.forget.clicked.connect(self.recent.remove_current)
        self.recent.removed.connect(lambda invite: self.requested.emit(ForgetCircle(invite)))
        self._lay_out()

    def _join_found(self, circle: FoundCircle) -> None:
        hub = str(HubAddress(*circle.address))
        if circle.entry == BY_ACCOUNT and self.accounts.asks_to_log_in(hub):
            self.accounts.account_wanted.emit(hub)
        elif circle.invite is not None:
            self._join(circle.invite)
        else:
            wanted = self.tr("“{circle}” takes an invite: ask its conductor, and paste it here.")
            self.invite.complain(wanted.format(circle=circle.name))

    def _join(self, invite: Invite) -> None:
        self.requested.emit(JoinCircle(invite, self.name.text().strip() or self.tr("Player")))

    def _lay_out(self) -> None:
        about = self.tr("Play along with pads, keys or a MIDI kit. Paste the invite, or choose a circle.")
        self.body.addWidget(Label(about, tone="dim", wraps=True))
        self.body.addSpacing(8)
        self.body.addWidget(self.name)
        self.body.addWidget(self.invite)
        self.body.addWidget(self.found, 20)
        self.body.addWidget(self.accounts)
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
