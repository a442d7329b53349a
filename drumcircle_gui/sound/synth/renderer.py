"""Renders commands to samples: schedules strokes, applies channels, sounds own strokes at once. Pure.

`submit` may be called from any thread and never blocks. Call `use` and `render` from one thread at a time.
"""

from collections import deque
from collections.abc import Callable
from heapq import heappop, heappush

from drumcircle_gui.sound.messages import (
    OWN_CHANNEL,
    ChokePads,
    EngineEvent,
    PlayedStroke,
    PlayNow,
    PlayStroke,
    SetChannel,
    SetMasterGain,
    SetOutputTrim,
    SilenceAll,
)
from drumcircle_gui.timing.units import Micros

from .dac_clock import DacClock
from .kit import Kit
from .mixer import Mixer, Samples
from .played_sound import PlayedSound

GRACE = Micros(20_000)
"""A stroke that is late by no more is sounded at once."""

MAX_PENDING = 2**18
"""Strokes; further ones are reported as late."""

RenderCommand = PlayStroke | PlayNow | ChokePads | SetChannel | SetMasterGain | SetOutputTrim | SilenceAll


class Renderer:
    """Renders with `kit`, loaded for `rate` Hz. `emit` gets each `PlayedStroke` and must not block."""

    def __init__(self, kit: Kit, rate: int, emit: Callable[[EngineEvent], None]) -> None:
        self._emit = emit
        self._inbox: deque[RenderCommand] = deque()
        self._pending: list[tuple[Micros, int, PlayStroke]] = []
        self._count = 0
        self._channels: dict[int, tuple[float, float]] = {}
        self._master = 1.0
        self._trim = Micros(0)
        self.played = PlayedSound()
        """What was rendered lately."""

        self._handlers: dict[type[RenderCommand], Callable[..., None]] = {
            PlayStroke: self._schedule,
            PlayNow: self._play_now,
            ChokePads: self._choke,
            SetChannel: self._set_channel,
            SetMasterGain: self._set_master,
            SetOutputTrim: self._set_trim,
            SilenceAll: lambda _: self._mixer.silence_all(),
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
        """Switch to a device of `rate` Hz and a kit loaded for it. Ringing sounds end, pending strokes stay."""
        self._kit = kit
        self._mixer = Mixer(kit.bank, rate)
        self._mixer.set_master(self._master)
        self._clock = DacClock(rate)
        self.played.begin(self._clock)

    def submit(self, command: RenderCommand) -> None:
        """Execute `command` when the next block is rendered."""
        self._inbox.append(command)

    def render(self, out: Samples, dac: Micros) -> None:
        """Fill `out` (frames x 2). Its first frame leaves the device at about local time `dac`."""
        self._clock.update(self._mixer.frame, dac)
        self._read()
        self._begin_due(self._mixer.frame + len(out))
        self._mixer.render(out)
        self.played.append(out)

    def _read(self) -> None:
        for _ in range(len(self._inbox)):
            command = self._inbox.popleft()
            self._handlers[type(command)](command)

    def _begin_due(self, end: int) -> None:
        """Start the strokes that are due before frame `end`; report those that are too late."""
        missed = self._heard(self._mixer.frame) - GRACE
        while self._pending and (frame := self._clock.frame(Micros(self._pending[0][0] - self._trim))) < end:
            play = heappop(self._pending)[2]
            frame = max(frame, self._mixer.frame)
            late = play.at < missed
            if not late:
                self._begin(play.pad, play.velocity, play.channel, frame)
            self._emit(PlayedStroke(play.tag, self._heard(frame), late))

    def _heard(self, frame: int) -> Micros:
        return Micros(self._clock.local(frame) + self._trim)

    def _begin(self, pad: int, velocity: int, channel: int, frame: int) -> None:
        gain, pan = self._channels.get(channel, (1.0, 0.0))
        if gain <= 0:
            return
        sound, loud, group = self._kit.voice(pad, velocity, channel)
        self._mixer.start(sound, frame, gain * loud, pan, group, channel, pad)

    def _schedule(self, play: PlayStroke) -> None:
        if len(self._pending) >= MAX_PENDING:
            self._emit(PlayedStroke(play.tag, play.at, True))
            return
        self._count += 1
        heappush(self._pending, (play.at, self._count, play))

    def _play_now(self, stroke: PlayNow) -> None:
        self._begin(stroke.pad, stroke.velocity, OWN_CHANNEL, self._mixer.frame)

    def _choke(self, choke: ChokePads) -> None:
        self._mixer.damp(OWN_CHANNEL, choke.pads)

    def _set_channel(self, channel: SetChannel) -> None:
        self._channels[channel.channel] = (channel.gain, channel.pan)
        if channel.gain <= 0:
            self._mixer.silence(channel.channel)

    def _set_master(self, master: SetMasterGain) -> None:
        self._master = master.gain
        self._mixer.set_master(master.gain)

    def _set_trim(self, trim: SetOutputTrim) -> None:
        self._trim = trim.by
