"""One room: all connections to its MPD server, what is known of it, and coming back to it for as long as it takes."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Protocol

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.config.config import RoomConfig
from drumcircle_gui.mpd.protocol.reply_format import values_of
from drumcircle_gui.mpd.protocol.status import (
    PlaybackOptions,
    QueueEntry,
    Status,
    apply_changes,
    parse_pairs,
    parse_status,
)
from drumcircle_gui.mpd.protocol.syntax import AckError, request
from drumcircle_gui.mpd.sync import latency
from drumcircle_gui.mpd.sync.position_tracker import PositionTracker
from drumcircle_gui.mpd.sync.queue_diff import GroupEntry
from drumcircle_gui.mpd.sync.timeouts import silence_limit
from drumcircle_gui.timing.units import SECOND, Micros, local_micros, seconds

from .connection_io import MOST_REPLY, TO_ANSWER, Answer, ConnectionLost, MpdConnection
from .connection_set_io import Connections
from .pool_io import Pool
from .redundant_io import Triggers

GIVEN_UP = seconds(5)
TO_HEAR = 1.0
TO_KNOW = 10.0
WATCH_EVERY = 0.1
KEEP_EVERY = 20.0
AGAIN, AT_MOST = 0.2, 1.0
"""Seconds before coming back, at first and in the end."""


class RoomObserver(Protocol):
    """Who wants to know what becomes of a room; called on the loop."""

    def room_changed(self, room: "Room") -> None:
        """It is up, gone, silent, or no longer so."""

    def room_polled(self, room: "Room", poll: latency.Poll) -> None: ...

    def room_happened(self, room: "Room", events: frozenset[str]) -> None:
        """What its `idle` says has changed."""


class Room:
    """`run` it as a task. Everything else is for the same loop."""

    def __init__(self, config: RoomConfig, estimator: str, redundancy: int, watcher: RoomObserver) -> None:
        self.config = config
        self.up = self.refused = self.silent = False
        self.problem = ""
        self.up_since = Micros(0)
        self.version = ""
        self.commands: frozenset[str] = frozenset()
        self.status, self.status_at = Status(), Micros(0)
        self.replay_gain: str | None = None
        self.entries: list[QueueEntry] = []
        self.line = latency.RoomLatency(estimator)
        self.tracking = PositionTracker()
        self.opened = False
        """Whether its outputs are open, so that it can be let go without delay."""
        self.missing: set[bytes] = set()
        """Files of the queue that it does not have."""
        self.known: dict[int, int] = {}
        """Its own ids of songs, by the ids under which the group knows them."""
        self.brought: Sequence[GroupEntry] | None = None
        """What it was last given whole of the group's queue."""
        self._songs: dict[int, int] = {}
        self.lock = asyncio.Lock()
        """Held by whoever changes the room."""
        self.pool = Pool(self._connect)
        self._estimator, self._redundancy, self._watcher = estimator, redundancy, watcher
        self._connections: Connections | None = None
        self._listened = asyncio.Event()
        self._expected: list[tuple[asyncio.Future[None], Callable[[Micros, Status], bool]]] = []
        self._queue_version = 0
        self._touched = False

    @property
    def name(self) -> str:
        return self.config.name

    @property
    def triggers(self) -> Triggers:
        """For orders that must reach it in time."""
        return self._connections.triggers if self._connections is not None else Triggers()

    @property
    def one_way(self) -> Micros:
        """Micros that a command takes to it."""
        return self.line.one_way or Micros(0)

    @property
    def song(self) -> int | None:
        """What it has at hand, as the group knows it; None if nothing, or nothing of the group's."""
        return None if self.status.song_id is None else self._songs.get(self.status.song_id)

    @property
    def stale(self) -> bool:
        """Whether its queue is another one by now than is known."""
        return self._touched or self.status.queue_version != self._queue_version

    @property
    def options(self) -> PlaybackOptions:
        """All of them, with what `status` does not tell."""
        return replace(self.status.options, replay_gain=self.replay_gain)

    def learn(self, known: dict[int, int]) -> None:
        """Its own ids, by the group's."""
        self.known, self._songs = known, {real: virtual for virtual, real in known.items()}

    async def run(self) -> None:
        """Stay connected, until cancelled."""
        pause = AGAIN
        while True:
            try:
                connections = await self._open()
                pause = AGAIN
                await self._live(connections)
            except (ConnectionLost, DrumCircleError) as error:
                self.refused = isinstance(error, DrumCircleError)
                self._down(str(error))
            except BaseException:
                self._down("")
                raise
            await asyncio.sleep(pause)
            pause = AT_MOST if self.refused else min(pause * 1.5, AT_MOST)

    async def ask(self, *requests: bytes, within: float = TO_ANSWER) -> list[bytes]:
        """The replies to requests that are sent as one list. Lost, or Refused."""
        return (await self.answer(*requests, within=within)).checked()

    async def answer(self, *requests: bytes, within: float = TO_ANSWER) -> Answer:
        """The same, a refusal included."""
        return await self._line().ask(*requests, within=within, usual=self.line.smoothed_round_trip / SECOND)

    async def each(self, requests: list[bytes]) -> list[Answer]:
        """Sends all at once, each on its own, so that one that is refused does not keep the others from being done."""
        line = self._line()
        self._touched = self._touched or bool(requests)
        futures = [line.send(each) for each in requests]
        if futures:
            line.hasten(futures[-1], self.line.smoothed_round_trip / SECOND)
        return [await asyncio.wait_for(future, 4 * TO_ANSWER) for future in futures]

    def post(self, request: bytes) -> None:
        """Send it without waiting for what it says to it."""
        if self._connections is not None:
            self._connections.control.send(request)

    def give_up(self, why: str) -> None:
        """Whatever it has not answered yet is not awaited any more: who asked gets Lost."""
        self.pool.give_up(why)
        if self._connections is not None:
            self._connections.control.despair(why)

    async def look(self) -> Status:
        """Its status, now."""
        (body,) = await self.ask(b"status")
        return self.take_status(body)

    async def seen(self, holds: Callable[[Micros, Status], bool]) -> None:
        """Until one of the questions that are asked all the time finds a status for which, with the moment at which it
        was asked, this holds."""
        expected = asyncio.get_running_loop().create_future(), holds
        self._expected.append(expected)
        try:
            await expected[0]
        finally:
            self._expected.remove(expected)

    def take_status(self, body: bytes) -> Status:
        status, now = parse_status(body), local_micros()
        if status.song_id != self.status.song_id:  # where it is in that song only later answers tell
            self.tracking.reset_until(now)
        self.status, self.status_at = status, now
        self.opened = self.opened and self.status.state != "stop"
        return self.status

    def stopped(self) -> None:
        """It was told to stop just now, whatever answers on their way may say."""
        self.status, self.status_at, self.opened = replace(self.status, state="stop"), local_micros(), False

    async def refresh(self) -> None:
        """Bring `entries` up to what the room's queue is by now."""
        requests = (request("plchanges", self._queue_version), b"status", b"replay_gain_status")
        changes, status, gain = await self.ask(*requests, within=3 * TO_ANSWER)
        self.replay_gain = parse_pairs(gain).get("replay_gain_mode")
        self._queue_version, self._touched = self.take_status(status).queue_version, False
        try:
            self.entries = apply_changes(self.entries, self.status.queue_length, changes)
        except ValueError as error:
            self._line().close(f"its queue cannot be understood: {error}")
            raise ConnectionLost("its queue cannot be understood") from error

    async def hear(self) -> None:
        """Until all that has changed in it so far has been heard of; if it does not answer, not for long."""
        with suppress(TimeoutError):
            async with asyncio.timeout(TO_HEAR):
                # The first answer may have been on its way before, and MPD tells others a moment after the change.
                await self._heard_next()
                await self._heard_next()

    async def _heard_next(self) -> None:
        if self._connections is not None:
            self._listened.clear()
            self._connections.idle.interrupt(b"noidle")
            await self._listened.wait()

    # --- living -----------------------------------------------------------------------------------------------------

    async def _connect(self, most: int = MOST_REPLY) -> MpdConnection:
        config = self.config
        return await MpdConnection.open(config.host, config.port, config.password, most=most)

    async def _open(self) -> Connections:
        """Lost or DrumCircleError if they cannot be had."""
        self._connections = connections = await Connections.opened(self._connect, self._redundancy)
        try:
            async with asyncio.timeout(TO_KNOW):
                await self._get_to_know(connections.control)
        except TimeoutError:
            raise ConnectionLost("it answers too slowly") from None
        except (AckError, ValueError) as error:
            raise ConnectionLost(f"it does not say what is to be known of it: {error}") from error
        self.up, self.refused, self.silent, self.problem = True, False, False, ""
        self.up_since = local_micros()
        self._watcher.room_changed(self)
        return connections

    async def _get_to_know(self, line: MpdConnection) -> None:
        self.version = line.version
        self.line, self.entries, self._queue_version = latency.RoomLatency(self._estimator), [], 0
        self.missing.clear()
        self.brought = None
        self.tracking.reset_until(local_micros())
        (commands,) = (await line.ask(b"commands")).checked()
        self.commands = frozenset(name.decode() for name in values_of(commands, b"command"))
        await line.ask(b"tagtypes clear")
        await self._ask_status(line)
        await self.refresh()

    async def _live(self, connections: Connections) -> None:
        """Until a connection is lost: ends by Lost only."""
        polling: list[asyncio.Task[None]] = []

        def ask_on(line: MpdConnection) -> None:
            polling.append(asyncio.ensure_future(self._poll_forever(line)))

        for line in connections.polls:
            ask_on(line)
        work = (connections.complete(ask_on), self._listen(connections.idle), self._watch(connections))
        tasks = [asyncio.ensure_future(each) for each in (*work, self._keep(connections), connections.until_lost())]
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in (*tasks, *polling):
                task.cancel()
            await asyncio.gather(*tasks, *polling, return_exceptions=True)

    async def _listen(self, line: MpdConnection) -> None:
        while True:
            answer = await line.send(b"idle")
            events = frozenset(name.decode() for body in answer.checked() for name in values_of(body, b"changed"))
            if "database" in events:  # it may have by now what it lacked
                self.missing.clear()
                self.brought = None
            self._watcher.room_happened(self, events)
            self._listened.set()

    async def _poll_forever(self, line: MpdConnection) -> None:
        """One question after the other, whatever becomes of it: anything else would hold up its answer."""
        while True:
            await asyncio.sleep(self.tracking.poll_interval_s(local_micros(), self.status, self.one_way))
            await self._ask_status(line)

    async def _ask_status(self, line: MpdConnection) -> None:
        sent = local_micros()
        self.line.poll_sent(sent)
        self._polled(line, sent, await line.send(b"status"))

    def _polled(self, line: MpdConnection, sent: Micros, answer: Answer) -> None:
        poll = latency.Poll(sent, answer.at)
        self.line.poll_answered(poll)
        try:
            status = parse_status(answer.checked()[0])
        except (AckError, ValueError) as error:
            line.close(f"its status cannot be understood: {error}")
            return
        if sent >= self.status_at:
            self.status, self.status_at = status, sent
            self.opened = status.state == "play" or (self.opened and status.state != "stop")
        self.tracking.poll_answered(poll, status, Micros(self.line.min_round_trip // 2))
        for future, holds in self._expected:
            if not future.done() and holds(sent, status):
                future.set_result(None)
        self._watcher.room_polled(self, poll)

    async def _watch(self, connections: Connections) -> None:
        """Notice when it falls silent; give it up when it stays so."""
        while True:
            await asyncio.sleep(WATCH_EVERY)
            silence = self._silence(connections)
            if silence > GIVEN_UP:
                raise ConnectionLost("it does not answer any more")
            if (silence > silence_limit(self.status, self.pool.streaming)) != self.silent:
                self.silent = not self.silent
                self._watcher.room_changed(self)

    def _silence(self, connections: Connections) -> int:
        since = self.line.silent_since
        heard = max(self.pool.heard, *(line.heard for line in connections.lines()))
        return 0 if since is None else local_micros() - max(since, heard)

    async def _keep(self, connections: Connections) -> None:
        """MPD closes connections that nothing is said on."""
        while True:
            await asyncio.sleep(KEEP_EVERY)
            self.pool.sweep()
            for line in (*connections.triggers.lines, connections.control):
                if line.free:
                    line.send(b"ping")

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
        if changed and why:
            self._watcher.room_changed(self)
