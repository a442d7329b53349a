"""The questions before a conductor leaves: a circle here ends with the window, one on a hub may go on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.question import Question

from .conductor_state import ConductorState, players


class EndDialog(Question):
    """`accepted` is emitted if the user confirms, or as soon as the last player has left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        loss = self.tr("It ends for everybody: the server of this circle runs in this window.")
        self.put(self.tr("End the circle"), "", loss, self.tr("Stay"), self.tr("End it"))

    def render(self, state: ConductorState) -> None:  # type: ignore[override]
        """Show the number of players. Without any, accept."""
        count = players(state.circle)
        if not count:
            self.accept()
        elif count == 1:
            self.title.setText(self.tr("End the circle while 1 player is in it?"))
        else:
            self.title.setText(self.tr("End the circle while {n} players are in it?").format(n=count))


class LeaveHubDialog(Question):
    """`accepted` is emitted if the conductor leaves; before it `end_requested` if the circle is to end."""

    end_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        loss = self.tr(
            "It runs on the hub. Come back from the start page, where you find it under “Your circles on hubs”. "
            "After an hour without anybody it ends."
        )
        title = self.tr("Leave, and let the circle go on?")
        self.put(self.tr("Leave the circle"), title, loss, self.tr("Stay"), self.tr("Leave"))
        self.end = Pill(self.tr("End it for everybody"), "quiet")
        self.end.clicked.connect(self._end)
        self.foot.insertWidget(0, self.end)

    def _end(self) -> None:
        self.end_requested.emit()
        self.accept()
