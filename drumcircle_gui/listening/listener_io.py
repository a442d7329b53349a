"""Plays a circle on this machine: passes strokes and guide to the sound engine about a second before they are due.

The timer here only passes strokes on. The timeline, the member's clock and the sound device's own clock determine when
each of them sounds.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from drumcircle_gui.client.circle_state import CircleSnapshot, HeardStroke
from drumcircle_gui.event_log_io import EventLog
from drumcircle_gui.sound.control_messages import ControlMoved, SetControls
from drumcircle_gui.sound.messages import (
    AudioHealth,
    AudioStatus,
    ChooseMicrophone,
    DrumEvent,
    EngineEvent,
    KitStatus,
    MicrophoneHit,
    MicrophoneLevel,
    MicrophoneStatus,
    MidiStatus,
    NoteHit,
    PadStroke,
    PlayAs,
    PlayedStroke,
    PlayStroke,
    SetUpPads,
)
from drumcircle_gui.sound.midi_messages import ChooseMidiOut, MidiClockHeard, MidiOutStatus, TimedMidi
from drumcircle_gui.sound.process.engine_io import AudioEngine, EngineConfig
from drumcircle_gui.timing.units import SECOND, Micros, local_micros

from .circle_client import CircleClient
from .loops.loop_state import loop_parts
from .outputs.upcoming import CircleOutput, OutputSource
from .playback_schedule import HORIZON, PlaybackSchedule
from .sound_status import SoundStatus, changes

log = logging.getLogger(__name__)

_ENGINE_STARTING = SoundStatus()
_STATUS: dict[type[EngineEvent], str] = {
    AudioStatus: "device",
    MidiStatus: "midi",
    AudioHealth: "health",
    KitStatus: "kit",
    MidiOutStatus: "midi_out",
    MidiClockHeard: "midi_clock",
    MicrophoneStatus: "microphone",
}
"""The field of `SoundStatus` that holds each type of report."""

PASS_ON_INTERVAL_S = HORIZON / SECOND / 5


class Listener:
    """Connects one member's client to the sound engine: plays the strokes that it receives, and reports strokes on
    pads.

    Callbacks run on the loop on which `start` was called. `on_sound` gets the state of the devices when it changes,
    `on_struck` each stroke on a pad of this machine or at its microphone, `on_played` the outcome of strokes given to
    `play` (whose tags are negative), `on_drum` events for a drum's set-up page, `on_control` the movements of MIDI
    controls. `outputs` get strokes and beats too.
    """

    def __init__(
        self,
        config: EngineConfig,
        report: EventLog,
        *,
        on_sound: Callable[[SoundStatus], None] = lambda sound: None,
        on_struck: Callable[[PadStroke], None] = lambda struck: None,
        on_played: Callable[[PlayedStroke], None] = lambda played: None,
        on_drum: Callable[[DrumEvent], None] = lambda event: None,
        on_control: Callable[[ControlMoved], None] = lambda moved: None,
        outputs: Iterable[CircleOutput] = (),
    ) -> None:
        self.sound = SoundStatus()
        self._report, self._on_sound, self._on_struck = report, on_sound, on_struck
        self._on_played, self._on_drum, self._on_control = on_played, on_drum, on_control
        self._levels: dict[int, tuple[float, float]] = {}
        self._schedule = PlaybackSchedule()
        self._source, self._outputs = OutputSource(), tuple(outputs)
        self._loops: frozenset[str] = frozenset()
        self._loop_plays = False
        self._engine = AudioEngine(config, self._on_engine_event)
        self._client: CircleClient | None = None
        self._timer: asyncio.TimerHandle | None = None

    def start(self, client: CircleClient) -> None:
        """Start the engine on the running loop, and play what `client` receives."""
        self._loop = asyncio.get_running_loop()
        self._client = client
        self._engine.start()
        self._pass_on_repeatedly()

    async def close(self) -> None:
        """Stop the engine. Idempotent."""
        if self._timer is not None:
            self._timer.cancel()
        await asyncio.to_thread(self._engine.close)

    def hear(self, strokes: Sequence[HeardStroke]) -> None:
        """Schedule strokes that arrived; those due soon go to the engine at once."""
        assert self._client is not None
        circle, now = self._client.circle, local_micros()
        self._schedule.add(circle, strokes)
        if self._schedule.holds_due(circle, now):  # most arrive seconds earlier, and wait for their turn
            self._pass_on(circle, now)

    def struck(self, at: Micros, pad: int, velocity: int) -> None:
        """Pass a stroke of this machine, made at local time `at`, to the outputs."""
        for output in self._outputs:
            output.strike(pad, velocity, at)

    # --- from any thread ----------------------------------------------------------------------------------------

    def strike(self, pad: int, velocity: int) -> None:
        """Play a stroke of this machine at once, on the channel of own strokes."""
        self._engine.strike(pad, velocity)

    def choose_audio(self, device: str | None) -> None:
        """Use the sound device of this name; None: the system's default."""
        self._engine.choose_audio(device)

    def choose_midi(self, port: str | None) -> None:
        """Use the MIDI input of this name; None: all of them."""
        self._engine.choose_midi(port)

    def choose_microphone(self, choice: ChooseMicrophone) -> None:
        """Detect strokes in the sound of a microphone."""
        self._engine.choose_microphone(choice)

    def set_up_pads(self, setup: SetUpPads) -> None:
        """Apply the set-up of MIDI kits."""
        self._engine.set_up_pads(setup)

    def set_controls(self, controls: SetControls) -> None:
        """Report the movements of these MIDI controls."""
        self._engine.set_controls(controls)

    def choose_kit(self, path: str | None) -> None:
        """Load the kit at `path`; None: the built-in sounds alone."""
        self._engine.choose_kit(path)

    def play_as(self, voices: PlayAs) -> None:
        """Play the strokes of a channel with a kit or with certain sounds."""
        self._engine.play_as(voices)

    def use_loops(self, files: Mapping[str, str]) -> None:
        """Play these loops when the circle plays to them; given by name, with the paths of their decoded files."""
        self._loops = frozenset(files)
        self._engine.load_loops(files)

    def choose_midi_out(self, choice: ChooseMidiOut) -> None:
        """Use a MIDI output."""
        self._engine.choose_midi_out(choice)

    def send_midi(self, messages: Sequence[TimedMidi]) -> None:
        """Send these messages to the MIDI output, each at its time."""
        self._engine.send_midi(messages)

    def watch_midi_clock(self, *, on: bool) -> None:
        """Start or stop reporting the tempo of MIDI clock at the inputs."""
        self._engine.watch_midi_clock(on=on)

    def silence_all(self) -> None:
        """Stop everything that sounds now."""
        self._engine.silence_all()

    # ------------------------------------------------------------------------------------------------------------

    def set_master(self, gain: float) -> None:
        """Set the linear gain of everything."""
        self._engine.set_master(gain)

    def set_levels(self, levels: Mapping[int, tuple[float, float]]) -> None:
        """Set linear gain and pan of channels: players by their ids, GUIDE_CHANNEL, OWN_CHANNEL. Applies to strokes
        that sound already, too."""
        for channel, level in levels.items():
            if self._levels.get(channel) != level:
                self._levels[channel] = level
                self._engine.set_channel(channel, *level)

    def set_trim(self, by: Micros) -> None:
        """Set the delay between the moment the sound device reports for a sound and the moment it is heard."""
        self._engine.set_trim(by)

    def play(self, plays: Sequence[PlayStroke]) -> None:
        """Play strokes that are not the circle's, for example those of a recording or a calibration."""
        self._engine.play(plays)

    def _pass_on_repeatedly(self) -> None:
        assert self._client is not None
        self._pass_on(self._client.circle, local_micros())
        self._timer = self._loop.call_later(PASS_ON_INTERVAL_S, self._pass_on_repeatedly)

    def _pass_on(self, circle: CircleSnapshot, now: Micros) -> None:
        """Send strokes that are due within the horizon of local time `now` to the engine."""
        assert self._client is not None
        if not self._schedule.is_settled(circle, now) or self.sound == _ENGINE_STARTING:
            return  # each takes a second or two; strokes due meanwhile were struck before this member joined
        self._state_loop(circle, now)
        plays, late = self._schedule.due(circle, now)
        if plays:
            self._engine.play(plays)
        self._pass_to_outputs(circle, now, plays)
        if late:
            log.debug("%d strokes arrived after they were due", late)
            self._client.count_late(late)

    def _pass_to_outputs(self, circle: CircleSnapshot, now: Micros, plays: Sequence[PlayStroke]) -> None:
        outputs = [output for output in self._outputs if output.is_open]
        if outputs and (upcoming := self._source.next(circle, now, HORIZON, plays, self._levels)):
            for output in outputs:
                output.follow(upcoming)

    def _state_loop(self, circle: CircleSnapshot, now: Micros) -> None:
        parts = loop_parts(circle, now, self._loops)
        if parts or self._loop_plays:
            self._engine.play_loop(parts)
        self._loop_plays = bool(parts)

    def _on_engine_event(self, event: EngineEvent) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._handle, event)

    def _handle(self, event: EngineEvent) -> None:
        match event:
            case PadStroke():
                self._on_struck(event)
            case ControlMoved():
                self._on_control(event)
            case PlayedStroke():
                self._on_stroke_played(event)
            case MicrophoneHit() | MicrophoneLevel() | NoteHit():
                self._on_drum(event)
            case _:
                self._status_changed(**{_STATUS[type(event)]: event})

    def _status_changed(self, **reported: EngineEvent) -> None:
        before, self.sound = self.sound, replace(self.sound, **reported)  # type: ignore[arg-type]
        for line in changes(before, self.sound):
            log.info(line)
        for problem in self.sound.problems:
            if problem not in before.problems:
                log.warning(problem)
        self._on_sound(self.sound)

    def _on_stroke_played(self, played: PlayedStroke) -> None:
        if played.tag < 0:
            self._on_played(played)
            return
        assert self._client is not None
        clock = self._client.circle.clock
        sounded = self._schedule.outcome(played, clock) if clock else None
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
