"""The top line: where clients find the group, and what it plays."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from drumcircle_gui.mpd.model.rooms_state import RoomsState
from drumcircle_gui.widgets.label import ShortLabel
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.theme import Weight

from .transport_view import TransportBar

TITLE, WIDE_TITLE = 208, 288  # pixels
LEAST, ROOMY = 872, 1240  # pixels: in less, the options are in a menu


class RoomsHeader(QWidget):
    """`requested` gives what is to be done (`Do`)."""

    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roomy = False
        self._state = RoomsState()
        self.title = ShortLabel(self.tr("Rooms"), 24, Weight.DemiBold)
        self.about = ShortLabel("", tone="dim")
        self.transport = TransportBar()
        self.back = Pill(self.tr("Back"), "plain")
        self.transport.requested.connect(self.requested)
        self._lay_out()

    def render(self, state: RoomsState) -> None:  # type: ignore[override]
        """Show this."""
        self._state = state
        self._tell()
        self.transport.render(state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = event.size().width() >= ROOMY
        self.transport.set_roomy(roomy)
        self._roomy = roomy
        for label in (self.title, self.about):
            label.setFixedWidth(WIDE_TITLE if roomy else TITLE)
        self._tell()

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, super().minimumSizeHint().height())

    def _tell(self) -> None:
        about = self._about(self._state)
        if about != self.about.accessibleName():
            self.about.setText(about)

    def _about(self, state: RoomsState) -> str:
        if not state.listening:
            return self.tr("no client can come in")
        clients = {0: self.tr("no client now"), 1: self.tr("1 client")}
        count = clients.get(state.clients) or self.tr("{n} clients").format(n=state.clients)
        words = self.tr("MPD clients: {place} · {clients}") if self._roomy else self.tr("{place} · {clients}")
        return words.format(place=state.listening, clients=count)

    def _lay_out(self) -> None:
        self.back.setToolTip(self.tr("Back (Esc)"))
        title = QVBoxLayout()
        title.setSpacing(0)
        for label in (self.title, self.about):
            label.setFixedWidth(TITLE)
            title.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(title)
        policy = self.transport.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.transport.setSizePolicy(policy)
        row.addWidget(self.transport, 1)
        row.addWidget(self.back)
