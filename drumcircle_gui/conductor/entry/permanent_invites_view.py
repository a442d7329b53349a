"""The two invites without a limit, for players and for conductors: they can be copied, and replaced after
confirmation."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from drumcircle_gui.protocol.entry_messages import RenewKeys
from drumcircle_gui.protocol.invite import Invite
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.pill import Kind, Pill
from drumcircle_gui.widgets.question import Question


class CopyLine(QWidget):
    """An invite as read-only text, with a button that copies it. `name` is its accessible name."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLineEdit()
        self._text.setReadOnly(True)
        self._text.setAccessibleName(name)
        self._copy = Pill(self.tr("Copy"), "plain")
        self._copy.setAccessibleName(self.tr("Copy: {what}").format(what=name))
        self._copy.clicked.connect(self._copy_text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._text, 1)
        row.addWidget(self._copy)

    def render(self, invite: str) -> None:  # type: ignore[override]
        if self._text.text() != invite:
            self._text.setText(invite)
            self._text.setCursorPosition(0)
            self._copy.setText(self.tr("Copy"))

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self._text.text())
        self._copy.setText(self.tr("Copied"))


class RenewQuestion(Question):
    """The question whether to replace both invites."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.put(
            self.tr("Replace both invites"),
            self.tr("Replace both invites by new ones?"),
            self.tr(
                "Nobody can join with the old invite for players or for conductors any more. Everybody who is in the "
                "circle stays in it. Other conductors are told, and get the new ones. Limited invites stay valid."
            ),
            self.tr("Keep the old ones"),
            self.tr("Replace both"),
        )


class RenewButton(Pill):
    """Asks whether to replace both invites; `requested` then emits a RenewKeys."""

    requested = Signal(object)

    def __init__(self, kind: Kind = "quiet") -> None:
        super().__init__("", kind)
        self.setText(self.tr("Replace both invites…"))
        self.question: RenewQuestion | None = None
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.question = RenewQuestion(self)
        self.question.accepted.connect(lambda: self.requested.emit(RenewKeys()))
        self.question.open()


class PermanentInvites(QWidget):
    """The button that replaces both invites; below it the new ones, once they are replaced."""

    def __init__(self) -> None:
        super().__init__()
        self.renew = RenewButton("plain")
        self.players = CopyLine(self.tr("New invite for players"))
        self.conductors = CopyLine(self.tr("New invite for conductors"))
        self._new = QWidget()
        new = QVBoxLayout(self._new)
        new.setContentsMargins(0, 0, 0, 0)
        new.setSpacing(6)
        for words, line in (
            (self.tr("The new invite for players"), self.players),
            (self.tr("The new invite for conductors, who can also stop the circle"), self.conductors),
        ):
            new.addWidget(Label(words, tone="dim", wraps=True))
            new.addWidget(line)
        about = self.tr("One for players, one for conductors. They are valid until you replace them.")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(Label(about, tone="dim", wraps=True))
        layout.addWidget(self.renew, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._new)
        self._new.hide()

    def render(self, renewed: tuple[Invite, Invite] | None) -> None:  # type: ignore[override]
        """Show the invites for players and conductors that replaced others; None if none were replaced."""
        self._new.setVisible(renewed is not None)
        if renewed is not None:
            self.players.render(str(renewed[0]))
            self.conductors.render(str(renewed[1]))
