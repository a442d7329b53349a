"""How players get in: the invite to copy, to scan, and, while nobody is there yet, to be found at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from drumcircle_gui.widgets.empty_state import EmptyState
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.qr_code import QrCode
from drumcircle_gui.widgets.theme import Weight

from .conductor_state import ConductorState, Hosting


class InviteDialog(QDialog):
    """The invite as a picture and a line, and that for further conductors."""

    def __init__(self, hosting: Hosting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Invite"))
        picture = QrCode()
        picture.set_text(str(hosting.invite))
        picture.setMinimumSize(240, 240)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(12)
        layout.addWidget(Label(self.tr("Send this to your players"), 24, Weight.DemiBold))
        layout.addWidget(
            Label(self.tr("They paste it on the start page under Join, or scan the picture."), tone="dim", wraps=True)
        )
        layout.addWidget(picture, 1)
        layout.addLayout(self._line(str(hosting.invite), self.tr("Invite for players")))
        layout.addWidget(
            Label(self.tr("For somebody who is to conduct with you. Whoever has it can stop the circle."), tone="dim")
        )
        layout.addLayout(self._line(str(hosting.conductor_invite), self.tr("Invite for conductors")))
        self.resize(520, 560)

    def _line(self, invite: str, name: str) -> QHBoxLayout:
        text = QLineEdit(invite)
        text.setReadOnly(True)
        text.setAccessibleName(name)
        text.setCursorPosition(0)
        copy = Pill(self.tr("Copy"), "plain")
        copy.setAccessibleName(self.tr("Copy: {what}").format(what=name))
        copy.clicked.connect(lambda: self._copy(copy, invite))
        row = QHBoxLayout()
        row.addWidget(text, 1)
        row.addWidget(copy)
        return row

    def _copy(self, button: Pill, invite: str) -> None:
        QGuiApplication.clipboard().setText(invite)
        button.setText(self.tr("Copied"))


class EmptyCircle(EmptyState):
    """Shown until the first player has come: the invite, and how to send it. `invite_wanted` asks for all of it."""

    invite_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Nobody is here yet"),
            self.tr("Send this invite to your players: they paste it under Join, or scan it."),
            (self.tr("Copy the invite"), self.tr("More")),
            parent,
        )
        self._picture = QrCode()
        self._picture.setFixedSize(200, 200)
        self.body.addWidget(self._picture, alignment=Qt.AlignmentFlag.AlignHCenter)
        self._invite = ""
        self.acted.connect(self._act)

    def render(self, state: ConductorState) -> None:  # type: ignore[override]
        """Appear only in one's own circle, while it is empty."""
        players = any(member.role == "player" for member in state.circle.members)
        if state.hosting is not None and self._invite != str(state.hosting.invite):
            self._invite = str(state.hosting.invite)
            self._picture.set_text(self._invite)
        self.setVisible(state.hosting is not None and not players)

    def _act(self, number: int) -> None:
        if number:
            self.invite_wanted.emit()
        else:
            QGuiApplication.clipboard().setText(self._invite)
