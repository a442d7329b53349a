"""A dialog that says how a phone, or any other MPD client, connects to the rooms."""

import ipaddress

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from drumcircle_gui.mpd.config.addresses import parse_address
from drumcircle_gui.mpd.model.rooms_state import RoomsState
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.theme import Weight

WIDTH_PX = 480


class ConnectDialog(QDialog):
    """Shows the address for clients on other devices, or why there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = ""
        self.steps = Label(wraps=True)
        self.address = Label("", 24, Weight.DemiBold)
        self.note = Label(tone="dim", wraps=True)
        self.copy = Pill(self.tr("Copy"), "plain")
        self.done_button = Pill(self.tr("Done"), "accent")
        self.copy.clicked.connect(self._copy)
        self.done_button.clicked.connect(self.accept)
        self._lay_out()

    def render(self, state: RoomsState) -> None:  # type: ignore[override]
        """Shows where clients connect now."""
        if not state.listening:
            return self._show(self.tr("No client can connect: the rooms could not open their port."), "", "")
        if is_local(state.reachable):
            return self._show(self.tr("Programs on this computer connect to:"), state.listening, self._how_to_open())
        return self._show(self._how_to_connect(), state.reachable, self._alternative(state.listening))

    def _show(self, steps: str, address: str, note: str) -> None:
        self._address = address
        self.steps.setText(steps)
        self.address.setText(address)
        self.note.setText(note)
        for part, shown in ((self.address, address), (self.copy, address), (self.note, note)):
            part.setVisible(bool(shown))

    def _how_to_connect(self) -> str:
        return self.tr(
            "1. Connect the phone to the same network as this computer.\n"
            "2. Open an MPD client on it, such as M.A.L.P. (Android) or Rigelian (iPhone).\n"
            "3. Add a server with this host and port:"
        )

    def _how_to_open(self) -> str:
        return self.tr(
            "Phones cannot connect yet: the rooms accept connections from this computer only. To change that, write "
            'listen = "0.0.0.0:6600" in the rooms\' configuration file and open the rooms again.'
        )

    def _alternative(self, listening: str) -> str:
        port = parse_address(listening)[1]
        return self.tr("Programs on this computer can also use localhost:{port}.").format(port=port)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
        self.copy.setText(self.tr("Copied"))

    def _lay_out(self) -> None:
        title = self.tr("Connect a phone")
        self.setWindowTitle(title)
        self.setFixedWidth(WIDTH_PX)
        self.address.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.address.setAccessibleName(self.tr("Address"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(12)
        layout.addWidget(Label(title, 24, Weight.DemiBold))
        layout.addWidget(self.steps)
        where = QHBoxLayout()
        where.addWidget(self.address, 1)
        where.addWidget(self.copy)
        layout.addLayout(where)
        layout.addWidget(self.note)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.done_button)
        layout.addLayout(foot)
        self.done_button.setFocus()


def is_local(address: str) -> bool:
    """Whether host:port can be reached from this computer only."""
    host = parse_address(address)[0]
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() in ("localhost", "localhost.localdomain", "ip6-localhost")
