"""The account of one directory connection: register, log in and out, and check the right to create circles."""

from typing import TYPE_CHECKING

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.directory import (
    MAX_ROWS,
    AccountList,
    AccountRow,
    ChangeAccounts,
    ListAccounts,
    LoggedIn,
    LoggedOut,
    LogIn,
    LogOut,
    Register,
    Registered,
)

from .accounts.account import Account, account_role, account_state

if TYPE_CHECKING:
    from .accounts.accounts_io import Accounts

_NO_ACCOUNTS = ("This hub keeps no accounts.", "You need none here.")
_LOG_IN_FIRST = ("You are not logged in.", "Log in first.")
_ASK_FOR_ROLE = ("Your account may play, but not create circles.", "Ask the hub's administrator.")


class AccountSession:
    """One connection's account. Without `accounts` the hub keeps none, and everybody may create circles.

    Every method raises DrumCircleError, whose text is for the user.
    """

    def __init__(self, accounts: "Accounts | None", address: str, token: str) -> None:
        self._accounts, self._address, self._token = accounts, address, token

    async def register(self, request: Register) -> Registered:
        values = request.name, request.mail, request.password, request.password
        account = await self._kept().register(*values, self._address, request.one_time_code)
        return Registered(account.state)

    async def log_in(self, request: LogIn) -> LoggedIn:
        account, self._token = await self._kept().log_in(request.name, request.password, self._address)
        return LoggedIn(self._token, account.name, account.role)

    async def log_out(self, request: LogOut) -> LoggedOut:
        account = await self._account()
        if request.new_password:
            new = request.new_password
            await self._kept().change_password(account, request.password, new, new, self._address)
        else:
            await self._kept().log_out_everywhere(account, self._address)
        return LoggedOut()

    async def find(self, request: ListAccounts) -> AccountList:
        total, accounts = await self._kept().find(await self._account(), request.search, request.state, MAX_ROWS)
        return AccountList(total, tuple(map(_row, accounts)))

    async def change(self, request: ChangeAccounts) -> AccountList:
        by = await self._account()
        state, role = account_state(request.state), account_role(request.role)
        changed = [await self._kept().administer(by, name, state=state, role=role) for name in request.names]
        return AccountList(len(changed), tuple(map(_row, changed)))

    async def creating(self) -> str:
        """The name of the account, which creates a circle; "" on a hub without accounts. DrumCircleError if it may
        not."""
        if self._accounts is None:
            return ""
        account = await self._account()
        if not account.conducts:
            raise DrumCircleError(*_ASK_FOR_ROLE)
        return account.name

    def _kept(self) -> "Accounts":
        if self._accounts is None:
            raise DrumCircleError(*_NO_ACCOUNTS)
        return self._accounts

    async def _account(self) -> Account:
        account = await self._kept().of_token(self._token)
        if account is None:
            raise DrumCircleError(*_LOG_IN_FIRST)
        return account


def _row(account: Account) -> AccountRow:
    return AccountRow(account.name, account.mail, account.state, account.role, account.created)
