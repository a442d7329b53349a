"""One circle on a hub: its room, which is restored after a restart, and its recordings."""

import asyncio
import logging
import secrets
from collections.abc import Callable
from dataclasses import replace

import msgspec

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.protocol.directory import CircleListing
from drumcircle_gui.protocol.entry_messages import POLICIES_WITHOUT_ACCOUNTS
from drumcircle_gui.recording.recorder_io import FileRecorder
from drumcircle_gui.server.entry.entry_file_io import FILE_NAME, EntryFile
from drumcircle_gui.server.recovery_io import load_recovery
from drumcircle_gui.server.room.room import CircleRoom
from drumcircle_gui.server.room_runner_io import RoomRunner
from drumcircle_gui.server.workload_io import RoomHost
from drumcircle_gui.timing.timeline import Timeline
from drumcircle_gui.timing.units import SECOND, Micros, local_micros, wall_micros

from .circle_folders_io import CircleFolders
from .circle_record import CircleRecord

log = logging.getLogger(__name__)

EMPTY_TIMEOUT = Micros(3600 * SECOND)
"""A circle without a member ends after this time."""

RECORDING_ENDS_AFTER = Micros(10 * SECOND)
"""A recording ends when no member has been connected for this long; the next member starts a new one."""

_TOO_MUCH = "Nothing is recorded any more: your recordings fill the hub's limit. Play on; it deletes old ones in time."

NewRecorder = Callable[["HostedCircle", Callable[[DrumCircleError], None]], FileRecorder]


class HostedCircle:
    """A running circle, with a room, connections and members like those of a server that has only one circle.

    `new_recorder` makes a recorder; None if nothing is recorded. Use on the event loop's thread.
    """

    def __init__(
        self,
        record: CircleRecord,
        folders: CircleFolders,
        host: RoomHost,
        max_members: int,
        new_recorder: NewRecorder | None = None,
        policies: tuple[str, ...] = POLICIES_WITHOUT_ACCOUNTS,
    ) -> None:
        self.record = record
        self._new_recorder = new_recorder
        self._recorder: FileRecorder | None = None
        self._recording_failed = False
        self._may_record = True
        path = folders.recovery_log(record.id)
        found = load_recovery(path, record.name, any_age=True)
        timeline = Timeline(found[0].timeline) if found else Timeline.stopped(record.tempo, record.meter)
        room = CircleRoom(
            record.name,
            record.keys,
            timeline,
            secrets.token_urlsafe,
            max_members,
            hosted=True,
            entry=record.entry,
            policies=policies,
        )
        began = found[1] if found else local_micros()
        if found:
            log.info("%s was restored after %.3f s", record.id, (local_micros() - began - found[0].at) / SECOND)
            room.restore(found[0], Micros(local_micros() - began))
        self.began = began
        self._room, self._entry_file = room, EntryFile(path.with_name(FILE_NAME), wall_micros)
        room.restore_entry(self._entry_file.load(Micros(local_micros() - began)))
        self.runner = RoomRunner(room, began, path, replace(host, on_entry=self._entry_file.save))
        self._empty_since = local_micros()

    def start(self) -> None:
        self.runner.start()

    def listing(self) -> CircleListing:
        """The circle's present row in the directory, without its age."""
        record = msgspec.structs.replace(self.record, entry=self._room.entry_policy)
        return record.listing(self._room.timeline.latest, self._room.connected_players)

    @property
    def round_trips(self) -> tuple[Micros, ...]:
        """The round trips of the connected members that are known."""
        return self._room.round_trips

    def check(self, now: Micros) -> bool:
        """Record while members are connected; call this once a second. Returns False once the circle has been empty for
        EMPTY_TIMEOUT."""
        if self.runner.connected_members:
            self._empty_since = now
            self._begin_recording()
        elif now - self._empty_since > RECORDING_ENDS_AFTER:
            self._end_recording()
        return now - self._empty_since < EMPTY_TIMEOUT

    def allow_recording(self, allowed: bool) -> None:
        """Allow or forbid recording the circle; its conductors are notified."""
        if allowed == self._may_record:
            return
        self._may_record = allowed
        if not allowed:
            self._end_recording()
            self.runner.report_trouble("recording", _TOO_MUCH)

    async def end(self, reason: str) -> None:
        """End the circle for all its members."""
        self.runner.stop(reason)
        recorder = self._end_recording()
        await self.runner.close()
        await self._entry_file.close()
        if recorder is not None:
            await asyncio.to_thread(recorder.close)

    async def suspend(self) -> None:
        """Drop all connections. Another process, or this one later, continues the circle."""
        self.runner.suspend()
        recorder = self._end_recording()
        await self.runner.close(keep_log=True)
        await self._entry_file.close()
        if recorder is not None:
            await asyncio.to_thread(recorder.close)

    def _begin_recording(self) -> None:
        if (
            self._recorder is None
            and self._new_recorder is not None
            and self._may_record
            and not self._recording_failed
        ):
            self.runner.report_trouble("recording", "")
            self._recorder = self._new_recorder(self, self._fail_recording)
            self.runner.subscribe(self._recorder.take)

    def _end_recording(self) -> FileRecorder | None:
        recorder, self._recorder = self._recorder, None
        self._recording_failed = False
        if recorder is not None:
            self.runner.subscribe(None)
            recorder.end()
        return recorder

    def _fail_recording(self, error: DrumCircleError) -> None:
        """Recording has failed. Nothing is recorded until all members have left; they play on. Called on the recorder's
        thread."""
        self._recording_failed = True
        self.runner.report_trouble("recording", str(error))
