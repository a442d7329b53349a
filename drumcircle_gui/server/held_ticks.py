"""Ticks that wait until they are recorded before they are delivered. Pure."""

from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

MAX_HELD_TICKS = 4
"""Ticks that wait to be recorded before they are sent. A slower disk delays nobody further."""


class HeldTicks(Generic[T]):
    """Passes ticks to `deliver`, in order, each once."""

    def __init__(self, deliver: Callable[[T], None]) -> None:
        self._deliver = deliver
        self._held: deque[T] = deque()
        self._taken = self._delivered = 0

    def hold(self, tick: T) -> None:
        """Deliver `tick` when it is recorded, or when MAX_HELD_TICKS later ones wait."""
        self._held.append(tick)
        self._taken += 1
        self.release(self._taken - MAX_HELD_TICKS)

    def release(self, recorded: int) -> None:
        """The first `recorded` ticks are recorded: deliver them, as far as they are not delivered yet."""
        while self._held and self._delivered < recorded:
            self._delivered += 1
            self._deliver(self._held.popleft())

    def release_all(self) -> None:
        """Deliver what is held, recorded or not."""
        self.release(self._taken)

    def drop(self) -> None:
        """Deliver none of what is held."""
        self._held.clear()
