"""Connecting to a host with several addresses: attempts start one after another, and the first to succeed wins.

After RFC 8305 (Happy Eyeballs): addresses of both families alternate, and the next attempt starts when the one before
it has failed, or has not succeeded within ATTEMPT_DELAY_S. An address that never answers costs that delay, no more.
"""

import asyncio
import logging
import socket
from collections.abc import Callable, Coroutine, Iterable, Sequence
from itertools import chain, zip_longest
from typing import Any, TypeVar

log = logging.getLogger(__name__)

ATTEMPT_DELAY_S = 0.25
"""The "Connection Attempt Delay" that RFC 8305 recommends (section 5)."""

T = TypeVar("T")


async def resolve(host: str, port: int) -> list[str]:
    """The addresses of `host` in the order in which to try them. OSError or UnicodeError if it has none."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = alternated((family, str(address[0])) for family, _, _, _, address in found)
    log.debug("the addresses of %s: %s", host, ", ".join(addresses))
    return addresses


def alternated(found: Iterable[tuple[int, str]]) -> list[str]:
    """Addresses, given with their families in order of preference, so that families take turns; none twice."""
    families: dict[int, dict[str, None]] = {}
    for family, address in found:
        families.setdefault(family, {})[address] = None
    turns = chain.from_iterable(zip_longest(*families.values()))
    return [address for address in turns if address is not None]


async def first_success(attempts: Sequence[Callable[[], Coroutine[Any, Any, T]]], discard: Callable[[T], object]) -> T:
    """Return the result of the first attempt that succeeds, and cancel the pending ones.

    If a cancelled attempt succeeds nevertheless, its result is passed to `discard`. Raises an ExceptionGroup of all
    exceptions if every attempt fails.
    """
    waiting, errors = iter(attempts), list[Exception]()
    running: set[asyncio.Task[T]] = set()
    try:
        while True:
            if (attempt := next(waiting, None)) is not None:
                running.add(asyncio.create_task(attempt()))
            if not running:
                raise ExceptionGroup("no attempt succeeded", errors)
            delay = ATTEMPT_DELAY_S if attempt else None
            done, _ = await asyncio.wait(running, timeout=delay, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                running.discard(task)
                if (error := task.exception()) is None:
                    return task.result()
                errors.append(error)  # type: ignore[arg-type]  # asyncio lets only an Exception end a task quietly
    finally:
        await _abandon(running, discard)


async def _abandon(running: set["asyncio.Task[T]"], discard: Callable[[T], object]) -> None:
    """Cancel what still runs and wait for it."""
    for task in running:
        task.cancel()
    for result in await asyncio.gather(*running, return_exceptions=True):
        if not isinstance(result, BaseException):
            discard(result)
