"""Frames: a 4-byte big-endian length, then so many bytes. Bounded: a frame longer than the limit is refused unread."""

from struct import Struct

LENGTH = Struct("!I")


class FrameTooLong(ValueError):
    """The peer announced a frame longer than it may send."""


def encode_frame(body: bytes) -> bytes:
    """`body` with its length in front."""
    return LENGTH.pack(len(body)) + body


class FrameReader:
    """Cuts a byte stream into frame bodies, however it was torn on the way.

    `limit` bounds a frame's body, and so what is held of an unfinished one; it may be set between two frames.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._held = b""
        self._taken = 0

    def feed(self, data: bytes) -> None:
        """Take what arrived."""
        self._held += data

    def next(self) -> bytes | None:
        """The next whole frame's body, or None until more arrives; FrameTooLong if it exceeds the limit."""
        begin = self._taken + LENGTH.size
        if len(self._held) >= begin:
            (length,) = LENGTH.unpack_from(self._held, self._taken)
            if length > self.limit:
                raise FrameTooLong(f"a frame of {length} bytes is longer than {self.limit}")
            if len(self._held) >= begin + length:
                self._taken = begin + length
                return self._held[begin : self._taken]
        self._held, self._taken = self._held[self._taken :], 0
        return None
