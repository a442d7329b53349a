"""Sends the file of one loop to the server, piece by piece. Pure.

The caller sends the messages that the methods return, and passes in each `LoopWanted` of the server.
"""

from drumcircle_gui.loops.transfer_window import TransferWindow
from drumcircle_gui.protocol.loop_messages import MAX_LOOP_PIECE, LoopTransfer, LoopWanted, OfferLoop, UploadLoop
from drumcircle_gui.timing.units import Micros


class LoopUpload:
    """The bytes `data`, whose SHA-256 is `file`. Times are local."""

    def __init__(self, file: str, data: bytes) -> None:
        self.file, self._data = file, data
        self.kept = 0
        """The number of bytes that the server has."""

        self._window = TransferWindow()
        self._pending = self._next = 0

    @property
    def complete(self) -> bool:
        return self.kept == len(self._data)

    @property
    def sent(self) -> int:
        """The share that the server has, in per cent."""
        return 100 * self.kept // len(self._data)

    def offer(self) -> OfferLoop:
        """The message to send first, and on each new connection."""
        self._window = TransferWindow()
        self._pending = self._next = 0
        return OfferLoop(self.file, len(self._data))

    def take(self, wanted: LoopWanted, now: Micros) -> list[LoopTransfer]:
        """The messages to send after the server's answer."""
        if wanted.file != self.file:
            return []
        self.kept = wanted.offset
        if self._pending:
            self._pending -= 1
            self._window.returned(now)
        if not self._pending:
            self._next = wanted.offset  # the answer to the offer, or to a piece that did not continue there
        pieces: list[LoopTransfer] = []
        while self._window.open and self._next < len(self._data):
            pieces.append(UploadLoop(self.file, self._next, self._data[self._next : self._next + MAX_LOOP_PIECE]))
            self._window.sent(now)
            self._pending += 1
            self._next = min(self._next + MAX_LOOP_PIECE, len(self._data))
        return pieces
