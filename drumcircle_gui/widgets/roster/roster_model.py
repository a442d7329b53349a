"""The roster as a Qt model: the texts of its cells."""

from dataclasses import replace
from enum import IntEnum
from functools import cached_property

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from drumcircle_gui.widgets.plain_text import one_line, plain_roles

from .roster_row import RosterRow

Index = QModelIndex | QPersistentModelIndex


class RosterColumn(IntEnum):
    NAME = 0
    ROUND_TRIP = 1
    CLOCK = 2
    TIMING = 3
    EARLY = 4
    LATE = 5


class RosterModel(QAbstractTableModel):
    """Keeps members in the order in which they were first seen."""

    def __init__(self, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._rows: list[RosterRow] = []

    def render(self, rows: tuple[RosterRow, ...], *, held: bool = False) -> None:
        """Show `rows`. While `held`, those who have left keep their row, marked `gone`."""
        wanted = {row.id: row for row in rows}
        if not held:
            self._drop(wanted)
        changed = []
        for place, known in enumerate(self._rows):
            row = wanted.pop(known.id, None) or replace(known, gone=True)
            if row != known:
                self._rows[place] = row
                changed.append(place)
        self._announce(changed)
        self._add(list(wanted.values()))

    def _announce(self, changed: list[int]) -> None:
        """Announce changed rows: neighbours together, since each announcement costs as much as many rows."""
        known = set(changed)
        begins = [place for place in changed if place - 1 not in known]
        ends = [place for place in changed if place + 1 not in known]
        for first, last in zip(begins, ends, strict=True):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(RosterColumn) - 1))

    def row(self, place: int) -> RosterRow:
        return self._rows[place]

    def place(self, member: int | None) -> int | None:
        return next((place for place, row in enumerate(self._rows) if row.id == member), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(RosterColumn)

    @plain_roles
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._explanations[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section == RosterColumn.NAME else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    @plain_roles
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(self._rows[index.row()], RosterColumn(index.column()))
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and index.column() == RosterColumn.NAME:
            return self.note(self._rows[index.row()])
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == RosterColumn.NAME:
            return self._rows[index.row()].name
        return None

    def note(self, row: RosterRow) -> str:
        """A note beside the name of a member with special properties; "" for others."""
        if row.gone or not row.connected:
            return self.tr("has left") if row.gone else self.tr("away")
        notes = (
            (row.muted, self.tr("muted")),
            (row.spotlight, self.tr("spotlight")),
            (row.me, self.tr("you")),
            (row.conductor, self.tr("conductor")),
            (bool(row.part), one_line(row.part)),
        )
        return " · ".join(text for holds, text in notes if holds)

    def _drop(self, wanted: dict[int, RosterRow]) -> None:
        for place in range(len(self._rows) - 1, -1, -1):
            if self._rows[place].id not in wanted:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self.endRemoveRows()

    def _add(self, newcomers: list[RosterRow]) -> None:
        if newcomers:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(newcomers) - 1)
            self._rows += newcomers
            self.endInsertRows()

    def text(self, row: RosterRow, column: RosterColumn) -> str:
        """The text of a cell."""
        match column:
            case RosterColumn.NAME:
                return row.name
            case RosterColumn.ROUND_TRIP:
                return self._amount(row.round_trip, 1000, self.tr("{0:,.0f} ms"))
            case RosterColumn.CLOCK:
                return self._amount(row.bound, 1000, self.tr("±{0:,.1f} ms"))
            case RosterColumn.TIMING:
                return self._timing(row.timing)
            case RosterColumn.EARLY:
                return self._amount(row.margin, 1_000_000, self.tr("{0:.2f} s"))
            case RosterColumn.LATE:
                return f"{row.late}"

    def _timing(self, timing: tuple[int, int] | None) -> str:
        if timing is None:
            return "\u2013"
        text = self.tr("{late:+.0f} ±{around:.0f} ms").format(late=round(timing[0] / 1000), around=timing[1] / 1000)
        return text.replace("-", "\u2212")

    def _amount(self, value: int | None, unit: int, form: str) -> str:
        return "\u2013" if value is None else form.format(value / unit).replace("-", "\u2212")

    @cached_property
    def _titles(self) -> tuple[str, ...]:
        """Cached, as Qt asks for them hundreds of times while it lays out a table."""
        return (
            self._title,
            self.tr("round trip"),
            self.tr("clock"),
            self.tr("timing"),
            self.tr("early by"),
            self.tr("late"),
        )

    @cached_property
    def _explanations(self) -> tuple[str, ...]:
        return (
            "",
            self.tr("Time a message takes to the server and back"),
            self.tr("Largest possible error of this player's clock"),
            self.tr("How late this player plays on average (minus: early), and how much that varies"),
            self.tr("How long before they sound this player's strokes reach everybody"),
            self.tr("Strokes of the last minute that reached this player too late and were not played"),
        )
