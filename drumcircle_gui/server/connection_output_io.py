"""The output of a connection: frames are written at once, or queued until the earlier ones are sent."""

import asyncio
import logging
from abc import abstractmethod
from collections import deque
from collections.abc import Callable, Iterator
from operator import length_hint
from typing import cast

from drumcircle_gui.timing.units import Micros

from .connection_owner_io import AcceptedConnection, ConnectionOwner

log = logging.getLogger(__name__)

PIECE = 64 * 1024
"""Bytes written at once: what a connection holds of its own beyond the frames that all share."""


class SendQueue:
    """Frames in order. `unread`: the bytes of all but the replayed ones, which do not count against the peer.

    Frames are kept as they were given, so a frame for many connections is held only once. A replay of a thousand frames
    is one entry: an object for each of them would cost memory and a garbage collection whenever a member joins.
    """

    def __init__(self) -> None:
        self.unread = 0
        self._runs: deque[tuple[Iterator[bytes], bool]] = deque()

    def __bool__(self) -> bool:
        return bool(self._runs)

    def add(self, frame: bytes) -> None:
        self._runs.append((iter((frame,)), True))
        self.unread += len(frame)

    def add_uncounted(self, frames: tuple[bytes, ...]) -> None:
        """Add very many frames, at least one, which do not count."""
        self._runs.append((iter(frames), False))

    def next_piece(self) -> bytes:
        """Take out frames of PIECE bytes or a little more; of a single frame, however long it is."""
        frames: list[bytes] = []
        size = 0
        while self._runs and size < PIECE:
            run, counts = self._runs[0]
            frame = next(run)
            if not length_hint(run):  # exact for a tuple's iterator
                self._runs.popleft()
            if counts:
                self.unread -= len(frame)
            size += len(frame)
            frames.append(frame)
        return b"".join(frames)

    def clear(self) -> None:
        self._runs.clear()
        self.unread = 0


class ConnectionOutput(AcceptedConnection):
    """The sending half of a connection; a subclass receives, and takes the turns in which `_write_piece` is called.
    `write` sends whole encoded frames; a peer that leaves too many bytes unread is dropped. While nothing is queued,
    `write` is the transport's own method, so that a tick costs one call for each connection."""

    write: Callable[[bytes], None]
    _transport: asyncio.Transport

    def __init__(self, owner: ConnectionOwner) -> None:
        self._owner = owner
        self._output = SendQueue()
        self._writing = True
        self._drained_at = owner.awake.time

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self._transport.set_write_buffer_limits(high=PIECE)
        self.write = self._transport.write

    def pause_writing(self) -> None:
        self._writing = False
        self._drained_at = self._owner.awake.time
        self.write = self._write_later

    def resume_writing(self) -> None:
        self._writing = True
        if self._output:
            self._owner.turns.enter(self)
        else:
            self.write = self._transport.write

    @property
    def drained(self) -> bool:
        """Whether all that was sent has left for the network."""
        return self._writing and not self._output and self._transport.get_write_buffer_size() == 0

    def stalled_for(self, now: Micros) -> Micros:
        """How long the peer has read nothing of what waits for it. `now`: by the AwakeClock."""
        return Micros(0) if self._writing else Micros(now - self._drained_at)

    def replay(self, frames: tuple[bytes, ...]) -> None:
        """Send frames, at least one, that do not count as unread, piece by piece as the peer reads them."""
        self._output.add_uncounted(frames)
        self.write = self._write_later
        self._owner.turns.enter(self)

    @abstractmethod
    def take_turn(self, now: Micros) -> bool: ...

    @abstractmethod
    def is_light(self, now: Micros) -> bool: ...

    def _write_later(self, frames: bytes) -> None:
        if self._transport.is_closing():
            return
        self._output.add(frames)
        if self._output.unread > self._owner.max_unread():
            log.debug("%s does not keep up: dropped with %d bytes unread", self, self._output.unread)
            self.abort()

    def _write_piece(self) -> bool:
        """True if more can be written at once."""
        if self._writing and not self._transport.is_closing():
            self._transport.write(self._output.next_piece())
            if self._writing and not self._output:
                self.write = self._transport.write
        return bool(self._output) and self._writing

    def _drop_output(self) -> None:
        """The connection has ended, or will end when the transport has sent its buffer."""
        self._output.clear()
        self.write = self._transport.write
