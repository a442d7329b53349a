"""The strokes that a member has struck, numbered from 0, until the server has them. Pure."""

from collections import deque
from itertools import islice

from drumcircle_gui.protocol.strokes import MAX_SENT_STROKES, SentStroke, Strokes

MAX_UNCONFIRMED_STROKES = 4096
"""Own strokes kept to be sent again after an outage; the oldest are dropped."""


class StrokeLog:
    """The latest MAX_UNCONFIRMED_STROKES strokes, and how many of all were sent."""

    def __init__(self) -> None:
        self._strokes: deque[SentStroke] = deque(maxlen=MAX_UNCONFIRMED_STROKES)
        self._struck = self._sent = 0

    def add(self, stroke: SentStroke) -> None:
        """Add the next stroke. One that was dropped before it was sent counts as sent."""
        self._strokes.append(stroke)
        self._struck += 1
        self._sent = max(self._sent, self._oldest)

    def next_message(self) -> Strokes | None:
        """A message with strokes that were not sent yet, as many as it may hold; None if there are none."""
        if self._sent == self._struck:
            return None
        begin = self._sent - self._oldest
        strokes = tuple(islice(self._strokes, begin, begin + MAX_SENT_STROKES))
        message = Strokes(self._sent, strokes)
        self._sent += len(strokes)
        return message

    def rewind_to(self, heard: int) -> None:
        """Send again from the stroke with the number `heard`."""
        self._sent = min(max(heard, self._oldest), self._struck)

    @property
    def _oldest(self) -> int:
        return self._struck - len(self._strokes)
