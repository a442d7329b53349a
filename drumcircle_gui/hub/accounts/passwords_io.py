"""Hashes passwords with argon2id on separate threads, so that logins do not delay the circles."""

import asyncio
import contextlib
import os
import sys
import threading
from collections import deque
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from drumcircle_gui.protocol.account_rules import normal_password

T = TypeVar("T")
Line = deque["asyncio.Future[None]"]

THREADS = 1
"""Number of hashes at a time: each occupies a core for some 50 ms, which the circles need too."""

MAX_WAITING = 64
"""Maximum numbers of waiting hashes: of those that are served first, and of all others. Further logins are refused."""


NICENESS = 5
"""Niceness of these threads. A higher one would let other programs interrupt them while they hold the interpreter lock,
which would delay the circles."""


class TooManyLogins(Exception):
    """MAX_WAITING hashes are waiting already."""


class Passwords:
    """Argon2id with the parameters that RFC 9106 recommends for little memory (64 MiB, 3 passes)."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher(time_cost=3, memory_cost=65_536, parallelism=1)
        self._threads = ThreadPoolExecutor(THREADS, "passwords", initializer=_yield_to_circles)
        self._hashing = False
        self._lines: tuple[Line, Line] = deque(), deque()
        self._decoy: str | None = None

    async def hashed(self, password: str) -> str:
        """The hash to store for `password`; TooManyLogins if MAX_WAITING hashes wait."""
        return await self._run(lambda: self._hasher.hash(normal_password(password)))

    async def fits(self, kept: str | None, password: str, first: bool = False) -> bool:
        """Whether `kept` is the hash of `password`. If `kept` is None, returns False after the same time. With `first`,
        it goes ahead of waiting calls without it. Raises TooManyLogins."""
        return await self._run(lambda: self._verify(kept, normal_password(password)), first)

    def close(self) -> None:
        self._threads.shutdown(wait=True, cancel_futures=True)

    async def _run(self, work: Callable[[], T], first: bool = False) -> T:
        line = self._lines[0 if first else 1]
        if len(line) >= MAX_WAITING:
            raise TooManyLogins
        async with self._turn(line):
            return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    @contextlib.asynccontextmanager
    async def _turn(self, line: Line) -> AsyncIterator[None]:
        """Wait in `line` while another password is hashed."""
        if self._hashing:
            turn = asyncio.get_running_loop().create_future()
            line.append(turn)
            try:
                await turn
            except asyncio.CancelledError:
                if turn in line:
                    line.remove(turn)
                else:
                    self._end_turn()
                raise
        self._hashing = True
        try:
            yield
        finally:
            self._end_turn()

    def _end_turn(self) -> None:
        waiting = next((line for line in self._lines if line), None)
        self._hashing = waiting is not None
        if waiting:
            turn = waiting.popleft()
            if turn.done():  # cancelled, and not yet out of the line
                self._end_turn()
            else:
                turn.set_result(None)

    def _verify(self, kept: str | None, password: str) -> bool:
        if self._decoy is None:
            self._decoy = self._hasher.hash("decoy")
        try:
            return self._hasher.verify(kept or self._decoy, password) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


def _yield_to_circles() -> None:
    """Lower this thread's priority below the event loop's. Only Linux has priorities of threads; elsewhere,
    do nothing."""
    if sys.platform == "linux":
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)
