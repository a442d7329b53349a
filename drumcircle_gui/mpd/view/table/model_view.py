"""The rooms' table as a Qt model: the texts of its cells."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from drumcircle_gui.mpd.model.format import format_duration, format_ms
from drumcircle_gui.mpd.model.rooms_intents import RoomsIntent
from drumcircle_gui.mpd.model.rooms_state import Presence, RoomStatus
from drumcircle_gui.widgets.plain_text import plain_roles

from .rows import REACHABLE, RoomsColumn, RoomsRow, expected, is_unmeasured, merged

Index = QModelIndex | QPersistentModelIndex
NOTABLE_LOSS = 0.01
"""Share of lost polls from which the loss is shown."""


class RoomsModel(QAbstractTableModel):
    """Keeps rooms in the order in which they were first seen. `UserRole` gives a cell's `RoomsRow`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[RoomsRow, ...] = ()
        self._texts: list[tuple[tuple[str, str], ...]] = []
        self._presences, self._notes = self._name_presences(), self._name_notes()
        self._titles, self._explanations = self._name_columns(), self._explain_columns()

    def render(self, rooms: Sequence[RoomStatus]) -> None:
        """Shows `rooms`; only cells whose text changed are painted again."""
        known = {row.room.name: row for row in self._rows}
        wanted = merged(self._rows, rooms)
        if [row.room.name for row in wanted] != list(known):
            self._rebuild(wanted)
        self._rows = wanted
        for place, row in enumerate(wanted):
            if row != known.get(row.room.name, row):
                self._refresh(place, row)

    def expect(self, request: RoomsIntent) -> None:
        """Shows the effect of `request` before it is confirmed, so that the next request builds upon it."""
        self.render([expected(row.room, request) for row in self._rows])

    def rows(self) -> tuple[RoomsRow, ...]:
        return self._rows

    def row(self, place: int) -> RoomsRow:
        return self._rows[place]

    def place(self, name: str | None) -> int | None:
        return next((place for place, row in enumerate(self._rows) if row.room.name == name), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(RoomsColumn)

    def flags(self, index: Index) -> Qt.ItemFlag:
        editable = (
            Qt.ItemFlag.ItemIsEditable if index.column() in (RoomsColumn.TRIM, RoomsColumn.OFFSET) else Qt.ItemFlag(0)
        )
        return super().flags(index) | editable

    @plain_roles
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(RoomsColumn(section)) | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._explanations[section]
        return self._titles[section] if role == Qt.ItemDataRole.DisplayRole else None

    @plain_roles
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.UserRole:
            return self._rows[index.row()]
        texts = self.texts(index.row(), RoomsColumn(index.column()))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in texts if part)
        return texts[0] if role == Qt.ItemDataRole.DisplayRole else None

    def texts(self, place: int, column: RoomsColumn) -> tuple[str, str]:
        """The cell's first line, and its smaller second line, which may be empty."""
        return self._texts[place][column]

    def _texts_of(self, room: RoomStatus) -> tuple[tuple[str, str], ...]:
        """The texts of a room's cells, in the order of the columns."""
        reachable = room.presence in REACHABLE
        return (
            (room.name, room.address),
            (self._state(room), self._note(room)),
            ((room.song, self._position(room)) if reachable and room.presence is not Presence.APART else ("", "")),
            (self._latency(room) if reachable else "", self._loss(room) if reachable else ""),
            (self._skew(room) if reachable else "", ""),
            (f"{room.trim:+d}".replace("-", "\u2212") if room.trim else "0", ""),
            (format_ms(room.offset, signed=True), ""),
            (self.tr("on") if room.on else self.tr("off"), ""),
        )

    def _name_presences(self) -> dict[Presence, str]:
        return {
            Presence.CONNECTING: self.tr("connecting"),
            Presence.GONE: self.tr("unreachable"),
            Presence.REFUSED: self.tr("refused"),
            Presence.SILENT: self.tr("no answer"),
            Presence.JOINING: self.tr("joining"),
            Presence.TOGETHER: self.tr("together"),
            Presence.APART: self.tr("without this song"),
            Presence.OFF: self.tr("off"),
        }

    def _name_notes(self) -> dict[Presence, str]:
        return {
            Presence.GONE: self.tr("trying again"),
            Presence.APART: self.tr("joins with the next song"),
            Presence.JOINING: self.tr("receives the queue"),
            Presence.OFF: self.tr("not controlled"),
        }

    def _state(self, room: RoomStatus) -> str:
        return self.tr("not measured") if is_unmeasured(room) else self._presences[room.presence]

    def _note(self, room: RoomStatus) -> str:
        """The second line of the state's cell."""
        if known := room.problem or self._notes.get(room.presence, ""):
            return known
        if room.missing:
            return self.tr("lacks %n song(s)", "", room.missing)
        return self.tr("lead room") if room.leading else ""

    def _position(self, room: RoomStatus) -> str:
        words = {"play": "", "pause": self.tr("paused"), "stop": self.tr("stopped")}
        at = format_duration(room.elapsed) if room.elapsed is not None and room.playing != "stop" else ""
        return " · ".join(part for part in (at, words.get(room.playing, "")) if part)

    def _latency(self, room: RoomStatus) -> str:
        return self.tr("unknown") if room.one_way is None else self.tr("{0} ms").format(format_ms(room.one_way, 1))

    def _loss(self, room: RoomStatus) -> str:
        return self.tr("{0:.0%} lost").format(room.loss) if room.loss >= NOTABLE_LOSS else ""

    def _skew(self, room: RoomStatus) -> str:
        if room.skew is None:
            return self.tr("unknown")
        if room.skew == room.uncertainty == 0:
            return self.tr("reference")
        sure = "" if room.uncertainty is None else f" ±{format_ms(room.uncertainty, 1)}"
        return self.tr("{0} ms").format(format_ms(room.skew, 1, signed=True) + sure)

    def _refresh(self, place: int, row: RoomsRow) -> None:
        """Emits `dataChanged` for the cells whose text changed; for the whole row if colours or shapes may differ."""
        before, texts = self._texts[place], self._texts_of(row.room)
        self._texts[place] = texts
        changed = [column for column in RoomsColumn if texts[column] != before[column]]
        if (changed and changed[0] <= RoomsColumn.STATE) or texts[RoomsColumn.ON] != before[RoomsColumn.ON]:
            changed = list(RoomsColumn)
        if changed:
            self.dataChanged.emit(self.index(place, changed[0]), self.index(place, changed[-1]))

    def _rebuild(self, wanted: tuple[RoomsRow, ...]) -> None:
        """Removes the rows of rooms that are not in `wanted`, and appends new ones."""
        names = {row.room.name for row in wanted}
        for place in reversed(range(len(self._rows))):
            if self._rows[place].room.name not in names:
                self.beginRemoveRows(QModelIndex(), place, place)
                self._rows = self._rows[:place] + self._rows[place + 1 :]
                del self._texts[place]
                self.endRemoveRows()
        if (kept := len(self._rows)) < len(wanted):
            self.beginInsertRows(QModelIndex(), kept, len(wanted) - 1)
            self._texts += [self._texts_of(row.room) for row in wanted[kept:]]
            self._rows = wanted
            self.endInsertRows()

    def _name_columns(self) -> tuple[str, ...]:
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

    def _explain_columns(self) -> tuple[str, ...]:
        return (
            "",
            "",
            "",
            self.tr("Time a command takes to reach the room"),
            self.tr("How much later than the reference room it sounds, with the uncertainty (±)"),
            self.tr("How much louder than the group's volume, in points (+ and \u2212 keys; double-click to type)"),
            self.tr(
                "How much later the room should sound (\u2190 and \u2192 keys, with Shift by 10; double-click to type)"
            ),
            self.tr("Whether the room plays with the group (Space)"),
        )


def _side(column: RoomsColumn) -> Qt.AlignmentFlag:
    if column in (RoomsColumn.NAME, RoomsColumn.STATE, RoomsColumn.SONG):
        return Qt.AlignmentFlag.AlignLeft
    figure = column in (RoomsColumn.LATENCY, RoomsColumn.SKEW)
    return Qt.AlignmentFlag.AlignRight if figure else Qt.AlignmentFlag.AlignHCenter
