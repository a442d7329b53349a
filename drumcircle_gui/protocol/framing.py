"""Frames: the format by which the program divides a stream of bytes into messages and records.

frame = length of the body (u32), CRC-32 (u32, in checked formats only), body

All numbers are big-endian. `PLAIN` frames travel on the circle's TCP connections and on the sound process's pipes;
`CHECKED` ones make up recordings, `BODY_CHECKED` ones the server's recovery log. Pure: the caller opens streams.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from struct import Struct
from typing import BinaryIO
from zlib import crc32

LENGTH = Struct("!I")
_CHECKSUM = Struct("!I")

Checksum = Callable[[bytes, bytes], int]
"""Computes a frame's checksum from its packed length and its body."""


class FrameError(ValueError):
    """The bytes are not a whole frame of this format."""


class FrameTooLong(FrameError):
    """A frame announces more bytes than the reader accepts."""


class FrameDamaged(FrameError):
    """The checksum of a frame does not match its bytes."""


class FrameCutOff(FrameError):
    """The stream ends within a frame."""


@dataclass(frozen=True, slots=True)
class FrameFormat:
    """A layout of frames; without `checksum`, frames have none."""

    checksum: Checksum | None = None

    @property
    def header_size(self) -> int:
        """Number of bytes before a body."""
        return LENGTH.size + (_CHECKSUM.size if self.checksum else 0)

    def encode(self, body: bytes) -> bytes:
        """The frame of `body`."""
        length = LENGTH.pack(len(body))
        return length + (_CHECKSUM.pack(self.checksum(length, body)) if self.checksum else b"") + body

    def decode(self, frame: bytes) -> bytes:
        """The body of `frame`, which must be exactly one frame; FrameError if it is not."""
        size = self.header_size
        if len(frame) < size or LENGTH.unpack_from(frame)[0] != len(frame) - size:
            raise FrameCutOff("these bytes are not one whole frame")
        return self.checked(frame[:size], frame[size:])

    def checked(self, header: bytes, body: bytes) -> bytes:
        """`body` itself; FrameDamaged if its checksum is not the one in `header`."""
        if self.checksum:
            (expected,) = _CHECKSUM.unpack_from(header, LENGTH.size)
            if self.checksum(header[: LENGTH.size], body) != expected:
                raise FrameDamaged(f"a frame of {len(body)} bytes is damaged")
        return body


PLAIN = FrameFormat()
CHECKED = FrameFormat(lambda length, body: crc32(body, crc32(length)))
BODY_CHECKED = FrameFormat(lambda length, body: crc32(body))

encode_frame = PLAIN.encode


class FrameReader:
    """Cuts chunks of a stream into frame bodies, wherever the chunks begin and end.

    `limit` is the longest body accepted, and so bounds what is held of an unfinished frame. It may change between two
    frames. `pending`: bytes fed but not returned yet. Memory and time are linear in the bytes fed.
    """

    __slots__ = ("_chunks", "_format", "_header_size", "_needed", "_start", "limit", "pending")

    def __init__(self, limit: int, format: FrameFormat = PLAIN) -> None:
        self.limit = limit
        self._format, self._header_size = format, format.header_size
        self._chunks: list[bytes] = []
        self._start = 0
        self.pending = 0
        self._needed = LENGTH.size

    def clear(self) -> None:
        """Drop what was fed and not returned yet."""
        self._chunks.clear()
        self.pending = self._start = 0
        self._needed = LENGTH.size

    def feed(self, data: bytes) -> None:
        """Append the next chunk."""
        self._chunks.append(data)
        self.pending += len(data)

    def feed_next(self, data: bytes) -> bytes | None:
        """Append the next chunk, and return what `next` does. Quicker if the chunk is one whole frame, as most are."""
        size = len(data) - LENGTH.size
        if (
            0 <= size <= self.limit
            and not self.pending
            and self._format is PLAIN
            and LENGTH.unpack_from(data)[0] == size
        ):
            return data[LENGTH.size :]
        self.feed(data)
        return self.next()

    def next(self) -> bytes | None:
        """The next whole frame's body, or None until more is fed. FrameTooLong as soon as the length of a frame beyond
        the limit is read; FrameDamaged."""
        if self.pending < self._needed:
            return None
        if len(self._chunks) > 1:
            self._join()
        buffer, start = self._chunks[0], self._start
        begin = start + self._header_size
        end = begin + _bounded(buffer, start, self.limit)
        if len(buffer) < end:
            self._needed = end - start
            return None
        if len(buffer) == end:
            self.pending = self._start = 0
            self._chunks.clear()
        else:
            self.pending -= end - start
            self._start = end
        self._needed = LENGTH.size
        body = buffer[begin:end]
        return body if self._format is PLAIN else self._format.checked(buffer[start:begin], body)

    def _join(self) -> None:
        """Join all buffered bytes into one piece."""
        self._chunks[0] = self._chunks[0][self._start :]
        self._chunks, self._start = [b"".join(self._chunks)], 0

    def __iter__(self) -> Iterator[bytes]:
        """The whole frames that are left."""
        return iter(self.next, None)


def read_frame(stream: BinaryIO, limit: int, format: FrameFormat = PLAIN) -> bytes | None:
    """The body of the next frame in `stream`, which may block; None if the stream ends between two frames.

    Raises FrameCutOff, FrameTooLong or FrameDamaged.
    """
    header = stream.read(format.header_size)
    if not header:
        return None
    if len(header) < format.header_size:
        raise FrameCutOff("the stream ends within a frame's header")
    length = _bounded(header, 0, limit)
    body = stream.read(length)
    if len(body) < length:
        raise FrameCutOff(f"the stream ends after {len(body)} of a frame's {length} bytes")
    return format.checked(header, body)


def _bounded(data: bytes, at: int, limit: int) -> int:
    """The length that the header at `at` announces; FrameTooLong if it exceeds `limit`."""
    (length,) = LENGTH.unpack_from(data, at)
    if length > limit:
        raise FrameTooLong(f"a frame of {length} bytes is longer than {limit}")
    return length  # type: ignore[no-any-return]
