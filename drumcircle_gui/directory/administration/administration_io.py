"""The controller of the page of a hub's accounts: carries out one request after the other on one connection."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import msgspec

from drumcircle_gui.directory.directory_client_io import DirectoryClient, RequestDeclined, open_directory
from drumcircle_gui.directory.hub_address import HubAddress
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.directory import MAX_ROWS, AccountRow, ChangeAccounts
from drumcircle_gui.tasks import Tasks

from .administration_state import (
    AccountFilter,
    AdministrationIntent,
    AdministrationNotice,
    AdministrationState,
    ChangeStanding,
    EndShownLogin,
    FindAccounts,
    LoadMoreAccounts,
    ReadAudit,
    ReadOlderAudit,
    ShowLogins,
    UndoStanding,
)
from .standing_changes import requests, undo

log = logging.getLogger(__name__)

REFRESH_INTERVAL_S = 8.0
"""Time between two searches for new accounts; a hub ends a connection that is silent for 20 s."""


class Administration:
    """The accounts of the hub at `address`, as an administrator who is logged in with `token`. `on_state` gets the new
    state after each change.

    Call `handle` from any thread, everything else on the loop that `start` ran on.
    """

    def __init__(self, address: HubAddress, token: str, on_state: Callable[[AdministrationState], None]) -> None:
        self._address, self._token, self._on_state = address, token, on_state
        self._state = AdministrationState()
        self._undo: list[ChangeStanding] = []
        self._wanted: asyncio.Queue[AdministrationIntent] = asyncio.Queue()
        self._notices = 0
        self._problem = "", ""
        self._tasks = Tasks()

    async def start(self) -> None:
        """Begin to load the accounts."""
        self._loop = asyncio.get_running_loop()
        self._wanted.put_nowait(FindAccounts(AccountFilter()))
        self._tasks.start(self._run(), f"accounts of {self._address}")

    async def close(self) -> None:
        """Cancel all requests, and disconnect. Idempotent."""
        await self._tasks.close()

    def handle(self, intent: AdministrationIntent) -> None:
        """Carry out `intent`, after those before it."""
        self._loop.call_soon_threadsafe(self._wanted.put_nowait, intent)

    # --- requests, one after the other

    async def _run(self) -> None:
        while True:
            intent = await self._wanted.get()  # connects only when there is something to ask
            try:
                async with open_directory(self._address, self._token) as client:
                    await self._serve(client, intent)
            except DrumCircleError as error:
                log.info("accounts of %s: %s", self._address, error)
                self._publish(changing=0)
                self._notify(error.what, error.todo)

    async def _serve(self, client: DirectoryClient, intent: AdministrationIntent | None) -> None:
        """Carry out intents on one connection, beginning with `intent`, and look for new accounts meanwhile.
        DrumCircleError when the connection is lost."""
        while True:
            try:
                if intent is None:
                    await self._refresh(client)
                elif not self._is_outdated(intent):
                    log.debug("%s", type(intent).__name__)
                    await self._carry_out(client, intent)
            except RequestDeclined as error:
                self._publish(changing=0)
                self._notify(error.what, error.todo)
            intent = await self._next()

    async def _next(self) -> AdministrationIntent | None:
        try:
            async with asyncio.timeout(REFRESH_INTERVAL_S):
                return await self._wanted.get()
        except TimeoutError:
            return None

    def _is_outdated(self, intent: AdministrationIntent) -> bool:
        """Whether a search is skipped because another one is queued behind it."""
        return isinstance(intent, FindAccounts | ReadAudit) and not self._wanted.empty()

    async def _carry_out(self, client: DirectoryClient, intent: AdministrationIntent) -> None:
        match intent:
            case FindAccounts(which):
                await self._find(client, which)
            case LoadMoreAccounts(every):
                await self._load_more(client, every=every)
            case ChangeStanding():
                await self._change(client, intent)
            case UndoStanding():
                await self._take_back(client)
            case ReadAudit() | ReadOlderAudit():
                await self._read_audit(client, intent)
            case ShowLogins() | EndShownLogin():
                await self._show(client, intent)

    # --- accounts

    async def _find(self, client: DirectoryClient, which: AccountFilter) -> None:
        answer = await client.accounts(which.search, which.state, which.role)
        self._publish(filter=which, rows=answer.rows, total=answer.total, answered=True)

    async def _load_more(self, client: DirectoryClient, *, every: bool) -> None:
        while not self._state.complete:
            which = self._state.filter
            answer = await client.accounts(which.search, which.state, which.role, len(self._state.rows))
            self._state = self._state.with_page(answer.rows, answer.total)
            self._publish()
            if not every:
                return

    async def _refresh(self, client: DirectoryClient) -> None:
        """Load accounts that are new. A list of several pages is left unchanged, so that it does not move while it is
        read."""
        if len(self._state.rows) <= MAX_ROWS:
            await self._find(client, self._state.filter)
        else:
            await client.round_trip()

    async def _change(self, client: DirectoryClient, change: ChangeStanding) -> None:
        changed = await self._send(client, [change])
        self._undo = undo(change, changed)
        if changed or self._problem[0]:
            self._notify(*self._problem, state=change.state, role=change.role, count=len(changed))

    async def _take_back(self, client: DirectoryClient) -> None:
        changes, self._undo = self._undo, []
        changed = await self._send(client, changes)
        self._notify(*self._problem, count=len(changed))

    async def _send(self, client: DirectoryClient, changes: list[ChangeStanding]) -> list[str]:
        """Have the hub carry out `changes`; return the names of the changed accounts. If some cannot be changed, the
        others are, and `_problem` says why."""
        self._problem = "", ""
        parts = [request for change in changes for request in requests(change)]
        left, changed = sum(len(part.names) for part in parts), []
        for part in parts:
            self._publish(changing=left)
            rows = await self._send_part(client, part)
            left -= len(part.names)
            changed += [row.name for row in rows]
            self._state = self._state.with_rows(rows)
        self._publish(changing=0)
        return changed

    async def _send_part(self, client: DirectoryClient, part: ChangeAccounts) -> tuple[AccountRow, ...]:
        """The accounts that were changed; one by one if they cannot be changed together."""
        try:
            return (await client.change_accounts(part)).rows
        except RequestDeclined as error:
            if len(part.names) == 1:
                self._problem = error.what, error.todo
                return ()
        alone = [msgspec.structs.replace(part, names=(name,)) for name in part.names]
        return tuple([row for each in alone for row in await self._send_part(client, each)])

    # --- the audit log, and logins

    async def _read_audit(self, client: DirectoryClient, intent: ReadAudit | ReadOlderAudit) -> None:
        if isinstance(intent, ReadAudit):
            self._state = replace(self._state, audit_search=intent.search, audit=())
        known = self._state.audit
        answer = await client.audit_log(self._state.audit_search, known[-1].number if known else 0)
        self._publish(audit=known + answer.rows, audit_more=answer.more)

    async def _show(self, client: DirectoryClient, intent: ShowLogins | EndShownLogin) -> None:
        shown = self._state.shown
        if isinstance(intent, ShowLogins):
            self._publish(shown=await client.show_account(intent.name) if intent.name else None)
        elif shown is not None:
            self._publish(shown=await client.end_login(intent.login, shown.account.name))

    # --- what is shown

    def _notify(self, problem: str = "", todo: str = "", **changed: Any) -> None:
        self._notices += 1
        self._publish(notice=AdministrationNotice(self._notices, problem, todo, **changed))

    def _publish(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self._on_state(self._state)
