"""The controller of the recordings page: lists, plays back, exports, renames and deletes recordings."""

import asyncio
import logging
import threading
from collections.abc import Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.sound.process.engine_io import EngineConfig
from drumcircle_gui.tasks import Tasks

from .export_io import ExportCancelled, export_midi, export_wav
from .library_io import RecordingLibrary
from .loop_library_io import LoopLibrary
from .loop_track import loops_of
from .playback_io import RecordingPlayback
from .recordings_state import (
    CancelExport,
    Delete,
    DismissRecordingNotice,
    Export,
    ExportProgress,
    Pause,
    PlayBack,
    PlaybackStatus,
    PlaybackVolumes,
    Recording,
    RecordingNotice,
    RecordingsIntent,
    RecordingsState,
    Rename,
    Seek,
    Stop,
)
from .score import Score, build_score

log = logging.getLogger(__name__)

LIST_CHUNK = 8
"""Number of recordings that are added to the page at a time."""


class RecordingsController:
    """Carries out intents on the recordings in `folder`. `on_state` gets the new state after each change.

    Call `handle` from any thread, everything else on the loop that `start` ran on.
    """

    def __init__(
        self,
        folder: Path,
        engine: EngineConfig,
        on_state: Callable[[RecordingsState], None],
    ) -> None:
        self._library, self._engine, self._on_state = RecordingLibrary(folder), engine, on_state
        self._loops = LoopLibrary(folder)
        self._state = RecordingsState()
        self._tasks = Tasks()
        self._playback: RecordingPlayback | None = None
        self._cancelled = threading.Event()

    async def start(self) -> None:
        """Begin to list the recordings."""
        self._loop = asyncio.get_running_loop()
        self._tasks.start(self._list(), "list recordings")

    async def close(self) -> None:
        """Stop the playback, and cancel pending work. Idempotent."""
        self._cancelled.set()
        await self._tasks.close()
        await self._stop()

    def handle(self, intent: RecordingsIntent) -> None:
        """Carry out `intent`."""
        self._loop.call_soon_threadsafe(self._handle, intent)

    def _handle(self, intent: RecordingsIntent) -> None:
        log.debug("%s", intent)
        _HANDLERS[type(intent)](self, intent)

    # --- the library --------------------------------------------------------------------------------------------

    async def _list(self) -> None:
        """List all recordings, a few at a time, because reading an unfinished one takes a while."""
        found: list[Recording] = []
        recordings = self._library.recordings()
        while (recording := await asyncio.to_thread(next, recordings, None)) is not None:
            found.append(recording)
            if len(found) % LIST_CHUNK == 0:
                self._publish(recordings=tuple(found))
        self._publish(recordings=tuple(found), listing=False)

    def _rename(self, rename: Rename) -> None:
        def rename_it() -> Recording:
            return replace(rename.recording, file=self._library.rename(rename.recording, rename.name))

        self._try(self._change(rename.recording, rename_it), "rename")

    async def _change(self, before: Recording, change: Callable[[], Recording]) -> None:
        self._replace(before, await asyncio.to_thread(change))

    def _replace(self, before: Recording, after: Recording) -> None:
        self._publish(recordings=tuple(after if each.file == before.file else each for each in self._state.recordings))

    def _delete(self, delete: Delete) -> None:
        self._try(self._move_to_trash(delete.recording), "delete")

    async def _move_to_trash(self, recording: Recording) -> None:
        if self._state.playback and self._state.playback.recording.file == recording.file:
            await self._stop()
        await asyncio.to_thread(self._library.delete, recording)
        self._publish(recordings=tuple(each for each in self._state.recordings if each.file != recording.file))
        what = f"“{recording.name}” is in the trash."
        self._notify(RecordingNotice("delete", what, "To get it back, restore it from your system's trash.", bad=False))

    # --- playing back -------------------------------------------------------------------------------------------

    def _play(self, play: PlayBack) -> None:
        self._try(self._play_back(play.recording), "play")

    async def _play_back(self, recording: Recording) -> None:
        score = await asyncio.to_thread(lambda: build_score(self._library.load(recording)))
        await self._stop()
        known = replace(recording, length=score.length)
        self._replace(recording, known)
        self._playback = playback = RecordingPlayback(score, self._engine, self._moved, self._ended)
        playback.set_volumes(self._state.volumes)
        shown = PlaybackStatus(known, score.length, playback.playhead, marks=score.timed_marks())
        playback.play()
        self._publish(playback=shown)
        await self._fetch_loops(playback, score)

    async def _fetch_loops(self, playback: RecordingPlayback, score: Score) -> None:
        """Decode the loops of `score`, and report those that are missing."""
        named = loops_of(score.performance)
        missing = []
        for file, loop in named.items():
            decoded = await asyncio.to_thread(self._loops.decoded, file, playback.loop_path(file))
            if not decoded:
                missing.append(f"“{loop.name}”")
            elif self._playback is playback and self._state.playback is not None:
                playback.use_loop(file)
                self._publish(playback=replace(self._state.playback, loop=True))
        if missing and self._playback is playback:
            what = f"The loop {', '.join(missing)} is not heard: its file is not kept here, or cannot be read."
            self._notify(RecordingNotice("loop", what, "Strokes and guide are as they were."))

    def _pause(self, _: Pause) -> None:
        if self._playback is not None and self._state.playback is not None:
            (self._playback.play if self._playback.paused else self._playback.pause)()
            self._moved()

    def _seek(self, seek: Seek) -> None:
        if self._playback is not None and self._state.playback is not None:
            self._playback.seek(seek.position)

    def _set_volumes(self, volumes: PlaybackVolumes) -> None:
        self._publish(volumes=volumes)
        if self._playback is not None:
            self._playback.set_volumes(volumes)

    def _end(self, _: Stop) -> None:
        self._tasks.start(self._stop(), "stop playback")

    async def _stop(self) -> None:
        """Stop the playback, including one that is started while this waits."""
        while (playback := self._playback) is not None:
            self._publish(playback=None)
            await playback.close()
            if self._playback is playback:
                self._playback = None

    def _ended(self) -> None:
        self._end(Stop())

    def _moved(self) -> None:
        if self._playback is not None and self._state.playback is not None:
            playhead, paused = self._playback.playhead, self._playback.paused
            self._publish(playback=replace(self._state.playback, playhead=playhead, paused=paused))

    # --- exporting ----------------------------------------------------------------------------------------------

    def _export(self, export: Export) -> None:
        if self._state.export is None:
            self._cancelled.clear()
            self._publish(export=ExportProgress(export.to.name, 0.0))
            self._try(self._write(export), "export")

    async def _write(self, export: Export) -> None:
        name = export.to.name
        try:
            missing = await asyncio.to_thread(self._write_file, export)
        except ExportCancelled:
            return self._notify(RecordingNotice("export", f"The export to {name} was cancelled.", bad=False))
        finally:
            self._publish(export=None)
        where = f"It is in {export.to.parent}."
        if missing:
            where += f" The loop {missing} is not in it: its file is not kept here."
        return self._notify(RecordingNotice("export", f"{name} was exported.", where, bad=False))

    def _write_file(self, export: Export) -> str:
        """Write the file; return the names of loops that it should contain but does not."""
        score = build_score(self._library.load(export.recording))
        if export.format == "midi":
            export_midi(score, export.to, lambda share: self._progress(export, share))
            return ""
        named = loops_of(score.performance)
        sounds = self._loops.sounds(named)
        export_wav(score, export.to, lambda share: self._progress(export, share), guide=export.guide, loops=sounds)
        return ", ".join(f"“{loop.name}”" for file, loop in named.items() if file not in sounds)

    def _progress(self, export: Export, share: float) -> None:
        if self._cancelled.is_set():
            raise ExportCancelled
        self._loop.call_soon_threadsafe(self._show_progress, ExportProgress(export.to.name, share))

    def _show_progress(self, progress: ExportProgress) -> None:
        if self._state.export is not None:
            self._publish(export=progress)

    def _cancel(self, _: CancelExport) -> None:
        self._cancelled.set()

    # --- the state ------------------------------------------------------------------------------------------------

    def _try(self, work: Coroutine[Any, Any, None], key: str) -> None:
        """Carry out `work`; a DrumCircleError becomes a notice."""
        self._tasks.start(self._run(work, key), key)

    async def _run(self, work: Coroutine[Any, Any, None], key: str) -> None:
        try:
            await work
        except DrumCircleError as error:
            self._notify(RecordingNotice(key, error.what, error.todo))

    def _notify(self, notice: RecordingNotice) -> None:
        self._publish(notices=(*(each for each in self._state.notices if each.key != notice.key), notice))

    def _dismiss(self, dismiss: DismissRecordingNotice) -> None:
        self._publish(notices=tuple(each for each in self._state.notices if each.key != dismiss.key))

    def _publish(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self._on_state(self._state)


_HANDLERS: dict[type[RecordingsIntent], Callable[[RecordingsController, Any], None]] = {
    PlayBack: RecordingsController._play,
    Pause: RecordingsController._pause,
    Stop: RecordingsController._end,
    Seek: RecordingsController._seek,
    PlaybackVolumes: RecordingsController._set_volumes,
    Export: RecordingsController._export,
    CancelExport: RecordingsController._cancel,
    Rename: RecordingsController._rename,
    Delete: RecordingsController._delete,
    DismissRecordingNotice: RecordingsController._dismiss,
}
