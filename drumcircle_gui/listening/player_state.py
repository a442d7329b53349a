"""The state of a playing member's circle and devices, and the intents of the member's window. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from drumcircle_gui.client.circle_state import CircleNotice, CircleSnapshot
from drumcircle_gui.client.intents import DismissNotice
from drumcircle_gui.listening.sound_status import SoundStatus
from drumcircle_gui.protocol.messages import Member, Say, ShareTiming
from drumcircle_gui.settings import DEFAULT_GUIDE_GAIN, StripSettings
from drumcircle_gui.sound.messages import GUIDE_CHANNEL, LOOP_CHANNEL, OWN_CHANNEL, DeviceList
from drumcircle_gui.timing.units import Micros

from .calibration import CLICK_CHANNEL, TapResult
from .controls.control_map import Assignment, ControlsIntent, ControlsState
from .kits.own_kit import KitIntent, KitState
from .loops.loop_state import NO_LOOP_STATE, LoopState
from .microphone.lesson import MicrophoneIntent, MicrophoneState
from .mix import Level, Mix
from .outputs.link_lines import NO_LINK, LinkHeard
from .outputs.midi_out import NO_MIDI_OUT, SetUpMidiOut, WatchMidiOut
from .outputs.osc_messages import NO_OSC, OscSetup
from .pads.pad_lesson import PadsIntent, PadsState

NO_TRIM = Micros(0)


@dataclass(frozen=True, slots=True)
class Volumes:
    """Linear gains of the whole output, and within it of the guide, of the player's own strokes, and of the loop to
    play to."""

    circle: float = 1.0
    guide: float = DEFAULT_GUIDE_GAIN
    own: float = 1.0
    loop: float = 1.0


@dataclass(frozen=True, slots=True)
class ListeningState:
    """Mix, volumes, trim and MIDI output in force. `trim`: how much later than the audio device reports its sound is
    heard. `tapping`: the result so far of a running calibration, during which only its clicks are heard.

    Initial values from the settings: `controls`, the assignments of MIDI controls; `osc`, the target of OSC messages;
    `link`, whether the circle leads an Ableton Link session.
    """

    mix: Mix = field(default_factory=Mix)
    volumes: Volumes = Volumes()
    trim: Micros = NO_TRIM
    tapping: TapResult | None = None
    controls: tuple[Assignment, ...] = ()
    midi_out: SetUpMidiOut = NO_MIDI_OUT
    osc: OscSetup = NO_OSC
    link: bool = False

    def levels(self, members: Iterable[Member], loop: float = 1.0) -> dict[int, Level]:
        """Gain and pan of every mixer channel. `loop`: the loop's gain as the conductor has set it."""
        levels = {
            GUIDE_CHANNEL: (self.volumes.guide, 0.0),
            OWN_CHANNEL: (self.volumes.own, 0.0),
            LOOP_CHANNEL: (self.volumes.loop * loop, 0.0),
            **self.mix.levels(members),
        }
        if self.tapping is None:
            return {**levels, CLICK_CHANNEL: (0.0, 0.0)}
        return {**{channel: (0.0, pan) for channel, (_, pan) in levels.items()}, CLICK_CHANNEL: (1.0, 0.0)}

    def adjusted(self, request: "SetStrip") -> "ListeningState":
        """A copy with that strip in the mix."""
        return replace(self, mix=self.mix.adjusted(request.name, request.strip, solo=request.solo))


DEFAULT_LISTENING = ListeningState()
NO_DEVICES = DeviceList((), (), ())


@dataclass(frozen=True)
class PlayerState:
    """A player's circle and devices. `feel`: the median deviation of the latest strokes (see `timing_feel`).
    `notices`: of the player's own devices; their numbers differ from those in `circle.notices`. `devices`: those that
    can be chosen."""

    circle: CircleSnapshot
    sound: SoundStatus
    feel: Micros | None = None
    notices: tuple[CircleNotice, ...] = ()
    listening: ListeningState = DEFAULT_LISTENING
    devices: DeviceList = NO_DEVICES
    microphone: MicrophoneState = field(default_factory=MicrophoneState)
    pads: PadsState = field(default_factory=PadsState)
    kit: KitState = field(default_factory=KitState)
    controls: ControlsState = field(default_factory=ControlsState)
    loop: LoopState = NO_LOOP_STATE
    link: LinkHeard = NO_LINK


@dataclass(frozen=True, slots=True)
class StrikePad:
    """Strike a pad on the screen."""

    pad: int
    velocity: int


@dataclass(frozen=True, slots=True)
class ChooseDevices:
    """Use these devices. None: the system's default audio device, all MIDI inputs."""

    audio: str | None
    midi_in: str | None


@dataclass(frozen=True, slots=True)
class ListDevices:
    """Intent: list the devices again."""


@dataclass(frozen=True, slots=True)
class SetStrip:
    """Set the strip of the player of that name in the mix."""

    name: str
    strip: StripSettings
    solo: bool


@dataclass(frozen=True, slots=True)
class SetTrim:
    """Set the trim (see `ListeningState`)."""

    by: Micros


@dataclass(frozen=True, slots=True)
class Calibrate:
    """Start or end a calibration. Strokes during it are not sent to the circle."""

    on: bool


InstrumentIntent = (
    StrikePad
    | ChooseDevices
    | ListDevices
    | Volumes
    | SetStrip
    | SetTrim
    | Calibrate
    | MicrophoneIntent
    | PadsIntent
    | KitIntent
    | SetUpMidiOut
    | WatchMidiOut
    | ControlsIntent
)
Intent = InstrumentIntent | DismissNotice | Say | ShareTiming
