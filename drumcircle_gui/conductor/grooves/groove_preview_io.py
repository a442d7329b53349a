"""Plays a groove on this machine alone, before the conductor sends it."""

import asyncio
from collections.abc import Callable
from itertools import count

from drumcircle_gui.grooves.groove_plan import GroovePlan, notes_between
from drumcircle_gui.listening.playback_schedule import HORIZON
from drumcircle_gui.protocol.groove_messages import Groove, GrooveSpan
from drumcircle_gui.sound.messages import GUIDE_CHANNEL, AudioStatus, EngineEvent, PlayStroke
from drumcircle_gui.sound.process.engine_io import AudioEngine, EngineConfig
from drumcircle_gui.sound.synth.kit import guide_key
from drumcircle_gui.timing.timeline import Meter, Timeline
from drumcircle_gui.timing.units import SECOND, Beats, Micros, Tempo, local_micros

START_DELAY = Micros(SECOND // 2)
"""Delay from the request until the first note: about the time that the sound process needs to start."""

PASS_ON_INTERVAL_S = HORIZON / SECOND / 5

NO_DRUM = "none"
"""No MIDI input has this name, so the preview's engine plays no drum: the circle's own sound engine does."""


class GroovePreview:
    """Plays one groove at a time, from its first beat. The sound engine runs only meanwhile. Use on one loop.

    `complain` gets problems of the sound device; `audio` names the device to use (None: the system's default).
    """

    def __init__(self, complain: Callable[[str], None], audio: Callable[[], str | None]) -> None:
        self._complain, self._audio = complain, audio
        self._engine: AudioEngine | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._tags = count(1)

    def play(self, groove: Groove, tempo: Tempo) -> None:
        """Play `groove`, in place of the one that is playing."""
        self._loop = asyncio.get_running_loop()
        if self._engine is None:
            self._engine = AudioEngine(EngineConfig(self._audio(), NO_DRUM), self._on_event)
            self._engine.start()
        begin = Micros(local_micros() + START_DELAY)
        self._timeline = Timeline.stopped(tempo, Meter(groove.beats)).changed(begin, running=True)
        self._plan = GroovePlan((GrooveSpan(1, Beats(0), groove),))
        self._until = begin
        self._pass_on()

    async def stop(self) -> None:
        """Stop playing, and stop the engine. Idempotent."""
        if self._timer is not None:
            self._timer.cancel()
        engine, self._engine = self._engine, None
        if engine is not None:
            await asyncio.to_thread(engine.close)

    def _pass_on(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        if self._engine is None:
            return
        begin, self._until = self._until, Micros(max(self._until, local_micros() + HORIZON))
        plays = [
            PlayStroke(at, guide_key(note.voice, note.pitch), note.velocity, GUIDE_CHANNEL, next(self._tags))
            for at, note in notes_between(self._timeline, self._plan, begin, self._until)
        ]
        if plays:
            self._engine.play(plays)
        self._timer = self._loop.call_later(PASS_ON_INTERVAL_S, self._pass_on)

    def _on_event(self, event: EngineEvent) -> None:
        if isinstance(event, AudioStatus) and event.problem and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._complain, event.problem)
