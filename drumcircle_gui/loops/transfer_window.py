"""Limits how many pieces of a file are in flight, so that other messages do not wait long behind them. Pure.

The window grows while pieces return about as fast as the fastest did. It is halved when all of the latest pieces take
longer, because they then queue somewhere; a single slow piece is ignored. (The idea is that of LEDBAT, RFC 6817, which
measures one way and has a controller.)
"""

from collections import deque

from drumcircle_gui.timing.units import Micros

MAX_PIECES = 64
LATEST = 2
"""Number of latest pieces by which the path is judged."""

MAX_QUEUEING = Micros(40_000)
"""Additional delay that does not count as queueing: more than one of the server's ticks, for which a piece may wait
there."""


class TransferWindow:
    """The pieces of one file in flight. All times are of one clock."""

    def __init__(self) -> None:
        self._window = 2.0
        self._fastest = Micros(2**62)
        self._halved_at = Micros(-1)
        self._sent: deque[Micros] = deque()
        self._latest: deque[Micros] = deque(maxlen=LATEST)

    @property
    def open(self) -> bool:
        """Whether one more piece may be sent."""
        return len(self._sent) < int(self._window)

    def sent(self, now: Micros) -> None:
        """A piece was sent, or requested."""
        self._sent.append(now)

    def returned(self, now: Micros) -> None:
        """The oldest piece in flight has arrived, or is known to have arrived."""
        if not self._sent:
            return
        sent = self._sent.popleft()
        took = Micros(now - sent)
        self._fastest = min(self._fastest, took)
        self._latest.append(took)
        if min(self._latest) - self._fastest <= MAX_QUEUEING:
            growth = 0.25 if self._halved_at < 0 else 1 / self._window
            self._window = min(self._window + growth, MAX_PIECES)
        elif sent > self._halved_at:  # one that was sent before says nothing new
            self._window, self._halved_at = max(self._window / 2, 1.0), now
