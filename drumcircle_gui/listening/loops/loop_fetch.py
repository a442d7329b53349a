"""Fetches the file of one loop, piece by piece. Pure.

The caller sends each `FetchLoop` that the methods return, and passes in arriving pieces and new connections.
"""

from drumcircle_gui.loops.incoming_file import IncomingFile
from drumcircle_gui.loops.transfer_window import TransferWindow
from drumcircle_gui.protocol.loop_messages import MAX_LOOP_PIECE, FetchLoop, Loop, LoopPiece
from drumcircle_gui.timing.units import SECOND, Micros

STALLED = Micros(10 * SECOND)
"""If no piece arrives for this long, the rest is requested again."""

RETRY = Micros(3 * SECOND)
"""A server that does not have the file is asked again after this time."""


class LoopFetch:
    """The file of `loop`. Times are local."""

    def __init__(self, loop: Loop, now: Micros) -> None:
        self.loop = loop
        self.file = IncomingFile(loop.file, loop.size)
        self.resume(now)

    @property
    def arrived(self) -> int:
        """The share of the file that has arrived, in per cent."""
        return 100 * self.file.offset // self.loop.size

    def resume(self, now: Micros) -> None:
        """The connection is a new one: request again what has not arrived."""
        self._window = TransferWindow()
        self._requested = self.file.offset
        self._heard_at = now
        self._not_before = now

    def requests(self, now: Micros) -> list[FetchLoop]:
        """The requests to send now."""
        if now - self._heard_at > STALLED:
            self.resume(now)
        found = []
        while now >= self._not_before and self._window.open and self._requested < self.loop.size:
            found.append(FetchLoop(self.loop.file, self._requested))
            self._window.sent(now)
            self._requested += MAX_LOOP_PIECE
        return found

    def take(self, piece: LoopPiece, now: Micros) -> None:
        """Add a piece that arrived."""
        if piece.file != self.loop.file:
            return
        self._heard_at = now
        self._window.returned(now)
        if not piece.data and not self.file.complete:
            self.resume(now)
            self._not_before = Micros(now + RETRY)
        self.file.add(piece.offset, piece.data)
