"""Wrong passwords cost time, so that guessing does not pay: one a second and address, a few at once."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError

from .request_context import CloseClient

DELAY_S = 1.0
MAX_PENDING = 8
"""Passwords of one address that are checked at once; connections with more are closed."""


class PasswordGuard:
    """For the loop's thread."""

    def __init__(self) -> None:
        self._pending: Counter[str] = Counter()

    @asynccontextmanager
    async def attempt(self, address: str) -> AsyncIterator[None]:
        """One attempt from `address`, made within the context. An AckError for a wrong password is raised DELAY_S
        later. Raises CloseClient if too many attempts are pending."""
        if self._pending[address] >= MAX_PENDING:
            raise CloseClient
        others = self._pending[address]
        self._pending[address] += 1
        try:
            if others:
                await asyncio.sleep(DELAY_S)  # or many connections at once would reveal the right one by its speed
            yield
        except AckError as refused:
            if refused.code == AckCode.PASSWORD:
                await asyncio.sleep(DELAY_S)
            raise
        finally:
            self._pending[address] -= 1
            if not self._pending[address]:
                del self._pending[address]
