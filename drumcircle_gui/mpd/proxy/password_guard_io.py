"""Slows the guessing of passwords: each address may give one wrong password a second, and a few at once."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError

from .request_context import CloseClient

DELAY_S = 1.0
MAX_PENDING = 8
"""Maximum number of passwords of one address that are checked at once; further connections are closed."""


class PasswordGuard:
    """Counts attempts by address. Use on the loop's thread."""

    def __init__(self) -> None:
        self._pending: Counter[str] = Counter()

    @asynccontextmanager
    async def attempt(self, address: str) -> AsyncIterator[None]:
        """A context for one attempt from `address`. It delays the AckError of a wrong password by DELAY_S, and raises
        CloseClient if too many attempts are pending."""
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
