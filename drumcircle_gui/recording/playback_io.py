"""Plays a score through the sound engine: each sound is queued shortly before it is due.

The timer here only queues sounds; the sound device's own clock determines when they are heard.
"""

import asyncio
import logging
import tempfile
from collections.abc import Callable
from pathlib import Path

from drumcircle_gui.sound.messages import GUIDE_CHANNEL, LOOP_CHANNEL, AudioStatus, EngineEvent
from drumcircle_gui.sound.process.engine_io import AudioEngine, EngineConfig
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.units import SECOND, Micros, local_micros

from .playback import QUEUE_AHEAD, PlaybackQueue
from .recordings_state import PlaybackVolumes, Playhead
from .score import Score

log = logging.getLogger(__name__)

QUEUE_INTERVAL_S = 0.1

START_DELAY = Micros(150_000)
"""Time from `play` to the first sound, so that the first sounds are queued in time."""

RING = Micros(2 * SECOND)
"""Time for the last sounds to fade out."""


class RecordingPlayback:
    """Plays one score; at first it is paused at the beginning. Use on the loop that made it.

    A loop sounds once `use_loop` has named it; its decoded file is at `loop_path` by then, and deleted by `close`.

    `on_moved` is called whenever the playhead starts, stops or jumps, `on_end` at the end of the score.
    """

    def __init__(
        self, score: Score, config: EngineConfig, on_moved: Callable[[], None], on_end: Callable[[], None]
    ) -> None:
        self.score, self.playhead, self.paused = score, Playhead(Micros(0)), True
        self._on_moved, self._on_end = on_moved, on_end
        self._loop = asyncio.get_running_loop()
        self._engine = AudioEngine(config, self._handle_event)
        self._ready = False
        self._queue = PlaybackQueue(score)
        self._volumes = PlaybackVolumes()
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._ready_loops: set[str] = set()
        self._loaded: dict[str, str] = {}
        self._loop_plays = False
        self._gains: dict[int, float] = {}
        self._queued_until = self._silent_until = Micros(0)
        self._timer: asyncio.TimerHandle | None = None
        self._tasks = Tasks()
        self._closed: asyncio.Task[None] | None = None
        self._engine.start()

    async def close(self) -> None:
        """Stop, and close the sound engine. Idempotent."""
        self.paused = True
        self._stand_still()
        if self._closed is None:
            self._closed = self._tasks.start(asyncio.to_thread(self._close), "close the playback's sound engine")
        await asyncio.shield(self._closed)

    def _close(self) -> None:
        self._engine.close()
        if self._folder is not None:
            self._folder.cleanup()

    def play(self) -> None:
        """Continue at the playhead, as soon as the sound engine is ready."""
        self.paused = False
        if self._ready and self.playhead.since is None:
            self._start()

    def pause(self) -> None:
        """Stop at the playhead."""
        self.paused = True
        self._stand_still()
        self._on_moved()

    def seek(self, position: Micros) -> None:
        """Move the playhead to `position`; playback continues there unless paused."""
        self._stand_still()
        self.playhead = Playhead(Micros(min(max(position, 0), self.score.length)))
        if not self.paused:
            self.play()
        self._on_moved()

    def loop_path(self, name: str) -> Path:
        """Where the decoded file of the loop `name` is to be written."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="drumcircle-loop-", ignore_cleanup_errors=True)
        return Path(self._folder.name, f"{name}.pcm")

    def use_loop(self, name: str) -> None:
        """Sound the loop `name`, whose decoded file is there."""
        self._ready_loops.add(name)

    def set_volumes(self, volumes: PlaybackVolumes) -> None:
        """Set how loud guide and loop are."""
        self._volumes = volumes
        self._set_gains()

    # ------------------------------------------------------------------------------------------------------------

    def _start(self) -> None:
        """Start once the sounds queued before a pause are over; they are silenced meanwhile."""
        self._silent_until = self._queued_until
        begin = Micros(max(local_micros(), self._silent_until) + START_DELAY)
        self.playhead = Playhead(self.playhead.position, begin)
        log.debug("playback begins at %.3f s", self.playhead.position / SECOND)
        self._queue.start(self.playhead)
        self._queue_sounds()
        self._on_moved()

    def _stand_still(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        if self.playhead.since is not None:
            self._engine.set_master(0.0)
            self._engine.play_loop(())
            self._loop_plays = False
            self.playhead = Playhead(Micros(min(self.playhead.at(local_micros()), self.score.length)))

    def _queue_sounds(self) -> None:
        now = local_micros()
        position = self.playhead.at(now)
        if now >= self._silent_until:
            self._engine.set_master(1.0)
            self._set_gains()
            self._engine.play(self._queue.due(now))
            self._state_loop(now)
            self._queued_until = Micros(now + QUEUE_AHEAD)
        if self._queue.empty and position > self.score.length + RING:
            self._end()
        else:
            self._timer = self._loop.call_later(QUEUE_INTERVAL_S, self._queue_sounds)

    def _state_loop(self, now: Micros) -> None:
        files = self._queue.loop_files(now)
        wanted = {name: str(self.loop_path(name)) for name in files if name in self._ready_loops}
        if wanted != self._loaded:
            self._loaded = wanted
            self._engine.load_loops(wanted)
        parts = self._queue.loop_parts(now, wanted)
        if parts or self._loop_plays:
            self._engine.play_loop(parts)
        self._loop_plays = bool(parts)

    def _set_gains(self) -> None:
        loop = self._volumes.loop * self._queue.loop_gain(local_micros())
        for channel, gain in ((GUIDE_CHANNEL, self._volumes.guide), (LOOP_CHANNEL, loop)):
            if self._gains.get(channel) != gain:
                self._gains[channel] = gain
                self._engine.set_channel(channel, gain, 0.0)

    def _end(self) -> None:
        self.paused = True
        self._stand_still()
        self.playhead = Playhead(Micros(0))
        self._on_end()

    def _handle_event(self, event: EngineEvent) -> None:
        if isinstance(event, AudioStatus) and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._device_known)

    def _device_known(self) -> None:
        """The sound device is known, or it is certain that there is none. Playback starts in both cases."""
        self._ready = True
        if not self.paused and self.playhead.since is None:
            self._start()
