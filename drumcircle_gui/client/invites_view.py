"""Widgets for invites: a line to paste one into, and the list of the circles that the user was in."""

import logging

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from drumcircle_gui.protocol.invite import Invite, InviteError
from drumcircle_gui.widgets.hint_line import HintLine
from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.pill import Kind, Pill

log = logging.getLogger(__name__)

MAX_INVITE_LENGTH = 20_000
"""Characters: people paste whole mails."""


MAX_RECENT_HEIGHT = 96
"""Pixels: some four invites; the others are scrolled to."""


class InviteLine(QWidget):
    """A line to paste an invite into, with hints as in `HintLine`. Emits `accepted` with it when the user confirms a
    valid one."""

    accepted = Signal(object)

    def __init__(self, hints: tuple[str, ...], action: str, kind: Kind = "plain") -> None:
        super().__init__()
        self.text = HintLine(*hints)
        self.text.setMaxLength(MAX_INVITE_LENGTH)
        self.button = Pill(action, kind)
        self.problem = Label("", 11, tone="bad", wraps=True)
        self.problem.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.problem)
        self.button.clicked.connect(self._accept)
        self.text.returnPressed.connect(self._accept)
        self.text.textEdited.connect(lambda: self.problem.hide())

    def fill(self, invite: Invite) -> None:
        """Put `invite` into the line; its beginning, which says where it leads, is in sight."""
        self.text.setText(str(invite))
        self.text.setCursorPosition(0)

    def complain(self, sentence: str) -> None:
        """Show what is wrong below the line, until it is edited."""
        self.problem.setText(sentence)
        self.problem.show()

    def _accept(self) -> None:
        try:
            invite = Invite.parse(self.text.text())
        except InviteError as error:
            what = str(error)
            sentence = what[:1].upper() + what[1:]
            self.complain(sentence if sentence.endswith((".", "?", "!")) else f"{sentence}.")
            return
        self.accepted.emit(invite)


class RecentCircles(QListWidget):
    """Invites that were used, the latest first. Emits `chosen` with the one to use again, and `removed` with the text
    of the one that the user removed."""

    chosen = Signal(object)
    removed = Signal(str)

    def __init__(self, invites: tuple[str, ...], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMaximumHeight(MAX_RECENT_HEIGHT)
        self.itemActivated.connect(lambda item: self.chosen.emit(item.data(Qt.ItemDataRole.UserRole)))
        for text in invites:
            try:
                self._add(Invite.parse(text))
            except InviteError as error:
                log.info("an invalid recent invite is ignored: %s", error)
        self.setCurrentRow(0)

    def remove_current(self) -> None:
        """Remove the current circle."""
        if self.currentItem() is not None:
            item = self.takeItem(self.currentRow())
            self.removed.emit(str(item.data(Qt.ItemDataRole.UserRole)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.remove_current()
        else:
            super().keyPressEvent(event)

    def _add(self, invite: Invite) -> None:
        item = QListWidgetItem(self.tr("{circle} at {host}").format(circle=invite.circle, host=invite.host))
        item.setData(Qt.ItemDataRole.UserRole, invite)
        item.setToolTip(self.tr("Double-click, or press Enter, to join again"))
        self.addItem(item)
