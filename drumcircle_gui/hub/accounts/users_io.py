"""Lists and changes a hub's accounts from the command line, also while the hub runs."""

from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.timing.units import SECOND, Micros

from .account import ACCOUNT_ROLES, Account, AccountRole, AccountState
from .accounts_io import change_account
from .store_io import FILE_NAME, AccountStore

BY = "the command line"
MAX_LOG_LINES = 200

_STATES: dict[str, AccountState] = {"approve": "enabled", "enable": "enabled", "disable": "disabled"}
_ROLES: dict[str, AccountRole] = {role: role for role in ACCOUNT_ROLES}


def manage_users(folder: Path, action: str, names: Sequence[str], now: Micros) -> list[str]:
    """Carry out `action` ("list", "log", a change of state, or a role) for the accounts `names`; lines to show.
    `now`: by the wall clock.

    DrumCircleError if it cannot be done; accounts before the one that failed are changed.
    """
    if not (folder / FILE_NAME).exists():
        raise DrumCircleError(f"There are no accounts in {folder}.", "Start the hub with --registered first.")
    if (action in ("list", "log") and names) or (action not in ("list", "log") and not names):
        raise DrumCircleError(f"`{action}` takes {'no names' if names else 'the names of accounts'}.")
    with closing(AccountStore(folder)) as store:
        if action == "list":
            return [account_line(account) for account in store.accounts()] or ["Nobody has registered yet."]
        if action == "log":
            return [
                f"{_time(at)}  {actor}: {action} {subject} {address}".rstrip()
                for at, actor, action, subject, address in store.audit(MAX_LOG_LINES)
            ]
        change = {"state": _STATES.get(action), "role": _ROLES.get(action)}
        return [account_line(change_account(store, BY, name, now, **change)) for name in names]  # type: ignore[arg-type]


def account_line(account: Account) -> str:
    return f"{account.name:<32}  {account.state:<8}  {account.role:<13}  {account.mail}"


def _time(at: int) -> str:
    return datetime.fromtimestamp(at / SECOND, UTC).strftime("%Y-%m-%d %H:%M:%S")
