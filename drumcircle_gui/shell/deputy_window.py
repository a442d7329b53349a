"""The window for a player with a conductor's powers, beside the player's own page."""

import asyncio
from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from drumcircle_gui.client.circle_state import CircleSnapshot, HeardStroke
from drumcircle_gui.client.intents import DismissNotice
from drumcircle_gui.conductor.conductor_state import ConductorState
from drumcircle_gui.conductor.conductor_view import ConductorView
from drumcircle_gui.conductor.deputy_io import Deputy
from drumcircle_gui.protocol.messages import Request
from drumcircle_gui.qt.publisher import Inbox, Publisher
from drumcircle_gui.tasks import LoopThread

USUAL_SIZE = QSize(1100, 760)


class DeputyWindow(QWidget):
    """Conducts the circle of a player on the `network` thread; `request` sends requests to the server. It closes itself
    when the powers are taken back."""

    def __init__(self, network: LoopThread, request: Callable[[Request | DismissNotice], None]) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Conduct"))
        self.view = ConductorView()
        self._network = network
        self._states, self._strokes = Publisher(self), Inbox(self)
        self.deputy = Deputy(request, self._states.publish)
        self._states.changed.connect(self._render)
        self._strokes.arrived.connect(self.view.add_strokes)
        self.view.requested.connect(self.deputy.handle)
        self.view.left.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.resize(USUAL_SIZE)

    async def open(self, circle: CircleSnapshot) -> None:
        """Show the window, with the `circle` as it is now."""
        self.view.render(await asyncio.wrap_future(self._network.call(self._start(circle))))
        self.show()

    async def _start(self, circle: CircleSnapshot) -> ConductorState:
        return self.deputy.start(circle)

    def follow(self, circle: CircleSnapshot) -> None:
        """Take the player's latest snapshot, on the network thread."""
        self.deputy.follow(circle)

    def hear(self, strokes: list[HeardStroke]) -> None:
        """Take strokes that have arrived, on the network thread."""
        self.deputy.hear(strokes)
        self._strokes.put(strokes)

    async def end(self) -> None:
        """Close for good."""
        self._states.close()
        self._strokes.close()
        self.close()
        await asyncio.wrap_future(self._network.call(self.deputy.close()))
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        for dialog in (self.view.mode_dialog, self.view.groove_dialog):
            if dialog is not None:
                dialog.close()
        super().closeEvent(event)

    def _render(self, state: ConductorState) -> None:
        self.view.render(state)
        if not state.circle.leads:
            self.close()
