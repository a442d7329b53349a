"""Asking whether the circle is really to be ended while somebody plays in it."""

from PySide6.QtWidgets import QWidget

from drumcircle_gui.widgets.question import Question

from .conductor_state import ConductorState, players


class EndDialog(Question):
    """It is `accepted` if that is meant, or as soon as the last player has gone by themself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        loss = self.tr("It ends for everybody: the server of this circle runs in this window.")
        self.put(self.tr("End the circle"), "", loss, self.tr("Stay"), self.tr("End it"))

    def render(self, state: ConductorState) -> None:  # type: ignore[override]
        """How many players there are. Without any there is nothing to ask."""
        count = players(state.circle)
        if not count:
            self.accept()
        elif count == 1:
            self.title.setText(self.tr("End the circle while 1 player is in it?"))
        else:
            self.title.setText(self.tr("End the circle while {n} players are in it?").format(n=count))
