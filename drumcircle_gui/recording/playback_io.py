"""Plays a score back through the sound engine: each sound is queued shortly before it is due.

The timer here only queues sounds; the sound device's own clock decides when they are heard.
"""

import asyncio
import logging
from collections.abc import Callable, Iterator
from itertools import count

from drumcircle_gui.sound.messages import AudioStatus, EngineEvent, PlayStroke
from drumcircle_gui.sound.process.engine_io import AudioEngine, EngineConfig
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.units import SECOND, Micros, local_micros

from .recordings_state import Playhead
from .renderer import ScheduledSound, scheduled_sounds
from .score import Score

log = logging.getLogger(__name__)

QUEUE_AHEAD = Micros(300_000)
"""How long before they are due sounds are queued."""

QUEUE_INTERVAL_S = 0.1

START_DELAY = Micros(150_000)
"""Time from Play to the first sound, so that the first sounds are queued in time."""

RING = Micros(2 * SECOND)
"""Time for the last sounds to fade out."""


class RecordingPlayback:
    """Plays one score, at first paused at its beginning. All methods are for the loop that it was made on.

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
        self._tags = count(1)
        self._sounds: Iterator[ScheduledSound] = iter(())
        self._next: ScheduledSound | None = None
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
            self._closed = self._tasks.start(asyncio.to_thread(self._engine.close), "close the playback's sound engine")
        await asyncio.shield(self._closed)

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

    # ------------------------------------------------------------------------------------------------------------

    def _start(self) -> None:
        """Begin after the sounds that were queued before a pause have passed in silence."""
        self._silent_until = self._queued_until
        begin = Micros(max(local_micros(), self._silent_until) + START_DELAY)
        self.playhead = Playhead(self.playhead.position, begin)
        log.debug("playback begins at %.3f s", self.playhead.position / SECOND)
        self._sounds = scheduled_sounds(self.score, since=self.playhead.position)
        self._next = next(self._sounds, None)
        self._queue_sounds()
        self._on_moved()

    def _stand_still(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        if self.playhead.since is not None:
            self._engine.set_master(0.0)
            self.playhead = Playhead(Micros(min(self.playhead.at(local_micros()), self.score.length)))

    def _queue_sounds(self) -> None:
        now = local_micros()
        position = self.playhead.at(now)
        if now >= self._silent_until:
            self._engine.set_master(1.0)
            self._engine.play([self._stroke(sound) for sound in self._due(Micros(position + QUEUE_AHEAD))])
            self._queued_until = Micros(now + QUEUE_AHEAD)
        if self._next is None and position > self.score.length + RING:
            self._end()
        else:
            self._timer = self._loop.call_later(QUEUE_INTERVAL_S, self._queue_sounds)

    def _due(self, until: Micros) -> Iterator[ScheduledSound]:
        while self._next is not None and self._next.at < until:
            yield self._next
            self._next = next(self._sounds, None)

    def _stroke(self, sound: ScheduledSound) -> PlayStroke:
        assert self.playhead.since is not None
        at = Micros(self.playhead.since + sound.at - self.playhead.position)
        return PlayStroke(at, sound.pad, sound.velocity, sound.channel, next(self._tags))

    def _end(self) -> None:
        self.paused = True
        self._stand_still()
        self.playhead = Playhead(Micros(0))
        self._on_end()

    def _handle_event(self, event: EngineEvent) -> None:
        if isinstance(event, AudioStatus) and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._device_known)

    def _device_known(self) -> None:
        """There is a sound device, or it is certain that there is none: playback may begin either way."""
        self._ready = True
        if not self.paused and self.playhead.since is None:
            self._start()
