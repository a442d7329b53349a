"""Asking whether a room is really to be removed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.theme import Weight

from .intents import RemoveRoom
from .state import RoomsState

WIDTH = 440


class RemoveDialog(QDialog):
    """`wished` gives the RemoveRoom of the room called `room`, if that is meant."""

    wished = Signal(object)

    def __init__(self, room: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.cancel = Pill(self.tr("Cancel"), "plain")
        self.remove = Pill(self.tr("Remove"), "accent")
        self.cancel.clicked.connect(self.reject)
        self.remove.clicked.connect(self._remove)
        self._lay_out()

    def render(self, state: RoomsState) -> None:  # type: ignore[override]
        """Without the room there is nothing to ask."""
        if state.room(self._room) is None:
            self.reject()

    def _remove(self) -> None:
        self.wished.emit(RemoveRoom(self._room))
        self.accept()

    def _lay_out(self) -> None:
        title = self.tr("Remove {room} from the group?").format(room=self._room)
        what = self.tr(
            "What plays there plays on, but no longer with the others. Its offset and its trim are forgotten."
        )
        self.setWindowTitle(self.tr("Remove a room"))
        self.setFixedWidth(WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(12)
        layout.addWidget(Label(title, 15, Weight.DemiBold, wraps=True))
        layout.addWidget(Label(what, tone="dim", wraps=True))
        layout.addSpacing(4)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.remove)
        layout.addLayout(foot)
        self.cancel.setFocus()
