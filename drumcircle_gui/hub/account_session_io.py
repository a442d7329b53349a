"""The account of one directory connection: register, log in and out, and check the right to create circles."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.directory import (
    MAX_LOGINS,
    MAX_ROWS,
    AccountList,
    AccountRow,
    AccountShown,
    AuditLog,
    AuditRow,
    ChangeAccounts,
    EndLogin,
    ListAccounts,
    LoggedIn,
    LoggedOut,
    LogIn,
    LoginRow,
    LogOut,
    ReadAuditLog,
    Register,
    Registered,
    ShowAccount,
)
from drumcircle_gui.protocol.fields import Message

from .accounts.account import WAITING_FOR_APPROVAL, Account, AccountsUnusable, account_role, account_state
from .accounts.store_io import login_id

if TYPE_CHECKING:
    from .accounts.accounts_io import Accounts

_NO_ACCOUNTS = ("This hub keeps no accounts.", "You need none here.")
_LOG_IN_FIRST = ("You are not logged in.", "Log in first.")
_ASK_FOR_ROLE = ("Your account may play, but not create circles.", "Ask the hub's administrator.")


class AccountSession:
    """The account of one connection. Without `accounts` the hub has none, and everybody may create circles.

    Every method raises DrumCircleError, with a text for the user.
    """

    def __init__(self, accounts: "Accounts | None", address: str, token: str) -> None:
        self._accounts, self._address, self._token = accounts, address, token

    async def answer(self, request: Message) -> Message | None:
        """The answer to a request about accounts; None for other requests."""
        work = _ANSWERS.get(type(request))
        return None if work is None else await work(self, request)

    async def creating(self) -> str:
        """The name of the account that is about to create a circle; "" on a hub without accounts. DrumCircleError if it
        may not."""
        if self._accounts is None:
            return ""
        account = await self._account()
        if not account.conducts:
            raise DrumCircleError(*_ASK_FOR_ROLE)
        return account.name

    # --- requests

    async def _register(self, request: Register) -> Registered:
        values = request.name, request.mail, request.password, request.password
        account = await self._kept().register(*values, self._address, request.one_time_code)
        try:
            token = await self._kept().new_token(account, self._address)
        except AccountsUnusable:  # it is logged, and the account is there
            token = ""
        return Registered(account.state, token)

    async def _log_in(self, request: LogIn) -> LoggedIn:
        account, self._token = await self._kept().log_in(request.name, request.password, self._address)
        return LoggedIn(self._token, account.name, account.role)

    async def _log_out(self, request: LogOut) -> LoggedOut:
        account = await self._account()
        if request.new_password:
            new = request.new_password
            await self._kept().change_password(account, request.password, new, new, self._address)
        else:
            await self._kept().log_out_everywhere(account, self._address)
        return LoggedOut()

    async def _find(self, request: ListAccounts) -> AccountList:
        which = request.search, request.state, request.role, request.skip
        total, accounts = await self._kept().find(await self._account(), *which)
        return AccountList(total, tuple(map(_row, accounts)))

    async def _change(self, request: ChangeAccounts) -> AccountList:
        by = await self._account()
        state, role = account_state(request.state), account_role(request.role)
        changed = [await self._kept().administer(by, name, state=state, role=role) for name in request.names]
        return AccountList(len(changed), tuple(map(_row, changed)))

    async def _show(self, request: ShowAccount) -> AccountShown:
        return await self._shown(await self._owner(), request.name)

    async def _end_login(self, request: EndLogin) -> AccountShown:
        by = await self._owner()
        await self._kept().end_login(by, request.name, request.login or login_id(self._token), self._address)
        return await self._shown(by, request.name)

    async def _audit(self, request: ReadAuditLog) -> AuditLog:
        lines = await self._kept().audit(await self._account(), request.search, request.before, MAX_ROWS + 1)
        rows = (AuditRow(each.number, each.at, each.actor, each.action, each.subject, each.address) for each in lines)
        return AuditLog(tuple(rows)[:MAX_ROWS], len(lines) > MAX_ROWS)

    # --- inside

    def _kept(self) -> "Accounts":
        if self._accounts is None:
            raise DrumCircleError(*_NO_ACCOUNTS)
        return self._accounts

    async def _account(self) -> Account:
        """The enabled account of this connection."""
        account = await self._owner()
        if account.state != "enabled":
            raise DrumCircleError(*(WAITING_FOR_APPROVAL if account.state == "waiting" else _LOG_IN_FIRST))
        return account

    async def _owner(self) -> Account:
        """The account of this connection; it may be waiting for approval."""
        account = await self._kept().owner(self._token)
        if account is None:
            raise DrumCircleError(*_LOG_IN_FIRST)
        return account

    async def _shown(self, by: Account, name: str) -> AccountShown:
        account, logins = await self._kept().logins(by, name)
        own = login_id(self._token)
        rows = (LoginRow(each.id, each.created, each.seen, each.address, each.id == own) for each in logins)
        return AccountShown(_row(account), tuple(rows)[:MAX_LOGINS])


_ANSWERS: dict[type[Message], Callable[[AccountSession, Any], Awaitable[Message]]] = {
    Register: AccountSession._register,
    LogIn: AccountSession._log_in,
    LogOut: AccountSession._log_out,
    ListAccounts: AccountSession._find,
    ChangeAccounts: AccountSession._change,
    ShowAccount: AccountSession._show,
    EndLogin: AccountSession._end_login,
    ReadAuditLog: AccountSession._audit,
}


def _row(account: Account) -> AccountRow:
    return AccountRow(account.name, account.mail, account.state, account.role, account.created, account.seen)
