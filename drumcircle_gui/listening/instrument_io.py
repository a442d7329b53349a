"""A member's instrument on this machine: pads in, the circle out. For players and for conductors."""

import asyncio
from collections import deque
from collections.abc import Callable, Iterable
from typing import Protocol

from drumcircle_gui.client.circle_state import CircleNotice, CircleSnapshot, HeardStroke, LinkState, with_changes
from drumcircle_gui.errors import DrumCircleError
from drumcircle_gui.event_log_io import EventLog
from drumcircle_gui.protocol.fields import Message
from drumcircle_gui.sound.device.kit_maps_io import kit_maps
from drumcircle_gui.sound.messages import DeviceList, DrumEvent, PadStroke
from drumcircle_gui.sound.process.engine_io import EngineConfig
from drumcircle_gui.tasks import Tasks
from drumcircle_gui.timing.units import Micros, local_micros

from .circle_client import CircleClient
from .controlled_mix import level_of, mix_intent
from .controls.control_map import ControlsIntent, ControlsState, LatchControls, LearnControl, RemoveControls, Target
from .controls.controls_desk import ControlsDesk
from .device_notices import DeviceNotices
from .device_watch_io import DeviceWatch
from .kits.kit_desk_io import KitDesk
from .kits.kit_voices import KitVoices
from .kits.own_kit import ChooseOwnKit, KitIntent, KitState, SaveMix
from .listener_io import Listener
from .loops.loop_desk_io import LoopDesk, keep_nothing
from .loops.loop_state import LoopState
from .microphone.lesson import MicrophoneIntent, MicrophoneState
from .microphone.microphone_desk import MicrophoneDesk
from .mixing_desk_io import MixingDesk
from .outputs.link_lines import LinkHeard
from .outputs.midi_out import MidiOutDesk, SetUpMidiOut, WatchMidiOut
from .outputs.other_outputs_io import OtherOutputs
from .outputs.upcoming import CircleOutput
from .pads.pad_lesson import (
    BeginPadLesson,
    EndPadLesson,
    PadsIntent,
    PadsState,
    SetUpKit,
    SilencePads,
    SkipPad,
    WatchPads,
)
from .pads.pads_desk import PadsDesk
from .player_state import (
    DEFAULT_LISTENING,
    Calibrate,
    ChooseDevices,
    InstrumentIntent,
    ListDevices,
    ListeningState,
    PlayerState,
    SetStrip,
    SetTrim,
    StrikePad,
    Volumes,
)
from .sound_status import SoundStatus
from .timing_feel import MAX_STROKES, deviation, median_deviation


class TransportTargets(Protocol):
    """The targets of MIDI controls besides the mix."""

    def level(self, target: Target) -> float | None:
        """The position of the fader `target`, 0 to 1 or outside that range; None if there is no such fader."""

    def act(self, target: Target, position: float | None) -> None:
        """Apply a fader's `position` to `target`, or carry out the action of a button."""


class Instrument:
    """Sounds the circle of `client`, and sends it the strokes of this machine's pads.

    The client's snapshots and the strokes that it receives go to `follow` and `hear`. `on_state` gets each new state,
    `on_strokes` every stroke to show: own ones at once, others' when they arrive. `on_struck` gets pad and velocity of
    strokes on a MIDI drum or at the microphone, `on_drum` what a drum's set-up page shows. MIDI controls set the mix
    and, while the server carries out this member's commands, the `transport`. With `watch_clock`, the tempo of MIDI
    clock is reported; with `watch_devices`, the state has the list of devices. `outputs` get strokes and beats too.

    `handle` may be called from any thread, all else on the loop that `start` ran on.
    """

    def __init__(
        self,
        client: CircleClient,
        engine: EngineConfig,
        listening: ListeningState = DEFAULT_LISTENING,
        *,
        report: EventLog,
        on_state: Callable[[PlayerState], None],
        on_strokes: Callable[[list[HeardStroke]], None],
        on_struck: Callable[[int, int], None],
        on_drum: Callable[[DrumEvent], None] = lambda event: None,
        watch_devices: bool = False,
        watch_clock: bool = False,
        outputs: Iterable[CircleOutput] = (),
        transport: TransportTargets | None = None,
        keep_loop: Callable[[str, bytes], object] = keep_nothing,
    ) -> None:
        self._client = client
        self._awake = False
        self._on_state, self._on_strokes, self._on_struck = on_state, on_strokes, on_struck
        self._on_drum = on_drum
        self._others = OtherOutputs(
            listening.osc, self._output_failed, lambda heard: self._publish(link=heard), link=listening.link
        )
        self._midi_out = MidiOutDesk(
            lambda choice: self.listener.choose_midi_out(choice), lambda messages: self.listener.send_midi(messages)
        )
        self.listener = Listener(
            engine,
            report,
            on_sound=self._sound,
            on_struck=self._midi,
            on_played=lambda played: self._desk.played(played),
            on_drum=self._heard,
            on_control=lambda moved: self._controls.move(moved),
            outputs=(self._midi_out, *self._others.outputs, *outputs),
        )
        self._midi_out.set_up(listening.midi_out)
        if watch_clock:
            self.listener.watch_midi_clock(on=True)
        self._microphone = MicrophoneDesk(
            engine.microphone,
            self.listener.choose_microphone,
            lambda microphone: self._publish(microphone=microphone),
        )
        self._pads = PadsDesk(
            engine.pads,
            [kit.family for kit in kit_maps()],
            self.listener.set_up_pads,
            lambda pads: self._publish(pads=pads),
        )
        self._transport = transport
        self._controls = ControlsDesk(
            listening.controls,
            transport=False,
            use=self.listener.set_controls,
            on_state=lambda controls: self._publish(controls=controls),
            level=self._level,
            act=self._act,
        )
        self.listener.set_controls(self._controls.state.in_force)
        self._kit = KitDesk(engine.kit, self.listener.choose_kit, lambda kit: self._publish(kit=kit))
        self._voices = KitVoices(self.listener.play_as, client.publish_kit)
        self._loops = LoopDesk(client.transfer, self.listener.use_loops, self._show_loop, keep=keep_loop)
        self._desk = MixingDesk(self.listener, listening, self._listen)
        self._notices = DeviceNotices()
        self._watches = watch_devices
        self._watch = DeviceWatch(lambda devices: self._publish(devices=devices))
        self._tasks = Tasks()
        self._shown: deque[tuple[int, int]] = deque(maxlen=1024)
        self._deviations: deque[Micros] = deque(maxlen=MAX_STROKES)
        self.state = PlayerState(
            client.circle,
            self.listener.sound,
            listening=listening,
            microphone=self._microphone.state,
            pads=self._pads.state,
            kit=self._kit.state,
            controls=self._controls.state,
        )

    def start(self, *, asleep: bool = False) -> None:
        """Start the sound engine on the running loop; with `asleep`, at the first intent instead."""
        self._loop = asyncio.get_running_loop()
        if not asleep:
            self._wake()

    def _wake(self) -> None:
        if self._awake:
            return
        self._awake = True
        self.listener.start(self._client)
        self._others.start()
        if self._watches:
            self._tasks.start(self._watch.run(), "watching for devices")
        self._loops.follow(self._client.circle)

    async def close(self) -> None:
        """Stop the sound engine. Idempotent."""
        await self._tasks.close()
        await self._others.close()
        await self._loops.close()
        await self.listener.close()

    def follow(self, circle: CircleSnapshot) -> None:
        """Take the client's new snapshot."""
        self._desk.follow(circle)
        if self._awake:
            self._loops.follow(circle)
        before = self.state.circle
        members_changed = circle.members is not before.members or circle.me != before.me
        if members_changed:
            self._voices.follow(circle.members, circle.me)
        self._controls.offer_transport(on=self._transport is not None and circle.leads)
        self._publish(circle=circle)
        if members_changed or (circle.link, circle.entry) != (before.link, before.entry):
            self._tell_kit()

    def take(self, message: Message) -> None:
        """Handle a message that the client received."""
        self._loops.take(message)

    def hear(self, strokes: list[HeardStroke]) -> None:
        """Schedule strokes that arrived."""
        if self._awake:
            self.listener.hear(strokes)
        me = self._client.circle.me
        if fresh := [s for s in strokes if s.player != me or (s.beat, s.pad) not in self._shown]:
            self._on_strokes(fresh)

    def handle(self, intent: InstrumentIntent) -> None:
        """Execute an intent. A stroke sounds at once and is sent to the circle with the time of this call."""
        now = local_micros()
        if not self._awake:
            self._loop.call_soon_threadsafe(self._wake)
        match intent:
            case StrikePad(pad, velocity):
                self.listener.strike(pad, velocity)
                self._loop.call_soon_threadsafe(self._strike, now, pad, velocity)
            case ChooseDevices(audio, midi_in):
                self.listener.choose_audio(audio)
                self.listener.choose_midi(midi_in)
            case ListDevices():
                self._loop.call_soon_threadsafe(self._watch.request)
            case Volumes() | SetStrip() | SetTrim() | Calibrate() | SetUpMidiOut():
                self._loop.call_soon_threadsafe(self._desk.handle, intent)
            case WatchMidiOut(on):
                self._loop.call_soon_threadsafe(lambda: self._midi_out.watch(on=on))
            case SilencePads():
                self.listener.silence_all()
            case _:
                self._loop.call_soon_threadsafe(self._set_up, intent)

    def note_disk_failure(self, error: DrumCircleError) -> None:
        """Add a notice: recording has ended because of `error`."""
        self._notices.disk_failed(error)
        self._publish(notices=self._notices.notices)

    def _output_failed(self, error: DrumCircleError) -> None:
        self._notices.output_failed(error)
        self._publish(notices=self._notices.notices)

    def dismiss(self, notice: int) -> None:
        """Remove a notice of the devices."""
        self._notices.dismiss(notice)
        self._publish(notices=self._notices.notices)

    # ------------------------------------------------------------------------------------------------------------

    def _listen(self, listening: ListeningState) -> None:
        self._midi_out.set_up(listening.midi_out)
        self._publish(listening=listening)

    def _set_up(self, intent: KitIntent | PadsIntent | MicrophoneIntent | ControlsIntent) -> None:
        match intent:
            case LearnControl() | RemoveControls() | LatchControls():
                self._controls.handle(intent)
            case ChooseOwnKit() | SaveMix():
                self._kit.handle(intent)
            case SetUpKit() | WatchPads() | BeginPadLesson() | SkipPad() | EndPadLesson() | SilencePads():
                self._pads.handle(intent)
            case _:
                self._microphone.handle(intent)

    def _tell_kit(self) -> None:
        circle = self.state.circle
        me = circle.member(circle.me) if circle.link is LinkState.JOINED else None
        self._voices.tell(circle.entry, me, self.state.sound.kit if self._kit.state.path is not None else None)

    def _midi(self, struck: PadStroke) -> None:
        microphone = self.state.sound.microphone
        if self._microphone.teaches(struck, microphone.name if microphone else None) or self._pads.teaches(struck):
            return
        self._on_struck(struck.pad, struck.velocity)
        self._strike(struck.at, struck.pad, struck.velocity)

    def _heard(self, event: DrumEvent) -> None:
        self._microphone.hear(event)
        self._pads.hear(event)
        self._on_drum(event)

    def _strike(self, at: Micros, pad: int, velocity: int) -> None:
        if self._desk.tapped(at):
            return
        self.listener.struck(at, pad, velocity)
        beat = self._client.strike(at, pad, velocity)
        if beat is None:
            return
        circle = self._client.circle
        self._shown.append((beat, pad))
        self._on_strokes([HeardStroke(circle.me, beat, pad, velocity, at)])
        self._deviations.append(deviation(beat, circle.timeline.holding(beat).tempo))
        self._publish(feel=median_deviation(self._deviations))

    def _level(self, target: Target) -> float | None:
        level = level_of(target, self._desk.listening)
        return level if level is not None or self._transport is None else self._transport.level(target)

    def _act(self, target: Target, position: float | None) -> None:
        if intent := mix_intent(target, position, self._desk.listening):
            self._desk.handle(intent)
        elif self._transport is not None:
            self._transport.act(target, position)

    def _sound(self, sound: SoundStatus) -> None:
        self._notices.follow(self.state.sound, sound)
        if sound.midi_out is not None:
            self._midi_out.show(sound.midi_out)
        if _plugged(self.state.sound) != _plugged(sound):
            self._watch.request()  # a drum often has an audio output too
        changed = sound.kit is not self.state.sound.kit
        self._publish(sound=sound, notices=self._notices.notices)
        if changed:
            self._tell_kit()

    def _show_loop(self, loop: LoopState) -> None:
        if loop.problem and loop.problem != self.state.loop.problem:
            self._notices.loop_failed(loop.name, loop.problem)
        self._publish(loop=loop, notices=self._notices.notices)

    def _publish(
        self,
        **changes: CircleSnapshot
        | SoundStatus
        | ListeningState
        | MicrophoneState
        | PadsState
        | KitState
        | ControlsState
        | LoopState
        | LinkHeard
        | DeviceList
        | Micros
        | tuple[CircleNotice, ...]
        | None,
    ) -> None:
        self.state = with_changes(self.state, changes)
        self._on_state(self.state)


def _plugged(sound: SoundStatus) -> tuple[str, ...]:
    return sound.midi.ports if sound.midi else ()
