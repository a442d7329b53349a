"""Runs computations on long queues in a thread: those of 16,000 songs would block the event loop for 50 ms."""

import asyncio
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

LONG = 512
"""Number of songs from which a thread costs less than blocking the loop."""


async def offload(songs: int, compute: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """The result of `compute`, which must be pure and whose arguments must not change meanwhile. It runs in a thread
    for LONG `songs` or more."""
    if songs < LONG:
        return compute(*args, **kwargs)
    return await asyncio.to_thread(compute, *args, **kwargs)
