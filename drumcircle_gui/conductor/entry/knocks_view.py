"""The players who knock, each with a button to let them in, above everything else on the conductor's page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from drumcircle_gui.protocol.entry_messages import AnswerKnock, Knocker
from drumcircle_gui.widgets.label import Label, ShortLabel
from drumcircle_gui.widgets.pill import Pill
from drumcircle_gui.widgets.plain_text import set_tooltip
from drumcircle_gui.widgets.theme import Weight

MAX_ROWS = 3
"""Players who are shown; the others are counted."""


class KnockRow(QWidget):
    """One player who knocks. `answered` emits whether the player is let in."""

    answered = Signal(bool)

    def __init__(self, knocker: Knocker) -> None:
        super().__init__()
        name = ShortLabel(self.tr("{name} asks to come in").format(name=knocker.name), weight=Weight.Medium)
        self.admit, self.decline = Pill(self.tr("Let in"), "accent"), Pill(self.tr("Decline"), "quiet")
        self.admit.setAccessibleName(self.tr("Let {name} in").format(name=knocker.name))
        self.decline.setAccessibleName(self.tr("Decline {name}").format(name=knocker.name))
        self.admit.clicked.connect(lambda: self.answered.emit(True))
        self.decline.clicked.connect(lambda: self.answered.emit(False))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(name, 1)
        address = Label(knocker.address, 11, tone="dim")
        set_tooltip(address, self.tr("The address from which {name} connects").format(name=knocker.name))
        row.addWidget(address)
        row.addWidget(self.admit)
        row.addWidget(self.decline)


class KnockBar(QFrame):
    """Takes no room while nobody knocks. `requested` emits an AnswerKnock."""

    requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("knocks")
        self.setProperty("kind", "warn")
        self.setAccessibleName(self.tr("Players who ask to come in"))
        self.rows: dict[int, KnockRow] = {}
        self._waiting: frozenset[int] = frozenset()
        self.more = Label("", tone="dim")
        self.admit_all = Pill(self.tr("Let all in"), "plain")
        self.admit_all.clicked.connect(lambda: self.requested.emit(AnswerKnock(0, True)))
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        foot = QHBoxLayout()
        foot.addWidget(self.more, 1)
        foot.addWidget(self.admit_all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.setSpacing(4)
        layout.addLayout(self._list)
        layout.addLayout(foot)
        self.hide()

    def render(self, knockers: tuple[Knocker, ...]) -> None:  # type: ignore[override]
        """Show the players who knock; their rows stay in place while others come and go."""
        ids = frozenset(knocker.id for knocker in knockers)
        if ids - self._waiting:
            QApplication.alert(self)
        self._waiting = ids
        for id in self.rows.keys() - ids:
            row = self.rows.pop(id)
            row.hide()
            row.deleteLater()
        for knocker in knockers:
            if knocker.id not in self.rows and len(self.rows) < MAX_ROWS:
                self._add(knocker)
        self.more.setText(self.tr("%n more", "", len(knockers) - len(self.rows)) if len(knockers) > MAX_ROWS else "")
        self.admit_all.setVisible(len(knockers) > 1)
        self.more.setVisible(len(knockers) > 1)
        self.setVisible(bool(knockers))

    def _add(self, knocker: Knocker) -> None:
        row = self.rows[knocker.id] = KnockRow(knocker)
        row.answered.connect(lambda admit: self.requested.emit(AnswerKnock(knocker.id, admit)))
        self._list.addWidget(row)
