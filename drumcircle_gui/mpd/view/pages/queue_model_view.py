"""The queue as a Qt model, made for 16,384 songs: only changes are passed to the view."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from drumcircle_gui.mpd.model.format import format_duration
from drumcircle_gui.mpd.model.rooms_state import QueueSong
from drumcircle_gui.widgets.plain_text import plain_roles

Index = QModelIndex | QPersistentModelIndex


class QueueColumn(IntEnum):
    ID = 0
    TITLE = 1
    ARTIST = 2
    LENGTH = 3


class QueueModel(QAbstractTableModel):
    """Inserts and removes only the rows that differ from the queue before, so that selection and scrolling stay.

    `UserRole` gives a cell's song.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._songs: list[QueueSong] = []
        self._current: int | None = None
        self._titles = (self.tr("id"), self.tr("title"), self.tr("artist"), self.tr("length"))

    def render(self, queue: Sequence[QueueSong], current: int | None) -> None:
        """Shows `queue`; `current` is the id of the current song."""
        same = _alike(self._songs, queue)
        rest = _alike(self._songs[same:][::-1], queue[same:][::-1])
        gone, new = len(self._songs) - same - rest, len(queue) - same - rest
        if gone:
            self.beginRemoveRows(QModelIndex(), same, same + gone - 1)
            del self._songs[same : same + gone]
            self.endRemoveRows()
        if new:
            self.beginInsertRows(QModelIndex(), same, same + new - 1)
            self._songs[same:same] = queue[same : same + new]
            self.endInsertRows()
        self._mark(current)

    def song(self, place: int) -> QueueSong:
        return self._songs[place]

    def songs(self) -> list[QueueSong]:
        return self._songs

    def current(self) -> int | None:
        return self._current

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._songs)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(QueueColumn)

    def flags(self, index: Index) -> Qt.ItemFlag:
        known = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDragEnabled
        return known if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(QueueColumn(section)) | Qt.AlignmentFlag.AlignVCenter
        return self._titles[section] if role == Qt.ItemDataRole.DisplayRole else None

    @plain_roles
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        song, column = self._songs[index.row()], QueueColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(song, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return song.file
        if role == Qt.ItemDataRole.AccessibleTextRole and column == QueueColumn.TITLE and song.id == self._current:
            return self.tr("{title}, current song").format(title=song.label)
        return song if role == Qt.ItemDataRole.UserRole else None

    def _text(self, song: QueueSong, column: QueueColumn) -> str:
        texts = {QueueColumn.ID: str(song.id), QueueColumn.TITLE: song.label, QueueColumn.ARTIST: song.artist}
        return texts[column] if column in texts else format_duration(song.duration)

    def _mark(self, current: int | None) -> None:
        if current != self._current:
            before, self._current = self._current, current
            for place, song in enumerate(self._songs):
                if song.id in (before, current):
                    self.dataChanged.emit(self.index(place, 0), self.index(place, len(QueueColumn) - 1))


def _alike(one: Sequence[QueueSong], other: Sequence[QueueSong]) -> int:
    """Number of songs at the beginning that are equal in both."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a is not b and a != b), min(len(one), len(other)))


def _side(column: QueueColumn) -> Qt.AlignmentFlag:
    right = column in (QueueColumn.ID, QueueColumn.LENGTH)
    return Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
