"""Frames that wait until their connection has sent what came before."""

from collections import deque

PIECE = 64 * 1024
"""Bytes written at once: what a connection holds of its own beyond the frames that all share."""


class SendQueue:
    """Frames in order. They are kept as they were given, so a frame for many connections is held only once.

    `unread` counts the bytes of those that count against the peer; replayed ones do not.
    """

    def __init__(self) -> None:
        self._frames: deque[tuple[bytes, int]] = deque()
        self.unread = 0

    def __bool__(self) -> bool:
        return bool(self._frames)

    def add(self, frame: bytes, *, counted: bool = True) -> None:
        count = len(frame) if counted else 0
        self._frames.append((frame, count))
        self.unread += count

    def next_piece(self) -> bytes:
        """Take out frames of PIECE bytes or a little more; of a single frame, however long it is."""
        frames: list[bytes] = []
        size = 0
        while self._frames and size < PIECE:
            frame, count = self._frames.popleft()
            self.unread -= count
            size += len(frame)
            frames.append(frame)
        return b"".join(frames)

    def clear(self) -> None:
        self._frames.clear()
        self.unread = 0
