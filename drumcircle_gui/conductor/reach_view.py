"""Shows from where the circle can be reached: the findings about the network, and the address in the invites."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from drumcircle_gui.reach.addresses import Scope
from drumcircle_gui.reach.verdict import Form, Reachability
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.theme import Weight

from .conductor_state import AskRouter, ChooseAddress, Hosting
from .invite_address import entered_address, shown_address

_tr = QCoreApplication.translate


def headline(reach: Reachability) -> str:
    """The reachability in one line."""
    if not reach.complete and reach.form is Form.NAT:
        return _tr("Reach", "Finding out who can come in …")
    words = {
        Form.COMPUTER: _tr("Reach", "Only players on this computer can come in"),
        Form.OPEN: _tr("Reach", "Players anywhere on the internet can come in"),
        Form.NAT: _tr("Reach", "Only players on this network can come in"),
        Form.ROUTER_OPENS: _tr("Reach", "Only players on this network can come in so far"),
        Form.OPENED: _tr("Reach", "Players anywhere on the internet can come in"),
        Form.DOUBLE_NAT: _tr("Reach", "Only players on this network can come in"),
        Form.IPV6_ONLY: _tr("Reach", "Only players with IPv6 can come in"),
        Form.FORWARDED: _tr("Reach", "Players anywhere on the internet can come in"),
        Form.BLOCKED: _tr("Reach", "Only players on this network can come in"),
    }
    return words[reach.form]


def explanation(reach: Reachability) -> str:
    """The consequences, and what the user can do."""
    if not reach.complete and reach.form is Form.NAT:
        return _tr("Reach", "The router is being asked. This takes some seconds.")
    words = {
        Form.COMPUTER: _tr("Reach", "The circle is for this computer only, or the computer is not in a network."),
        Form.OPEN: _tr("Reach", "If players cannot connect, let Drum Circle through this computer's firewall."),
        Form.NAT: _refusal(reach)
        + _tr(
            "Reach",
            "Players at your place can join. For the others, forward port {port} to this computer in your router's "
            "settings, or launch the circle on a hub.",
        ).format(port=reach.port),
        Form.ROUTER_OPENS: _tr(
            "Reach", "Your router can let in players from the internet until the circle ends. Let it do so?"
        ),
        Form.OPENED: _tr("Reach", "Your router passes players on to this computer until the circle ends."),
        Form.DOUBLE_NAT: _tr(
            "Reach",
            "Your router is itself behind another one, at your place or at your provider's. So players elsewhere "
            "cannot reach you. For them, launch the circle on a hub.",
        ),
        Form.IPV6_ONLY: _tr(
            "Reach",
            "IPv6 is the newer kind of internet address, which not every player has. For the others, launch the circle "
            "on a hub. If players with IPv6 cannot connect, let port {port} through your router's firewall.",
        ).format(port=reach.port),
        Form.FORWARDED: _tr("Reach", "The hub has tried it: your router passes players on to this computer."),
        Form.BLOCKED: _tr(
            "Reach",
            "The hub has tried to connect to this computer, and could not: a firewall keeps players out. Let port "
            "{port} through, in this computer's firewall and in your router's, or launch the circle on a hub.",
        ).format(port=reach.port),
    }
    return words[reach.form]


def _refusal(reach: Reachability) -> str:
    if reach.router is None or not reach.router.refusal:
        return ""
    return _tr("Reach", "Your router did not open the port: {why}.").format(why=reach.router.refusal) + " "


def router_request(reach: Reachability | None) -> tuple[str, bool]:
    """The text of the button that asks the router, and whether it opens the port; "" where that is of no use."""
    if reach is None or not reach.can_ask:
        return "", False
    if reach.form is Form.OPENED:
        return _tr("Reach", "Close it again"), False
    return _tr("Reach", "Let the internet in"), True


class RouterButton(Pill):
    """Has the router open the port, or close it again. Hidden where the router cannot be asked.

    `requested` emits an AskRouter.
    """

    requested = Signal(object)

    def __init__(self) -> None:
        super().__init__("", "accent")
        self._open_port = True
        self.hide()
        self.clicked.connect(self._request)

    def render(self, reach: Reachability | None) -> None:  # type: ignore[override]
        text, self._open_port = router_request(reach)
        self.setVisible(bool(text))
        self.set_kind("accent" if self._open_port else "quiet")
        self.setText(text)
        self.setAccessibleName(text)
        self.setEnabled(True)

    def _request(self) -> None:
        self.setEnabled(False)  # until the router has answered
        self.requested.emit(AskRouter(self._open_port))


def hub_helps(reach: Reachability | None) -> bool:
    """Whether some players can come in only if the circle runs on a hub, as far as is known."""
    needed = (Form.NAT, Form.DOUBLE_NAT, Form.IPV6_ONLY, Form.BLOCKED)
    return reach is not None and reach.complete and reach.form in needed


class HubButton(Pill):
    """Moves the circle to a hub. Hidden where no player needs that to come in."""

    def __init__(self) -> None:
        super().__init__("", "accent")
        text = self.tr("Use a hub")
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(self.tr("The circle moves to a hub that you know, with its name, tempo and meter"))
        self.hide()

    def render(self, reach: Reachability | None) -> None:  # type: ignore[override]
        self.setVisible(hub_helps(reach))


class ReachPanel(QWidget):
    """The verdict, the buttons that ask the router or move the circle to a hub, and the address in the invites.

    `requested` emits an AskRouter or a ChooseAddress; `hub_wanted`: move to a hub.
    """

    requested = Signal(object)
    hub_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hosting: Hosting | None = None
        self.headline = Label("", 15, Weight.DemiBold, wraps=True)
        self.text = Label("", tone="dim", wraps=True)
        self.router = RouterButton()
        self.hub = HubButton()
        self.hub.clicked.connect(self.hub_wanted)
        self.address = QComboBox()
        self.address.setEditable(True)
        self.address.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.address.setAccessibleName(self.tr("Address in the invites"))
        self.address.setToolTip(self.tr("Choose an address, or type another one, such as the name of your router"))
        self.scope = Label("", tone="dim")
        self._lay_out()
        self.router.requested.connect(self.requested)
        self.address.activated.connect(lambda _: self._choose())
        line = self.address.lineEdit()
        assert line is not None
        line.editingFinished.connect(self._choose)

    def render(self, hosting: Hosting) -> None:  # type: ignore[override]
        self._hosting, reach = hosting, hosting.reach
        self.setVisible(reach is not None)
        if reach is None:
            return
        self.headline.setText(headline(reach))
        self.text.setText(explanation(reach))
        self.router.render(reach)
        self.hub.render(reach)
        self._render_address(hosting, reach)

    def _render_address(self, hosting: Hosting, reach: Reachability) -> None:
        offered = [shown_address(endpoint, reach.port) for endpoint in reach.endpoints]
        if offered != [self.address.itemText(number) for number in range(self.address.count())]:
            self.address.clear()
            self.address.addItems(offered)
        self.address.setEditText(shown_address(hosting.invite, reach.port))
        scopes = {endpoint.host: endpoint.scope for endpoint in reach.endpoints}
        self._show_scope(scopes.get(hosting.invite.host))

    def _show_scope(self, scope: Scope | None) -> None:
        words = {
            Scope.COMPUTER: self.tr("this computer"),
            Scope.NETWORK: self.tr("this network"),
            Scope.PROVIDER: self.tr("this provider"),
            Scope.INTERNET: self.tr("internet"),
            None: self.tr("as you entered it"),
        }
        self.scope.set_tone("dim")
        self.scope.setText(words[scope])

    def _choose(self) -> None:
        hosting = self._hosting
        if hosting is None or hosting.reach is None:
            return
        text = self.address.currentText().strip()
        if text == shown_address(hosting.invite, hosting.reach.port):
            return
        automatic = not text or text == shown_address(hosting.reach.best, hosting.reach.port)
        try:
            entered_address(hosting.invite, text or "127.0.0.1")
        except ValueError as error:
            self.scope.set_tone("bad")
            self.scope.setText(str(error))
            return
        self.requested.emit(ChooseAddress("" if automatic else text))

    def _lay_out(self) -> None:
        address = QHBoxLayout()
        address.setSpacing(8)
        address.addWidget(Label(self.tr("Address"), tone="dim"))
        address.addWidget(self.address, 1)
        address.addWidget(self.scope)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.headline)
        layout.addWidget(self.text)
        layout.addWidget(self.router, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.hub, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(address)
