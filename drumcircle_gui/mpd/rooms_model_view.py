"""The table of rooms as a Qt model: what each cell says."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from .figures import NONE, clock, ms
from .rooms_rows import HEARD, Column, Row, merged
from .state import Presence, Room

Index = QModelIndex | QPersistentModelIndex
LOSSY = 0.005  # a share of lost polls that is worth a word


class RoomsModel(QAbstractTableModel):
    """Keeps the order in which rooms were first seen, whatever the order they are given in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._cells: list[list[tuple[object, ...]]] = []

    def render(self, rooms: Sequence[Room]) -> None:
        """Show these; only cells of which something changed are told to be painted."""
        wanted = merged(self._rows, rooms)
        if [row.room.name for row in wanted] != [row.room.name for row in self._rows]:
            self._rebuild(wanted)
        else:
            self._rows = wanted
        for place, row in enumerate(wanted):
            self._refresh(place, [self._cell(row, column) for column in Column])

    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def row(self, place: int) -> Row:
        return self._rows[place]

    def place(self, name: str | None) -> int | None:
        return next((place for place, row in enumerate(self._rows) if row.room.name == name), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        editable = Qt.ItemFlag.ItemIsEditable if index.column() in (Column.TRIM, Column.OFFSET) else Qt.ItemFlag(0)
        return super().flags(index) | editable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(Column(section)) | Qt.AlignmentFlag.AlignVCenter
        words = {Qt.ItemDataRole.DisplayRole: self._titles(), Qt.ItemDataRole.ToolTipRole: self._explanations()}
        return words[Qt.ItemDataRole(role)][section] if role in words else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row.room, column)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (self.text(row.room, column), self.note(row.room, column)) if part)
        return row if role == Qt.ItemDataRole.UserRole else None

    def text(self, room: Room, column: Column) -> str:
        """The cell's first line."""
        heard = room.presence in HEARD
        texts = {
            Column.NAME: room.name,
            Column.STATE: self.presence(room.presence),
            Column.SONG: (room.song or NONE) if heard else NONE,
            Column.LATENCY: self.tr("{0} ms").format(ms(room.one_way, 1)) if heard and room.one_way else NONE,
            Column.SKEW: self._skew(room) if heard else NONE,
            Column.TRIM: f"{room.trim:+d}".replace("-", "\u2212") if room.trim else "0",
            Column.OFFSET: ms(room.offset, signed=True),
            Column.ON: self.tr("on") if room.on else self.tr("off"),
        }
        return texts[column]

    def note(self, room: Room, column: Column) -> str:
        """The smaller second line."""
        notes = {
            Column.NAME: room.address,
            Column.STATE: self._matter(room),
            Column.SONG: self._position(room) if room.presence in HEARD else "",
            Column.LATENCY: self.tr("{0:.0%} lost").format(room.loss) if room.loss >= LOSSY else "",
        }
        return notes.get(column, "")

    def presence(self, presence: Presence) -> str:
        words = {
            Presence.CONNECTING: self.tr("connecting"),
            Presence.GONE: self.tr("gone"),
            Presence.REFUSED: self.tr("refused"),
            Presence.SILENT: self.tr("no answer"),
            Presence.JOINING: self.tr("joining"),
            Presence.TOGETHER: self.tr("together"),
            Presence.APART: self.tr("sits out"),
            Presence.OFF: self.tr("off"),
        }
        return words[presence]

    def _matter(self, room: Room) -> str:
        """What else there is to say about its state."""
        if room.problem:
            return room.problem
        words = {
            Presence.GONE: self.tr("tried again and again"),
            Presence.APART: self.tr("lacks this song"),
            Presence.JOINING: self.tr("is given the queue"),
            Presence.OFF: self.tr("left alone"),
        }
        lacks = self.tr("lacks {n} songs").format(n=room.missing) if room.missing else ""
        leads = self.tr("answers for all") if room.leading else ""
        return words.get(room.presence, "") or lacks or leads

    def _position(self, room: Room) -> str:
        words = {"play": "", "pause": self.tr("paused"), "stop": self.tr("stopped")}
        at = clock(room.elapsed) if room.elapsed is not None and room.playing != "stop" else ""
        return " · ".join(part for part in (at, words.get(room.playing, "")) if part)

    def _skew(self, room: Room) -> str:
        if room.skew is None:
            return NONE
        sure = "" if room.uncertainty is None else f" ±{ms(room.uncertainty, 1)}"
        return self.tr("{0} ms").format(ms(room.skew, 1, signed=True) + sure)

    def _cell(self, row: Row, column: Column) -> tuple[object, ...]:
        """All that its look depends on."""
        room = row.room
        return self.text(room, column), self.note(room, column), row.colour, room.on, room.presence

    def _refresh(self, place: int, cells: list[tuple[object, ...]]) -> None:
        before, self._cells[place] = self._cells[place], cells
        changed = [column for column in Column if not before or cells[column] != before[column]]
        if changed:
            self.dataChanged.emit(self.index(place, changed[0]), self.index(place, changed[-1]))

    def _rebuild(self, wanted: tuple[Row, ...]) -> None:
        """Rows that are gone go, and new ones come at the end."""
        names = {row.room.name for row in wanted}
        for place in reversed(range(len(self._rows))):
            if self._rows[place].room.name not in names:
                self.beginRemoveRows(QModelIndex(), place, place)
                self._rows = self._rows[:place] + self._rows[place + 1 :]
                del self._cells[place]
                self.endRemoveRows()
        if (kept := len(self._rows)) < len(wanted):
            self.beginInsertRows(QModelIndex(), kept, len(wanted) - 1)
            self._cells += [[] for _ in wanted[kept:]]
            self._rows = wanted
            self.endInsertRows()
        self._rows = wanted

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("room"),
            self.tr("state"),
            self.tr("song"),
            self.tr("latency"),
            self.tr("skew"),
            self.tr("volume"),
            self.tr("offset, ms"),
            self.tr("on"),
        )

    def _explanations(self) -> tuple[str, ...]:
        return (
            "",
            "",
            "",
            self.tr("How long a command takes to the room"),
            self.tr("How much later than the others the room sounds, and within what the truth lies"),
            self.tr("How much louder than the group's volume (+ and \u2212 keys; a double click types it)"),
            self.tr(
                "How much later its sound is wanted (\u2190 and \u2192 keys, with Shift by 10; a double click types it)"
            ),
            self.tr("Whether the room takes part (Space)"),
        )


def _side(column: Column) -> Qt.AlignmentFlag:
    if column in (Column.NAME, Column.STATE, Column.SONG):
        return Qt.AlignmentFlag.AlignLeft
    figure = column in (Column.LATENCY, Column.SKEW)
    return Qt.AlignmentFlag.AlignRight if figure else Qt.AlignmentFlag.AlignHCenter
