"""The rooms, whole: the group, the port for clients, and what the tab sees of it and asks for."""

import asyncio
import itertools
import logging
from collections import deque
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Protocol

import msgspec

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.mpd.config.config import RoomConfig, RoomsConfig
from drumcircle_gui.mpd.group.commands_io import GroupCommands
from drumcircle_gui.mpd.group.drift_io import DriftKeeper
from drumcircle_gui.mpd.group.group_io import Group
from drumcircle_gui.mpd.group.start_io import Started, StartPlace
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
from drumcircle_gui.mpd.protocol.syntax import AckError, request_from
from drumcircle_gui.mpd.proxy.client_sessions import ClientSessions
from drumcircle_gui.mpd.proxy.dispatcher_io import CloseClient, Dispatcher, Idling
from drumcircle_gui.mpd.proxy.server_io import Proxy
from drumcircle_gui.mpd.room.room_io import Room
from drumcircle_gui.mpd.sync.correction import CorrectionOutcome
from drumcircle_gui.mpd.sync.latency import Poll
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.units import SECOND, Micros, local_micros

from . import snapshot
from .config import config_io
from .library_tasks_io import LibraryTasks

log = logging.getLogger(__name__)

SHOW_EVERY = 0.1
REPORT_EVERY = 1.0
MOST_EVENTS = 500
TOGETHER = 0.01
MOST_NOTICES = 5
NOTICED = 20.0
"""Seconds after which what did not work is not told any more."""
CUE_AHEAD = Micros(1_500_000)
"""So long before its moment a cue gets the rooms ready, beside their patience where nothing plays, if there is time."""


class RoomsEventLog(Protocol):
    def write(self, event: str, **fields: object) -> None: ...


class RoomsController:
    """`handle` may be called from any thread, everything else on the loop that `start` ran on.

    `file`: where changes of the configuration are kept. `listen`: where clients find the rooms, instead of where that
    says. `on_state` and `on_samples` are called on the loop.
    """

    def __init__(
        self,
        config: RoomsConfig,
        *,
        file: Path | None = None,
        on_state: Callable[[RoomsState], None] | None = None,
        on_samples: Callable[[list[RoomSample]], None] | None = None,
        report: RoomsEventLog | None = None,
        listen: str | None = None,
        notice: str = "",
    ) -> None:
        self._listen = listen or config.listen
        self._config, self._file, self._report = config, file, report
        self._on_state, self._on_samples = on_state, on_samples
        self._events: deque[RoomsEvent] = deque(maxlen=MOST_EVENTS)
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
        """Listen, and reach out for the rooms. DrumCircleError if it cannot listen."""
        self._loop = asyncio.get_running_loop()
        self._tasks = Tasks(lambda name, error: self._log("problem", "", f"{name}: {error}"))
        self.group = Group(self._config, self._changed, self._log, self._polled, self._started)
        self.player = GroupCommands(self.group)
        self._keeper = DriftKeeper(self.group, self.player, self._corrected)
        self.group.playback.on_begin = self._keeper.yield_to_start
        passwords = {each.password.encode(): parse_permissions(each.permissions) for each in self._config.passwords}
        default = parse_permissions(self._config.permissions)
        self.members = ClientSessions(passwords, default)
        self.service = Dispatcher(self.group, self.player, self.members)
        self.proxy = Proxy(self.service, self.members, self._listen)
        await self.proxy.open()
        self._member = self.members.join(lambda told: None)
        self._member.may = Permission.ALL
        shown = self._on_state is not None
        self._errands = LibraryTasks(self.group, self.ask, self._complain, shown=shown)
        await self.group.open()
        self._tasks.start(self._keeper.run(), "keeping the rooms together")
        self._tasks.start(self._show(), "showing the rooms")
        if self._report is not None:
            self._tasks.start(self._report_rooms(), "reporting")
        self._opened = True
        return self._snapshot()

    async def close(self) -> None:
        """Leave all rooms as they are. May be called again."""
        if self._opened:
            await self._errands.close()
            await self._tasks.close()
            await self.proxy.close()
            await self.group.close()

    def handle(self, intent: RoomsIntent) -> None:
        """Do what is wanted, in its time."""
        self._loop.call_soon_threadsafe(self._begin, intent)

    async def ask(self, *words: str | bytes) -> bytes:
        """One command of MPD's, as any client could give it; the reply. Refused if it is refused."""
        line = request_from(words)
        pieces: list[bytes] = []

        async def keep(piece: bytes) -> None:
            pieces.append(piece)

        try:
            rest = await self.service.answer(self._member, Request((line,)), keep)
        except (CloseClient, Idling):
            raise AckError(5, "not from here", words[0]) from None
        return snapshot.checked(b"".join((*pieces, rest)))

    # --- requests -----------------------------------------------------------------------------------------------------

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
                await self._furnish(intent)
            case _:
                await self._errands.do(intent)

    async def _furnish(self, intent: SwitchRoom | SetVolumeTrim | SetOffset | AddRoom | EditRoom | RemoveRoom) -> None:
        """Change the configuration, and keep it."""
        match intent:
            case SwitchRoom(room, on):
                async with self.group.turn:
                    await self.group.switch(room, on)
            case SetVolumeTrim(room, trim):
                self._alter(room, trim=trim)
            case SetOffset(room, offset):
                self._alter(room, offset_ms=offset / 1000)
            case AddRoom():
                self._add(intent)
            case EditRoom(room, to):
                await self._edit(room, to)
            case RemoveRoom(room):
                await self.group.remove(room)
                self.group.config = self.group.config.without_room(room)
        self._keep()

    def _alter(self, name: str, **changes: object) -> None:
        self.group.set_config(msgspec.structs.replace(self.group.rooms[name].config, **changes))

    def _add(self, wanted: AddRoom) -> None:
        self.group.config = self.group.config.with_room(_room_config(wanted))
        self.group.add(self.group.config.rooms[-1])

    async def _edit(self, name: str, to: AddRoom) -> None:
        old = self.group.rooms[name].config
        new = msgspec.structs.replace(_room_config(to), on=old.on, trim=old.trim, offset_ms=old.offset_ms)
        self.group.config = self.group.config.with_room(new, instead_of=name)
        if (old.host, old.port, old.password, old.name) == (new.host, new.port, new.password, new.name):
            self.group.set_config(new)
        else:
            await self.group.exchange(name, new)

    def _keep(self) -> None:
        """Write the configuration down."""
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
        ahead = CUE_AHEAD + (0 if self.group.playback.state == "play" else self.group.config.patience)
        await asyncio.sleep(max(at - ahead - local_micros(), 0) / SECOND)
        async with self.group.turn:
            await self.group.playback.settle()
            self.group.playback.begin("cue", StartPlace(song, Micros(0)), at)
            await self.group.playback.started()
            self.group.playback.tell()
        self._cue = None

    # --- what happens -----------------------------------------------------------------------------------------------

    def _changed(self, events: frozenset[str]) -> None:
        self.members.collect(events)
        self._loop.call_later(TOGETHER, self.members.tell)
        self._errands.note(events)

    def _polled(self, room: Room, poll: Poll) -> None:
        skew = self._keeper.skews.get(room.name)
        known = (skew.skew, skew.uncertainty) if skew else (None, None)
        self._samples.append(RoomSample(room.name, poll.received, poll.round_trip, *known))

    def _log(self, kind: str, room: str, text: str) -> None:
        log.log(logging.WARNING if kind == "problem" else logging.INFO, "%s %s", room or "rooms", text)
        self._events.append(RoomsEvent(next(self._numbers), local_micros(), kind, room, text))

    def _complain(self, what: str, todo: str) -> None:
        notice = RoomsNotice(next(self._numbers), what, todo)
        self._notices.append(notice)
        del self._notices[:-MOST_NOTICES]
        asyncio.get_running_loop().call_later(NOTICED, self._dismiss, notice.number)

    def _dismiss(self, number: int) -> None:
        self._notices = [each for each in self._notices if each.number != number]

    def _started(self, what: str, started: Started) -> None:
        self._log("command", "", snapshot.told_start(what, started.together, started.late))
        if self._report is not None:
            sent = dict(started.sent)
            self._report.write("start", command=what, at=started.at, sent=sent, late=list(started.late))

    def _corrected(self, corrected: CorrectionOutcome) -> None:
        correction = corrected.correction
        self._log("correction", correction.room, snapshot.told_correction(corrected))
        if self._report is not None:
            fields = {**asdict(correction), "at": corrected.at, "after": corrected.skew_after}
            self._report.write("correction", **fields, after_uncertainty=corrected.uncertainty_after)

    # --- what is shown ----------------------------------------------------------------------------------------------

    async def _show(self) -> None:
        while True:
            await asyncio.sleep(SHOW_EVERY)
            self.proxy.version = snapshot.announced(room.version for room in self.group.members)
            samples, self._samples = self._samples, []
            if self._on_samples is not None and samples:
                self._on_samples(samples)
            if self._on_state is not None:
                state = snapshot.kept(self._snapshot(), self._state)
                if state != self._state:
                    self._state = state
                    self._on_state(state)

    def _snapshot(self) -> RoomsState:
        group, errands = self.group, self._errands
        return RoomsState(
            listening=self.proxy.listening,
            reachable=self.proxy.reachable,
            rooms=tuple(snapshot.row(self._facts(room)) for room in group.rooms.values()),
            playing=errands.playing(self.player.volume),
            queue=errands.queue,
            events=tuple(self._events),
            notices=tuple(self._notices),
            found=errands.found,
            listing=errands.listing,
            differences=errands.differences,
            uploads=errands.uploads,
            clients=self.proxy.clients,
            cue=self._cue,
        )

    def _facts(self, room: Room) -> snapshot.Facts:
        group = self.group
        song = group.lead.song if group.lead else None
        return snapshot.Facts(
            config=room.config,
            up=room.up,
            refused=room.refused,
            silent=room.silent,
            problem=room.problem,
            joining=room.name in group.followers.joining,
            leading=room is group.lead,
            lacking=song is not None and room is not group.lead and song not in room.known,
            version=room.version,
            status=room.status,
            one_way=room.line.one_way,
            loss=room.line.loss,
            skew=self._keeper.skews.get(room.name),
            song=self._errands.title(room),
            missing=len(room.missing),
        )

    async def _report_rooms(self) -> None:
        assert self._report is not None
        while True:
            await asyncio.sleep(REPORT_EVERY)
            now = local_micros()
            for room in self.group.rooms.values():
                row = snapshot.row(self._facts(room))
                self._report.write(
                    "room",
                    at=now,
                    room=row.name,
                    presence=row.presence.value,
                    round_trip=room.line.smoothed_round_trip,
                    one_way=row.one_way,
                    loss=row.loss,
                    skew=row.skew,
                    uncertainty=row.uncertainty,
                )


def _room_config(wanted: AddRoom) -> RoomConfig:
    return RoomConfig(wanted.name, wanted.host, wanted.port, wanted.password, wanted.folder)
