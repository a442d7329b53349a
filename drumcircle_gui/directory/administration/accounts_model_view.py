"""The accounts of a hub as a Qt model, made for 10,000 rows: only changes are passed to the view."""

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from drumcircle_gui.directory.accounts.account_texts_view import role_name, state_name
from drumcircle_gui.protocol.directory import AccountRow
from drumcircle_gui.widgets.plain_text import plain_roles

from .administration_texts_view import time_text

Index = QModelIndex | QPersistentModelIndex


class AccountColumn(IntEnum):
    NAME = 0
    MAIL = 1
    ROLE = 2
    STATE = 3
    SEEN = 4


_TEXTS: dict[AccountColumn, Callable[[AccountRow], str]] = {
    AccountColumn.NAME: lambda row: row.name,
    AccountColumn.MAIL: lambda row: row.mail,
    AccountColumn.ROLE: lambda row: role_name(row.role),
    AccountColumn.STATE: lambda row: state_name(row.state),
    AccountColumn.SEEN: lambda row: time_text(row.seen),
}


class AccountsModel(QAbstractTableModel):
    """A table model; `UserRole` gives the account of a cell. Emits `more_wanted` when the view scrolls to rows that are
    not loaded yet."""

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[AccountRow, ...] = ()
        self._total = self._asked_at = 0

    def render(self, rows: Sequence[AccountRow], total: int) -> None:
        """Show `rows`, the loaded ones of `total` found. If only the contents of rows differ, the rows stay
        in place."""
        before, self._total = self._rows, total
        new = tuple(rows)
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
            last = self.columnCount() - 1
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], last))

    def keeps_places(self, rows: Sequence[AccountRow]) -> bool:
        """Whether `rows` begin with the accounts that are shown, as they are or changed."""
        return [row.name for row in self._rows] == [row.name for row in rows[: len(self._rows)]]

    def account(self, place: int) -> AccountRow:
        return self._rows[place]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(AccountColumn)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._asked_at < len(self._rows) < self._total

    def fetchMore(self, parent: Index) -> None:
        self._asked_at = len(self._rows)
        self.more_wanted.emit()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        titles = (self.tr("name"), self.tr("mail"), self.tr("role"), self.tr("state"), self.tr("last seen"))
        return titles[section] if role == Qt.ItemDataRole.DisplayRole else None

    @plain_roles
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self._rows[index.row()], AccountColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return _TEXTS[column](row)
        if role == Qt.ItemDataRole.ToolTipRole:
            registered = self.tr("{name}, {mail}\nregistered {time}")
            return registered.format(name=row.name, mail=row.mail, time=time_text(row.created))
        return row if role == Qt.ItemDataRole.UserRole else None
