"""The chat: lines so far, the recipient of the next line, and the input."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from drumcircle_gui.widgets.label import Label
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plain_text import fitting
from drumcircle_gui.widgets.theme import font

from .chat_log import CONDUCTORS, EVERYONE, ChatLine, ChatLog

__all__ = ["CONDUCTORS", "EVERYONE", "ChatLine", "ChatMember", "ChatPanel"]

LONGEST_TEXT = 2000
_NEAR_THE_END = 200


@dataclass(frozen=True, slots=True)
class ChatMember:
    """A member who can get a private line."""

    id: int
    name: str
    colour: int


class ChatPanel(QWidget):
    """`said` gives a recipient (EVERYONE, CONDUCTORS or a member's id) and a line of 1 to LONGEST_TEXT characters.

    `finished`: the writer pressed Enter or Escape.
    """

    said = Signal(int, str)
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._to = EVERYONE
        self._members: tuple[ChatMember, ...] = ()
        self.log = ChatLog()
        self.recipients = self._new_recipients()
        self.input = self._new_input()
        self._left = Label(size=11, tone="dim")
        self._left.hide()
        line = QHBoxLayout()
        line.addWidget(self.input, 1)
        line.addWidget(self._left)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.recipients)
        layout.addWidget(self.log, 1)
        layout.addLayout(line)
        self._aim(EVERYONE)

    def render(self, lines: tuple[ChatLine, ...], members: tuple[ChatMember, ...], me: int) -> None:  # type: ignore[override]
        """Shows the chat: its lines, the circle's members, and the own id `me`."""
        others = tuple(member for member in members if member.id != me)
        if others != self._members:
            self._members = others
            self._fill_menu()
        self.log.render(lines, {member.id: member.name for member in members}, me)

    def aim_at(self, member: int) -> None:
        """Sets the recipient of the next line (a member's id, EVERYONE or CONDUCTORS) and focuses the input."""
        self._aim(member)
        self.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_text(self, text: str) -> None:
        """Replaces what is being typed."""
        self.input.setText(text)

    # --- recipients --------------------------------------------------------------------------------------------------

    def _new_recipients(self) -> QWidget:
        row = QWidget()
        self._pills = QButtonGroup(self)
        texts = {EVERYONE: self.tr("Everyone"), CONDUCTORS: self.tr("Conductors")}
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for to, text in texts.items():
            pill = Pill(text, "choice")
            pill.clicked.connect(lambda _checked=False, to=to: self._aim(to))
            self._pills.addButton(pill, to + 2)
            layout.addWidget(pill)
        self._private = Pill(self.tr("Private"), "choice")
        self._private.setAccessibleDescription(self.tr("Chooses one member to write to"))
        self._menu = QMenu(self._private)
        self._menu.aboutToHide.connect(lambda: self._aim(self._to))
        self._private.setMenu(self._menu)
        self._pills.addButton(self._private, 0)
        layout.addWidget(self._private)
        layout.addStretch()
        self._fill_menu()
        return row

    def _fill_menu(self) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        for member in self._members:
            action = QAction(member.name.replace("&", "&&"), self._menu, checkable=True)
            action.setChecked(member.id == self._to)
            action.triggered.connect(lambda _checked=False, to=member.id: self.aim_at(to))
            group.addAction(action)
            self._menu.addAction(action)
        self._private.setEnabled(bool(self._members))
        if self._to > EVERYONE and all(member.id != self._to for member in self._members):
            self._aim(EVERYONE)

    def _aim(self, to: int) -> None:
        self._to = to
        names = {member.id: member.name for member in self._members}
        whole = {EVERYONE: self.tr("Message to everyone"), CONDUCTORS: self.tr("Message to the conductors")}
        text = whole.get(to) or self.tr("Message to {name} alone").format(name=names.get(to, "?"))
        self.input.setPlaceholderText(text)
        self.input.setAccessibleName(text)
        self._private.setText(self._shortened(names[to]) if to in names else self.tr("Private"))
        self._pills.button({EVERYONE: EVERYONE + 2, CONDUCTORS: CONDUCTORS + 2}.get(to, 0)).setChecked(True)

    def _shortened(self, name: str) -> str:
        return fitting(self.fontMetrics(), name, 96).replace("&", "&&")

    # --- what is said ------------------------------------------------------------------------------------------------

    def _new_input(self) -> QLineEdit:
        line = QLineEdit(maxLength=LONGEST_TEXT)
        line.setFont(font(13))
        line.setMinimumWidth(80)
        line.returnPressed.connect(self._say)
        line.textChanged.connect(self._count)
        line.installEventFilter(self)
        return line

    def _say(self) -> None:
        text = self.input.text().strip()
        if text:
            self.input.clear()
            self.said.emit(self._to, text)
        self.finished.emit()

    def _count(self, text: str) -> None:
        left = LONGEST_TEXT - len(text)
        self._left.setVisible(left <= _NEAR_THE_END)
        self._left.setText(self.tr("{count} left").format(count=left))
        self._left.set_tone("bad" if left == 0 else "dim")

    def eventFilter(self, watched, event: QEvent) -> bool:  # type: ignore[no-untyped-def]
        """Escape ends writing, and the next line goes to everyone; page keys read the history."""
        if watched is self.input and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._aim(EVERYONE)
                self.finished.emit()
                return True
            if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                self.log.page(-1 if event.key() == Qt.Key.Key_PageUp else 1)
                return True
        return super().eventFilter(watched, event)
