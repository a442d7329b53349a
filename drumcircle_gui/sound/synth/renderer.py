"""Renders commands to samples: schedules strokes, applies channels, sounds own strokes at once. Pure.

`submit` may be called from any thread and never blocks. Call `use` and `render` from one thread at a time.
"""

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from heapq import heappop, heappush

import numpy as np

from drumcircle_gui.sound.messages import (
    LOOP_CHANNEL,
    OWN_CHANNEL,
    ChokePads,
    EngineEvent,
    PlayAs,
    PlayedStroke,
    PlayLoop,
    PlayNow,
    PlayStroke,
    SetChannel,
    SetMasterGain,
    SetOutputTrim,
    SilenceAll,
)
from drumcircle_gui.timing.units import Micros

from .dac_clock import DacClock
from .interpolator import SampledSound
from .kit import KeyTable, Kit
from .loop_voice import LoopVoice
from .mixer import Mixer, Samples
from .played_sound import PlayedSound

GRACE = Micros(20_000)
"""A stroke that is late by at most this is played at once."""

MAX_PENDING = 2**18
"""Maximum number of pending strokes; further ones are reported as late."""


@dataclass(frozen=True, slots=True)
class UseKit:
    """Switch to a kit loaded for `rate` Hz. Ringing sounds fade out."""

    kit: Kit
    rate: int


RenderCommand = (
    PlayStroke
    | PlayNow
    | ChokePads
    | SetChannel
    | SetMasterGain
    | SetOutputTrim
    | PlayAs
    | SilenceAll
    | UseKit
    | PlayLoop
)


class Renderer:
    """Renders with `kit`, loaded for `rate` Hz. `emit` gets each `PlayedStroke`; `on_own` gets each stroke on this
    machine's own pads, and the local time at which it is heard. Neither may block."""

    def __init__(
        self,
        kit: Kit,
        rate: int,
        emit: Callable[[EngineEvent], None],
        on_own: Callable[[tuple[PlayNow | ChokePads, Micros]], None] = lambda struck: None,
    ) -> None:
        self._emit, self._on_own = emit, on_own
        self._inbox: deque[RenderCommand] = deque()
        self._pending: list[tuple[Micros, int, PlayStroke]] = []
        self._count = 0
        self._channels: dict[int, tuple[float, float]] = {}
        self._voices: dict[int, PlayAs] = {}
        self._tables: dict[int, KeyTable] = {}
        self._next: UseKit | None = None
        self._fading: Mixer | None = None
        self._master = 1.0
        self._trim = Micros(0)
        self._loop = LoopVoice(rate)
        self.played = PlayedSound()
        """The latest rendered sound."""

        self._handlers: dict[type[RenderCommand], Callable[..., None]] = {
            PlayStroke: self._schedule,
            PlayNow: self._play_now,
            ChokePads: self._choke,
            SetChannel: self._set_channel,
            SetMasterGain: self._set_master,
            SetOutputTrim: self._set_trim,
            PlayAs: self._play_as,
            UseKit: self._use_kit,
            SilenceAll: lambda _: self._mixer.silence_all(),
            PlayLoop: lambda play: self._loop.follow(play.parts),
        }
        self.use(kit, rate)

    @property
    def frame(self) -> int:
        """Frames rendered since `use`."""
        return self._mixer.frame

    @property
    def drift_ppm(self) -> float:
        return self._clock.drift_ppm

    def use(self, kit: Kit, rate: int) -> None:
        """Switch to a device of `rate` Hz and a kit loaded for it. Ringing sounds end, pending strokes are kept."""
        self._rate, self._fading = rate, None
        if self._next is not None and self._next.rate == rate:
            kit = self._next.kit  # it was loaded while the device was opened
        self._begin_kit(kit, 0)
        self._loop.use(rate)
        self._clock = DacClock(rate)
        self.played.begin(self._clock)

    def submit(self, command: RenderCommand) -> None:
        """Execute `command` when the next block is rendered."""
        self._inbox.append(command)

    def load_loops(self, sounds: Mapping[str, SampledSound]) -> None:
        """Set the sounds for `PlayLoop`, from the next block on. Call it from any thread."""
        self._loop.load(sounds)

    def render(self, out: Samples, dac: Micros) -> None:
        """Fill `out` (frames x 2). Its first frame leaves the device at about local time `dac`."""
        self._clock.update(self._mixer.frame, dac)
        self._read()
        played = self._begin_due(self._mixer.frame + len(out))
        self._mixer.render(out)
        if self._fading is not None:
            self._fade(out)
        self.played.append(out)
        for stroke in played:  # now, as whoever waits for the first one competes for the interpreter's lock
            self._emit(stroke)

    def _begin_kit(self, kit: Kit, frame: int) -> None:
        self._kit, self._next = kit, None
        self._mixer = Mixer(kit.bank, self._rate, frame=frame)
        self._mixer.set_master(self._master)
        self._mixer.backing = self._render_loop
        self._tables = {channel: self._table(voices) for channel, voices in self._voices.items()}

    def _use_kit(self, use: UseKit) -> None:
        if use.rate != self._rate:
            self._next = use
            return
        self._fading = self._mixer
        self._fading.backing = None
        self._fading.silence_all()
        self._begin_kit(use.kit, self._fading.frame)

    def _fade(self, out: Samples) -> None:
        """Add the remaining sounds of the previous kit."""
        assert self._fading is not None
        rest = np.zeros_like(out)
        self._fading.render(rest)
        out += rest
        if not self._fading.sounding:
            self._fading = None

    def _play_as(self, voices: PlayAs) -> None:
        self._voices[voices.channel] = voices
        self._tables[voices.channel] = self._table(voices)

    def _table(self, voices: PlayAs) -> KeyTable:
        return self._kit.table(own=voices.own, sounds=voices.sounds)

    def _read(self) -> None:
        for _ in range(len(self._inbox)):
            command = self._inbox.popleft()
            self._handlers[type(command)](command)

    def _begin_due(self, end: int) -> list[PlayedStroke]:
        """Start the strokes that are due before frame `end`. Returns what became of them; too late ones are dropped."""
        played = []
        missed = self._heard(self._mixer.frame) - GRACE
        while self._pending and (frame := self._clock.frame(Micros(self._pending[0][0] - self._trim))) < end:
            play = heappop(self._pending)[2]
            frame = max(frame, self._mixer.frame)
            late = play.at < missed
            if not late:
                self._begin(play.pad, play.velocity, play.channel, frame)
            played.append(PlayedStroke(play.tag, self._heard(frame), late))
        return played

    def _render_loop(self, frame: int, frames: int) -> Samples | None:
        return self._loop.render(frame, frames, lambda each: self._clock.exact(each) + self._trim)

    def _heard(self, frame: int) -> Micros:
        return Micros(self._clock.local(frame) + self._trim)

    def _begin(self, pad: int, velocity: int, channel: int, frame: int) -> None:
        gain, pan = self._channels.get(channel, (1.0, 0.0))
        if gain <= 0:
            return
        sound, loud, group = self._kit.voice(pad, velocity, channel, self._tables.get(channel))
        self._mixer.start(sound, frame, gain * loud, pan, group, channel, pad)

    def _schedule(self, play: PlayStroke) -> None:
        if len(self._pending) >= MAX_PENDING:
            self._emit(PlayedStroke(play.tag, play.at, True))
            return
        self._count += 1
        heappush(self._pending, (play.at, self._count, play))

    def _play_now(self, stroke: PlayNow) -> None:
        self._begin(stroke.pad, stroke.velocity, OWN_CHANNEL, self._mixer.frame)
        self._on_own((stroke, self._heard(self._mixer.frame)))

    def _choke(self, choke: ChokePads) -> None:
        self._mixer.damp(OWN_CHANNEL, choke.pads)
        self._on_own((choke, self._heard(self._mixer.frame)))

    def _set_channel(self, channel: SetChannel) -> None:
        if channel.channel == LOOP_CHANNEL:
            self._loop.set_level(channel.gain, channel.pan)
            return
        self._channels[channel.channel] = (channel.gain, channel.pan)
        if channel.gain <= 0:
            self._mixer.silence(channel.channel)

    def _set_master(self, master: SetMasterGain) -> None:
        self._master = master.gain
        self._mixer.set_master(master.gain)

    def _set_trim(self, trim: SetOutputTrim) -> None:
        self._trim = trim.by
