"""The order in which connections are served: one turn each, and those that want little come first."""

from collections import deque
from typing import Generic, TypeVar

T = TypeVar("T")


class TurnQueue(Generic[T]):
    """Two queues, as in FQ-CoDel (RFC 8290): a connection that was idle comes before those that still have work.

    A member that sends a message now and then waits for one turn of those before it, however many others flood the
    server.
    """

    def __init__(self) -> None:
        self._fresh: deque[T] = deque()
        self._busy: deque[T] = deque()
        self._queued: set[T] = set()

    def __bool__(self) -> bool:
        return bool(self._queued)

    def enter(self, item: T) -> None:
        """Queue `item`, which was idle. No effect if it is queued already."""
        if item not in self._queued:
            self._queued.add(item)
            self._fresh.append(item)

    def reenter(self, item: T) -> None:
        """Queue `item`, whose turn has not finished its work, behind all others."""
        if item not in self._queued:
            self._queued.add(item)
            self._busy.append(item)

    def next(self) -> T:
        """Take out the item whose turn it is; IndexError if none is queued."""
        item = (self._fresh or self._busy).popleft()
        self._queued.discard(item)
        return item
