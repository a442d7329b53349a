"""Knocks: requests to join that wait for a conductor's answer."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from drumcircle_gui.protocol.entry_messages import MAX_KNOCKS, Knocker
from drumcircle_gui.timing.units import SECOND, Micros

MAX_KNOCKS_OF_ADDRESS = 4
KNOCK_TIMEOUT = Micros(600 * SECOND)
"""Time after which a knock expires."""

PAUSE_AFTER_DECLINED = Micros(60 * SECOND)
"""How long a declined address cannot knock again."""

REMINDER_INTERVAL = Micros(3 * SECOND)
"""Interval of the Waiting messages to a waiting client: clients disconnect from a server that sends nothing for 8 s."""

_MAX_DECLINED = 1024

T = TypeVar("T")


@dataclass(slots=True)
class Knock(Generic[T]):
    """A request to join that waits. `reminded`: when the last Waiting was sent for it."""

    knocker: Knocker
    request: T
    reminded: Micros


class Knocks(Generic[T]):
    """The knocks of a circle, the oldest first, found by id."""

    def __init__(self) -> None:
        self._waiting: dict[int, Knock[T]] = {}
        self._declined: dict[str, Micros] = {}
        self._last = 0

    def __len__(self) -> int:
        return len(self._waiting)

    def __iter__(self) -> Iterator[Knock[T]]:
        return iter(list(self._waiting.values()))

    def pause(self, address: str, now: Micros) -> Micros:
        """How long `address` cannot knock yet, because it was declined."""
        return Micros(max(0, self._declined.get(address, now) - now))

    def has_room(self, address: str) -> bool:
        same = sum(knock.knocker.address == address for knock in self)
        return len(self._waiting) < MAX_KNOCKS and same < MAX_KNOCKS_OF_ADDRESS

    def add(self, name: str, address: str, request: T, now: Micros) -> None:
        self._last += 1
        self._waiting[self._last] = Knock(Knocker(self._last, name, address, now), request, now)

    def take(self, id: int) -> list[Knock[T]]:
        """Remove and return the knock with this id, or all if it is 0."""
        taken = list(self._waiting.values()) if id == 0 else [self._waiting[id]] if id in self._waiting else []
        for knock in taken:
            del self._waiting[knock.knocker.id]
        return taken

    def forget(self, is_gone: Callable[[T], bool]) -> None:
        """Remove the knocks of closed connections."""
        for knock in self:
            if is_gone(knock.request):
                del self._waiting[knock.knocker.id]

    def decline(self, address: str, now: Micros) -> None:
        """A conductor has declined `address`."""
        self._declined.pop(address, None)
        self._declined[address] = Micros(now + PAUSE_AFTER_DECLINED)
        if len(self._declined) > _MAX_DECLINED:
            del self._declined[next(iter(self._declined))]

    def expired(self, now: Micros) -> list[Knock[T]]:
        """Remove and return the knocks that have waited for too long."""
        return [
            knock for each in self if now - each.knocker.since > KNOCK_TIMEOUT for knock in self.take(each.knocker.id)
        ]

    def due_reminders(self, now: Micros) -> list[Knock[T]]:
        """The knocks whose next Waiting is due."""
        due = [knock for knock in self if now - knock.reminded >= REMINDER_INTERVAL]
        for knock in due:
            knock.reminded = now
        return due


def pause_text(pause: Micros) -> str:
    """The text for a declined client that knocks again too soon."""
    return f"The conductor has not let you in. Wait {-(-pause // SECOND)} s before you ask again."
