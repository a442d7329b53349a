"""Holds ticks back until they are recorded, then delivers them. Pure."""

from collections import deque
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

MAX_HELD_TICKS = 4
"""Maximum number of ticks that wait to be recorded. Beyond it they are sent anyway, so that a slow disk delays nobody
further."""


class HeldTicks(Generic[T]):
    """Passes ticks to `deliver` in order, each once."""

    def __init__(self, deliver: Callable[[T], None]) -> None:
        self._deliver = deliver
        self._held: deque[T] = deque()
        self._taken = self._delivered = 0

    def hold(self, tick: T) -> None:
        """Deliver `tick` once it is recorded, or once MAX_HELD_TICKS later ones wait."""
        self._held.append(tick)
        self._taken += 1
        self.release(self._taken - MAX_HELD_TICKS)

    def release(self, recorded: int) -> None:
        """The first `recorded` ticks are recorded: deliver those that were not delivered yet."""
        while self._held and self._delivered < recorded:
            self._delivered += 1
            self._deliver(self._held.popleft())

    def release_all(self) -> None:
        """Deliver all held ticks, recorded or not."""
        self.release(self._taken)

    def drop(self) -> None:
        """Discard all held ticks."""
        self._held.clear()
