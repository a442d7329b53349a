"""The invites of a circle whose server runs here: as a dialog, and in place of the ring while there are no players."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from drumcircle_gui.reach.verdict import Reachability
from drumcircle_gui.widgets.empty_state import EmptyState
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.page_layout import ScrollBody, fit_screen
from drumcircle_gui.widgets.qr_code import QrCode
from drumcircle_gui.widgets.theme import Weight

from .conductor_state import ConductorState, Hosting
from .entry.permanent_invites_view import CopyLine, RenewButton
from .reach_view import HubButton, ReachPanel, RouterButton, explanation, headline


class InviteDialog(QDialog):
    """Who can come in, and the invites for players, also as a QR code, and for conductors.

    `requested` emits a RenewKeys, an AskRouter or a ChooseAddress; `hub_wanted`: move the circle to a hub.
    """

    requested = Signal(object)
    hub_wanted = Signal()

    def __init__(self, hosting: Hosting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Invite"))
        self.picture = QrCode()
        self.picture.setMinimumSize(240, 240)
        self.reach = ReachPanel()
        self.players = CopyLine(self.tr("Invite for players"))
        self.conductors = CopyLine(self.tr("Invite for conductors"))
        self.renew = RenewButton()
        self.renew.requested.connect(self.requested)
        self.reach.requested.connect(self.requested)
        self.reach.hub_wanted.connect(self.accept)
        self.reach.hub_wanted.connect(self.hub_wanted)
        self._lay_out()
        self.render(hosting)
        fit_screen(self, QSize(800, 500))

    def render(self, hosting: Hosting) -> None:  # type: ignore[override]
        """Show the invites of `hosting`."""
        self.picture.set_text(str(hosting.invite))
        self.reach.render(hosting)
        self.players.render(str(hosting.invite))
        self.conductors.render(str(hosting.conductor_invite))

    def _lay_out(self) -> None:
        advice = self.tr("They paste it on the start page under Join, or scan the picture.")
        warning = self.tr("This one is for people who conduct with you. They can also stop the circle.")
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 8, 0)
        words.setSpacing(12)
        words.addWidget(Label(self.tr("Send this to your players"), 24, Weight.DemiBold))
        words.addWidget(Label(advice, tone="dim", wraps=True))
        words.addWidget(self.players)
        words.addWidget(self.reach)
        words.addStretch(1)
        words.addWidget(Label(warning, tone="dim", wraps=True))
        words.addWidget(self.conductors)
        words.addWidget(self.renew, alignment=Qt.AlignmentFlag.AlignLeft)
        layout = QHBoxLayout(self)  # beside each other: screens may be 472 pixels high
        layout.setContentsMargins(24, 24, 16, 24)
        layout.setSpacing(24)
        layout.addWidget(self.picture, 2)
        layout.addWidget(ScrollBody(words), 3)


class EmptyCircle(EmptyState):
    """Shown until the first player has joined: the invite, how to send it, and who can come in.

    `invite_wanted` opens the dialog; `requested` emits an AskRouter; `hub_wanted`: move the circle to a hub.
    """

    invite_wanted = Signal()
    requested = Signal(object)
    hub_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Nobody is here yet"),
            self.tr("Send this invite to your players: they paste it under Join, or scan it."),
            (self.tr("Copy the invite"), self.tr("More")),
            parent,
        )
        self._picture = QrCode()
        self._picture.setFixedSize(200, 200)
        self.reach = Label("", 15, Weight.DemiBold, wraps=True)
        self.explanation = Label("", tone="dim", wraps=True)
        self.router = RouterButton()
        self.hub = HubButton()
        for label in (self.reach, self.explanation):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.body.addWidget(label)
        self.body.addWidget(self.router, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self.hub, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.body.addSpacing(8)
        self.body.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignHCenter)
        self.router.requested.connect(self.requested)
        self.hub.clicked.connect(self.hub_wanted)
        self._invite = ""
        self.acted.connect(self._act)

    def render(self, state: ConductorState) -> None:  # type: ignore[override]
        """Show itself only if the server runs here and no player has joined."""
        players = any(member.role == "player" for member in state.circle.members)
        if state.hosting is not None and self._invite != str(state.hosting.invite):
            self._invite = str(state.hosting.invite)
            self._picture.set_text(self._invite)
        self._render_reach(state.hosting.reach if state.hosting else None)
        self.setVisible(state.hosting is not None and not players)

    def _render_reach(self, reach: Reachability | None) -> None:
        self.reach.setText(headline(reach) if reach else "")
        self.explanation.setText(explanation(reach) if reach else "")
        self.router.render(reach)
        self.hub.render(reach)

    def _act(self, number: int) -> None:
        if number:
            self.invite_wanted.emit()
        else:
            QGuiApplication.clipboard().setText(self._invite)
