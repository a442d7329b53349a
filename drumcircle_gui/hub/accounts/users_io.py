"""Lists and changes a hub's accounts from the command line, also while the hub runs."""

from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.timing.units import SECOND, Micros

from .account import ACCOUNT_ROLES, Account, AccountRole, AccountState, AuditLine, Login
from .accounts_io import change_account, known_account
from .store_io import FILE_NAME, AccountStore

BY = "the command line"
MAX_LOG_LINES = 200
HEAD = f"{'name':<32}  {'state':<8}  {'role':<13}  {'last seen (UTC)':<19}  mail"
"""The line above a list of accounts."""

_STATES: dict[str, AccountState] = {"approve": "enabled", "enable": "enabled", "disable": "disabled"}
_ROLES: dict[str, AccountRole] = {role: role for role in ACCOUNT_ROLES}


def manage_users(folder: Path, action: str, names: Sequence[str], now: Micros) -> list[str]:
    """Carry out `action`, and return lines to show. DrumCircleError if it fails; accounts before the failed one are
    changed.

    `action`: "list", "log", "logins", "end-login" (`names`: the account and ids of its logins), or, for the accounts
    `names`, a new state or role. `now`: by the wall clock.
    """
    if not (folder / FILE_NAME).exists():
        raise DrumCircleError(f"There are no accounts in {folder}.", "Start the hub with --registered first.")
    if (action in ("list", "log") and names) or (action not in ("list", "log") and not names):
        raise DrumCircleError(f"`{action}` takes {'no names' if names else 'the names of accounts'}.")
    with closing(AccountStore(folder)) as store:
        if action == "list":
            lines = [account_line(account) for account in store.accounts()]
            return [HEAD, *lines] if lines else ["Nobody has registered yet."]
        if action == "log":
            return [audit_line(line) for line in reversed(store.audit(MAX_LOG_LINES))]
        if action == "logins":
            return [login_line(login) for name in names for login in store.logins(known_account(store, name).id)]
        if action == "end-login":
            return _end_logins(store, names[0], names[1:], now)
        change = {"state": _STATES.get(action), "role": _ROLES.get(action)}
        return [account_line(change_account(store, BY, name, now, **change)) for name in names]  # type: ignore[arg-type]


def account_line(account: Account) -> str:
    seen = _time(account.seen) if account.seen else "never"
    return f"{account.name:<32}  {account.state:<8}  {account.role:<13}  {seen:<19}  {account.mail}"


def login_line(login: Login) -> str:
    return f"{login.id}  made {_time(login.created)}  used {_time(login.seen)}  {login.address}".rstrip()


def audit_line(line: AuditLine) -> str:
    subject = f" {line.subject}" if line.subject != line.actor else ""
    whence = f", from {line.address}" if line.address else ""
    return f"{_time(line.at)}  {line.actor}: {line.action}{subject}{whence}"


def _end_logins(store: AccountStore, name: str, logins: Sequence[str], now: Micros) -> list[str]:
    account = known_account(store, name)
    for login in logins:
        if not store.drop_login(account.id, login):
            raise DrumCircleError(f"{account.name} has no login “{login}”.", "Look at `logins`.")
        store.note(now, BY, "ended a login", account.name)
    return [login_line(login) for login in store.logins(account.id)] or [f"{account.name} is logged in nowhere."]


def _time(at: int) -> str:
    return datetime.fromtimestamp(at / SECOND, UTC).strftime("%Y-%m-%d %H:%M:%S")
