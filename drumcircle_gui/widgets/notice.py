"""Notices: what happened and what to do about it, one at a time, in a bar that takes little room."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from .label import Label
from .pill import Pill
from .theme import Weight

NoticeKind = Literal["plain", "good", "warn", "bad"]

LIFETIMES_MS: dict[NoticeKind, int] = {"plain": 10_000, "good": 10_000, "warn": 30_000}
"""How long a notice is shown; a bad one, and one with an action, stays until it is dismissed."""


@dataclass(frozen=True, slots=True)
class Notice:
    """`key` names the matter: a newer notice on it replaces the older. `action`: the text of a button."""

    key: str
    text: str
    advice: str = ""
    kind: NoticeKind = "plain"
    action: str = ""


class NoticeBar(QWidget):
    """Shows the newest notice, and how many more there are; takes no room when there are none.

    Emits `dismissed` and `acted` with a notice's key. A notice is dismissed by its button, by Escape, or after its
    lifetime, which is suspended while the mouse is over it. A dismissed notice stays hidden until its text changes.
    `occupied` says whether any notice is shown, so that a page can leave Escape to the bar.
    """

    dismissed = Signal(str)
    acted = Signal(str)
    occupied = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: tuple[Notice, ...] = ()
        self._away: set[Notice] = set()
        self._line: NoticeLine | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._lifetime = QTimer(self, singleShot=True)
        self._lifetime.timeout.connect(self.dismiss_shown)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.dismiss_shown)
        self.setAccessibleName(self.tr("Notices"))
        self.hide()

    def render(self, notices: tuple[Notice, ...]) -> None:  # type: ignore[override]
        """Shows the newest of `notices` (oldest first) that was not dismissed."""
        self._away &= set(notices)
        latest = {notice.key: notice for notice in notices if notice not in self._away}
        self._show(tuple(reversed(latest.values())))

    def shown(self) -> tuple[Notice, ...]:
        """The notices that are not dismissed, newest first; the first is visible."""
        return self._waiting

    def dismiss_shown(self) -> None:
        """Dismisses the visible notice; the next newest takes its place."""
        if self._waiting:
            notice = self._waiting[0]
            self._away.add(notice)
            self._show(self._waiting[1:])
            self.dismissed.emit(notice.key)

    def _show(self, notices: tuple[Notice, ...]) -> None:
        before, self._waiting = self._waiting, notices
        if notices[:1] != before[:1]:
            self._replace_line(notices[0] if notices else None)
        if self._line is not None:
            self._line.set_more(len(notices) - 1)
        if bool(notices) != bool(before):
            self.setVisible(bool(notices))
            self.occupied.emit(bool(notices))

    def _replace_line(self, notice: Notice | None) -> None:
        self._lifetime.stop()
        if self._line is not None:
            self._line.hide()
            self._line.deleteLater()
            self._line = None
        if notice is None:
            return
        self._line = NoticeLine(notice)
        self._line.dismissed.connect(self.dismiss_shown)
        self._line.acted.connect(lambda: self.acted.emit(notice.key))
        self._layout.addWidget(self._line)
        self._line.show()
        self._start_lifetime(notice)

    def _start_lifetime(self, notice: Notice) -> None:
        if notice.kind in LIFETIMES_MS and not notice.action:
            self._lifetime.start(LIFETIMES_MS[notice.kind])

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._lifetime.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._waiting:
            self._start_lifetime(self._waiting[0])


class NoticeLine(QFrame):
    """One notice with its buttons."""

    dismissed = Signal()
    acted = Signal()

    def __init__(self, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("kind", notice.kind)
        self.setAccessibleName(f"{notice.text} {notice.advice}".strip())
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(notice.text, weight=Weight.Medium, wraps=True))
        if notice.advice:
            words.addWidget(Label(notice.advice, tone="dim", wraps=True))
        self._more = Label("", 11, tone="dim")
        self._more.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 8, 6)
        layout.setSpacing(8)
        layout.addLayout(words, 1)
        layout.addWidget(self._more)
        if notice.action:
            act = Pill(notice.action)
            act.clicked.connect(self.acted)
            layout.addWidget(act)
        close = Pill("\u00d7", "quiet")
        close.setAccessibleName(self.tr("Dismiss"))
        close.setToolTip(self.tr("Dismiss (Esc)"))
        close.clicked.connect(self.dismissed)
        layout.addWidget(close)

    def set_more(self, count: int) -> None:
        """Says how many notices wait behind this one."""
        self._more.setVisible(count > 0)
        self._more.setText(self.tr("%n more", "", count))
