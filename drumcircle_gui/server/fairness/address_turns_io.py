"""One at a time for each address, so that what waits costs nothing, however much of it one address sends."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class AddressTurns:
    """Addresses take turns of their own; those of one address are taken in the order in which they were requested."""

    def __init__(self) -> None:
        self._locks: dict[str, asyncio.Lock] = {}
        self._users: Counter[str] = Counter()

    def __len__(self) -> int:
        """Addresses that have a turn or wait for one."""
        return len(self._locks)

    @asynccontextmanager
    async def turn(self, address: str) -> AsyncIterator[None]:
        """Wait until it is this address's turn; it ends with the block."""
        lock = self._locks.setdefault(address, asyncio.Lock())
        self._users[address] += 1
        try:
            async with lock:
                yield
        finally:
            self._users[address] -= 1
            if not self._users[address]:
                del self._users[address], self._locks[address]
