"""The accounts of a hub as a Qt model, made for 10,000 rows."""

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import QObject, Qt

from drumcircle_gui.directory.accounts.account_texts_view import role_name, state_name
from drumcircle_gui.protocol.directory import AccountRow
from drumcircle_gui.widgets.plain_text import plain_roles

from .administration_texts_view import time_text
from .paged_model_view import Index, PagedModel


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


class AccountsModel(PagedModel[AccountRow]):
    """The accounts that were found; `UserRole` gives the account of a cell."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(len(AccountColumn), lambda row: row.name, parent)

    def render(self, rows: Sequence[AccountRow], total: int) -> None:
        """Show `rows`, the loaded ones of `total` found."""
        self.show_rows(rows, more=len(rows) < total)

    def titles(self) -> tuple[str, ...]:
        return self.tr("name"), self.tr("mail"), self.tr("role"), self.tr("state"), self.tr("last seen")

    @plain_roles
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row, column = self.row(index.row()), AccountColumn(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return _TEXTS[column](row)
        if role == Qt.ItemDataRole.ToolTipRole:
            registered = self.tr("{name}, {mail}\nregistered {time}")
            return registered.format(name=row.name, mail=row.mail, time=time_text(row.created))
        return row if role == Qt.ItemDataRole.UserRole else None
