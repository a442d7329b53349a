"""The accounts of a hub: register, log in, change, with an audit log. Never blocks the event loop."""

import asyncio
import contextlib
import hmac
import logging
import secrets
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.account_rules import broken, password_rules, registration_rules
from drumcircle_gui.protocol.directory import MAX_ROWS
from drumcircle_gui.protocol.sanitize import clean_name
from drumcircle_gui.server.fairness.key_brake import KeyBrake
from drumcircle_gui.tasks import AddressTurns
from drumcircle_gui.timing.units import Micros, local_micros

from .account import (
    WAITING_FOR_APPROVAL,
    Account,
    AccountRole,
    AccountState,
    AccountsUnusable,
    AuditLine,
    Login,
    account_key,
    matching_accounts,
)
from .passwords_io import Passwords, TooManyLogins
from .store_io import AccountStore

log = logging.getLogger(__name__)

T = TypeVar("T")

FIRST_CODE = "first administrator's code"

MAX_WAITING_ACCOUNTS = 1000
"""Maximum number of accounts that wait for approval: anybody may register, and each one takes space on the disk."""

_WRONG = ("The name or the password is wrong.", "Try again.")
_SLOW = ("Too many wrong passwords came from your network, or for this account.", "Wait some minutes, then try again.")
_BUSY = ("Very many people log in just now.", "Try again in a minute.")
_DISABLED = ("Your account has been disabled.", "Ask the hub's administrator.")
_TAKEN = ("Somebody has that name, or one that looks alike, already.", "Choose another name.")
_TOO_MANY_WAIT = ("Very many accounts wait for approval here.", "Try again later, or ask the hub's administrator.")
_BAD_CODE = ("This code is not valid, or has been used.", "Register without it, or look it up again.")


class Accounts:
    """The accounts in `folder`, from `open` to `close`. `wall` returns the wall-clock time, in micros.

    Every method raises DrumCircleError, whose text is for the user. `on_disabled` is called with the name of an account
    that has been disabled.
    """

    on_disabled: Callable[[str], None] = staticmethod(lambda name: None)

    def __init__(self, folder: Path, wall: Callable[[], Micros], passwords: Passwords | None = None) -> None:
        self._folder, self._wall = folder, wall
        self._passwords = passwords or Passwords()
        self._thread = ThreadPoolExecutor(1, "accounts")
        self._by_address, self._by_account, self._by_holder = KeyBrake(), KeyBrake(), KeyBrake()
        self._turns, self._suspects = AddressTurns(), asyncio.Lock()

    async def open(self) -> str:
        """Open the file. Returns the one-time code with which the first administrator registers; "" once
        there is one."""
        self._store = await self._on_thread(lambda: AccountStore(self._folder))
        return await self._on_thread(self._first_code)

    async def close(self) -> None:
        await self._on_thread(self._store.close)
        self._thread.shutdown()
        await asyncio.to_thread(self._passwords.close)

    async def register(
        self, name: str, mail: str, password: str, again: str, address: str = "", code: str = ""
    ) -> Account:
        """Create an account, which waits for approval. With the one-time `code` it becomes the first administrator."""
        if problems := broken(registration_rules(name, mail, password, again)):
            raise DrumCircleError(" ".join(problems))
        async with self._turn(address):
            first = bool(code) and await self._uses_first_code(name, code, address)
            await self._on_thread(lambda: self._check_room(name, first))
            kept = await self._hashed(password)
        account = await self._on_thread(lambda: self._add(name, mail, kept, first))
        await self._note(name, "registered", name, address)
        return account

    async def log_in(self, name: str, password: str, address: str) -> tuple[Account, str]:
        """Log in; return the account and a new token. Wrong passwords slow down further attempts, for each address and
        each account. An address that has a login of the account is served first, and does not wait for the guesses of
        others."""
        key = account_key(name)
        known = await self._on_thread(lambda: self._store.has_login_at(key, address))
        async with self._turn(address, known):
            self._check_brake(key, address, known)
            account = await self._on_thread(lambda: self._store.by_name(name))
            kept = await self._on_thread(lambda: self._store.password_of(account.id)) if account else None
            try:
                fits = await self._fits(kept, password, known)
            except asyncio.CancelledError:  # the client has gone
                self._slow_down(key, address)
                raise
            if account is None or not fits:
                self._slow_down(key, address)
                await self._note_wrong(name, "password", address)
                raise DrumCircleError(*_WRONG)
        if account.state != "enabled":
            raise DrumCircleError(*(WAITING_FOR_APPROVAL if account.state == "waiting" else _DISABLED))
        token = await self.new_token(account, address)
        await self._note(account.name, "logged in", account.name, address)
        return await self.of_token(token) or account, token

    async def new_token(self, account: Account, address: str) -> str:
        """Create a token for the account, requested from `address`. It is valid while the account is enabled."""
        token = secrets.token_urlsafe(32)
        await self._on_thread(lambda: self._store.add_token(account.id, token, self._wall(), address))
        return token

    async def of_token(self, token: str) -> Account | None:
        """The enabled account that is logged in with `token`."""
        account = await self.owner(token)
        return account if account is not None and account.state == "enabled" else None

    async def owner(self, token: str) -> Account | None:
        """The account that has `token`, even while it waits for approval."""
        return await self._on_thread(lambda: self._use(token)) if token else None

    async def change_password(self, account: Account, old: str, new: str, again: str, address: str = "") -> None:
        """Change the password and end all logins of the account. Wrong passwords given by somebody logged in are
        counted separately, so that they are not slowed down by others who guess at the same address."""
        if problems := broken(password_rules(new, again, account.name, account.mail)):
            raise DrumCircleError(" ".join(problems))
        key = account_key(account.name)
        async with self._turns.turn(f"logged in: {key}"):
            if self._by_holder.paused(key, local_micros()):
                raise DrumCircleError(*_SLOW)
            kept = await self._on_thread(lambda: self._store.password_of(account.id))
            if not await self._fits(kept, old, first=True):
                self._by_holder.wrong_key(key, local_micros())
                await self._note(account.name, "gave a wrong password", account.name, address)
                raise DrumCircleError(*_WRONG)
            fresh = await self._hashed(new)
        await self._on_thread(lambda: self._store.change(account.id, self._wall(), password=fresh))
        await self._note(account.name, "changed the password", account.name, address)

    async def log_out_everywhere(self, account: Account, address: str = "") -> None:
        await self._on_thread(lambda: self._store.drop_tokens(account.id))
        await self._note(account.name, "logged out everywhere", account.name, address)

    async def logins(self, by: Account, name: str) -> tuple[Account, list[Login]]:
        """The account `name` ("": one's own) and its logins, the latest first. Only administrators may read others'."""
        account = await self._subject(by, name)
        return account, await self._on_thread(lambda: self._store.logins(account.id))

    async def end_login(self, by: Account, name: str, login: str, address: str = "") -> None:
        """End one login of the account `name` ("": one's own). Only administrators may end others'."""
        account = await self._subject(by, name)
        if await self._on_thread(lambda: self._store.drop_login(account.id, login)):
            await self._note(by.name, "ended a login", account.name, address)

    async def administer(
        self, by: Account, name: str, *, state: AccountState | None = None, role: AccountRole | None = None
    ) -> Account:
        """Change an account on behalf of an administrator."""
        _check_administrator(by)
        changed = await self._on_thread(
            lambda: change_account(self._store, by.name, name, self._wall(), state=state, role=role)
        )
        if changed.state != "enabled":
            self.on_disabled(changed.name)
        return changed

    async def notice_changes(self) -> None:
        """Look for accounts that another process, such as the command line, has disabled."""
        for name in await self._on_thread(self._not_enabled_elsewhere):
            self.on_disabled(name)

    async def find(
        self, by: Account, search: str = "", state: str = "", role: str = "", skip: int = 0, limit: int = MAX_ROWS
    ) -> tuple[int, list[Account]]:
        """The number of accounts in `state` and with `role` ("": any) whose name or mail address contains each word of
        `search`, and the first `limit` of them; those that wait for approval come first. For administrators."""
        _check_administrator(by)
        found = await self._on_thread(lambda: matching_accounts(self._store.accounts(), search, state, role))
        return len(found), found[skip : skip + limit]

    async def audit(self, by: Account, search: str, before: int, limit: int) -> list[AuditLine]:
        """Lines of the audit log, the latest first (see `AccountStore.audit`). For administrators."""
        _check_administrator(by)
        return await self._on_thread(lambda: self._store.audit(limit, search, before))

    # --- inside

    @contextlib.asynccontextmanager
    async def _turn(self, address: str, known: bool = False) -> AsyncIterator[None]:
        """Let each address check one password at a time. All addresses that gave wrong passwords share one turn, so
        that the others do not wait long however many of them there are."""
        async with self._turns.turn(address):
            if known or self._by_address.clean(address, local_micros()):
                yield
            else:
                async with self._suspects:
                    yield

    async def _hashed(self, password: str) -> str:
        try:
            return await self._passwords.hashed(password)
        except TooManyLogins:
            raise DrumCircleError(*_BUSY) from None

    async def _fits(self, kept: str | None, password: str, first: bool = False) -> bool:
        try:
            return await self._passwords.fits(kept, password, first)
        except TooManyLogins:
            raise DrumCircleError(*_BUSY) from None

    async def _subject(self, by: Account, name: str) -> Account:
        """The account `name` if `by` may see it and log it out: its own, or any for an administrator. DrumCircleError
        otherwise."""
        if not name or account_key(name) == account_key(by.name):
            return by
        _check_administrator(by)
        return await self._on_thread(lambda: known_account(self._store, name))

    def _use(self, token: str) -> Account | None:
        """The account that has `token`; records that it was seen now. Runs on the store's thread."""
        account = self._store.by_token(token)
        if account is not None:
            with contextlib.suppress(AccountsUnusable):  # it is logged, and who may only read may come in
                self._store.mark_seen(token, self._wall())
        return account

    def _not_enabled_elsewhere(self) -> list[str]:
        if not self._store.changed_elsewhere():
            return []
        return [account.name for account in self._store.accounts() if account.state != "enabled"]

    def _check_room(self, name: str, first: bool) -> None:
        """DrumCircleError if an account of that name cannot be added. Runs on the store's thread."""
        if first and self._store.fact(FIRST_CODE) == "used":
            raise DrumCircleError(*_BAD_CODE)
        if not first and self._store.count("waiting") >= MAX_WAITING_ACCOUNTS:
            raise DrumCircleError(*_TOO_MANY_WAIT)
        if self._store.by_name(name) is not None:
            raise DrumCircleError(*_TAKEN)

    def _add(self, name: str, mail: str, password: str, first: bool) -> Account:
        """Add an account with the hash `password`. Runs on the store's thread, so that of two simultaneous requests
        with the same name or the same one-time code only one succeeds."""
        self._check_room(name, first)
        state: AccountState = "enabled" if first else "waiting"
        role: AccountRole = "administrator" if first else "player"
        account = self._store.add(name, mail, password, state, role, self._wall())
        if account is None:  # another process has added it
            raise DrumCircleError(*_TAKEN)
        if first:
            self._store.keep_fact(FIRST_CODE, "used")
        return account

    def _check_brake(self, key: str, address: str, known: bool = False) -> None:
        """Raise DrumCircleError for an address with too many wrong passwords. For an account with too many wrong
        passwords, also refuse each address that has given one, unless it is `known`, which means that it has a login of
        the account. The password is not checked."""
        now = local_micros()
        guessed = self._by_account.paused(key, now) and not self._by_address.clean(address, now)
        if self._by_address.paused(address, now) or (guessed and not known):
            raise DrumCircleError(*_SLOW)

    def _slow_down(self, key: str, address: str) -> None:
        now = local_micros()
        self._by_address.wrong_key(address, now)
        self._by_account.wrong_key(key, now)

    async def _note_wrong(self, name: str, what: str, address: str) -> None:
        shown = clean_name(name, default="?")  # a stranger's text: the log is shown in a terminal
        await self._note(shown, f"gave a wrong {what}", shown, address)

    async def _uses_first_code(self, name: str, code: str, address: str) -> bool:
        self._check_brake("", address)
        kept = await self._on_thread(lambda: self._store.fact(FIRST_CODE))
        if kept in ("", "used") or not hmac.compare_digest(kept.encode(), code.encode()):
            self._slow_down("", address)
            await self._note_wrong(name, "one-time code", address)
            raise DrumCircleError(*_BAD_CODE)
        return True

    def _first_code(self) -> str:
        kept = self._store.fact(FIRST_CODE)
        if not kept:
            kept = secrets.token_urlsafe(12)
            self._store.keep_fact(FIRST_CODE, kept)
        return "" if kept == "used" else kept

    async def _note(self, actor: str, action: str, subject: str, address: str) -> None:
        await self._on_thread(lambda: self._store.note(self._wall(), actor, action, subject, address))

    async def _on_thread(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)


def change_account(
    store: AccountStore,
    by: str,
    name: str,
    now: Micros,
    *,
    state: AccountState | None = None,
    role: AccountRole | None = None,
) -> Account:
    """Change an account's state or role, and log that `by` did so. DrumCircleError if there is no such account, or if
    no administrator would be left."""
    account = known_account(store, name)
    loses = account.role == "administrator" and (
        state in ("waiting", "disabled") or role not in (None, "administrator")
    )
    if loses and not _others(store, account):
        raise DrumCircleError(
            f"{account.name} is the only administrator.", "Make somebody else an administrator first."
        )
    store.change(account.id, now, state=state, role=role)
    store.note(now, by, f"set {state or role}", account.name)
    changed = store.by_name(name)
    assert changed is not None
    return changed


def known_account(store: AccountStore, name: str) -> Account:
    """The account called `name`. DrumCircleError if there is none."""
    account = store.by_name(name)
    if account is None:
        raise DrumCircleError(f"There is no account “{name}”.", "Look at the list of accounts.")
    return account


def _check_administrator(by: Account) -> None:
    if by.role != "administrator" or by.state != "enabled":
        raise DrumCircleError("Only an administrator may do this.")


def _others(store: AccountStore, account: Account) -> bool:
    return any(
        other.role == "administrator" and other.state == "enabled" and other.id != account.id
        for other in store.accounts()
    )
