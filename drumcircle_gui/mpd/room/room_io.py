"""One room: the connections to its MPD server, its known state, and reconnecting to it without end."""

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Protocol

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.config.config import RoomConfig
from drumcircle_gui.mpd.protocol.reply_format import ReplyFormat, values_of
from drumcircle_gui.mpd.protocol.status import (
    PlaybackOptions,
    QueueEntry,
    Status,
    apply_changes,
    parse_pairs,
    parse_queue,
    parse_status,
)
from drumcircle_gui.mpd.protocol.syntax import AckError, request
from drumcircle_gui.mpd.sync import latency
from drumcircle_gui.mpd.sync.position_tracker import PositionTracker
from drumcircle_gui.mpd.sync.queue_diff import GroupEntry
from drumcircle_gui.timing.units import SECOND, Micros, local_micros

from .connection_io import ANSWER_TIMEOUT_S, MAX_REPLY_BYTES, Answer, ConnectionLost, MpdConnection
from .connection_set_io import ConnectionSet
from .offload_io import offload
from .pool_io import Pool
from .redundant_io import RedundantSender
from .session_io import RoomSession

log = logging.getLogger(__name__)

EVENTS_TIMEOUT_S = 1.0
READ_TIMEOUT_S = 10.0
"""For reading queue and status of a room that has just connected."""

SENT_AT_ONCE = 256
"""Number of requests sent, and of answers read, before the event loop continues with other work."""

RECONNECT_S, MAX_RECONNECT_S = 0.2, 1.0
"""Pause before a room is connected again: the first one, and the longest."""


Tags = tuple[tuple[bytes, bytes], ...]


class RoomObserver(Protocol):
    """Gets the events of rooms, on the loop."""

    def room_changed(self, room: "Room") -> None:
        """The room was connected, was lost, stopped answering, or answers again."""

    def room_polled(self, room: "Room", poll: latency.Poll) -> None: ...

    def room_events(self, room: "Room", events: frozenset[str]) -> None:
        """The room's `idle` reports `events`."""


class Room:
    """A room. `run` it as a task; use everything else on the same loop."""

    def __init__(self, config: RoomConfig, estimator: str, redundancy: int, observer: RoomObserver) -> None:
        self.config = config
        self.up = self.refused = self.silent = False
        self.problem = ""
        self.up_since = Micros(0)
        self.version = ""
        self.commands: frozenset[str] = frozenset()
        self.status, self.status_at = Status(), Micros(0)
        self.replay_gain: str | None = None
        self.entries: list[QueueEntry] = []
        self.latency = latency.RoomLatency(estimator)
        self.tracking = PositionTracker()
        self.outputs_open = False
        """Whether the room's outputs are open, so that it sounds at once when resumed."""
        self.missing: set[bytes] = set()
        """Files of the group's queue that the room does not have."""
        self.unseekable: set[bytes] = set()
        """Files in which the room cannot seek."""
        self.ids: dict[int, int] = {}
        """The room's own song ids, by the group's."""
        self.synced: Sequence[GroupEntry] | None = None
        """The group's queue with which the room was last synchronised completely."""
        self._songs: dict[int, int] = {}
        self._files: dict[int, bytes] = {}
        self.lock = asyncio.Lock()
        """Held while the room is changed."""
        self.pool = Pool(self._connect)
        self._estimator, self._redundancy, self._observer = estimator, redundancy, observer
        self._connections: ConnectionSet | None = None
        self._idle_answered = asyncio.Event()
        self._awaited: list[tuple[asyncio.Future[None], Callable[[Micros, Status], bool]]] = []
        self._queue_version = 0
        self._touched = False

    @property
    def name(self) -> str:
        return self.config.name

    @property
    def redundant(self) -> RedundantSender:
        """Sends commands that must reach the room in time."""
        return self._connections.redundant if self._connections is not None else RedundantSender()

    @property
    def one_way(self) -> Micros:
        """How long a command takes to reach the room."""
        return self.latency.one_way or Micros(0)

    @property
    def song(self) -> int | None:
        """The group's id of the room's current song; None if it has none, or one that is not in the group's queue."""
        return self.song_of(self.status.song_id)

    @property
    def stale(self) -> bool:
        """Whether the room's queue has changed since it was read."""
        return self._touched or self.status.queue_version != self._queue_version

    @property
    def options(self) -> PlaybackOptions:
        """All options, including those that `status` does not report."""
        return replace(self.status.options, replay_gain=self.replay_gain)

    def set_ids(self, ids: dict[int, int]) -> None:
        """Set the room's own song ids, by the group's."""
        self.ids, self._songs = ids, {real: virtual for virtual, real in ids.items()}

    def song_of(self, real: int | None) -> int | None:
        """The group's id of the song with the room's own id `real`."""
        return None if real is None else self._songs.get(real)

    def file_of(self, real: int | None) -> bytes:
        """The file of the song with the room's own id `real`; "" if it is not in the room's queue."""
        return b"" if real is None else self._files.get(real, b"")

    async def run(self) -> None:
        """Stay connected until cancelled."""
        pause = RECONNECT_S
        while True:
            try:
                connections = await self._open()
                pause = RECONNECT_S
                await RoomSession(self, connections).run()
            except (ConnectionLost, DrumCircleError) as error:
                self.refused = isinstance(error, DrumCircleError)
                self._down(str(error))
            except BaseException:
                self._down("")
                raise
            await asyncio.sleep(pause)
            pause = MAX_RECONNECT_S if self.refused else min(pause * 1.5, MAX_RECONNECT_S)

    async def ask(self, *requests: bytes, within: float = ANSWER_TIMEOUT_S) -> list[bytes]:
        """The bodies of the replies to `requests`, sent as one list. Raises ConnectionLost, AckError."""
        return (await self.answer(*requests, within=within)).checked()

    async def answer(self, *requests: bytes, within: float = ANSWER_TIMEOUT_S) -> Answer:
        """Like `ask`, but a refusal is part of the result instead of being raised."""
        return await self._line().ask(*requests, within=within, usual=self.latency.smoothed_round_trip / SECOND)

    async def answer_each(self, requests: list[bytes], *, changes: bool = True) -> list[Answer]:
        """Send all requests at once, each on its own, so that the refusal of one does not prevent the others.
        `changes`: they may change the queue."""
        line = self._line()
        self._touched = self._touched or (changes and bool(requests))
        futures: list[asyncio.Future[Answer]] = []
        for number, each in enumerate(requests, 1):
            futures.append(line.send(each))
            if number % SENT_AT_ONCE == 0:
                await asyncio.sleep(0)
        if futures:
            line.ping_if_overdue(futures[-1], self.latency.smoothed_round_trip / SECOND)
        answers: list[Answer] = []
        for number, future in enumerate(futures, 1):
            async with asyncio.timeout(4 * ANSWER_TIMEOUT_S):
                answers.append(await future)
            if number % SENT_AT_ONCE == 0:
                await asyncio.sleep(0)
        return answers

    def send(self, request: bytes) -> None:
        """Send a request whose reply does not matter."""
        if self._connections is not None:
            self._connections.control.send(request)

    def fail_pending(self, why: str) -> None:
        """Fail all unanswered requests with ConnectionLost."""
        self.pool.fail_pending(why)
        if self._connections is not None:
            self._connections.control.fail_pending(why)

    async def fetch_status(self) -> Status:
        """Read the room's present status. Raises ConnectionLost, AckError."""
        (body,) = await self.ask(b"status")
        return self.take_status(body)

    async def wait_for_status(self, holds: Callable[[Micros, Status], bool]) -> None:
        """Wait until a regular poll finds a status for which `holds(sent, status)`; `sent` is the local time of the
        poll."""
        expected = asyncio.get_running_loop().create_future(), holds
        self._awaited.append(expected)
        try:
            await expected[0]
        finally:
            self._awaited.remove(expected)

    def take_status(self, body: bytes) -> Status:
        status, now = parse_status(body), local_micros()
        if status.song_id != self.status.song_id:  # where it is in that song only later answers tell
            self.tracking.reset_until(now)
        self.status, self.status_at = status, now
        self.outputs_open = self.outputs_open and self.status.state != "stop"
        return self.status

    def mark_stopped(self) -> None:
        """`stop` was sent to the room: ignore answers to earlier polls."""
        self.status, self.status_at, self.outputs_open = replace(self.status, state="stop"), local_micros(), False

    async def refresh(self) -> None:
        """Read the changes of the room's queue. Raises ConnectionLost, AckError."""
        requests = (request("plchanges", self._queue_version), b"status", b"replay_gain_status")
        line = self._line()
        changes, status, gain = await self.ask(*requests, within=3 * ANSWER_TIMEOUT_S)
        self.replay_gain, self._touched = parse_pairs(gain).get("replay_gain_mode"), False
        await self._take_queue(line, self.take_status(status), changes)

    async def _take_queue(self, line: MpdConnection, status: Status, changes: bytes) -> None:
        """Apply a reply to `plchanges` that arrived on `line`, unless the room was reconnected meanwhile."""
        try:
            songs = changes.count(b"\nId: ")
            entries = await offload(songs, apply_changes, self.entries, status.queue_length, changes)
        except ValueError as error:
            line.close(f"its queue cannot be understood: {error}")
            raise ConnectionLost("its queue cannot be understood") from error
        if self._line() is not line:
            raise ConnectionLost("it was connected again")
        self._queue_version, self.entries = status.queue_version, entries
        self._files = {entry.id: entry.file for entry in entries}

    async def read_tags(self, ids: Iterable[int]) -> dict[int, Tags]:
        """The tags of songs in the room's queue, by its own ids, without songs that were removed. Raises
        ConnectionLost."""
        requests = [request("playlistid", each) for each in ids]
        found: dict[int, Tags] = {}
        async with self.pool.lend(ReplyFormat()) as line:
            for each in requests:
                answer = await line.ask(each)
                found |= {entry.id: entry.tags for body in answer.bodies for _, entry in parse_queue(body)}
        return found

    async def wait_for_events(self) -> None:
        """Wait until the room's `idle` has reported all changes so far, at most EVENTS_TIMEOUT_S."""
        with suppress(TimeoutError):
            async with asyncio.timeout(EVENTS_TIMEOUT_S):
                # The first answer may be older than the change, and MPD reports a change a moment later.
                await self._next_events()
                await self._next_events()

    async def _next_events(self) -> None:
        if self._connections is not None:
            self._idle_answered.clear()
            self._connections.idle.send_unanswered(b"noidle")
            await self._idle_answered.wait()

    # --- connecting -------------------------------------------------------------------------------------------------

    async def _connect(self, most: int = MAX_REPLY_BYTES) -> MpdConnection:
        config = self.config
        return await MpdConnection.open(config.host, config.port, config.password, most=most)

    async def _open(self) -> ConnectionSet:
        """Open the connections. Raises ConnectionLost or DrumCircleError if that fails."""
        self._connections = connections = await ConnectionSet.opened(self._connect, self._redundancy)
        try:
            async with asyncio.timeout(READ_TIMEOUT_S):
                await self._read_all(connections)
        except TimeoutError:
            raise ConnectionLost("it answers too slowly") from None
        except (AckError, ValueError) as error:
            raise ConnectionLost(f"its status or queue cannot be read: {error}") from error
        self.up, self.refused, self.silent, self.problem = True, False, False, ""
        self.up_since = local_micros()
        self._observer.room_changed(self)
        return connections

    async def _read_all(self, connections: ConnectionSet) -> None:
        line = connections.control
        self.version = line.version
        self.latency, self.entries, self._queue_version = latency.RoomLatency(self._estimator), [], 0
        self._forget_files()
        self.tracking.reset_until(local_micros())
        (commands,) = (await line.ask(b"commands")).checked()
        self.commands = frozenset(name.decode() for name in values_of(commands, b"command"))
        await line.ask(b"tagtypes clear")
        await RoomSession(self, connections).poll(connections.control)
        await self.refresh()

    # --- what its session reports -----------------------------------------------------------------------------------

    def status_polled(self, poll: latency.Poll, body: bytes) -> None:
        """Take the body of a reply to `status`. Raises ValueError if it is not valid."""
        status = parse_status(body)
        if poll.sent >= self.status_at:
            self.status, self.status_at = status, poll.sent
            self.outputs_open = status.state == "play" or (self.outputs_open and status.state != "stop")
        self.tracking.poll_answered(poll, status, Micros(self.latency.min_round_trip // 2))
        for future, holds in self._awaited:
            if not future.done() and holds(poll.sent, status):
                future.set_result(None)
        self._observer.room_polled(self, poll)

    def events_reported(self, events: frozenset[str]) -> None:
        """The room's `idle` has reported `events`."""
        if "database" in events:  # it may have got what it lacked
            self._forget_files()
        self._observer.room_events(self, events)
        self._idle_answered.set()

    def silence_changed(self, silent: bool) -> None:
        """The room has stopped answering, or answers again."""
        self.silent = silent
        self._observer.room_changed(self)

    def _forget_files(self) -> None:
        self.missing.clear()
        self.unseekable.clear()
        self.synced = None

    def _line(self) -> MpdConnection:
        if self._connections is None:
            raise ConnectionLost(self.problem or "it is not connected")
        return self._connections.control

    def _down(self, why: str) -> None:
        was, self.up, self.silent = self.up, False, False
        changed = was or why != self.problem
        self.problem = why
        self.pool.close(why)
        if self._connections is not None:
            self._connections.close(why)
            self._connections = None
        log.debug("%s is disconnected: %s", self.name, why)
        if changed and why:
            self._observer.room_changed(self)
