"""The roster as a Qt model: the texts of its cells."""

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from drumcircle_gui.widgets.plain_text import one_line, plain_roles

Index = QModelIndex | QPersistentModelIndex


class RosterColumn(IntEnum):
    NAME = 0
    ROUND_TRIP = 1
    CLOCK = 2
    EARLY = 3
    LATE = 4


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One member. Times are in microseconds, None while not known.

    `round_trip`: to the server and back. `bound`: hard bound of the clock error. `margin`: the arrival margin, how long
    before they are due the member's strokes reach everybody (negative: late). `late`: strokes that reached the member
    late. `part`: the kind of drum. `tight`: the margin is too small to be safe.
    """

    id: int
    name: str
    colour: int
    round_trip: int | None = None
    bound: int | None = None
    margin: int | None = None
    late: int = 0
    tight: bool = False
    muted: bool = False
    connected: bool = True
    conductor: bool = False
    me: bool = False
    part: str = ""


class RosterModel(QAbstractTableModel):
    """Keeps members in the order in which they were first seen. `UserRole` gives a cell's `RosterRow`."""

    def __init__(self, title: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._rows: list[RosterRow] = []

    def render(self, rows: tuple[RosterRow, ...]) -> None:
        wanted = {row.id: row for row in rows}
        self._drop(wanted)
        for place, known in enumerate(self._rows):
            row = wanted.pop(known.id)
            if row != known:
                self._rows[place] = row
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(RosterColumn) - 1))
        self._add(list(wanted.values()))

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
        side = Qt.AlignmentFlag.AlignLeft if section == RosterColumn.NAME else Qt.AlignmentFlag.AlignRight
        words = {
            Qt.ItemDataRole.DisplayRole: self._titles(),
            Qt.ItemDataRole.ToolTipRole: self._explanations(),
        }
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return side | Qt.AlignmentFlag.AlignVCenter
        return words[Qt.ItemDataRole(role)][section] if role in words else None

    @plain_roles
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(self._rows[index.row()], RosterColumn(index.column()))
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and index.column() == RosterColumn.NAME:
            return self.note(self._rows[index.row()])
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == RosterColumn.NAME:
            return self._rows[index.row()].name
        if role == Qt.ItemDataRole.UserRole:
            return self._rows[index.row()]
        return None

    def note(self, row: RosterRow) -> str:
        """One word about the member's state, shown beside the name; "" for an ordinary member."""
        notes = (
            (not row.connected, self.tr("away")),
            (row.muted, self.tr("muted")),
            (row.me, self.tr("you")),
            (row.conductor, self.tr("conductor")),
            (bool(row.part), one_line(row.part)),
        )
        return next((text for holds, text in notes if holds), "")

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

    def _text(self, row: RosterRow, column: RosterColumn) -> str:
        texts = {
            RosterColumn.NAME: row.name,
            RosterColumn.ROUND_TRIP: self._amount(row.round_trip, 1000, self.tr("{0:,.0f} ms")),
            RosterColumn.CLOCK: self._amount(row.bound, 1000, self.tr("±{0:,.1f} ms")),
            RosterColumn.EARLY: self._amount(row.margin, 1_000_000, self.tr("{0:.2f} s")),
            RosterColumn.LATE: f"{row.late}",
        }
        return texts[column]

    def _amount(self, value: int | None, unit: int, form: str) -> str:
        return "\u2013" if value is None else form.format(value / unit).replace("-", "\u2212")

    def _titles(self) -> tuple[str, ...]:
        return self._title, self.tr("round trip"), self.tr("clock"), self.tr("early by"), self.tr("late")

    def _explanations(self) -> tuple[str, ...]:
        return (
            "",
            self.tr("Time a message takes to the server and back"),
            self.tr("Largest possible error of this player's clock"),
            self.tr("How long before they sound this player's strokes reach everybody"),
            self.tr("Strokes of the last minute that reached this player too late and were not played"),
        )
