"""Frames that wait until their connection has sent what came before."""

from collections import deque
from collections.abc import Iterable
from itertools import repeat

PIECE = 64 * 1024
"""Bytes written at once: what a connection holds of its own beyond the frames that all share."""


class SendQueue(deque[tuple[bytes, int]]):
    """Frames in order, each with the number of its bytes that count against the peer: none if it is replayed.

    Frames are kept as they were given, so a frame for many connections is held only once. `unread`: the sum of those
    numbers. It is a deque because every write to a connection asks whether it is empty.
    """

    def __init__(self) -> None:
        super().__init__()
        self.unread = 0

    def add(self, frame: bytes) -> None:
        self.append((frame, len(frame)))
        self.unread += len(frame)

    def add_uncounted(self, frames: Iterable[bytes]) -> None:
        """Add very many frames, which do not count."""
        self.extend(zip(frames, repeat(0), strict=False))

    def next_piece(self) -> bytes:
        """Take out frames of PIECE bytes or a little more; of a single frame, however long it is."""
        frames: list[bytes] = []
        size = 0
        while self and size < PIECE:
            frame, count = self.popleft()
            self.unread -= count
            size += len(frame)
            frames.append(frame)
        return b"".join(frames)

    def clear(self) -> None:
        super().clear()
        self.unread = 0
