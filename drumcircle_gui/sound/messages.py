"""The messages between the program and its sound process: commands to the process, events from it.

They cross a pipe as MessagePack (see `process/pipe_codec`). Times are `local_micros()`, which both processes share.
"""

from typing import Annotated

import msgspec
from msgspec import Meta

from drumcircle_gui.timing.units import Micros

from .control_messages import ControlMoved, SetControls
from .message_fields import Gain, MidiNumber, Pan, PipeMessage, SoundKey, Velocity
from .midi_messages import ChooseMidiOut, MidiClockHeard, MidiOutStatus, SendMidi, WatchMidiClock

GUIDE_CHANNEL = 0
OWN_CHANNEL = -1
LOOP_CHANNEL = -3
"""Channels besides those of the players, which are their ids: the guide, the strokes of this machine's own pads, and
the loop to play to."""

MAX_LOOPS = 2
"""Loops in the sound process's memory: the present one and the next."""

SILENT_DEVICE = "none"
"""The name that stands for no audio device."""

RESTARTING = "It starts again by itself: you need not do anything."
"""The end of `AudioStatus.problem` while the sound process is restarted."""

MAX_TRIM = 500_000
"""Maximum trim in micros. Wireless headphones are up to about 300 ms late."""

# --- commands --------------------------------------------------------------------------------------------------------


class PlayStroke(PipeMessage, frozen=True):
    """Sound `pad` (see `SoundKey`) so that it is heard at the time `at` (see `SetOutputTrim`).

    `channel` is a player's id, GUIDE_CHANNEL or OWN_CHANNEL. `tag` identifies the stroke in its `PlayedStroke`; no two
    pending strokes may have the same.
    """

    at: Micros
    pad: SoundKey
    velocity: Velocity
    channel: int
    tag: int


class PlayNow(PipeMessage, frozen=True):
    """Play `pad` at once, on OWN_CHANNEL."""

    pad: MidiNumber
    velocity: Velocity


class ChokePads(PipeMessage, frozen=True):
    """Stop the sound of `pads` on OWN_CHANNEL, as a hand on a cymbal does."""

    pads: tuple[MidiNumber, ...]


class SetChannel(PipeMessage, frozen=True):
    """Set gain and pan of all strokes on `channel` that begin from now on. A gain of 0 also stops ringing sounds."""

    channel: int
    gain: Gain
    pan: Pan


class SetMasterGain(PipeMessage, frozen=True):
    """Set the gain of the whole output; the change is gradual, so that it does not click."""

    gain: Gain


class SetOutputTrim(PipeMessage, frozen=True):
    """Sound is heard `by` micros later than the audio device reports.

    Every `PlayStroke` is rendered that much earlier; `PlayNow` is not affected.
    """

    by: Annotated[Micros, Meta(ge=-MAX_TRIM, le=MAX_TRIM)]


class ChooseAudio(PipeMessage, frozen=True):
    """Use the audio device of that name (see `device_names`). None: the system's default; SILENT_DEVICE: no device.

    `why`: with SILENT_DEVICE, the problem to report if the user did not choose silence.
    """

    device: str | None
    why: str = ""


class LearnedStroke(msgspec.Struct, frozen=True, array_like=True):
    """The sound of a stroke at a microphone (see `microphone/stroke_model`): mean and spread of its features, and its
    usual level in decibels of full scale. `pad`: the pad that it plays."""

    pad: MidiNumber
    mean: tuple[float, ...]
    spread: tuple[float, ...]
    level: float


class ChooseMicrophone(PipeMessage, frozen=True):
    """Detect strokes in a channel, counted from 0, of the audio input of that name. `device` None: no microphone.

    `gate`: the level in decibels of full scale below which a sound is not a stroke. `strokes`: those to tell apart;
    without any, every sound is a stroke on the same pad.
    """

    device: str | None
    channel: Annotated[int, Meta(ge=0, le=255)] = 0
    gate: Annotated[float, Meta(ge=-120, le=0)] = -60.0
    strokes: tuple[LearnedStroke, ...] = ()


class PadSetup(msgspec.Struct, frozen=True, array_like=True):
    """How the notes of one kit become strokes. `port`: the name of its MIDI input (see `device_names`); `on`: whether
    it is listened to. `family`: of `device/kit_maps`, "" to go by the port's name. `notes`: the pads of notes that were
    learned. For the others see `device/pad_filter`: `curve` from -1 (heavy) to 1 (light); `threshold` a velocity;
    `crosstalk` in percent of the harder stroke."""

    port: str
    on: bool = True
    family: str = ""
    notes: dict[MidiNumber, MidiNumber] = {}
    curve: Annotated[float, Meta(ge=-1, le=1)] = 0.0
    threshold: Velocity = 1
    retrigger_ms: Annotated[int, Meta(ge=0, le=200)] = 0
    crosstalk: Annotated[int, Meta(ge=0, le=100)] = 0


class SetUpPads(PipeMessage, frozen=True):
    """Apply the set-up to these kits; others are recognised by their names. With `watch`, send a `NoteHit` for each
    note."""

    setups: tuple[PadSetup, ...] = ()
    watch: bool = False


class ChooseKit(PipeMessage, frozen=True):
    """Load the kit at `path`: a folder, a `kit.toml`, an SFZ or SF2 file (see `sound/kits`). None: only the built-in
    one. A `KitStatus` follows; until then the sounds stay as they are."""

    path: str | None


class PlayAs(PipeMessage, frozen=True):
    """Strokes on `channel` use the chosen kit if `own`; otherwise the built-in sounds, where each pad of `sounds` uses
    the built-in sound of that name."""

    channel: int
    own: bool = False
    sounds: dict[MidiNumber, str] = {}


class SilenceAll(PipeMessage, frozen=True):
    """Stop everything that sounds now, here and at the MIDI output (MIDI panic). Pending strokes still sound."""


class LoadLoops(PipeMessage, frozen=True):
    """Keep exactly these loops loaded: their names in `PlayLoop`, and the paths of their decoded files."""

    files: dict[str, str]


class LoopPart(msgspec.Struct, frozen=True, array_like=True):
    """The loop `file` is heard from its `position` on, from the time `at` until `until` (see `SetOutputTrim`)."""

    at: Micros
    until: Micros
    position: Micros
    file: str


class PlayLoop(PipeMessage, frozen=True):
    """Play these parts of loops, in order of time, on LOOP_CHANNEL. They replace those of the last `PlayLoop`."""

    parts: tuple[LoopPart, ...]


class ChooseMidi(PipeMessage, frozen=True):
    """Listen to the MIDI inputs of that name (see `device_names`); None: to all."""

    port: str | None


EngineCommand = (
    PlayStroke
    | PlayNow
    | ChokePads
    | SetChannel
    | SetMasterGain
    | SetOutputTrim
    | ChooseAudio
    | ChooseMidi
    | ChooseMicrophone
    | SetUpPads
    | SetControls
    | ChooseKit
    | PlayAs
    | SilenceAll
    | LoadLoops
    | PlayLoop
    | ChooseMidiOut
    | SendMidi
    | WatchMidiClock
)

# --- events ----------------------------------------------------------------------------------------------------------


class PlayedStroke(PipeMessage, frozen=True):
    """The stroke with this `tag` is heard at the time `at`. With `late`, it came too late and is not played."""

    tag: int
    at: Micros
    late: bool


class PadStroke(PipeMessage, frozen=True):
    """A drum on the MIDI input `port` sent a stroke at the time `at`, which has been played already. Or a drum was
    struck at the microphone `port`; its own sound was heard.

    `pad` is a General MIDI percussion key, whatever note the drum sent for it (see `device/kit_maps`).
    """

    at: Micros
    pad: int
    velocity: int
    port: str


class AudioStatus(PipeMessage, frozen=True):
    """The audio device in use. `name` None: none, and `problem` says why and what to do (empty: as chosen).

    `rate` in Hz, `frames` in a block, `latency` from rendering a sample until it leaves the device.
    """

    name: str | None
    rate: int
    frames: int
    latency: Micros
    problem: str


class MidiStatus(PipeMessage, frozen=True):
    """The MIDI inputs: all `ports`, those that are `open`, a `problem` or "". Sent whenever one of these changes."""

    ports: tuple[str, ...]
    open: tuple[str, ...]
    problem: str


class AudioHealth(PipeMessage, frozen=True):
    """Sent once a second while sound is rendered. `underruns` since the device was opened; `load`: the share of time
    that rendering takes; `drift_ppm`: how much faster than this machine's clock the device runs."""

    underruns: int
    load: float
    drift_ppm: float


class KitStatus(PipeMessage, frozen=True):
    """The chosen kit: its `name` ("": the built-in sounds alone), the number of its own `sounds`, their size in
    memory, and problems as texts for users. `like`: the built-in sounds that its pads resemble, by pad, from its
    description."""

    name: str
    sounds: int
    megabytes: float
    problems: tuple[str, ...]
    like: dict[MidiNumber, str] = {}


class MicrophoneStatus(PipeMessage, frozen=True):
    """The microphone in use and its number of `channels`. `name` None: none, and `problem` says why and what to do
    (empty: as chosen)."""

    name: str | None
    channels: int
    problem: str


class MicrophoneHit(PipeMessage, frozen=True):
    """A sound like a stroke began at the time `at` at the microphone. `level` in decibels of full scale; `features` are
    those of `microphone/stroke_features`. `pad` None: it is none of the learned strokes, or is too soft; otherwise a
    `PadStroke` is sent too."""

    at: Micros
    level: float
    features: tuple[float, ...]
    pad: int | None


class MicrophoneLevel(PipeMessage, frozen=True):
    """Sent some 20 times a second: the peak at the microphone in decibels of full scale, and how much of this machine's
    own sound is left in it, in decibels of what arrives (0: all)."""

    at: Micros
    peak: float
    echo: float


class NoteHit(PipeMessage, frozen=True):
    """A kit on the MIDI input `port` sent a note of this `velocity` at the time `at`. It plays `pad` with the velocity
    `played`; 0: it is not a stroke (see `device/pad_filter`). `position`: where the pad was struck, if the kit says so
    (controller 16)."""

    at: Micros
    port: str
    note: int
    velocity: int
    pad: int
    played: int
    position: int | None = None


MicrophoneEvent = MicrophoneHit | MicrophoneLevel
DrumEvent = MicrophoneEvent | NoteHit
"""The events that a drum's set-up page shows."""

StatusEvent = AudioStatus | MidiStatus | AudioHealth | KitStatus | MicrophoneStatus | MidiOutStatus
EngineEvent = PlayedStroke | PadStroke | ControlMoved | StatusEvent | DrumEvent | MidiClockHeard


class DeviceList(msgspec.Struct, frozen=True):
    """The audio outputs, MIDI inputs, audio inputs and MIDI outputs of this machine. `problems`: what is missing, and
    how to get it."""

    audio: tuple[str, ...]
    midi: tuple[str, ...]
    problems: tuple[str, ...]
    microphones: tuple[str, ...] = ()
    midi_out: tuple[str, ...] = ()
