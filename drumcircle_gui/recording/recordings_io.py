"""The recordings at work: looks through the library, plays back, exports, renames, deletes; tells how things stand."""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from dataclasses import replace
from pathlib import Path
from typing import Any

from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.sound.process.engine_io import EngineConfig
from drumcircle_gui.tasks import Tasks

from .export_io import Cancelled, export_midi, export_wav
from .library_io import Library
from .playback_io import RecordingPlayback
from .recordings_state import (
    CancelExport,
    Delete,
    DismissRecordingNotice,
    Export,
    Exporting,
    Intent,
    Pause,
    PlayBack,
    PlaybackStatus,
    Recording,
    RecordingNotice,
    RecordingsState,
    Rename,
    Seek,
    Stop,
)
from .score import score

PUBLISH_EVERY = 8  # recordings looked at


class Recordings:
    """`handle` may be called from any thread, everything else on the loop that `start` ran on.

    `on_state` gets a new snapshot after each change, on any thread.
    """

    def __init__(
        self,
        folder: Path,
        engine: EngineConfig,
        on_state: Callable[[RecordingsState], None],
    ) -> None:
        self._library, self._engine, self._on_state = Library(folder), engine, on_state
        self._state = RecordingsState()
        self._tasks = Tasks()
        self._playback: RecordingPlayback | None = None
        self._cancelled = threading.Event()

    async def start(self) -> None:
        """Begin to look what there is."""
        self._loop = asyncio.get_running_loop()
        self._tasks.start(self._look(), "looking through the recordings")

    async def close(self) -> None:
        """Fall silent, and give up what is not done. May be called again."""
        self._cancelled.set()
        await self._tasks.close()
        await self._stop()

    def handle(self, intent: Intent) -> None:
        """Do what is wanted."""
        self._loop.call_soon_threadsafe(self._handle, intent)

    def _handle(self, intent: Intent) -> None:
        _DEEDS[type(intent)](self, intent)

    # --- the library --------------------------------------------------------------------------------------------

    async def _look(self) -> None:
        """List all, a few at a time: what was cut off takes a while to read."""
        found: list[Recording] = []
        looking = self._library.recordings()
        while (recording := await asyncio.to_thread(next, looking, None)) is not None:
            found.append(recording)
            if len(found) % PUBLISH_EVERY == 0:
                self._tell(recordings=tuple(found))
        self._tell(recordings=tuple(found), listing=False)

    def _rename(self, rename: Rename) -> None:
        def rename_it() -> Recording:
            return replace(rename.recording, file=self._library.rename(rename.recording, rename.name))

        self._try(self._replace(rename.recording, rename_it), "rename")

    async def _replace(self, before: Recording, change: Callable[[], Recording]) -> None:
        after = await asyncio.to_thread(change)
        self._tell(recordings=tuple(after if each == before else each for each in self._state.recordings))

    def _delete(self, delete: Delete) -> None:
        self._try(self._throw_away(delete.recording), "delete")

    async def _throw_away(self, recording: Recording) -> None:
        if self._state.playing and self._state.playing.recording == recording:
            await self._stop()
        await asyncio.to_thread(self._library.delete, recording)
        self._tell(recordings=tuple(each for each in self._state.recordings if each != recording))
        what = f"“{recording.name}” is in the trash."
        self._note(
            RecordingNotice("delete", what, "To have it again, restore it from the trash of your system.", bad=False)
        )

    # --- playing back -------------------------------------------------------------------------------------------

    def _play(self, play: PlayBack) -> None:
        self._try(self._play_back(play.recording), "play")

    async def _play_back(self, recording: Recording) -> None:
        heard = await asyncio.to_thread(lambda: score(self._library.load(recording)))
        await self._stop()
        self._playback = RecordingPlayback(heard, self._engine, self._moved, self._ended)
        self._playback.play()
        self._tell(playing=PlaybackStatus(recording, heard.length, self._playback.head, wanted=True))

    def _pause(self, _: Pause) -> None:
        if self._playback is not None and self._state.playing is not None:
            (self._playback.pause if self._playback.wanted else self._playback.play)()
            self._moved()

    def _seek(self, seek: Seek) -> None:
        if self._playback is not None and self._state.playing is not None:
            self._playback.seek(seek.position)

    def _end(self, _: Stop) -> None:
        self._tasks.start(self._stop(), "stopping")

    async def _stop(self) -> None:
        """Whatever plays; also what somebody else began to play while this took its time."""
        while (playback := self._playback) is not None:
            self._tell(playing=None)
            await playback.close()
            if self._playback is playback:
                self._playback = None

    def _ended(self) -> None:
        self._end(Stop())

    def _moved(self) -> None:
        if self._playback is not None and self._state.playing is not None:
            playing = replace(self._state.playing, head=self._playback.head, wanted=self._playback.wanted)
            self._tell(playing=playing)

    # --- exporting ----------------------------------------------------------------------------------------------

    def _export(self, export: Export) -> None:
        if self._state.exporting is None:
            self._cancelled.clear()
            self._tell(exporting=Exporting(export.to.name, 0.0))
            self._try(self._write(export), "export")

    async def _write(self, export: Export) -> None:
        try:
            await asyncio.to_thread(self._exported, export)
        except Cancelled:
            return self._note(
                RecordingNotice("export", f"{export.to.name} was not written: you called it off.", bad=False)
            )
        finally:
            self._tell(exporting=None)
        return self._note(
            RecordingNotice("export", f"{export.to.name} is written.", f"In {export.to.parent}", bad=False)
        )

    def _exported(self, export: Export) -> None:
        heard = score(self._library.load(export.recording))
        if export.format == "midi":
            export_midi(heard, export.to, lambda share: self._progress(export, share))
        else:
            export_wav(heard, export.to, lambda share: self._progress(export, share), guide=export.guide)

    def _progress(self, export: Export, share: float) -> None:
        if self._cancelled.is_set():
            raise Cancelled
        self._loop.call_soon_threadsafe(self._show_progress, Exporting(export.to.name, share))

    def _show_progress(self, exporting: Exporting) -> None:
        if self._state.exporting is not None:
            self._tell(exporting=exporting)

    def _cancel(self, _: CancelExport) -> None:
        self._cancelled.set()

    # --- telling ------------------------------------------------------------------------------------------------

    def _try(self, work: Coroutine[Any, Any, None], key: str) -> None:
        """What does not work is told."""
        self._tasks.start(self._tried(work, key), key)

    async def _tried(self, work: Coroutine[Any, Any, None], key: str) -> None:
        try:
            await work
        except DrumCircleError as error:
            self._note(RecordingNotice(key, error.what, error.todo))

    def _note(self, news: RecordingNotice) -> None:
        self._tell(news=(*(each for each in self._state.news if each.key != news.key), news))

    def _dismiss(self, dismiss: DismissRecordingNotice) -> None:
        self._tell(news=tuple(each for each in self._state.news if each.key != dismiss.key))

    def _tell(self, **changes: Any) -> None:
        self._state = replace(self._state, **changes)
        self._on_state(self._state)


_DEEDS: dict[type[Intent], Callable[[Recordings, Any], None]] = {
    PlayBack: Recordings._play,
    Pause: Recordings._pause,
    Stop: Recordings._end,
    Seek: Recordings._seek,
    Export: Recordings._export,
    CancelExport: Recordings._cancel,
    Rename: Recordings._rename,
    Delete: Recordings._delete,
    DismissRecordingNotice: Recordings._dismiss,
}
