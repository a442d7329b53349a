"""The order in which connections are served: one turn each; those with little work lately come first. Pure."""

from collections import deque
from typing import Generic, TypeVar

T = TypeVar("T")

LIGHT_IN_A_ROW = 16
"""Number of consecutive turns of light items after which a busy one gets a turn, so that no item waits for ever."""


class TurnQueue(Generic[T]):
    """Two queues, as in FQ-CoDel (RFC 8290): light items, which had little work lately, come before busy ones.

    A member that sends a message now and then waits for one turn of each light item before it, however many others
    flood the server. The owner of an item decides whether it is light: a flood may have paused for a moment, too.
    """

    def __init__(self) -> None:
        self._light: deque[T] = deque()
        self._light_in_a_row = 0
        self._busy: deque[T] = deque()
        self._queued: set[T] = set()

    def __bool__(self) -> bool:
        return bool(self._queued)

    def enter(self, item: T, *, light: bool = False) -> None:
        """Queue `item` behind all others, or behind all light ones. No effect if it is queued already."""
        if item not in self._queued:
            self._queued.add(item)
            (self._light if light else self._busy).append(item)

    def next(self) -> T:
        """Take out the item whose turn it is; IndexError if none is queued."""
        light = self._light and (self._light_in_a_row < LIGHT_IN_A_ROW or not self._busy)
        self._light_in_a_row = self._light_in_a_row + 1 if light else 0
        item = (self._light if light else self._busy).popleft()
        self._queued.discard(item)
        return item
