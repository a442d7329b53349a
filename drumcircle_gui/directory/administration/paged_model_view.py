"""A Qt table model whose rows are loaded page by page; only changes are passed to the view."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")


class PagedModel(QAbstractTableModel, Generic[Row]):
    """Rows with `columns` columns, each row identified by its `key`. A subclass adds `titles` and `data`.

    Emits `more_wanted` when the view scrolls to rows that are not loaded yet, once for each number of loaded rows.
    """

    more_wanted = Signal()

    def __init__(self, columns: int, key: Callable[[Row], Hashable], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns, self._key = columns, key
        self._rows: tuple[Row, ...] = ()
        self._more, self._asked_at = False, 0

    def show_rows(self, rows: Sequence[Row], *, more: bool) -> None:
        """Show `rows`; `more`: there are further ones to load. If the present rows are still the first ones, even with
        other contents, they stay in place."""
        before, new, self._more = self._rows, tuple(rows), more
        if not self.keeps_places(new):
            self.beginResetModel()
            self._rows, self._asked_at = new, 0
            self.endResetModel()
            return
        changed = [place for place, row in enumerate(before) if row != new[place]]
        if len(new) > len(before):
            self.beginInsertRows(QModelIndex(), len(before), len(new) - 1)
            self._rows = new
            self.endInsertRows()
        self._rows = new
        if changed:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], self._columns - 1))

    def keeps_places(self, rows: Sequence[Row]) -> bool:
        """Whether `rows` begin with the rows that are shown, as they are or with other contents."""
        return [self._key(row) for row in self._rows] == [self._key(row) for row in rows[: len(self._rows)]]

    def row(self, place: int) -> Row:
        return self._rows[place]

    def titles(self) -> tuple[str, ...]:
        """The columns' titles."""
        raise NotImplementedError

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._columns

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more and self._asked_at < len(self._rows)

    def fetchMore(self, parent: Index) -> None:
        self._asked_at = len(self._rows)
        self.more_wanted.emit()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return self.titles()[section] if role == Qt.ItemDataRole.DisplayRole else None
