"""The question whether to end the circle while there are players in it."""

from PySide6.QtWidgets import QWidget

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
