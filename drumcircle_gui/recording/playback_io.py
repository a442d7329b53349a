"""Hearing a performance again through the sound engine: every stroke is handed out shortly before its moment.

The timer here only hands out; the sound device's own time decides what sounds when.
"""

import asyncio
from collections.abc import Callable, Iterator
from itertools import count

from drumcircle_gui.sound.messages import AudioStatus, EngineEvent, PlayStroke
from drumcircle_gui.sound.process.engine_io import AudioEngine, EngineConfig
from drumcircle_gui.timing.units import SECOND, Micros, local_micros

from .recordings_state import Playhead
from .render import ScheduledSound, sounds
from .score import Score

AHEAD = Micros(300_000)
HAND_OUT_EVERY = 0.1
LEAD = Micros(150_000)
RING = Micros(2 * SECOND)


class RecordingPlayback:
    """One performance being played back; at first it waits at its beginning. On the loop that it was made on.

    `on_moved` hears whenever the head starts, stops or jumps, `on_end` when all has been heard.
    """

    def __init__(
        self, score: Score, config: EngineConfig, on_moved: Callable[[], None], on_end: Callable[[], None]
    ) -> None:
        self.score, self.head, self.wanted = score, Playhead(Micros(0)), False
        self._on_moved, self._on_end = on_moved, on_end
        self._loop = asyncio.get_running_loop()
        self._engine = AudioEngine(config, self._from_engine)
        self._ready = False
        self._tags = count(1)
        self._coming: Iterator[ScheduledSound] = iter(())
        self._next: ScheduledSound | None = None
        self._handed_until = self._quiet_until = Micros(0)
        self._timer: asyncio.TimerHandle | None = None
        self._closed: asyncio.Future[None] | None = None
        self._engine.start()

    async def close(self) -> None:
        """Fall silent. May be called again."""
        self.wanted = False
        self._rest()
        if self._closed is None:
            self._closed = asyncio.ensure_future(asyncio.to_thread(self._engine.close))
        await asyncio.shield(self._closed)

    def play(self) -> None:
        """Go on from where the head is, as soon as there is a sound device."""
        self.wanted = True
        if self._ready and self.head.since is None:
            self._go()

    def pause(self) -> None:
        self.wanted = False
        self._rest()
        self._on_moved()

    def seek(self, position: Micros) -> None:
        """Be at `position`, and go on from there unless paused."""
        self._rest()
        self.head = Playhead(Micros(min(max(position, 0), self.score.length)))
        if self.wanted:
            self.play()
        self._on_moved()

    # ------------------------------------------------------------------------------------------------------------

    def _go(self) -> None:
        """What was handed out before a pause passes in silence first."""
        self._quiet_until = self._handed_until
        begin = Micros(max(local_micros(), self._quiet_until) + LEAD)
        self.head = Playhead(self.head.position, begin)
        self._coming = sounds(self.score, since=self.head.position)
        self._next = next(self._coming, None)
        self._hand_out()
        self._on_moved()

    def _rest(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        if self.head.since is not None:
            self._engine.set_master(0.0)
            position = min(self.head.at(local_micros()), self.score.length)
            self.head = Playhead(Micros(position))

    def _hand_out(self) -> None:
        now = local_micros()
        position = self.head.at(now)
        if now >= self._quiet_until:
            self._engine.set_master(1.0)
            self._engine.play([self._play(sound) for sound in self._due(Micros(position + AHEAD))])
            self._handed_until = Micros(now + AHEAD)
        if self._next is None and position > self.score.length + RING:
            self._end()
        else:
            self._timer = self._loop.call_later(HAND_OUT_EVERY, self._hand_out)

    def _due(self, until: Micros) -> Iterator[ScheduledSound]:
        while self._next is not None and self._next.at < until:
            yield self._next
            self._next = next(self._coming, None)

    def _play(self, sound: ScheduledSound) -> PlayStroke:
        assert self.head.since is not None
        at = Micros(self.head.since + sound.at - self.head.position)
        return PlayStroke(at, sound.pad, sound.velocity, sound.channel, next(self._tags))

    def _end(self) -> None:
        self.wanted = False
        self._rest()
        self.head = Playhead(Micros(0))
        self._on_end()

    def _from_engine(self, event: EngineEvent) -> None:
        if isinstance(event, AudioStatus) and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._begin)

    def _begin(self) -> None:
        """There is a device, or it is clear that there is none: either way time passes."""
        self._ready = True
        if self.wanted and self.head.since is None:
            self._go()
