"""Sends commands that must reach a room in time on several connections; they are idempotent."""

import asyncio
from collections.abc import Sequence

from .connection_io import Answer, MpdConnection

REPEAT_AFTER_S = (0.01, 0.03, 0.07)
"""Times after which an unanswered command is sent again: packets are lost one by one, and in bursts."""

DRAIN_TIMEOUT_S = 0.5
PROBE_TIMEOUT_S = 1.0


class RedundantSender:
    """Sends commands redundantly. Use on the loop's thread."""

    def __init__(self, lines: Sequence[MpdConnection] = ()) -> None:
        self.lines = list(lines)
        self._repeats: list[asyncio.TimerHandle] = []

    async def drain(self) -> None:
        """Wait until no earlier command can still take effect, but at most DRAIN_TIMEOUT_S."""
        self._cancel_repeats()
        waiting = [line.send(b"ping") for line in self.lines if not line.free]
        if waiting:
            await asyncio.wait(waiting, timeout=DRAIN_TIMEOUT_S)

    async def probe(self) -> None:
        """Find out which connections deliver promptly; return when one does, or after PROBE_TIMEOUT_S."""
        waiting = [line.send(b"ping") for line in self.lines if line.free]
        if waiting:
            await asyncio.wait(waiting, timeout=PROBE_TIMEOUT_S, return_when=asyncio.FIRST_COMPLETED)

    def send(self, command: bytes) -> None:
        """Send a command now on most of the prompt connections, and a little later on the others. It is also queued
        behind earlier commands, so that it takes effect last even if those are late."""
        self._cancel_repeats()
        clear = [line for line in self.lines if line.free]
        busy = [line for line in self.lines if not line.free]
        at_once = len(clear) - min(len(REPEAT_AFTER_S), len(clear) // 2)
        sent = [line.send(command) for line in (*clear[:at_once], *busy)]
        loop = asyncio.get_running_loop()
        self._repeats = [
            loop.call_later(later, self._repeat, line, command, sent)
            for line, later in zip(clear[at_once:], REPEAT_AFTER_S, strict=False)
        ]

    def close(self, why: str) -> None:
        """Cancel what is still to be sent. Idempotent."""
        self._cancel_repeats()
        for line in self.lines:
            line.close(why)

    def _cancel_repeats(self) -> None:
        for handle in self._repeats:
            handle.cancel()
        self._repeats.clear()

    def _repeat(self, line: MpdConnection, command: bytes, sent: "list[asyncio.Future[Answer]]") -> None:
        if not any(future.done() for future in sent):
            sent.append(line.send(command))
