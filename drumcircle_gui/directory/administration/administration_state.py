"""The state of the page of a hub's accounts, and the requests that it makes. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from drumcircle_gui.protocol.directory import AccountRow, AccountShown, AuditRow


@dataclass(frozen=True, slots=True)
class AccountFilter:
    """Which accounts are shown: with each word of `search` in the name or mail address; `state` and `role` "": any."""

    search: str = ""
    state: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class AdministrationNotice:
    """A problem and what to do about it; or the result of a change: `count` accounts now have this `state`, this
    `role`, or both. If both are empty, the last change was undone."""

    number: int
    problem: str = ""
    todo: str = ""
    state: str = ""
    role: str = ""
    count: int = 0

    @property
    def undoable(self) -> bool:
        return bool(self.count and (self.state or self.role))


@dataclass(frozen=True, slots=True)
class AdministrationState:
    """The page. `rows`: the loaded accounts, of `total` found. `changing`: how many accounts of a change are not sent
    yet.

    `audit`: lines of the audit log, the latest first; `audit_more`: there are older ones. `shown`: an account and its
    logins. `answered`: the hub has answered at least once.
    """

    filter: AccountFilter = AccountFilter()
    rows: tuple[AccountRow, ...] = ()
    total: int = 0
    changing: int = 0
    audit: tuple[AuditRow, ...] = ()
    audit_search: str = ""
    audit_more: bool = False
    shown: AccountShown | None = None
    notice: AdministrationNotice | None = None
    answered: bool = False

    @property
    def complete(self) -> bool:
        """Whether all accounts that were found have been loaded."""
        return len(self.rows) >= self.total

    def with_rows(self, changed: Iterable[AccountRow]) -> "AdministrationState":
        """A copy with these accounts replaced in place, so that no row moves."""
        now = {row.name: row for row in changed}
        return replace(self, rows=tuple(now.get(row.name, row) for row in self.rows))

    def with_page(self, rows: tuple[AccountRow, ...], total: int) -> "AdministrationState":
        """A copy with the next page of accounts; an account that has moved between pages is shown once."""
        known = {row.name for row in self.rows}
        new = tuple(row for row in rows if row.name not in known)
        return replace(self, rows=self.rows + new, total=total if new else len(self.rows))


@dataclass(frozen=True, slots=True)
class FindAccounts:
    """Show the accounts of this filter."""

    filter: AccountFilter


@dataclass(frozen=True, slots=True)
class LoadMoreAccounts:
    """Load the next accounts, or `all` that were found."""

    all: bool = False


@dataclass(frozen=True, slots=True)
class ChangeStanding:
    """Set the state, the role, or both, of these accounts; "" leaves it as it is."""

    rows: tuple[AccountRow, ...]
    state: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class UndoStanding:
    """Undo the last change."""


@dataclass(frozen=True, slots=True)
class ReadAudit:
    """Show the lines of the audit log with these words."""

    search: str = ""


@dataclass(frozen=True, slots=True)
class ReadOlderAudit:
    """Load older lines of the audit log."""


@dataclass(frozen=True, slots=True)
class ShowLogins:
    """Show an account and its logins; "" closes them."""

    name: str


@dataclass(frozen=True, slots=True)
class EndShownLogin:
    """Log out the login with this id of the account that is shown."""

    login: str


AdministrationIntent = (
    FindAccounts
    | LoadMoreAccounts
    | ChangeStanding
    | UndoStanding
    | ReadAudit
    | ReadOlderAudit
    | ShowLogins
    | EndShownLogin
)
