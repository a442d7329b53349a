"""The header of the rooms' page: title, address for clients, transport."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from drumcircle_gui.mpd.model.rooms_state import RoomsState
from drumcircle_gui.widgets.label import ShortLabel
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.theme import Weight

from .transport_view import TransportBar

TITLE_PX, WIDE_TITLE_PX = 208, 288
WIDE_PX = 1240
"""From this width on, options are buttons instead of a menu, and the title is wide."""

MIN_WIDTH_PX = 844


class RoomsHeader(QWidget):
    """`requested` gives a `RunMpdCommand`; `connect_requested` asks how clients connect."""

    requested = Signal(object)
    connect_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._roomy = False
        self._state = RoomsState()
        self.title = ShortLabel(self.tr("Rooms"), 24, Weight.DemiBold)
        self.about = ShortLabel("", tone="dim")
        self.transport = TransportBar()
        self.back = Pill(self.tr("Back"), "plain")
        self.connect_client = Pill(self.tr("How to connect"), "quiet")
        self.connect_client.clicked.connect(self.connect_requested)
        self.transport.requested.connect(self.requested)
        self._lay_out()

    def render(self, state: RoomsState) -> None:  # type: ignore[override]
        self._state = state
        self._show_about()
        self.transport.render(state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = event.size().width() >= WIDE_PX
        self.transport.set_roomy(roomy)
        self._roomy = roomy
        self.about.setFixedWidth(WIDE_TITLE_PX if roomy else TITLE_PX)
        self._show_about()

    def minimumSizeHint(self) -> QSize:
        return QSize(MIN_WIDTH_PX, super().minimumSizeHint().height())

    def _show_about(self) -> None:
        about = self._about(self._state)
        if about != self.about.accessibleName():
            self.about.setText(about)

    def _about(self, state: RoomsState) -> str:
        if not state.listening:
            return self.tr("closed for MPD clients")
        count = self.tr("%n client(s)", "", state.clients)
        words = self.tr("MPD clients: {place} · {clients}") if self._roomy else self.tr("{place} · {clients}")
        return words.format(place=state.reachable or state.listening, clients=count)

    def _lay_out(self) -> None:
        self.back.setToolTip(self.tr("Back (Esc)"))
        self.connect_client.setToolTip(self.tr("How a phone or another MPD client connects to the rooms"))
        title = QVBoxLayout()
        title.setSpacing(0)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.title)
        top.addWidget(self.connect_client)
        top.addStretch(1)
        title.addLayout(top)
        title.addWidget(self.about)
        self.about.setFixedWidth(TITLE_PX)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addLayout(title)
        policy = self.transport.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.transport.setSizePolicy(policy)
        row.addWidget(self.transport, 1)
        row.addWidget(self.back)
