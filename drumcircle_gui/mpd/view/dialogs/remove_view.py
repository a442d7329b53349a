"""Asks whether to remove a room from the group."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from drumcircle_gui.mpd.model.rooms_intents import RemoveRoom
from drumcircle_gui.mpd.model.rooms_state import RoomsState
from drumcircle_gui.widgets.question import Question


class RemoveDialog(Question):
    """`requested` gives a RemoveRoom of the room called `room` if the user confirms."""

    requested = Signal(object)

    def __init__(self, room: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        title = self.tr("Remove {room} from the group?").format(room=room)
        loss = self.tr(
            "Its music plays on, but no longer together with the others. Its offset and volume trim are lost."
        )
        self.put(self.tr("Remove a room"), title, loss, self.tr("Cancel"), self.tr("Remove"))
        self.accepted.connect(lambda: self.requested.emit(RemoveRoom(room)))

    def render(self, state: RoomsState) -> None:  # type: ignore[override]
        """Closes the dialog if the room is gone."""
        if state.room(self._room) is None:
            self.reject()
