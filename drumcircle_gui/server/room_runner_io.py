"""Runs a room: passes events from connections and the clock to it, and carries out its effects."""

import asyncio
import logging
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any

from drumcircle_gui.protocol.connection import ProtocolViolation
from drumcircle_gui.protocol.directory import OpenDirectory
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.protocol.message_codec import encode
from drumcircle_gui.protocol.messages import Closing, Hello, QualityUpdate, Welcome
from drumcircle_gui.server.entry.key_renewal_io import KeyRenewal
from drumcircle_gui.server.fairness.tick_times import TickTimes
from drumcircle_gui.server.fairness.work import join_work, replay_work
from drumcircle_gui.server.fairness.work_account import AddressAccount
from drumcircle_gui.server.loops.loop_traffic_io import LOOP_TRANSFERS, LoopTraffic
from drumcircle_gui.server.room.effects import (
    Broadcast,
    CloseConnection,
    DropConnection,
    Effect,
    EndRequested,
    KeysRequested,
    RelayBatch,
    ReplayBatches,
    SaveEntry,
    Send,
)
from drumcircle_gui.server.room.events import (
    CircleEnding,
    CircleEvent,
    ConnectionClosed,
    ConnectionId,
    JoinRequested,
    KeysRenewed,
    MessageReceived,
    Tick,
    TroubleReported,
)
from drumcircle_gui.server.room.member_timeouts import AwakeClock
from drumcircle_gui.server.room.room import CircleRoom
from drumcircle_gui.timing.units import SECOND, Micros, local_micros, wall_micros

from .boot_id_io import boot_id
from .broadcast_buffer import BroadcastBuffer
from .connection_io import ServerConnection
from .connection_owner_io import ConnectionRegistry
from .log_summary import LogSummary
from .memory_io import trim_memory
from .recovery_entry_builder import RecoveryEntryBuilder
from .recovery_io import RecoveryWriter
from .stats import ServerStats, TickTally
from .tick_delivery_io import TickDeliveries
from .unresponsive_io import close_unresponsive
from .workload_io import RoomHost

log = logging.getLogger(__name__)

_NO_HUB = Closing("no-hub", "This is no hub: it has one circle. Join with an invite.", again=False)

_MAX_UNREAD_TOTAL = 1 << 30
_MAX_UNREAD_EACH = 4 << 20
_MIN_UNREAD_EACH = 1 << 20
"""Limits of unsent bytes for slow clients: in total, at most for each client, and at least for each client."""

_SWEEP_INTERVAL = SECOND
_TRIM_INTERVAL = Micros(10 * SECOND)

_RECOVERY_INTERVAL = SECOND
"""Maximum time between two entries of the recovery log, so that it shows how long ago the server was killed."""

IDLE_TICK = SECOND
_IDLE_RECOVERY_INTERVAL = Micros(60 * SECOND)
"""The tick, and the interval of the recovery log, of a circle on a hub while no member is connected."""

_TICK = Tick()

Subscriber = Callable[[Message, Micros], None]


def ignore(message: Message, at: Micros) -> None:
    """A subscriber that ignores everything."""


class RoomRunner:
    """A running room; circle time 0 was at local time `began`. Use on the event loop's thread.

    Everything sent to all members is recorded first, in the recovery log at `log_path`, so that a server that is
    restored after a kill knows at least as much as its members.
    """

    def __init__(self, room: CircleRoom, began: Micros, log_path: Path, host: RoomHost | None = None) -> None:
        self._host = host or RoomHost()
        self.turns = self._host.workload.turns
        self.account: Callable[[str], AddressAccount] = self._host.workload.account
        self.awake = AwakeClock()
        self._room = room
        self.began = began
        self._log_path = log_path
        self._entry = RecoveryEntryBuilder()
        self._recorded_at = Micros(0)
        self._loops = LoopTraffic.beside(log_path, room.loops)
        self._keys = KeyRenewal(self._host.new_keys, lambda *result: self.happened(KeysRenewed(*result)))
        self._ids = count(1)
        self._connections: dict[ConnectionId, ServerConnection] = {}
        self._joined: dict[ConnectionId, ServerConnection] = {}
        self._broadcasts = BroadcastBuffer()
        self._tally = self._host.tally or TickTally()
        self._deliveries = TickDeliveries(self._joined, self._tally)
        self._log_summary = LogSummary()
        self._pending_strokes = 0
        self._ticks = TickTimes(self._host.workload.phases)
        self._next_sweep = _SWEEP_INTERVAL
        self._next_trim = _TRIM_INTERVAL
        self._subscriber: Subscriber = ignore
        self._carry_out: dict[type[Effect], Callable[[Any], None]] = {
            Send: self._send,
            Broadcast: self._broadcast,
            RelayBatch: self._relay,
            ReplayBatches: self._replay,
            CloseConnection: self._close,
            DropConnection: self._drop,
            EndRequested: lambda _: self._host.on_end_requested(),
            KeysRequested: lambda _: self._keys.start(),
            SaveEntry: lambda effect: self._host.on_entry(effect.record, self.now()),
        }

    def new_connection(self, registry: ConnectionRegistry) -> ServerConnection:
        """An object for one more connection to this room."""
        return ServerConnection(ConnectionId(next(self._ids)), self, registry)

    def start(self) -> None:
        """Start ticking."""
        self._loop = asyncio.get_running_loop()
        saved = self._room.save(self.began, self.now(), wall_micros(), boot_id())
        open_log = self._host.open_log or RecoveryWriter
        self._writer = open_log(self._log_path, saved, self._recorded_soon, partial(self.report_trouble, "recovery"))
        self._ticks.begin(local_micros(), IDLE_TICK if self._idle else self._room.tick)
        self._schedule()
        self._loops.start()

    def stop(self, reason: str) -> None:
        """Stop ticking, and close the connections of all members with `reason`."""
        self._timer.cancel()
        self._ticks.release()
        self._flush(self.now())
        self._deliveries.release_all()
        self._handle(CircleEnding(reason), self.now())

    def suspend(self) -> None:
        """Stop ticking, and drop all connections. Another process continues the circle from its recovery log."""
        self._timer.cancel()
        self._ticks.release()
        self._handle(_TICK, self.now())
        self._flush(self.now())
        self._deliveries.drop()
        for connection in list(self._connections.values()):
            connection.abort()

    async def close(self, *, keep_log: bool = False) -> None:
        """Delete the recovery log after `stop`, or keep it after `suspend`."""
        await self._keys.close()
        await self._loops.close(keep=keep_log)
        await asyncio.to_thread(self._writer.close, keep=keep_log)

    def adopt(self, connection: ServerConnection) -> None:
        """Take over a connection that has sent its Hello."""
        connection.move_to(self, ConnectionId(next(self._ids)))

    def subscribe(self, subscriber: Subscriber | None) -> None:
        """Pass everything that is broadcast to `subscriber`, with its circle time, after the circle's present state.

        None ends the subscription.
        """
        self._subscriber = subscriber or ignore
        self._subscriber(self._room.overview(self.now()), self.now())

    @property
    def connected_members(self) -> int:
        return self._room.connected_members

    @property
    def room(self) -> CircleRoom:
        return self._room

    def stats(self) -> ServerStats:
        return self._tally.take(self._room.connected_members)

    def happened(self, event: CircleEvent) -> None:
        """Handle an event that does not come from a connection."""
        self._handle(event, self.now())

    def report_trouble(self, topic: str, text: str) -> None:
        """Notify the conductors of a problem of this machine; an empty `text`: it is solved. Call it from
        any thread."""
        self._loop.call_soon_threadsafe(lambda: self._handle(TroubleReported(topic, text), self.now()))

    # --- called by connections

    def now(self) -> Micros:
        return Micros(local_micros() - self.began)

    def greeted(self, connection: ServerConnection, hello: Hello) -> None:
        connection.request_join(hello)

    def admit(self, hello: Hello, account: AddressAccount) -> Micros:
        """The time to wait before `hello` may join. 0 for a member that resumes: the room limits how often it may."""
        work, now = join_work(self._room.listed_members), local_micros()
        if not self._room.may_resume(hello.token):
            return account.spend(work, now)
        account.owe(work, now)
        return Micros(0)

    def received(self, connection: ServerConnection, message: Message, at: Micros) -> None:
        if type(message) is Hello:
            self._connections[connection.id] = connection
            self._handle(JoinRequested(connection.id, message, connection.address, connection.account_name), at)
        elif type(message) in LOOP_TRANSFERS:
            self._loops.take(connection, message, conducts=self._room.conducts(connection.id))
        else:
            self._handle(MessageReceived(connection.id, message), at)

    def open_directory(self, connection: ServerConnection, request: OpenDirectory) -> None:
        connection.close(_NO_HUB)

    def disconnected(self, connection: ServerConnection) -> None:
        self._connections.pop(connection.id, None)
        self._joined.pop(connection.id, None)
        self._loops.forget(connection)
        self._handle(ConnectionClosed(connection.id), self.now())

    def violated(self, connection: ServerConnection, violation: ProtocolViolation) -> None:
        self._log("Protocol violations", f"{connection} broke the protocol: {violation.code}: {violation.text}")

    def max_unread(self) -> int:
        return min(max(_MAX_UNREAD_TOTAL // max(len(self._joined), 1), _MIN_UNREAD_EACH), _MAX_UNREAD_EACH)

    # --- ticking

    @property
    def _idle(self) -> bool:
        return not self._joined and self._host.idles

    def _schedule(self) -> None:
        self._timer = self._loop.call_later((self._ticks.due - local_micros()) / SECOND, self._tick)

    def _tick(self) -> None:
        came = local_micros()
        now = Micros(came - self.began)
        self.awake.tick(now)
        self._tally.ticked(came - self._ticks.due)
        try:
            self._handle(_TICK, now)
            self._flush(now)
            self._loops.deliver(now)
            if now >= self._next_sweep:
                self._sweep(now)
        finally:
            self._ticks.ticked(came, IDLE_TICK if self._idle else self._room.tick, alone=not self._joined)
            self._schedule()

    def _wake(self) -> None:
        """A member joins: tick at the room's regular rate again."""
        if self._idle:
            self._timer.cancel()
            self._ticks.spread()
            self._ticks.begin(local_micros(), self._room.tick)
            self._schedule()

    def _flush(self, now: Micros) -> None:
        """Record the tick, and deliver it afterwards. Frames for single members need not be recorded."""
        due = now - self._recorded_at >= (_IDLE_RECOVERY_INTERVAL if self._idle else _RECOVERY_INTERVAL)
        if not (due or self._broadcasts):  # nearly always in a circle where nobody plays
            return
        frames, exceptions = self._broadcasts.drain()
        if not frames:
            self._deliveries.write_own(exceptions)
        strokes, self._pending_strokes = self._pending_strokes, 0
        if not (due or frames):
            return
        self._recorded_at = now
        self._writer.append(self._entry.take(now, wall_micros()))
        self._deliveries.hold(frames, exceptions if frames else {}, strokes)

    def _recorded_soon(self, recorded: int) -> None:
        self._loop.call_soon_threadsafe(self._deliveries.release, recorded)

    def _sweep(self, now: Micros) -> None:
        """Close connections that are silent or read nothing, and write due summaries to the log."""
        self._next_sweep = Micros(now + _SWEEP_INTERVAL)
        close_unresponsive(self._connections.values(), self.awake.time, self._log)
        for line in self._log_summary.due(now):
            log.info("%s", line)
        if now >= self._next_trim and not self._host.idles:
            self._next_trim = Micros(now + _TRIM_INTERVAL)
            self._loop.run_in_executor(None, trim_memory)

    def _log(self, kind: str, line: str) -> None:
        self._log_summary.write(log, kind, line, self.now())

    # --- effects

    def _handle(self, event: CircleEvent, at: Micros) -> None:
        for effect in self._room.handle(event, at):
            self._entry.add(effect)
            self._carry_out[type(effect)](effect)

    def _send(self, effect: Send) -> None:
        connection = self._connections.get(effect.to)
        if connection is not None and type(effect.message) is QualityUpdate and effect.to in self._joined:
            self._broadcasts.add_for(effect.to, encode(effect.message))
        elif connection is not None:
            connection.send(effect.message)
            if isinstance(effect.message, Welcome) and connection.open:
                self._wake()
                self._joined[connection.id] = connection
                self._broadcasts.join(connection.id)

    def _broadcast(self, effect: Broadcast) -> None:
        self._broadcasts.add(encode(effect.message))
        self._subscriber(effect.message, self.now())

    def _relay(self, effect: RelayBatch) -> None:
        self._broadcasts.add(effect.frame)
        strokes = len(effect.batch.strokes)
        self._pending_strokes += strokes
        self._tally.batches += 1
        self._tally.strokes += strokes
        self._subscriber(effect.batch, self.now())

    def _replay(self, effect: ReplayBatches) -> None:
        if effect.frames and (connection := self._connections.get(effect.to)) is not None:
            connection.replay(effect.frames)
            self.account(connection.address).owe(replay_work(effect.size), local_micros())

    def _close(self, effect: CloseConnection) -> None:
        if (connection := self._connections.get(effect.connection)) is not None:
            closing = effect.closing
            self._log(f"Closed connections ({closing.code})", f"{connection}: {closing.code}: {closing.text}")
            connection.close(closing)

    def _drop(self, effect: DropConnection) -> None:
        if (connection := self._connections.get(effect.connection)) is not None:
            self._log("Wrong keys without an answer", f"{connection} sent a wrong key again")
            connection.abort()
