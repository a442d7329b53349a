"""The line above a long roster: a field to search names and parts, and a choice of who is shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from drumcircle_gui.widgets.label import Label

from .roster_filter import AWAY, CONNECTED, EVERYBODY, MUTED, PART, RosterFilter, kinds
from .roster_row import RosterRow

SEARCH_FROM = 12
"""Members from which on the line is shown without being asked for."""


class RosterSearch(QWidget):
    """`changed` emits a RosterFilter; `done`: Escape or Enter was pressed in the field."""

    changed = Signal(object)
    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line, self.choice, self.count = QLineEdit(), QComboBox(), Label("", 11, tone="dim")
        self.line.setPlaceholderText(self.tr("Name or part"))
        self.line.setAccessibleName(self.tr("Search the players by name or part"))
        self.line.setToolTip(self.tr("Search the players by name or part (Ctrl+F)"))
        self.line.setClearButtonEnabled(True)
        self.choice.setAccessibleName(self.tr("Which players are shown"))
        self._kinds: tuple[str, ...] | None = None
        self._asked = False
        self._fill(())
        self.line.textChanged.connect(self._emit)
        self.choice.currentIndexChanged.connect(self._emit)
        self.line.returnPressed.connect(self.done)
        self._lay_out()
        self.hide()

    @property
    def filter(self) -> RosterFilter:
        return RosterFilter(self.line.text(), self.choice.currentData() or EVERYBODY)

    def render(self, rows: tuple[RosterRow, ...], shown: int) -> None:  # type: ignore[override]
        """Offer the parts of `rows`. `shown`: the number of rows that pass the filter."""
        self._fill(kinds(rows))
        self.count.setText(self.tr("{shown} of {all}").format(shown=shown, all=len(rows)) if self.filter else "")
        self.setVisible(self._asked or bool(self.filter) or len(rows) >= SEARCH_FROM)

    def ask(self) -> None:
        """Show the line and put the cursor into the field."""
        self._asked = True
        self.show()
        self.line.setFocus()
        self.line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        self._asked = False
        self.line.clear()
        self.choice.setCurrentIndex(0)
        self._emit()
        self.done.emit()

    def _emit(self) -> None:
        self.changed.emit(self.filter)

    def _fill(self, found: tuple[str, ...]) -> None:
        """Offer these parts, and keep what is chosen."""
        if found == self._kinds:
            return
        self._kinds, chosen = found, self.choice.currentData()
        self.choice.blockSignals(True)
        self.choice.clear()
        for text, value in (
            (self.tr("All"), EVERYBODY),
            (self.tr("Connected"), CONNECTED),
            (self.tr("Away"), AWAY),
            (self.tr("Muted"), MUTED),
            *((kind, PART + kind) for kind in found),
        ):
            self.choice.addItem(text, value)
        self.choice.setCurrentIndex(max(self.choice.findData(chosen), 0))
        self.choice.blockSignals(False)
        if self.choice.currentData() != (chosen or EVERYBODY):
            self._emit()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 6)
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.count)
        row.addWidget(self.choice)
