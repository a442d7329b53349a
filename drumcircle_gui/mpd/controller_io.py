"""The controller of the rooms: owns the group and the port for clients, carries out intents, publishes snapshots."""

import asyncio
import itertools
import logging
from collections import deque
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import msgspec

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.event_log_io import EventLog
from drumcircle_gui.mpd.config.config import RoomConfig, RoomsConfig
from drumcircle_gui.mpd.group.commands_io import GroupCommands
from drumcircle_gui.mpd.group.drift_io import DriftKeeper
from drumcircle_gui.mpd.group.group_io import Group
from drumcircle_gui.mpd.group.membership_io import GroupMembership
from drumcircle_gui.mpd.group.playback import StartPlace
from drumcircle_gui.mpd.group.start_io import Started
from drumcircle_gui.mpd.group.volume_io import VolumeControl
from drumcircle_gui.mpd.model.rooms_intents import (
    AddRoom,
    CueSong,
    DismissRoomsNotice,
    EditRoom,
    RemoveRoom,
    RoomsIntent,
    RunMpdCommand,
    SetOffset,
    SetVolumeTrim,
    SwitchRoom,
)
from drumcircle_gui.mpd.model.rooms_state import RoomSample, RoomsEvent, RoomsNotice, RoomsState
from drumcircle_gui.mpd.protocol.command_table import Permission, parse_permissions
from drumcircle_gui.mpd.protocol.requests import Request
from drumcircle_gui.mpd.protocol.syntax import AckCode, AckError, request_from
from drumcircle_gui.mpd.proxy.client_sessions import ClientSessions
from drumcircle_gui.mpd.proxy.dispatcher_io import Dispatcher
from drumcircle_gui.mpd.proxy.handlers_io import Handlers
from drumcircle_gui.mpd.proxy.request_context import CloseClient, Idling
from drumcircle_gui.mpd.proxy.server_io import Proxy
from drumcircle_gui.mpd.room.room_io import Room
from drumcircle_gui.mpd.sync.correction import CorrectionOutcome
from drumcircle_gui.mpd.sync.latency import Poll
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.units import SECOND, Micros, local_micros

from . import snapshot
from .config import config_io
from .library_tasks_io import LibraryTasks
from .room_facts_io import room_facts

log = logging.getLogger(__name__)

SNAPSHOT_EVERY_S = 0.1
REPORT_EVERY_S = 1.0
MAX_EVENTS = 500
NOTIFY_AFTER_S = 0.01
"""Events that happen within this time are reported to idle clients in one notification."""

MAX_NOTICES = 5
NOTICE_TIMEOUT_S = 20.0
"""A notice disappears by itself after this time."""

CUE_LEAD = Micros(1_500_000)
"""How long before its moment a cue prepares the rooms; if nothing plays, the configured patience is added."""


class RoomsController:
    """Owns the group and the port for clients. Call `handle` from any thread, everything else on the loop that `start`
    ran on.

    `file`: changes of the configuration are saved there. `listen`: HOST:PORT for clients, instead of the
    configuration's. `on_state` and `on_samples` are called on the loop. `notice`: shown at the beginning.
    """

    def __init__(
        self,
        config: RoomsConfig,
        *,
        file: Path | None = None,
        on_state: Callable[[RoomsState], None] | None = None,
        on_samples: Callable[[list[RoomSample]], None] | None = None,
        report: EventLog | None = None,
        listen: str | None = None,
        notice: str = "",
    ) -> None:
        self._listen = listen or config.listen
        self._config, self._file, self._report = config, file, report
        self._on_state, self._on_samples = on_state, on_samples
        self._events: deque[RoomsEvent] = deque(maxlen=MAX_EVENTS)
        self._notices: list[RoomsNotice] = []
        self._numbers = itertools.count(1)
        self._samples: list[RoomSample] = []
        self._cue: CueSong | None = None
        self._cueing: asyncio.Task[None] | None = None
        self._state = RoomsState()
        self._opened = False
        if notice:
            self._notices.append(RoomsNotice(next(self._numbers), notice))

    async def start(self) -> RoomsState:
        """Listen for clients and connect to the rooms. Raises DrumCircleError if it cannot listen."""
        self._loop = asyncio.get_running_loop()
        self._tasks = Tasks(self._failed)
        self.group = Group(self._config, self._changed, self._log, self._polled, self._started)
        self._membership, self._volume = GroupMembership(self.group), VolumeControl(self.group)
        self._keeper = DriftKeeper(self.group, self._volume, self._corrected)
        self.group.playback.on_begin, self.group.on_player = self._keeper.start_begun, self._keeper.wake
        passwords = {each.password.encode(): parse_permissions(each.permissions) for each in self._config.passwords}
        default = parse_permissions(self._config.permissions)
        self._sessions = ClientSessions(passwords, default)
        commands = GroupCommands(self.group)
        self.group.playback.on_failed = lambda: self._skip(commands)
        handlers = Handlers(self.group, commands, self._volume, self._sessions)
        self._dispatcher = Dispatcher(self.group, handlers, self._sessions)
        self.proxy = Proxy(self._dispatcher, self._sessions, self._listen)
        await self.proxy.open()
        self._session = self._sessions.open(lambda reply: None)
        self._session.permissions = Permission.ALL
        shown = self._on_state is not None
        self._library = LibraryTasks(self.group, self.ask, self._complain, shown=shown)
        await self.group.open()
        self._tasks.start(self._keeper.run(), "keeping the rooms together")
        self._tasks.start(self._publish(), "publishing snapshots")
        if self._report is not None:
            self._tasks.start(self._report_rooms(), "writing the report")
        self._opened = True
        return self._snapshot()

    async def close(self) -> None:
        """Stop serving and disconnect; the rooms continue to play. Idempotent."""
        if self._opened:
            await self._library.close()
            await self._tasks.close()
            await self.proxy.close()
            await self.group.close()

    def handle(self, intent: RoomsIntent) -> None:
        """Carry out `intent` on the loop."""
        self._loop.call_soon_threadsafe(self._begin, intent)

    async def ask(self, *words: str | bytes) -> bytes:
        """The body of the reply to one MPD command. Raises AckError if it is refused."""
        line = request_from(words)
        pieces: list[bytes] = []

        async def keep(piece: bytes) -> None:
            pieces.append(piece)

        try:
            rest = await self._dispatcher.answer(self._session, Request((line,)), keep)
        except (CloseClient, Idling):
            raise AckError(AckCode.UNKNOWN, "not available here", words[0]) from None
        return snapshot.check_reply(b"".join((*pieces, rest)))

    def _skip(self, commands: GroupCommands) -> None:
        self._tasks.start(commands.skip_unplayable(), "skipping a song that cannot be played")

    # --- intents ------------------------------------------------------------------------------------------------------

    def _begin(self, intent: RoomsIntent) -> None:
        self._tasks.start(self._handle(intent), type(intent).__name__)

    async def _handle(self, intent: RoomsIntent) -> None:
        try:
            await self._do(intent)
        except AckError as refused:
            text = refused.text.decode(errors="replace")
            self._complain(f"{refused.command.decode(errors='replace')}: {text}".lstrip(": "), "")
        except (DrumCircleError, ValueError) as error:
            self._complain(str(error), "")

    async def _do(self, intent: RoomsIntent) -> None:
        match intent:
            case RunMpdCommand(words):
                await self.ask(*words)
            case CueSong(song, at):
                self._set_cue(CueSong(song, at))
            case DismissRoomsNotice(number):
                self._dismiss(number)
            case SwitchRoom() | SetVolumeTrim() | SetOffset() | AddRoom() | EditRoom() | RemoveRoom():
                await self._change_config(intent)
            case _:
                await self._library.do(intent)

    async def _change_config(
        self, intent: SwitchRoom | SetVolumeTrim | SetOffset | AddRoom | EditRoom | RemoveRoom
    ) -> None:
        """Change the configuration and save it. Measurements of edited or removed rooms are discarded."""
        match intent:
            case SwitchRoom(room, on):
                await self._membership.switch_on(room, on)
            case SetVolumeTrim(room, trim):
                await self._alter(room, trim=trim)
            case SetOffset(room, offset):
                await self._alter(room, offset_ms=offset / 1000)
            case AddRoom():
                await self._membership.add(self.group.config.with_room(_room_config(intent)))
            case EditRoom(room, to):
                await self._edit(room, to)
                self._keeper.forget(room)
            case RemoveRoom(room):
                await self._membership.remove(room)
                self._keeper.forget(room)
        self._save()

    async def _alter(self, name: str, **changes: object) -> None:
        await self._membership.change(msgspec.structs.replace(self.group.rooms[name].config, **changes))

    async def _edit(self, name: str, to: AddRoom) -> None:
        old = self.group.rooms[name].config
        new = msgspec.structs.replace(_room_config(to), on=old.on, trim=old.trim, offset_ms=old.offset_ms)
        if (old.host, old.port, old.password, old.name) == (new.host, new.port, new.password, new.name):
            await self._membership.change(new)
        else:
            await self._membership.exchange(name, new)

    def _save(self) -> None:
        if self._file is not None:
            try:
                config_io.save(self.group.config, self._file)
            except DrumCircleError as error:
                self._complain(error.what, error.todo)

    def _set_cue(self, cue: CueSong) -> None:
        if self._cueing is not None:
            self._cueing.cancel()
        self._cue = cue if cue.at is not None else None
        if cue.at is not None:
            self._cueing = self._tasks.start(self._wait_for_cue(cue.id, cue.at), "cue")

    async def _wait_for_cue(self, song: int, at: Micros) -> None:
        ahead = CUE_LEAD + (0 if self.group.playback.state == "play" else self.group.config.patience)
        await asyncio.sleep(max(at - ahead - local_micros(), 0) / SECOND)
        async with self.group.lock:
            self.group.playback.begin("cue", StartPlace(song, Micros(0)), at)
            await self.group.playback.wait_for_start()
            self.group.playback.notify()
        self._cue = None

    # --- what happens -----------------------------------------------------------------------------------------------

    def _changed(self, events: frozenset[str]) -> None:
        self._sessions.collect(events)
        self._loop.call_later(NOTIFY_AFTER_S, self._sessions.notify)
        self._library.note(events)

    def _polled(self, room: Room, poll: Poll) -> None:
        if self._on_samples is None:
            return
        skew = self._keeper.skews.get(room.name)
        known = (skew.skew, skew.uncertainty) if skew else (None, None)
        self._samples.append(RoomSample(room.name, poll.received, poll.round_trip, *known))

    def _log(self, kind: str, room: str, text: str) -> None:
        log.log(logging.WARNING if kind == "problem" else logging.INFO, "%s %s", room or "rooms", text)
        self._events.append(RoomsEvent(next(self._numbers), local_micros(), kind, room, text))

    def _failed(self, name: str, error: BaseException) -> None:
        log.error("%s failed", name, exc_info=error)
        self._log("problem", "", f"{name}: {error}")

    def _complain(self, what: str, todo: str) -> None:
        notice = RoomsNotice(next(self._numbers), what, todo)
        self._notices.append(notice)
        del self._notices[:-MAX_NOTICES]
        asyncio.get_running_loop().call_later(NOTICE_TIMEOUT_S, self._dismiss, notice.number)

    def _dismiss(self, number: int) -> None:
        self._notices = [each for each in self._notices if each.number != number]

    def _started(self, what: str, started: Started) -> None:
        self._log("command", "", snapshot.describe_start(what, started.together, started.late))
        if self._report is not None:
            sent = dict(started.sent)
            self._report.write("start", command=what, at=started.at, sent=sent, late=list(started.late))

    def _corrected(self, corrected: CorrectionOutcome) -> None:
        correction = corrected.correction
        self._log("correction", correction.room, snapshot.describe_correction(corrected))
        if self._report is not None:
            fields = {**asdict(correction), "at": corrected.at, "after": corrected.skew_after}
            self._report.write("correction", **fields, after_uncertainty=corrected.uncertainty_after)

    # --- snapshots -------------------------------------------------------------------------------------------------

    async def _publish(self) -> None:
        while True:
            await asyncio.sleep(SNAPSHOT_EVERY_S)
            self.proxy.version = snapshot.common_version(room.version for room in self.group.members)
            if self._on_samples is not None and self._samples:
                samples, self._samples = self._samples, []
                self._on_samples(samples)
            if self._on_state is not None:
                state = snapshot.reuse_unchanged(self._snapshot(), self._state)
                if state != self._state:
                    self._state = state
                    self._on_state(state)

    def _snapshot(self) -> RoomsState:
        group, library = self.group, self._library
        return RoomsState(
            listening=self.proxy.listening,
            reachable=self.proxy.reachable,
            rooms=tuple(snapshot.room_status(self._facts(room)) for room in group.rooms.values()),
            playing=library.playing(self._volume.volume),
            queue=library.queue,
            events=tuple(self._events),
            notices=tuple(self._notices),
            found=library.found,
            listing=library.listing,
            differences=library.differences,
            uploads=library.uploads,
            clients=self.proxy.clients,
            cue=self._cue,
        )

    def _facts(self, room: Room) -> snapshot.Facts:
        return room_facts(room, self.group, self._keeper, self._library.title(room))

    async def _report_rooms(self) -> None:
        assert self._report is not None
        while True:
            await asyncio.sleep(REPORT_EVERY_S)
            now = local_micros()
            for room in self.group.rooms.values():
                row = snapshot.room_status(self._facts(room))
                self._report.write(
                    "room",
                    at=now,
                    room=row.name,
                    presence=row.presence.value,
                    round_trip=room.latency.smoothed_round_trip,
                    one_way=row.one_way,
                    loss=row.loss,
                    skew=row.skew,
                    uncertainty=row.uncertainty,
                )


def _room_config(wanted: AddRoom) -> RoomConfig:
    return RoomConfig(wanted.name, wanted.host, wanted.port, wanted.password, wanted.folder)
