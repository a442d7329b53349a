"""The latest lines of the chat, for members who join later. Private lines are never stored. Pure."""

from collections import deque
from heapq import merge
from operator import attrgetter

from drumcircle_gui.protocol.fields import CONDUCTORS, EVERYONE
from drumcircle_gui.protocol.messages import ChatEntry
from drumcircle_gui.timing.units import Micros

from .roster import Seat

MAX_LINES = 200
"""Maximum number of stored lines to everyone, and of those to the conductors."""

MAX_CHARACTERS = 65_536
"""Maximum number of stored characters of each kind: every new member is sent them."""


class _Lines:
    """The latest lines to one group of recipients."""

    def __init__(self) -> None:
        self.entries: deque[ChatEntry] = deque()
        self._characters = 0

    def add(self, entry: ChatEntry) -> None:
        self.entries.append(entry)
        self._characters += len(entry.text)
        while len(self.entries) > MAX_LINES or self._characters > MAX_CHARACTERS:
            self._characters -= len(self.entries.popleft().text)


class ChatHistory:
    """The chat of one circle. `next_number` is the number of its next line."""

    def __init__(self) -> None:
        self.next_number = 0
        self._lines = {EVERYONE: _Lines(), CONDUCTORS: _Lines()}

    def new_entry(self, sender: Seat, to: int, text: str, now: Micros) -> ChatEntry:
        """Number, keep and return a new line."""
        entry = ChatEntry(self.next_number, sender.id, sender.name, to, text, now)
        self.add(entry)
        return entry

    def add(self, entry: ChatEntry) -> None:
        """Keep a line that is numbered already."""
        self.next_number = entry.number + 1
        if entry.to in self._lines:
            self._lines[entry.to].add(entry)

    def readable(self, conducts: bool) -> tuple[ChatEntry, ...]:
        """The lines that a member who joins now may read, oldest first."""
        kept = (lines.entries for to, lines in self._lines.items() if to == EVERYONE or conducts)
        return tuple(merge(*kept, key=attrgetter("number")))
