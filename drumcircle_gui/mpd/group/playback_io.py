"""Runs the state machine in `playback`: starts rooms when it requests so, and passes the lead room's status to it."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from typing import Protocol

from drumcircle_gui.mpd.protocol.syntax import AckError
from drumcircle_gui.mpd.room.connection_io import ConnectionLost
from drumcircle_gui.mpd.room.room_io import Room
from drumcircle_gui.mpd.sync.output_buffer import OutputBuffer
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.units import SECOND, Micros, local_micros

from .playback import (
    CancelStart,
    LeadPlayer,
    NotifyPlayer,
    Playback,
    PlaybackEvent,
    PlaybackState,
    StartPlace,
    StartRooms,
)
from .prepare_io import STOP, is_stream
from .start_io import Started, halt, start

log = logging.getLogger(__name__)

CONFIRM_EVERY_S = 0.02
PLAYER = frozenset({"player"})
ZERO = Micros(0)


class PlaybackGroup(Protocol):
    """The part of the group that playback uses."""

    lead: Room | None

    @property
    def members(self) -> list[Room]: ...


class GroupPlayback:
    """Plays the group. Use on the loop's thread.

    `patience()` returns how long a slow room may delay a start, in micros. `on_events` gets events of which clients are
    to be notified, `on_started` each start that was made.
    """

    def __init__(
        self,
        group: PlaybackGroup,
        tasks: Tasks,
        patience: Callable[[], Micros],
        on_events: Callable[[frozenset[str]], None],
        on_started: Callable[[str, Started], None],
    ) -> None:
        self.outputs = OutputBuffer()
        self.on_begin: Callable[[], None] = lambda: None
        """Called when a start begins."""
        self.on_failed: Callable[[], None] = lambda: None
        """Called when the lead room stops by itself while it plays, with an error, or at the song in which a start
        seeks."""
        self._machine = Playback()
        self._group, self._tasks, self._patience = group, tasks, patience
        self._on_events, self._on_started = on_events, on_started
        self._start_task: asyncio.Task[None] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._left = 0
        """Songs that could not be played in a row since the last command."""

    @property
    def buffered(self) -> Micros:
        """How far `elapsed` is ahead of the sound, because outputs buffer it."""
        return self.outputs.buffered

    @property
    def clock(self) -> int | None:
        """While the group plays: `elapsed` in rooms less local time."""
        return self._machine.clock

    @clock.setter
    def clock(self, clock: int | None) -> None:
        self._machine.clock = clock

    @property
    def starting(self) -> bool:
        """Whether rooms are being brought together."""
        return self._machine.starting

    @property
    def hides_pause(self) -> bool:
        """Whether clients see `play` although the lead room may be paused."""
        return self._machine.hides_pause

    @property
    def state(self) -> str:
        """The state that clients see: play, pause or stop."""
        self._read_lead()
        return self._machine.shown

    def lead_status_changed(self) -> None:
        """Call this whenever the lead room was polled."""
        self._read_lead()
        self._carry_out()

    def lead_changed(self) -> None:
        """Another room is the lead room now."""
        self._machine.lead_changed()
        self.lead_status_changed()

    def player_event(self) -> None:
        """The lead room reports that its player has changed."""
        self._read_lead()
        self._machine.player_event(local_micros())
        self._carry_out()

    # --- commands: for the holder of the group's lock ---------------------------------------------------------------

    async def move(self) -> None:
        """A command is about to move the lead room. Returns when a start under way is cancelled."""
        self._read_lead()
        self._machine.move(local_micros())
        self._carry_out()
        await self.cancelled()

    def move_ended(self) -> None:
        """The command moved nothing."""
        self._read_lead()
        self._machine.move_ended()
        self._carry_out()

    def begin(self, what: str, place: StartPlace, at: Micros | None = None) -> None:
        """Start all rooms from `place` in the background, at local time `at` if given; `what`: the command."""
        self._read_lead()
        self._left = 0
        self._machine.begin(what, place, local_micros(), at)
        self._carry_out()

    async def mark_idle(self) -> None:
        """Playback was paused or stopped. Returns when a start under way is cancelled."""
        self._machine.mark_idle(local_micros())
        self._carry_out()
        await self.cancelled()

    def notify(self) -> None:
        """Notify clients that the player has changed."""
        self._read_lead()
        self._machine.notify(local_micros())
        self._carry_out()

    async def wait_for_start(self) -> None:
        """Wait until the start under way has ended."""
        if self._start_task is not None:
            await asyncio.wait({self._start_task})

    async def cancelled(self) -> None:
        """Wait until all cancelled starts have ended."""
        if self._start_task is not None and self._start_task.cancelling():
            await asyncio.wait({self._start_task})

    # --- what the machine wants -------------------------------------------------------------------------------------

    def _read_lead(self) -> None:
        lead = self._group.lead
        status = lead.status if lead is not None else None
        before = self._machine.state
        self._machine.lead_status(LeadPlayer(status.state, status.song_id, status.error) if status else LeadPlayer())
        stopped = before is PlaybackState.PLAYING and self._machine.state is PlaybackState.IDLE
        if stopped and status is not None and status.state == "stop" and status.error:
            self.on_failed()

    def _carry_out(self) -> None:
        while (event := self._machine.next_event()) is not None:
            self._do(event)
        if self._timer is not None:
            self._timer.cancel()
        due = self._machine.timer
        wait_s = 0.0 if due is None else max(due - local_micros(), 0) / SECOND
        self._timer = None if due is None else asyncio.get_running_loop().call_later(wait_s, self._wake)

    def _wake(self) -> None:
        self._read_lead()
        self._machine.handle_timer(local_micros())
        self._carry_out()

    def close(self) -> None:
        """Cancel timers and starts. Idempotent."""
        if self._timer is not None:
            self._timer.cancel()

    def _do(self, event: PlaybackEvent) -> None:
        log.debug("playback %s: %s", self._machine.state.name, event)
        match event:
            case NotifyPlayer():
                self._on_events(PLAYER)
            case CancelStart():
                if self._start_task is not None:
                    self._start_task.cancel()
            case StartRooms():
                self.on_begin()
                self._start_task = self._tasks.start(self._start(event, self._start_task), f"start: {event.what}")

    async def _start(self, wanted: StartRooms, before: "asyncio.Task[None] | None") -> None:
        if before is not None and not before.done():
            await asyncio.wait({before})
        lead = self._group.lead
        started = await start(self._group.members, lead, wanted.place, self._patience(), wanted.at)
        if started.unplayable and lead is not None:
            await self._leave_song(wanted, lead)
            return
        if not started.together:
            self._machine.start_failed(local_micros())
        self._machine.released(started.clock + self.buffered, local_micros())
        self.outputs.started(started.together, started.clock, started.at)
        self._on_started(wanted.what, started)
        self._carry_out()
        await self._confirm()

    async def _leave_song(self, wanted: StartRooms, lead: Room) -> None:
        """The lead room could not play the song of the start: start all rooms in the song to which it has gone on, or
        end the start if it has stopped. MPD stops after it has tried all songs, and if it was to seek."""
        with suppress(ConnectionLost, AckError):
            await lead.fetch_status()  # MPD goes on a moment after it has stopped
        self._left += 1
        all_left = self._left >= lead.status.queue_length  # though songs are repeated
        goes_on = lead.status.state != "stop" and not wanted.what.startswith("seek") and not all_left
        if goes_on and lead.song is not None:
            self._machine.skipped(wanted.what, StartPlace(lead.song, ZERO), local_micros())
        else:
            await halt([room for room in self._group.members if room is not lead or room.status.state != "stop"], STOP)
            self._machine.start_failed(local_micros())
            if not (all_left or is_stream(lead, wanted.place.song)):  # a start does not seek in a stream
                self.on_failed()
        self._carry_out()

    async def _confirm(self) -> None:
        """Poll the lead room until it reports that it plays, or until the state machine no longer waits for that."""
        while self._machine.state is PlaybackState.CONFIRMING:
            lead = self._group.lead
            try:
                if lead is None or (await lead.fetch_status()).state == "stop":
                    return
            except (ConnectionLost, AckError):
                return
            self.lead_status_changed()
            await asyncio.sleep(CONFIRM_EVERY_S)
