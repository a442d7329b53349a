"""Sounding a circle on this machine: strokes and guide go to the sound engine about a second before their moment.

The timer here only hands out; what sounds when is decided by the timeline, the clock and the sound device's own time.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from drumcircle_gui.client.circle_state import HeardStroke
from drumcircle_gui.client.client_io import Client
from drumcircle_gui.event_log_io import EventLog
from drumcircle_gui.sound.messages import (
    AudioHealth,
    AudioStatus,
    EngineEvent,
    MidiStatus,
    PadStroke,
    PlayedStroke,
    PlayStroke,
)
from drumcircle_gui.sound.process.engine_io import AudioEngine, EngineConfig
from drumcircle_gui.timing.units import SECOND, Micros, local_micros

from .playback_schedule import HORIZON, PlaybackSchedule
from .sound_status import SoundStatus, news

log = logging.getLogger(__name__)

_NOT_YET = SoundStatus()
HAND_OUT_EVERY = HORIZON / SECOND / 5


class Listener:
    """One member's ears, and where their drum is plugged in. On the loop that `start` ran on.

    `on_played` gets what became of those handed to `play`; their tags are below zero.
    """

    def __init__(
        self,
        config: EngineConfig,
        report: EventLog,
        *,
        on_sound: Callable[[SoundStatus], None] = lambda sound: None,
        on_struck: Callable[[PadStroke], None] = lambda struck: None,
        on_played: Callable[[PlayedStroke], None] = lambda played: None,
    ) -> None:
        self.sound = SoundStatus()
        self._report, self._on_sound, self._on_struck = report, on_sound, on_struck
        self._on_played = on_played
        self._levels: dict[int, tuple[float, float]] = {}
        self._hearing = PlaybackSchedule()
        self._engine = AudioEngine(config, self._from_engine)
        self._client: Client | None = None
        self._timer: asyncio.TimerHandle | None = None

    def start(self, client: Client) -> None:
        """Sound what `client` hears of, on the running loop."""
        self._loop = asyncio.get_running_loop()
        self._client = client
        self._engine.start()
        self._keep_handing_out()

    async def close(self) -> None:
        """Fall silent. May be called again."""
        if self._timer is not None:
            self._timer.cancel()
        await asyncio.to_thread(self._engine.close)

    def hear(self, strokes: Sequence[HeardStroke]) -> None:
        """Strokes that arrived, perhaps only just before their moment."""
        assert self._client is not None
        self._hearing.add(self._client.circle, strokes)
        self._hand_out()

    # --- from any thread ----------------------------------------------------------------------------------------

    def strike(self, pad: int, velocity: int) -> None:
        """Sound an own hit at once."""
        self._engine.strike(pad, velocity)

    def choose_audio(self, device: str | None) -> None:
        self._engine.choose_audio(device)

    def choose_midi(self, port: str | None) -> None:
        self._engine.choose_midi(port)

    # ------------------------------------------------------------------------------------------------------------

    def set_master(self, gain: float) -> None:
        """Linear gain of everything."""
        self._engine.set_master(gain)

    def set_levels(self, levels: Mapping[int, tuple[float, float]]) -> None:
        """Linear gain and pan of channels: of players by their ids, of GUIDE and OWN. At once, ringing sounds too."""
        for channel, level in levels.items():
            if self._levels.get(channel) != level:
                self._levels[channel] = level
                self._engine.set_channel(channel, *level)

    def set_trim(self, by: Micros) -> None:
        """How much later than the sound device says its sound is heard."""
        self._engine.set_trim(by)

    def play(self, plays: Sequence[PlayStroke]) -> None:
        """Sound what is not of the circle."""
        self._engine.play(plays)

    def _keep_handing_out(self) -> None:
        self._hand_out()
        self._timer = self._loop.call_later(HAND_OUT_EVERY, self._keep_handing_out)

    def _hand_out(self) -> None:
        assert self._client is not None
        if self.sound == _NOT_YET:
            return  # the engine takes a second to get up: what falls due meanwhile was struck before we came
        plays, late = self._hearing.due(self._client.circle, local_micros())
        if plays:
            self._engine.play(plays)
        if late:
            self._client.count_late(late)

    def _from_engine(self, event: EngineEvent) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._event, event)

    def _event(self, event: EngineEvent) -> None:
        match event:
            case PadStroke():
                self._on_struck(event)
            case PlayedStroke():
                self._played(event)
            case AudioStatus():
                self._changed(device=event)
            case MidiStatus():
                self._changed(midi=event)
            case AudioHealth():
                self._changed(health=event)

    def _changed(self, **said: EngineEvent) -> None:
        before, self.sound = self.sound, replace(self.sound, **said)  # type: ignore[arg-type]
        for line in news(before, self.sound):
            log.info(line)
        for problem in self.sound.problems:
            if problem not in before.problems:
                log.warning(problem)
        self._on_sound(self.sound)

    def _played(self, played: PlayedStroke) -> None:
        if played.tag < 0:
            self._on_played(played)
            return
        assert self._client is not None
        clock = self._client.circle.clock
        sounded = self._hearing.sounded(played, clock) if clock else None
        if sounded is None:
            return
        if played.late:
            self._client.count_late(1)
        stroke = sounded.stroke
        self._report.write(
            "heard",
            player=stroke.player,
            pad=stroke.pad,
            velocity=stroke.velocity,
            beat=stroke.beat,
            due=sounded.due,
            left=None if played.late else sounded.left,
            early=sounded.early,
        )
