"""Carries out what the room wants, and tells it what happens: connections on one side, the pure room on the other."""

import asyncio
from collections import deque
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.message_codec import encode
from drumcircle_gui.protocol.messages import Closing, Hello, Welcome
from drumcircle_gui.server.room.effects import Broadcast, CloseConnection, Effect, RelayBatch, ReplayBatches, Send
from drumcircle_gui.server.room.events import (
    CircleEnding,
    CircleEvent,
    ConnectionClosed,
    ConnectionId,
    JoinRequested,
    MessageReceived,
    Tick,
    TroubleReported,
)
from drumcircle_gui.server.room.room import CircleRoom
from drumcircle_gui.timing.units import SECOND, Micros, local_micros

from .broadcast_buffer import BroadcastBuffer
from .connection_io import Doorkeeper, ServerConnection
from .recovery_entry_builder import RecoveryEntryBuilder
from .recovery_io import RecoveryWriter, wall_micros
from .stats import ServerStats, TickTally

# A member who has sent nothing for so long, not even a question for the time, is gone.
SILENT_AFTER = Micros(20 * SECOND)
_SILENT = Closing("silent", "Nothing was heard from you for 20 s.")

MiB = 1 << 20

# What may wait for clients that do not keep up: so much in all, but to each not more or less than this.
_MAX_UNREAD_TOTAL = 1024 * MiB
_MAX_UNREAD_EACH = 4 * MiB
_MIN_UNREAD_EACH = MiB

_SWEEP_INTERVAL = SECOND

# So often, at least, the memory is told that the circle lives.
_RECOVERY_INTERVAL = SECOND

# Ticks that may wait to be remembered before they are sent; a slower disk is not waited for.
_MAX_HELD_TICKS = 4

_TICK = Tick()

Subscriber = Callable[[Message, Micros], None]


def ignore(message: Message, at: Micros) -> None:
    """For when nobody takes it down."""


class TickDelivery(NamedTuple):
    """What one tick sends, and to whom."""

    links: list[tuple[ConnectionId, ServerConnection]]
    frames: bytes
    exceptions: dict[int, bytes]
    strokes: int


class RoomRunner:
    """A running room, whose circle time began at the local time `began`; every method is for the loop's thread.

    What everybody is told is remembered first, in the file `memory`: nobody knows more of the circle than the server
    that comes back after it was killed.
    """

    def __init__(self, room: CircleRoom, began: Micros, memory: Path) -> None:
        self._room = room
        self._began = began
        self._memory = memory
        self._entry = RecoveryEntryBuilder()
        self._held_back: deque[TickDelivery] = deque()
        self._shipped = self._told = 0
        self._told_at = Micros(0)
        self._ids = count(1)
        self._links: dict[ConnectionId, ServerConnection] = {}
        self._joined: dict[ConnectionId, ServerConnection] = {}
        self._outbox = BroadcastBuffer()
        self._tally = TickTally()
        self._waiting_strokes = 0
        self._next_sweep = _SWEEP_INTERVAL
        self._published: Subscriber = ignore
        self._carry_out: dict[type[Effect], Callable[[Any], None]] = {
            Send: self._send,
            Broadcast: self._broadcast,
            RelayBatch: self._relay,
            ReplayBatches: self._replay,
            CloseConnection: self._close,
        }

    def new_connection(self, doorkeeper: Doorkeeper) -> ServerConnection:
        """A connection of this room."""
        return ServerConnection(ConnectionId(next(self._ids)), self, doorkeeper)

    def start(self) -> None:
        """Tick from now on."""
        self._loop = asyncio.get_running_loop()
        whole = self._room.save(self._began, self.now(), wall_micros())
        self._keeper = RecoveryWriter(self._memory, whole, self._kept_soon, partial(self.report_trouble, "recovery"))
        self._due = Micros(self.now() + self._room.tick)
        self._schedule()

    def stop(self, reason: str) -> None:
        """Tell everybody goodbye."""
        self._timer.cancel()
        self._flush(self.now())
        self._kept(self._told)
        self._handle(CircleEnding(reason), self.now())

    async def close(self) -> None:
        """Forget the circle, once it has stopped."""
        await asyncio.to_thread(self._keeper.close)

    def subscribe(self, published: Subscriber | None) -> None:
        """From now on `published` is told, too, what everybody is, and when; first, how things are. None: nobody."""
        self._published = published or ignore
        self._published(self._room.overview(self.now()), self.now())

    def stats(self) -> ServerStats:
        return self._tally.take(self._room.connected_members)

    # --- the host of its links

    def now(self) -> Micros:
        return Micros(local_micros() - self._began)

    def heard(self, link: ServerConnection, message: Message, at: Micros) -> None:
        if isinstance(message, Hello):
            self._links[link.id] = link
            self._handle(JoinRequested(link.id, message), at)
        else:
            self._handle(MessageReceived(link.id, message), at)

    def lost(self, link: ServerConnection) -> None:
        self._links.pop(link.id, None)
        self._joined.pop(link.id, None)
        self._handle(ConnectionClosed(link.id), self.now())

    def max_unread(self) -> int:
        return min(max(_MAX_UNREAD_TOTAL // max(len(self._joined), 1), _MIN_UNREAD_EACH), _MAX_UNREAD_EACH)

    # --- ticking

    def _schedule(self) -> None:
        self._timer = self._loop.call_later((self._due - self.now()) / SECOND, self._tick)

    def _tick(self) -> None:
        now = self.now()
        self._tally.ticked(now - self._due)
        # Each tick's moment follows from the last one's, not from when that was reached; but none is made up for.
        self._due = Micros(max(self._due + self._room.tick, now))
        self._schedule()
        self._handle(_TICK, now)
        self._flush(now)
        if now >= self._next_sweep:
            self._sweep(now)

    def _flush(self, now: Micros) -> None:
        frames, exceptions = self._outbox.empty()
        strokes, self._waiting_strokes = self._waiting_strokes, 0
        if not frames and now - self._told_at < _RECOVERY_INTERVAL:
            return
        self._held_back.append(TickDelivery(list(self._joined.items()), frames, exceptions, strokes))
        self._keeper.append(self._entry.take(now, wall_micros()))
        self._told, self._told_at = self._told + 1, now
        self._kept(self._told - _MAX_HELD_TICKS)

    def _kept(self, told: int) -> None:
        """So many ticks are remembered: they may be sent."""
        while self._shipped < told:
            self._shipped += 1
            self._ship(self._held_back.popleft())

    def _ship(self, shipment: TickDelivery) -> None:
        links, frames, exceptions, strokes = shipment
        for id, link in links:
            if id in self._joined:
                link.write(exceptions.get(id, frames) if exceptions else frames)
        self._tally.deliveries += strokes * len(links)
        self._tally.bytes += len(frames) * len(links)

    def _kept_soon(self, told: int) -> None:
        self._loop.call_soon_threadsafe(self._kept, told)

    def report_trouble(self, topic: str, text: str) -> None:
        """Tell the conductors about a problem of this machine; an empty `text` says that it is solved. Any thread."""
        self._loop.call_soon_threadsafe(lambda: self._handle(TroubleReported(topic, text), self.now()))

    def _sweep(self, now: Micros) -> None:
        """Drop those who have been silent."""
        self._next_sweep = Micros(now + _SWEEP_INTERVAL)
        for link in list(self._links.values()):
            if now - link.heard_at > SILENT_AFTER:
                link.close(_SILENT)

    # --- effects

    def _handle(self, event: CircleEvent, at: Micros) -> None:
        for effect in self._room.handle(event, at):
            self._entry.add(effect)
            self._carry_out[type(effect)](effect)

    def _send(self, effect: Send) -> None:
        if (link := self._links.get(effect.to)) is None:
            return
        link.send(effect.message)
        if isinstance(effect.message, Welcome) and link.open:
            self._joined[link.id] = link
            self._outbox.joined(link.id)

    def _broadcast(self, effect: Broadcast) -> None:
        self._outbox.add(encode(effect.message))
        self._published(effect.message, self.now())

    def _relay(self, effect: RelayBatch) -> None:
        self._outbox.add(effect.frame)
        strokes = len(effect.batch.strokes)
        self._waiting_strokes += strokes
        self._tally.batches += 1
        self._tally.strokes += strokes
        self._published(effect.batch, self.now())

    def _replay(self, effect: ReplayBatches) -> None:
        if effect.frames and (link := self._links.get(effect.to)) is not None:
            link.replay(b"".join(effect.frames))

    def _close(self, effect: CloseConnection) -> None:
        if (link := self._links.get(effect.connection)) is not None:
            link.close(effect.closing)
