"""Asks whether to close the rooms while music plays or clients are connected."""

from PySide6.QtWidgets import QWidget

from drumcircle_gui.mpd.model.rooms_state import RoomsState
from drumcircle_gui.widgets.question import Question


class LeaveDialog(Question):
    """`accepted` by the user, or by itself once nothing plays and no client is connected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        loss = self.tr(
            "The music plays on in each room, but nothing keeps the rooms together. Clients lose their connection."
        )
        self.put(self.tr("Close the rooms"), "", loss, self.tr("Stay"), self.tr("Close anyway"))

    def render(self, state: RoomsState) -> None:  # type: ignore[override]
        """Names the reason for asking."""
        if not is_in_use(state):
            self.accept()
        elif state.clients:
            self.title.setText(self.tr("Close the rooms with %n client(s) connected?", "", state.clients))
        else:
            self.title.setText(self.tr("Close the rooms while music plays?"))


def is_in_use(state: RoomsState) -> bool:
    """Whether closing the rooms would disturb anybody."""
    return bool(state.clients) or state.playing.playing == "play"
