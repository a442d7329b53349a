"""Runs the state machine in `drift`: passes it the state of the rooms, and carries out its commands in separate
tasks."""

import asyncio
import logging
from collections.abc import Callable

from drumcircle_gui.mpd.protocol.syntax import AckError
from drumcircle_gui.mpd.room.connection_io import ConnectionLost
from drumcircle_gui.mpd.room.room_io import Room
from drumcircle_gui.mpd.sync.correction import CorrectionOutcome, Skew
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.units import SECOND, Micros, local_micros

from .drift import DriftMachine
from .drift_commands import (
    AnnounceSong,
    DriftCommand,
    DriftEvent,
    GroupView,
    HoldRoom,
    JoinRoom,
    JumpRoom,
    LevelRoom,
    PauseRoom,
    PlaySong,
    ReportOutcome,
    ReportTrouble,
    RestartAll,
    RoomView,
    StopRoom,
)
from .group_io import Group
from .playback import StartPlace
from .prepare_io import STOP, SongSkipped, hold, jump, prepare
from .queue_sync_io import announce
from .start_io import join
from .volume_io import VolumeControl

log = logging.getLogger(__name__)


class DriftKeeper:
    """Keeps the rooms together while `run` runs as a task. Use on the loop's thread."""

    def __init__(
        self,
        group: Group,
        volume: VolumeControl,
        on_corrected: Callable[[CorrectionOutcome], None] = lambda outcome: None,
    ) -> None:
        self._group, self._volume, self._on_corrected = group, volume, on_corrected
        self._machine = DriftMachine()
        self._busy: set[asyncio.Task[None]] = set()
        self._woken = asyncio.Event()

    @property
    def skews(self) -> dict[str, Skew]:
        """The skew of each room that plays with the group."""
        return self._machine.skews

    def deviation(self, room: str) -> str | None:
        """Why the room cannot be synchronised; "" if that is not known; None while it matches the group."""
        return self._machine.deviation(room)

    async def run(self) -> None:
        """Keep the rooms together until cancelled."""
        tasks, loop = Tasks(self._failed), asyncio.get_running_loop()
        try:
            while True:
                timer = loop.call_later(max(self._machine.timer - local_micros(), 0) / SECOND, self._woken.set)
                await self._woken.wait()
                timer.cancel()
                self._woken.clear()
                self._step(tasks)
        finally:
            await tasks.close()

    def start_begun(self) -> None:
        """All rooms start together: cancel the corrections of single rooms."""
        for task in self._busy:
            task.cancel()
        self._machine.start_begun()
        self.wake()

    def wake(self) -> None:
        """Run a step at once, because what rooms play has changed."""
        self._woken.set()

    def forget(self, room: str) -> None:
        """Discard the measurements of a room that was removed or whose configuration was changed."""
        self._machine.forget(room)

    def _step(self, tasks: Tasks) -> None:
        group, now = self._group, local_micros()
        view = self._view(now)
        for event in self._machine.step(view, now):
            self._take(event, now, tasks)
        if not view.blocked and self._machine.clock is not None:
            group.playback.clock = self._machine.clock
            group.playback.outputs.learn(self._machine.observations, self._machine.reference, now)

    def _take(self, event: DriftEvent, now: Micros, tasks: Tasks) -> None:
        match event:
            case LevelRoom(name):
                self._volume.level(self._group.rooms[name])
            case ReportOutcome(outcome):
                self._on_corrected(outcome)
            case ReportTrouble(name, reason, again_in):
                text = f"cannot be brought in: {reason}; next attempt in {again_in // SECOND} s"
                self._group.on_log("problem", name, text)
            case _:
                log.debug("drift: %s", event)
                task = tasks.start(self._carry_out(event), f"keeping {event.room} with the others")
                self._busy.add(task)
                task.add_done_callback(self._busy.discard)

    async def _carry_out(self, command: DriftCommand) -> None:
        room = self._group.rooms.get(command.room)
        if room is None:
            return
        try:
            if isinstance(command, RestartAll):
                await self._restart_all(command)
            elif isinstance(command, AnnounceSong):
                await _announce(room, command)
            else:
                async with room.lock:
                    await self._bring(room, command)
        except (ConnectionLost, AckError, SongSkipped) as error:
            self._machine.failed(command.room, str(error))
            self._group.on_log("problem", command.room, f"could not be brought to the others: {error}")

    async def _bring(self, room: Room, command: DriftCommand) -> None:
        match command:
            case StopRoom():
                await room.ask(STOP)
            case PauseRoom(_, song, elapsed):
                await room.redundant.drain()
                await prepare(room, room.ids[song], elapsed)
            case PlaySong(_, song):
                await room.ask(b"playid %d" % room.ids[song])
            case JoinRoom(_, song, clock):
                await self._join(room, song, clock)
            case JumpRoom(_, by, lag):
                await jump(room, by, lag)
                return
            case HoldRoom(_, lasting):
                await hold(room, lasting)
                return
        await room.fetch_status()

    async def _join(self, room: Room, song: int, clock: int) -> None:
        joining = self._group.followers.joining
        joining.add(room.name)
        try:
            joined = await join(room, song, clock)
        finally:
            joining.discard(room.name)
        if joined is not None:
            self._group.on_log("room", room.name, "joined in")
            self._group.playback.outputs.joined(room.name, joined.clock, joined.at)

    async def _restart_all(self, command: RestartAll) -> None:
        """Restart all rooms at the group's present position, as exactly as it is known."""
        group = self._group
        async with group.lock:
            playback, lead = group.playback, group.lead
            if lead is not None and lead.song is not None and playback.clock is not None and not playback.starting:
                place = StartPlace(lead.song, Micros(playback.clock + local_micros() - playback.buffered))
                playback.begin(f"{command.room} joins in", place)

    def _view(self, now: Micros) -> GroupView:
        group, lead = self._group, self._group.lead
        song = lead.song if lead is not None else None
        views = {room.name: _room_view(room, song, group, now) for room in group.members}
        playback = group.playback
        return GroupView(
            lead=views.get(lead.name) if lead is not None else None,
            rooms=tuple(views.values()),
            file=lead.file_of(lead.status.song_id).decode(errors="replace") if lead is not None else "",
            clock=playback.clock,
            buffered=playback.buffered,
            threshold=group.config.threshold,
            blocked=playback.starting or group.lock.locked(),
        )

    def _failed(self, name: str, error: BaseException) -> None:
        log.error("%s failed", name, exc_info=error)
        self._group.on_log("problem", "", f"{name}: {error}")


async def _announce(room: Room, command: AnnounceSong) -> None:
    following = room.ids.get(command.following)
    if following is not None:
        await announce(room, following, None if command.before is None else room.ids.get(command.before))


def _reported_clock(room: Room) -> int | None:
    status = room.status
    if status.state != "play" or status.elapsed is None or not status.audio:
        return None
    return status.elapsed - room.status_at - room.one_way + room.config.offset


def _room_view(room: Room, lead_song: int | None, group: Group, now: Micros) -> RoomView:
    return RoomView(
        name=room.name,
        status=room.status,
        song=room.song,
        next_song=room.song_of(room.status.next_song_id),
        has=lead_song in room.ids,
        position=room.tracking.position(now),
        since=room.tracking.known_since,
        reported_clock=_reported_clock(room),
        offset=room.config.offset,
        up_since=room.up_since,
        seekable=not room.unseekable or room.file_of(room.ids.get(lead_song or -1)) not in room.unseekable,
        busy=room.lock.locked(),
        silent=room.silent,
        joining=room.name in group.followers.joining,
    )
