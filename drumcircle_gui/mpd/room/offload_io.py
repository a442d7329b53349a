"""Computations on long queues go on in a thread: those of 16,000 songs would hold up the event loop for 50 ms."""

import asyncio
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

LONG = 512
"""Songs from which on a thread costs less than the wait."""


async def offload(songs: int, compute: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """The result of `compute`, which is pure, and whose arguments do not change meanwhile. It runs in a thread if it is
    about LONG `songs` or more."""
    if songs < LONG:
        return compute(*args, **kwargs)
    return await asyncio.to_thread(compute, *args, **kwargs)
