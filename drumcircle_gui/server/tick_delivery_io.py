"""Delivers ticks to the members of a circle, once they are recorded."""

import asyncio
from collections import deque
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from drumcircle_gui.server.room.events import ConnectionId
from drumcircle_gui.timing.units import Micros, local_micros

from .stats import TickTally

if TYPE_CHECKING:
    from .connection_io import ServerConnection

MAX_HELD_TICKS = 4
"""Maximum number of ticks that wait to be recorded. Beyond it they are sent anyway, so that a slow disk delays nobody
further."""

MAX_WRITING = Micros(500)
"""Longest time for which a tick is written to connections before the event loop handles its timers and sockets. Clock
replies would otherwise wait for the whole delivery, which takes 30 micros for each member with TLS."""

WRITES_BETWEEN_CHECKS = 4
"""Number of writes after which the clock is read: reading it takes time, too."""

Connections = dict[ConnectionId, "ServerConnection"]


class TickDelivery(NamedTuple):
    """The frames of one tick, and the connections to which they are not written yet, `members` in the beginning.
    `exceptions`: the frames for those that have joined since the last tick."""

    connections: "Iterator[tuple[ConnectionId, ServerConnection]]"
    members: int
    frames: bytes
    exceptions: dict[int, bytes]
    strokes: int

    def write_some(self, joined: Mapping[ConnectionId, object]) -> bool:
        """Write for MAX_WRITING to connections that are still `joined`; return whether there may be more."""
        end = local_micros() + MAX_WRITING
        frames, exceptions = self.frames, self.exceptions
        for number, (id, connection) in enumerate(self.connections, 1):
            if id in joined:
                connection.write(exceptions.get(id, frames) if exceptions else frames)
            if not number % WRITES_BETWEEN_CHECKS and local_micros() >= end:
                return True
        return False


class TickDeliveries:
    """Delivers ticks in order, each once, to those of their connections that are still in `joined`.

    A delivery to many members is done in parts, between which the event loop handles messages. It is completed before
    the next tick is held, so that a server with too much to do ticks less often.
    """

    def __init__(self, joined: Connections, tally: TickTally) -> None:
        self._joined = joined
        self._tally = tally
        self._held: deque[TickDelivery] = deque()
        self._taken = self._recorded = self._delivered = 0
        self._scheduled = False

    def hold(self, frames: bytes, exceptions: dict[int, bytes], strokes: int) -> None:
        """Deliver one more tick once it is recorded, or once MAX_HELD_TICKS later ones wait."""
        self._complete()
        connections = list(self._joined.items())
        self._held.append(TickDelivery(iter(connections), len(connections), frames, exceptions, strokes))
        self._taken += 1
        self.release(self._taken - MAX_HELD_TICKS)

    def write_own(self, frames: dict[int, bytes]) -> None:
        """Write frames for single members at once."""
        for id, own in frames.items():
            if (connection := self._joined.get(ConnectionId(id))) is not None:
                connection.write(own)

    def release(self, recorded: int) -> None:
        """The first `recorded` ticks are recorded: deliver those that were not delivered yet."""
        self._recorded = max(self._recorded, recorded)
        if not self._scheduled:
            self._proceed()

    def release_all(self) -> None:
        """Deliver all held ticks at once, recorded or not."""
        self._recorded = self._taken
        self._complete()

    def drop(self) -> None:
        """Discard all held ticks."""
        self._held.clear()

    def _proceed(self) -> None:
        """Do a part now, and the others when the event loop has done its other work."""
        self._scheduled = self._deliver_some()
        if self._scheduled:
            asyncio.get_running_loop().call_soon(self._proceed)

    def _complete(self) -> None:
        while self._deliver_some():
            continue

    def _deliver_some(self) -> bool:
        """Whether there may be more of what is recorded."""
        while self._held and self._delivered < self._recorded:
            delivery = self._held[0]
            if delivery.write_some(self._joined):
                return True
            self._held.popleft()
            self._delivered += 1
            self._tally.deliveries += delivery.strokes * delivery.members
            self._tally.bytes += len(delivery.frames) * delivery.members
        return False
