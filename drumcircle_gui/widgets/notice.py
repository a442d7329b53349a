"""What happened and what to do about it, in a bar that can be dismissed."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from .label import Label
from .pill import Pill
from .theme import Weight

MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Notice:
    """`key` names the matter: a newer notice on it replaces the older."""

    key: str
    text: str
    advice: str = ""
    kind: Literal["plain", "good", "warn", "bad"] = "plain"
    action: str = ""


class NoticeBar(QWidget):
    """The last few notices, newest at the top; takes no room when there are none.

    `dismissed` and `acted` give a notice's key. What is dismissed stays away until its text changes or it was gone.
    """

    dismissed = Signal(str)
    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: dict[str, NoticeLine] = {}
        self._shown: tuple[Notice, ...] = ()
        self._away: set[Notice] = set()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self.setAccessibleName(self.tr("Notices"))
        self.hide()

    def render(self, notices: tuple[Notice, ...]) -> None:  # type: ignore[override]
        """Shows the last few of `notices` (oldest first) that nobody dismissed."""
        self._away &= set(notices)
        latest = {notice.key: notice for notice in notices if notice not in self._away}
        wanted = tuple(reversed(tuple(latest.values())[-MOST_SHOWN:]))
        if wanted != self._shown:
            self._rebuild(wanted)

    def _rebuild(self, wanted: tuple[Notice, ...]) -> None:
        lines = {n.key: self._lines.pop(n.key, None) if n in self._shown else None for n in wanted}
        for gone in self._lines.values():
            gone.hide()
            gone.deleteLater()
        self._lines = {n.key: lines[n.key] or self._new_line(n) for n in wanted}
        for place, line in enumerate(self._lines.values()):
            self._layout.insertWidget(place, line)
        self._shown = wanted
        self.setVisible(bool(wanted))

    def _new_line(self, notice: Notice) -> "NoticeLine":
        line = NoticeLine(notice)
        line.dismissed.connect(lambda: self._dismiss(notice))
        line.acted.connect(lambda: self.acted.emit(notice.key))
        return line

    def _dismiss(self, notice: Notice) -> None:
        self._away.add(notice)
        self._rebuild(tuple(n for n in self._shown if n != notice))
        self.dismissed.emit(notice.key)


class NoticeLine(QFrame):
    """One notice."""

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
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(8)
        layout.addLayout(words, 1)
        if notice.action:
            act = Pill(notice.action)
            act.clicked.connect(self.acted)
            layout.addWidget(act)
        close = Pill("\u00d7", "quiet")
        close.setAccessibleName(self.tr("Dismiss"))
        close.setToolTip(self.tr("Dismiss"))
        close.clicked.connect(self.dismissed)
        layout.addWidget(close)
