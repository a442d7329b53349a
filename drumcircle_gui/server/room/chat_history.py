"""The latest lines of the chat, for members who join later. Private lines are never kept."""

from collections import deque
from heapq import merge
from operator import attrgetter

from drumcircle_gui.protocol.fields import CONDUCTORS, EVERYONE
from drumcircle_gui.protocol.messages import ChatEntry
from drumcircle_gui.timing.units import Micros

from .roster import Seat

MAX_LINES = 200
"""Lines kept of those to everyone, and as many of those to the conductors."""


class ChatHistory:
    """The chat of one circle. `next_number` is the number of its next line."""

    def __init__(self) -> None:
        self.next_number = 0
        self._entries: dict[int, deque[ChatEntry]] = {to: deque(maxlen=MAX_LINES) for to in (EVERYONE, CONDUCTORS)}

    def new_entry(self, sender: Seat, to: int, text: str, now: Micros) -> ChatEntry:
        """Number, keep and return a new line."""
        entry = ChatEntry(self.next_number, sender.id, sender.name, to, text, now)
        self.add(entry)
        return entry

    def add(self, entry: ChatEntry) -> None:
        """Keep a line that is numbered already."""
        self.next_number = entry.number + 1
        if entry.to in self._entries:
            self._entries[entry.to].append(entry)

    def readable(self, conducts: bool) -> tuple[ChatEntry, ...]:
        """The lines that a member who joins now may read, oldest first."""
        kept = (entries for to, entries in self._entries.items() if to == EVERYONE or conducts)
        return tuple(merge(*kept, key=attrgetter("number")))
