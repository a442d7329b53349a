"""Connections that do not belong to a member yet, and the choice of the one to drop when there are too many. Pure."""

from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class PendingConnections(Generic[T]):
    """Pending connections by address, in the order in which they were made.

    When there are too many, the address with the most of them loses one. So a flood from one address displaces its own
    connections, and a client elsewhere has the time that its network needs.
    """

    def __init__(self) -> None:
        self._by_address: dict[str, dict[T, bool]] = {}
        self._addresses: dict[T, str] = {}

    def __len__(self) -> int:
        return len(self._addresses)

    def __iter__(self) -> Iterator[T]:
        return iter(self._addresses)

    def __contains__(self, item: T) -> bool:
        return item in self._addresses

    def add(self, item: T, address: str) -> None:
        self._addresses[item] = address
        self._by_address.setdefault(address, {})[item] = False

    def mark_speaking(self, item: T) -> None:
        """The first bytes of `item` have arrived."""
        if item in self._addresses:
            self._by_address[self._addresses[item]][item] = True

    def discard(self, item: T) -> bool:
        """Remove `item`; True if it was pending."""
        address = self._addresses.pop(item, None)
        if address is None:
            return False
        same = self._by_address[address]
        del same[item]
        if not same:
            del self._by_address[address]
        return True

    def victim(self) -> T:
        """The connection to drop: of the address with the most, the oldest silent one, or else the oldest one."""
        items = max(self._by_address.values(), key=len)
        return next((item for item, speaking in items.items() if not speaking), next(iter(items)))
