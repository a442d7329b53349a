"""What was said in the circle, for who comes later. Private lines are never kept."""

from collections import deque
from heapq import merge
from operator import attrgetter

from drumcircle_gui.protocol.fields import CONDUCTORS, EVERYONE
from drumcircle_gui.protocol.messages import ChatEntry
from drumcircle_gui.timing.units import Micros

from .roster import Seat

MOST_LINES = 200


class ChatHistory:
    """The chat of one circle. `number`: that of its next line."""

    def __init__(self) -> None:
        self.number = 0
        self._kept: dict[int, deque[ChatEntry]] = {to: deque(maxlen=MOST_LINES) for to in (EVERYONE, CONDUCTORS)}

    def said(self, sender: Seat, to: int, text: str, now: Micros) -> ChatEntry:
        """The next line of chat."""
        line = ChatEntry(self.number, sender.id, sender.name, to, text, now)
        self.take(line)
        return line

    def take(self, line: ChatEntry) -> None:
        """The next line, as it was said."""
        self.number = line.number + 1
        if line.to in self._kept:
            self._kept[line.to].append(line)

    def history(self, conducts: bool) -> tuple[ChatEntry, ...]:
        """What somebody who comes now may read, in order."""
        kept = (lines for to, lines in self._kept.items() if to == EVERYONE or conducts)
        return tuple(merge(*kept, key=attrgetter("number")))
