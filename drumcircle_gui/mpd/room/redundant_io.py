"""Orders that must reach a room in time, each on several connections, since it does no harm to hear one twice."""

import asyncio
from collections.abc import Sequence

from .connection_io import Answer, MpdConnection

LATER = (0.01, 0.03, 0.07)
"""Seconds after which an order is given again, unless it has been heard of: losses come one by one, and in bursts."""

TO_CALM = 0.5
TO_WARM = 1.0


class Triggers:
    """For the loop's own thread."""

    def __init__(self, lines: Sequence[MpdConnection] = ()) -> None:
        self.lines = list(lines)
        self._repeats: list[asyncio.TimerHandle] = []

    async def calm(self) -> None:
        """Until no order is under way that could still do its work; if no answer comes, not for long."""
        self._forget()
        waiting = [line.send(b"ping") for line in self.lines if not line.free]
        if waiting:
            await asyncio.wait(waiting, timeout=TO_CALM)

    async def warm(self) -> None:
        """Find out which connections are clear, as soon as one is known to be."""
        waiting = [line.send(b"ping") for line in self.lines if line.free]
        if waiting:
            await asyncio.wait(waiting, timeout=TO_WARM, return_when=asyncio.FIRST_COMPLETED)

    def tell(self, order: bytes) -> None:
        """Give the order now on most connections that are clear, and a little later on the others; behind any earlier
        order too, so that whichever is late, this one is the last."""
        self._forget()
        clear = [line for line in self.lines if line.free]
        busy = [line for line in self.lines if not line.free]
        at_once = len(clear) - min(len(LATER), len(clear) // 2)
        told = [line.send(order) for line in (*clear[:at_once], *busy)]
        loop = asyncio.get_running_loop()
        self._repeats = [
            loop.call_later(later, self._repeat, line, order, told)
            for line, later in zip(clear[at_once:], LATER, strict=False)
        ]

    def close(self, why: str) -> None:
        """May be called again."""
        self._forget()
        for line in self.lines:
            line.close(why)

    def _forget(self) -> None:
        for handle in self._repeats:
            handle.cancel()
        self._repeats.clear()

    def _repeat(self, line: MpdConnection, order: bytes, told: "list[asyncio.Future[Answer]]") -> None:
        if not any(future.done() for future in told):
            told.append(line.send(order))
