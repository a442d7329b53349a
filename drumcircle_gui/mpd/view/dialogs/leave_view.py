"""Asking whether the rooms are really to be closed while somebody uses them."""

from PySide6.QtWidgets import QWidget

from drumcircle_gui.mpd.model.rooms_state import RoomsState
from drumcircle_gui.widgets.question import Question


class LeaveDialog(Question):
    """It is `accepted` if that is meant, or as soon as the last client has gone by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        loss = self.tr(
            "Clients lose their connection. What plays in the rooms plays on, but nothing keeps it together any more."
        )
        self.put(self.tr("Close the rooms"), "", loss, self.tr("Stay"), self.tr("Close anyway"))

    def render(self, state: RoomsState) -> None:  # type: ignore[override]
        """How many clients there are. Without any there is nothing to ask."""
        if not state.clients:
            self.accept()
        elif state.clients == 1:
            self.title.setText(self.tr("Close the rooms while 1 client is connected?"))
        else:
            self.title.setText(self.tr("Close the rooms while {n} clients are connected?").format(n=state.clients))
