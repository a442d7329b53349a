"""Changes of many accounts as requests to the hub, and the changes that undo them. Pure."""

from collections.abc import Iterable, Iterator

import msgspec

from drumcircle_gui.protocol.directory import MAX_CHANGED, AccountRow, ChangeAccounts

from .administration_state import ChangeStanding


def requests(change: ChangeStanding) -> Iterator[ChangeAccounts]:
    """The requests that carry out `change`. Accounts that have the requested state and role already are left out."""
    names = [row.name for row in change.rows if _differs(row, change)]
    for begin in range(0, len(names), MAX_CHANGED):
        yield ChangeAccounts(tuple(names[begin : begin + MAX_CHANGED]), change.state, change.role)


def undo(change: ChangeStanding, changed: Iterable[str]) -> list[ChangeStanding]:
    """The changes that undo `change` for the accounts named `changed`: one for each combination of state and role
    before."""
    done = set(changed)
    before: dict[tuple[str, str], list[AccountRow]] = {}
    for row in change.rows:
        if row.name in done:
            was = row.state if change.state else "", row.role if change.role else ""
            now = msgspec.structs.replace(row, state=change.state or row.state, role=change.role or row.role)
            before.setdefault(was, []).append(now)
    return [ChangeStanding(tuple(rows), state, role) for (state, role), rows in before.items()]


def _differs(row: AccountRow, change: ChangeStanding) -> bool:
    return change.state not in ("", row.state) or change.role not in ("", row.role)
