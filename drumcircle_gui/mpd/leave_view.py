"""Asking whether the rooms are really to be closed while somebody uses them."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.theme import Weight

from .state import RoomsState

WIDTH = 440


class LeaveDialog(QDialog):
    """It is `accepted` if that is meant, or as soon as the last client has gone by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label("", 15, Weight.DemiBold, wraps=True)
        self.stay = Pill(self.tr("Stay"), "plain")
        self.leave = Pill(self.tr("Close anyway"), "accent")
        self.stay.clicked.connect(self.reject)
        self.leave.clicked.connect(self.accept)
        self._lay_out()

    def render(self, state: RoomsState) -> None:  # type: ignore[override]
        """How many clients there are. Without any there is nothing to ask."""
        if not state.clients:
            self.accept()
        elif state.clients == 1:
            self.title.setText(self.tr("Close the rooms while 1 client is connected?"))
        else:
            self.title.setText(self.tr("Close the rooms while {n} clients are connected?").format(n=state.clients))

    def _lay_out(self) -> None:
        what = self.tr(
            "Clients lose their connection. What plays in the rooms plays on, but nothing keeps it together any more."
        )
        self.setWindowTitle(self.tr("Close the rooms"))
        self.setFixedWidth(WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(12)
        layout.addWidget(self.title)
        layout.addWidget(Label(what, tone="dim", wraps=True))
        layout.addSpacing(4)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.stay)
        foot.addWidget(self.leave)
        layout.addLayout(foot)
        self.stay.setFocus()
