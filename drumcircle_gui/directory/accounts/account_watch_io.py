"""Checks periodically whether the user's accounts on hubs have been approved, changed or disabled."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace

from drumcircle_gui.directory.hub_address import KnownHub
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.tasks import Tasks

from .own_account import OwnAccount
from .own_account_io import own_account

log = logging.getLogger(__name__)

WAITING_INTERVAL_S = 5.0
"""Time between two checks of an account that waits for approval."""

USUAL_INTERVAL_S = 60.0
"""Time between two checks of any other account."""


class AccountWatch:
    """Calls `on_account`, on the event loop's thread, whenever an account on one of the followed hubs has changed."""

    def __init__(self, on_account: Callable[[OwnAccount], None]) -> None:
        self._on_account = on_account
        self._tasks = Tasks()
        self._following: dict[str, asyncio.Task[None]] = {}

    async def follow(self, hub: KnownHub, token: str) -> None:
        """Follow the account that has `token` on `hub` from now on; "" stops following it."""
        key = str(hub.address)
        if before := self._following.pop(key, None):
            before.cancel()
        self._following[key] = self._tasks.start(self._watch(hub, token), f"account on {key}")

    async def close(self) -> None:
        """Stop checking. Idempotent."""
        await self._tasks.close()

    async def _watch(self, hub: KnownHub, token: str) -> None:
        shown: OwnAccount | None = None
        while True:
            account = await self._look(hub, token, shown)
            if account != shown:
                shown = account
                self._on_account(account)
            if not account.token:
                return
            await asyncio.sleep(WAITING_INTERVAL_S if account.standing == "waiting" else USUAL_INTERVAL_S)

    async def _look(self, hub: KnownHub, token: str, before: OwnAccount | None) -> OwnAccount:
        try:
            return await own_account(hub, token)
        except DrumCircleError as error:
            log.info("the account on %s: %s", hub.address, error)
            return replace(before or OwnAccount(hub, token=token), problem=str(error))
